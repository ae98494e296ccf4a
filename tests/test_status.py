from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from briefing.app.intake import fetching
from briefing.app.outbox import queueing, settling
from briefing.app.runs import running
from briefing.app.runs.status import status
from briefing.deliver.outcome import Outcome
from tests.conftest import Outcome as Ended
from tests.deliveries import ADA, BOB, MAIL, NOON, Notes, shell, with_news
from tests.newsserver import NewsServer, feed, page
from tests.test_gather import REPORT, item
from tests.test_outbox import DAY

CAS = '[[readers]]\nname = "Cas"\naddresses = ["cas@y.example"]\nsections = ["Culture"]\n'
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
    assert lines[6].startswith("archive    2 articles, 1 edition, ")


def test_a_source_that_fails_again_and_again_is_failing(tmp_path: Path) -> None:
    program = shell(tmp_path, SOURCES)
    with program.archive() as archive:
        for _ in range(3):
            archive.source_failed("https://gazette.example/feed", NOON, "503")
    assert status(program).sources == (("Gazette", "failing since 2026-01-16 12:00 UTC", "503"),)


def test_how_often_a_source_may_fail_is_a_setting(tmp_path: Path) -> None:
    program = shell(tmp_path, SOURCES + "[owner]\nfailures = 5\n")
    with program.archive() as archive:
        archive.source_answered("https://gazette.example/feed", NOON - timedelta(days=2))
        for _ in range(4):
            archive.source_failed("https://gazette.example/feed", NOON, "503")
    ((_, state, _),) = status(program).sources
    assert state.startswith("stale since")


def test_the_first_files_of_a_folder_that_were_missed_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in "abcde":
        (folder / f"{name}.jsonl").write_text("no JSON\n", encoding="utf-8")
    program = shell(tmp_path, f'[[sources]]\nname = "Desk"\nkind = "folder"\nurl = "{folder}"\n')
    fetching.fetch(program)
    with program.archive(read_only=True) as archive:
        (missed,) = fetching.missed_sources(archive, program)
    assert missed.source == "Desk"
    assert [name in missed.reason for name in ("a.jsonl", "b.jsonl", "c.jsonl", "and 2 more")] == [
        True
    ] * 4


def test_a_folder_with_an_empty_file_was_read_and_its_edition_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dam.txt").write_text(
        "Dam opens at Varnholt\n2026-01-15\n\nThe dam at Varnholt opened its gates on Thursday.\n",
        encoding="utf-8",
    )
    (folder / "empty.txt").touch()
    program = shell(
        tmp_path,
        f'[delivery]\ndegraded = "hold"\n[[readers]]\nname = "Ada"\nways = ["folder:out"]\n'
        f'[[sources]]\nname = "Desk"\nkind = "folder"\nurl = "{folder}"\n',
    )
    done = running.run(program)
    assert done.code == 3
    assert done.lines[1:] == ("2026-01-15: made for Ada; missed of: Desk", "1 sent")
    found = status(program)
    assert found.good
    assert found.sources == (("Desk", "read in part", "empty.txt holds no words"),)


def test_a_feed_with_one_dead_link_stays_read_in_part(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    with NewsServer() as news:
        news.pages["/feed"] = feed(item("Dam", news.url("/dam")), item("Gone", news.url("/gone")))
        news.pages["/dam"] = page("Dam", *REPORT)
        source = f'[[sources]]\nname = "Gazette"\nurl = "{news.url("/feed")}"\n'
        fetching_here = '[fetch]\npause = 0\nattempts = 1\nallow_private = ["127.0.0.1"]\n'
        (tmp_path / "briefing.toml").write_text(fetching_here + source, encoding="utf-8")
        ended = [briefing("--config", "briefing.toml", "fetch").code for _ in range(4)]
        listed = briefing("--config", "briefing.toml", "sources", "list").out
    assert ended == [3, 3, 3, 3]
    assert "read in part: 1 of 2 articles is missing" in listed


def test_a_dead_source_beside_one_with_nothing_new_is_missed_and_no_failure(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (tmp_path / "briefing.toml").write_text(
        f'[[sources]]\nname = "Desk"\nkind = "folder"\nurl = "{folder}"\n'
        '[[sources]]\nname = "Gone"\nkind = "folder"\nurl = "/no/such"\n',
        encoding="utf-8",
    )
    assert briefing("--config", "briefing.toml", "fetch").code == 3


def test_the_same_as_json(briefing: Callable[..., Ended], tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    with program.archive() as archive:
        queueing.enqueue(program, archive, queueing.plan(program, archive, DAY, "", ()))
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
    assert status(shell(tmp_path)).editions == 0  # what comes in later will still be told


def test_a_dry_run_says_who_will_not_get_it_and_why(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + BOB + CAS))
    with program.archive() as archive:
        queueing.enqueue(program, archive, queueing.plan(program, archive, DAY, "Ada", ()))
        archive.suppress("bob@y.example", "unsubscribed", NOON)
        plans = queueing.plan(program, archive, DAY, "", (), record=False)
        assert queueing.dry_run(program, archive, plans) == [
            "nothing for Cas: there is no article of 2026-01-15 under Culture: nothing to report",
            "mail to ada@y.example: no, it is in the outbox (queued)",
            "mail to bob@y.example: no, it is paused (unsubscribed)",
        ]


def test_a_reader_whose_sections_hold_nothing_keeps_nobody_else_waiting(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    with_news(shell(tmp_path, MAIL + CAS + ADA))
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    told = briefing(*options, "send", "--date", "2026-01-15")
    assert "nothing for Cas: there is no article of 2026-01-15 under Culture" in told.err
    assert "retry: mail ada@y.example" in told.err
    alone = briefing(*options, "send", "--date", "2026-01-15", "--reader", "Cas")
    assert alone.code == 4


def test_what_failed_days_ago_is_no_trouble_of_today(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    running.run(program, mailer=Notes(answers=[Outcome("failed", "554 no")]))
    assert not status(program).good
    assert status(replace(program, now=NOON + timedelta(days=4))).good


def test_what_a_person_gave_up_is_no_trouble(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    running.run(program, mailer=Notes(answers=[Outcome("retry", "451 later")]))
    with program.archive() as archive:
        settling.drop(program, archive, 1)
    assert status(program).good


def test_a_send_that_does_not_arrive_ends_with_5(
    briefing: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_news(shell(tmp_path))
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    told = briefing(*options, "send", "--date", "2026-01-15")
    assert told.code == 5
    assert "retry: mail ada@y.example: no connection to the mail server 127.0.0.1" in told.err


def test_a_correction_is_a_new_version_and_what_a_feed_repeats_is_known(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    with NewsServer() as news:
        news.pages["/feed"] = [
            feed(item("Fire in Lunde", news.url("/fire"), f"The fire killed {number}."))
            for number in ("two", "two", "three", "two")
        ]
        source = f'[[sources]]\nname = "Gazette"\nurl = "{news.url("/feed")}"\nfull_text = true\n'
        fetching_here = '[fetch]\npause = 0\nattempts = 1\nallow_private = ["127.0.0.1"]\n'
        (tmp_path / "briefing.toml").write_text(fetching_here + source, encoding="utf-8")
        ended = [briefing("--config", "briefing.toml", "fetch") for _ in range(5)]
    assert [one.err.strip() for one in ended] == [
        "stored 1 new article, 0 new versions; 0 known already",
        "stored 0 new articles, 0 new versions; 1 known already",
        "stored 0 new articles, 1 new version; 0 known already",
        "stored 0 new articles, 0 new versions; 0 known already; 1 old version is the current one "
        "again",
        "stored 0 new articles, 0 new versions; 1 known already",
    ]


def test_a_feed_that_has_not_changed_is_not_said_to_be_empty(
    briefing: Callable[..., Ended], tmp_path: Path
) -> None:
    with NewsServer() as news:
        status, headers, body = feed(item("Dam", text="It opened."))
        news.pages["/feed"] = [(status, headers | {"ETag": '"7"'}, body), (304, {}, b"")]
        (tmp_path / "briefing.toml").write_text(
            f'[fetch]\npause = 0\nallow_private = ["127.0.0.1"]\n[[sources]]\nname = "Gazette"\n'
            f'url = "{news.url("/feed")}"\nfull_text = true\n',
            encoding="utf-8",
        )
        briefing("--config", "briefing.toml", "fetch")
        assert briefing("--config", "briefing.toml", "fetch").err == "nothing new was found there\n"


@pytest.mark.parametrize(("paths", "code"), [(("/good", "/gone"), 3), (("/gone",), 1)])
def test_fetching_and_asking_sources_end_alike(
    briefing: Callable[..., Ended], tmp_path: Path, paths: tuple[str, ...], code: int
) -> None:
    with NewsServer() as news:
        news.pages["/good"] = feed(item("Dam", text="It opened."))
        sources = "".join(
            f'[[sources]]\nname = "{path}"\nurl = "{news.url(path)}"\nfull_text = true\n'
            for path in paths
        )
        (tmp_path / "briefing.toml").write_text(
            f'[fetch]\npause = 0\nattempts = 1\nallow_private = ["127.0.0.1"]\n{sources}',
            encoding="utf-8",
        )
        assert briefing("--config", "briefing.toml", "sources", "check").code == code
        assert briefing("--config", "briefing.toml", "fetch").code == code
