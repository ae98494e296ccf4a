"""What is to be sent, and to whom: planned, and queued in the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from briefing.app.editions.making import Groundwork
from briefing.app.editions.readers import edition_of, reader_named, wish_of
from briefing.app.outbox.letters import NOTICE, Letters, Notice
from briefing.app.shell import Shell
from briefing.archive import Archive, Delivery, Letter
from briefing.config.ways import way
from briefing.deliver.message import message
from briefing.edition import Edition
from briefing.errors import NothingToReport, UsageError
from briefing.press.mailboxes import mailbox
from briefing.settings import Reader


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
    """How often the edition of `day` for `key` was made: 1 for the first."""
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
        return Planned(reader, nothing=str(error))
    letters = letters_of(shell, reader, day, wish.key, revision_of(archive, day, wish.key))
    return Planned(reader, tuple(letters), made.edition)


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
    """Queue the letters of `plans`; the keys of those that were not queued before, or `again`."""
    every = [letter for planned in plans for letter in planned.letters]
    return archive.enqueue(every, at=shell.now, deadline=deadline(shell), again=again)


def unsent(
    archive: Archive, plans: Iterable[Planned], but: Collection[int] = ()
) -> tuple[Delivery, ...]:
    """The last delivery of each letter of `plans` that has not arrived, without those keys."""
    wanted = {_name(letter) for planned in plans for letter in planned.letters}
    last = {_name(row.letter): row for row in archive.deliveries()}  # oldest first
    rows = (row for name, row in last.items() if name in wanted and row.key not in but)
    return tuple(row for row in rows if row.state != "sent")


def _name(letter: Letter) -> tuple[date, str, str, str]:
    """What makes two letters the same one, however often it is sent."""
    return letter.day, letter.edition, letter.way, letter.recipient


def waiting(row: Delivery) -> str:
    """That an earlier command left the delivery as it is, and what becomes of it."""
    line = f"{row.state}: {row.letter.way} {row.letter.recipient}"
    if row.state == "queued":
        return f"{line}: it is in the outbox, and the next briefing run sends it"
    if row.state == "retry":
        again = f"briefing run tries again from {row.due:%H:%M} UTC"
        return f"{line}: tried before ({row.answer}); {again}"
    return f"{line}: tried before ({row.answer}); see briefing outbox"


def deadline(shell: Shell) -> datetime:
    """After which a delivery that is queued now is given up."""
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
