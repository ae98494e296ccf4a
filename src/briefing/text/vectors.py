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
from briefing.text.words import STOP_WORDS, stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

# scipy ships no types.
Matrix = Any

# Words are cut in bytes, which is four times as fast as a regular expression on characters:
# ASCII letters and digits and everything beyond ASCII are letters, apostrophes vanish
# ("Minister's" -> "ministers"), the rest parts words. Typographic marks become ASCII first.
_MARKS = (("’", "'"), ("‘", "'"), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "))
_LETTERS = bytes(b if b > 127 or chr(b).isalnum() else 32 for b in range(256))
_STOP = frozenset(w.replace("'", "") for w in STOP_WORDS)
_NOTHING = -1  # the number of words that carry no content
_PAIR = 1 << 24  # a pair of stems is the number (first + 1) * _PAIR + second
_TERM_BITS = 50  # 2 * 24 for a pair, and to spare

# Terms share 2^22 columns by their hash: of two articles' 450 terms each, two fall together by
# chance once in 20 pairs of articles, which changes a similarity by about 0.002.
_COLUMN_BITS = 22
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio (Knuth, TAOCP 3, 6.4)
_CHUNK = 1_000  # articles whose terms are sorted at a time


class Vocabulary(dict[bytes, int]):
    """Word -> the number of its stem, given when it is first met; -1 for function words."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, word: bytes) -> int:
        plain = word.decode(errors="replace")
        empty = plain in _STOP or (len(plain) == 1 and not plain.isdigit())
        number = _NOTHING if empty else self.numbers.setdefault(stem(plain), len(self.numbers))
        self[word] = number
        return number

    def sequence(self, text: str) -> NDArray[np.int64]:
        """The numbers of the content stems of `text`, in order."""
        plain = text.lower()
        if not plain.isascii():
            for mark, ascii_mark in _MARKS:
                plain = plain.replace(mark, ascii_mark)
        found = plain.encode(errors="replace").translate(_LETTERS, b"'").split()
        numbers = np.fromiter(map(self.__getitem__, found), np.int64, len(found))
        kept: NDArray[np.int64] = numbers[numbers != _NOTHING]
        return kept

    def idfs(self, background: Background, start: int = 0) -> NDArray[np.float32]:
        """The idf of each stem, by its number, from the `start`-th on."""
        new = islice(self.numbers, start, None)
        return np.fromiter((background.idf(stem) for stem in new), np.float32)


def pairs(sequence: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each two stems that follow one another in a sequence, as one term."""
    return (sequence[:-1] + 1) * _PAIR + sequence[1:]


def with_pairs(sequence: NDArray[np.int64]) -> NDArray[np.int64]:
    """The stems of a sequence, and its pairs."""
    return np.concatenate((sequence, pairs(sequence)))


def columns(terms: NDArray[np.int64]) -> NDArray[np.int32]:
    """The column of each term."""
    hashed = (terms.astype(np.uint64) * _SPREAD) >> np.uint64(64 - _COLUMN_BITS)
    return hashed.astype(np.int32)


def tf_idf(
    sequences: Iterable[NDArray[np.int64]], vocabulary: Vocabulary, background: Background
) -> tuple[Matrix, float]:
    """A row of length 1 for each sequence of terms, and what share of the rows others share.

    A term of one sequence only is left out: in the length of its row it would only make an
    article with many details less like every other. In a small set that leaves out more than in
    a large one, and all products are larger. The share (mean of squared lengths, 0 to 1) tells by
    how much: multiplied by it, the products of two rows are nearly the same in any set.
    """
    from scipy import sparse

    chunks = [_EMPTY, *_chunks(iter(sequences), vocabulary, background)]
    holders = np.zeros(1 << _COLUMN_BITS, np.int32)
    for _, places, _ in chunks:
        found, times = np.unique(places, return_counts=True)
        holders[found] += times
    # Each chunk is let go as its rows are made: they are most of the memory.
    made = [_rows(chunks.pop(0), holders) for _ in range(len(chunks))]
    sizes, columns, weights, shares = (np.concatenate(part) for part in zip(*made, strict=True))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    matrix = sparse.csr_matrix((weights, columns, starts), (len(sizes), len(holders)))
    return matrix, round(float(shares.mean()), 6) if len(shares) else 1.0


def _rows(
    chunk: Chunk, holders: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32], NDArray[np.float64]]:
    """(size of each row, columns, weights at length 1, shared part of the rows not empty)."""
    sizes, places, weights = chunk
    row = np.repeat(np.arange(len(sizes)), sizes)
    squares = weights.astype(np.float64) ** 2
    shared = holders[places] > 1
    whole = np.bincount(row, squares, minlength=len(sizes))
    row, places, weights, squares = row[shared], places[shared], weights[shared], squares[shared]
    part = np.bincount(row, squares, minlength=len(sizes))
    scaled = (weights / np.sqrt(part)[row]).astype(np.float32)
    return (
        np.bincount(row, minlength=len(sizes)),
        places,
        scaled,
        part[whole > 0] / whole[whole > 0],
    )


Chunk = tuple["NDArray[np.int64]", "NDArray[np.int32]", "NDArray[np.float32]"]
_EMPTY: Chunk = (np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))


def _chunks(
    sequences: Iterator[NDArray[np.int64]], vocabulary: Vocabulary, background: Background
) -> Iterator[Chunk]:
    """(how many terms each row has, their columns, their weights) for some rows at a time."""
    known = _EMPTY[2]
    while chunk := list(islice(sequences, _CHUNK)):
        known = np.concatenate((known, vocabulary.idfs(background, len(known))))
        row = np.repeat(np.arange(len(chunk)), [len(s) for s in chunk])
        # A row's number above its terms' makes one number to sort by.
        found, times = np.unique(row << _TERM_BITS | np.concatenate(chunk), return_counts=True)
        terms = found & ((1 << _TERM_BITS) - 1)
        weights = (1 + np.log(times)) * _idfs(terms, known, background.idf(""))
        sizes = np.bincount(found >> _TERM_BITS, minlength=len(chunk))
        yield sizes, columns(terms), weights.astype(np.float32)


def _idfs(
    terms: NDArray[np.int64], known: NDArray[np.float32], rarest: float
) -> NDArray[np.float32]:
    """The idf of each term; a pair is a little rarer than its words are on average."""
    single = terms < _PAIR
    found = np.empty(len(terms), np.float32)
    found[single] = known[terms[single]]
    first, second = terms[~single] // _PAIR - 1, terms[~single] % _PAIR
    found[~single] = np.minimum(rarest, (known[first] + known[second]) / 2 + 1)
    return found
