"""When an article was published, as far as its date can be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
