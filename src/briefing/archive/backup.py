"""A consistent copy of an archive in use, as one file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.archive.database import Database, explained
from briefing.disk import whole
from briefing.errors import ArchiveError, UsageError


def backup(database: Database, target: Path, *, force: bool = False) -> None:
    """Write a copy to `target`: it appears there whole, or not at all."""
    if not target.parent.is_dir():
        raise UsageError(f"there is no folder {target.parent} for the backup: make it first")
    if not os.access(target.parent, os.W_OK):
        raise UsageError(f"{target} cannot be written (permission denied): choose another place")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already: give another name, or --force")
    if target.resolve() == database.path.resolve():
        raise UsageError(f"{target} is the archive itself: give the backup another name")
    try:
        with whole(target, lasting=True) as partial, explained(target):
            _copy(database, partial, target)
    except OSError as error:
        raise ArchiveError(
            f"the backup {target} could not be written ({error.strerror})"
        ) from error


def _copy(database: Database, partial: Path, target: Path) -> None:
    with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
        database.copy(copy, target)
        # One file: a write-ahead log would need its two companions to travel with it.
        copy.execute("PRAGMA journal_mode = DELETE")
