from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.outbox import queueing, sending
from briefing.app.outbox.mailbox import read_mailbox
from briefing.app.shell import Shell
from briefing.deliver.replies import Refused, Unsubscribed, replies
from briefing.errors import UsageError
from tests.deliveries import ADA, BOB, MAIL, Notes, shell, with_news
from tests.test_outbox import DAY

BOX = '[mailbox]\nmaildir = "box"\n[owner]\naddress = "root@x.example"\n'
REFUSAL = """\
From: MAILER-DAEMON@y.example
To: b@x.example
Subject: Undelivered Mail
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It did not arrive.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.y.example

Final-Recipient: rfc822; ada@y.example
Action: failed
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--b
Content-Type: text/rfc822-headers

From: b@x.example
Message-ID: {id}

--b--
"""


def program(folder: Path) -> tuple[Shell, Notes]:
    """Ada and Bob have been sent an edition; the mailbox is empty."""
    found = with_news(shell(folder, MAIL + 'unsubscribe = "u@x.example"\n' + BOX + ADA + BOB))
    (folder / "box" / "new").mkdir(parents=True)
    server = Notes()
    with found.archive() as archive:
        queueing.enqueue(found, archive, queueing.plan(found, archive, DAY, "", ()))
        sending.send_due(found, archive, mailer=server)
    return found, server


def header(content: bytes, name: str) -> str:
    from email import message_from_bytes

    return str(message_from_bytes(content)[name])


def arrives(folder: Path, text: str) -> None:
    (folder / "box" / "new" / "1").write_text(text)


def test_a_refused_reader_is_paused_and_the_owner_told(tmp_path: Path) -> None:
    found, server = program(tmp_path)
    arrives(tmp_path, REFUSAL.format(status="5.1.1", id=header(server.given[0][1], "Message-ID")))
    assert read_mailbox(found).lines == ("paused: ada@y.example: refused: 550 5.1.1 no such user",)
    with found.archive() as archive:
        assert list(archive.suppressed()) == ["ada@y.example"]
        assert [d.letter.recipient for d in archive.deliveries("queued")] == ["root@x.example"]
    assert read_mailbox(found).read == 0


@pytest.mark.parametrize(
    ("status", "id"), [("5.1.1", "<forged@x.example>"), ("4.2.2", ""), ("5.1.1", "")]
)
def test_a_refusal_of_a_mail_that_is_none_of_ours_or_for_now_pauses_nobody(
    tmp_path: Path, status: str, id: str
) -> None:
    found, server = program(tmp_path)
    given_id = header(server.given[0][1], "Message-ID") if status == "4.2.2" else id
    arrives(tmp_path, REFUSAL.format(status=status, id=given_id))
    assert len(read_mailbox(found).lines) == 1
    with found.archive() as archive:
        assert archive.suppressed() == {}


def test_the_token_of_a_mail_ends_the_mails_to_its_reader_whoever_sends_it(
    tmp_path: Path,
) -> None:
    found, server = program(tmp_path)
    written = header(server.given[1][1], "List-Unsubscribe")
    assert written.startswith("<mailto:u@x.example?subject=unsubscribe%20")
    token = written.partition("%20")[2].rstrip(">")
    arrives(tmp_path, f"From: other@z.example\nSubject: unsubscribe {token}\n\n")
    assert read_mailbox(found).lines == ("paused: bob@y.example: unsubscribed",)
    with found.archive() as archive:
        plans = queueing.plan(found, archive, DAY, "", ())
        queueing.enqueue(found, archive, plans, again=True)
        later = Notes()
        sending.send_due(replace(found), archive, mailer=later)
    assert "bob@y.example" not in later.recipients


def test_who_forges_the_sender_unsubscribes_nobody(tmp_path: Path) -> None:
    found, _ = program(tmp_path)
    arrives(tmp_path, "From: bob@y.example\nSubject: unsubscribe 0123456789abcdef01234567\n\n")
    assert read_mailbox(found).lines[0].startswith("left aside: a wish to unsubscribe")
    with found.archive() as archive:
        assert archive.suppressed() == {}


def test_other_mail_is_left_alone_and_read_once(tmp_path: Path) -> None:
    found, _ = program(tmp_path)
    arrives(tmp_path, "From: bob@y.example\nSubject: Thank you\n\nA good read.\n")
    assert (read_mailbox(found).read, read_mailbox(found).read) == (1, 0)


def test_without_a_mailbox_it_is_said_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"write \[mailbox\] maildir"):
        read_mailbox(shell(tmp_path))


def test_what_a_report_says_is_read() -> None:
    assert replies(REFUSAL.format(status="5.1.1", id="<a@x.example>").encode()) == [
        Refused("ada@y.example", "5.1.1", "550 5.1.1 no such user", "<a@x.example>", lasting=True)
    ]
    token = "0123456789abcdef01234567"
    assert replies(f"From: A <a@y.example>\n\nplease unsubscribe {token}".encode()) == [
        Unsubscribed(token, "a@y.example")
    ]


@given(
    st.binary(max_size=500)
    | st.text(max_size=500).map(lambda t: REFUSAL.encode() + t.encode("utf-8", "replace"))
)
def test_no_message_makes_it_stumble(content: bytes) -> None:
    assert isinstance(replies(content), list)
