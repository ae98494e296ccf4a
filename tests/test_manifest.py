"""What a written site remembers of the editions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.app.website.manifest import MANIFEST, Manifest, manifest, manifest_text
from briefing.render.site import abstract
from tests.editions import edition

TOLD = abstract(edition())


def kept(folder: Path, text: str) -> Manifest:
    (folder / MANIFEST).write_text(text)
    return manifest(folder)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    text = manifest_text("d", {"index.html": "i"}, {"2026-01-15": ("1", TOLD)}, Manifest())
    found = kept(tmp_path, text)
    assert (found.dress, found.pages) == ("d", {"index.html": "i"})
    assert found.editions == {"2026-01-15": ("1", TOLD)}
    assert json.loads(text)["pages"] == {"index.html": "i"}


def test_a_known_line_is_written_as_it_was_read_and_a_new_one_anew(tmp_path: Path) -> None:
    first = {"2026-01-15": ("1", TOLD), "2026-01-16": ("1", TOLD)}
    before = kept(tmp_path, manifest_text("d", {}, first, Manifest()))
    again = {"2026-01-15": before.editions["2026-01-15"], "2026-01-16": ("2", TOLD)}
    text = manifest_text("d", {}, again, before)
    assert text == manifest_text("d", {}, again, Manifest())
    assert text.splitlines()[1] == before.lines["2026-01-15"] + ","
    assert kept(tmp_path, text).editions["2026-01-16"] == ("2", TOLD)


def test_a_site_without_editions_has_a_manifest_as_well(tmp_path: Path) -> None:
    assert kept(tmp_path, manifest_text("d", {}, {}, Manifest())).dress == "d"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 2}'])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, text: str) -> None:
    assert kept(tmp_path, text) == Manifest()
    assert manifest(tmp_path / "no such folder") == Manifest()
