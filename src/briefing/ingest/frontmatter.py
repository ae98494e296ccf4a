"""The few lines `key: value` that a text file may begin with, also between two lines "---"."""

from __future__ import annotations

import re

# What the keys may be called, and the name under which each is given.
_KEYS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "outlet": "source",
    "publisher": "source",
    "date": "date",
    "published": "date",
    "url": "url",
    "link": "url",
    "author": "author",
    "authors": "author",
    "by": "author",
    "section": "section",
    "language": "language",
    "lang": "language",
}
MOST_LINES = 40
_LINE = re.compile(r"([A-Za-z]{2,12})\s?:(?:\s+(.*)|)$")
_FENCE = re.compile(r"-{3,}\s*$")


def split(text: str) -> tuple[dict[str, str], str]:
    """(what the front matter says, the text after it); ({}, text) without front matter.

    Between fences unknown keys are passed over; without fences the first line must be a known key,
    and the first line that is none ends it.
    """
    lines = text.lstrip("\n").split("\n")
    if _FENCE.match(lines[0]):
        closing = next((n for n, x in enumerate(lines[1:MOST_LINES], 1) if _FENCE.match(x)), 0)
        known = _said(lines[1:closing])
        return (known, "\n".join(lines[closing + 1 :])) if known else ({}, text)
    length = 0
    while length < len(lines) and _said(lines[length : length + 1]):
        length += 1
    return (_said(lines[:length]), "\n".join(lines[length:])) if length else ({}, text)


def _said(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        pair = _LINE.match(line[:2000])
        key = _KEYS.get(pair[1].lower()) if pair else None
        if pair and key:
            found.setdefault(key, (pair[2] or "").strip().strip("\"'[]"))
    return found
