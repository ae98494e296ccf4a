"""How a shown speaker is called: in full, or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from briefing.model import Article, Quote
from briefing.quotes import lexicon as lex
from briefing.quotes.lexicon import listed
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import fold, parsed
from briefing.text.dates import WEEKDAY
from briefing.text.names import PARTICLES

_GIVEN = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?=\s)")
_REST = re.compile(rf"(?:\s[A-ZÀ-Þ]\.)?\s(?:(?:{PARTICLES})\s){{0,2}}(\S+)")
_PARTICLE = re.compile(rf"\b(?:{PARTICLES})\s(?=(\S+))")
_BOUNDARY = re.compile(r"\b")
_LONGEST_TITLE = 20  # characters: "Representative "
_TEXTS = 64  # whose names are remembered: those of a story
_GENERAL = re.compile(r"^.{0,40}\b(?:Director|Secretary)-General\s")
# Every country has them.
_MANY_HAVE = frozenset(
    listed("""
    foreign interior commerce trade agriculture energy transport labour labor environment
    defence defense health finance justice education ministry department office
    police city council court board government cabinet parliament supreme high of
    """)
)
# What begins with these is one of many.
_HEADS = frozenset(("Bureau", "Department", "Office", "Ministry", "Board", "Division"))
# "New Jersey Democrat": what somebody is, who is not named.
_PARTISAN = frozenset(listed("democrat republican independent conservative libertarian"))
# "European Centre", of "European Centre for Sea Weather": the name goes on, but not "on Tuesday".
_GOES_ON = (
    rf" (?:for|of|on) (?:the )?(?!{WEEKDAY}\b)[A-Z][\w’'-]*"
    r"(?:(?:,| and|, and| of| for| the| &)? [A-Z][\w’'-]*)*"
)
_CUT_SHORT = frozenset(
    listed("""
    centre center centers institute institution association agency commission committee council
    society foundation organization organisation union federation board office bureau coalition
    alliance department ministry academy campaign network project
    """)
)
_JOINT = re.compile(r"\bjoint(?:ly)?\s(?:statement|letter|op-ed|essay|appeal|said|wrote)\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.)?\s(?:[A-ZÀ-Þ][\w’'-]+)"
_BOTH_BEFORE = re.compile(rf"{_NAME}(?:,\s[^,“”\"]{{2,60}},)?\sand\s(?:[\w.,’'-]+\s){{0,5}}$")
_BOTH_BEHIND = re.compile(
    rf"(?:,\s[^,“”\"]{{2,60}},)?\sand\s(?:[\w.-]+\s){{0,4}}?{_NAME}(?=[,.]|\s(?:in|of|on|at|wrote|said)\b)"
)
# "a step critics", not "a couple of officials", "a few farmers", "a White House press aide".
_ONE = re.compile(
    r"(?:an?|this|that)\s(?!(?:few|couple|dozen|hundred|thousand|million|number)\b)"
    r"(?:(?!(?:of|for|with|from|at|in|on|who|that)\s)[\w’'-]+\s)+([a-z]+(?:[^\W\dsui]s|people|(?:wo)?men))",
    re.IGNORECASE,
)
_NO_PLURAL = frozenset(listed("news series species sales politics economics"))
_CAPITAL = re.compile(r", D\.C\.")
_NEAR = 120  # characters


def label(quote: Quote, name: str, articles: Iterable[Article], shown: Collection[str]) -> str:
    """`name` as the reader can know it; empty where it is a surname whose bearer nobody names.

    A surname that `shown` (headline, sentences) holds needs no more.
    """
    name = _GENERAL.sub("", name)
    parts = parsed(name)
    if fold(name.split()[-1]) in _PARTISAN or _is_other(quote, name):
        return ""
    if parts is not None and parts.body and quote.speaker is not None:
        return _body(name, quote.speaker.text, shown, [a.text for a in articles])
    if parts is None or parts.given or len(name.split()) > 1:
        return name
    for article in (quote.article, *articles):
        if full := _in_full(name, article.title, article.text):
            return full
    own = _with_particle(name, quote.article.text)
    page = (text for text in shown if own in text)
    return own if any(re.search(rf"\b{re.escape(own)}\b", text) for text in page) else ""


def _is_other(quote: Quote, name: str) -> bool:
    """Whether another speaks, of whom the words tell: "the keepers who sued Ben Hill"."""
    parts = parsed(name)
    if quote.speaker is None or parts is None or parts.body:
        return False
    surname = re.escape(name.split()[-1])
    return (
        re.search(
            rf"\b(?:against|about|by|with|from|to|under|behind|around|over|who\s\w+)"
            rf"\s(?:[A-ZÀ-Þ][\w.’'-]*\s)*{surname}\b",
            quote.speaker.text,
        )
        is not None
    )


def _body(name: str, mention: str, shown: Collection[str], texts: Collection[str]) -> str:
    """ "China's Foreign Ministry": one of many needs to be told from the others."""
    if re.search(rf"[a-z] and (?:the )?{re.escape(name)}", mention):
        return ""  # "the harbour campaign and Norland Committee": the words of two
    major = re.search(rf"\bMajor {re.escape(name)}", mention)
    if major:
        return major.group()
    if not all(fold(word) in _MANY_HAVE for word in name.split()):
        return _whole(name, texts)
    owner = re.search(
        rf"[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ][\w.]*)*(?:['’]s|s['’])\s{re.escape(name)}", mention
    )
    if owner:
        return owner.group()
    return name if any(name in text for text in shown) else ""


def _whole(name: str, texts: Iterable[str]) -> str:
    """ "Arden Bureau of Roads", where the text has "the Bureau of Roads" as well."""
    texts = tuple(texts)
    if fold(name.split()[-1]) in _CUT_SHORT:
        longer: set[str] = {
            m for text in texts for m in re.findall(re.escape(name) + _GOES_ON, text)
        }
        if len(longer) == 1:
            return longer.pop()
    if name.split()[0] not in _HEADS:
        return name
    pattern = rf"\b(?<!\. )((?:(?!The\s)[A-ZÀ-Þ][\w.’'-]*\s){{1,3}}{re.escape(name)})(?!\w)"
    found = {match for text in texts for match in re.findall(pattern, text)}
    return found.pop() if len(found) == 1 else name


def _in_full(surname: str, title: str, text: str) -> str:
    """The one full name of `surname` in both; empty for none or several."""
    found = _full_names(title).get(surname, {}) | _full_names(text).get(surname, {})
    return next(iter(found)) if len(found) == 1 else ""


@lru_cache(maxsize=_TEXTS)
def _full_names(text: str) -> dict[str, dict[str, None]]:
    """By surname, in order: known given names with what stands behind them."""
    found: dict[str, dict[str, None]] = {}
    for given in _GIVEN.finditer(text):
        known = fold(given.group()) in MEN | WOMEN or _is_titled(text, given)
        rest = _REST.match(text, given.end()) if known else None
        if rest is not None:
            for surname in _ends(rest[1]):
                full = text[given.start() : rest.start(1) + len(surname)]
                found.setdefault(surname, {})[full] = None
    return found


def _is_titled(text: str, given: re.Match[str]) -> bool:
    """ "Sen. Orla" before "Stone": who stands behind a title has a given name, known or not."""
    before = text[max(0, given.start() - _LONGEST_TITLE) : given.start()].split()
    titles = lex.ROLES | lex.HONORIFICS
    titled = bool(before) and before[-1][0].isupper() and fold(before[-1]) in titles
    return titled and fold(given.group()) not in titles


def _ends(word: str) -> list[str]:
    """ "Stone" and "Stone’s" of "Stone’s"."""
    return [word[: end.start()] for end in _BOUNDARY.finditer(word) if end.start()]


def _with_particle(surname: str, text: str) -> str:
    return _particles(text).get(surname, surname)


@lru_cache(maxsize=_TEXTS)
def _particles(text: str) -> dict[str, str]:
    """ "van Stone" by "Stone"."""
    found: dict[str, str] = {}
    for match in _PARTICLE.finditer(text):
        for surname in _ends(match[1]):
            found.setdefault(surname, f"{match.group()}{surname}")
    return found


def placed(quote: Quote) -> str:
    """The words of a speaker without a name; "for Washington, D.C." keeps its end."""
    if quote.speaker is None:
        return ""
    behind = _CAPITAL.match(quote.article.text, quote.speaker.span.end)
    if _several(quote.speaker.text):
        return ""
    capital = behind is not None and quote.speaker.text.endswith("Washington")
    return quote.speaker.text + (behind[0] if behind and capital else "")


def _several(mention: str) -> bool:
    """ "a step critics", of "a step critics say falls short": one thing, and those who say it."""
    found = _ONE.fullmatch(mention)
    return found is not None and found[1] not in _NO_PLURAL


def _two(mention: str) -> bool:
    """ "Ada Stone and Rep. Ben Lind", not "Public Health and Safety Director Ben Lind"."""
    both = re.search(
        rf"({_NAME})(?:,[^,]{{2,60}},)?\sand\s(.{{0,80}}?)(?:{_NAME})(?:\s[JS]r\.)?$", mention
    )
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
    another = _BOTH_BEHIND.match(behind)
    if span.end <= quote.cue.start:
        both = another is not None and span.end + another.end() <= quote.cue.start
        return both or _BOTH_BEFORE.search(before) is not None
    return another is not None
