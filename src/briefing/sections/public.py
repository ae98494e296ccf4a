"""How much of public affairs an article speaks of, be it of whichever section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefing.model import Article
from briefing.press.captions import opening
from briefing.sections.lexicon import lexicon, terms
from briefing.sections.words import LEAD, LEAD_CHARACTERS, TITLE
from briefing.text.numbers import TWO_TO_TEN
from briefing.text.words import stem, stems

# Words of public affairs that speak for no section.
_OFFICES = """government federal ministry secretary department agency commission regulator official
    army navy military defence defense soldier intelligence law rule ruling ban statute reform
    embargo strike union border extremist
"""
# What costs lives or ends an office, for which a report spends few words of office.
_GRAVE_WORDS = """dead die killed death toll fatal behead execution massacre genocide assassination
    hostage airstrike missile bomb bombing invasion war ceasefire troop coup famine epidemic
    earthquake hurricane explosion resign resignation impeach
"""
_WEIGHT = 2  # times that such a word counts
_PRIVATE = frozenset({"Sport", "Culture", "Local"})  # their words speak of no public affairs
_NUMBER = rf"(?<!-)(?:\d[\d,.]*|{TWO_TO_TEN}|dozens|scores|hundreds|thousands)"
_GRAVE = re.compile(
    rf"""{_NUMBER}\b.{{0,40}}\b(?:dead|killed|die[ds]?|deaths?|casualties|missing)\b
      | \b(?:kill(?:s|ed|ing)|deaths?|death\stoll)\b.{{0,40}}\s{_NUMBER}\b
      | (?:\b\d+[,.]?\d{{2,}}|million)\s(?:[\w-]+\s){{0,4}}(?:cases|infections|jobs|jobless)\b
      | \bcases\s(?:top|pass|exceed|reach|hit)\b
      | \b(?:economy|gdp|unemployment|jobless|inflation|payrolls)\b.{{0,60}}(?:\d|\brecord\b)
      | \brecession\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED = 5  # points
_MUCH = 16  # points: of stories of one source one in seven has as many


def public(article: Article) -> float:
    """0 to 1: how much of public affairs title and lead speak of.

    A slap in a shop or a trending word has none of their words, a ruling or a vote many; words of
    war, death and disaster count double. Deaths by number and the figures of an economy or an
    epidemic in the title are news of all, in few words.
    """
    points = sum(worth * _weight(word) for words, worth in _heads(article) for word in words)
    if _GRAVE.search(article.title):
        points += _COUNTED
    return min(1.0, points / _MUCH)


def _weight(word: str) -> int:
    if word in _stems(_GRAVE_WORDS):
        return _WEIGHT
    return int(word in _stems(_OFFICES) or not _PRIVATE.issuperset(lexicon().get(word, ())))


def _heads(article: Article) -> Iterable[tuple[list[str], int]]:
    """The distinct terms of title and lead, and what one of them is worth."""
    for text, worth in ((article.title, TITLE), (opening(article.text, LEAD_CHARACTERS), LEAD)):
        yield sorted(terms(stems(text))), worth


@lru_cache(maxsize=2)
def _stems(listed: str) -> frozenset[str]:
    return frozenset(map(stem, listed.split()))
