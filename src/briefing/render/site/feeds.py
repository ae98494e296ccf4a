"""Atom feeds (RFC 4287) and the sitemap (sitemaps.org): XML by hand, every text escaped."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from briefing.render.html import clean
from briefing.render.site import paths

NEWEST = 50  # entries: four editions, more than a reader program asks for
MOST_PAGES = 50_000  # of a sitemap, by its protocol

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.invalid/briefing")


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` names it for ever; `path` is its page."""

    key: str
    title: str
    path: str
    updated: str
    summary: str
    author: str
    category: str = ""


def feed(base: str, path: str, title: str, page: str, entries: Sequence[Entry]) -> str:
    """The feed that lies at `path`; its links are relative to it where `base` is ""."""
    root = base or paths.root(path)
    updated = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(title)}</title>",
        f"<id>{_id(title + path)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(root + path)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(root + page)}/>',
    ]
    for entry in entries[:NEWEST]:
        lines += _entry(root, title, entry)
    return "\n".join([*lines, "</feed>", ""])


def _entry(root: str, title: str, entry: Entry) -> Iterable[str]:
    yield "<entry>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<id>{_id(title + entry.key)}</id>"
    yield f"<updated>{entry.updated}</updated>"
    yield f"<author><name>{_text(entry.author)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(root + entry.path)}/>'
    if entry.category:
        yield f"<category term={quoteattr(clean(entry.category))}/>"
    yield f"<summary>{_text(entry.summary)}</summary>"
    yield "</entry>"


def sitemap(base: str, pages: Iterable[tuple[str, str]]) -> str:
    """Pages with the day of their last change ("" where it is not known)."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path, day in list(pages)[:MOST_PAGES]:
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(base + path)}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _text(text: str) -> str:
    return escape(clean(text))


def _id(key: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMES, key.encode('utf-8', 'replace').decode())}"
