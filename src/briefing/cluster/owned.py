"""Names that an event has to itself: few articles of the week on others open with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property

from briefing.model import Article
from briefing.press.captions import opening
from briefing.standing.leads import CHARACTERS, names_in_common
from briefing.text.words import content_stems

THEME = 0.06  # of the articles: a name that more open with is in all the news
HANDFUL = 5  # articles: in a small archive so many are no theme
OWN = 0.5  # of the articles that open with the name
# "in Dunmere", "near St Orla": not "in Quill's house", nor "at Dunmere Bank".
_PLACE = re.compile(
    r"\b(?i:in|at|near|outside|into|around)\s((?:[A-ZÀ-Þ][\w.-]*\s){0,2}[A-ZÀ-Þ][\w.-]+)"
    r"(?!['’\w])(?!\s[A-ZÀ-Þ])",
)
PREFIX = 4  # characters of a stem that stand in every form of its word


def scenes(article: Article) -> frozenset[str]:
    """The stems of the places in which something is said to be, in title or opening."""
    start = f"{article.title[:CHARACTERS]}.\n{opening(article.text, CHARACTERS)}"
    found = (m[1] for m in _PLACE.finditer(start))
    return frozenset(content_stems("\n".join(found)))


class Openings:
    """How the articles of a week open."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {a.id: a for a in articles}
        self._with: dict[str, frozenset[str]] = {}

    def own(self, a: Article, b: Article, event: Collection[str]) -> bool:
        """Whether both open with a name that is at least half the event's (ids of articles)."""
        return any(self._owned(name, event) for name in sorted(names_in_common(a, b)))

    def titled(self, a: Article, b: Article) -> bool:
        """Whether both titles have a name that the articles' openings do not have by the dozen."""
        titles = (frozenset(content_stems(x.title[:CHARACTERS])) for x in (a, b))
        most = max(HANDFUL, THEME * len(self._articles))
        named = frozenset.intersection(*titles) & names_in_common(a, b)
        return any(len(self._holders(name)) <= most for name in sorted(named))

    def placed(self, a: Article, b: Article, event: Collection[str]) -> bool:
        """Whether both titles have the place where both say that it happens ("in Dunmere"), and it
        is the event's own. In eight years of news 62 pairs of reports up to three days apart have
        such a place and a little more in common: 59 are of one running story."""
        titles = (frozenset(content_stems(x.title[:CHARACTERS])) for x in (a, b))
        named = frozenset.intersection(*titles) & names_in_common(a, b) & scenes(a) & scenes(b)
        return any(self._owned(name, event) for name in sorted(named))

    def _owned(self, name: str, event: Collection[str]) -> bool:
        holders = self._holders(name)
        return len(holders.intersection(event)) >= OWN * len(holders)

    def _holders(self, stem: str) -> frozenset[str]:
        """The articles that open with the stem."""
        if stem not in self._with:
            near = (id for id, text in self._texts.items() if stem[:PREFIX] in text)
            self._with[stem] = frozenset(
                id for id in near if stem in content_stems(self._texts[id])
            )
        return self._with[stem]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {
            id: f"{a.title[:CHARACTERS]}\n{opening(a.text, CHARACTERS)}".lower()
            for id, a in self._articles.items()
        }
