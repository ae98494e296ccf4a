"""How alike articles are: shared terms, the lead more than the rest, the farther apart the less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.model import Article
from briefing.settings import ClusterSettings
from briefing.text.background import Background
from briefing.text.vectors import Matrix, Vocabulary, tf_idf, with_pairs

Places = NDArray[np.int64]  # of articles among all

_DAY = 86_400
# What an article reports stands in its beginning: 300 words tell the event, 80 its core.
BODY = 1_900
_LEAD = 500
# An article is compared with so many nearest ones; stories are larger, but hang together.
_NEIGHBOURS = 30
# Days back in which neighbours are looked for; farther ones would have to be nearly equal.
_REACH = 4
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

    def among(self, chosen: Places) -> NDArray[np.float64]:
        """The likeness of each two of the chosen articles, 0 to 1, rounded to 6 digits."""
        return self.between(chosen, chosen)

    def between(self, some: Places, others: Places) -> NDArray[np.float64]:
        lead = self.settings.lead
        alike = (1 - lead) * _products(self.terms, some, others)
        alike += lead * _products(self.leads, some, others)
        days = np.abs(self.times[some][:, None] - self.times[others][None, :])
        both = self.dated[some][:, None] & self.dated[others][None, :]
        fresh = self.scale * _nearness(days, both, self.settings)
        found: NDArray[np.float64] = np.clip(alike * fresh, 0, 1).round(6)
        return found

    def neighbours(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """(i, j, likeness) of the neighbours that are alike enough to be joined, i > j."""
        pairs = [self._pairs(first, start, end) for first, start, end in _windows(self.times)]
        rows, columns, values = (np.concatenate(part) for part in zip(*pairs, strict=True))
        days = np.abs(self.times[rows] - self.times[columns])
        both = self.dated[rows] & self.dated[columns]
        values = np.round(values * self.scale * _nearness(days, both, self.settings), 6)
        near = values >= self.settings.join
        return rows[near], columns[near], values[near]

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
        window = _used_columns(window)
        least = self.settings.join / self.scale
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
    """The likeness of `articles`, which are ordered by time."""
    vocabulary = Vocabulary()
    common = background.with_themes(*_themes(articles, vocabulary))
    terms, share = tf_idf(_all_terms(articles, vocabulary), vocabulary, common)
    leads, _ = tf_idf(_lead_terms(articles, vocabulary), vocabulary, common)
    return Likeness(
        terms=terms,
        leads=leads,
        times=np.array([a.published.timestamp() / _DAY for a in articles]),
        dated=np.array([a.dated for a in articles], np.bool_),
        scale=max(share, _LEAST_SHARE) / _USUAL_SHARE,
        vocabulary=vocabulary,
        settings=settings,
    )


def _themes(articles: Sequence[Article], vocabulary: Vocabulary) -> tuple[dict[str, int], int]:
    """In how many articles each stem stands, and of how many: a sample, where there are many."""
    sample = articles[:: 1 + len(articles) // _SAMPLE]
    found = [np.unique(vocabulary.sequence(a.text[:BODY])) for a in sample]
    counts = np.bincount(np.concatenate([np.zeros(0, np.int64), *found]))
    return dict(zip(vocabulary.numbers, counts.tolist(), strict=False)), len(sample)


def _all_terms(articles: Sequence[Article], vocabulary: Vocabulary) -> Iterator[NDArray[np.int64]]:
    """Stems and pairs of title and body, the title twice: it names the event."""
    for article in articles:
        title = with_pairs(vocabulary.sequence(article.title))
        yield np.concatenate((title, title, with_pairs(vocabulary.sequence(article.text[:BODY]))))


def _lead_terms(articles: Sequence[Article], vocabulary: Vocabulary) -> Iterator[NDArray[np.int64]]:
    for article in articles:
        yield vocabulary.sequence(f"{article.title}\n{article.text[:_LEAD]}")


def _nearness(
    days: NDArray[np.float64], dated: NDArray[np.bool_], settings: ClusterSettings
) -> NDArray[np.float64]:
    """exp(-days/fade): reports of one event come at once; `undated` where a date is not known."""
    return np.where(dated, np.exp(-days / settings.fade), settings.undated)


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
    from scipy import sparse

    rows = _used_columns(sparse.vstack((matrix[some], matrix[others]), format="csr"))
    found: NDArray[np.float64] = (rows[: len(some)] @ rows[len(some) :].T).toarray()
    return found


def _used_columns(matrix: Matrix) -> Matrix:
    """The same rows without the empty columns, of which there are millions."""
    from scipy import sparse

    used, places = np.unique(matrix.indices, return_inverse=True)
    return sparse.csr_matrix((matrix.data, places, matrix.indptr), (matrix.shape[0], len(used)))
