"""Web archives (WARC, ISO 28500): the pages of a crawl."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from briefing.ingest.web.bodies import TooLarge, Undecodable, body

MAX_PAGE = 10_000_000
MAX_RECORDS = 200_000
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page as its server sent it, decompressed; `charset` is what the header claims."""

    url: str
    body: bytes
    charset: str
    saved: datetime | None


def pages(raw: bytes) -> tuple[tuple[SavedPage, ...], tuple[tuple[str, int], ...]]:
    """The pages of a .warc or .warc.gz, and how many records of which kind were left aside.

    (pages, (("answered 404", 1), ("request", 45), ...)), the counts in order of their names.
    An archive that breaks off gives what stands before the break.
    """
    found: list[SavedPage] = []
    aside: Counter[str] = Counter()
    for record in _records(raw, aside):
        reason = _unfit(record)
        if reason:
            aside[reason] += 1
            continue
        try:
            found.append(_page(record))
        except (TooLarge, Undecodable, ValueError, OSError):
            aside["damaged page"] += 1
    return tuple(found), tuple(sorted(aside.items()))


def _records(raw: bytes, aside: Counter[str]) -> Iterator[Any]:
    """fastwarc's own decoding is left off: it ends an archive at the first body that is both
    chunked and compressed."""
    from fastwarc.warc import ArchiveIterator

    records = ArchiveIterator(io.BytesIO(raw), parse_http=True)
    try:
        for number, record in enumerate(records):
            if number < MAX_RECORDS:
                yield record
            else:
                aside["record too many"] += 1
    except (OSError, ValueError, RuntimeError):
        aside["unreadable rest"] += 1


def _unfit(record: Any) -> str:
    """Why a record is no page; empty for one that is."""
    kind = str(record.record_type)
    if kind != "response" or record.http_headers is None:
        return kind
    if record.http_headers.status_code != 200:
        return f"answered {record.http_headers.status_code}"
    content = (record.http_content_type or "no content type").lower()
    return "" if content in _PAGES else content


def _page(record: Any) -> SavedPage:
    headers = {name.lower(): value for name, value in record.http_headers.items()}
    raw = record.reader.read(MAX_PAGE + 1)
    if len(raw) > MAX_PAGE:
        raise TooLarge(b"")
    if len(raw) < record.content_length:
        raise ValueError("the archive breaks off within the page")
    if "chunked" in headers.get("transfer-encoding", "").lower():
        raw = _joined(raw)
    encoding = headers.get("content-encoding", "")
    return SavedPage(
        url=record.headers.get("WARC-Target-URI", "").strip("<> "),
        body=_unpacked(raw, encoding),
        charset=record.http_charset or "",
        saved=_time(record.record_date),
    )


def _time(found: datetime | None) -> datetime | None:
    return found.astimezone(UTC) if found and found.tzinfo else None


def _unpacked(raw: bytes, encoding: str) -> bytes:
    """Many crawlers store the decoded body and leave the header as it came."""
    if encoding in {"gzip", "x-gzip"} and not raw.startswith(b"\x1f\x8b"):
        return raw
    return body((raw,), encoding, MAX_PAGE)


def _joined(raw: bytes) -> bytes:
    """A chunked body in one piece (RFC 9112, 7.1); as it is where it is not chunked after all."""
    whole, place = bytearray(), 0
    while size := _CHUNK.match(raw, place):
        length = int(size[1], 16)
        if not length:
            return bytes(whole)
        whole += raw[size.end() : size.end() + length]
        place = size.end() + length
        place += 2 if raw[place : place + 2] == b"\r\n" else 0
    return bytes(whole) or raw
