"""Charts as one SVG path each: cheap to lay out, legible in black and white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BAR, GAP, HEIGHT = 4, 1, 28
FEWEST = 3  # bars: with fewer, a line of text says it better


@dataclass(frozen=True, slots=True)
class Chart:
    """`path` in a box of `width` by `height` units; `peak` of the values, at index `peak_at`."""

    path: str
    width: int
    height: int
    peak: int
    peak_at: int


def bars(values: Sequence[int]) -> Chart | None:
    """Upright bars on a base line; None where there is little to see."""
    peak = max(values, default=0)
    if sum(value > 0 for value in values) < FEWEST:
        return None
    width = len(values) * (BAR + GAP) - GAP
    base = f"M0 {HEIGHT}h{width}v1H0z"
    bars = "".join(_bar(i, value, peak) for i, value in enumerate(values) if value > 0)
    return Chart(base + bars, width, HEIGHT + 1, peak, list(values).index(peak))


def _bar(index: int, value: int, peak: int) -> str:
    tall = max(2, round(value / peak * HEIGHT))
    return f"M{index * (BAR + GAP)} {HEIGHT}v-{tall}h{BAR}v{tall}z"
