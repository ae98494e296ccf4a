"""How alike articles are: shared terms, the lead more than the rest, the farther apart the less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.extent import BODY, lead, rest
from briefing.cluster.neighbours import Links, nearest
from briefing.cluster.outlets import Furniture, furniture_of
from briefing.cluster.products import Blocks, Products, products
from briefing.cluster.themes import with_themes
from briefing.model import Article
from briefing.settings import ClusterSettings
from briefing.text.background import Background
from briefing.text.vectors import Matrix, tf_idf, with_pairs
from briefing.text.vocabulary import Sequences, Vocabulary, chunks, joined

Places = NDArray[np.int64]  # of articles among all
Head = tuple[Sequences, Sequences]  # the stems of titles and of leads

_DAY = 86_400
# Of an article's terms (by weight) others share about so much in a window of 1,000 articles; the
# settings are made for that. A handful of articles share less, 10,000 share 0.75.
_USUAL_SHARE = 0.65
_LEAST_SHARE = 0.05
_MAYBE = 0.5  # of the bar for joining: what leaves out the commonest words is lower
_ROWS = 1_000  # articles that are compared at a time


@dataclass(frozen=True, slots=True)
class Likeness:
    """Articles as vectors of all their terms and of their leads', with their times in days."""

    terms: Matrix
    leads: Matrix
    times: NDArray[np.float64]
    dated: NDArray[np.bool_]
    scale: float
    vocabulary: Vocabulary
    settings: ClusterSettings
    articles: Sequence[Article]
    background: Background
    holders: NDArray[np.int32]  # by column: how many articles have it

    def between(self, some: Places, others: Places) -> Products:
        """The likeness of some articles with others, 0 to 1, rounded to 6 digits."""
        terms, leads = (products(m, some, others) for m in (self.terms, self.leads))
        return self._likeness(some, others, terms, leads)

    def within(self, parts: Iterable[Places]) -> Iterator[tuple[Places, Products]]:
        """Each part, with the likeness of each two of its articles."""
        terms, leads = Blocks(self.terms), Blocks(self.leads)
        for some in _batches(parts):
            for part, *both in zip(some, terms.of(some), leads.of(some), strict=True):
                yield part, self._likeness(part, part, *both)

    def _likeness(self, some: Places, others: Places, terms: Products, leads: Products) -> Products:
        lead = self.settings.lead
        alike = (1 - lead) * terms + lead * leads
        fresh = self._freshness(some[:, None], others[None, :])
        found: Products = np.clip(alike * fresh, 0, 1).round(6)
        return found

    def neighbours(self) -> Links:
        """(i, j, likeness) of the neighbours that may be alike enough to be joined, i > j.

        The likeness here leaves out the commonest words, which cost most and tell least.
        """
        least = _MAYBE * self.settings.join
        rows, columns, values = nearest(
            (self.terms, self.leads), self.settings.lead, self.times, least / self.scale
        )
        values = (values * self._freshness(rows, columns)).round(6)
        near = values >= least
        return rows[near], columns[near], values[near]

    def _freshness(self, some: Places, others: Places) -> NDArray[np.float64]:
        """What a likeness is multiplied by: the scale of the set, and exp(-days/fade), because
        reports of one event come at once; `undated` where a date is not known."""
        days = np.abs(self.times[some] - self.times[others])
        both = self.dated[some] & self.dated[others]
        fresh: NDArray[np.float64] = np.where(
            both, np.exp(-days / self.settings.fade), self.settings.undated
        )
        return self.scale * fresh


def likeness(
    articles: Sequence[Article], background: Background, settings: ClusterSettings
) -> Likeness:
    """The likeness of `articles`, which are ordered by time, at the granularity of `settings`."""
    if settings.granularity == "topic":
        settings = replace(settings, join=settings.topic_join, guard=0.0)
    vocabulary = Vocabulary()
    common = with_themes(articles, background, vocabulary)
    furniture = furniture_of(articles, vocabulary, BODY)
    heads = [_head(chunk, furniture, vocabulary) for chunk in chunks(articles)]
    terms, share, holders = tf_idf(
        _all_terms(articles, heads, furniture, vocabulary), vocabulary, common
    )
    leads, _, _ = tf_idf((joined(*head) for head in heads), vocabulary, common)
    return Likeness(
        terms=terms,
        leads=leads,
        times=np.array([a.published.timestamp() / _DAY for a in articles]),
        dated=np.array([a.dated for a in articles], np.bool_),
        scale=max(share, _LEAST_SHARE) / _USUAL_SHARE,
        vocabulary=vocabulary,
        settings=settings,
        articles=articles,
        background=background,
        holders=holders,
    )


def by_age(articles: Iterable[Article]) -> list[Article]:
    """Each article once, the oldest first, as `likeness` takes them."""
    return sorted(
        {a.id: a for a in articles}.values(), key=lambda a: (a.published.timestamp(), a.id)
    )


def _head(articles: Sequence[Article], furniture: Furniture, vocabulary: Vocabulary) -> Head:
    """The stems of titles and of leads."""
    texts = chain.from_iterable((a.title, lead(a.text)) for a in articles)
    both = vocabulary.sequences(texts)
    return both.every_other(0), furniture.without(articles, both.every_other(1))


def _all_terms(
    articles: Sequence[Article],
    heads: Sequence[Head],
    furniture: Furniture,
    vocabulary: Vocabulary,
) -> Iterator[Sequences]:
    """Stems and pairs of titles and bodies, the titles twice: they name the event."""
    for chunk, (titles, leads) in zip(chunks(articles), heads, strict=True):
        others = vocabulary.sequences(rest(a.text) for a in chunk)
        bodies = with_pairs(joined(leads, furniture.without(chunk, others)))
        titles = with_pairs(titles)
        yield joined(titles, titles, bodies)


def _batches(parts: Iterable[Places]) -> Iterator[list[Places]]:
    """Some parts at a time, as long as they have few articles together."""
    batch: list[Places] = []
    for part in parts:
        if batch and sum(map(len, batch)) + len(part) > _ROWS:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch
