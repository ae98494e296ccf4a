"""Where independent reports give different figures for one thing.

A false "reports differ" is worse than none, so all of this must hold: both sentences say what is
counted (killed, injured, a noun, a share of something, a sum for something) and it is the same;
the intervals that "at least", "nearly", "about" and rounding leave open lie apart; the sentences
are about the same place and time and mostly use the same words; and neither report gives the
other's figure elsewhere for the same thing, as reports do that tell several tolls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from briefing.model import Difference, Sentence, Story
from briefing.text.alignment import Content, content, similarity
from briefing.text.background import Background
from briefing.text.numbers import Figure, figures
from briefing.text.words import STOP_WORDS, WORD, stem

# What happened to those who are counted; each line is one thing, named by its first word.
_FATES = """
killed kill killing dead die dies died death deaths fatality fatalities perished lives slain toll
injured injure injuring injuries wounded wounding wounds hurt hospitalised hospitalized
missing unaccounted
arrested arrest arrests arresting detained detaining detentions custody
infected infections infection cases positive
evacuated evacuating evacuations displaced homeless
rescued rescuing saved
"""
_FATE = {word: line.split()[0] for line in _FATES.strip().split("\n") for word in line.split()}
# A fate before its figure: "killing at least 12", "a death toll of 12", "left 12 dead" does not.
_HEDGES = frozenset(
    """at least about around some nearly almost more than over up to as many an estimated roughly
    approximately fewer less of the a other another to reached reaches stands stood at rose rises
    climbed has had by""".split()
)
# Heads that say nothing about who is counted: "12 people", "12 were killed", "12 others".
_ANYONE = frozenset("people person persons others were have had was are being dead in by".split())
# A figure for a stretch of time or a part is not the event's: the cues must be the same.
_SCOPE = re.compile(
    r"""\b(?: so\ far | (?:this|last|past|each|every|per|next|previous|a)\ (?:year|month|week|day)
    | since | in\ total | a\ total | overall | altogether | daily | weekly | annual(?:ly)?
    | worldwide | nationwide | globally | including | among | another | additional | other | new
    | more | earlier | previous(?:ly)? | initially | first | average | record | expected | could
    | may | might | would | if | half | most )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HEDGED_MORE = re.compile(r"\bmore than\b|\bno more\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)\d\d\b|\b(?:january|february|march"
    r"|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:—]|\.\s|\bwhile\b|\bwhereas\b|\bbut\b", re.IGNORECASE)

ALIKE = 0.42  # similarity of the two sentences without their figures (benchmarks/pairs.py)
LATER = timedelta(hours=3)  # reports closer in time than this supersede nothing
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
    found = (_difference(by_kind[kind]) for kind in sorted(by_kind))
    kept = [d for d in found if d is not None]
    return tuple(sorted(kept, key=lambda d: (-len(d.readings), d.what)))


def readings(sentence: Sentence, background: Background) -> tuple[Reading, ...]:
    """The figures of one sentence whose object can be told."""
    text = sentence.text
    found = figures(text)
    if not found or "?" in text:
        return ()
    meaning = content(text, background.idf)
    scope = frozenset(m.lower() for m in _SCOPE.findall(_HEDGED_MORE.sub(" ", text)))
    times = frozenset(m.lower() for m in _TIMES.findall(text))
    made = []
    for number, figure in enumerate(found):
        start = found[number - 1].span.end if number else 0
        end = found[number + 1].span.start if number + 1 < len(found) else len(text)
        thing = _thing(text, figure, start, end)
        if thing:
            made.append(Reading(sentence, figure, *thing, meaning, scope, times))
    return tuple(made)


def _thing(text: str, figure: Figure, start: int, end: int) -> tuple[str, str] | None:
    """What is counted, for the reader and as a key; None where that is not plain."""
    after = _CLAUSE.split(text[figure.span.end : end])[0]
    before = _CLAUSE.split(text[start : figure.span.start])[-1]
    following = [m.group().lower() for m in WORD.finditer(after)][:9]
    head = _head(following)
    if not figure.unit:
        fate = _fate(before, following)
        if fate:
            return fate, f"{fate} {'' if head in _ANYONE else stem(head)}"
        if not head or head in _ANYONE:
            return None
        return head, f"count {stem(head)}"
    if figure.unit == "per cent":
        return ("per cent", f"per cent {stem(head)}") if head else ("per cent", "per cent")
    return f"{figure.unit}s", f"{figure.unit} {stem(head)}" if head else figure.unit


def _fate(before: str, following: Sequence[str]) -> str:
    """killed, injured, ...: from the words right before the figure, else after it."""
    preceding = [m.group().lower() for m in WORD.finditer(before)][-10:]
    while preceding and preceding[-1] in _HEDGES:
        if preceding[-1] in ("to", "of", "at", "reached", "stands", "stood", "reaches"):
            toll = [w for w in preceding if w in _FATE]
            if toll:
                return _FATE[toll[-1]]
        preceding.pop()
    if preceding and preceding[-1] in _FATE:
        return _FATE[preceding[-1]]
    for word in following:
        if word in _FATE:
            return _FATE[word]
        if word in ("and", "who", "which", "that", "after", "when"):
            break
    return ""


def _head(following: Sequence[str]) -> str:
    """The noun that is counted: the last content word before a function word; "" if none."""
    head = ""
    for word in following[:4]:
        if word in STOP_WORDS and word not in ("of", "the") and head:
            break
        if word in ("of", "the", "us", "its", "their") and not head:
            continue
        if word in ("of", "the"):
            break
        if word in STOP_WORDS or word in _FATE:
            return head or (word if word in _ANYONE else "")
        head = word
    return head


def _difference(read: Sequence[Reading]) -> Difference | None:
    """The readings of one thing that contradict each other, if any do."""
    clashing = [
        (a, b)
        for a, b in combinations(read, 2)
        if a.sentence.article.id != b.sentence.article.id and differ(a, b)
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


def differ(a: Reading, b: Reading) -> bool:
    """Whether two readings give figures for one thing that cannot both be true."""
    return (
        a.kind == b.kind
        and a.figure.contradicts(b.figure)
        and a.scope == b.scope
        and (not a.times or not b.times or bool(a.times & b.times))
        and _same_names(a.content, b.content)
        and similarity(a.content, b.content) >= ALIKE
    )


def _same_names(a: Content, b: Content) -> bool:
    return not a.names or not b.names or bool(a.names & b.names)


def _acknowledged(a: Reading, b: Reading, read: Iterable[Reading]) -> bool:
    """Whether either article gives the other's figure as well, or gives two of its own."""
    return any(
        (r.sentence.article.id == x.sentence.article.id and not r.figure.contradicts(y.figure))
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
