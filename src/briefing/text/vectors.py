"""Articles as sparse vectors of weighted terms: stems, and pairs of neighbouring stems.

A weight is (1 + log tf) * idf (Salton and Buckley 1988), the idf from the fixed background, so a
similarity hardly drifts with the number of articles at hand; rows have length 1. Everything is
made for 100,000 articles: half a minute and a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing.text.background import Background
from briefing.text.vocabulary import Sequences, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

# scipy ships no types.
Matrix = Any

_PAIR_BITS = 24
_PAIR = 1 << _PAIR_BITS  # a pair of stems is the number (first + 1) * _PAIR + second
_TERM_BITS = 50  # 2 * 24 for a pair, and to spare

# Terms share 2^22 columns by their hash: of two articles' 450 terms each, two fall together by
# chance once in 20 pairs of articles, which changes a similarity by about 0.002.
_COLUMN_BITS = 22
COLUMNS = 1 << _COLUMN_BITS
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio (Knuth, TAOCP 3, 6.4)
_WORD = (1 << 64) - 1
_LOGS = 1 + np.log(np.arange(1, 1_000))  # of the numbers of times that a term may stand in a row
_LITTLE = 0.5  # of the usual share: hardly a row has less where there are a thousand (3 in 1,000)


def idfs(vocabulary: Vocabulary, background: Background, start: int = 0) -> NDArray[np.float32]:
    """The idf of each stem, by its number, from the `start`-th on."""
    new = islice(vocabulary.numbers, start, None)
    return np.fromiter((background.idf(stem) for stem in new), np.float32)


def pairs(sequence: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each two stems that follow one another in a sequence, as one term."""
    return (sequence[:-1] + 1) * _PAIR + sequence[1:]


def with_pairs(sequences: Sequences) -> Sequences:
    """The stems of each sequence, and its pairs; no longer in order."""
    rows = sequences.rows
    within = np.flatnonzero(rows[1:] == rows[:-1])
    return Sequences(
        np.concatenate((sequences.numbers, pairs(sequences.numbers).take(within))),
        np.concatenate((rows, rows.take(within))),
        sequences.count,
    )


def columns(terms: NDArray[np.int64]) -> NDArray[np.int32]:
    """The column of each term."""
    hashed = (terms.astype(np.uint64) * _SPREAD) >> np.uint64(64 - _COLUMN_BITS)
    return hashed.astype(np.int32)


def column(term: int) -> int:
    """The column of one term: without arrays, for few."""
    return (term * int(_SPREAD) & _WORD) >> (64 - _COLUMN_BITS)


def tf_idf(
    chunks: Iterable[Sequences], vocabulary: Vocabulary, background: Background
) -> tuple[Matrix, float, NDArray[np.int32]]:
    """A row of length 1 for each sequence of terms, what share of the rows others share, and how
    many rows have each column.

    A term of one sequence only is left out: in the length of its row it would only make an
    article with many details less like every other. In a small set that leaves out more than in
    a large one, and all products are larger. The share (mean of squared lengths, 0 to 1) tells by
    how much: multiplied by it, the products of two rows are nearly the same in any set.
    """
    from scipy import sparse

    weighed = list(_weighed(chunks, vocabulary, background))
    holders = np.zeros(COLUMNS, np.int32)
    for _, places, _ in weighed:
        np.add.at(holders, places, np.int32(1))  # of a plain 1 it makes slow work
    kept = sum(int(np.count_nonzero(holders[places] > 1)) for _, places, _ in weighed)
    found, weights = np.empty(kept, np.int32), np.empty(kept, np.float32)
    sizes, shares, end = [np.zeros(1, np.int64)], [np.zeros(0)], 0
    for n in range(len(weighed)):
        # Each chunk is let go as its rows are made: they are most of the memory.
        size, places, values, share = _rows(weighed[n], holders)
        weighed[n] = _EMPTY
        start, end = end, end + len(places)
        found[start:end], weights[start:end] = places, values
        sizes.append(size)
        shares.append(share)
    starts, share = np.cumsum(np.concatenate(sizes)), np.concatenate(shares)
    told = share[~np.isnan(share)]
    usual = round(float(told.mean()), 6) if len(told) else 1.0
    matrix = sparse.csr_matrix((weights, found, starts), (len(starts) - 1, COLUMNS))
    _damp(matrix, share, _LITTLE * usual)
    return matrix, usual, holders


def _damp(matrix: Matrix, share: NDArray[np.float64], enough: float) -> None:
    """Make the rows shorter that share less than `enough`: the one word that an article has in
    common with another would be all of it."""
    few = np.flatnonzero((share > 0) & (share < enough))
    for row, short in zip(few.tolist(), np.sqrt(share[few] / enough).tolist(), strict=True):
        matrix.data[matrix.indptr[row] : matrix.indptr[row + 1]] *= np.float32(short)


Weighed = tuple["NDArray[np.int64]", "NDArray[np.int32]", "NDArray[np.float32]"]
_EMPTY: Weighed = (np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))


def _rows(
    chunk: Weighed, holders: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32], NDArray[np.float64]]:
    """(size of each row, columns, weights at length 1, the shared part of each; nan if empty)."""
    sizes, places, weights = chunk
    row = np.repeat(np.arange(len(sizes)), sizes)
    squares = weights.astype(np.float64) ** 2
    shared = np.flatnonzero(holders.take(places) > 1)
    whole = np.bincount(row, squares, minlength=len(sizes))
    row, places, weights = row.take(shared), places.take(shared), weights.take(shared)
    part = np.bincount(row, squares.take(shared), minlength=len(sizes))
    scaled = (weights / np.sqrt(part).take(row)).astype(np.float32)
    return (
        np.bincount(row, minlength=len(sizes)),
        places,
        scaled,
        np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0),
    )


def _weighed(
    chunks: Iterable[Sequences], vocabulary: Vocabulary, background: Background
) -> Iterator[Weighed]:
    """(how many terms each row has, their columns, their weights) for some rows at a time."""
    known = np.zeros(0, np.float32)
    for chunk in chunks:
        known = np.concatenate((known, idfs(vocabulary, background, len(known))))
        # A row's number above its terms' makes one number to sort by.
        keys = np.sort((chunk.rows.astype(np.int64) << _TERM_BITS) | chunk.numbers)
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        found, times = keys.take(first), np.diff(first, append=len(keys))
        terms = found & ((1 << _TERM_BITS) - 1)
        logs = _LOGS.take(np.minimum(times, len(_LOGS)) - 1)
        weights = logs * _idfs(terms, known, background.idf(""))
        sizes = np.bincount(found >> _TERM_BITS, minlength=chunk.count)
        yield sizes, columns(terms), weights.astype(np.float32)


def _idfs(
    terms: NDArray[np.int64], known: NDArray[np.float32], rarest: float
) -> NDArray[np.float32]:
    """The idf of each term; a pair is a little rarer than its words are on average."""
    second = known.take(terms & (_PAIR - 1)) if len(known) else np.zeros(len(terms), np.float32)
    found = second.copy()
    pair = np.flatnonzero(terms >= _PAIR)
    first = (terms.take(pair) >> _PAIR_BITS) - 1
    found[pair] = np.minimum(rarest, (known.take(first) + second.take(pair)) / 2 + 1)
    return found
