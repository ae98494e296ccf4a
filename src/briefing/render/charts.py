"""Charts as one SVG path each: cheap to lay out, legible in black and white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.edition import CourseDayData, StoryData
from briefing.edition.course import tells

BAR, GAP, HEIGHT = 4, 1, 28
WIDTH = 24 * (BAR + GAP) - GAP  # of a day's hours
DAY, DAY_GAP = 12, 3  # a bar of a story's course: it has few
FEWEST = 3  # bars: with fewer, a line of text says it better

# The matrix: the side of a cell, the room for an outlet's name, and how much a page can hold.
CELL, NAME, LETTERS = 17, 165, 26
SQUARE, MARGIN, BASE = 11, 3, 12  # the mark in a cell, its place there, and the line of the text
MOST_ROWS, MOST_COLUMNS = 24, 28


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
    if sum(value > 0 for value in values) < FEWEST:
        return None
    return _chart(values, BAR, GAP, len(values) * (BAR + GAP) - GAP)


def course(days: Sequence[CourseDayData]) -> Chart | None:
    """A bar for each day, in the box of its hours; None where it tells too little."""
    if not tells(days):
        return None
    reports = [row["reports"] for row in days]
    room = WIDTH // len(reports) - DAY_GAP
    if room < BAR:  # a long course needs a longer box
        return _chart(reports, BAR, GAP, len(reports) * (BAR + GAP) - GAP)
    return _chart(reports, min(DAY, room), DAY_GAP, WIDTH)


def _chart(values: Sequence[int], bar: int, gap: int, width: int) -> Chart:
    peak, step = max(values), bar + gap
    base = f"M0 {HEIGHT}h{len(values) * step - gap}v1H0z"
    bars = "".join(_bar(i * step, value, peak, bar) for i, value in enumerate(values) if value > 0)
    return Chart(base + bars, width, HEIGHT + 1, peak, list(values).index(peak))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Outlets by stories: a square where one reported the other. Labels are x, y, anchor, text."""

    cells: str
    rules: str
    width: int
    height: int
    labels: list[tuple[int, int, str, str]]


def matrix(
    reported: Sequence[tuple[str, Sequence[StoryData]]], stories: Sequence[StoryData]
) -> Matrix | None:
    """The outlets with most stories, at most `MOST_ROWS`; None where a list is as plain."""
    widest = sorted(reported, key=lambda row: -len(row[1]))[:MOST_ROWS]
    rows = [row for row in reported if row in widest]
    if len(rows) < FEWEST or not FEWEST <= len(stories) <= MOST_COLUMNS:
        return None
    columns = {story["number"]: i for i, story in enumerate(stories)}
    width = NAME + CELL * len(columns)
    cells, rules, labels = "", "", []
    for i, (outlet, told) in enumerate(rows, 1):
        labels.append((0, CELL * i + BASE, "start", shortened(outlet)))
        rules += f"M0 {CELL * i + CELL - 1}h{width}v.5h-{width}z"
        for story in told:
            x, y = NAME + CELL * columns[story["number"]] + MARGIN, CELL * i + MARGIN
            cells += f"M{x} {y}h{SQUARE}v{SQUARE}h-{SQUARE}z"
    heads = [(NAME + CELL * i + CELL // 2, BASE, "middle", str(n)) for n, i in columns.items()]
    return Matrix(cells, rules, width, CELL * (len(rows) + 1), heads + labels)


def shortened(name: str) -> str:
    """A name in at most `LETTERS`, the last an ellipsis where it is longer."""
    return name if len(name) <= LETTERS else name[: LETTERS - 1].rstrip() + "…"


def _bar(x: int, value: int, peak: int, wide: int) -> str:
    tall = max(2, round(value / peak * HEIGHT))
    return f"M{x} {HEIGHT}v-{tall}h{wide}v{tall}z"
