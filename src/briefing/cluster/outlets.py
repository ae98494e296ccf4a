"""What one outlet prints in more than one article: links to other pieces within a sentence, a
standing description, the background of a theme. Its reports would be alike by that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.model import Article
from briefing.text.vocabulary import Sequences, Vocabulary, chunks

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

_RUN = 5  # content stems in a row: two reports of one hand do not come to that by chance
_LEAST = 2  # articles: an update and its first version are copies, and not among these
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_HASH_BITS = np.uint64(52)  # the rest of a number tells the article, of the 1,000 read at a time


@dataclass(frozen=True, slots=True)
class Furniture:
    """The runs of stems that stand in two or more articles of an outlet, each with its outlet in
    its hash, ascending; a number for each outlet."""

    runs: Hashes
    outlets: Mapping[str, int]

    def without(self, articles: Sequence[Article], stems: Sequences) -> Sequences:
        """The stems of the articles that stand in no such run."""
        if not len(self.runs):
            return stems
        starts, own = _runs(articles, stems, self.outlets)
        order = np.argsort(own)  # what is looked up in order is found three times as fast
        starts, own = starts.take(order), own.take(order)
        nearest = np.minimum(np.searchsorted(self.runs, own), len(self.runs) - 1)
        starts = starts[self.runs.take(nearest) == own]
        kept = np.ones(len(stems.numbers), np.bool_)
        for offset in range(_RUN):
            kept[starts + offset] = False
        return stems.where(kept)


def furniture_of(articles: Sequence[Article], vocabulary: Vocabulary, length: int) -> Furniture:
    """What the outlets repeat in the first `length` characters of these articles (no copies)."""
    # Of unknown hands, what two print is a report, no furniture.
    known = [a for a in articles if a.source.id]
    outlets = {id: n for n, id in enumerate(dict.fromkeys(a.source.id for a in known), start=1)}
    found = [np.zeros(0, np.uint64)]
    for chunk in chunks(known):
        stems = vocabulary.sequences(a.text[:length] for a in chunk)
        starts, own = _runs(chunk, stems, outlets)
        own |= stems.rows.take(starts).astype(np.uint64) << _HASH_BITS
        found.append(_distinct(own) & ((np.uint64(1) << _HASH_BITS) - np.uint64(1)))
    runs = np.sort(np.concatenate(found))
    return Furniture(
        _distinct(runs[_LEAST - 1 :][runs[_LEAST - 1 :] == runs[: 1 - _LEAST]]), outlets
    )


def _distinct(hashes: Hashes) -> Hashes:
    """Each once, ascending."""
    ordered = np.sort(hashes)
    found: Hashes = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def _runs(
    articles: Sequence[Article], stems: Sequences, outlets: Mapping[str, int]
) -> tuple[Places, Hashes]:
    """Where runs of stems begin in the articles of known outlets, and a number for each run."""
    count = max(0, len(stems.numbers) - _RUN + 1)
    outlet = np.array([outlets.get(a.source.id, 0) for a in articles], np.uint64)[stems.rows]
    ends = stems.rows[len(stems.rows) - count :]
    starts = np.flatnonzero((stems.rows[:count] == ends) & (outlet[:count] > 0))
    numbers = stems.numbers.astype(np.uint64) + np.uint64(1)
    found = outlet[:count].copy()
    for offset in range(_RUN):
        found ^= numbers[offset : offset + count]
        found *= _FACTOR
    return starts, found.take(starts) >> (np.uint64(64) - _HASH_BITS)
