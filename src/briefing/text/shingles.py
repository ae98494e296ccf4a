"""Phrases of a text, and how much of one text's phrases stand in another.

A phrase (shingle; Broder 1997) is three content stems in a row: cuts, new headlines, datelines,
spelling and local leads leave most of them as they are. Quoted words count little, because
independent reports of one event quote the same people at length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

from briefing.text.vectors import Matrix
from briefing.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A quotation within a paragraph, in any marks; an inner apostrophe does not end a single-quoted
# one. Each alternative is bounded, and cannot start again before it ends.
_QUOTED = re.compile(r"(“[^“”\n]{1,1500}”|\"[^\"\n]{1,1500}\"|‘(?:[^‘’\n]|’(?=\w)){1,1500}’)")

_LENGTH = 3  # words of a phrase
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_LONGEST = 60_000  # characters that are compared: a book is no wire report
_COMMON = 1_000  # a phrase in more articles than these is boilerplate, dear and telling nothing
_ROWS = 1_000  # articles that are compared with the others at a time, to bound the memory

# Phrases are sorted as one number: the text (of those that are cut at a time), as many bits of the
# hash as there is room for, and the place in the text; a second array would take twice the time.
_TEXTS_BITS, _PLACE_BITS = 8, 15
_TEXTS = 1 << _TEXTS_BITS
_HASH_BITS = 64 - _TEXTS_BITS - _PLACE_BITS
# A phrase is kept as one number: its hash, and in two bits how many of its words are quoted.
_QUOTED_BITS = np.uint64(2)
_INSIDE = np.uint64(3)
_ONE = np.uint64(1)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The distinct phrases of a text, ascending, and the sum of their weights."""

    numbers: NDArray[np.uint64]
    total: float


class Shingler:
    """Cuts texts into phrases and compares them; one vocabulary for all, so equal phrases get
    equal hashes. A plain word weighs 1, a quoted one `quoted`; a phrase the mean of its words."""

    def __init__(self, quoted: float) -> None:
        self._words = Vocabulary()
        inside = np.arange(_LENGTH + 1)
        self._weights = (_LENGTH - inside + inside * quoted) / _LENGTH

    def phrases(self, texts: Iterable[str]) -> Iterator[Phrases]:
        """The phrases of each text."""
        waiting = iter(texts)
        while some := list(islice(waiting, _TEXTS)):
            yield from self._phrases(some)

    def _phrases(self, texts: Sequence[str]) -> Iterator[Phrases]:
        pieces = [_QUOTED.split(text[:_LONGEST]) for text in texts]  # plain, quoted, plain, ...
        words = self._words.sequences(chain.from_iterable(pieces))
        counts = [len(p) for p in pieces]
        text = np.repeat(np.arange(len(texts), dtype=np.uint64), counts).take(words.rows)
        quoted = np.concatenate([np.arange(n, dtype=np.uint64) & _ONE for n in counts])
        found, of = _distinct(words.numbers, text, quoted.take(words.rows))
        for numbers in np.split(found, np.searchsorted(of, np.arange(1, len(texts)))):
            yield Phrases(numbers, self._sum(numbers))

    def _sum(self, numbers: NDArray[np.uint64]) -> float:
        """The weight of phrases together; counted, so that two equal ones are never unequal by
        the order of adding."""
        counts = np.bincount((numbers & _INSIDE).astype(np.intp), minlength=_LENGTH + 1)
        return round(float((counts * self._weights).sum()), 6)

    def overlaps(
        self, texts: Sequence[Phrases], start: int = 0, least: float = 0.0
    ) -> Iterator[tuple[int, int, float]]:
        """(i, j, share) for i >= start, j < i: the weight of the common phrases over the lighter
        total.

        Only pairs with a share of at least `least`. A phrase that is quoted in one text and plain
        in the other has the geometric mean of its weights.
        """
        totals = np.array([max(t.total, 1e-9) for t in texts])
        holders = self._holders(texts)
        rows = holders.T.tocsr()
        for first in range(start, len(texts), _ROWS):
            common = (rows[first : first + _ROWS] @ holders).tocoo()
            i, j = common.row + first, common.col
            share = np.round(common.data / np.minimum(totals[i], totals[j]), 6)
            wanted = (j < i) & (share >= least)
            yield from zip(
                i[wanted].tolist(), j[wanted].tolist(), share[wanted].tolist(), strict=True
            )

    def _holders(self, texts: Sequence[Phrases]) -> Matrix:
        """A row for each phrase that some texts share, with the root of its weight in each."""
        from scipy import sparse

        bits = len(texts).bit_length()
        numbers = np.concatenate([t.numbers for t in texts])
        text = np.repeat(np.arange(len(texts), dtype=np.uint64), [len(t.numbers) for t in texts])
        # Of a hash as many bits as there is room for beside the text.
        hashes = numbers >> np.uint64(bits + 2) << np.uint64(bits + 2)
        keys = hashes | text << _QUOTED_BITS | numbers & _INSIDE
        keys.sort()
        phrase = keys >> np.uint64(bits + 2)
        starts = np.flatnonzero(np.append(True, phrase[1:] != phrase[:-1])[: len(phrase)])
        counts = np.diff(starts, append=len(keys))
        telling = (counts > 1) & (counts <= _COMMON)
        keys = keys[np.repeat(telling, counts)]
        columns = (keys >> _QUOTED_BITS) & np.uint64((1 << bits) - 1)
        ends = np.concatenate(([0], np.cumsum(counts[telling])))
        roots = np.sqrt(self._weights).astype(np.float32).take((keys & _INSIDE).astype(np.intp))
        parts = (roots, columns.astype(np.int32), ends)
        return sparse.csr_matrix(parts, (len(ends) - 1, len(texts)))

    def share(self, part: Phrases, whole: Phrases) -> float:
        """How much of `part` stands in `whole`, 0 to 1."""
        there = whole.numbers >> _QUOTED_BITS
        phrases = part.numbers >> _QUOTED_BITS
        nearest = np.searchsorted(there, phrases)
        inside = np.append(there, 0).take(nearest) == phrases
        return round(self._sum(part.numbers[inside]) / max(part.total, 1e-9), 6)


def _distinct(
    words: NDArray[np.int64], text: NDArray[np.uint64], quoted: NDArray[np.uint64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The distinct phrases of the texts, ascending in each, as they stand there first; and the
    text of each."""
    count = max(0, len(words) - _LENGTH + 1)
    numbers = words.astype(np.uint64) + _ONE
    hashes = np.zeros(count, np.uint64)
    inside = np.zeros(count, np.uint64)
    for i, factor in enumerate(_FACTORS):
        hashes = (hashes ^ (numbers[i : i + count] * factor)) * _FACTORS[0]
        inside += quoted[i : i + count]
    whole = np.flatnonzero(text[:count] == text[len(text) - count :])
    hashes, text = hashes.take(whole), text.take(whole)
    phrases = (hashes & ~_INSIDE) | inside.take(whole)
    starts = np.searchsorted(text, np.arange(_TEXTS, dtype=np.uint64))
    place = np.arange(len(text)) - starts.take(text)
    keys = text << np.uint64(_HASH_BITS) | hashes >> np.uint64(64 - _HASH_BITS)
    keys = np.sort(keys << np.uint64(_PLACE_BITS) | place.astype(np.uint64))
    text = keys >> np.uint64(64 - _TEXTS_BITS)
    place = (keys & np.uint64((1 << _PLACE_BITS) - 1)).astype(np.int64)
    found = phrases.take(starts.take(text) + place)
    again = (found[1:] >> _QUOTED_BITS == found[:-1] >> _QUOTED_BITS) & (text[1:] == text[:-1])
    first = np.append(True, ~again)[: len(found)]
    return found[first], text[first]
