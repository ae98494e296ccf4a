"""A count in a headline that the text below has outgrown: "4 dead", and five are.

An outlet that writes on at its report changes the text before the title.
"""

from __future__ import annotations

import re

from briefing.model import Article
from briefing.press.captions import opening
from briefing.press.events import LEAD_CHARACTERS
from briefing.text.numbers import Figure, figures
from briefing.text.words import STOP_WORDS, stem

_NOUN = re.compile(r"\s([^\W\d_]{3,})")
# "700 migrants dead", "900 people may have died": one toll, whoever is counted.
_DEAD = re.compile(
    r"(?:\s[a-z]+){0,4}?\s(?:dead|killed|died|deaths|fatalities)\b(?!\s\d)", re.IGNORECASE
)
_REACH = 40  # characters before a figure in which "killed at least" stands
_KILLED = re.compile(r"\bkill(?:ed|ing|s)\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
_Count = tuple[str, Figure]  # what is counted, and how many


def outgrown(article: Article, title: str) -> bool:
    """Whether the text has no count of the title's size, and its lead a higher one of the thing."""
    counted = _counts(title)
    if not counted:
        return False
    lead = _counts(opening(article.text, LEAD_CHARACTERS))
    risen = [
        one
        for thing, one in counted
        if (now := {other.value for noun, other in lead if noun == thing})
        and len(now) == 1
        and min(now) > one.value
    ]
    if not risen:
        return False
    told = [figure for line in article.text.split("\n") for figure in figures(line)]
    return any(not any(_as_large(one, other) for other in told) for one in risen)


def _counts(text: str) -> list[_Count]:
    """The figures of things, each with the stem of the word behind it."""
    found = []
    for figure in figures(text):
        noun = _NOUN.match(text, figure.span.end)
        if noun and not figure.unit and noun[1].lower() not in STOP_WORDS:
            before = text[max(0, figure.span.start - _REACH) : figure.span.start]
            toll = _DEAD.match(text, figure.span.end) or _KILLED.search(before)
            found.append(("dead" if toll else stem(noun[1].lower()), figure))
    return found


def _as_large(titled: Figure, told: Figure) -> bool:
    """Whether the title's figure may be the text's, cut or rounded to as many digits."""
    if titled.unit != told.unit:
        return False
    digits = f"{titled.value:.0f}"
    step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    least = titled.low or titled.value  # "as many as 700" has no least
    return least <= told.value < titled.value + step
