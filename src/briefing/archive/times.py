"""Times in the archive: ISO 8601 in UTC, always with microseconds, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """`moment` (aware) as text: 2026-01-15T06:30:00.000000+00:00."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    """The moment, aware, that `written` wrote."""
    return datetime.fromisoformat(text)


def read_or_none(text: str | None) -> datetime | None:
    """As `read`; a column without a value is None."""
    return None if text is None else read(text)
