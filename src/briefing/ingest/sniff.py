"""What some bytes are: by their beginning, and by their name only where that leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from briefing.ingest.strangers import stranger
from briefing.ingest.texts import MOST_FOREIGN

Kind = Literal[
    "feed",
    "opml",
    "page",
    "rows",
    "text",
    "webarchive",
    "gzip",
    "mail",
    "table",
    "document",
    "unknown",
]

_LOOKED_AT = 8_192
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BEFORE_ROOT = re.compile(
    rb"\A(?:\s|\xef\xbb\xbf|<!--.{0,2000}?-->|<\?[^>]{0,500}\?>|<!doctype[^>\[]{0,500}>)*",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(rb"<(?:[A-Za-z]{1,20}:)?(rss|rdf|feed|opml|html|head|body)[\s>/]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:p|div|article|section|h[1-6]|table|main)[\s>]", re.IGNORECASE)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org')
_ROOTS: dict[bytes, Kind] = {b"rss": "feed", b"rdf": "feed", b"feed": "feed", b"opml": "opml"}
_BY_NAME: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".markdown": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".json": "rows",
    ".opml": "opml",
    ".warc": "webarchive",
}


def kind(body: bytes, name: str = "", content_type: str = "") -> Kind:
    """What `body` is; `name` is the file's, `content_type` what the server said."""
    head = body[:_LOOKED_AT]
    if head.startswith(b"\x1f\x8b"):
        return "webarchive" if name.lower().endswith(".warc.gz") else "gzip"
    if head.startswith(b"WARC/"):
        return "webarchive"
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide:
        head = head.replace(b"\0", b"")[2:]
    found = _marked_up(head) or _json(head)
    if found or (found := stranger(head, name)):
        return found
    named = _BY_NAME.get(PurePosixPath(name.lower()).suffix)
    if named != "text" and not wide and _binary(head):  # what is called text is looked at as such
        return "unknown"
    if content_type in {"text/html", "application/xhtml+xml"}:
        return "page"
    return named or ("text" if head.strip() else "unknown")


def _binary(head: bytes) -> bool:
    """Whether more than one byte in a hundred is one that no text has."""
    return len(_CONTROLS.findall(head)) > len(head) * MOST_FOREIGN


def _marked_up(head: bytes) -> Kind | None:
    """By the first element, whatever the document type claims."""
    start = _BEFORE_ROOT.match(head)
    before = start.end() if start else 0
    rest = head[before:]
    root = _ROOT.match(rest)
    if root:
        return _ROOTS.get(root[1].lower(), "page")
    doctype = b"<!doctype html" in head[:before].lower()
    return "page" if doctype or (rest.startswith(b"<") and _MARKUP.search(rest)) else None


def _json(head: bytes) -> Kind | None:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare.startswith((b'{"', b"{\n", b"{\r", b"{ ", b"[{", b"[\n")):
        return None
    return "feed" if _JSON_FEED.search(head) else "rows"
