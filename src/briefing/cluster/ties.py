"""Why an article is in its story: the words that tie it, and the nearest story it did not join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from briefing.cluster.extent import body
from briefing.cluster.likeness import Likeness, Places, by_age, likeness
from briefing.model import Article, Story
from briefing.settings import ClusterSettings
from briefing.text.background import Background
from briefing.text.vectors import columns, pairs
from briefing.text.words import WORD

_SHOWN = 6  # words: enough to see what it is about


@dataclass(frozen=True, slots=True)
class Tie:
    """`likeness` is the mean to the story's other articles (None: it is alone); each of `words`
    has its share of it. `other` is the nearest other story, with the mean likeness to that."""

    likeness: float | None
    words: tuple[tuple[str, float], ...]
    other: Story | None
    other_likeness: float

    def sentence(self) -> str:
        """ "0.31 alike to the others by Velmar 14 %, dam 9 %; nearest other story 0.07: ..." """
        if self.likeness is None:
            own = "alone in its story"
        else:
            by = ", ".join(f"{word} {share:.0%}" for word, share in self.words)
            own = f"{self.likeness:.2f} alike to the others" + (f" by {by}" if by else "")
        if self.other is None:
            return own
        title = self.other.articles[0].title
        return f"{own}; nearest other story {self.other_likeness:.2f}: {title}"

    def as_json(self) -> dict[str, object]:
        return {
            "likeness": self.likeness,
            "words": [{"word": word, "share": share} for word, share in self.words],
            "nearest": self.other and self.other.id,
            "nearest_likeness": self.other_likeness,
        }


def ties(
    story: Story,
    stories: Iterable[Story],
    background: Background,
    settings: ClusterSettings = ClusterSettings(),  # noqa: B008
) -> tuple[tuple[Article, Tie], ...]:
    """What ties each article of `story` to it, one of `stories` (those of the same window)."""
    every = list(stories)
    articles = by_age(a for s in every for a in s.articles)
    alike = likeness(articles, background, settings)
    place = {a.id: i for i, a in enumerate(articles)}
    others = {s.id: (s, _places(s, place)) for s in every if s.id != story.id}
    own = _places(story, place)
    return tuple((a, _tie(a, place[a.id], own, others, alike)) for a in story.articles)


def _places(story: Story, place: Mapping[str, int]) -> Places:
    return np.array([place[a.id] for a in story.articles], np.int64)


def _tie(
    article: Article,
    at: int,
    own: Places,
    others: Mapping[str, tuple[Story, Places]],
    alike: Likeness,
) -> Tie:
    here = np.array([at], np.int64)
    rest = own[own != at]
    mean = round(float(alike.between(here, rest).mean()), 6) if len(rest) else None
    nearest = max(
        ((round(float(alike.between(here, p).mean()), 6), s.id) for s, p in others.values()),
        key=lambda pair: (pair[0], pair[1]),
        default=(0.0, ""),
    )
    other = others[nearest[1]][0] if nearest[0] > 0 else None
    words = tuple(_words(article, at, rest, alike)) if len(rest) else ()
    return Tie(mean, words, other, nearest[0])


def _words(
    article: Article,
    at: int,
    rest: Places,
    alike: Likeness,
) -> Iterator[tuple[str, float]]:
    """The words and pairs with the largest shares, as the article prints them."""
    mean = np.asarray(alike.terms[rest].mean(axis=0)).ravel()
    shares = alike.terms[[at]].multiply(mean).tocoo()
    total = float(shares.data.sum())
    by_column = dict(zip(shares.col.tolist(), (shares.data / (total or 1)).tolist(), strict=True))
    printed = _printed(article, alike)
    named = {printed[c]: round(s, 3) for c, s in by_column.items() if c in printed}
    best = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    return iter(best[:_SHOWN])


def _printed(article: Article, alike: Likeness) -> dict[int, str]:
    """Column -> the words of the article that it counts, as first printed."""
    text = f"{article.title}\n{body(article.text)}"
    found: dict[int, str] = {}
    before: tuple[int, int] | None = None
    words = list(WORD.finditer(text))
    stems = alike.vocabulary.sequences([word.group() for word in words])
    ends = np.cumsum(np.bincount(stems.rows, minlength=len(words)))[:-1]
    for word, numbers in zip(words, np.split(stems.numbers, ends), strict=bool(words)):
        if len(numbers) != 1:
            before = None if len(numbers) else before
            continue
        now = (int(numbers[0]), word.start())
        found.setdefault(int(columns(numbers)[0]), word.group())
        if before:
            pair = pairs(np.array([before[0], now[0]], np.int64))
            between = " ".join(text[before[1] : word.end()].split())  # "rally on Sunday"
            found.setdefault(int(columns(pair)[0]), between)
        before = now
    return found
