"""How a shown speaker is called: in full, or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from briefing.model import Article, Quote
from briefing.quotes.descriptions import PLURAL_TITLES
from briefing.quotes.genders import MEN, WOMEN
from briefing.quotes.lexicon import listed
from briefing.quotes.naming import fold, parsed

_PARTICLES = "de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ter|ten"
# Letters that no reader takes for a person who speaks.
_OFFICES = frozenset(("potus", "flotus", "scotus", "vpotus"))
_GENERAL = re.compile(r"^.{0,40}\b(?:Director|Secretary)-General\s")
# Every country has them.
_MANY_HAVE = frozenset(
    listed("""
    foreign interior defence defense health finance justice education ministry department office
    police city council court board government cabinet parliament supreme high of
    """)
)
_JOINT = re.compile(r"\bjoint(?:ly)?\s(?:statement|letter|op-ed|essay|appeal|said|wrote)\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.)?\s(?:[A-ZÀ-Þ][\w’'-]+)"
_BOTH_BEFORE = re.compile(rf"{_NAME}(?:,\s[^,“”\"]{{2,60}},)?\sand\s(?:[\w.,’'-]+\s){{0,5}}$")
_BOTH_BEHIND = re.compile(
    rf"(?:,\s[^,“”\"]{{2,60}},)?\sand\s(?:[\w.-]+\s){{0,4}}?{_NAME}(?=[,.]|\s(?:in|of|on|at|wrote|said)\b)"
)
_NEAR = 120  # characters


def label(quote: Quote, name: str, articles: Iterable[Article], shown: Collection[str]) -> str:
    """`name` as the reader can know it; empty where it is a surname whose bearer nobody names.

    A surname that `shown` (headline, sentences) holds needs no more.
    """
    name = _without_plural(name)
    parts = parsed(name)
    if fold(name) in _OFFICES:
        return ""
    if parts is not None and parts.body and quote.speaker is not None:
        return _body(name, quote.speaker.text, shown)
    if parts is None or parts.given or len(name.split()) > 1:
        return name
    for article in (quote.article, *articles):
        full = _in_full(name, f"{article.title}\n{article.text}")
        if full:
            return full
    own = _with_particle(name, quote.article.text)
    return own if any(re.search(rf"\b{re.escape(own)}\b", text) for text in shown) else ""


def _body(name: str, mention: str, shown: Collection[str]) -> str:
    """ "China's Foreign Ministry": one of many needs to be told from the others."""
    major = re.search(rf"\bMajor {re.escape(name)}", mention)
    if major:
        return major.group()
    if not all(fold(word) in _MANY_HAVE for word in name.split()):
        return name
    owner = re.search(
        rf"[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ][\w.]*)*(?:['’]s|s['’])\s{re.escape(name)}", mention
    )
    if owner:
        return owner.group()
    return name if any(name in text for text in shown) else ""


def _without_plural(name: str) -> str:
    """ "Justices Ada Stone", of "Justices Ada Stone and Ben Hill"."""
    first, _, rest = _GENERAL.sub("", name).partition(" ")
    if fold(first) in PLURAL_TITLES and " " in rest:
        return rest
    return f"{first} {rest}".strip()


def _in_full(surname: str, text: str) -> str:
    """The one full name of `surname` in `text`; empty for none or several."""
    given = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.)?"
    pattern = rf"\b({given}\s(?:(?:{_PARTICLES})\s){{0,2}}{re.escape(surname)})\b"
    found = {
        match: None for match in re.findall(pattern, text) if fold(match.split()[0]) in MEN | WOMEN
    }
    return next(iter(found)) if len(found) == 1 else ""


def _with_particle(surname: str, text: str) -> str:
    match = re.search(rf"\b((?:{_PARTICLES})\s{re.escape(surname)})\b", text)
    return match.group(1) if match else surname


def _two(mention: str) -> bool:
    """ "Ada Stone and Rep. Ben Lind", not "Public Health and Safety Director Ben Lind"."""
    both = re.search(rf"({_NAME})(?:,[^,]{{2,60}},)?\sand\s(.{{0,80}}?)(?:{_NAME})$", mention)
    if both is None:
        return False
    given = fold(both.group(1).split()[0]) in MEN | WOMEN
    return given or not any(c.isupper() for c in both.group(2))


def is_joint(quote: Quote) -> bool:
    """Whether two say it together: the words of both are not one's."""
    if quote.speaker is None:
        return False
    text, span = quote.article.text, quote.speaker.span
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start][-_NEAR:]
    behind = text[span.end : span.end + _NEAR].partition("\n")[0]
    if _JOINT.search(f"{before[-60:]} {behind[:80]}"):
        return True
    if _two(quote.speaker.text):
        return True
    if quote.cue is None:
        return False
    if span.end <= quote.cue.start:
        return _BOTH_BEFORE.search(before) is not None
    return _BOTH_BEHIND.match(behind) is not None
