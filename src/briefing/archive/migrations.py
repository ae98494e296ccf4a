"""The archive's versions: a new file gets schema.sql, an older one the files in steps/.

A step is a file `NNNN_words.sql` that leads from version NNNN - 1 to NNNN; it runs in one
transaction with the change of `PRAGMA user_version`, so that a break leaves the old version whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from briefing.archive.database import APPLICATION_ID, Database
from briefing.errors import ArchiveError

FIRST_VERSION = 1


@cache
def schema() -> str:
    """The tables of the newest version, as SQL."""
    return (files("briefing.archive") / "schema.sql").read_text(encoding="utf-8")


@cache
def steps() -> Mapping[int, str]:
    """The text of each step by the version that it leads to."""
    found = (
        entry
        for entry in (files("briefing.archive") / "steps").iterdir()
        if entry.name.endswith(".sql")
    )
    return {
        int(entry.name.split("_")[0]): entry.read_text(encoding="utf-8")
        for entry in sorted(found, key=lambda entry: entry.name)
    }


def newest(steps: Mapping[int, str]) -> int:
    """The version that the last of `steps` leads to."""
    return max(steps, default=FIRST_VERSION)


def migrate(database: Database, schema: str, steps: Mapping[int, str]) -> None:
    """Bring `database` to the newest version; a later version than that is refused."""
    check_version(database, steps)
    while _version(database) < newest(steps):
        with database.transaction():
            # Another process may have done it while this one waited for its turn.
            version = _version(database)
            if version == 0:
                _run(database, schema, newest(steps))
            elif version < newest(steps):
                _run(database, steps[version + 1], version + 1)


def check_version(database: Database, steps: Mapping[int, str]) -> None:
    """Raises ArchiveError where `database` is of a later version than this program knows."""
    version = _version(database)
    if version > newest(steps):
        raise ArchiveError(
            f"the archive {database.path} was written by a newer briefing (version {version} of "
            f"the archive, this one knows {newest(steps)}): install the newer one"
        )


def check_current(database: Database, steps: Mapping[int, str]) -> None:
    """For those who only read: the file must have the newest version already."""
    check_version(database, steps)
    if _version(database) < newest(steps):
        raise ArchiveError(
            f"the archive {database.path} is of an older version (or was never filled): "
            "run `briefing add` or `briefing fetch` once, which brings it up to date"
        )


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end our transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(database: Database) -> int:
    (version,) = database.row("PRAGMA user_version") or (0,)
    return int(version)


def _run(database: Database, script: str, version: int) -> None:
    for statement in statements(script):
        database.rows(statement)
    broken = database.rows("PRAGMA foreign_key_check")
    if broken:
        raise ArchiveError(
            f"the archive {database.path} could not be brought to version {version} "
            f"({len(broken)} rows refer to missing ones); it was left as it was"
        )
    database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
    database.rows(f"PRAGMA user_version = {version}")
