"""The archive: yesterday is known, and any day can be made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from briefing.archive import backup, lock, migrations
from briefing.archive.articles import Articles
from briefing.archive.courses import Courses
from briefing.archive.database import Database, connect
from briefing.archive.editions import Editions
from briefing.archive.health import SourceHealth
from briefing.archive.histories import Histories
from briefing.archive.lookups import Lookups
from briefing.archive.outbox import Outbox
from briefing.errors import ArchiveError

WAIT_SECONDS = 30.0  # for another process' transaction: a batch takes well under a second


class Archive(Articles, Editions, Histories, Courses, Lookups, SourceHealth, Outbox):
    """One SQLite file. What a method has returned from is on the disk; errors: `ArchiveError`.

    A connection belongs to the thread that opened it.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._locks = 0

    @classmethod
    def open(
        cls, path: Path, *, wait_seconds: float = WAIT_SECONDS, read_only: bool = False
    ) -> Archive:
        """The archive at `path`, made or brought up to date where needed, unless `read_only`."""
        database = connect(path, wait_seconds=wait_seconds, read_only=read_only)
        try:
            if read_only:
                migrations.check_current(database, migrations.steps())
            else:
                migrations.migrate(database, migrations.schema(), migrations.steps())
            database.rows("PRAGMA foreign_keys = ON")
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def path(self) -> Path:
        return self.database.path

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def lock(
        self, purpose: str, *, wait_seconds: float = 0.0, tell: lock.Tell = lock.unheard
    ) -> Iterator[None]:
        """Keep other long work (`fetch`, `make`, `run`) out. Who is at it is told when the wait
        begins, and by the `ArchiveError` at its end.

        Reading and short writes of others go on. It may be taken again inside itself.
        """
        if self._locks:
            yield
            return
        path = self.path.with_name(self.path.name + ".lock")
        with lock.locked(path, purpose, wait_seconds, tell):
            self._locks += 1
            try:
                yield
            finally:
                self._locks -= 1

    def backup(self, target: Path, *, force: bool = False) -> None:
        """Write a consistent copy to `target`, whole or not at all."""
        backup.backup(self.database, target, force=force)

    def check(self) -> None:
        """Read the whole file: `ArchiveError` where anything in it is damaged."""
        faults = [row[0] for row in self.database.rows("PRAGMA integrity_check")]
        if faults != ["ok"]:
            raise ArchiveError(
                f"the archive {self.path} is damaged ({faults[0]}): put a backup in its place"
            )
        if self.database.read_only:
            return
        # The full-text indexes against the texts that they stand for: SQLite's command for it
        # has the form of a write.
        self.database.rows("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        self.database.rows("INSERT INTO quote_words (quote_words) VALUES ('integrity-check')")
