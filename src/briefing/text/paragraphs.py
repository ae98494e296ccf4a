"""Paragraphs: lines of a text, or runs of lines where the text is wrapped at a fixed width.

Older news texts (and mail) break lines at 60 to 90 characters; there only an empty line, an
indentation or a short last line ends a paragraph. Which of the two a text is, it shows itself: in
a wrapped text the first word of a line would not have fitted into the line before it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.model import Span

_LINE = re.compile(r"[^\n]+")
WIDTHS = range(40, 101)  # of the longest line of a wrapped text
FEWEST = 3  # line breaks without which nothing can be said
SLACK = 6  # columns that a ragged right margin may leave: long words are not the only cause
FULL = 0.75  # share of the line breaks that come only when the next word would not have fitted


def paragraphs(text: str) -> list[Span]:
    """Where the paragraphs lie, in order, none of them blank."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]
    if not is_wrapped(text, lines):
        return lines
    joined = lines[:1]
    width = max(len(span.of(text).rstrip()) for span in lines)
    for before, line in pairwise(lines):
        if _goes_on(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line breaks stand where a line was full, not where a paragraph ended."""
    longest = max((len(span.of(text).rstrip()) for span in lines), default=0)
    if longest not in WIDTHS or len(lines) <= FEWEST:
        return False
    breaks = [
        (before, line)
        for before, line in pairwise(lines)
        if _adjacent(before, line) and not _indented(text, line)
    ]
    full = sum(_is_full(text, before, line, longest) for before, line in breaks)
    return len(breaks) >= FEWEST and full >= FULL * len(breaks)


def _adjacent(before: Span, line: Span) -> bool:
    return line.start == before.end + 1


def _indented(text: str, line: Span) -> bool:
    return text[line.start].isspace()


def _is_full(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted into the line before it."""
    word = line.of(text).split(None, 1)[0]
    return len(before.of(text).rstrip()) + 1 + len(word) > width - SLACK


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    if not _adjacent(before, line) or _indented(text, line):
        return False
    stopped = before.of(text).rstrip().rstrip("\"'”’»)]").endswith((".", "!", "?", ":"))
    return not stopped or _is_full(text, before, line, width)
