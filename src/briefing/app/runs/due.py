"""Who is due: whose time of today has come, and with the edition of which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.settings import WEEK, Reader
from briefing.text import days

NOBODY = Reader("")  # makes the edition of everybody where no readers are configured


@dataclass(frozen=True, slots=True)
class Due:
    """A reader whose edition of `day` is to be sent now; `at` is when it was due."""

    reader: Reader
    day: date
    at: datetime


def slot(shell: Shell, reader: Reader, local_day: date) -> datetime | None:
    """When the reader is sent something on `local_day`; None where that is no day of his.

    A time that the change of the clocks leaves out counts by the old offset, one that comes twice
    is its first coming: each day has one.
    """
    config = shell.config
    if WEEK[local_day.weekday()] not in (reader.days or config.schedule.days):
        return None
    zone = days.zone(reader.time_zone or config.settings.edition.time_zone)
    at = days.clock(reader.time or config.schedule.time)
    return datetime.combine(local_day, at, zone).astimezone(UTC)


def due(shell: Shell, archive: Archive) -> list[Due]:
    """The readers whose time of today has come and of whose edition nothing has become yet."""
    found = []
    for reader in readers(shell):
        today = _local_day(shell, reader, shell.now)
        at = slot(shell, reader, today)
        if at is None or at > shell.now:
            continue
        day = day_sent(shell, reader, at)
        if reader.name not in archive.occasions(day):
            found.append(Due(reader, day, at))
    return found


def readers(shell: Shell) -> tuple[Reader, ...]:
    """The configured ones; without any, one that makes the edition for everybody."""
    return shell.config.readers or (NOBODY,)


def day_sent(shell: Shell, reader: Reader, at: datetime) -> date:
    """The day whose edition goes out at `at`: the one that runs then, or the one before it."""
    edition = shell.config.settings.edition
    zone = reader.time_zone or edition.time_zone
    running = days.day_of(at, replace(edition, time_zone=zone))
    whole = shell.config.schedule.edition == "yesterday"
    return running - timedelta(days=1) if whole else running


def next_run(shell: Shell) -> datetime | None:
    """When the next reader is due; None where nobody ever is."""
    slots = (
        slot(shell, reader, _local_day(shell, reader, shell.now) + timedelta(days=ahead))
        for reader in readers(shell)
        for ahead in range(8)
    )
    return min((at for at in slots if at is not None and at > shell.now), default=None)


def _local_day(shell: Shell, reader: Reader, moment: datetime) -> date:
    zone = days.zone(reader.time_zone or shell.config.settings.edition.time_zone)
    return moment.astimezone(zone).date()
