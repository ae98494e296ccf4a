from __future__ import annotations

import mailbox
import smtplib
import ssl
import time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from briefing.app.outbox import letters, queueing, sending
from briefing.app.outbox.mailbox import read_mailbox
from briefing.app.shell import Shell
from tests.deliveries import shell, with_news
from tests.integration.conftest import PASSWORD, Servers
from tests.test_outbox import DAY

pytestmark = pytest.mark.integration

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1172


def program(folder: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr(letters.Contents, "pdf", PDF)
    monkeypatch.setenv("BOX_PASSWORD", PASSWORD.replace(" ", "-"))
    text = (
        f'[mail]\nhost = "localhost"\nport = {servers.smtp}\nca_file = "{servers.ca}"\n'
        'sender = "Die Zeitung für alle <b@x.example>"\nunsubscribe = "bob@y.example"\n'
        f'[mailbox]\nhost = "localhost"\nport = {servers.imap}\nca_file = "{servers.ca}"\n'
        'user = "bob"\npassword_environment = "BOX_PASSWORD"\n'
        '[[readers]]\nname = "Ada"\naddresses = ["Ådne <ada@y.example>"]\n'
    )
    return with_news(shell(folder, text))


def arrived(servers: Servers, user: str, number: int) -> list[EmailMessage]:
    """The user's mails, once there are so many of them."""
    box = servers.mail / user
    for _ in range(200):
        if box.is_dir() and len(mailbox.Maildir(box, create=False)) >= number:
            break
        time.sleep(0.1)
    found = []
    for key in sorted(mailbox.Maildir(box, create=False).keys()):
        message = message_from_bytes(
            mailbox.Maildir(box, create=False).get_bytes(key), policy=default
        )
        assert isinstance(message, EmailMessage)
        found.append(message)
    return found


def test_a_mail_goes_by_postfix_and_lmtp_into_a_maildir_whole(
    tmp_path: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = program(tmp_path, servers, monkeypatch)
    with at_work.archive() as archive:
        keys = queueing.enqueue(at_work, archive, queueing.plan(at_work, archive, DAY, "", ()))
        done = sending.send_due(at_work, archive, keys)
        (row,) = archive.deliveries()
    assert done.good, done.lines()
    assert "queued as" in row.answer
    (mail,) = arrived(servers, "ada", 1)
    assert mail.defects == []
    assert mail["Subject"] == "The Briefing, 15 January 2026"
    assert mail["From"].addresses[0].display_name == "Die Zeitung für alle"
    (pdf,) = mail.iter_attachments()
    assert pdf.get_content() == PDF
    text = mail.get_body(("plain",))
    assert text is not None
    assert "Dam opens on day 15" in text.get_content()


def test_an_address_that_does_not_exist_is_refused_and_suppressed(
    tmp_path: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = program(tmp_path, servers, monkeypatch)
    with at_work.archive() as archive:
        plans = queueing.plan(at_work, archive, DAY, "", ("nobody@y.example",))
        done = sending.send_due(at_work, archive, queueing.enqueue(at_work, archive, plans))
        assert list(archive.suppressed()) == ["nobody@y.example"]
    assert done.tried[0].outcome.answer.startswith("550 5.1.1")


def test_a_mail_that_is_too_large_is_not_begun(
    tmp_path: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = program(tmp_path, servers, monkeypatch)
    monkeypatch.setattr(letters.Contents, "pdf", PDF * 8)
    with at_work.archive() as archive:
        plans = queueing.plan(at_work, archive, DAY, "", ("ada@y.example",))
        done = sending.send_due(at_work, archive, queueing.enqueue(at_work, archive, plans))
    assert "the server takes 2.0 MB" in done.tried[0].outcome.answer


def test_a_wish_to_unsubscribe_is_read_by_imap(
    tmp_path: Path, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = program(tmp_path, servers, monkeypatch)
    with at_work.archive() as archive:
        token = letters.Letters(at_work, archive).token("ada@y.example")
    with smtplib.SMTP("localhost", servers.smtp) as client:
        client.starttls(context=ssl.create_default_context(cafile=str(servers.ca)))
        wish = f"From: ada@y.example\r\nSubject: unsubscribe {token}\r\n\r\n"
        client.sendmail("ada@y.example", ["bob@y.example"], wish)
    arrived(servers, "bob", 1)
    answered = read_mailbox(at_work)
    assert (answered.read, answered.lines) == (1, ("paused: ada@y.example: unsubscribed",))
    assert read_mailbox(at_work).read == 0
