"""Which articles may be alike enough to be joined: sparse products, some days at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.products import Products, Rows
from briefing.text.vectors import COLUMNS, Matrix

# An article is compared with so many nearest ones; stories are larger, but hang together.
_NEIGHBOURS = 30
# For finding neighbours a word in more than 1 article of 50 is left out (never one in a few).
_COMMON = 0.02
_FEW = 50
# Days back in which neighbours are looked for; farther ones would have to be nearly equal.
_REACH = 3
# Days with few articles are searched together.
_BLOCK = 500
_ONE = np.int32(1)  # a plain 1 makes adding at places twenty times as slow

Links = tuple[Rows, Rows, Products]  # neighbours and how alike they are


class _Window(NamedTuple):
    """The articles from `start` to `end` are compared with those from `first` to `end`."""

    first: int
    start: int
    end: int


def nearest(
    matrices: tuple[Matrix, Matrix], second: float, times: NDArray[np.float64], least: float
) -> Links:
    """(i, j, likeness) of the rows that are near in time and alike, i > j, some pairs twice.

    The likeness is that of two matrices, `second` the weight of the second; words that are common
    in a window are left out. `times` are in days, ascending.
    """
    lead = np.float32(second)
    parts = [_Telling(m, np.sqrt(w)) for m, w in zip(matrices, (1 - lead, lead), strict=True)]
    found = [_links(window, parts, least) for window in _windows(times)]
    rows, columns, values = (np.concatenate(part) for part in zip(*found, strict=True))
    return rows, columns, values


def _windows(times: NDArray[np.float64]) -> Iterator[_Window]:
    """Of some days' articles, and of those in their reach."""
    days = np.floor(times)
    start = 0
    while start < len(days):
        last = days[min(start + _BLOCK, len(days)) - 1]
        end = int(np.searchsorted(days, last, side="right"))
        yield _Window(int(np.searchsorted(days, days[start] - _REACH)), start, end)
        start = end


class _Telling:
    """A matrix, and how many of the rows of the present window have each column."""

    def __init__(self, matrix: Matrix, factor: np.float32) -> None:
        self._matrix, self._factor = matrix, factor
        self._held = np.zeros(COLUMNS, np.int32)
        self._first = self._end = 0

    def rows(self, first: int, end: int) -> Matrix:
        """The rows of a window, which never goes back, without the columns of one row, or of more
        than a small share of them."""
        from scipy import sparse

        np.add.at(self._held, self._columns(self._end, end), _ONE)
        np.subtract.at(self._held, self._columns(self._first, first), _ONE)
        self._first, self._end = first, end
        telling = (self._held > 1) & (self._held <= max(_FEW, _COMMON * (end - first)))
        columns = self._columns(first, end)
        kept = np.flatnonzero(telling.take(columns))
        place = np.cumsum(telling, dtype=np.int32) - np.int32(1)
        ends = self._matrix.indptr[first : end + 1]
        values = self._matrix.data[ends[0] : ends[-1]].take(kept) * self._factor
        parts = (values, place.take(columns.take(kept)), np.searchsorted(kept, ends - ends[0]))
        return sparse.csr_matrix(parts, (end - first, int(place[-1]) + 1))

    def _columns(self, first: int, end: int) -> NDArray[np.int32]:
        starts = self._matrix.indptr
        found: NDArray[np.int32] = self._matrix.indices[starts[first] : starts[end]]
        return found


def _links(window: _Window, parts: Sequence[_Telling], least: float) -> Links:
    """Each article of a window's days with its nearest in the window."""
    from scipy import sparse
    from sparse_dot_topn import sp_matmul_topn

    first, start, end = window
    rows = sparse.hstack([part.rows(first, end) for part in parts], format="csr")
    alike = sp_matmul_topn(rows[start - first :], rows.T, _NEIGHBOURS + 1, threshold=least).tocoo()
    i, j = alike.row.astype(np.int64) + start, alike.col.astype(np.int64) + first
    other = i != j
    return np.maximum(i, j)[other], np.minimum(i, j)[other], alike.data[other].astype(np.float64)
