"""What one outlet prints in more than one article: links to other pieces within a sentence, a
standing description, the background of a theme. Its reports would be alike by that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.model import Article
from briefing.text.vectors import Vocabulary

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

_RUN = 5  # content stems in a row: two reports of one hand do not come to that by chance
_LEAST = 2  # articles: an update and its first version are copies, and not among these
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The runs of stems that stand in two or more articles of an outlet, by its id."""

    runs: Mapping[str, Hashes]

    def without(self, article: Article, stems: Numbers) -> Numbers:
        """The stems that stand in no such run."""
        runs = self.runs.get(article.source.id)
        if runs is None or len(stems) < _RUN:
            return stems
        own = _hashes(stems)
        # Not isin, which would sort all the outlet's runs for each article.
        nearest = np.minimum(np.searchsorted(runs, own), len(runs) - 1)
        starts = np.flatnonzero(runs[nearest] == own)
        kept = np.ones(len(stems), np.bool_)
        for offset in range(_RUN):
            kept[starts + offset] = False
        left: Numbers = stems[kept]
        return left


def furniture_of(articles: Sequence[Article], vocabulary: Vocabulary, length: int) -> Furniture:
    """What the outlets repeat in the first `length` characters of these articles (no copies)."""
    found: defaultdict[str, list[Hashes]] = defaultdict(list)
    for article in articles:
        if not article.source.id:  # of unknown hands, what two print is a report, no furniture
            continue
        stems = vocabulary.sequence(article.text[:length])
        found[article.source.id].append(np.unique(_hashes(stems)))
    return Furniture({id: runs for id, of in found.items() if len(runs := _repeated(of))})


def _repeated(texts: Sequence[Hashes]) -> Hashes:
    runs, times = np.unique(np.concatenate(texts), return_counts=True)
    repeated: Hashes = runs[times >= _LEAST]
    return repeated


def _hashes(stems: Numbers) -> Hashes:
    """A number for each run of stems."""
    count = max(0, len(stems) - _RUN + 1)
    found = np.zeros(count, np.uint64)
    for offset in range(_RUN):
        found = (
            found ^ (stems[offset : offset + count].astype(np.uint64) + np.uint64(1))
        ) * _FACTOR
    return found
