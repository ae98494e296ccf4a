"""Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, Atom, JSON Feed, from bytes to entries.

fastfeedparser reads most of them, feedparser (a hundred times slower) those that it refuses. Both
get the text in UTF-8 and without a document type, so that no entity is ever looked up.
"""

from __future__ import annotations

import html
import io
import json
import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from briefing.errors import InputError
from briefing.ingest.authors import authors
from briefing.ingest.dates import moment
from briefing.ingest.encodings import XML_DECLARATION, decoded
from briefing.ingest.fragments import plain

CUT = "breaks off in the middle of an article"
_MAX_ENTRIES = 2_000
_DECLARED = re.compile(rb"""^[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"<(?:dc:)?language>\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\s*</")
_OPENED = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_CLOSED = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>")
_LINKED = re.compile(rb"</(?:\w{1,20}:)?link\s*>|<(?:\w{1,20}:)?link\s[^>]{0,2000}>")
_TITLES_END = re.compile(rb"</(?:\w{1,20}:)?title\s*>")
_END = re.compile(rb"</(?:\w{1,20}:)?(?:rss|feed|RDF)\s*>")
_DATE = re.compile(
    r"<((?:\w{1,20}:)?(?:pubDate|date|published|updated|modified|issued|created))(\s[^<>]{0,200})?>"
    r"\s*(?:<!\[CDATA\[)?([^<>]{0,100}?)(?:\]\]>)?\s*</"
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[+-]\d\d:?\d\d)?")
_XML_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what the feed says of an article, and perhaps its text. Titles are plain text."""

    title: str
    url: str
    id: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    summary_html: str = ""
    content_html: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries in its own order; `url` is the page of the outlet."""

    title: str
    entries: tuple[Entry, ...]
    url: str = ""
    language: str = ""
    cut: bool = False  # it breaks off in the middle of an entry


def feed(body: bytes, url: str = "", charset: str = "") -> Feed:
    """The feed in `body`, fetched from `url` with the header's `charset`.

    Raises InputError where it is none; what can be read of a broken one is returned.
    """
    text = decoded(body, *_claims(body), charset).lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _json_feed(text, url)
    if "<" not in text[:2_000]:
        raise InputError(f"{url or 'the input'} is not a feed")
    clean = _clean(text)
    return _parsed(clean, url) or _parsed_slowly(clean, url)


def _claims(body: bytes) -> list[str]:
    declared = _DECLARED.match(body[:300])
    return [declared[1].decode("ascii")] if declared else []


def _clean(text: str) -> bytes:
    """Well-formed at least in its encoding; without document type, hence without entities."""
    bare = _without_doctype(XML_DECLARATION.sub("", _XML_CONTROLS.sub("", text)))
    dated = _DATE.sub(lambda found: found[0] if _names_a_day(found[3]) else f"<{found[1]}></", bare)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + dated.encode("utf-8", "replace")


def _names_a_day(date: str) -> bool:
    """Whether `date` has a day and a year: the parsers fill "12:30" and "June" up from the clock
    of this machine, and then the same feed would read differently tomorrow."""
    numbers = re.findall(r"\d+", _CLOCK.sub(" ", date))
    return len(numbers) >= 2 or any(len(number) >= 6 for number in numbers)


def _without_doctype(text: str) -> str:
    found = _DOCTYPE.search(text, 0, 10_000)
    if found is None:
        return text
    inner = text[found.end() : found.end() + 1] == "["
    end = text.find("]", found.end()) if inner else found.end()
    close = text.find(">", end) if end >= 0 else -1
    return text if close < 0 else text[: found.start()] + text[close + 1 :]


def _parsed(xml: bytes, url: str) -> Feed | None:
    """By fastfeedparser; None where it raises, or finds nothing."""
    import fastfeedparser

    try:
        found = fastfeedparser.parse(xml, include_media=False, include_enclosures=False)
    except Exception:  # whatever it stumbles over, the other one is to try
        return None
    if not found.entries:
        return None
    return _feed(found.get("feed") or {}, found.entries, xml, url)


def _parsed_slowly(xml: bytes, url: str) -> Feed:
    import feedparser

    try:
        found = feedparser.parse(io.BytesIO(xml), response_headers={"content-location": url})
    except Exception as error:
        raise InputError(f"{url or 'the input'} cannot be read as a feed") from error
    if not found.entries and not found.get("version"):
        raise InputError(f"{url or 'the input'} is not a feed")
    return _feed(found.get("feed") or {}, found.entries, xml, url)


def _feed(about: Mapping[str, Any], found: list[Any], xml: bytes, url: str) -> Feed:
    said = _LANGUAGE.search(xml[:20_000].decode("utf-8", "replace"))
    language = said[1].lower() if said else _text(about.get("language")).lower()
    entries = [_entry(entry, url, language) for entry in found[:_MAX_ENTRIES]]
    rest = _rest(xml)
    if rest:
        entries[-1:] = [replace(entry, summary_html="", content_html="") for entry in entries[-1:]]
    if rest and not (_LINKED.search(rest) and _TITLES_END.search(rest)):
        entries = entries[:-1]  # its address or its title may be half of one
    title, home = plain(_text(about.get("title"))), _address(url, about.get("link"))
    return Feed(title, tuple(entries), home, language, cut=bool(rest) and not _END.search(rest))


def _rest(xml: bytes) -> bytes:
    """The last entry where it has no end: its text may stop in the middle of a sentence."""
    opened = max((found.start() for found in _OPENED.finditer(xml)), default=len(xml))
    return b"" if _CLOSED.search(xml, opened) else xml[opened:]


def _entry(found: Mapping[str, Any], base: str, language: str) -> Entry:
    """From either parser's mapping: they share most of their keys."""
    contents = found.get("content") or [{}]
    content = contents[0] if isinstance(contents[0], Mapping) else {}
    return Entry(
        title=plain(_text(found.get("title"))),
        url=_address(base, found.get("link")),
        id=_text(found.get("id")),
        published=_time(found, "published"),
        updated=_time(found, "updated"),
        authors=authors(_named(found)),
        categories=_categories(found),
        summary_html=_text(found.get("description")),
        content_html=_text(content.get("value")),
        language=(_text(content.get("language")) or language).lower(),
    )


def _time(found: Mapping[str, Any], key: str) -> datetime | None:
    """feedparser gives a time tuple in UTC beside the text, fastfeedparser ISO 8601 text.

    feedparser answers "published" for a missing "updated", with a warning: hence `in`.
    """
    if f"{key}_parsed" in found:
        try:
            return datetime.fromtimestamp(timegm(found[f"{key}_parsed"]), UTC)
        except (TypeError, ValueError, OverflowError, OSError):  # None: not to be understood
            return None
    return moment(_text(found[key])) if key in found else None


def _named(found: Mapping[str, Any]) -> list[str]:
    people = found.get("authors") or [{"name": found.get("author")}]
    return [_text(one.get("name")) for one in people if isinstance(one, Mapping)]


def _categories(found: Mapping[str, Any]) -> tuple[str, ...]:
    tags = (tag.get("label") or tag.get("term") for tag in found.get("tags") or [])
    return tuple(dict.fromkeys(name for tag in tags if (name := plain(_text(tag)))))[:20]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _address(base: str, link: object) -> str:
    """An absolute web address without its fragment; empty where `link` is none."""
    written = _text(link).strip()
    try:
        whole = urljoin(base, written) if written else ""  # else every entry stood at the feed's
    except ValueError:
        return ""
    return whole if whole.startswith(("http://", "https://")) else ""


# --- JSON Feed (jsonfeed.org/version/1.1) ---------------------------------------------


def _json_feed(text: str, url: str) -> Feed:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{url or 'the input'} is not a JSON feed: it breaks off") from error
    items = found.get("items")
    if not isinstance(items, list):
        raise InputError(f"{url or 'the input'} is not a JSON feed: it has no items")
    language = _text(found.get("language")).lower()
    rows = [item for item in items[:_MAX_ENTRIES] if isinstance(item, dict)]
    return Feed(
        title=plain(_text(found.get("title"))),
        entries=tuple(_json_entry(row, url, language) for row in rows),
        url=_address(url, found.get("home_page_url")),
        language=language,
    )


def _json_entry(row: Mapping[str, Any], base: str, language: str) -> Entry:
    people = row.get("authors") or [row.get("author")]
    people = people if isinstance(people, list) else []
    tags = row.get("tags") if isinstance(row.get("tags"), list) else []
    return Entry(
        title=plain(_text(row.get("title"))),
        url=_address(base, row.get("url") or row.get("external_url")),
        id=str(row.get("id", "")),
        published=moment(_text(row.get("date_published"))),
        updated=moment(_text(row.get("date_modified"))),
        authors=authors(_text(one.get("name")) for one in people if isinstance(one, dict)),
        categories=tuple(plain(tag) for tag in tags or [] if isinstance(tag, str)),
        summary_html=html.escape(_text(row.get("summary")), quote=False),
        content_html=_text(row.get("content_html")) or _as_html(_text(row.get("content_text"))),
        language=_text(row.get("language")).lower() or language,
    )


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.splitlines())
