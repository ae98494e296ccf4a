"""Sentences as rows of a sparse matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy import sparse


def tfidf(terms: Sequence[Sequence[str]], idf: Callable[[str], float]) -> Any:
    """A CSR matrix, a row a sentence: count of each term times its `idf`.

    Columns are in order of first occurrence, so sums run in the same order on every machine.
    """
    columns: dict[str, int] = {}
    starts, places, values = [0], [], []
    for row in terms:
        for term, count in Counter(row).items():
            places.append(columns.setdefault(term, len(columns)))
            values.append(count * idf(term))
        starts.append(len(places))
    return sparse.csr_matrix(
        (np.asarray(values, dtype=float), np.asarray(places, dtype=np.int32), np.asarray(starts)),
        shape=(len(terms), max(1, len(columns))),
    )


def unit_rows(matrix: Any) -> Any:
    """`matrix` with each row of length 1; empty rows stay empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    return sparse.diags(1 / lengths) @ matrix
