"""The SQLite file: how it is opened, and its errors in one sentence a person can act on."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefing.errors import ArchiveError

CACHED_KB = 32_000
LITTLE = 1_000_000  # bytes left on a disk that is as good as full: SQLite's files grow by less
APPLICATION_ID = 0x62726665  # "brfe", in bytes 68 to 71 of the file: ours, and nobody else's

Row = tuple[Any, ...]


class Database:
    """A connection whose every error is an `ArchiveError` that names the file."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All that a query finds, or what a statement returns."""
        with explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first that a query finds, or None."""
        with explained(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def insert(self, sql: str, values: Sequence[object]) -> int:
        """Run one INSERT; the key of its row."""
        with explained(self.path):
            return int(self._connection.execute(sql, values).lastrowid or 0)

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for each of the rows."""
        with explained(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block, or nothing of it; on leaving, it is safe on the disk."""
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            # A full disk has ended the transaction already; a second ROLLBACK would hide that.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def copy(self, target: sqlite3.Connection, path: Path) -> None:
        """A consistent copy of the whole file into `target`, the file at `path`, while others may
        be writing to this one."""
        with explained(self.path, written=path):
            self._connection.backup(target)

    def close(self) -> None:
        self._connection.close()


def connect(path: Path, *, wait_seconds: float, read_only: bool) -> Database:
    """The file at `path`, made where it is missing unless `read_only`; others are waited for."""
    _check_path(path, read_only=read_only)
    with explained(path):
        database = Database(path, _connection(path, wait_seconds, read_only), read_only=read_only)
    try:
        _check_kind(database)
        if read_only:
            # A search reads all over the index; SQLite keeps 2 MB of it by itself.
            database.rows(f"PRAGMA cache_size = -{CACHED_KB}")
        else:
            _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _check_path(path: Path, *, read_only: bool) -> None:
    try:
        if path.is_dir():
            raise ArchiveError(
                f"{path} is a folder, where the archive's file should stand: move it away, or "
                "choose another folder with --data-dir"
            )
        if path.exists():
            return
        if read_only:
            raise ArchiveError(
                f"there is no archive at {path} yet: `briefing add` or `briefing fetch` makes one"
            )
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"the archive {path} cannot be reached ({error.strerror}): "
            "choose another folder with --data-dir"
        ) from error


def _connection(path: Path, wait_seconds: float, read_only: bool) -> sqlite3.Connection:
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc")
    try:
        return _opened(uri, wait_seconds)
    except sqlite3.OperationalError:
        if not read_only or os.access(path.parent, os.W_OK):
            raise
        # A write-ahead log cannot be opened in a folder where nothing may be written (an archive
        # on a read-only disk): there nobody else writes either.
        return _opened(uri + "&immutable=1", wait_seconds)


def _opened(uri: str, wait_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=wait_seconds, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _check_kind(database: Database) -> None:
    """Another program's database is left alone."""
    # In this order: another run that makes the archive just now sets both in one transaction.
    (tables,) = database.row("SELECT count(*) FROM sqlite_master") or (0,)
    (kind,) = database.row("PRAGMA application_id") or (0,)
    if tables and kind != APPLICATION_ID:
        raise ArchiveError(
            f"{database.path} is a database of another program, not an archive of briefing: "
            "choose another folder with --data-dir"
        )


def _prepare(database: Database) -> None:
    database.rows("PRAGMA journal_mode = WAL")
    # NORMAL would outlive kill -9, but not a power cut; a commit of a hundred articles costs one
    # flush of the disk, which is little.
    database.rows("PRAGMA synchronous = FULL")


@contextmanager
def explained(path: Path, *, written: Path | None = None) -> Iterator[None]:
    """SQLite's errors as an `ArchiveError`: what is wrong with which file, and what to do.

    `written` is the file that is written to, where it is another.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(_sentence(path, written or path, error)) from error


def _sentence(path: Path, written: Path, error: sqlite3.Error) -> str:
    # The extended code's low byte is the kind of error.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    # A file that cannot grow (the log's index is mapped into memory) fails as a broken disk does.
    if code == sqlite3.SQLITE_IOERR and _is_full(written.parent):
        code = sqlite3.SQLITE_FULL
    for codes, words in _SENTENCES:
        if code in codes:
            return words.format(path=path, written=written)
    return f"the archive {path} could not be used ({error}): `briefing doctor` looks into it"


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LITTLE
    except OSError:
        return False


_SENTENCES = (
    (
        (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),
        "another program is writing to the archive {path} and did not finish in time: "
        "run this again when it has ended",
    ),
    (
        (sqlite3.SQLITE_NOTADB,),
        "{path} is not an archive of briefing (not a database): move it away, or choose another "
        "folder with --data-dir",
    ),
    (
        (sqlite3.SQLITE_CORRUPT,),
        "the archive {path} is damaged: put a backup in its place, or save what can be read with "
        "`sqlite3 {path} .recover`",
    ),
    (
        (sqlite3.SQLITE_FULL,),
        "the disk is full, the archive {written} could not be written: make room and run this "
        "again; what was reported stored is safe",
    ),
    (
        (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
        "the archive {path} cannot be opened: check who may read and write it and its folder",
    ),
    (
        (sqlite3.SQLITE_READONLY,),
        "the archive {path} may only be read: check who may write it and its folder",
    ),
    (
        (sqlite3.SQLITE_IOERR,),
        "the disk failed under the archive {path}: check the disk, and run this again",
    ),
)
