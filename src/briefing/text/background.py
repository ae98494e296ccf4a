"""The fixed background: in how many of many articles a word stands.

Document frequencies from a fixed background keep a similarity from drifting with the number of
articles at hand. The counts ship as package data; no text does (tools/count_background.py).
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

# A story of more articles than these, and than this share of all, is rare enough to be a theme.
_EVENT = 10
_EVENT_SHARE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """How many of `documents` articles hold each stem; compared by identity, not by content."""

    documents: int
    counts: Mapping[str, int] = field(repr=False)

    def idf(self, stem: str) -> float:
        """log((1 + N) / (1 + n)) + 1, smoothed as if one more article held every stem."""
        return math.log((1 + self.documents) / (1 + self.counts.get(stem, 0))) + 1

    def with_themes(self, own: Mapping[str, int], documents: int) -> Background:
        """This background, with the words that are everywhere in `documents` articles made common.

        A word that came up since the background was counted ("coronavirus") stands in half of a
        day's articles and would count as rare. An event's own words stay rare: what stands in no
        more than 10 articles, or 1 in 20, is not counted.
        """
        usual = max(_EVENT, _EVENT_SHARE * documents)
        themes = {
            stem: round(self.documents * (count - usual) / documents)
            for stem, count in own.items()
            if count > usual
        }
        more = {stem: n for stem, n in themes.items() if n > self.counts.get(stem, 0)}
        return Background(self.documents, {**self.counts, **more}) if more else self

    def lighter(self, left: Mapping[str, float]) -> Background:
        """This background, with of some stems' weight above 1 only the share that is `left`."""
        if not left:
            return self
        counts = {
            stem: round((1 + self.documents) / math.exp(share * (self.idf(stem) - 1)) - 1)
            for stem, share in left.items()
        }
        return Background(self.documents, {**self.counts, **counts})


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
