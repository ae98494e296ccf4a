"""Addresses that are safe to put in a page, and links to one sentence of another page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import quote, urlsplit

# A fragment that names whole sentences makes long addresses; the first and last words do, as long
# as they stand in that order once. Three passages a page are marked: the page's size is limited.
EDGE_WORDS = 4
WHOLE_WORDS = 8
MOST_PASSAGES = 3

_WORD = re.compile(r"\w")
_MARKS = re.compile(r"^\W+|\W+$")
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")


def safe_url(url: str) -> str:
    """`url` where it is a http or https address with a host, else ""."""
    if _UNSAFE.search(url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # "http://[": an address that is none
        return ""
    return url if parts.scheme.lower() in ("http", "https") and host else ""


def passage_url(url: str, passages: Iterable[str]) -> str:
    """`url` with a text fragment for each passage (WICG, URL Fragment Text Directives).

    A browser scrolls to the first and marks them all; one that knows no text fragments opens the
    page. "" where `url` is not safe to link.
    """
    page = safe_url(url)
    directives = [d for d in map(text_directive, passages) if d][:MOST_PASSAGES]
    if not page or not directives:
        return page
    separator = "" if "#" in page else "#"
    return f"{page}{separator}:~:{'&'.join(directives)}"


def text_directive(passage: str) -> str:
    """`text=first words,last words`, or `text=all its words` where they are few."""
    plain = passage.split()
    words = sum(1 for _ in islice(filter(_WORD.search, plain), WHOLE_WORDS + 1))
    if not words:
        return ""
    if words <= WHOLE_WORDS:
        return f"text={_encoded(_bare(' '.join(plain)))}"
    start = _bare(" ".join(plain[:EDGE_WORDS]))
    end = _bare(" ".join(plain[-EDGE_WORDS:]))
    return f"text={_encoded(start)},{_encoded(end)}"


def _bare(words: str) -> str:
    """`words` without the marks around them: pages and extractors differ on those."""
    return _MARKS.sub("", words)


def _encoded(words: str) -> str:
    # A hyphen would separate a prefix or suffix; quote() takes it for harmless.
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
