from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.outbox import queueing, sending
from briefing.app.shell import Shell
from briefing.archive import Archive, Letter
from briefing.deliver.outcome import Outcome
from briefing.deliver.retry import next_attempt
from briefing.edition import Edition
from briefing.errors import ArchiveError, DeliveryError, UsageError
from briefing.render import email as mails
from briefing.settings import DeliverySettings
from tests.conftest import Outcome as Ended
from tests.deliveries import ADA, BOB, MAIL, NOON, Notes, plain_text, shell, with_news

DAY = date(2026, 1, 15)
LATER = NOON + timedelta(hours=6)


@pytest.fixture
def program(tmp_path: Path) -> Shell:
    return with_news(shell(tmp_path, MAIL + ADA + BOB))


@pytest.fixture
def archive(program: Shell) -> Iterator[Archive]:
    with program.archive() as archive:
        yield archive


def queued(program: Shell, archive: Archive, *to: str) -> tuple[int, ...]:
    plans = queueing.plan(program, archive, DAY, "", to)
    return queueing.enqueue(program, archive, plans)


def states(archive: Archive) -> dict[str, str]:
    return {d.letter.recipient: d.state for d in archive.deliveries()}


# --- rows -----------------------------------------------------------------------------


def test_a_letter_is_queued_once_and_again_only_where_that_is_asked(archive: Archive) -> None:
    letter = Letter(DAY, "", 1, "Ada", "mail", "ada@y.example")
    (first,) = archive.enqueue([letter], at=NOON, deadline=LATER)
    assert archive.enqueue([letter, letter], at=NOON, deadline=LATER) == ()
    (second,) = archive.enqueue([letter], at=NOON, deadline=LATER, again=True)
    assert [(d.key, d.turn) for d in archive.deliveries()] == [(first, 1), (second, 2)]


def test_what_became_of_a_day_is_kept_with_its_letters(archive: Archive) -> None:
    archive.enqueue([], at=NOON, deadline=LATER, occasions=[(DAY, "Ada", "empty")])
    assert archive.occasions(DAY) == {"Ada": "empty"}
    assert archive.occasions(DAY + timedelta(days=1)) == {}


def test_what_a_dead_process_was_sending_is_unknown_and_never_sent_again_by_itself(
    program: Shell, archive: Archive
) -> None:
    first, _ = queued(program, archive)
    archive.start(first, NOON)
    server = Notes()
    done = sending.send_due(program, archive, mailer=server)
    assert (done.uncertain, done.good) == (1, False)
    assert states(archive) == {"ada@y.example": "unknown", "bob@y.example": "sent"}
    sending.send_due(replace(program, now=LATER), archive, mailer=server)
    assert server.recipients == ["bob@y.example"]


def test_the_state_is_on_the_disk_before_the_mail_goes_out(
    program: Shell, archive: Archive
) -> None:
    seen: list[str] = []

    class Looking(Notes):
        def send(self, sender: str, recipient: str, content: bytes) -> Outcome:
            with program.archive(read_only=True) as other:
                seen.append(states(other)[recipient])
            return Outcome("sent", "250 ok")

    queued(program, archive)
    sending.send_due(program, archive, mailer=Looking)
    assert seen == ["sending", "sending"]
    assert set(states(archive).values()) == {"sent"}


def test_an_interrupt_while_a_mail_is_on_its_way_leaves_it_unknown(
    program: Shell, archive: Archive
) -> None:
    class Interrupted(Notes):
        def send(self, sender: str, recipient: str, content: bytes) -> Outcome:
            raise KeyboardInterrupt

    queued(program, archive)
    with pytest.raises(KeyboardInterrupt):
        sending.send_due(program, archive, mailer=Interrupted)
    archive.recover(NOON)
    assert states(archive) == {"ada@y.example": "unknown", "bob@y.example": "queued"}


def test_there_is_one_sender_at_a_time(program: Shell, archive: Archive) -> None:
    with (
        sending.only_sender(archive),
        pytest.raises(ArchiveError, match=r"\(send\)"),
        sending.only_sender(archive, wait_seconds=0.0),
    ):
        pass


# --- outcomes -------------------------------------------------------------------------


def test_an_address_that_does_not_exist_gets_nothing_more_and_the_owner_is_told(
    tmp_path: Path,
) -> None:
    text = MAIL + '[owner]\naddress = "root@x.example"\n' + ADA
    program = with_news(shell(tmp_path, text))
    server = Notes(answers=[Outcome("failed", "550 5.1.1 no such user", refused=True)])
    with program.archive() as archive:
        queued(program, archive)
        sending.send_due(program, archive, mailer=server)
        assert archive.suppressed() == {"ada@y.example": "550 5.1.1 no such user"}
        sending.send_due(program, archive, mailer=server)
        plans = queueing.plan(program, archive, DAY, "", ())
        queueing.enqueue(program, archive, plans, again=True)
        done = sending.send_due(program, archive, mailer=server)
    assert server.recipients == ["ada@y.example", "root@x.example"]
    assert "briefing outbox resume ada@y.example" in plain_text(server.given[1][1])
    assert done.tried[0].outcome.answer.startswith("nothing is sent to this address: 550 5.1.1")


def test_a_server_that_is_down_is_asked_once_a_round(program: Shell, archive: Archive) -> None:
    class Down(Notes):
        asked = 0

        def connect(self) -> None:
            Down.asked += 1
            raise DeliveryError("no connection to the mail server x, port 25: refused")

    queued(program, archive)
    done = sending.send_due(program, archive, mailer=Down)
    assert Down.asked == 1
    assert set(states(archive).values()) == {"retry"}
    assert not done.good


def test_what_is_too_late_is_given_up_and_said(program: Shell, archive: Archive) -> None:
    queued(program, archive)
    server = Notes()
    late = replace(program, now=LATER + timedelta(seconds=1))
    done = sending.send_due(late, archive, mailer=server)
    assert server.given == []
    assert {t.outcome.answer for t in done.tried} == {"too late; last answer: none"}


@given(
    attempts=st.integers(1, 1000),
    chance=st.floats(0, 1),
    left=st.integers(0, 100_000),
)
def test_the_next_attempt_is_later_than_now_and_before_the_deadline(
    attempts: int, chance: float, left: int
) -> None:
    settings, deadline = DeliverySettings(), NOON + timedelta(seconds=left)
    due = next_attempt(attempts, NOON, deadline, settings, lambda: chance)
    assert due is None or NOON < due < deadline
    if due:
        assert due - NOON <= timedelta(seconds=1.25 * settings.longest_pause)


# --- the mail -------------------------------------------------------------------------


def test_a_second_attempt_is_the_same_message(program: Shell, archive: Archive) -> None:
    queued(program, archive, "cleo@y.example")
    server = Notes(answers=[Outcome("retry", "450 later")])
    sending.send_due(program, archive, mailer=server)
    sending.send_due(replace(program, now=NOON + timedelta(hours=1)), archive, mailer=server)
    first, second = server.given
    assert first == second


def test_one_who_is_in_two_groups_gets_the_edition_once(tmp_path: Path) -> None:
    group = '[[readers]]\nname = "Group"\naddresses = ["ada@y.example", "bob@y.example"]\n'
    program = with_news(shell(tmp_path, MAIL + ADA + group))
    server = Notes()
    with program.archive() as archive:
        queued(program, archive)
        sending.send_due(program, archive, mailer=server)
    assert server.recipients == ["ada@y.example", "bob@y.example"]


def test_readers_who_want_the_same_share_an_edition(tmp_path: Path) -> None:
    text = MAIL + ADA + 'interests = ["dam"]\n' + BOB + 'interests = ["dam"]\ntheme = "large"\n'
    program = with_news(shell(tmp_path, text))
    with program.archive() as archive:
        queued(program, archive)
        assert {d.letter.edition for d in archive.deliveries()} == {"Ada"}
        assert [r.reader for r in archive.editions()] == ["Ada"]


def test_a_page_is_made_once_for_all_who_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = MAIL + ADA + BOB + 'theme = "large"\n' + ADA.replace("Ada", "Cas").replace("ada", "cas")
    program = with_news(shell(tmp_path, text))
    made: list[str] = []
    email = mails.email

    def counted(edition: Edition, **how: Any) -> mails.Mail:
        made.append(how["theme"])
        return email(edition, **how)

    monkeypatch.setattr(mails, "email", counted)
    server = Notes()
    with program.archive() as archive:
        queueing.enqueue(program, archive, queueing.plan(program, archive, DAY, "", ()))
        sending.send_due(program, archive, mailer=server)
    assert server.recipients == ["ada@y.example", "bob@y.example", "cas@y.example"]
    assert len(made) == 2


# --- by hand --------------------------------------------------------------------------


Briefing = Callable[..., Ended]


@pytest.fixture
def uncertain(program: Shell) -> int:
    """The number of an entry that is unknown."""
    with program.archive() as archive:
        key, other = queued(program, archive)
        archive.settle(key, "unknown", "the connection broke", at=NOON)
        archive.settle(other, "sent", "250 ok", at=NOON)
    return key


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (("resolve", "--arrived"), "sent"),
        (("resolve", "--not-arrived"), "failed"),
        (("drop",), "failed"),
    ],
)
def test_a_person_settles_what_is_unknown(
    briefing: Briefing, tmp_path: Path, uncertain: int, words: tuple[str, ...], state: str
) -> None:
    outbox = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data", "outbox")
    assert briefing(*outbox, *words, uncertain).code == 0
    rows = json.loads(briefing(*outbox, "list", "--json").out)
    assert rows[0]["state"] == state
    again = briefing(*outbox, "resolve", "--arrived", uncertain)
    assert (again.code, "nothing to resolve" in again.err) == (2, True)


def test_what_was_found_out_must_be_said(
    briefing: Briefing, tmp_path: Path, uncertain: int
) -> None:
    outbox = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data", "outbox")
    told = briefing(*outbox, "resolve", uncertain)
    assert (told.code, "--arrived or --not-arrived" in told.err) == (2, True)
    assert json.loads(briefing(*outbox, "list", "--json").out)[0]["state"] == "unknown"


def test_a_state_that_does_not_exist_is_told(briefing: Briefing, tmp_path: Path) -> None:
    told = briefing("--data-dir", tmp_path, "outbox", "list", "--state", "lost")
    assert (told.code, '"lost" is no state: queued, sending' in told.err) == (2, True)


def test_what_was_sent_is_not_sent_again_by_mistake(
    briefing: Briefing, tmp_path: Path, uncertain: int
) -> None:
    options = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data")
    told = briefing(*options, "outbox", "retry", uncertain + 1)
    assert (told.code, told.err) == (
        2,
        f"briefing: entry {uncertain + 1} is sent: there is nothing to retry\n",
    )
    none = briefing(*options, "outbox", "drop", 99)
    assert (none.code, "no entry 99" in none.err) == (2, True)


def test_a_second_send_says_what_waits_and_is_no_success(
    briefing: Briefing, tmp_path: Path, program: Shell
) -> None:
    send = ("--config", tmp_path / "briefing.toml", "--data-dir", tmp_path / "data", "send")
    first, second = (briefing(*send, "--date", str(DAY)) for _ in range(2))
    assert (first.code, second.code) == (5, 5)
    assert "retry: mail ada@y.example: tried before (no connection" in second.err
    assert "briefing run tries again from " in second.err
    with program.archive() as archive:
        for row in archive.deliveries():
            archive.settle(row.key, "sent", "250 ok", at=NOON)
    third = briefing(*send, "--date", str(DAY))
    assert (third.code, "all of them were sent it before" in third.err) == (0, True)


def test_an_unknown_reader_is_told_with_those_there_are(program: Shell, archive: Archive) -> None:
    with pytest.raises(UsageError, match='no reader "Eve": configured are Ada, Bob'):
        queueing.plan(program, archive, DAY, "Eve", ())
