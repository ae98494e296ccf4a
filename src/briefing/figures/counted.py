"""What a figure counts, for the reader and as a key: a fate, a thing, a sum's purpose, a tally."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Sentence
from briefing.text.dates import WEEKDAYS
from briefing.text.numbers import Figure
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
_UNIT_NAMES = {"per cent": "per cent", "point": "percentage points", "yen": "yen", "yuan": "yuan"}
_CLAUSE = re.compile(r"[;:—(]|\.\s|\bwhile\b|\bwhereas\b|\bbut\b", re.IGNORECASE)


def thing(sentence: Sentence, figure: Figure, start: int, end: int) -> tuple[str, str] | None:
    """What is counted, for the reader and as a key; None where that is not plain."""
    text = sentence.text
    after = _CLAUSE.split(text[figure.span.end : end])[0]
    before = _CLAUSE.split(text[start : figure.span.start])[-1]
    head = _head([m.group().lower() for m in WORD.finditer(re.split("[,.]", after)[0])])
    if figure.unit:
        return _sum(sentence, figure, before, after, head)
    if "." in figure.span.of(text) and figure.value < 1_000:
        return None  # a magnitude, a depth: things are counted whole
    tallied = tally(before)
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


def tally(before: str) -> tuple[str, str] | None:
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
