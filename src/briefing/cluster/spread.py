"""How much of a likeness is one word: two reports that name one small town are no story by that."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.likeness import Likeness, Places
from briefing.text.vectors import Matrix

_READ = 3  # articles of a group that are read


def of_one_term(some: Places, others: Places, likeness: Likeness) -> float:
    """What share (0 to 1) of the likeness of two groups the term brings that brings most."""
    lead = likeness.settings.lead
    parts = ((likeness.terms, 1 - lead), (likeness.leads, lead))
    found = [_common(matrix, some[:_READ], others[:_READ]) for matrix, _ in parts]
    weights = [part * brought for (_, part), (_, brought) in zip(parts, found, strict=True)]
    _, term = np.unique(np.concatenate([terms for terms, _ in found]), return_inverse=True)
    brought = np.bincount(term, np.concatenate(weights))
    return float(brought.max() / brought.sum()) if len(brought) else 0.0


def _common(
    matrix: Matrix, some: Places, others: Places
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """The columns that both groups have, and what each brings to the products of their rows."""
    (first, here), (second, there) = (_summed(matrix, rows) for rows in (some, others))
    both, at, also = np.intersect1d(first, second, assume_unique=True, return_indices=True)
    return both, here[at] * there[also]


def _summed(matrix: Matrix, rows: Places) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """The columns of some rows, and the sum of their weights in each."""
    spans = [slice(*matrix.indptr[row : row + 2].tolist()) for row in rows.tolist()]
    columns = np.concatenate([matrix.indices[span] for span in spans])
    weights = np.concatenate([matrix.data[span] for span in spans])
    found, of = np.unique(columns, return_inverse=True)
    return found, np.bincount(of, weights, minlength=len(found)).astype(np.float64)
