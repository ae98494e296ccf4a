"""A file stands there whole, or as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.disk import replaced, whole


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def broken_off(path: Path, error: BaseException) -> None:
    with whole(path) as partial:
        partial.write_bytes(b"ne")
        raise error


@pytest.mark.parametrize("lasting", [True, False])
def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path, lasting: bool):
    path = tmp_path / "new" / "page.html"
    replaced(path, b"old", lasting=lasting)
    assert replaced(path, b"new", lasting=lasting).read_bytes() == b"new"
    assert names(path.parent) == ["page.html"]


@pytest.mark.parametrize("error", [OSError("the disk is full"), KeyboardInterrupt()])
def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: BaseException):
    path = replaced(tmp_path / "page.html", b"old")
    with pytest.raises(type(error)):
        broken_off(path, error)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["page.html"]


def test_a_file_is_as_readable_as_the_user_wants_new_files_to_be(tmp_path: Path):
    before = os.umask(0o027)
    try:
        path = replaced(tmp_path / "page.html", b"page")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_very_long_name_can_be_written(tmp_path: Path):
    assert replaced(tmp_path / ("a" * 250), b"page").exists()
