"""The fixed background: in how many of many articles a word stands.

Document frequencies from a fixed background keep a similarity from drifting with the number of
articles at hand. The counts ship as package data; no text does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Background:
    """How many of `documents` articles hold each stem."""

    documents: int
    counts: Mapping[str, int] = field(repr=False)

    def idf(self, stem: str) -> float:
        """log((1 + N) / (1 + n)) + 1, smoothed as if one more article held every stem."""
        return math.log((1 + self.documents) / (1 + self.counts.get(stem, 0))) + 1
