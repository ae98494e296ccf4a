"""Paragraphs: lines of a text, or runs of lines where the text is wrapped at a fixed width.

Older news texts (and mail) break lines at 60 to 90 characters; there only an empty line, an
indentation or a short last line ends a paragraph. Which of the two a text is, it shows itself: a
wrapped text has lines of about one length, and many of them begin with a small letter.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from briefing.model import Span

_LINE = re.compile(r"[^\n]+")
WIDEST = 100  # columns of a wrapped text; a line of 101 characters was not wrapped
NARROWEST = 40
FEWEST = 2  # line breaks without which nothing can be said
SMALL = 0.35  # share of the lines after a break that begin with a small letter; of words it is .7
EVEN = 0.75  # a line is full from this share of the usual width on ...
FULL = 0.6  # ... and so many of the lines are


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs lie, in order, none of them blank."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]
    if not is_wrapped(text, lines):
        return lines
    width = _width(text, lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _goes_on(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line breaks stand where a line was full, not where a paragraph ended."""
    if len(lines) <= FEWEST or max(line.end - line.start for line in lines) > WIDEST:
        return False
    breaks = [(a, b) for a, b in pairwise(lines) if _adjacent(a, b) and not _indented(text, b)]
    small = sum(text[line.start].islower() for _, line in breaks)
    width = _width(text, lines)
    full = sum(_is_full(text, before, line, width) for before, line in breaks)
    return (
        width >= NARROWEST
        and len(breaks) >= FEWEST
        and small >= SMALL * len(breaks)
        and full >= FULL * len(breaks)
    )


def _width(text: str, lines: list[Span]) -> float:
    """The usual length of a line."""
    return median(len(line.of(text).rstrip()) for line in lines)


def _adjacent(before: Span, line: Span) -> bool:
    return line.start == before.end + 1


def _indented(text: str, line: Span) -> bool:
    return text[line.start].isspace()


def _is_full(text: str, before: Span, line: Span, width: float) -> bool:
    """Whether the next line's first word would hardly have fitted into the line before it."""
    word = line.of(text).split(None, 1)[0]
    return len(before.of(text).rstrip()) + 1 + len(word) > width * EVEN


def _goes_on(text: str, before: Span, line: Span, width: float) -> bool:
    if not _adjacent(before, line) or _indented(text, line):
        return False
    stopped = before.of(text).rstrip().rstrip("\"'”’»)]").endswith((".", "!", "?", ":"))
    return not stopped or _is_full(text, before, line, width)
