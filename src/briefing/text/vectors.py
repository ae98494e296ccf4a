"""Articles as sparse vectors of weighted terms: stems, and pairs of neighbouring stems.

A weight is (1 + log tf) * idf (Salton and Buckley 1988), the idf from the fixed background, so a
similarity does not drift with the number of articles at hand; rows have length 1.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    @property
    def stems(self) -> list[str]:
        return list(self.numbers)

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


def with_pairs(sequence: NDArray[np.int64]) -> NDArray[np.int64]:
    """The stems of a sequence, and each two that follow one another."""
    return np.concatenate((sequence, (sequence[:-1] + 1) * _PAIR + sequence[1:]))


def counts(sequences: Sequence[NDArray[np.int64]]) -> tuple[Matrix, NDArray[np.int64]]:
    """(article x term counts, the terms of its columns); a term of one article only is left out."""
    from scipy import sparse

    rows = np.repeat(np.arange(len(sequences)), [len(s) for s in sequences])
    terms, columns = np.unique(np.concatenate(sequences), return_inverse=True)
    found = sparse.csr_matrix(
        (np.ones(len(rows), np.float32), (rows, columns)), (len(sequences), len(terms))
    )
    found.sum_duplicates()
    shared = np.bincount(found.indices, minlength=len(terms)) > 1
    return found[:, shared], terms[shared]


def idfs(
    terms: NDArray[np.int64], stems: Sequence[str], background: Background
) -> NDArray[np.float32]:
    """The idf of each term; a pair is a little rarer than its words are on average."""
    known = np.array([background.idf(stem) for stem in stems], np.float32)
    rarest = background.idf("")
    single = terms < _PAIR
    found = np.empty(len(terms), np.float32)
    found[single] = known[terms[single]]
    first, second = terms[~single] // _PAIR - 1, terms[~single] % _PAIR
    found[~single] = np.minimum(rarest, (known[first] + known[second]) / 2 + 1)
    return found


def weighted(found: Matrix, weights: NDArray[np.float32]) -> Matrix:
    """Counts as TF-IDF rows of length 1 (an empty row stays empty)."""
    from scipy import sparse

    matrix = found.astype(np.float32)
    matrix.data = (1 + np.log(matrix.data)) * weights[matrix.indices]
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags(1 / np.where(lengths == 0, 1, lengths)).astype(np.float32) @ matrix
