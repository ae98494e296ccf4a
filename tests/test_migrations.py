from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from briefing.archive import Archive, migrations
from briefing.archive.database import Database, connect
from briefing.errors import ArchiveError

ONE = "CREATE TABLE article (id TEXT PRIMARY KEY);\n"
TWO = """\
-- a trigger holds semicolons
CREATE TABLE seen (id TEXT REFERENCES article (id));
CREATE TRIGGER once AFTER INSERT ON article BEGIN
    INSERT INTO seen VALUES (new.id);
END;
"""
BOTH = ONE + TWO
BROKEN = "CREATE TABLE mail (id TEXT);\nCREATE TABLE mail (id TEXT);\n"


def opened(path: Path) -> Database:
    return connect(path, wait_seconds=10, read_only=False)


def migrated(path: Path, schema: str, steps: Mapping[int, str]) -> None:
    with closing(opened(path)) as database:
        migrations.migrate(database, schema, steps)


def schema_of(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version)


def test_a_new_archive_has_the_newest_version(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a") as archive:
        archive.check()
    assert version_of(tmp_path / "a") == migrations.newest(migrations.steps())


def test_an_older_archive_comes_step_by_step_to_what_a_new_one_is(tmp_path: Path) -> None:
    migrated(tmp_path / "old", ONE, {})
    assert version_of(tmp_path / "old") == 1
    migrated(tmp_path / "old", BOTH, {2: TWO})
    migrated(tmp_path / "new", BOTH, {2: TWO})
    assert version_of(tmp_path / "old") == version_of(tmp_path / "new") == 2
    assert schema_of(tmp_path / "old") == schema_of(tmp_path / "new")


def test_a_step_keeps_what_is_stored(tmp_path: Path) -> None:
    migrated(tmp_path / "a", ONE, {})
    with closing(opened(tmp_path / "a")) as database:
        database.rows("INSERT INTO article VALUES ('dam')")
        migrations.migrate(database, BOTH, {2: TWO})
        assert database.rows("SELECT id FROM article") == [("dam",)]


def test_a_step_that_breaks_leaves_the_version_before_it(tmp_path: Path) -> None:
    migrated(tmp_path / "a", ONE, {})
    before = schema_of(tmp_path / "a")
    with pytest.raises(ArchiveError, match="mail already exists"):
        migrated(tmp_path / "a", ONE, {2: BROKEN})
    assert (version_of(tmp_path / "a"), schema_of(tmp_path / "a")) == (1, before)


def test_a_step_that_leaves_rows_without_their_parents_is_taken_back(tmp_path: Path) -> None:
    migrated(tmp_path / "a", ONE, {})
    orphan = "CREATE TABLE q (a TEXT REFERENCES article (id));\nINSERT INTO q VALUES ('none');\n"
    with pytest.raises(ArchiveError, match="could not be brought to version 2"):
        migrated(tmp_path / "a", ONE, {2: orphan})
    assert version_of(tmp_path / "a") == 1


def test_an_archive_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Archive.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for read_only in (False, True):
        with pytest.raises(ArchiveError, match=r"written by a newer briefing \(version 99"):
            Archive.open(path, read_only=read_only)
    assert version_of(path) == 99


def test_who_only_reads_does_not_migrate(tmp_path: Path) -> None:
    migrated(tmp_path / "a", ONE, {})
    reader = connect(tmp_path / "a", wait_seconds=0, read_only=True)
    with closing(reader), pytest.raises(ArchiveError, match="of an older version"):
        migrations.check_current(reader, {2: TWO})


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with Archive.open(tmp_path / "a") as archive:
        assert archive.count() == 0


def test_two_that_open_a_new_archive_at_once_make_one(tmp_path: Path) -> None:
    errors: list[ArchiveError] = []

    def open_it() -> None:
        try:
            Archive.open(tmp_path / "a").close()
        except ArchiveError as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_the_steps_lead_to_each_version_in_turn() -> None:
    assert sorted(migrations.steps()) == list(range(2, migrations.newest(migrations.steps()) + 1))


def test_a_script_is_cut_at_the_ends_of_its_statements() -> None:
    assert [part.split()[-1] for part in migrations.statements(TWO)] == ["(id));", "END;"]


@pytest.mark.parametrize("version", range(1, migrations.newest(migrations.steps())))
def test_each_outdated_archive_comes_to_what_a_new_one_is(tmp_path: Path, version: int) -> None:
    outdated = Path(__file__).parent / "outdated" / f"archive_{version}.sql"
    before = {v: step for v, step in migrations.steps().items() if v <= version}
    migrated(tmp_path / "old", outdated.read_text(encoding="utf-8"), before)
    Archive.open(tmp_path / "old").close()
    Archive.open(tmp_path / "new").close()
    assert schema_of(tmp_path / "old") == schema_of(tmp_path / "new")
