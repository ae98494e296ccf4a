"""`briefing mailbox`: whose mails came back, and who wants none, is sent nothing more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.app.outbox.letters import Letters, Notice
from briefing.app.outbox.queueing import notify
from briefing.app.outbox.sending import RESUME
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.deliver import inbox
from briefing.deliver.message import message_id
from briefing.deliver.passwords import password
from briefing.deliver.replies import Refused, Reply, Unsubscribed, replies
from briefing.errors import UsageError
from briefing.press.mailboxes import mailbox


@dataclass(frozen=True, slots=True)
class Answered:
    """How many messages were read, and what followed from them in a line each."""

    read: int
    lines: tuple[str, ...]


def read_mailbox(shell: Shell) -> Answered:
    """Read what is new in the configured mailbox, and act on it."""
    with shell.archive() as archive:
        return act(shell, archive, _messages(shell))


def _messages(shell: Shell) -> Iterator[bytes]:
    settings = shell.config.mailbox
    if settings.maildir:
        return inbox.maildir(Path(settings.maildir))
    if settings.host:
        return inbox.imap(settings, lambda: password(settings, os.environ))
    raise UsageError("no mailbox is configured: write [mailbox] maildir, or host and user")


def act(shell: Shell, archive: Archive, messages: Iterable[bytes]) -> Answered:
    """Pause the addresses that the messages speak of, and tell the owner."""
    read, lines = 0, []
    letters = Letters(shell, archive)
    for content in messages:
        read += 1
        for reply in replies(content):
            lines += _acted(shell, archive, letters, reply)
    return Answered(read, tuple(lines))


def _acted(shell: Shell, archive: Archive, letters: Letters, reply: Reply) -> list[str]:
    if isinstance(reply, Unsubscribed):
        address = _of_token(shell, archive, letters, reply)
        reason = "unsubscribed"
    else:
        address, reason = _of_refusal(archive, letters, reply), f"refused: {reply.reason}"
    if not address:
        return [f"left aside: {_told(reply)}"]
    if isinstance(reply, Refused) and not reply.lasting:
        return [f"not brought for now: {address}: {reply.reason}"]
    if not archive.suppress(address, reason, shell.now):
        return [f"paused before: {address}"]
    notice = Notice(f"No more mail to {address}", f"{address}: {reason}\n\n{RESUME % address}")
    notify(shell, archive, f"suppressed {address}", notice)
    return [f"paused: {address}: {reason}"]


def _told(reply: Reply) -> str:
    if isinstance(reply, Unsubscribed):
        return f"a wish to unsubscribe from {reply.sender} with a token that is none of ours"
    return f"a refusal for {reply.recipient} of a mail that is none of ours"


def _of_token(shell: Shell, archive: Archive, letters: Letters, wish: Unsubscribed) -> str:
    """The address whose mails carry the token."""
    configured = (mailbox(one).address for r in shell.config.readers for one in r.addresses)
    written = (d.letter.recipient for d in archive.deliveries() if d.letter.way == "mail")
    known = dict.fromkeys([*configured, *written])
    return next((one for one in known if letters.token(one) == wish.token), "")


def _of_refusal(archive: Archive, letters: Letters, refused: Refused) -> str:
    """The address of the mail that came back, if that mail is one of ours to this recipient."""
    for row in reversed(archive.deliveries("sent", "unknown")):
        letter = row.letter
        if letter.way != "mail" or letter.recipient.lower() != refused.recipient.lower():
            continue
        headers, _ = letters.mail(row)
        if message_id(headers.edition, headers.recipient, headers.sender) == refused.message_id:
            return letter.recipient
    return ""
