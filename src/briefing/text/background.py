"""The fixed background: in how many of many articles a word stands.

Document frequencies from a fixed background keep a similarity from drifting with the number of
articles at hand. The counts ship as package data; no text does (tools/count_background.py).
"""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Background:
    """How many of `documents` articles hold each stem."""

    documents: int
    counts: Mapping[str, int] = field(repr=False)

    def idf(self, stem: str) -> float:
        """log((1 + N) / (1 + n)) + 1, smoothed as if one more article held every stem."""
        return math.log((1 + self.documents) / (1 + self.counts.get(stem, 0))) + 1

    def with_own(self, articles: Iterable[Iterable[str]]) -> Background:
        """This background and the given articles (each the stems it holds), counted together.

        A word that came up since the background was counted ("coronavirus") stands in half of a
        day's articles and would count as rare; their own counts make it common.
        """
        number, counts = 0, Counter(self.counts)
        for stems in articles:
            number += 1
            counts.update(set(stems))
        return Background(self.documents + number, counts)


@lru_cache(maxsize=1)
def background() -> Background:
    """The counts that ship with the package, read once."""
    packed = files("briefing").joinpath("data", "background.txt.gz").read_bytes()
    number, *lines = gzip.decompress(packed).decode().splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, *stems = line.split(" ")
        counts.update(dict.fromkeys(stems, int(count)))
    return Background(int(number), counts)
