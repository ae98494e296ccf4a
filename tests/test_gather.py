"""Subscriptions, gathered from a real server: one dead source is news, not the end."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer

import pytest

from briefing.ingest.gather import gather
from briefing.ingest.web.http import Fetcher
from briefing.model import Article, Missed, Source, Stored, Subscription, Validators
from briefing.settings import FetchSettings
from briefing.text.ids import text_digest
from tests.newsserver import NewsServer, feed, page, silent

QUICK = FetchSettings(
    timeout=5, read_timeout=2, pause=0, backoff=0, attempts=1, allow_private=("127.0.0.1",)
)
NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
# Enough prose for a page to be told from its frame.
REPORT = (
    "The dam at Orvale opened on Thursday after nine years of work, and the first water reached "
    "the valley before noon, the regional council said in a statement.",
    "Engineers had feared that the gates would stick in the cold, but all twelve of them rose "
    "within an hour while some four thousand people watched from the eastern bank.",
    "The council said that the reservoir would supply three towns from the spring, and that the "
    "old pumping station at Lenk would be kept in reserve for another two winters.",
)


@pytest.fixture
def news() -> Iterator[NewsServer]:
    with NewsServer() as server:
        yield server


def subscribed(news: NewsServer, path: str, name: str = "Gazette", **how: object) -> Subscription:
    source = Source(name.lower(), name, news.url(path), "World", "en")
    return Subscription(source, **how)  # type: ignore[arg-type]


def item(title: str, link: str = "", text: str = "", more: str = "") -> str:
    return (
        f"<title>{title}</title><link>{link}</link><description>{text}</description>"
        f"<pubDate>Thu, 15 Jan 2026 06:00:00 GMT</pubDate>{more}"
    )


def stored(title: str, text: str = "", at: datetime = NOON, outlet: str = "gazette") -> Stored:
    wording = (title, text_digest(text))
    return Stored(at, {outlet: (wording, wording)})


def gathered(
    *subscriptions: Subscription, **more: object
) -> tuple[tuple[Article, ...], tuple[Missed, ...], dict[str, Validators]]:
    with Fetcher(QUICK) as fetcher:
        return gather(subscriptions, fetcher, retrieved=NOON, **more)  # type: ignore[arg-type]


def test_a_dead_source_is_missed_and_the_others_go_on_in_their_order(news: NewsServer) -> None:
    news.pages |= {
        "/a": feed(item("A1", text="One."), item("A2", text="Two.")),
        "/b": (500, {}, b""),
        "/c": feed(item("C1", text="Three.")),
        "/d": (200, {"Content-Type": "text/html"}, page("No feed", *REPORT)),
    }
    told: list[tuple[str, int, int]] = []
    articles, missed, _ = gathered(
        *(subscribed(news, f"/{name.lower()}", name, full_text=True) for name in "ABCD"),
        progress=lambda one, number, missed: told.append((one.source.id, number, len(missed))),
    )
    assert [(a.source.id, a.title) for a in articles] == [("a", "A1"), ("a", "A2"), ("c", "C1")]
    assert missed == (
        Missed("B", "answered 500 (internal server error)", news.url("/b")),
        Missed(
            "D",
            'is not a feed but a page: kind = "page" takes it as an article',
            news.url("/d"),
        ),
    )
    assert told == [("a", 2, 0), ("b", 0, 1), ("c", 1, 0), ("d", 0, 1)]


def test_a_page_that_names_its_feed_is_told_with_it(news: NewsServer) -> None:
    news.pages["/"] = b'<html><link href="/rss" rel=alternate type="application/rss+xml"></html>'
    _, missed, _ = gathered(subscribed(news, "/"))
    assert missed[0].reason == f"is not a feed; the page names one: {news.url('/rss')}"


@pytest.mark.parametrize(("body", "reason"), [(b"", "is empty"), (b"<x>1</x>", "is not a feed")])
def test_what_is_no_feed_says_what_it_is(news: NewsServer, body: bytes, reason: str) -> None:
    news.pages["/"] = (200, {"Content-Type": "application/xml"}, body)
    _, missed, _ = gathered(subscribed(news, "/"))
    assert [one.reason for one in missed] == [reason]


def test_validators_make_the_next_time_short(news: NewsServer) -> None:
    status, headers, body = feed(item("A1", text="One."))
    news.pages["/a"] = [(status, headers | {"ETag": '"7"'}, body), (304, {}, b"")]
    one = subscribed(news, "/a", full_text=True)
    _, _, validators = gathered(one)
    assert validators == {news.url("/a"): Validators('"7"')}
    assert gathered(one, validators=validators) == ((), (), validators)


def test_an_entry_without_text_is_told_and_asked_for_again(news: NewsServer) -> None:
    status, headers, body = feed(item("A1", text="One."), item("A2"))
    news.pages["/a"] = (status, headers | {"ETag": '"7"'}, body)
    articles, missed, validators = gathered(subscribed(news, "/a", full_text=True))
    assert [a.title for a in articles] == ["A1"]
    reason = "1 of 2 articles is missing: the feed holds no text of it"
    assert missed == (Missed("Gazette", reason, news.url("/a")),)
    assert validators == {}


def test_only_the_first_entries_are_taken(news: NewsServer) -> None:
    news.pages["/a"] = feed(*(item(f"A{i}", text="One.") for i in range(9)))
    articles, _, _ = gathered(subscribed(news, "/a", full_text=True, max_entries=2))
    assert [a.title for a in articles] == ["A0", "A1"]


def test_a_feed_that_breaks_off_says_so_and_gives_its_whole_entries(news: NewsServer) -> None:
    body = feed(item("A", text="One."), item("B", news.url("/dam-of-orvale"), "Two."))[2]
    news.pages["/a"] = body[: body.index(b"-of-orvale")]
    articles, missed, validators = gathered(subscribed(news, "/a"))
    assert [one.title for one in articles] == ["A"]
    assert missed == (Missed("Gazette", "breaks off in the middle of an article", news.url("/a")),)
    assert (news.paths(), validators) == (["/a"], {})


def test_an_empty_feed_is_no_failure(news: NewsServer) -> None:
    news.pages["/a"] = feed()
    assert gathered(subscribed(news, "/a"))[:2] == ((), ())


def test_entries_are_followed_to_their_pages(news: NewsServer) -> None:
    news.pages |= {
        "/a": feed(item("Dam opens", news.url("/dam"), "It opened.")),
        "/dam": page("Dam opens | Gazette", *REPORT),
    }
    articles, missed, _ = gathered(subscribed(news, "/a", follow=True))
    assert missed == ()
    assert [(a.title, a.text) for a in articles] == [("Dam opens", "\n\n".join(REPORT))]
    assert articles[0].published == datetime(2026, 1, 15, 6, tzinfo=UTC)
    assert (articles[0].dated, articles[0].section) == (True, "World")


def test_unless_told_a_page_is_fetched_only_for_what_the_feed_does_not_hold(
    news: NewsServer,
) -> None:
    whole = "It rained all day. " * 60
    news.pages |= {
        "/a": feed(item("Whole", news.url("/w"), whole), item("Brief", news.url("/dam"), "Rain.")),
        "/dam": page("Brief", *REPORT),
    }
    articles, _, _ = gathered(subscribed(news, "/a"))
    assert news.paths() == ["/a", "/dam"]
    assert [a.text for a in articles] == [whole.strip(), "\n\n".join(REPORT)]


def test_what_is_stored_is_not_fetched_again_unless_it_was_updated(news: NewsServer) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Dam opens</title>
    <link href="{news.url("/dam")}"/><updated>2026-01-15T09:00:00Z</updated></entry></feed>"""
    news.pages |= {"/a": atom.encode(), "/dam": page("Dam opens", *REPORT)}
    one = subscribed(news, "/a", follow=True)
    for at in (NOON, NOON - timedelta(days=1)):
        gathered(one, known={news.url("/dam"): stored("Dam opens", at=at)})
    assert news.paths() == ["/a", "/a", "/dam"]


FIRE, FEWER, MORE = "Two dead in Lunde fire", "The fire killed two.", "The fire killed three."


@pytest.mark.parametrize(
    ("title", "text", "read"),
    [
        (FIRE, FEWER, 0),
        (FIRE, f" {FEWER}\n", 0),
        (FIRE, MORE, 1),
        ("Three dead in Lunde fire", FEWER, 1),
    ],
)
def test_a_correction_in_a_feed_without_dates_of_change_is_read(
    news: NewsServer, title: str, text: str, read: int
) -> None:
    news.pages["/a"] = feed(item(title, news.url("/fire"), text))
    known = {news.url("/fire"): stored(FIRE, FEWER)}
    articles, _, _ = gathered(subscribed(news, "/a", full_text=True), known=known)
    assert [(a.title, a.text) for a in articles] == [(title, text.strip())] * read


def test_a_new_title_asks_for_the_page_again_and_a_new_summary_says_nothing_of_it(
    news: NewsServer,
) -> None:
    news.pages |= {
        "/a": [feed(item(title, news.url("/fire"), MORE)) for title in (FIRE, "Three dead")],
        "/fire": page("Three dead", *REPORT),
    }
    known = {news.url("/fire"): stored(FIRE, "The whole report.")}
    assert gathered(subscribed(news, "/a"), known=known)[0] == ()
    (article,), _, _ = gathered(subscribed(news, "/a"), known=known)
    assert (article.title, article.text) == ("Three dead", "\n\n".join(REPORT))


def test_other_words_for_what_another_outlet_has_stored_are_no_correction(
    news: NewsServer,
) -> None:
    news.pages["/a"] = feed(item("Fire", news.url("/fire"), MORE))
    known = {news.url("/fire"): stored(FIRE, FEWER, outlet="post")}
    assert gathered(subscribed(news, "/a", full_text=True), known=known)[0] == ()


def test_known_entries_count_as_read_beside_one_that_stays_broken(news: NewsServer) -> None:
    news.pages["/a"] = feed(item("Dam", news.url("/dam")), item("Gone", news.url("/gone")))
    told: list[tuple[int, int]] = []
    articles, missed, _ = gathered(
        subscribed(news, "/a"),
        known={news.url("/dam"): stored("Dam")},
        progress=lambda _, number, missed: told.append((number, len(missed))),
    )
    assert articles == ()
    assert missed[0].reason == "1 of 2 articles is missing: answered 404 (not found)"
    assert told == [(1, 1)]


def test_a_page_without_an_article_is_told(news: NewsServer) -> None:
    news.pages |= {"/a": feed(item("A", news.url("/dam"))), "/dam": b"<html><p>Hi.</p></html>"}
    _, missed, _ = gathered(subscribed(news, "/a", follow=True))
    assert missed[0].reason == "none of 1 articles: holds no article"


def test_pages_that_fail_are_counted_with_their_causes(news: NewsServer) -> None:
    links = ["/dam", "/gone", "/busy", "/lost"]
    news.pages |= {
        "/a": feed(*(item(link, news.url(link)) for link in links)),
        "/dam": page("Dam", *REPORT),
        "/busy": (503, {}, b""),
    }
    articles, missed, _ = gathered(subscribed(news, "/a", follow=True))
    assert len(articles) == 1
    assert missed[0].reason == (
        "3 of 4 articles are missing: answered 404 (not found) (2); "
        "answered 503 (service unavailable) (1)"
    )


def test_a_server_whose_pages_all_fail_is_left_alone(news: NewsServer) -> None:
    news.pages["/a"] = feed(*(item(f"A{i}", news.url(f"/{i}")) for i in range(9)))
    articles, missed, _ = gathered(subscribed(news, "/a", follow=True))
    assert articles == ()
    assert missed[0].reason == "none of 9 articles: answered 404 (not found)"
    assert len(news.paths()) == 1 + 3


def test_a_page_that_shows_less_than_the_feed_gives_way_to_it(news: NewsServer) -> None:
    news.pages |= {
        "/a": feed(item("Dam", news.url("/dam"), " ".join(REPORT))),
        "/dam": page("Dam", REPORT[0]),
    }
    articles, _, _ = gathered(subscribed(news, "/a", follow=True))
    assert articles[0].text == " ".join(REPORT)


@pytest.mark.parametrize("answer", [(401, {}, b""), (403, {}, b""), (404, {}, b""), b"<p>Hi.</p>"])
def test_a_page_that_is_refused_or_shows_nothing_gives_way_to_the_feed(
    news: NewsServer, answer: object
) -> None:
    links = [f"/{n}" for n in range(5)]
    news.pages |= dict.fromkeys(links, answer)
    news.pages["/a"] = feed(*(item(link, news.url(link), " ".join(REPORT)) for link in links))
    articles, missed, _ = gathered(subscribed(news, "/a"))
    assert [(a.title, a.text) for a in articles] == [(link, " ".join(REPORT)) for link in links]
    assert missed == ()


@pytest.mark.parametrize("status", [429, 503])
def test_a_page_that_fails_for_the_moment_is_asked_for_again(news: NewsServer, status: int) -> None:
    news.pages |= {"/a": feed(item("Dam", news.url("/dam"), REPORT[0])), "/dam": (status, {}, b"")}
    articles, missed, _ = gathered(subscribed(news, "/a"))
    assert articles == ()
    assert missed[0].reason.startswith(f"none of 1 articles: answered {status}")


def test_a_page_that_robots_may_not_read_gives_way_to_the_feed(news: NewsServer) -> None:
    news.pages |= {
        "/a": feed(item("Dam", news.url("/dam"), REPORT[0])),
        "/robots.txt": b"User-agent: *\nDisallow: /dam",
    }
    (article,), missed, _ = gathered(subscribed(news, "/a"))
    assert (article.text, missed) == (REPORT[0], ())


def test_what_a_feed_has_cut_in_its_first_sentence_gives_way_to_its_page(
    news: NewsServer,
) -> None:
    begun = "The dam at Dunmere opened on Monday, as Ada Quill said at the gate, while" + " so" * 99
    news.pages |= {
        "/a": feed(item("Dam opens", news.url("/dam"), f"{begun}…")),
        "/dam": page(
            "Dam opens", "The dam at Dunmere opened on Monday after ten years of quarrel."
        ),
    }
    (article,), _, _ = gathered(subscribed(news, "/a"))
    assert article.text == "The dam at Dunmere opened on Monday after ten years of quarrel."
    (held,), missed, _ = gathered(subscribed(news, "/a", full_text=True))
    assert (held.text, missed) == (f"{begun}…", ())


@pytest.mark.parametrize("pause", [0, 30])
def test_who_interrupts_a_slow_server_waits_for_nobody(news: NewsServer, pause: float) -> None:
    slow = replace(QUICK, timeout=60, read_timeout=60, pause=pause, attempts=3, backoff=30)
    news.pages |= {"/a": feed(item("Dam", news.url("/dam"))), "/dam": silent}
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    start = time.monotonic()
    try:
        with Fetcher(slow) as fetcher, pytest.raises(KeyboardInterrupt):
            gather([subscribed(news, "/a")], fetcher, retrieved=NOON)
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - start < 4  # the server is silent for five seconds


def test_a_page_is_a_source_too(news: NewsServer) -> None:
    news.pages["/dam"] = page("Dam opens", *REPORT)
    articles, _, _ = gathered(subscribed(news, "/dam", kind="page"))
    assert [(a.title, a.url) for a in articles] == [("Dam opens", news.url("/dam"))]


def test_a_folder_is_a_source_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"title": "Dam", "text": "It opened.", "date": "2026-01-15"}'
    )
    (tmp_path / "b.jsonl").write_text("{broken")
    one = Subscription(Source("folder", "My folder", str(tmp_path)), "folder")
    articles, missed, _ = gathered(one, replace(one, source=Source("no", "No", "/no/such")))
    assert [(a.title, a.source.id) for a in articles] == [("Dam", "folder")]
    assert missed == (
        Missed("My folder", "b.jsonl: line 1 is not JSON"),
        Missed("No", "is no folder", "/no/such"),
    )


def test_a_parsers_bug_costs_one_source(news: NewsServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    news.pages["/a"] = feed(item("A1", text="One."))
    monkeypatch.setattr("briefing.ingest.gather.feed", fails)
    _, missed, _ = gathered(subscribed(news, "/a"))
    assert missed[0].reason == "could not be read (ZeroDivisionError: by zero)"
