"""Where independent reports give different figures for one thing.

A false "reports differ" is worse than none, so all of this must hold: both sentences say what is
counted (killed, injured, a noun, a share of something, a sum for something) and it is the same;
the intervals that "at least", "nearly", "about" and rounding leave open lie apart; the sentences
are about the same place and time and mostly use the same words; and neither report gives the
other's figure elsewhere for the same thing, as reports do that tell several tolls.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from briefing.model import Difference, Sentence, Story
from briefing.text.alignment import Content, content, similarity
from briefing.text.background import Background
from briefing.text.numbers import Figure, figures
from briefing.text.standalone import fit
from briefing.text.words import STOP_WORDS, WORD, stem, words

# What happened to those who are counted; each line is one thing, named by its first word.
_FATES = """
killed kill kills killing dead die dies died death deaths fatality fatalities perished slain
injured injure injures injuring injuries wounded wounding wounds hurt hospitalised hospitalized
missing unaccounted
arrested arrest arrests arresting detained detaining detentions
infected infections infection
evacuated evacuating evacuations displaced homeless
rescued rescuing
"""
_FATE = {word: line.split()[0] for line in _FATES.strip().split("\n") for word in line.split()}
# What else reports count of one event. Measures (miles, degrees, points of a match, days) are left
# out: they change by the hour, or several are told of one thing.
_COUNTED = frozenset(
    stem(word)
    for word in """resident inhabitant protester demonstrator marcher soldier troop
    officer passenger student pupil child worker employee staff patient prisoner inmate migrant
    refugee civilian villager victim voter supporter woman man member fighter militant rebel
    household family home house building structure property apartment vehicle car bus truck flight
    plane helicopter boat ship train tank missile rocket drone bullet shell acre hectare tonne
    ton job vote seat ballot case test store shop restaurant business company factory school
    hospital church village town signature charge count allegation complaint lawsuit customer
    guest spectator fan visitor tourist firefighter delegate lawmaker senator country
    nation""".split()
)
# Between a fate and its figure: "killing at least 12", "the toll rose to 12".
_HEDGES = frozenset(
    """at least about around some nearly almost more than over up to as many an estimated roughly
    approximately fewer less of the a to reached reaches stands stood rose rises climbed has had
    by was is risen""".split()
)
_TOLL = frozenset("toll deaths fatalities death".split())
# Heads that say nothing about who is counted: "12 people", "12 were killed", "12 others".
_ANYONE = frozenset(
    "people person persons others were have had was are is has being dead in by lives".split()
)
# "all four", "the 12", "another 3", "including 5": a part, or those told of before.
_PART_BEFORE = re.compile(
    r"(?:\b(?:all|the|those|these|both|his|her|their|its|other|another|first|last|next|every|each"
    r"|additional|further|only|remaining)\s|\(|\bincluding(?:\s\w+){0,3}\s"
    r"|\b(?:of|among) (?:whom|them),?\s)(?:at least\s)?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s(?:\w+\s){0,2}of (?:the|those|these|them|whom|his|her|its|their|all|\d)"
    r"|^\s(?:more|others?|additional|new|further|to|years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|^[)/]",
    re.IGNORECASE,
)
# A figure for a stretch of time or a part is not the event's: the cues must be the same.
_SCOPE = re.compile(
    r"""\b(?: so\ far | (?:this|last|past|each|every|per|next|previous|a)\ (?:year|month|week|day)
    | since | in\ total | a\ total | overall | altogether | daily | weekly | annual(?:ly)?
    | worldwide | nationwide | globally | including | among | another | additional | other | new
    | earlier | previous(?:ly)? | initially | first | average | record | expected | could | may
    | might | would | if | half | most | [ap]\.?m )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TIMES = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)\d\d\b|\b(?:january|february|march"
    r"|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_UNIT_NAMES = {"per cent": "per cent", "point": "percentage points", "yen": "yen", "yuan": "yuan"}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE = re.compile(
    r"\b(?:in|at|near|across|outside|throughout|around|off) (?:the (?:\w+ )?)?((?:[A-Z][\w.]+ ?)+)"
)
_CLAUSE = re.compile(r"[;:—(]|\.\s|\bwhile\b|\bwhereas\b|\bbut\b", re.IGNORECASE)

# How alike two sentences must be apart from their figures (benchmarks/pairs.py): a fate says what
# is counted by itself, shares and sums only by the words around them.
ALIKE_TOLL = 0.35
ALIKE_COUNT = 0.45
ALIKE_FATE = 0.6  # arrests and evacuations go on from night to night
ALIKE_SUM = 0.75
ELSEWHERE = 0.55  # from here on it does not matter that only one of them names the place
NEAR = 70  # characters around a figure in which a word limits it
LEAST_SHARED = 3  # content words beside the names
LATER = timedelta(hours=3)  # reports closer in time than this supersede nothing
MOST = 300  # readings of one kind that are compared, each with each
READINGS = 4  # shown side by side


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure in one sentence, and what it counts."""

    sentence: Sentence
    figure: Figure
    what: str
    kind: str
    content: Content
    scope: frozenset[str]
    times: frozenset[str]
    years: frozenset[str]
    places: frozenset[str]
    alone: bool  # no other figure of its unit stands in the sentence


def differences(
    story: Story, sentences: Sequence[Sentence], background: Background
) -> tuple[Difference, ...]:
    """The figures on which `story`'s origins disagree, most widely reported first."""
    origins = {article.id for article in story.origins}
    read = [
        reading
        for sentence in sentences
        if sentence.article.id in origins
        for reading in readings(sentence, background)
    ]
    by_kind: dict[str, list[Reading]] = {}
    for reading in sorted(read, key=_place):
        by_kind.setdefault(reading.kind, []).append(reading)
    found = (_difference(by_kind[kind][:MOST]) for kind in sorted(by_kind))
    kept = [d for d in found if d is not None]
    return tuple(sorted(kept, key=lambda d: (-len(d.readings), d.what)))


def readings(sentence: Sentence, background: Background) -> tuple[Reading, ...]:
    """The figures of one sentence whose object can be told."""
    text = sentence.text
    found = figures(text)
    if not found or "?" in text or _of_another_year(text, sentence):
        return ()
    meaning = content(text, background.idf)
    times = frozenset(m.lower() for m in _TIMES.findall(text))
    years = frozenset(_YEAR.findall(text)) - {str(sentence.article.published.year)}
    places = frozenset(word.lower() for name in _PLACE.findall(text) for word in name.split())
    made = []
    for number, figure in enumerate(found):
        start = found[number - 1].span.end if number else 0
        end = found[number + 1].span.start if number + 1 < len(found) else len(text)
        thing = None if _partial(text, figure) else _thing(text, figure, start, end)
        if thing:
            alone = sum(f.unit == figure.unit for f in found) == 1
            scope = _scope(text, figure, start, end)
            made.append(
                Reading(sentence, figure, *thing, meaning, scope, times, years, places, alone)
            )
    return tuple(made)


def _scope(text: str, figure: Figure, start: int, end: int) -> frozenset[str]:
    """The words near a figure that limit it to a time or a part."""
    before = re.split(r"[;:—(]", text[start : figure.span.start])[-1]
    after = re.split(r"[,;:—(]", text[figure.span.end : end])[0]
    near = f"{before[-NEAR:]} {after[:NEAR]}"
    found = frozenset(m.lower() for m in _SCOPE.findall(near))
    return found | {"when"} if re.match(r"\s*when\b", before, re.IGNORECASE) else found


def _of_another_year(text: str, sentence: Sentence) -> bool:
    """Whether the sentence dates what it tells into a year that is not the article's."""
    year = str(sentence.article.published.year)
    named = _YEAR.findall(text)
    return sentence.article.dated and bool(named) and year not in named


def _partial(text: str, figure: Figure) -> bool:
    """Whether a figure is of a part, a conversion in brackets, or of those told of before."""
    before, after = (
        text[max(0, figure.span.start - 60) : figure.span.start],
        text[figure.span.end :],
    )
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after[:60]))


def _thing(text: str, figure: Figure, start: int, end: int) -> tuple[str, str] | None:
    """What is counted, for the reader and as a key; None where that is not plain."""
    after = _CLAUSE.split(text[figure.span.end : end])[0]
    before = _CLAUSE.split(text[start : figure.span.start])[-1]
    following = [m.group().lower() for m in WORD.finditer(after)][:9]
    head = _head([m.group().lower() for m in WORD.finditer(re.split("[,.]", after)[0])])
    if figure.unit:
        # "for 2 billion" is a price, "sales of 9 billion" is not: the word before belongs to it.
        leading = [w for w in words(before) if w not in _HEDGES - {"of", "to", "by"}][-1:]
        name = _UNIT_NAMES.get(figure.unit, f"{figure.unit}s")
        return name, " ".join((figure.unit, *leading, stem(head)))
    fate = _fate(before, following)
    if fate:
        return fate, f"{fate} {'' if head in _ANYONE else stem(head)}"
    if stem(head) in _COUNTED:
        return head, f"count {stem(head)}"
    return None


def _fate(before: str, following: Sequence[str]) -> str:
    """killed, injured, ...: from the words right before the figure, else after it."""
    preceding = [m.group().lower() for m in WORD.finditer(before)][-10:]
    near = [*preceding]
    while near and near[-1] in _HEDGES:
        near.pop()
    if near and near[-1] in _FATE:
        return _FATE[near[-1]]
    if _TOLL.intersection(preceding) and preceding[-1:] and preceding[-1] in _HEDGES:
        return "killed"
    for word in following:
        if word in _FATE:
            return _FATE[word]
        if word in ("and", "who", "which", "that", "after", "when"):
            break
    return ""


def _head(following: Sequence[str]) -> str:
    """The noun that is counted: of the content words after the figure one that is often counted,
    else the last; "" if none."""
    phrase: list[str] = []
    for word in following[:4]:
        if word in _ANYONE and not phrase:
            return word
        if word in STOP_WORDS or word in _FATE:
            break
        phrase.append(word)
    counted = [w for w in phrase if stem(w) in _COUNTED or w in _ANYONE]
    return (counted or phrase or [""])[-1]


def _difference(read: Sequence[Reading]) -> Difference | None:
    """The readings of one thing that contradict each other, if any do."""
    clashing = [
        (a, b)
        for a, b in combinations(read, 2)
        if _outlet(a) != _outlet(b) and _printable(a) and _printable(b) and differ(a, b)
    ]
    clashing = [(a, b) for a, b in clashing if not _acknowledged(a, b, read)]
    if not clashing:
        return None
    chosen = _one_each(reading for pair in clashing for reading in pair)
    last = chosen[-1]
    later = all(
        last.sentence.article.published - r.sentence.article.published >= LATER for r in chosen[:-1]
    ) and all(r.sentence.article.dated for r in chosen)
    return Difference(last.what, tuple(r.sentence for r in chosen), later)


def _outlet(reading: Reading) -> str:
    """An outlet's own two versions contradict nobody."""
    return reading.sentence.article.outlet


def _printable(reading: Reading) -> bool:
    return fit(reading.sentence) is None


def differ(a: Reading, b: Reading) -> bool:
    """Whether two readings give figures for one thing that cannot both be true."""
    return (
        a.kind == b.kind
        and a.figure.contradicts(b.figure)
        and not _agrees_elsewhere(a, b)
        and _of_one_thing(a, b)
    )


def _agrees_elsewhere(a: Reading, b: Reading) -> bool:
    """Whether another figure of either sentence is the one that the other sentence means."""
    return any(
        f.unit == reading.figure.unit and not f.contradicts(reading.figure)
        for reading, other in ((a, b), (b, a))
        for f in other.content.figures
    )


def _of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether the sentences are about the same, at the same time and place, as far as they say."""
    if (
        a.scope != b.scope
        or a.years != b.years
        or _apart(a.times, b.times)
        or _apart(a.places, b.places)
    ):
        return False
    near = similarity(a.content, b.content)
    if near < _needed(a) or (bool(a.places) != bool(b.places) and near < ELSEWHERE):
        return False
    left, right = a.content.names, b.content.names
    if a.what in _FATE:
        return not _apart(left, right)
    shared = (a.content.weights.keys() & b.content.weights.keys()) - left - right
    if len(shared) < LEAST_SHARED:
        return False
    return not a.figure.unit or (a.alone and b.alone and (left == right or bool(left & right)))


def _needed(reading: Reading) -> float:
    """How alike the sentences must be, by what is counted."""
    if reading.figure.unit:
        return ALIKE_SUM
    if reading.what not in _FATE:
        return ALIKE_COUNT
    return ALIKE_TOLL if reading.what in ("killed", "injured", "missing") else ALIKE_FATE


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both name something, and nothing that is the same."""
    return bool(a) and bool(b) and not a & b


def _acknowledged(a: Reading, b: Reading, read: Iterable[Reading]) -> bool:
    """Whether either article gives the other's figure as well, as one of several."""
    return any(
        r.sentence.article.id == x.sentence.article.id
        and r.figure.low <= y.figure.value <= r.figure.high < math.inf
        for r in read
        for x, y in ((a, b), (b, a))
    )


def _one_each(clashing: Iterable[Reading]) -> list[Reading]:
    """One reading an article, at most one more of an equal value, oldest first."""
    chosen: dict[str, Reading] = {}
    for reading in sorted(clashing, key=_place):
        chosen.setdefault(reading.sentence.article.id, reading)
    values: dict[tuple[float, float], Reading] = {}
    for reading in chosen.values():
        values.setdefault((reading.figure.low, reading.figure.high), reading)
    return sorted(values.values(), key=_place)[:READINGS]


def _place(reading: Reading) -> tuple[object, ...]:
    article = reading.sentence.article
    return (article.published, article.id, reading.sentence.span, reading.figure.span)
