"""Captions at the start of a text: a photo's words, up to its credit, stand before the report's."""

from __future__ import annotations

import re

REACH = 600  # characters from a caption's first sentence to its credit
# "DUNMERE (Post/AP) — The harbour": who writes, no credit.
_NO_DATELINE = r"(?!\)?\s?(?:[—–]|--))"
CREDIT = re.compile(
    r"\((?:AP|EPA|AFP|Reuters|REUTERS|Photo|Image|Courtesy|File|Getty)\b[ /:][^()\n]{2,80}\)"
    rf"{_NO_DATELINE}"
    r"|\|\s?[A-Z][^|\n]{2,60}(?:/|\bvia\s)(?:AP|AFP|EPA|Getty|Reuters|Bloomberg|Shutterstock)\b"
    r"|\([^()\n]{0,80}\bvia\s(?:AP|AFP|EPA|Getty|Reuters|Bloomberg|Shutterstock)\b"
    r"|\b(?:Photo|Image)s? (?:by|courtesy)\b"
    rf"|/(?:AP|AFP|EPA|Getty Images|Reuters|REUTERS|Shutterstock)\b{_NO_DATELINE}"
)
_PHOTO = re.compile(
    rf"(?:[^\n]{{0,{REACH}}}?(?:\([^()\n]{{0,60}}\b(?:Photo|via)\b[^()\n]{{0,60}}\)|{CREDIT.pattern})"
    r"(?:\s?Images\b)?[)\s]*)+"
)


def opening(text: str, characters: int) -> str:
    """The first `characters` of the report, behind captions."""
    start = begin(text)
    return text[start : start + characters]


def begin(text: str) -> int:
    """Where the report begins: behind the captions above it."""
    photos = _PHOTO.match(text)
    return photos.end() if photos else 0
