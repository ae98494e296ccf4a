"""Deliveries: queued in the archive, sent one by one, each step kept before the next."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from briefing import __version__
from briefing.app.letters import NOTICE, Letters, Notice
from briefing.app.making import Groundwork
from briefing.app.posting import poster
from briefing.app.readers import Wish, edition_of, reader_named, wish_of
from briefing.app.shell import Shell
from briefing.archive import Archive, Delivery, Letter, State
from briefing.archive.lock import locked
from briefing.config.ways import way
from briefing.deliver import folder
from briefing.deliver.command import command
from briefing.deliver.message import message, stored
from briefing.deliver.outcome import Outcome, told
from briefing.deliver.passwords import from_file, password
from briefing.deliver.retry import next_attempt
from briefing.deliver.smtp import Mailer
from briefing.deliver.webhook import Post, webhook
from briefing.edition import Edition
from briefing.errors import BriefingError, DeliveryError, NothingToReport, UsageError
from briefing.settings import Reader
from briefing.text.mailboxes import mailbox

BY_HAND = "said by hand:"  # begins the answer of what a person has settled
SENDER_SECONDS = 300.0  # another sender of the same outbox is waited for


class Takes(Protocol):
    """A mail server, or what stands in for one in a test."""

    def connect(self) -> None: ...
    def send(self, sender: str, recipient: str, content: bytes) -> Outcome: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Tried:
    """A delivery, and what became of it."""

    delivery: Delivery
    outcome: Outcome

    def line(self) -> str:
        letter = self.delivery.letter
        return f"{self.outcome.result}: {letter.way} {letter.recipient}: {self.outcome.answer}"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sending did; `uncertain` rows were left over by a dead process."""

    tried: tuple[Tried, ...] = ()
    uncertain: int = 0

    @property
    def good(self) -> bool:
        return not self.uncertain and all(t.outcome.result == "sent" for t in self.tried)

    def lines(self) -> list[str]:
        lines = [t.line() for t in self.tried if t.outcome.result != "sent"]
        if self.uncertain:
            lines.append(
                f"unknown: {self.uncertain} left over by a process that ended while it was sending"
            )
        counts = Counter(t.outcome.result for t in self.tried)
        told = ", ".join(f"{number} {result}" for result, number in sorted(counts.items()))
        return [*lines, told] if told else lines


# --- what is to be sent ---------------------------------------------------------------


def letters_of(shell: Shell, reader: Reader, day: date, key: str, revision: int) -> list[Letter]:
    """One for each address of the reader, and for each other way out."""
    plain = Letter(day, key, revision, reader.name, "mail", "")
    addresses = reader.addresses if shell.config.mail.host else ()
    boxes = dict.fromkeys(mailbox(one).address for one in addresses)
    found = [replace(plain, recipient=address) for address in boxes]
    for written in reader.ways:
        out = way(written)
        found.append(replace(plain, way=out.kind, recipient=out.target))
    return found


def revision_of(archive: Archive, day: date, key: str) -> int:
    found = (r.revision for r in archive.editions() if r.day == day and r.reader == key)
    return next(found, 1)


def chosen_readers(shell: Shell, name: str, to: Sequence[str]) -> list[Reader]:
    """Who is meant by --reader and --to: addresses alone get the edition of everybody."""
    if name:
        reader = reader_named(shell.config, name)
        return [replace(reader, addresses=tuple(to), ways=())] if to else [reader]
    if to:
        return [Reader("", addresses=tuple(to))]
    if not shell.config.readers:
        raise UsageError("nobody to send to: name one with --to, or write [[readers]]")
    return list(shell.config.readers)


@dataclass(frozen=True, slots=True)
class Planned:
    """What `send` is about to do for a reader; `nothing` is why there is no edition for him."""

    reader: Reader
    wish: Wish
    letters: tuple[Letter, ...] = ()
    edition: Edition | None = None
    nothing: str = ""


def plan(
    shell: Shell,
    archive: Archive,
    day: date,
    name: str,
    to: Sequence[str],
    *,
    record: bool = True,
) -> tuple[Planned, ...]:
    """The letters for all that are meant, their editions made where they are missing.

    Raises NothingToReport where there is an edition for none of them.
    """
    if to and not shell.config.mail.host:
        raise UsageError("no mail server is configured: write [mail] host and sender")
    ground = Groundwork(archive)
    readers = chosen_readers(shell, name, to)
    plans = tuple(_planned(shell, archive, day, one, ground, record=record) for one in readers)
    if all(one.nothing for one in plans):
        raise NothingToReport(plans[0].nothing)
    return plans


def _planned(
    shell: Shell, archive: Archive, day: date, reader: Reader, ground: Groundwork, *, record: bool
) -> Planned:
    wish = wish_of(shell.config, reader)
    try:
        made = edition_of(shell, archive, day, wish, ground, record=record)
    except NothingToReport as error:
        return Planned(reader, wish, nothing=str(error))
    letters = letters_of(shell, reader, day, wish.key, revision_of(archive, day, wish.key))
    return Planned(reader, wish, tuple(letters), made.edition)


def left_out(plans: Iterable[Planned]) -> list[str]:
    """Who gets nothing, and why, in a line each."""
    return [f"nothing for {one.reader.name}: {one.nothing}" for one in plans if one.nothing]


def dry_run(shell: Shell, archive: Archive, plans: Sequence[Planned]) -> list[str]:
    """What would be sent, in lines; nothing is queued, and no edition recorded."""
    given = {(one.day, one.edition): p.edition for p in plans for one in p.letters if p.edition}
    letters, paused = Letters(shell, archive, given), archive.suppressed()
    there = {delivery.letter: delivery.state for delivery in archive.deliveries()}
    lines = left_out(plans)
    for one in (letter for planned in plans for letter in planned.letters):
        line = f"{one.way} to {one.recipient}"
        if one in there:
            line += f": no, it is in the outbox ({there[one]})"
        elif one.way == "mail" and one.recipient.lower() in paused:
            line += f": no, it is paused ({paused[one.recipient.lower()]})"
        elif one.way in ("mail", "maildir", "eml", "command"):
            headers, content = letters.mail(_row(one, shell))
            size = len(message(headers, content))
            line += f': "{headers.subject}", {size / 1000:.0f} kB'
        lines.append(line)
    return lines


def _row(letter: Letter, shell: Shell) -> Delivery:
    now = shell.now
    return Delivery(0, letter, 1, "queued", 0, now, now, now, now, "")


def enqueue(
    shell: Shell, archive: Archive, plans: Sequence[Planned], *, again: bool = False
) -> tuple[int, ...]:
    every = [letter for planned in plans for letter in planned.letters]
    return archive.enqueue(every, at=shell.now, deadline=deadline(shell), again=again)


def deadline(shell: Shell) -> datetime:
    return shell.now + timedelta(hours=shell.config.delivery.deadline_hours)


def notify(shell: Shell, archive: Archive, name: str, notice: Notice) -> bool:
    """Queue words to the owner, once for each `name`; False where there is no owner to tell."""
    owner = shell.config.owner.address
    if not owner or not shell.config.mail.host:
        return False
    letter = Letter(
        day=shell.now.date(),
        edition=f"{NOTICE}{name}",
        revision=0,
        reader="",
        way="mail",
        recipient=mailbox(owner).address,
        notice=notice.written(),
    )
    return bool(archive.enqueue([letter], at=shell.now, deadline=shell.now + timedelta(days=3)))


# --- sending --------------------------------------------------------------------------


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


# --- by hand --------------------------------------------------------------------------


def queue_again(shell: Shell, archive: Archive, key: int) -> None:
    """Queue a delivery that did not arrive, with a new deadline."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "retry", "failed", "unknown", "retry", "queued")
        archive.requeue(key, at=shell.now, deadline=deadline(shell))


def resolve(shell: Shell, archive: Archive, key: int, *, arrived: bool) -> None:
    """Settle an uncertain delivery as a person says."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "resolve", "unknown")
        words = "it arrived" if arrived else "it did not arrive"
        state: State = "sent" if arrived else "failed"
        archive.settle(key, state, f"{BY_HAND} {words}", at=shell.now)


def drop(shell: Shell, archive: Archive, key: int) -> None:
    """Give up a delivery that has not been sent."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "drop", "queued", "retry", "unknown")
        archive.settle(key, "failed", f"{BY_HAND} given up", at=shell.now)


def _check(archive: Archive, key: int, what: str, *states: State) -> None:
    found = archive.delivery(key)
    if found.state not in states:
        raise UsageError(f"entry {key} is {found.state}: there is nothing to {what}")


def reason(error: Exception) -> str:
    """Why something could not be made, in a line; an error that is none of ours by its kind."""
    words = told(error)
    return words if isinstance(error, BriefingError) else f"{type(error).__name__}: {words}"


# --- one round ------------------------------------------------------------------------


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
        made, settings = self._letters.contents(row), self._shell.config.delivery
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


RESUME = "Nothing more is sent there. Once it is mended:\n\n    briefing outbox resume %s\n"
