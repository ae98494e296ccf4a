"""Days: what a day's window is in a time zone, and which day a person means."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from briefing.errors import UsageError
from briefing.model import Window
from briefing.settings import EditionSettings

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
_DAYS_AGO = re.compile(r"-([0-9]{1,5})", re.ASCII)
_ISO = re.compile(r"(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)  # years of news


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; `UsageError` where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # unknown; "../x"; "Europe", a folder
        raise UsageError(
            f'"{name}" is not a time zone: write a name such as "Europe/Berlin" or "UTC"'
        ) from error


def clock(text: str) -> time:
    """HH:MM as a time; `UsageError` otherwise."""
    found = _CLOCK.fullmatch(text)
    if not found:
        raise UsageError(f'"{text}" is not a time of day: write it as "06:00"')
    return time(int(found[1]), int(found[2]))


def window(day: date, settings: EditionSettings) -> Window:
    """`day` from `day_starts` to the next day's, as moments in UTC: 23 or 25 hours long where
    the clocks change. Days in turn leave no gap and do not overlap: a `day_starts` that the
    change leaves out counts by the old offset, one that comes twice is its first coming.
    """
    return Window(
        _start(day, settings), _start(day + timedelta(days=1), settings), settings.time_zone
    )


def day_of(moment: datetime, settings: EditionSettings) -> date:
    """The day whose window holds `moment`."""
    day = moment.astimezone(zone(settings.time_zone)).date()
    return day if moment >= _start(day, settings) else day - timedelta(days=1)


def parse_day(text: str, now: datetime, settings: EditionSettings) -> date:
    """ "today", "yesterday", "-1" (days ago) or "2026-01-15" as a day, seen from `now`."""
    today = day_of(now, settings)
    word = text.strip().lower()
    if word == "today":
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    if ago := _DAYS_AGO.fullmatch(word):
        return today - timedelta(days=int(ago[1]))
    try:
        if _ISO.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:  # "2026-02-30"
        pass
    raise UsageError(
        f'"{text}" is not a day: write "today", "yesterday", "-1" or a date such as "2026-01-15"'
    )


def _start(day: date, settings: EditionSettings) -> datetime:
    local = datetime.combine(day, clock(settings.day_starts), zone(settings.time_zone))
    return local.astimezone(UTC)
