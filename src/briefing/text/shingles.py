"""Phrases of a text, and how much of one text's phrases stand in another.

A phrase (shingle; Broder 1997) is three content stems in a row: cuts, new headlines, datelines,
spelling and local leads leave most of them as they are. Quoted words count little, because
independent reports of one event quote the same people at length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.text.vectors import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A quotation within a paragraph, in any marks; an inner apostrophe does not end a single-quoted
# one. Each alternative is bounded, and cannot start again before it ends.
_QUOTED = re.compile(r"“[^“”\n]{1,1500}”|\"[^\"\n]{1,1500}\"|‘(?:[^‘’\n]|’(?=\w)){1,1500}’")
_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use letters around a quotation in a cut text

_LENGTH = 3  # words of a phrase
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_LONGEST = 60_000  # characters that are compared: a book is no wire report
_COMMON = 1_000  # a phrase in more articles than these is boilerplate, dear and telling nothing
_ROWS = 1_000  # articles that are compared with the others at a time, to bound the memory


@dataclass(frozen=True, slots=True)
class Phrases:
    """The distinct phrases of a text, ascending, each with its weight (1, less where quoted)."""

    hashes: NDArray[np.uint64]
    weights: NDArray[np.float32]
    total: float


class Shingler:
    """Cuts texts into phrases; one vocabulary for all, so equal phrases get equal hashes."""

    def __init__(self, quoted: float) -> None:
        self._words = Vocabulary()
        self._quoted = quoted
        self._marks = [int(self._words.sequence(mark * 2)[0]) for mark in (_OPEN, _CLOSE)]

    def phrases(self, text: str) -> Phrases:
        marked = _QUOTED.sub(f" {_OPEN * 2} \\g<0> {_CLOSE * 2} ", text[:_LONGEST])
        words = self._words.sequence(marked)
        opened, closed = words == self._marks[0], words == self._marks[1]
        inside = np.cumsum(opened.astype(np.int32) - closed) > 0
        plain = ~(opened | closed)
        words, weights = words[plain], np.where(inside[plain], self._quoted, 1.0)
        return _distinct(words.astype(np.uint64) + np.uint64(1), weights)


def _distinct(words: NDArray[np.uint64], weights: NDArray[np.float64]) -> Phrases:
    count = max(0, len(words) - _LENGTH + 1)
    hashes = np.zeros(count, np.uint64)
    mean = np.zeros(count, np.float64)
    for i, factor in enumerate(_FACTORS):
        hashes = (hashes ^ (words[i : i + count] * factor)) * _FACTORS[0]
        mean += weights[i : i + count] / _LENGTH
    found, first = np.unique(hashes, return_index=True)
    kept = mean[first].astype(np.float32)
    return Phrases(found, kept, float(kept.sum()))


def overlaps(
    texts: Sequence[Phrases], start: int = 0, least: float = 0.0
) -> Iterator[tuple[int, int, float]]:
    """(i, j, share) for i >= start, j < i: the weight of the common phrases over the lighter total.

    Only pairs with a share of at least `least`. A phrase that is quoted in one text and plain in
    the other has the geometric mean of its weights.
    """
    from scipy import sparse

    totals = np.array([max(t.total, 1e-9) for t in texts])
    rows = np.repeat(np.arange(len(texts)), [len(t.hashes) for t in texts])
    _, columns, holders = np.unique(
        np.concatenate([t.hashes for t in texts]), return_inverse=True, return_counts=True
    )
    weights = np.sqrt(np.concatenate([t.weights for t in texts]))
    telling = ((holders > 1) & (holders <= _COMMON))[columns]
    shape = (len(texts), len(holders))
    matrix = sparse.csr_matrix((weights[telling], (rows[telling], columns[telling])), shape)
    for first in range(start, len(texts), _ROWS):
        common = (matrix[first : first + _ROWS] @ matrix.T).tocoo()
        i, j = common.row + first, common.col
        share = np.round(common.data / np.minimum(totals[i], totals[j]), 6)
        wanted = (j < i) & (share >= least)
        yield from zip(i[wanted].tolist(), j[wanted].tolist(), share[wanted].tolist(), strict=True)


def share(part: Phrases, whole: Phrases) -> float:
    """How much of `part` stands in `whole`, 0 to 1."""
    inside = np.isin(part.hashes, whole.hashes, assume_unique=True)
    return round(float(part.weights[inside].sum()) / max(part.total, 1e-9), 6)
