"""What the servers said: validators for conditional requests, and the sources' health."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.archive import times
from briefing.archive.database import Database
from briefing.model import Validators


@dataclass(frozen=True, slots=True)
class Health:
    """How a source answers: well where `failing_since` is None, else why not, and since when.

    Where it is None and there is a `cause`, something of the last answer could not be read.
    """

    source: str
    last_ok: datetime | None
    failing_since: datetime | None
    failures: int
    cause: str


class SourceHealth:
    """The part of the archive that remembers servers."""

    database: Database

    def validators(self, url: str) -> Validators:
        """What the server at `url` gave to ask again with; empty where it gave nothing."""
        found = self.database.row("SELECT etag, last_modified FROM validator WHERE url = ?", (url,))
        return Validators(*found) if found else Validators()

    def set_validators(self, url: str, validators: Validators) -> None:
        """Only to be called once the answer's articles are stored: the next one may be "304"."""
        self.database.rows(
            "INSERT OR REPLACE INTO validator (url, etag, last_modified) VALUES (?, ?, ?)",
            (url, validators.etag, validators.last_modified),
        )

    def source_answered(self, source: str, at: datetime, cause: str = "") -> None:
        """Whatever failed before is over; `cause` is why a part of the answer was missed."""
        self.database.rows(
            "INSERT INTO health (source, last_ok, failing_since, failures, cause)"
            " VALUES (?, ?, NULL, 0, ?) ON CONFLICT (source) DO UPDATE SET last_ok ="
            " excluded.last_ok, failing_since = NULL, failures = 0, cause = excluded.cause",
            (source, times.written(at), cause),
        )

    def source_failed(self, source: str, at: datetime, cause: str) -> None:
        """Counts the failures in a row, and keeps since when there are any."""
        self.database.rows(
            "INSERT INTO health (source, last_ok, failing_since, failures, cause)"
            " VALUES (?, NULL, ?, 1, ?) ON CONFLICT (source) DO UPDATE"
            " SET failing_since = coalesce(failing_since, excluded.failing_since),"
            " failures = failures + 1, cause = excluded.cause",
            (source, times.written(at), cause),
        )

    def health(self) -> tuple[Health, ...]:
        """Each source that was ever asked, by id."""
        rows = self.database.rows(
            "SELECT source, last_ok, failing_since, failures, cause FROM health ORDER BY source"
        )
        return tuple(
            Health(source, times.read_or_none(last_ok), times.read_or_none(since), failures, cause)
            for source, last_ok, since, failures, cause in rows
        )
