"""Web archives, written here record by record as crawlers do."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime

import pytest

from briefing.errors import InputError
from briefing.ingest import webarchive
from briefing.ingest.reading import Told, read
from briefing.model import Missed
from tests.newsserver import page
from tests.test_gather import REPORT

NOW = datetime(2026, 1, 20, tzinfo=UTC)
DAM = page("Dam opens", *REPORT)


def record(
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    headers: str = "Content-Type: text/html; charset=utf-8\r\n",
    url: str = "https://gazette.example/dam",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2026-01-15T06:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def chunked(body: bytes, size: int = 50) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


HTML = "Content-Type: text/html\r\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (HTML, DAM),
        (HTML + "Content-Encoding: gzip\r\n", gzip.compress(DAM)),
        (HTML + "Content-Encoding: deflate\r\n", zlib.compress(DAM)),
        (HTML + "Content-Encoding: gzip\r\n", DAM),  # decoded by the crawler, its header not
        (HTML + "Transfer-Encoding: chunked\r\n", chunked(DAM)),
        (HTML + "Transfer-Encoding: chunked\r\n", DAM),
        (
            HTML + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            chunked(gzip.compress(DAM)),
        ),
    ],
)
def test_pages_come_out_as_their_servers_meant_them(
    packed: bool, headers: str, body: bytes
) -> None:
    raw = record(body, headers=headers) * 2
    pages, aside = webarchive.pages(gzip.compress(raw) if packed else raw)
    assert [one.body for one in pages] == [DAM, DAM]
    assert pages[0].saved == datetime(2026, 1, 15, 6, tzinfo=UTC)
    assert aside == ()


def test_what_is_no_page_is_counted() -> None:
    raw = (
        record(b"GET /", kind="request")
        + record(b"gone", status="404 Not Found")
        + record(b"GIF89a", headers="Content-Type: image/gif\r\n")
        + record(b"no gzip \x1f", headers=HTML + "Content-Encoding: br\r\n")
        + record(DAM)
    )
    pages, aside = webarchive.pages(raw)
    assert [one.url for one in pages] == ["https://gazette.example/dam"]
    assert aside == (("answered 404", 1), ("damaged page", 1), ("image/gif", 1), ("request", 1))


@pytest.mark.parametrize("raw", [record(b"gone", status="404 Not Found"), record(DAM)[:40]])
def test_an_archive_without_a_page_is_named(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.warc holds no page: save"):
        read(raw, "a.warc", Told(NOW))


def test_an_archive_that_breaks_off_gives_what_stands_before() -> None:
    raw = gzip.compress(record(DAM)) + gzip.compress(record(DAM))
    pages, aside = webarchive.pages(raw[:-200])
    assert ([one.body for one in pages], aside) == ([DAM], (("damaged page", 1),))


def test_a_page_that_was_not_stored_to_its_end_is_damaged() -> None:
    pages, aside = webarchive.pages((record(DAM) * 2)[:-50])
    assert ([one.body for one in pages], aside) == ([DAM], (("damaged page", 1),))


def test_records_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webarchive, "MAX_RECORDS", 2)
    _, missed = read(record(DAM) * 5, "crawl.warc", Told(NOW))
    assert [m.reason for m in missed] == ["3 record too many"]


@pytest.mark.parametrize("raw", [b"", b"WARC/1.0\r\n", b"WARC/" + b"\xff" * 900, b"\x1f\x8b" * 99])
def test_junk_is_no_exception(raw: bytes) -> None:
    assert webarchive.pages(raw)[0] == ()


def test_an_archive_becomes_articles_retrieved_when_they_were_saved() -> None:
    raw = record(DAM) + record(page("Empty"), url="https://gazette.example/none")
    articles, missed = read(gzip.compress(raw), "crawl.warc.gz", Told(NOW))
    assert [(a.title, a.url) for a in articles] == [("Dam opens", "https://gazette.example/dam")]
    assert articles[0].retrieved == datetime(2026, 1, 15, 6, tzinfo=UTC)
    assert missed == (Missed("crawl.warc.gz", "holds no article", "https://gazette.example/none"),)


def test_a_web_archive_inside_gzip_is_known_by_its_name_only() -> None:
    with pytest.raises(InputError):
        read(gzip.compress(b"\0\1\2"), "crawl.gz", Told(NOW))
