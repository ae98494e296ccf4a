"""Servers of every kind, asked for real."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpcore
import pytest

from briefing import __version__
from briefing.errors import FetchError
from briefing.ingest.web.http import Fetcher
from briefing.model import Validators
from briefing.settings import FetchSettings
from tests.newsserver import NewsServer, dripping, gzipped, raw, redirect, silent

QUICK = FetchSettings(
    timeout=5,
    read_timeout=2,
    pause=0,
    backoff=0,
    max_bytes=100_000,
    allow_private=("127.0.0.1",),
)


@pytest.fixture
def news() -> Iterator[NewsServer]:
    with NewsServer({"/": b"hello"}) as server:
        yield server


def reason(url: str, settings: FetchSettings = QUICK) -> str:
    with Fetcher(settings) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.get(url)
    assert caught.value.source == url
    return caught.value.reason


PRIVATE = """
    127.0.0.1 localhost 0.0.0.0 10.0.0.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255
    [::1] [::ffff:127.0.0.1] [fe80::1] [fc00::1] [ff02::1] [64:ff9b::7f00:1] [2002:7f00:1::]
    127.1 2130706433 0x7f000001
""".split()


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


# --- good answers ---------------------------------------------------------------------


def test_a_page_comes_with_its_type_charset_and_validators(news: NewsServer) -> None:
    headers = {"Content-Type": 'Text/HTML; charset="ISO-8859-1"', "ETag": '"7"'}
    news.pages["/a"] = (
        200,
        headers | {"Last-Modified": "Thu, 15 Jan 2026 06:00:00 GMT"},
        b"caf\xe9",
    )
    with Fetcher(QUICK) as fetcher:
        got = fetcher.get(news.url("/a"))
    assert (got.status, got.body) == (200, b"caf\xe9")
    assert (got.content_type, got.charset) == ("text/html", "iso-8859-1")
    assert got.validators == Validators('"7"', "Thu, 15 Jan 2026 06:00:00 GMT")


def test_validators_make_the_request_conditional(news: NewsServer) -> None:
    news.pages["/a"] = (304, {"ETag": '"7"'}, b"")
    with Fetcher(QUICK) as fetcher:
        got = fetcher.get(news.url("/a"), Validators('"7"', "yesterday"))
    assert got.not_modified
    assert news.seen[-1][1]["if-none-match"] == '"7"'
    assert news.seen[-1][1]["if-modified-since"] == "yesterday"


def test_not_modified_without_being_asked_is_an_error(news: NewsServer) -> None:
    news.pages["/a"] = (304, {}, b"")
    assert reason(news.url("/a")) == "answered 304 (not modified)"


def test_the_user_agent_says_who_asks(news: NewsServer) -> None:
    with Fetcher(replace(QUICK, contact="https://gazette.example/bot")) as fetcher:
        fetcher.get(news.url())
    agent = f"briefing/{__version__} (+https://gazette.example/bot)"
    assert [headers["user-agent"] for _, headers in news.seen] == [agent, agent]


def test_nothing_strange_goes_into_a_header(news: NewsServer) -> None:
    with Fetcher(replace(QUICK, contact="Ann\r\nX-Evil: 1 \u00fc")) as fetcher:
        fetcher.get(news.url(), Validators("\u00fc\r\nX-Evil: 1", "\u00fc"))
    assert news.seen[-1][1]["user-agent"].endswith("(+Ann X-Evil: 1)")
    assert not {"x-evil", "if-none-match", "if-modified-since"} & set(news.seen[-1][1])


def test_user_and_password_are_never_sent(news: NewsServer) -> None:
    with Fetcher(QUICK) as fetcher:
        got = fetcher.get(f"http://ann:secret@127.0.0.1:{news.port}/#top")
    assert got.url == news.url()
    assert "authorization" not in news.seen[-1][1]


def test_no_cookie_comes_back(news: NewsServer) -> None:
    news.pages["/a"] = (200, {"Set-Cookie": "id=7; Path=/"}, b"x")
    with Fetcher(QUICK) as fetcher:
        fetcher.get(news.url("/a"))
        fetcher.get(news.url("/a"))
    assert "cookie" not in news.seen[-1][1]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", zlib.compress(b"news" * 9, wbits=31)),
        ("deflate", zlib.compress(b"news" * 9)),
        ("deflate", zlib.compress(b"news" * 9, wbits=-15)),
        ("gzip", zlib.compress(b"news" * 4, wbits=31) + zlib.compress(b"news" * 5, wbits=31)),
        ("gzip", zlib.compress(b"news" * 9, wbits=31) + b"\0\0\0\0"),
        ("identity", b"news" * 9),
    ],
)
def test_compressed_bodies_are_unpacked(news: NewsServer, encoding: str, packed: bytes) -> None:
    news.pages["/a"] = (200, {"Content-Encoding": encoding}, packed)
    with Fetcher(QUICK) as fetcher:
        assert fetcher.get(news.url("/a")).body == b"news" * 9


# --- slow, huge, broken, lying --------------------------------------------------------


def test_a_silent_server_is_left(news: NewsServer) -> None:
    news.pages["/a"] = silent
    settings = replace(QUICK, read_timeout=0.05, attempts=1)
    assert reason(news.url("/a"), settings) == "127.0.0.1 fell silent (timed out)"


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "])
def test_a_dripping_server_ends_at_the_overall_limit(news: NewsServer, head: bytes) -> None:
    news.pages["/a"] = dripping(head)
    assert reason(news.url("/a"), replace(QUICK, timeout=0.3)) == "timed out after 0.3 s"


def test_what_is_too_large_is_not_read(news: NewsServer) -> None:
    news.pages["/a"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 200_000)
    assert reason(news.url("/a")) == "is larger than 0.1 MB"


def test_a_gzip_bomb_is_not_unfolded(news: NewsServer) -> None:
    news.pages["/a"] = gzipped(b"\0" * 1_000_000, times=20)
    assert reason(news.url("/a")) == "is larger than 0.1 MB"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort", "the answer broke off"),
        (b"", "the answer broke off"),
        (b"220 mail.gazette.example ESMTP\r\n\r\n", "the answer is not HTTP"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "the answer is not HTTP",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain text",
            "is not compressed as it says",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
            + zlib.compress(b"x", wbits=31)[:9],
            "broke off in the middle",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nx",
            "is sent in an encoding that nobody asked for (br)",
        ),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "answered 204 (no content)"),
        (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", "answered 404 (not found)"),
        (
            b"HTTP/1.1 499 Odd\r\nContent-Length: 0\r\n\r\n",
            "answered 499 (a status that HTTP does not know)",
        ),
    ],
)
def test_bad_answers_are_named(news: NewsServer, answer: bytes, why: str) -> None:
    news.pages["/a"] = raw(answer)
    assert reason(news.url("/a")) == why


def test_a_body_longer_than_announced_ends_where_it_was_announced(news: NewsServer) -> None:
    news.pages["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews and more")
    with Fetcher(QUICK) as fetcher:
        assert fetcher.get(news.url("/a")).body == b"news"


def test_a_closed_port_refuses_the_connection() -> None:
    with NewsServer() as gone:
        url = gone.url()
    assert reason(url) == "127.0.0.1 refuses the connection"


def test_an_unknown_host_is_named() -> None:
    assert reason("http://no-such-host.invalid/") == "no address is known for no-such-host.invalid"


# --- redirects and addresses ----------------------------------------------------------


def test_redirects_are_followed_to_the_last_address(news: NewsServer) -> None:
    news.pages |= {"/a": redirect("/b", 301), "/b": redirect(news.url("/c#x"), 308), "/c": b"end"}
    with Fetcher(QUICK) as fetcher:
        got = fetcher.get(news.url("/a"))
    assert (got.url, got.body) == (news.url("/c"), b"end")


def test_a_loop_ends(news: NewsServer) -> None:
    news.pages["/a"] = redirect("/a")
    assert reason(news.url("/a")) == "redirects more than 5 times"
    assert news.paths() == ["/a"] * 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://gazette.example/", "http://["])
def test_a_redirect_leads_to_the_web_only(news: NewsServer, target: str) -> None:
    news.pages["/a"] = redirect(target)
    assert reason(news.url("/a")) == f"redirects to '{target}', which is no http address"


def test_a_redirect_into_the_private_network_is_refused(news: NewsServer) -> None:
    news.pages["/a"] = redirect(f"http://localhost:{news.port}/")
    assert reason(news.url("/a")) == "redirects to a private address (localhost)"
    assert "/" not in news.paths()


@pytest.mark.parametrize(
    "host",
    PRIVATE,
)
def test_private_addresses_are_refused_however_written(news: NewsServer, host: str) -> None:
    why = reason(f"http://{host}:{news.port}/", FetchSettings())
    assert "private address: where you trust it, write allow_private = [" in why
    assert not news.seen


def test_a_name_that_changes_its_mind_is_connected_where_it_was_checked(
    news: NewsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["1.1.1.1"])

    def rebound(host: str, port: int, **_: object) -> list[object]:
        return [(2, 1, 6, "", (next(answers, "127.0.0.1"), port))]

    monkeypatch.setattr("socket.getaddrinfo", rebound)
    asked: list[str] = []

    def connect(self: object, host: str, port: int, *_: object, **__: object) -> object:
        asked.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    settings = replace(QUICK, attempts=1, ignore_robots=("gazette.example",))
    assert reason("http://gazette.example/", settings) == "gazette.example cannot be reached"
    assert asked == ["1.1.1.1"]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gazette.example", "http://", "http://[", ""]
)
def test_only_web_addresses_are_asked(url: str) -> None:
    assert reason(url) in {"is no http or https address", "is not an address"}


def test_proxies_of_the_environment_are_used_only_when_trusted(
    news: NewsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", news.url())
    monkeypatch.setenv("no_proxy", "")
    target = "http://gazette.example/a"
    news.pages[target] = b"by proxy"
    with Fetcher(replace(QUICK, trust_env=True)) as fetcher:
        assert fetcher.get(target).body == b"by proxy"
        with pytest.raises(FetchError, match="private address"):
            fetcher.get("http://10.0.0.1/")
    news.seen.clear()
    with Fetcher(replace(QUICK, attempts=1)) as fetcher, pytest.raises(FetchError):
        fetcher.get("http://no-such-host.invalid/")
    assert not news.seen


# --- patience -------------------------------------------------------------------------


def test_a_busy_server_is_asked_again_after_the_time_it_names(news: NewsServer) -> None:
    clock = Clock()
    news.pages["/a"] = [(429, {"Retry-After": "7"}, b""), (503, {}, b""), (200, {}, b"now")]
    settings = replace(QUICK, backoff=1.0)
    with Fetcher(settings, clock=clock, sleep=clock.sleep) as fetcher:
        assert fetcher.get(news.url("/a")).body == b"now"
    assert clock.slept == [7, 2]


def test_a_date_to_come_back_counts_from_the_servers_own_clock(news: NewsServer) -> None:
    clock = Clock()
    later = {"Retry-After": "Thu, 01 Jan 1970 00:00:30 GMT"}
    epoch = raw(
        b"HTTP/1.1 429 Busy\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Length: 0\r\n"
        b"Retry-After: " + later["Retry-After"].encode() + b"\r\n\r\n"
    )
    news.pages["/a"] = [epoch, (200, {}, b"now")]
    with Fetcher(QUICK, clock=clock, sleep=clock.sleep) as fetcher:
        fetcher.get(news.url("/a"))
    assert clock.slept == [30]


def test_a_server_that_asks_for_an_hour_is_missed_today(news: NewsServer) -> None:
    news.pages["/a"] = (429, {"Retry-After": "3600"}, b"")
    assert reason(news.url("/a")) == "answered 429 (too many requests), and asks to wait 3600 s"
    assert news.paths() == ["/a"]


def test_attempts_end(news: NewsServer) -> None:
    news.pages["/a"] = (500, {}, b"")
    assert reason(news.url("/a")) == "answered 500 (internal server error)"
    assert news.paths() == ["/a"] * 3


def test_what_is_not_there_is_asked_for_once(news: NewsServer) -> None:
    reason(news.url("/gone"))
    assert news.paths() == ["/gone"]


def test_a_pause_lies_between_two_requests_to_a_host(news: NewsServer) -> None:
    clock = Clock()
    with Fetcher(replace(QUICK, pause=3), clock=clock, sleep=clock.sleep) as fetcher:
        fetcher.get(news.url())
        fetcher.get(news.url())
    assert clock.slept == [3, 3]


def test_a_host_is_asked_one_thing_at_a_time(news: NewsServer) -> None:
    open_now: list[int] = []
    most: list[int] = []

    def counted(_: object) -> tuple[int, dict[str, str], bytes]:
        open_now.append(1)
        most.append(len(open_now))
        time.sleep(0.01)
        open_now.pop()
        return 200, {}, b"x"

    news.pages["/a"] = counted
    with Fetcher(QUICK) as fetcher:
        asking = [threading.Thread(target=fetcher.get, args=(news.url("/a"),)) for _ in range(6)]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
    assert (len(most), max(most)) == (6, 1)


# --- robots.txt in use ----------------------------------------------------------------


def test_what_robots_txt_disallows_is_not_fetched(news: NewsServer) -> None:
    news.pages["/robots.txt"] = b"User-agent: briefing\nDisallow: /private"
    assert reason(news.url("/private/a")) == "robots.txt of 127.0.0.1 disallows it"
    assert news.paths() == []
    with Fetcher(replace(QUICK, ignore_robots=("127.0.0.1",))) as fetcher:
        news.pages["/private/a"] = b"ours"
        assert fetcher.get(news.url("/private/a")).body == b"ours"


def test_a_redirect_to_what_robots_txt_disallows_is_not_followed(news: NewsServer) -> None:
    news.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /b",
        "/a": redirect("/b"),
    }
    assert reason(news.url("/a")) == "robots.txt of 127.0.0.1 disallows it"


def test_robots_txt_is_asked_for_once_and_its_delay_kept_up_to_a_limit(news: NewsServer) -> None:
    clock = Clock()
    news.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 900"
    settings = replace(QUICK, max_crawl_delay=4)
    with Fetcher(settings, clock=clock, sleep=clock.sleep) as fetcher:
        fetcher.get(news.url())
        fetcher.get(news.url())
    assert [path for path, _ in news.seen] == ["/robots.txt", "/", "/"]
    assert clock.slept == [4]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_robots_txt_that_is_refused_forbids_nothing(news: NewsServer, status: int) -> None:
    news.pages["/robots.txt"] = (status, {}, b"")
    with Fetcher(QUICK) as fetcher:
        assert fetcher.get(news.url()).body == b"hello"


def test_a_robots_txt_that_fails_forbids_everything(news: NewsServer) -> None:
    news.pages["/robots.txt"] = (503, {}, b"")
    assert reason(news.url()) == "robots.txt answered 503 (service unavailable)"
    assert news.paths() == []


def test_a_huge_robots_txt_is_read_as_far_as_its_limit(news: NewsServer) -> None:
    news.pages["/robots.txt"] = b"User-agent: *\nDisallow: /a\n" + b"#" * 700_000
    assert reason(news.url("/a")) == "robots.txt of 127.0.0.1 disallows it"


# --- certificates ---------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_a_certificate_of_nobody_is_named(news: NewsServer, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=g"
    subprocess.run(
        [*command.split(), "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = news._server
    server.socket = context.wrap_socket(server.socket, server_side=True)
    why = reason(
        news.url().replace("http:", "https:"), replace(QUICK, ignore_robots=("127.0.0.1",))
    )
    assert why.startswith("the certificate is not valid for 127.0.0.1 (self")
