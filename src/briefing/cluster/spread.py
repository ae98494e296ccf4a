"""How much of a likeness is one word: two reports that name one small town are no story by that."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.likeness import Likeness
from briefing.text.vectors import Matrix


def of_one_term(a: int, b: int, likeness: Likeness) -> float:
    """What share (0 to 1) of the likeness of two articles (their places) the term brings that
    brings most."""
    lead = likeness.settings.lead
    terms, brought = _common(likeness.terms, a, b)
    in_leads, by_leads = _common(likeness.leads, a, b)
    _, term = np.unique(np.concatenate([terms, in_leads]), return_inverse=True)
    both = np.bincount(term, np.concatenate([(1 - lead) * brought, lead * by_leads]))
    return float(both.max() / both.sum()) if len(both) else 0.0


def _common(matrix: Matrix, a: int, b: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The columns that two rows have, and what each brings to their product."""
    here, there = (slice(matrix.indptr[row], matrix.indptr[row + 1]) for row in (a, b))
    # Not said to be unique: two terms of a row may have one column.
    found, at, also = np.intersect1d(
        matrix.indices[here], matrix.indices[there], return_indices=True
    )
    return found, matrix.data[here][at] * matrix.data[there][also]
