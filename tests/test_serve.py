"""The live archive: the same pages, search, stored texts; read only, and closed to strangers."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import httpx
import pytest
import uvicorn

from briefing.app.website import live
from briefing.app.website.asgi import application
from briefing.app.website.serving import LOOPBACK, allowed, bound, serve
from briefing.errors import ArchiveError, UsageError
from tests import editions
from tests.archives import UNSHOWN, day_of, edition_of, filled, record, shell
from tests.test_site import Links

BASE = "http://127.0.0.1:8765/"
BARRIER = editions.name(editions.BARRIER)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port_is_taken_before_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    filled(tmp_path)
    ports: list[int] = []
    told: list[str] = []
    monkeypatch.setattr(
        uvicorn.Server, "run", lambda server, sockets: ports.append(sockets[0].getsockname()[1])
    )
    serve(shell(tmp_path), host, 0, tell=told.append)
    assert ports[0] > 0
    assert told == [f"reading the archive at http://{host}:{ports[0]}/ (Ctrl-C ends it)"]


def test_a_port_in_use_is_told_in_one_sentence(tmp_path: Path) -> None:
    filled(tmp_path)
    with bound("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"port {port} \(address already in use\): choose"):
            serve(shell(tmp_path), "127.0.0.1", port, tell=print)


class Client:
    """Asks the application as a browser would, without a server between."""

    def __init__(self, folder: Path, config: Path | None = None) -> None:
        self.app = application(shell(folder, config), hosts=LOOPBACK, base=BASE)

    def __enter__(self) -> Client:
        self._loop = asyncio.Runner()
        self._life = self.app.router.lifespan_context(self.app)
        self._loop.run(self._life.__aenter__())
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.run(self._life.__aexit__(None, None, None))
        self._loop.close()

    def request(self, method: str, url: str, **more: Any) -> httpx.Response:
        return self._loop.run(self._asked(method, url, **more))

    async def _asked(self, method: str, url: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as asking:
            return await asking.request(method, url, **more)

    def get(self, url: str, **more: Any) -> httpx.Response:
        return self.request("GET", url, **more)


def client(folder: Path) -> Client:
    return Client(folder)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    filled(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def reader(archive: Path) -> Iterator[Client]:
    with client(archive) as opened:
        yield opened


def marked(page: str) -> list[str]:
    return re.findall(r"<mark[^>]*>([^<]*)</mark>", page)


def hits(page: str) -> list[str]:
    return re.findall(r'<li><a class="words" href="([^"]*)"', page)


# --- pages ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["", "index.html", "calendar.html", "stories/index.html", "stories/2026-01-15-1.html",
     "speakers/index.html", "speakers/letter-h.html", "speakers/ines-halloran.html",
     "outlets/index.html", "search.html", "editions/2026-01-13.html", "assets/site.css"],
)  # fmt: skip
def test_the_pages_of_the_site_are_there(reader: Client, path: str) -> None:
    assert reader.get(f"/{path}").status_code == 200


def test_in_an_arabic_archive_foreign_words_keep_to_their_side(
    archive: Path, tmp_path: Path
) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text('[edition]\nlanguage = "ar"\n')
    with Client(archive, config) as opened:
        found = opened.get("/search.html?q=tide").text
        assert re.findall(r"<p([^>]*)>[^/]*<mark>", found) != []
        assert set(re.findall(r"<p([^>]*)>[^/]*<mark>", found)) == {' dir="ltr"'}
        assert '<figure class="voice" dir="ltr">' in opened.get("/speakers/ines-halloran.html").text
        stored = opened.get("/article/unshown?q=tide").text
        assert re.search(r'<div class="stored-text"[^>]* dir="ltr">', stored)
        assert ">خميس<" in opened.get("/calendar.html").text.replace("\n", "")


def test_every_link_of_every_page_is_answered(reader: Client) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = reader.get(path)
        assert answer.status_code == 200, path
        if "html" not in answer.headers["content-type"]:
            continue
        links = Links(answer.text)
        assert set(links.inline) <= {"application/json"}, path
        for target in links.targets:
            url = answer.url.join(target)
            if url.host == "127.0.0.1" and url.raw_path.decode() not in seen:
                waiting.append(url.raw_path.decode())
                seen.add(url.raw_path.decode())
    assert len(seen) > 40


def test_a_new_edition_is_shown_without_a_new_start(
    reader: Client, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "15 January" in reader.get("/").text
    monkeypatch.setattr(live, "PLAN_SECONDS", 0.0)
    with shell(archive).archive() as other:
        record(other, edition_of(day_of(3)))
    assert "Friday, 16 January 2026" in reader.get("/").text


def test_an_archive_without_editions_says_so_and_can_be_searched(tmp_path: Path) -> None:
    with shell(tmp_path).archive():
        pass
    with client(tmp_path) as reader:
        assert "<title>There is no edition yet. · " in reader.get("/").text
        assert "Nothing was found." in reader.get("/search?q=ferry").text
        assert reader.get("/healthz").json() == {"status": "ok", "editions": 0, "latest": None}


def test_health_and_feed(reader: Client) -> None:
    assert reader.get("/healthz").json()["latest"] == "2026-01-15"
    feed = reader.get("/feed.xml")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    assert f"{BASE}editions/2026-01-15.html#story-1" in feed.text
    ElementTree.fromstring(feed.text)
    ElementTree.fromstring(reader.get("/sitemap.xml").text)


# --- search ---------------------------------------------------------------------------


def test_words_are_found_in_articles_and_marked(reader: Client) -> None:
    page = reader.get("/search.html?q=seepage").text
    assert hits(page) == [f"article/{BARRIER}?q=seepage#cited"]
    assert marked(page) == ["seepage"]


def test_a_hit_leads_to_the_words_in_the_stored_text(reader: Client) -> None:
    (path,) = hits(reader.get("/search.html?q=seepage").text)
    text = reader.get(f"/{path.partition('#')[0]}").text
    assert '<mark id="cited">seepage</mark>' in text


def test_quotes_are_searched_with_their_speaker(reader: Client) -> None:
    page = reader.get("/search.html?q=auditor&kind=quotes&speaker=Halloran").text
    assert hits(page) == ["article/unshown?q=auditor#cited"]
    assert "Ines Halloran" in page
    assert hits(reader.get("/search.html?q=auditor&kind=quotes&speaker=Kettler").text) == []


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=the", 6),
        ("q=the&outlet=North+Coast+Wire", 2),
        ("q=the&section=Economy", 1),
        ("q=the&section=Economy&outlet=The+Bell", 0),
        ("q=the&day=2026-01-14", 1),
        ("day=2026-01-14", 1),
        ("day=2026-02-30", 0),
        ("day=nonsense", 0),
        ("outlet=The+Bell", 1),
        ("speaker=Ines+Halloran", 1),
        ("q=%22for+the+first+time+in+a+week%22", 1),
        ("q=seep*", 1),
        ("q=%22", 0),
        ("q=***+AND+OR+NEAR(", 0),
        ("kind=quotes", 0),
        ("", 0),
    ],
)
def test_filters_narrow_a_search(reader: Client, query: str, number: int) -> None:
    answer = reader.get(f"/search.html?{query}")
    assert answer.status_code == 200
    assert len(hits(answer.text)) == number


def test_the_question_stays_in_the_form(reader: Client) -> None:
    page = reader.get("/search.html?q=%22%3E%3Cscript%3E&kind=quotes&section=Economy").text
    assert 'value="&#34;&gt;&lt;script&gt;"' in page
    assert '<option value="quotes" selected>' in page
    assert '<option value="Economy" selected>Economy</option>' in page


def test_many_hits_come_in_pages_named_by_the_address(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "PAGE_HITS", 4)
    first = reader.get("/search.html?q=the")
    more = re.search(r'rel="next" href="([^"]*)"', first.text)
    assert more is not None
    second = reader.get("/" + more[1].replace("&amp;", "&"))
    assert len(hits(first.text) + hits(second.text)) == 6
    assert 'rel="prev"' in second.text
    assert 'rel="next"' not in second.text
    assert reader.get("/search.html?q=the&page=99999999999").status_code == 200
    assert reader.get("/search.html?q=the&page=-1").status_code == 200


# --- stored texts ---------------------------------------------------------------------


def test_a_stored_text_is_shown_whole_with_the_cited_sentence_marked(reader: Client) -> None:
    start = editions.BARRIER.index("Trains")
    answer = reader.get(f"/article/{BARRIER}?start={start}&end={len(editions.BARRIER)}")
    assert marked(answer.text) == [editions.BARRIER[start:]]
    plain = re.sub(r"<[^>]+>", "", answer.text.partition('class="stored-text">')[2])
    assert plain.strip().startswith(editions.BARRIER)


@pytest.mark.parametrize(
    "query", ["start=5&end=5", "start=9&end=5", "start=-1&end=5", "start=0&end=999999",
              "start=²&end=5", "start=a&end=b", "start=0"]
)  # fmt: skip
def test_a_place_that_is_none_marks_nothing(reader: Client, query: str) -> None:
    answer = reader.get(f"/article/{BARRIER}?{query}")
    assert answer.status_code == 200
    assert marked(answer.text) == []


def test_citations_of_an_edition_lead_to_the_stored_text(reader: Client) -> None:
    page = reader.get("/editions/2026-01-15.html").text
    target = re.search(r'class="stored" href="\.\./(article/[^"]*)"', page)
    assert target is not None
    answer = reader.get("/" + target[1].replace("&amp;", "&"))
    assert marked(answer.text) == [editions.BARRIER[: editions.BARRIER.index(" Engineers")]]


def test_a_speaker_leads_to_the_stored_text_of_each_quote(reader: Client) -> None:
    page = reader.get("/speakers/ines-halloran.html").text
    assert UNSHOWN in page
    answer = reader.get("/article/unshown?start=23&end=55#cited")
    assert marked(answer.text) == [UNSHOWN]


# --- closed to strangers --------------------------------------------------------------


def test_every_answer_has_the_headers_of_security(reader: Client) -> None:
    for path in ("/", "/nowhere", "/assets/site.css", f"/search?q={'x' * 2100}", "/healthz"):
        headers = reader.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_get_and_head_are_allowed(reader: Client, method: str) -> None:
    answer = reader.request(method, "/")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert "content-security-policy" in answer.headers


def test_head_is_get_without_the_content(reader: Client) -> None:
    got, head = reader.get("/"), reader.request("HEAD", "/")
    assert head.status_code == 200
    assert head.headers["etag"] == got.headers["etag"]


def test_what_a_reader_has_is_not_sent_again(reader: Client) -> None:
    etag = reader.get("/").headers["etag"]
    again = reader.get("/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2farchive.sqlite", "/etc/passwd",
             "article/../../x", "article/", "stories/%00", "editions/2026-01-13.html/x",
             "archive.sqlite", ".briefing-site.json", "article/" + "x" * 5000]
)  # fmt: skip
def test_no_path_leads_out_of_the_pages(reader: Client, path: str) -> None:
    answer = reader.get(f"{BASE}{path}")
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "SQLite" not in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8765", 200), ("localhost:8765", 200), ("[::1]:8765", 200), ("LOCALHOST", 200),
     ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("[", 421), ("", 421)],
)  # fmt: skip
def test_on_a_loopback_address_only_its_names_are_served(
    reader: Client, host: str, status: int
) -> None:
    assert reader.get("/healthz", headers={"host": host}).status_code == status


def test_a_proxy_names_the_host_and_an_open_address_has_none() -> None:
    assert "news.example" in allowed("127.0.0.1", "https://news.example/daily/")
    assert allowed("0.0.0.0", "") == frozenset()


@pytest.mark.parametrize("key", ["q", "speaker", "outlet", "section", "day"])
def test_questions_have_a_longest_length(reader: Client, key: str) -> None:
    assert reader.get(f"/search.html?{key}={'x' * 201}").status_code == 400
    assert reader.get(f"/search.html?{key}={'x' * 2001}").status_code == 414
    assert reader.get(f"/search.html?{key}={'x' * 200}").status_code == 200


def test_what_sources_wrote_stays_text(tmp_path: Path) -> None:
    made = shell(tmp_path / "archive")
    attacked = editions.hostile()
    attacked["stories"][0]["id"] = "../../x"
    with made.archive() as archive:
        record(archive, attacked)
    with client(tmp_path / "archive") as reader:
        targets = ["/", "/speakers/index.html", "/search.html?q=script", "/outlets/index.html"]
        targets += [f"/article/{quote(BARRIER)}?q=the", "/stories/index.html"]
        for path in targets:
            answer = reader.get(path)
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text
            links = Links(answer.text)
            assert set(links.inline) <= {"application/json"}
            assert not {urlsplit(t).scheme for t in links.targets} & {"javascript", "data"}


def test_the_archive_is_only_read(archive: Path) -> None:
    before = (archive / "archive.sqlite").read_bytes()
    with client(archive) as reader:
        for path in ("/", "/search?q=barrier", "/speakers/ines-halloran.html"):
            reader.get(path)
    assert (archive / "archive.sqlite").read_bytes() == before


def test_a_failure_inside_tells_nothing_of_the_inside(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ArchiveError("the archive /home/me/archive.sqlite is damaged")

    monkeypatch.setattr(live.LiveArchive, "answer", broken)
    with client(archive) as reader:
        answer = reader.get("/")
    assert answer.status_code == 500
    assert "/home/me" not in answer.text
    assert "content-security-policy" in answer.headers


def test_health_is_json(reader: Client) -> None:
    assert json.loads(reader.get("/healthz").content)["status"] == "ok"
