"""What checkers of accessible PDF say of ours, and in which order a screen reader tells it."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from briefing.render.environment import themes
from briefing.render.pdf import pdf
from tests.editions import edition

pytestmark = pytest.mark.pdf


@lru_cache
def content(theme: str, language: str = "en") -> bytes:
    return pdf(edition(language=language, title="The Merrow Briefing"), theme=theme)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(content("default"))
    return path


def told(*command: str) -> str:
    """What a program prints; the test is skipped where there is no such program."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("theme", themes())
def test_outloud_finds_nothing(theme: str, tmp_path: Path) -> None:
    outloud = pytest.importorskip("outloud")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(content(theme))
    assert outloud.check(str(path)).findings == []


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "ar"])
def test_outloud_finds_nothing_in_any_language(language: str, theme: str, tmp_path: Path) -> None:
    outloud = pytest.importorskip("outloud")
    pytest.importorskip("fontpkg_ibm_plex_sans_arabic")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(content(theme, language))
    assert outloud.check(str(path)).findings == []


def test_pdfua_finds_nothing(made: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    assert list(pdfua.validate(str(made)).findings) == []


def test_qpdf_finds_no_damage(made: Path) -> None:
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", str(made))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru", "ar"])
def test_statements_and_quotes_are_read_in_the_order_of_the_page(
    language: str, tmp_path: Path
) -> None:
    made = tmp_path / "briefing.pdf"
    made.write_bytes(content("default", language))
    heard, at = spoken(told("pdfinfo", "-struct-text", str(made))), 0
    for piece in pieces():
        at = heard.find("".join(piece.split()), at)
        assert at >= 0, piece


def spoken(tree: str) -> str:
    """The text of a structure tree as poppler prints it, without white space.

    A line is an element's kind, or a piece of its text in quotation marks.
    """
    lines = (line.strip() for line in tree.splitlines())
    return "".join("".join(line[1:-1].split()) for line in lines if line.startswith('"'))


def pieces() -> list[str]:
    """Headlines, statements, readings, quotes and source titles, as the page has them."""
    found = []
    for story in edition()["stories"]:
        found.append(story["headline"])
        found += [statement["place"]["text"] for statement in story["statements"]]
        found += [reading["text"] for d in story["differences"] for reading in d["readings"]]
        quotes = [quote for voice in story["voices"] for quote in voice["quotes"]]
        found += [part["text"] for quote in quotes for part in quote["contents"]]
        found += [step["place"]["text"] for step in story["timeline"]]
        found += [row["title"] for row in story["sources"]]
    return found
