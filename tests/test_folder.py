"""Folders, files, addresses and standard input: whatever a person names."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

import pytest

from briefing.errors import InputError
from briefing.ingest import folder, reading, sniff
from briefing.ingest.encodings import decoded
from briefing.ingest.inputs import read
from briefing.ingest.reading import Told
from briefing.ingest.web.http import Fetcher
from briefing.model import Missed, Source
from briefing.text.ids import article_id
from tests.newsserver import NewsServer, feed, page
from tests.test_gather import QUICK, REPORT, item

NOW = datetime(2026, 1, 20, 9, tzinfo=UTC)
ROW = json.dumps({"title": "Row", "text": "It opened.", "date": "2026-01-15", "source": "Post"})
UNDATED = json.dumps({"title": "Row", "text": "It opened."})


# --- sniffing -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', "feed"),
        (b"\xef\xbb\xbf\n<feed xmlns='x'>", "feed"),
        ('<?xml version="1.0"?><rdf:RDF >'.encode("utf-16"), "feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "feed"),
        (b"<opml version='1'>", "opml"),
        (b"<!DOCTYPE html><html><body><rss >", "page"),
        (b'<!DOCTYPE html PUBLIC "x" "y">\n<!-- a > b -->\n<rss>', "feed"),
        (b"<!doctype html>\n<title>Dam", "page"),
        (b"<!-- saved --><HTML>", "page"),
        (b"<article><p>It opened.", "page"),
        (b'{"title": 1}\n{"title": 2}', "rows"),
        (b'[{"title": 1}]', "rows"),
        (b"WARC/1.1\r\n", "webarchive"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"It opened <i>today</i>.", "text"),
        (b"{curly} words", "text"),
        (b"\x89PNG\0\0", "unknown"),
        (b"", "unknown"),
    ],
)
def test_bytes_show_what_they_are(body: bytes, kind: str) -> None:
    assert sniff.kind(body) == kind


MAIL = (
    b"Date: Mon, 12 Jan 2026 08:00:00 +0000\nFrom: a@b.example\nSubject: Dam\n  opens\n\nIt opened."
)


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("a.txt", MAIL, "mail"),
        ("a", b"From a@b.example Mon Jan 12 08:00:00 2026\n" + MAIL, "mail"),
        ("a.eml", b"It opened.", "mail"),
        ("a", b"Received: from x\r\n by y\r\nMIME-Version: 1.0\r\n\r\nIt opened.", "mail"),
        ("a.csv", b"title,text\nDam,It opened.", "table"),
        (
            "a",
            b'title,text,date\nDam,"It opened, and\nall came.",2026-01-15\nSea,"It rose",\n',
            "table",
        ),
        ("passwd", b"root:x:0:0:root:/root:/bin/sh\na:x:1:1::/:/bin/a\nb:x:2:2::/:/bin/b", "table"),
        ("a.tab", b"a\tb\tc\n1\t2\t3\n4\t5\t6", "table"),
        ("a.txt", b"Title: Dam opens\nDate: 2026-01-14\nAuthor: Ann Lee\n\nIt opened.", "text"),
        ("a.txt", b"Bell 3:01:20\nVoss 3:04:10\nMarr 3:09:09", "text"),
        ("a.txt", b"It came, it saw, it won.\nShe came, sang, left.\nWe sat, ate, slept.", "text"),
    ],
)
def test_mails_and_tables_are_no_texts(name: str, body: bytes, kind: str) -> None:
    assert sniff.kind(body, name) == kind


DOCUMENT = "is a document, and those are not read: save its words as text, or as a page"


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.eml", MAIL, "is a mail, and mails are not read: save its words as text, or as a page"),
        ("a", b"%PDF-1.4\n", DOCUMENT),
        ("a.txt", b"{\\rtf1 The dam opened.}", DOCUMENT),
        ("a.docx", b"PK\3\4", DOCUMENT),
        ("a.csv", b"a,b\n", "is a table, and tables are not read: write its rows as JSON Lines"),
    ],
)
def test_a_mail_or_table_is_refused_with_what_is_taken_instead(
    tmp_path: Path, name: str, body: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(body)
    articles, (missed,) = read(str(tmp_path / name), Told(NOW))
    assert (articles, missed.reason) == ((), reason)


def test_name_and_header_decide_what_the_bytes_leave_open() -> None:
    assert sniff.kind(b"words", "a.HTML") == "page"
    assert sniff.kind(b"words", "a", "text/html") == "page"
    assert sniff.kind(b"\x1f\x8b", "a.warc.gz") == "webarchive"
    assert sniff.kind(b"<rss >", "a.html", "text/html") == "feed"


NOISE = random.Random(1).randbytes(20_000)


@pytest.mark.parametrize("name", ["junk.txt", "junk.md"])
def test_bytes_that_are_no_text_are_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(NOISE)
    articles, (missed,) = read(str(tmp_path / name), Told(NOW))
    assert articles == ()
    told = r"is no text: \d\d% of its characters are control or undefined ones"
    assert re.fullmatch(told, missed.reason), missed
    assert sniff.kind(NOISE) == sniff.kind(NOISE, "junk.html") == "unknown"


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_a_page_of_random_bytes_is_refused(tmp_path: Path, size: int) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><body><p>" + NOISE[:size])
    articles, (missed,) = read(str(tmp_path / "a.html"), Told(NOW))
    assert articles == ()
    assert re.fullmatch(r"is no page: \d\d% of its characters are control .*", missed.reason), (
        missed
    )


def test_a_page_in_utf_16_without_its_mark_is_read() -> None:
    wide = page("Dam", *REPORT).decode().encode("utf-16-le")
    assert reading.page(wide, Told(NOW)).title == "Dam"


@pytest.mark.parametrize("name", ["a.txt", "-"])
def test_a_stray_null_in_a_text_is_dropped(tmp_path: Path, name: str) -> None:
    text = b"The dam opens\n\n" + "\n\n".join(REPORT).encode().replace(b" ", b" \0", 1)
    (tmp_path / "a.txt").write_bytes(text)
    what = name if name == "-" else str(tmp_path / name)
    (article,), missed = read(what, Told(NOW), stdin=lambda: text)
    assert (article.title, missed) == ("The dam opens", ())
    assert "\0" not in article.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r", "latin-1"])
def test_texts_of_other_scripts_are_texts(tmp_path: Path, encoding: str) -> None:
    words = "Мост закрыт. " if encoding != "latin-1" else "Die Brücke ist für Züge geöffnet. "
    (tmp_path / "a.txt").write_bytes((words * 40).encode(encoding))
    articles, missed = read(str(tmp_path / "a.txt"), Told(NOW))
    assert (len(articles), missed) == (1, ())


def test_russian_in_the_encoding_of_unix_is_read_as_such() -> None:
    text = "Пожар на судне в порту Орвале. Двое погибли, сообщил мэр."
    assert decoded(text.encode("koi8-r")) == text
    for other in ("ÄRGER ÜBER ÖLPREISE AN DER KÜSTE", "Die Brücke ist für Züge geöffnet. " * 9):
        assert decoded(other.encode("windows-1252")) == other


def test_a_pipe_on_the_disk_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news")
    articles, (missed,) = read(str(tmp_path / "news"), Told(NOW))
    assert articles == ()
    assert missed.reason.startswith("is a pipe, and may never end: cat ")


def test_a_chinese_text_with_a_mark_of_its_encoding_is_a_text() -> None:
    assert sniff.kind(("水坝周五开放。" * 99).encode("utf-16"), "a") == "text"


# --- folders --------------------------------------------------------------------------


def test_a_folder_is_read_whole_in_the_order_of_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.html").write_bytes(page("Page", *REPORT))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(ROW.encode()))
    (tmp_path / "c.xml").write_bytes(feed(item("Entry", text="It opened."))[2])
    (tmp_path / "d-text.txt").write_text("Text by hand\n\n" + "\n\n".join(REPORT))
    (tmp_path / "d-empty.html").write_bytes(page("Empty"))
    (tmp_path / "d.bin").write_bytes(b"\0\1\2")
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / ".hidden.jsonl").write_text(ROW)
    articles, missed = folder.articles(tmp_path, Told(NOW))
    assert [a.title for a in articles] == ["Row", "Page", "Entry", "Text by hand"]
    assert missed == (
        Missed(str(tmp_path), "d-empty.html holds no article"),
        Missed(str(tmp_path), "d.bin is in no format that can be read"),
    )


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.jsonl").write_text(ROW)
    (inside / "own.jsonl").write_text(ROW)
    (inside / "link.jsonl").symlink_to(outside / "secret.jsonl")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "copy.jsonl").symlink_to(inside / "own.jsonl")
    os.mkfifo(inside / "pipe.jsonl")
    assert [path.name for path in folder.paths(inside)] == ["copy.jsonl", "own.jsonl"]


def test_what_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MAX_PIPED", 1_000_000)
    monkeypatch.setattr(reading, "SMALL", 1_000_000)
    for body, told in (
        (gzip.compress(b" " * 2_000_000), "larger than 1 MB unpacked"),
        (gzip.compress(gzip.compress(ROW.encode())), "compressed twice"),
    ):
        (tmp_path / "a.jsonl.gz").write_bytes(body)
        with pytest.raises(InputError, match=told):
            folder.file(tmp_path / "a.jsonl.gz", Told(NOW))
    with pytest.raises(InputError, match="larger than 1 MB"):
        folder.file(Path("/dev/zero"), Told(NOW))


def test_an_unreadable_file_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_text(ROW)
    (tmp_path / "b.jsonl").write_text(ROW)
    whole = Path.open

    def refused(path: Path, mode: str) -> IO[bytes]:
        if path.name == "a.jsonl":
            raise PermissionError(13, "Permission denied")
        return whole(path, mode)

    monkeypatch.setattr(Path, "open", refused)
    articles, missed = folder.articles(tmp_path, Told(NOW))
    assert len(articles) == 1
    assert missed == (Missed(str(tmp_path), "a.jsonl cannot be read: permission denied"),)


@pytest.mark.parametrize("shut", [".", "b"])
def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    (tmp_path / "a.jsonl").write_text(ROW)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.jsonl").write_text(ROW)
    listed = os.scandir

    def refused(path: str) -> object:
        if Path(path) == tmp_path / shut:
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)  # root, who may run the tests, may read all
    articles, missed = read(str(tmp_path), Told(NOW))
    assert len(articles) == (0 if shut == "." else 1)
    name = "the folder" if shut == "." else shut
    assert missed == (Missed(str(tmp_path), f"{name} cannot be read: permission denied"),)


def test_a_folder_that_may_be_listed_and_not_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_text(ROW)

    def refused(path: Path, **_: object) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(Path, "is_file", refused)
    _, missed = folder.articles(tmp_path, Told(NOW))
    assert missed == (Missed(str(tmp_path), "a.jsonl cannot be read: permission denied"),)
    monkeypatch.setattr(Path, "is_dir", refused)
    _, missed = read(str(tmp_path), Told(NOW))
    assert missed == (Missed(str(tmp_path), "cannot be read: permission denied"),)


def test_a_name_that_is_no_utf8_is_told_in_printable_words(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    Path(path).mkdir()
    Path(path, "caf\udce9.txt").touch()
    shown = str(tmp_path / "caf�")
    assert read(path, Told(NOW)) == ((), (Missed(shown, "caf�.txt holds no words"),))
    name = f"{path}/caf\udce9.txt"
    assert read(name, Told(NOW)) == ((), (Missed(f"{shown}/caf�.txt", "holds no words"),))


def test_a_folder_of_kinds_that_are_not_read_says_which_and_how_many(tmp_path: Path) -> None:
    home = tmp_path / "a"
    (home / "b").mkdir(parents=True)
    for name in ("one.pdf", "b/two.PDF", "rows.csv", ".hidden.csv", "README.md"):
        (home / name).write_bytes(b"x")
    reason = "holds no file of a kind that is read: 2 .pdf, 1 .csv"
    assert read(str(home), Told(NOW)) == ((), (Missed(str(home), reason),))
    (home / "b" / "row.jsonl").write_text(ROW)
    articles, missed = read(str(home), Told(NOW))
    assert (len(articles), missed) == (1, ())
    (tmp_path / "none").mkdir()
    assert read(str(tmp_path / "none"), Told(NOW)) == ((), ())


# --- inputs ---------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_missed() -> None:
    assert read("/no/such.txt", Told(NOW)) == (
        (),
        (Missed("/no/such.txt", "cannot be read: no such file or directory"),),
    )


def test_standard_input_is_sniffed() -> None:
    articles, _ = read("-", Told(NOW), stdin=lambda: ROW.encode())
    assert [a.title for a in articles] == ["Row"]


def test_a_list_of_feeds_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text("<opml><body/></opml>")
    _, missed = read(str(tmp_path / "feeds.opml"), Told(NOW))
    assert missed[0].reason == "is a list of feeds: briefing sources import takes it"


def test_what_is_said_fills_what_the_input_leaves_out() -> None:
    said = Source("gazette", "Gazette")
    (article,), _ = read(
        "-",
        Told(NOW, said, "https://gazette.example/dam?utm_source=x", date(2026, 1, 15)),
        stdin=lambda: UNDATED.encode(),
    )
    assert (article.source, article.url) == (said, "https://gazette.example/dam")
    assert article.id == article_id("https://gazette.example/dam", "", "")
    assert (article.published, article.dated) == (datetime(2026, 1, 15, 12, tzinfo=UTC), True)


def test_a_day_that_is_only_assumed_leaves_the_article_undated() -> None:
    (article,), _ = read("-", Told(NOW, day=date(2020, 5, 18)), stdin=lambda: UNDATED.encode())
    assert (article.published, article.dated) == (datetime(2020, 5, 18, 12, tzinfo=UTC), False)
    (own,), _ = read("-", Told(NOW, day=date(2020, 5, 18)), stdin=lambda: ROW.encode())
    assert own.published == datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "named", "outlet"),
    [
        ("gazette/dam.txt", ".", "gazette"),
        ("gazette/2026-01-15/dam.txt", ".", "gazette"),
        ("gazette/2026-01-15/dam.txt", "gazette", "gazette"),
        ("gazette/2026-01-15/dam.txt", "gazette/2026-01-15/dam.txt", "gazette"),
        ("dam.txt", "dam.txt", "dam.txt"),
        ("2026/dam.txt", "2026/dam.txt", "dam.txt"),
    ],
)
def test_an_outlet_that_nothing_names_is_called_like_its_folder_or_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, named: str, outlet: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("It opened on Thursday.")
    found, _ = read(named, Told(NOW))
    assert [article.source.name for article in found] == [outlet]


def test_what_names_its_outlet_is_of_that_outlet(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("source: Post\n\nIt opened on Thursday.")
    (tmp_path / "rows.jsonl").write_text(ROW)
    found, _ = read(str(tmp_path), Told(NOW))
    assert {article.source.name for article in found} == {"Post"}


def test_what_is_piped_in_says_so() -> None:
    found, _ = read("-", Told(NOW), stdin=lambda: b"It opened on Thursday.")
    assert found[0].source.name == "standard input"


def test_a_saved_feed_gives_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(item("A", text="One."), item("B"))[2])
    articles, missed = read(str(tmp_path / "feed.xml"), Told(NOW))
    assert [(a.title, a.source.name) for a in articles] == [("A", "The Gazette")]
    assert [one.reason for one in missed] == ["1 of 2 entries hold no whole sentence"]


def test_an_address_is_fetched_and_a_feed_is_followed() -> None:
    with NewsServer() as news, Fetcher(QUICK) as fetcher:
        news.pages |= {
            "/feed": feed(item("Dam opens", news.url("/dam"))),
            "/dam": page("Dam opens", *REPORT),
        }
        for address in ("/feed", "/dam"):
            articles, missed = read(news.url(address), Told(NOW), fetcher=fetcher)
            assert missed == ()
            assert [(a.title, a.url) for a in articles] == [("Dam opens", news.url("/dam"))]
        _, missed = read(news.url("/gone"), Told(NOW), fetcher=fetcher)
        assert missed == (Missed(news.url("/gone"), "answered 404 (not found)", news.url("/gone")),)


def test_no_address_is_asked_without_a_fetcher() -> None:
    _, missed = read("https://gazette.example/", Told(NOW))
    assert missed[0].reason == "nothing is fetched here"


def test_links_in_a_circle_and_names_too_long_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text("It opened on Thursday.")
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    found, missed = read(str(tmp_path), Told(NOW))
    assert [article.text for article in found] == ["It opened on Thursday."]
    assert missed == ()
    _, missed = read("long" * 2_000, Told(NOW))
    assert "file name too long" in missed[0].reason
