"""Deliveries sent one by one, each step kept in the archive before the next."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefing import __version__
from briefing.app.outbox.letters import Letters, Notice
from briefing.app.outbox.posting import poster
from briefing.app.outbox.queueing import notify
from briefing.app.shell import Shell
from briefing.archive import Archive, Delivery
from briefing.archive.lock import locked
from briefing.deliver import folder
from briefing.deliver.command import command
from briefing.deliver.message import message, stored
from briefing.deliver.outcome import Outcome, told
from briefing.deliver.passwords import from_file, password
from briefing.deliver.retry import next_attempt
from briefing.deliver.smtp import Mailer
from briefing.deliver.webhook import Post, webhook
from briefing.errors import BriefingError, DeliveryError

SENDER_SECONDS = 300.0  # another sender of the same outbox is waited for
RESUME = "Nothing more is sent there. Once it is mended:\n\n    briefing outbox resume %s\n"


class Takes(Protocol):
    """A mail server, or what stands in for one in a test; its methods do what `Mailer`'s do."""

    def connect(self) -> None: ...
    def send(self, sender: str, recipient: str, content: bytes) -> Outcome: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Tried:
    """A delivery, and what became of it."""

    delivery: Delivery
    outcome: Outcome

    def line(self) -> str:
        """How it ended, by which way, for whom, and the server's answer."""
        letter = self.delivery.letter
        return f"{self.outcome.result}: {letter.way} {letter.recipient}: {self.outcome.answer}"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sending did; `uncertain` rows were left over by a dead process."""

    tried: tuple[Tried, ...] = ()
    uncertain: int = 0

    @property
    def good(self) -> bool:
        """Whether all that was tried was sent, and nothing was left over."""
        return not self.uncertain and all(t.outcome.result == "sent" for t in self.tried)

    def lines(self) -> list[str]:
        """A line for each delivery that was not sent, then how many ended how."""
        lines = [t.line() for t in self.tried if t.outcome.result != "sent"]
        if self.uncertain:
            lines.append(
                f"unknown: {self.uncertain} left over by a process that ended while it was sending"
            )
        counts = Counter(t.outcome.result for t in self.tried)
        told = ", ".join(f"{number} {result}" for result, number in sorted(counts.items()))
        return [*lines, told] if told else lines


@contextmanager
def only_sender(archive: Archive, wait_seconds: float = SENDER_SECONDS) -> Iterator[None]:
    """One sender at a time: what stands in `sending` is then nobody's."""
    path = archive.path.with_name(archive.path.name + ".sending")
    with locked(path, "send", wait_seconds):
        yield


def send_due(
    shell: Shell,
    archive: Archive,
    keys: Collection[int] | None = None,
    *,
    mailer: Callable[[], Takes] | None = None,
    chance: Callable[[], float] = random.random,
) -> Round:
    """Send what is due, or of that only `keys`; each outcome is kept before the next begins."""
    with only_sender(archive):
        uncertain = archive.recover(shell.now)
        rows = [row for row in archive.due(shell.now) if keys is None or row.key in keys]
        if not rows:
            return Round((), uncertain)
        with _Sender(shell, archive, mailer, chance) as sender:
            tried: list[Tried] = []
            for row in rows:
                shell.step(f"sending {len(tried) + 1} of {len(rows)}")
                tried.append(Tried(row, sender.deliver(row)))
    return Round(tuple(tried), uncertain)


class _Sender(AbstractContextManager["_Sender"]):
    """One round: a connection to the mail server, and what stands in its way."""

    def __init__(
        self,
        shell: Shell,
        archive: Archive,
        mailer: Callable[[], Takes] | None,
        chance: Callable[[], float],
    ) -> None:
        self._shell = shell
        self._archive = archive
        self._letters = Letters(shell, archive)
        self._suppressed = archive.suppressed()
        self._chance = chance
        self._make_mailer = mailer or self._configured
        self._mailer: Takes | None = None
        self._down = ""  # why the mail server takes nothing in this round
        self._post: Post = poster(shell)

    def __exit__(self, *exc: object) -> None:
        if self._mailer is not None:
            self._mailer.close()

    def _configured(self) -> Takes:
        settings = self._shell.config.mail
        if not settings.host:
            raise DeliveryError("no mail server is configured: write [mail] host and sender")
        return Mailer(settings, lambda: password(settings, os.environ))

    def deliver(self, row: Delivery) -> Outcome:
        outcome = self._hindered(row) or self._tried(row)
        self._settle(row, outcome)
        return outcome

    def _hindered(self, row: Delivery) -> Outcome | None:
        """Why the row is not tried at all."""
        if self._shell.now > row.deadline:
            return Outcome("failed", f"too late; last answer: {row.answer or 'none'}")
        if row.letter.way != "mail":
            return None
        if reason := self._suppressed.get(row.letter.recipient.lower()):
            return Outcome("failed", f"nothing is sent to this address: {reason}")
        if self._down:
            return Outcome("retry", self._down)
        try:
            self._mailer = self._mailer or self._make_mailer()
            self._mailer.connect()
        except DeliveryError as error:
            self._down = str(error)
            return Outcome("retry", self._down)
        return None

    def _tried(self, row: Delivery) -> Outcome:
        try:
            carry = self._carried(row)
        except Exception as error:  # a page that cannot be made: nothing has gone out
            return Outcome("retry", reason(error))
        self._archive.start(row.key, self._shell.now)
        outcome = carry()
        if outcome.lasting:
            self._down = outcome.answer
        return outcome

    def _carried(self, row: Delivery) -> Callable[[], Outcome]:
        """The delivery, ready to go: all that can fail before the first word has been done."""
        kind, target = row.letter.way, row.letter.recipient
        if kind in ("mail", "maildir", "eml", "command"):
            return self._message(row, kind, target)
        made, settings = self._letters.forms(row), self._shell.config.delivery
        if kind == "folder":
            contents = made.files(self._letters.reader(row).formats)
            return lambda: folder.files(Path(target), contents)
        if kind == "print":
            pdf = made.pdf
            return lambda: command(target, pdf, settings.command_timeout)
        content, key = made.rendered("json"), self._webhook_key()
        return lambda: webhook(
            target,
            content,
            id=f"{made.digest[:32]}-{row.turn}",
            key=key,
            at=self._shell.now,
            version=__version__,
            post=self._post,
        )

    def _message(self, row: Delivery, kind: str, target: str) -> Callable[[], Outcome]:
        headers, content = self._letters.mail(row)
        if kind == "mail":
            mailer = self._mailer
            assert mailer is not None
            whole = message(headers, content)
            return lambda: mailer.send(headers.sender.address, target, whole)
        in_file = stored(headers, content)
        if kind == "maildir":
            return lambda: folder.maildir(Path(target), f"{headers.edition} {target}", in_file)
        if kind == "eml":
            name = f"briefing-{row.letter.day}-{content.digest[:12]}"
            return lambda: folder.eml(Path(target), name, in_file)
        seconds = self._shell.config.delivery.command_timeout
        return lambda: command(target, in_file, seconds)

    def _webhook_key(self) -> str:
        settings = self._shell.config.delivery
        if settings.webhook_key_file:
            return from_file(Path(settings.webhook_key_file))
        return os.environ.get(settings.webhook_key_environment, "")

    def _settle(self, row: Delivery, outcome: Outcome) -> None:
        now, due = self._shell.now, None
        if outcome.result == "retry":
            settings = self._shell.config.delivery
            due = next_attempt(max(row.attempts, 0) + 1, now, row.deadline, settings, self._chance)
        if outcome.result == "retry" and due is None:
            answer = f"given up, the deadline is near; last answer: {outcome.answer}"
            self._archive.settle(row.key, "failed", answer, at=now)
        else:
            self._archive.settle(row.key, outcome.result, outcome.answer, at=now, due=due)
        if outcome.refused:
            self._suppress(row, outcome)

    def _suppress(self, row: Delivery, outcome: Outcome) -> None:
        address = row.letter.recipient
        self._suppressed[address.lower()] = outcome.answer
        if self._archive.suppress(address, outcome.answer, self._shell.now):
            words = f"The mail server said of {address}: {outcome.answer}\n\n" + RESUME % address
            notice = Notice(f"No more mail to {address}", words)
            notify(self._shell, self._archive, f"suppressed {address}", notice)


def reason(error: Exception) -> str:
    """Why something could not be made, in a line; an error that is none of ours by its kind."""
    words = told(error)
    return words if isinstance(error, BriefingError) else f"{type(error).__name__}: {words}"
