"""The figures of a sentence, and what each of them counts, as far as that is plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Sentence
from briefing.text.background import Background
from briefing.text.content import Content, content
from briefing.text.dates import MONTHS, WEEKDAYS
from briefing.text.numbers import Figure, figures
from briefing.text.words import STOP_WORDS, WORD, stem, words

# What happened to those who are counted; each line is one thing, named by its first word.
_FATES = """
killed kill kills killing dead die dies died death deaths fatality fatalities perished slain
injured injure injures injuring injuries wounded wounding wounds hurt
hospitalised hospitalized
missing unaccounted
arrested arrest arrests arresting detained detaining detentions
infected infections infection
evacuated evacuating evacuations displaced homeless
rescued rescuing
"""
_FATE = {word: line.split()[0] for line in _FATES.strip().split("\n") for word in line.split()}
FATES = frozenset(_FATE.values())
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
    nation operation surgery""".split()
)
# Between a fate and its figure: "killing at least 12", "the toll rose to 12".
_HEDGES = frozenset(
    """at least about around some nearly almost more than over up to as many an estimated roughly
    approximately fewer less of the a to reached reaches stands stood rose rises climbed has had
    by was is risen""".split()
)
# "lost their lives", "twelve people in hospital": a fate in several words, and the word for it.
_PHRASES = (
    (
        re.compile(r"\b(?:lost|losing|lose) (?:their|his|her) li(?:ves|fe)\b", re.IGNORECASE),
        "killed",
    ),
    (
        re.compile(
            r"\b(?:in|to) (?:the )?hospitals?\b(?! (?:with|for) (?:the|a)\b)", re.IGNORECASE
        ),
        "hospitalised",
    ),
)
# What reports keep a tally of, and what it counts: "the toll rose to 12", "cases in Velm reach 31".
_TALLIED = {
    **dict.fromkeys("toll deaths fatalities death".split(), "killed"),
    "infections": "infected",
    "injuries": "injured",
    "arrests": "arrested",
    "cases": "",  # they are named themselves
}
# Between what is tallied and the tally; without one of _REACHED it is no total ("rose by 12").
_REACHED = frozenset(
    """to at is was reach reaches reached reaching pass passes passed top tops topped hit hits
    exceeds exceeded""".split()
)
_NUMBER_OF = re.compile(r"\b(?:number|tally|total|count) of\b([^;:]*)$", re.IGNORECASE)
# A sum or a share that sides bargain over, or that parts them: "a bid of", "ahead by 11,000 votes".
_PRICE = re.compile(
    r"""\b(?: buy(?:s|ing)? | bought | acquir(?:e|es|ed|ing) | acquisition | purchased?
    | (?:takes?|taking|took)[ ]over | takeover | bids? | sold | sells? | selling | sale | merger )\b
    [^;:]{0,80}? \b(?:for|of|worth|at)\s (?:[a-z]+\s){0,2}$""",
    re.IGNORECASE | re.VERBOSE,
)
_SHARE = re.compile(r"\b(?:shares?|stocks?)\b", re.IGNORECASE)
_PAY = re.compile(
    r"""\b(?: (?:pay|wage|salary)\ (?:rise|raise|increase|deal|offer|award)s?
    | (?:rise|raise|increase)s?\ in\ (?:pay|wages|salaries) | offer(?:s|ed|ing)? )\b
    (?:[ ](?:of|is|worth|stands|at|by|a|an|about|only|just|staff|workers|them)){0,3}\s$""",
    re.IGNORECASE | re.VERBOSE,
)
_WAGES = re.compile(r"\b(?:pay|wages?|salar(?:y|ies))\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:leads?|led|leading|ahead|margin|majority|advantage)\b(?:\s[a-z]+){0,4}\s$", re.IGNORECASE
)
BARGAINED = frozenset({"price", "pay", "ahead"})  # how the keys of these begin
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
    rf"\b(?:(?:19|20)\d\d|{'|'.join((*WEEKDAYS, *(m for m in MONTHS if m != 'may')))})\b",
    re.IGNORECASE,
)
_UNIT_NAMES = {"per cent": "per cent", "point": "percentage points", "yen": "yen", "yuan": "yuan"}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE = re.compile(
    r"\b(?:in|at|near|across|outside|throughout|around|off) (?:the (?:\w+ )?)?((?:[A-Z][\w.]+ ?)+)"
    r"(?:(?:city|town|village|province|region|capital|state|suburb|port|island|district)(?: of)?"
    r" ((?:[A-Z][\w.]+ ?)+))?"
)
_CLAUSE = re.compile(r"[;:—(]|\.\s|\bwhile\b|\bwhereas\b|\bbut\b", re.IGNORECASE)

NEAR = 70  # characters around a figure in which a word limits it


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
    total: bool = False  # worded as the tally of the whole event: "the toll rose to 12"


def readings(sentence: Sentence, background: Background) -> tuple[Reading, ...]:
    """The figures of one sentence whose object can be told."""
    text = sentence.text
    found = figures(text)
    if not found or "?" in text or _of_another_year(text, sentence):
        return ()
    meaning = content(text, background.idf)
    times = frozenset(m.lower() for m in _TIMES.findall(text))
    years = frozenset(_YEAR.findall(text)) - {str(sentence.article.published.year)}
    places = frozenset(
        word.rstrip(".").lower()
        for named in _PLACE.findall(text)
        for word in " ".join(named).split()
    )
    made = []
    for number, figure in enumerate(found):
        start = found[number - 1].span.end if number else 0
        end = found[number + 1].span.start if number + 1 < len(found) else len(text)
        thing = None if _partial(text, figure) else _thing(sentence, figure, start, end)
        if thing:
            before = text[start : figure.span.start]
            alone = sum(f.unit == figure.unit for f in found) == 1
            scope = _scope(text, figure, start, end)
            made.append(
                Reading(
                    sentence,
                    figure,
                    *thing,
                    meaning,
                    scope,
                    times,
                    years,
                    places,
                    alone,
                    total=_tally(before) == thing,
                )
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


def _thing(sentence: Sentence, figure: Figure, start: int, end: int) -> tuple[str, str] | None:
    """What is counted, for the reader and as a key; None where that is not plain."""
    text = sentence.text
    after = _CLAUSE.split(text[figure.span.end : end])[0]
    before = _CLAUSE.split(text[start : figure.span.start])[-1]
    head = _head([m.group().lower() for m in WORD.finditer(re.split("[,.]", after)[0])])
    if figure.unit:
        return _sum(sentence, figure, before, after, head)
    if "." in figure.span.of(text) and figure.value < 1_000:
        return None  # a magnitude, a depth: things are counted whole
    tallied = _tally(before)
    if tallied and (head in _ANYONE or head in ("", *WEEKDAYS)):
        return tallied
    fate = _fate(before, [m.group().lower() for m in WORD.finditer(_plain(after))][:9])
    if fate:
        return fate, f"{fate} {'' if head in _ANYONE else stem(head)}"
    if head == "votes" and _AHEAD.search(before):
        return head, "ahead vote"
    if stem(head) in _COUNTED:
        return head, f"count {stem(head)}"
    return None


def _sum(
    sentence: Sentence, figure: Figure, before: str, after: str, head: str
) -> tuple[str, str] | None:
    """What a share or a sum of money is for: a price or a rise in pay, else the words beside it."""
    name = _UNIT_NAMES.get(figure.unit, f"{figure.unit}s")
    if figure.unit == "per cent":
        if _PAY.search(before) and _WAGES.search(sentence.article.text):
            return name, "pay per cent"
    elif (
        _PRICE.search(before)
        and not _SHARE.search(before)
        and not re.match(r"\s(?:an?|per|each)\b", after)
    ):
        return name, f"price {figure.unit}"
    # "for 2 billion" is a price, "sales of 9 billion" is not: the word before belongs to it.
    leading = [w for w in words(before) if w not in _HEDGES - {"of", "to", "by"}][-1:]
    return name, " ".join((figure.unit, *leading, stem(head)))


def _tally(before: str) -> tuple[str, str] | None:
    """What a figure is the total of, where the words before it tell that it is one: "the number of
    people killed in Velm rose to 7", "cases reach 31"."""
    preceding = [m.group().lower() for m in WORD.finditer(_plain(_CLAUSE.split(before)[-1]))]
    hedges: list[str] = []
    while preceding and preceding[-1] in _HEDGES | _REACHED:
        hedges.append(preceding.pop())
    if "by" in hedges or not (_REACHED.intersection(hedges) or preceding[-1:] == ["toll"]):
        return None
    numbered = _NUMBER_OF.search(_plain(before))
    if numbered:
        counted = ""
        for word in (m.group().lower() for m in WORD.finditer(numbered[1])):
            if word in _FATE:
                return _FATE[word], f"{_FATE[word]} {stem(counted)}"
            if not counted and stem(word) in _COUNTED:
                counted = word
        return (counted, f"count {stem(counted)}") if counted else None
    for word in reversed(preceding[-10:]):
        if word in _TALLIED:
            fate = _TALLIED[word]
            return (fate, f"{fate} ") if fate else (word, f"count {stem(word)}")
    return None


def _plain(text: str) -> str:
    """With one word for a fate that is told in several."""
    for phrase, word in _PHRASES:
        text = phrase.sub(word, text)
    return text


def _fate(before: str, following: Sequence[str]) -> str:
    """killed, injured, ...: from the words right before the figure, else after it."""
    near = [m.group().lower() for m in WORD.finditer(_plain(before))][-10:]
    while near and near[-1] in _HEDGES:
        near.pop()
    if near and near[-1] in _FATE:
        return _FATE[near[-1]]
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
