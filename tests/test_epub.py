"""The book: a valid container, well-formed pages, the same words in the same order."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefing.edition import Edition
from briefing.errors import RenderError
from briefing.render.environment import themes
from briefing.render.epub import epub
from briefing.render.json import json_text
from tests.editions import edition, hostile

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def opened(made: Edition, theme: str = "default") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub(made, theme=theme)))


def test_the_type_comes_first_and_uncompressed() -> None:
    first = opened(edition()).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert epub(edition())[38:58] == b"application/epub+zip"


def test_every_file_of_the_manifest_is_there() -> None:
    book = opened(edition())
    package = ElementTree.fromstring(book.read("EPUB/package.opf"))
    listed = {item.get("href") for item in package.iter(f"{OPF}item")}
    assert {f"EPUB/{name}" for name in listed} | {
        "mimetype",
        "META-INF/container.xml",
        "EPUB/package.opf",
    } == set(book.namelist())


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("made", [edition(), hostile(), edition(language="ar")])
def test_pages_are_well_formed_and_inner_links_have_targets(made: Edition, theme: str) -> None:
    book = opened(made, theme)
    page = ElementTree.fromstring(book.read("EPUB/briefing.xhtml"))
    ids = {element.get("id") for element in page.iter()}
    links = [a.get("href", "") for a in page.iter(f"{XHTML}a")]
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    contents = ElementTree.fromstring(book.read("EPUB/contents.xhtml"))
    inner = [a.get("href", "").partition("#")[2] for a in contents.iter(f"{XHTML}a")]
    assert {name for name in inner if name} <= ids


def test_statements_stand_in_order_and_the_data_beside_them() -> None:
    book = opened(edition())
    page = ElementTree.fromstring(book.read("EPUB/briefing.xhtml"))
    shown = [p.get("id") for p in page.iter(f"{XHTML}p") if p.get("class") == "statement"]
    assert shown == [s["id"] for story in edition()["stories"] for s in story["statements"]]
    assert json.loads(book.read("EPUB/briefing.json")) == json.loads(json_text(edition()))
    assert not list(page.iter(f"{XHTML}script"))


def test_the_same_edition_is_the_same_book() -> None:
    assert epub(edition()) == epub(edition())


def test_templates_that_make_no_book_are_told(tmp_path: Path) -> None:
    (tmp_path / "colophon.html").write_text("<p>never closed")
    with pytest.raises(RenderError, match="no well-formed XHTML"):
        epub(edition(), templates=tmp_path)
