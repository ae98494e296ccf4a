"""Does a quote speak of somebody whom only its article names, right before it?

Of 361 quotes of 23 months 3 fell, all rightly. The tag "continued" alone is no sign: of 3 so
tagged 2 stood well by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.model import Quote
from briefing.quotes.shown.alone import names_somebody
from briefing.quotes.shown.leaning import sentence_before, tag
from briefing.standing.introductions import persons, surnames
from briefing.text.names import TITLE
from briefing.text.quoted import unquoted
from briefing.text.sentences import spans

REACH = 400  # characters before the words in which "he" is named
OPENING = 6  # words: further on "he" may be somebody of whom the quote itself speaks
_TEXTS = 64  # whose people are remembered: those of a story
_HE = re.compile(rf"\W*((?:[\w’'-]+,?\s){{0,{OPENING}}}?)(?:he|him|his|she|her)\b", re.IGNORECASE)
_CONTINUED = re.compile(
    r"\b(?:continue[ds]|went\son|goes\son)(?!\s(?:with\b|to\s(?!say\b)))", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Þ](?:['’][A-ZÀ-Þ])?[\w-]+")
_TITLED = re.compile(rf"\b{TITLE}\s([A-Z][\w-]+)")


def is_unmet(quote: Quote, page: Sequence[str]) -> bool:
    """Whether "he" opens it, or it goes on from what its speaker said ("..., Hill continued"), and
    of the persons named shortly before `page` has none."""
    if quote.kind != "direct" or not any(page):
        return False
    text, start = quote.article.text, quote.contents[0].start
    he = _HE.match(quote.text)
    if he is not None and not names_somebody(he[1]):
        before = unquoted(text[max(0, start - REACH) : start])
    elif _CONTINUED.search(tag(quote)):
        before = sentence_before(quote)
    else:
        return False
    own = set(_NAME.findall(quote.speaker.name or quote.speaker.text)) if quote.speaker else set()
    near = _named(before, _persons(text)) - own
    return bool(near) and not any(name in shown for name in near for shown in page)


def _named(text: str, known: frozenset[str]) -> set[str]:
    """The surnames of the people in `text`."""
    alone = {name for part in spans(text, 0) for name in surnames(part.of(text))}
    return alone | {*_TITLED.findall(text)} | {w for w in _NAME.findall(text) if w in known}


@lru_cache(maxsize=_TEXTS)
def _persons(text: str) -> frozenset[str]:
    return persons([text])
