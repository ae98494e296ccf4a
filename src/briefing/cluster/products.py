"""Products of rows of a sparse matrix that has millions of columns, most of them empty."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.text.vectors import COLUMNS, Matrix

Rows = NDArray[np.int64]  # places of rows among all
Products = NDArray[np.float64]


def products(matrix: Matrix, some: Rows, others: Rows) -> Products:
    """The products of some rows with others."""
    from scipy import sparse

    rows = matrix[np.concatenate((some, others))]
    used, places = np.unique(rows.indices, return_inverse=True)
    rows = sparse.csr_matrix((rows.data, places, rows.indptr), (rows.shape[0], len(used)))
    found: Products = (rows[: len(some)] @ rows[len(some) :].T).toarray().astype(np.float64)
    return found


class Blocks:
    """The products of each two rows of a part, for many parts at once: one product of matrices,
    in which no two parts have a column in common."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix
        self._last = np.empty(COLUMNS, np.int32)

    def of(self, parts: Sequence[Rows]) -> list[Products]:
        rows = self._apart(parts)
        alike = rows @ rows.T
        sizes = np.array([len(part) for part in parts])
        starts = np.cumsum(sizes) - sizes  # of each part's rows
        squares = np.cumsum(sizes**2)
        before = np.repeat(squares - sizes**2 - starts, sizes)  # what a column's place is beside
        found = np.zeros(squares[-1])
        row = np.arange(rows.shape[0])
        before += (row - np.repeat(starts, sizes)) * np.repeat(sizes, sizes)
        found[np.repeat(before, np.diff(alike.indptr)) + alike.indices] = alike.data
        blocks = np.split(found, squares[:-1])
        return [block.reshape(size, size) for block, size in zip(blocks, sizes, strict=True)]

    def _apart(self, parts: Sequence[Rows]) -> Matrix:
        """The rows of the parts. A column is named after the last place in its part that has it,
        which takes no sorting."""
        from scipy import sparse

        rows = self._matrix[np.concatenate(parts)]
        places = np.arange(rows.nnz, dtype=np.int32)
        row = 0
        for part in parts:
            own = slice(rows.indptr[row], rows.indptr[row := row + len(part)])
            self._last[rows.indices[own]] = places[own]
            places[own] = self._last[rows.indices[own]]
        return sparse.csr_matrix((rows.data, places, rows.indptr), (rows.shape[0], rows.nnz))
