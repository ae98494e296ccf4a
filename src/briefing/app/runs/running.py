"""`briefing run`: fetch, make and send for whoever is due, then stop.

It may be started every minute, or twice at once. What became of a reader's edition of a day is
kept with its deliveries, in one transaction: nothing is made, queued or sent a second time. Only
today's edition is ever sent by itself; a machine that slept sends it when it wakes up.
"""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from briefing.app.editions.making import Groundwork, degraded, read_of
from briefing.app.editions.readers import edition_of, wanted, wish_of
from briefing.app.health.failing import report_sources
from briefing.app.health.heartbeat import heartbeat
from briefing.app.intake import fetching
from briefing.app.outbox import queueing, sending
from briefing.app.outbox.letters import NOTICE, Notice
from briefing.app.runs.due import Due, due
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.archive.lock import locked
from briefing.archive.outbox import Occasion
from briefing.edition import Edition
from briefing.errors import (
    MADE,
    MADE_WITH_SOURCES_MISSED,
    ArchiveError,
    BriefingError,
    DeliveryError,
    NothingTold,
    NothingToReport,
)
from briefing.render.frame import frame_of
from briefing.render.notes import no_news

WATCH_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did: `code` is the exit code that tells it."""

    code: int = MADE
    lines: tuple[str, ...] = ()
    idle: bool = False  # nobody was due, and nothing waited to be sent


def run(shell: Shell, *, mailer: Callable[[], sending.Takes] | None = None) -> Ran:
    """One run. Where another is at it, this one has nothing to do."""
    with shell.archive() as archive:
        path = archive.path.with_name(archive.path.name + ".run")
        try:
            with locked(path, "run", 0.0):
                return _run(shell, archive, mailer)
        except ArchiveError as error:
            if isinstance(error.__cause__, BlockingIOError):
                return Ran(lines=(f"another run is at it ({error})",), idle=True)
            raise


def _run(shell: Shell, archive: Archive, mailer: Callable[[], sending.Takes] | None) -> Ran:
    waiting = due(shell, archive)
    lines, code = [], MADE
    if waiting:
        lines += _fetched(shell, archive, waiting)
        ground = Groundwork(archive)
        for one in _by_edition(shell, waiting):
            made_code, words = _tried(shell, archive, one, ground)
            code, lines = max(code, made_code), [*lines, *words]
        report_sources(shell, archive)
    sent = sending.send_due(shell, archive, mailer=mailer)
    lines += sent.lines()
    if not sent.good:
        code = DeliveryError.exit_code
    idle = not waiting and not sent.tried and not sent.uncertain
    if not idle:
        archive.remember_run("run", shell.now, "; ".join(lines) or "all right")
        if code in (MADE, MADE_WITH_SOURCES_MISSED):
            lines += heartbeat(shell)
    return Ran(code, tuple(lines), idle)


def _by_edition(shell: Shell, waiting: Sequence[Due]) -> list[Due]:
    """Those who share an edition stand together: it is made and rendered once."""
    return sorted(waiting, key=lambda one: (one.day, wish_of(shell.config, one.reader).key))


def _fetched(shell: Shell, archive: Archive, waiting: Iterable[Due]) -> list[str]:
    """Fetch, unless each edition is there already or a run has just fetched."""
    if not shell.config.subscriptions or all(
        archive.edition(one.day, wish_of(shell.config, one.reader).key) for one in waiting
    ):
        return []
    last = archive.last_run("fetch")
    pause = timedelta(seconds=shell.config.schedule.fetch_pause)
    if last and timedelta(0) <= shell.now - last[0] < pause:
        return []
    gathered = fetching.fetch(shell)
    archive.remember_run("fetch", shell.now, gathered.sentence())
    return [gathered.sentence()]


def _tried(shell: Shell, archive: Archive, one: Due, ground: Groundwork) -> tuple[int, list[str]]:
    """What became of it; a reader whose edition cannot be made keeps nobody else waiting."""
    try:
        return _queued(shell, archive, one, ground)
    except Exception as error:  # the next run tries again
        name = one.reader.name or "everybody"
        words = f"{one.day}: nothing could be made for {name}: {sending.reason(error)}"
        return DeliveryError.exit_code, [words]


def _queued(shell: Shell, archive: Archive, one: Due, ground: Groundwork) -> tuple[int, list[str]]:
    """The reader's edition made and queued: (exit code, words); or why not."""
    config, name = shell.config, one.reader.name or "everybody"
    missed = fetching.missed_sources(archive, shell)
    try:
        made = edition_of(shell, archive, one.day, wish_of(config, one.reader), ground).edition
    except NothingToReport as error:
        found = isinstance(error, NothingTold)
        return _nothing(shell, archive, one, found=found, all_missed=degraded(shell, missed))
    if made.get("note") and config.delivery.degraded == "hold":
        _keep(shell, archive, one, "held")
        held = _held_back(shell, one, made, {m.source for m in missed if m.part})
        notice = Notice(f"Held back: the edition of {one.day}", f"{held}\n")
        queueing.notify(shell, archive, f"held {one.day}", notice)  # once for all its readers
        return MADE_WITH_SOURCES_MISSED, [held]
    _keep(shell, archive, one, "queued")
    left_out = ", ".join(dict.fromkeys(m["source"] for m in made["missed"]))
    words = f"{one.day}: made for {name}" + (f"; missed of: {left_out}" if left_out else "")
    return MADE_WITH_SOURCES_MISSED if left_out else MADE, [words]


def _held_back(shell: Shell, one: Due, made: Edition, part: Collection[str]) -> str:
    """`part` are the names of the sources that were read but for a part."""
    read, every = read_of(shell, [m for m in made["missed"] if m["source"] not in part])
    name = one.reader.name
    command = ["briefing", "send", "--date", str(one.day), *(["--reader", name] if name else [])]
    return (
        f"held back for {name or 'everybody'}: {read} of {every} sources could be read; "
        f"to send it: {shlex.join(command)}"
    )


def _nothing(
    shell: Shell, archive: Archive, one: Due, *, found: bool, all_missed: bool
) -> tuple[int, list[str]]:
    """There is no article of the day, or those that were `found` tell nothing."""
    nothing = "no news in its articles" if found else "no article"
    if all_missed:  # the network may be away: the next run tries again, until the day is over
        return MADE_WITH_SOURCES_MISSED, [f"{one.day}: {nothing}, and sources were missed"]
    send = shell.config.delivery.empty_day == "send"
    told = _tell_empty(shell, archive, one, found=found) if send else 0
    _keep(shell, archive, one, "empty")
    for_whom = one.reader.name or "everybody"
    what = "a mail says so" if told else "nothing is sent"
    return MADE, [f"{one.day}: {nothing} for {for_whom}, {what}"]


def _tell_empty(shell: Shell, archive: Archive, one: Due, *, found: bool) -> int:
    """How many mails say that there is nothing to tell."""
    edition = wanted(shell.config, one.reader).edition
    words = frame_of(edition.language)
    told = no_news(words, edition.title, one.day.isoformat(), any_article=found)
    notice = Notice(*told, words.language)
    letters = queueing.letters_of(shell, one.reader, one.day, f"{NOTICE}empty", 0)
    mails = [replace(each, notice=notice.written()) for each in letters if each.way == "mail"]
    archive.enqueue(mails, at=shell.now, deadline=queueing.deadline(shell))
    return len(mails)


def _keep(shell: Shell, archive: Archive, one: Due, outcome: Occasion) -> None:
    """What became of it, and its deliveries where it is queued, in one transaction."""
    key = wish_of(shell.config, one.reader).key
    letters = []
    if outcome == "queued":
        revision = queueing.revision_of(archive, one.day, key)
        letters = queueing.letters_of(shell, one.reader, one.day, key, revision)
    archive.enqueue(
        letters,
        at=shell.now,
        deadline=queueing.deadline(shell),
        occasions=[(one.day, one.reader.name, outcome)],
    )


def watch(
    once: Callable[[], Ran],
    tell: Callable[[Ran], None],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Run again and again, until somebody ends it: what goes wrong now may go well in a minute."""
    while True:
        try:
            tell(once())
        except BriefingError as error:
            tell(Ran(error.exit_code, (str(error),)))
        sleep(WATCH_SECONDS)
