"""How alike articles are: shared terms, the lead more than the rest, the farther apart the less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.outlets import Furniture, furniture_of
from briefing.model import Article
from briefing.settings import ClusterSettings
from briefing.text.background import Background
from briefing.text.vectors import Matrix, Vocabulary, tf_idf, with_pairs

Places = NDArray[np.int64]  # of articles among all
Head = tuple[NDArray[np.int64], NDArray[np.int64]]  # the stems of title and lead

_DAY = 86_400
# What an article reports stands in its beginning: 300 words tell the event, 80 its core.
BODY = 1_900
_LEAD = 500
# An article is compared with so many nearest ones; stories are larger, but hang together.
_NEIGHBOURS = 30
# For finding neighbours a word in more than 1 article of 50 is left out (never one in a few); what
# it would add is made up for by a lower bar.
_COMMON = 0.02
_FEW = 50
_MAYBE = 0.5
_MANY = 1_000_000  # terms, from which counting by column is cheaper than sorting
# Days back in which neighbours are looked for; farther ones would have to be nearly equal.
_REACH = 3
# Days with few articles are searched together.
_BLOCK = 500
# Of an article's terms (by weight) others share about so much in a window of 1,000 articles; the
# settings are made for that. A handful of articles share less, 10,000 share 0.75.
_USUAL_SHARE = 0.65
_LEAST_SHARE = 0.05
_SAMPLE = 2_000  # articles whose words are counted to know the themes of the window


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
    holders: NDArray[np.int64]  # by column: how many articles have it

    def among(self, chosen: Places) -> NDArray[np.float64]:
        """The likeness of each two of the chosen articles, 0 to 1, rounded to 6 digits."""
        return self.between(chosen, chosen)

    def between(self, some: Places, others: Places) -> NDArray[np.float64]:
        lead = self.settings.lead
        alike = (1 - lead) * _products(self.terms, some, others)
        alike += lead * _products(self.leads, some, others)
        fresh = self._freshness(some[:, None], others[None, :])
        found: NDArray[np.float64] = np.clip(alike * fresh, 0, 1).round(6)
        return found

    def neighbours(self) -> tuple[Places, Places, NDArray[np.float64]]:
        """(i, j, likeness) of the neighbours that may be alike enough to be joined, i > j.

        The likeness here leaves out the commonest words, which cost most and tell least.
        """
        pairs = [self._pairs(first, start, end) for first, start, end in _windows(self.times)]
        rows, columns, values = (np.concatenate(part) for part in zip(*pairs, strict=True))
        values = (values * self._freshness(rows, columns)).round(6)
        near = values >= _MAYBE * self.settings.join
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

    def _pairs(
        self, first: int, start: int, end: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Each article from `start` to `end` with its nearest from `first` to `end`."""
        from scipy import sparse
        from sparse_dot_topn import sp_matmul_topn

        lead = np.float32(self.settings.lead)
        window = sparse.hstack(
            (self.terms[first:end] * np.sqrt(1 - lead), self.leads[first:end] * np.sqrt(lead)),
            format="csr",
        )
        window = _telling_columns(window)
        least = _MAYBE * self.settings.join / self.scale
        alike = sp_matmul_topn(
            window[start - first :], window.T, _NEIGHBOURS + 1, threshold=least
        ).tocoo()
        rows, columns = alike.row.astype(np.int64) + start, alike.col.astype(np.int64) + first
        other = rows != columns
        return (
            np.maximum(rows, columns)[other],
            np.minimum(rows, columns)[other],
            alike.data[other].astype(np.float64),
        )


def likeness(
    articles: Sequence[Article], background: Background, settings: ClusterSettings
) -> Likeness:
    """The likeness of `articles`, which are ordered by time, at the granularity of `settings`."""
    if settings.granularity == "topic":
        settings = replace(settings, join=settings.topic_join, guard=0.0)
    vocabulary = Vocabulary()
    common = background.with_themes(*_themes(articles, vocabulary))
    furniture = furniture_of(articles, vocabulary, BODY)
    heads = [
        (vocabulary.sequence(a.title), furniture.without(a, vocabulary.sequence(a.text[:_LEAD])))
        for a in articles
    ]
    terms, share = tf_idf(_all_terms(articles, heads, furniture, vocabulary), vocabulary, common)
    leads, _ = tf_idf((np.concatenate(head) for head in heads), vocabulary, common)
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
        holders=np.bincount(terms.indices, minlength=terms.shape[1]),
    )


def _themes(articles: Sequence[Article], vocabulary: Vocabulary) -> tuple[dict[str, int], int]:
    """In how many articles each stem stands, and of how many: a sample, where there are many."""
    sample = articles[:: 1 + len(articles) // _SAMPLE]
    found = [np.unique(vocabulary.sequence(a.text[:BODY])) for a in sample]
    counts = np.bincount(np.concatenate([np.zeros(0, np.int64), *found]))
    return dict(zip(vocabulary.numbers, counts.tolist(), strict=False)), len(sample)


def _all_terms(
    articles: Sequence[Article],
    heads: Sequence[Head],
    furniture: Furniture,
    vocabulary: Vocabulary,
) -> Iterator[NDArray[np.int64]]:
    """Stems and pairs of title and body, the title twice: it names the event."""
    for article, (title, lead) in zip(articles, heads, strict=True):
        rest = furniture.without(article, vocabulary.sequence(article.text[_LEAD:BODY]))
        body = np.concatenate((lead, rest))
        title = with_pairs(title)
        yield np.concatenate((title, title, with_pairs(body)))


def _windows(times: NDArray[np.float64]) -> Iterator[tuple[int, int, int]]:
    """(first, start, end): of some days' articles, and of the first one in their reach."""
    days = np.floor(times)
    start = 0
    while start < len(days):
        last = days[min(start + _BLOCK, len(days)) - 1]
        end = int(np.searchsorted(days, last, side="right"))
        yield int(np.searchsorted(days, days[start] - _REACH)), start, end
        start = end


def _products(matrix: Matrix, some: Places, others: Places) -> NDArray[np.float64]:
    """The products of some rows with others."""
    same = some is others
    rows = _narrow(matrix[some if same else np.concatenate((some, others))])
    right = rows if same else rows[len(some) :]
    found: NDArray[np.float64] = (rows[: len(some)] @ right.T).toarray().astype(np.float64)
    return found


def _narrow(matrix: Matrix) -> Matrix:
    """The same rows without the empty columns, of which there are millions."""
    from scipy import sparse

    used, places = np.unique(matrix.indices, return_inverse=True)
    return sparse.csr_matrix((matrix.data, places, matrix.indptr), (matrix.shape[0], len(used)))


def _telling_columns(matrix: Matrix) -> Matrix:
    """The same rows without the columns of one row, or of more than a small share of them."""
    from scipy import sparse

    matrix = _narrow(matrix) if matrix.nnz < _MANY else matrix
    holders = np.bincount(matrix.indices, minlength=1)
    telling = (holders > 1) & (holders <= max(_FEW, _COMMON * matrix.shape[0]))
    kept = telling[matrix.indices]
    places = np.cumsum(telling, dtype=np.int32) - 1
    starts = np.concatenate(([0], np.cumsum(kept)))[matrix.indptr]
    parts = (matrix.data[kept], places[matrix.indices[kept]], starts)
    return sparse.csr_matrix(parts, (matrix.shape[0], int(telling.sum())))
