"""The section that a story's own words speak for, all its reports together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.model import Article
from briefing.press.captions import opening
from briefing.sections.lexicon import FAINT, TELLING, lexicon, plagues, terms
from briefing.sections.names import SECTIONS
from briefing.sections.offices import envoys, holders
from briefing.text import lands
from briefing.text.words import stems, words

TITLE_CHARACTERS, LEAD_CHARACTERS = 300, 600
TITLE, LEAD = 2, 1  # what a word counts there
# "..., boosted by the virus", "... amid fears of it", "... in the pandemic".
_CIRCUMSTANCE = re.compile(
    r"(?:,\s\w+ed\sby\b|\b(?:amid|despite|during|because of|due to)\b"
    r"|\bin (?:the |a )?(?:\w+ )?pandemic\b).*",
    re.IGNORECASE,
)
_MARGIN = 1.3  # the best section's points against the second's: below it words tell nothing
_NEIGHBOURS = frozenset({"National", "Politics"})  # of these the better one will do
_LEAST = 4  # points
_WORDS = 2  # different ones, if one tells by itself: "coach", "market" or "school" alone does not
_FAINT_WORDS = 3  # if none does
# What stands in a title beside its words: who holds an office, whom a land sends, lands abroad.
_HOLDER, _ENVOY, _LAND = "(holder)", "(envoy)", "(land)"
_MORE = {
    _HOLDER: {"Politics": TELLING},
    _ENVOY: {"World": TELLING},
    _LAND: {"World": FAINT},
}


Heard = Mapping[str, Mapping[str, int]]  # section -> word -> its points


def heard(articles: Iterable[Article], at_home: str = "") -> Heard:
    """What the titles and leads of all the articles say for each section."""
    found: dict[str, Counter[str]] = {}
    for article in articles:
        for word, worth in _spoken(article, at_home):
            for name, tells in _tells(word).items():
                found.setdefault(name, Counter())[word] += worth * tells
    return found


def by_words(found: Heard) -> str:
    """The section that what was heard speaks for; "" where it does not agree."""
    points = {name: sum(said.values()) for name, said in found.items()}
    ranked = sorted(points, key=lambda name: (-points[name], SECTIONS.index(name)))
    if not ranked or points[ranked[0]] < _LEAST or not _several(ranked[0], found[ranked[0]]):
        return ""
    others = [n for n in ranked[1:] if {ranked[0], n} != _NEIGHBOURS]
    second = points[others[0]] if others else 0
    return ranked[0] if points[ranked[0]] >= _MARGIN * second else ""


def _several(name: str, said: Iterable[str]) -> bool:
    """Whether the words are enough of them; a term of two words is two."""
    count = sum(2 if "_" in word else 1 for word in said)
    telling = any(_tells(word)[name] == TELLING for word in said)
    return count >= (_WORDS if telling else _FAINT_WORDS)


def head(article: Article) -> str:
    """Its title and first paragraphs."""
    return f"{article.title[:TITLE_CHARACTERS]}\n{opening(article.text, LEAD_CHARACTERS)}"


def _tells(word: str) -> Mapping[str, int]:
    return _MORE.get(word) or lexicon().get(word, {})


def _spoken(article: Article, at_home: str) -> Iterable[tuple[str, int]]:
    """The distinct terms of title and lead, and what each of them is worth.

    A title's circumstance ("..., boosted by the virus") is worth no more than a lead's word.
    """
    headline, whole = article.title[:TITLE_CHARACTERS], head(article)
    lead = terms(stems(opening(article.text, LEAD_CHARACTERS)))
    title = terms(stems(headline))
    main = title & terms(stems(_CIRCUMSTANCE.sub("", headline)))
    same = sorted((title | lead) & plagues(), key=lambda w: (w not in main, "_" not in w, w))
    for word in sorted((title | lead) - set(same[1:])):
        yield word, TITLE if word in main else LEAD
    named = {word.removesuffix("'s") for word in words(headline)}
    for sign, people in ((_HOLDER, holders(whole)), (_ENVOY, envoys(whole))):
        if named & {name.casefold() for name in people}:
            yield sign, TITLE
    if at_home and lands.lands(headline) - {at_home}:
        yield _LAND, TITLE
