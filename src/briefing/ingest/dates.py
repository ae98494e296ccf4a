"""When an article was published, as far as its date can be believed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

# Clocks of servers differ by minutes, and a summer time forgotten makes an hour; beyond that a
# date in the future is a mistake or a trick to stay on top.
TOLERANCE = timedelta(hours=1)
# The Web's first year: what is older is the default of a program (1970-01-01, 0001-01-01).
EARLIEST = datetime(1991, 1, 1, tzinfo=UTC)


def believed(published: datetime | None, retrieved: datetime) -> tuple[datetime, bool]:
    """(the time that counts, whether it is the article's own date). Never after `retrieved`."""
    if published is None or not EARLIEST <= published <= retrieved + TOLERANCE:
        return retrieved, False
    return min(published, retrieved), True


def moment(text: str) -> datetime | None:
    """An ISO 8601 date and time in UTC; one without a zone is taken to be in UTC."""
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def published(text: str, zone: tzinfo, retrieved: datetime) -> tuple[datetime, bool]:
    """The time that `text` (ISO 8601, a date or a date and time) gives, as `believed` sees it.

    A bare date, and a midnight without a zone (how programs write one), becomes noon in `zone`:
    then the article counts for that calendar day wherever the day of an edition begins in the
    morning, and in UTC for every zone from -12 to +11. Noon of the day of retrieval may be still
    to come; the time of retrieval stands for it.
    """
    found = _written(text)
    if found is None:
        return retrieved, False
    if found.tzinfo is not None:
        return believed(found.astimezone(UTC), retrieved)
    if found.time() != time():
        return believed(found.replace(tzinfo=zone).astimezone(UTC), retrieved)
    return noon(found.date(), zone, retrieved)


def noon(day: date, zone: tzinfo, retrieved: datetime) -> tuple[datetime, bool]:
    """Noon of `day` in `zone`, or `retrieved` where that is on the same day and before it."""
    middle = datetime.combine(day, time(12), tzinfo=zone).astimezone(UTC)
    if retrieved.astimezone(zone).date() == day:
        return min(middle, retrieved), True
    return believed(middle, retrieved)


def _written(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip())
        found.astimezone(UTC)  # the year 1 in Tokyo is none in UTC
    except (ValueError, OverflowError):
        return None
    return found
