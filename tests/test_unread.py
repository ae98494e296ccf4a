"""What readers are told of sources that could not be read: plain words, no secret, no path."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.app.editions.unread import for_readers
from briefing.model import Missed
from briefing.render.frame import frame_of
from tests.conftest import Outcome
from tests.newsserver import NewsServer, feed
from tests.test_gather import REPORT, item

ENGLISH = frame_of("en")
READ, REACHED, PART = (
    "holds what cannot be read",
    "could not be reached",
    "could be read in part only",
)
FORMATS = "html,json,text,markdown,epub"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("timed out after 20 s", REACHED),
        ("post.example fell silent (timed out)", REACHED),
        ("no address is known for post.example", REACHED),
        ("the answer broke off", REACHED),
        ("answered 404 (not found)", READ),
        ('is not a feed but a page: kind = "page" takes it as an article', READ),
        ("is not a feed; the page names one: https://post.example/rss?key=7", READ),
    ],
)
def test_a_cause_becomes_a_plain_sentence(reason: str, told: str) -> None:
    (one,) = for_readers(ENGLISH, [Missed("Post", reason)], [])
    assert one == Missed("Post", told)


def test_a_part_is_told_as_one_and_in_the_language_of_the_edition() -> None:
    missed = [Missed("Post", "1 of 7 articles is missing", part=True), Missed("Echo", "is empty")]
    assert [one.reason for one in for_readers(ENGLISH, missed, [])] == [PART, READ]
    assert [one.reason for one in for_readers(frame_of("de"), missed, [])] == [
        "konnte nur zum Teil gelesen werden",
        "enthält Unlesbares",
    ]


def test_an_input_is_named_once_by_its_file_or_host() -> None:
    address = "https://post.example/feed?token=7"
    inputs = [
        Missed("/home/lee/rows.jsonl", "line 10 has no text", part=True),
        Missed("./rows.jsonl", "line 11 has no text", part=True),
        Missed(address, "timed out after 20 s", address),
        Missed("standard input", "is in no format that can be read"),
    ]
    assert [(one.source, one.reason) for one in for_readers(ENGLISH, [], inputs)] == [
        ("post.example", REACHED),
        ("rows.jsonl", PART),
        ("standard input", READ),
    ]


def test_the_address_of_a_failing_feed_is_kept_to_who_runs_the_program(
    briefing: Callable[..., Outcome], tmp_path: Path
) -> None:
    with NewsServer() as news:
        news.pages["/good"] = feed(item("Dam at Orvale opens", text=" ".join(REPORT)))
        sources = "".join(
            f'[[sources]]\nname = "{name}"\nurl = "{news.url(path)}"\nfull_text = true\n'
            for name, path in (("Gazette", "/good"), ("Post", "/secret-path?token=SECRET"))
        )
        (tmp_path / "briefing.toml").write_text(
            f'[fetch]\npause = 0\nattempts = 1\nallow_private = ["127.0.0.1"]\n{sources}',
            encoding="utf-8",
        )
        fetched = briefing("--config", "briefing.toml", "fetch")
        made = briefing(
            "--config", "briefing.toml", "make", "-d", "2026-01-15", "-f", FORMATS, "-o", "out"
        )
    assert "token=SECRET" in fetched.err
    assert "missed: Post: answered 404 (not found)" in made.err
    for file in made.out.split():
        body = Path(file).read_bytes()
        assert b"SECRET" not in body
        assert b"secret-path" not in body
    edition = json.loads(Path("out/briefing-2026-01-15.json").read_text(encoding="utf-8"))
    assert edition["missed"] == [{"source": "Post", "url": news.url("/"), "reason": READ}]


def test_one_file_makes_one_edition_however_its_path_is_written(
    briefing: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    good = {"title": "Dam at Orvale opens", "text": "\n\n".join(REPORT), "date": "2026-01-15"}
    Path("rows.jsonl").write_text(f'{json.dumps(good)}\n{{"title": "None"}}\n', encoding="utf-8")
    made = set()
    for number, path in enumerate(
        ("rows.jsonl", "./rows.jsonl", "a/../rows.jsonl", str(tmp_path / "rows.jsonl"))
    ):
        done = briefing(
            "make", "-d", "2026-01-15", "-i", path, "-f", "json,html", "-o", f"out{number}"
        )
        assert f"missed: {path}: line 2 has no text" in done.err
        made.add(tuple(Path(file).read_bytes() for file in done.out.split()))
    assert len(made) == 1
    assert str(tmp_path).encode() not in b"".join(*made)
