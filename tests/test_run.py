from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from briefing.app.editions.making import Groundwork, Made, make
from briefing.app.editions.readers import Wish
from briefing.app.outbox.letters import Letters
from briefing.app.runs import due, running
from briefing.app.shell import Shell
from briefing.archive import Archive, Delivery
from briefing.deliver.message import Body, Headers
from briefing.deliver.outcome import Outcome
from briefing.errors import ArchiveError
from tests.builders import article
from tests.deliveries import ADA, BOB, MAIL, Notes, plain_text, shell, with_a_column, with_news
from tests.mailserver import Script, mail_server


def at(shell: Shell, moment: str) -> Shell:
    """The same program at another time (UTC)."""
    return replace(shell, now=datetime.fromisoformat(f"{moment}+00:00"))


def ran(program: Shell, *moments: str) -> list[list[str]]:
    """Who was sent a mail in the run of each moment."""
    found = []
    for moment in moments:
        server = Notes()
        running.run(at(program, moment), mailer=server)
        found.append(server.recipients)
    return found


# --- the clock ------------------------------------------------------------------------


def test_a_reader_is_sent_the_day_before_once_after_the_hour(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    assert ran(
        program, "2026-01-16T06:29", "2026-01-16T06:30", "2026-01-16T06:31", "2026-01-16T23:59"
    ) == [[], ["ada@y.example"], [], []]


def test_a_machine_that_slept_sends_todays_edition_late_and_no_past_one(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path), 13, 14, 15)
    server = Notes()
    running.run(at(program, "2026-01-16T21:00"), mailer=server)
    ((recipient, content),) = server.given
    assert recipient == "ada@y.example"
    assert b"Subject: The Briefing, 15 January 2026\r\n" in content


def test_a_day_that_was_slept_through_is_never_sent(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path), 13, 14, 15)
    assert ran(program, "2026-01-16T05:00") == [[]]


def test_each_reader_has_the_hour_of_his_own_time_zone(tmp_path: Path) -> None:
    text = MAIL + ADA + 'time_zone = "Asia/Tokyo"\n' + BOB + 'time_zone = "America/New_York"\n'
    program = with_news(shell(tmp_path, text), 14, 15)
    moments = [f"2026-01-15T{hour:02}:30" for hour in range(24)]
    sent = {m[-5:]: who for m, who in zip(moments, ran(program, *moments), strict=True) if who}
    # 06:30 in New York is 11:30, 06:30 of the next day in Tokyo is 21:30; at 00:30 Tokyo's
    # edition of the 15th is due since three hours.
    assert sent == {
        "00:30": ["ada@y.example"],
        "11:30": ["bob@y.example"],
        "21:30": ["ada@y.example"],
    }


def test_a_reader_may_have_days_and_an_hour_of_his_own(tmp_path: Path) -> None:
    text = MAIL + ADA + 'days = ["sat", "sun"]\ntime = "09:00"\n'
    program = with_news(shell(tmp_path, text), 15, 16)
    # The 16th of January 2026 is a Friday.
    assert ran(program, "2026-01-16T09:00", "2026-01-17T08:59", "2026-01-17T09:00") == [
        [],
        [],
        ["ada@y.example"],
    ]


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        (date(2026, 3, 28), "06:30", "2026-03-28T05:30"),
        (date(2026, 3, 29), "06:30", "2026-03-29T04:30"),
        (date(2026, 3, 29), "02:30", "2026-03-29T01:30"),  # is left out that day
        (date(2026, 10, 25), "02:30", "2026-10-25T00:30"),  # comes twice: the first
        (date(2026, 10, 25), "06:30", "2026-10-25T05:30"),
    ],
)
def test_the_hour_follows_the_change_of_the_clocks(
    tmp_path: Path, day: date, time: str, expected: str
) -> None:
    text = MAIL + ADA + f'time_zone = "Europe/Berlin"\ntime = "{time}"\n'
    program = shell(tmp_path, text)
    found = due.slot(program, program.config.readers[0], day)
    assert found == datetime.fromisoformat(f"{expected}+00:00")


@pytest.mark.parametrize("time", ["00:00", "02:30", "23:59"])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
def test_over_a_year_each_day_has_one_hour_that_comes_after_the_last(
    tmp_path: Path, zone: str, time: str
) -> None:
    program = shell(tmp_path, MAIL + ADA + f'time_zone = "{zone}"\ntime = "{time}"\n')
    reader = program.config.readers[0]
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(366)]
    slots = [due.slot(program, reader, day) for day in days]
    assert all(slots)
    apart = {b - a for a, b in itertools.pairwise(slots)}  # type: ignore[operator]
    assert all(timedelta(hours=22) < gap < timedelta(hours=26) for gap in apart)


def test_the_running_day_may_be_sent_instead(tmp_path: Path) -> None:
    text = MAIL + '[schedule]\nedition = "today"\ntime = "18:00"\n' + ADA
    program = with_news(shell(tmp_path, text), 16)
    server = Notes()
    running.run(at(program, "2026-01-16T18:00"), mailer=server)
    assert b"16 January 2026" in server.given[0][1]


def test_the_next_run_is_told(tmp_path: Path) -> None:
    program = shell(tmp_path, MAIL + ADA + 'days = ["mon"]\n')
    assert due.next_run(program) == datetime(2026, 1, 19, 6, 30, tzinfo=UTC)


# --- what becomes of a day ------------------------------------------------------------


def test_a_day_without_news_is_skipped_once_and_said_once(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path), 1)
    first = running.run(at(program, "2026-01-16T07:00"), mailer=Notes())
    assert (first.code, first.lines) == (0, ("2026-01-15: no article for Ada, nothing is sent",))
    assert running.run(at(program, "2026-01-16T07:01"), mailer=Notes()).idle


def test_a_day_without_news_may_be_told(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path, MAIL + '[delivery]\nempty_day = "send"\n' + ADA), 1)
    server = Notes()
    running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert b"Subject: The Briefing, 15 January 2026: no news" in server.given[0][1]


@pytest.mark.parametrize("made_before", [False, True])
def test_a_day_of_columns_alone_is_a_day_without_news(tmp_path: Path, made_before: bool) -> None:
    program = with_a_column(shell(tmp_path))
    if made_before:
        with program.archive() as archive:
            assert make(program, archive, date(2026, 1, 15)).edition["stories"] == []
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    told = "2026-01-15: no news in its articles for Ada, nothing is sent"
    assert (done.code, done.lines, server.given) == (0, (told,), [])
    with program.archive() as archive:
        assert bool(archive.editions()) == made_before


def test_of_a_day_of_columns_a_mail_may_say_that_nothing_is_told(tmp_path: Path) -> None:
    text = MAIL + '[delivery]\nempty_day = "send"\n' + ADA
    server = Notes()
    running.run(at(with_a_column(shell(tmp_path, text)), "2026-01-16T07:00"), mailer=server)
    ((_, content),) = server.given
    assert b": no news" in content
    assert plain_text(content).startswith(
        "Nothing of this day is told: no sentence of its articles"
    )


def test_a_day_of_columns_without_half_of_its_sources_is_tried_again(tmp_path: Path) -> None:
    program = failing(with_a_column(shell(tmp_path, MAIL + ADA + SOURCES)))
    done = running.run(at(program, "2026-01-16T07:00"), mailer=Notes())
    told = "2026-01-15: no news in its articles, and sources were missed"
    assert (done.code, done.lines) == (3, (told,))
    with_news(program)
    server = Notes()
    running.run(at(program, "2026-01-16T07:01"), mailer=server)
    assert server.recipients == ["ada@y.example"]


def test_a_mail_that_there_is_no_news_is_one_of_the_list_in_its_language(tmp_path: Path) -> None:
    text = MAIL + 'list_id = "b.x.example"\nunsubscribe = "stop@x.example"\n'
    text += '[delivery]\nempty_day = "send"\n' + ADA + 'language = "de"\n'
    program = with_news(shell(tmp_path, text), 1)
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    running.run(at(program, "2026-01-17T07:00"), mailer=server)
    assert done.lines[0] == "2026-01-15: no article for Ada, a mail says so"
    one, other = (message_from_bytes(content, policy=default) for _, content in server.given)
    assert one["Subject"] == "The Briefing, 15. Januar 2026: keine Nachrichten"
    assert (one["Content-Language"], one["List-Id"]) == ("de", "<b.x.example>")
    assert "unsubscribe" in one["List-Unsubscribe"]
    assert one["Message-ID"] != other["Message-ID"]  # else mail programs show the first alone


SOURCES = "".join(
    f'[[sources]]\nname = "{name}"\nurl = "https://{name.lower()}.example/feed"\n'
    for name in ("Gazette", "Post")
)


def failing(program: Shell, times: int = 1) -> Shell:
    with program.archive() as archive:
        for _ in range(times):
            archive.source_failed("https://post.example/feed", program.now, "timed out")
        archive.remember_run("fetch", datetime(2026, 1, 16, 6, 59, tzinfo=UTC), "")
    return program


def test_an_edition_of_half_the_sources_is_marked_and_sent(tmp_path: Path) -> None:
    program = failing(with_news(shell(tmp_path, MAIL + ADA + SOURCES)))
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert done.code == 3
    assert "Incomplete: 1 of 2 sources could be read." in plain_text(server.given[0][1])


def test_the_owner_hears_once_of_editions_that_are_held_back(tmp_path: Path) -> None:
    text = MAIL + '[delivery]\ndegraded = "hold"\n[owner]\naddress = "root@x.example"\n'
    program = failing(with_news(shell(tmp_path, text + ADA + BOB + SOURCES)))
    server = Notes()
    running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert server.recipients == ["root@x.example"]
    assert b"Subject: Held back: the edition of 2026-01-15" in server.given[0][1]


def test_what_an_edition_lacks_is_said_in_the_readers_language(tmp_path: Path) -> None:
    program = failing(with_news(shell(tmp_path, MAIL + ADA + 'language = "de"\n' + SOURCES)))
    server = Notes()
    running.run(at(program, "2026-01-16T07:00"), mailer=server)
    told = plain_text(server.given[0][1])
    assert "Unvollständig: 1 von 2 Quellen konnten gelesen werden." in told


def test_an_edition_of_half_the_sources_may_be_held_back(tmp_path: Path) -> None:
    text = MAIL + '[delivery]\ndegraded = "hold"\n' + ADA + SOURCES
    program = failing(with_news(shell(tmp_path, text)))
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert (done.code, server.given) == (3, [])
    assert done.lines[0] == (
        "held back for Ada: 1 of 2 sources could be read; "
        "to send it: briefing send --date 2026-01-15 --reader Ada"
    )
    assert running.run(at(program, "2026-01-16T07:01"), mailer=server).idle


def test_the_owner_hears_of_a_failing_source_once(tmp_path: Path) -> None:
    text = MAIL + '[owner]\naddress = "root@x.example"\nfailures = 3\n' + ADA + SOURCES
    program = failing(with_news(shell(tmp_path, text), 15, 16), times=3)
    server = Notes()
    running.run(at(program, "2026-01-16T07:00"), mailer=server)
    told = dict(server.given)["root@x.example"]
    assert b"Subject: One source fails: Post" in told
    assert b"timed out" in told
    with program.archive() as archive:
        archive.remember_run("fetch", datetime(2026, 1, 17, 6, 59, tzinfo=UTC), "")
    assert ran(program, "2026-01-17T07:00") == [["ada@y.example"]]


def test_a_reader_whose_edition_cannot_be_made_keeps_nobody_waiting_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + "minutes = 3\n" + BOB))
    make = running.edition_of

    def broken(shell: Shell, archive: Archive, day: date, wish: Wish, ground: Groundwork) -> Made:
        if wish.key == "Ada":
            raise ValueError("no\nway")
        return make(shell, archive, day, wish, ground)

    monkeypatch.setattr(running, "edition_of", broken)
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert (done.code, server.recipients) == (5, ["bob@y.example"])
    assert "2026-01-15: nothing could be made for Ada: ValueError: no way" in done.lines
    monkeypatch.undo()
    assert ran(program, "2026-01-16T07:05") == [["ada@y.example"]]


def test_a_page_that_cannot_be_made_keeps_no_other_mail_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = with_news(shell(tmp_path, MAIL + ADA + "minutes = 3\n" + BOB))
    mail = Letters.mail

    def broken(letters: Letters, row: Delivery) -> tuple[Headers, Body]:
        if row.letter.reader == "Ada":
            raise RecursionError("too deep")
        return mail(letters, row)

    monkeypatch.setattr(Letters, "mail", broken)
    server = Notes()
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert server.recipients == ["bob@y.example"]
    assert "retry: mail ada@y.example: RecursionError: too deep" in done.lines


def test_a_watch_goes_on_after_an_error(tmp_path: Path) -> None:
    told: list[running.Ran] = []

    def once() -> running.Ran:
        if not told:
            raise ArchiveError("another process is at it")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        running.watch(once, told.append, sleep=lambda seconds: None)
    assert told == [running.Ran(1, ("another process is at it",))]


def test_a_mail_that_does_not_arrive_is_exit_code_5(tmp_path: Path) -> None:
    program = with_news(shell(tmp_path))
    server = Notes(answers=[Outcome("failed", "554 5.7.1 no")])
    done = running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert done.code == 5
    assert "failed: mail ada@y.example: 554 5.7.1 no" in done.lines


def test_a_refusal_for_now_is_tried_again_later_and_later_until_the_deadline(
    tmp_path: Path,
) -> None:
    program = with_news(shell(tmp_path))
    attempts = []
    for minute in range(0, 8 * 60, 1):
        moment = datetime(2026, 1, 16, 7, tzinfo=UTC) + timedelta(minutes=minute)
        server = Notes(answers=[Outcome("retry", "450 4.2.1 greylisted")])
        running.run(replace(program, now=moment), mailer=server)
        attempts += [minute] * len(server.given)
    pauses = [b - a for a, b in itertools.pairwise(attempts)]
    assert attempts[0] == 0
    assert pauses[:3] == sorted(pauses[:3])
    assert max(pauses) <= 39  # half an hour and a quarter of it, and the minute it is seen in
    assert attempts[-1] <= 6 * 60  # what falls due in the last minute is seen at its end
    with program.archive() as archive:
        (row,) = archive.deliveries()
    assert row.state == "failed"
    assert "given up" in row.answer


def test_a_heartbeat_follows_a_success_and_nothing_else(tmp_path: Path) -> None:
    beat = tmp_path / "beat"
    text = MAIL + f'[owner]\nheartbeat_command = "touch {beat}"\n' + ADA
    program = with_news(shell(tmp_path, text), 15, 16)
    server = Notes(answers=[Outcome("failed", "554 no")])
    running.run(at(program, "2026-01-16T07:00"), mailer=server)
    assert not beat.exists()
    running.run(at(program, "2026-01-17T07:00"), mailer=Notes())
    assert beat.exists()


# --- two at once ----------------------------------------------------------------------


def test_two_runs_at_once_make_and_send_each_edition_once(tmp_path: Path) -> None:
    script = Script()
    with mail_server(script) as place:
        text = MAIL.replace("port = 9", f"port = {place.port}") + ADA + BOB + "minutes = 3\n"
        text += '[schedule]\ntime = "00:00"\n'
        program = shell(tmp_path, text, now=datetime.now(UTC))
        yesterday = datetime.now(UTC) - timedelta(days=1)
        with program.archive() as archive:
            told = "The dam at Varnholt opened its last gate on schedule. Ministers cheered."
            archive.add([article(told, title="Dam opens its last gate", at=yesterday)])
        commands = [_started(tmp_path) for _ in range(2)]
        codes = [command.wait(120) for command in commands]
    assert codes == [0, 0]
    assert sorted(t.recipient for t in script.taken) == ["ada@y.example", "bob@y.example"]
    with program.archive() as archive:
        assert [(r.reader, r.revision) for r in archive.editions(revisions=True)] == [
            ("", 1),
            ("Bob", 1),
        ]


def _started(folder: Path) -> subprocess.Popen[bytes]:
    words: Sequence[str] = ("--config", str(folder / "briefing.toml"), "run")
    return subprocess.Popen(
        [sys.executable, "-m", "briefing", *words], stderr=subprocess.DEVNULL, cwd=folder
    )


def test_watching_runs_again_and_again(tmp_path: Path) -> None:
    told: list[running.Ran] = []
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        running.watch(running.Ran, told.append, sleep)
    assert (len(told), pauses) == (3, [60.0] * 3)
