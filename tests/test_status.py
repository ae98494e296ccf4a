from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from briefing.app import running, sending
from briefing.app.status import status
from briefing.deliver.outcome import Outcome
from tests.conftest import Outcome as Ended
from tests.deliveries import ADA, BOB, MAIL, NOON, Notes, shell, with_news
from tests.test_outbox import DAY

SOURCES = '[[sources]]\nname = "Gazette"\nurl = "https://gazette.example/feed"\n'


def test_all_that_matters_is_told(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + BOB + SOURCES))
    with program.archive() as archive:
        archive.remember_run("fetch", NOON, "")
        archive.source_answered("https://gazette.example/feed", NOON - timedelta(days=2))
        archive.source_failed("https://gazette.example/feed", NOON, "timed out")
        archive.suppress("cleo@y.example", "unsubscribed", NOON)
    server = Notes(answers=[Outcome("sent", "250 ok"), Outcome("unknown", "broke after DATA")])
    running.run(program, mailer=server)
    found = status(program)
    assert not found.good
    lines = found.lines()
    assert lines[0].startswith("last run   2026-01-16 12:00 UTC: ")
    assert lines[1] == "next run   2026-01-17 06:30 UTC"
    assert lines[2] == "source     Gazette: stale since 2026-01-14 12:00 UTC (timed out)"
    assert lines[3] == "deliveries 1 sent, 1 unknown"
    assert lines[4] == "  2  2026-01-15 mail bob@y.example: unknown (broke after DATA)"
    assert lines[5] == "paused     cleo@y.example: unsubscribed"
    assert lines[6].startswith("archive    2 articles, 1 editions, ")


def test_a_source_that_fails_again_and_again_is_failing(tmp_path: Path) -> None:
    program = shell(tmp_path, SOURCES)
    with program.archive() as archive:
        for _ in range(3):
            archive.source_failed("https://gazette.example/feed", NOON, "503")
    assert status(program).sources == (("Gazette", "failing since 2026-01-16 12:00 UTC", "503"),)


def test_the_same_as_json(briefing: Callable[..., Ended], tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    with program.archive() as archive:
        sending.enqueue(program, archive, sending.plan(program, archive, DAY, "", ()))
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    ended = briefing(*options, "status", "--json")
    found = json.loads(ended.out)
    assert ended.code == 0
    assert found["deliveries"] == {"queued": 1}
    assert (found["good"], found["last_run"], found["articles"]) == (True, None, 2)


def test_a_dry_run_says_what_would_go_and_queues_nothing(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    with_news(shell(tmp_path))
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    told = briefing(*options, "send", "--date", "2026-01-15", "--dry-run")
    assert told.code == 0
    assert told.out.startswith('mail to ada@y.example: "The Briefing, 15 January 2026", ')
    assert briefing(*options, "outbox", "list").out == ""


def test_a_send_that_does_not_arrive_ends_with_5(
    briefing: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_news(shell(tmp_path))
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    told = briefing(*options, "send", "--date", "2026-01-15")
    assert told.code == 5
    assert "retry: mail ada@y.example: no connection to the mail server 127.0.0.1" in told.err
