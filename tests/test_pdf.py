"""The PDF: tagged, complete, the same bytes everywhere, and never without an end."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

from briefing.edition import Edition
from briefing.errors import RenderError
from briefing.render.json import json_text
from briefing.render.pdf import pdf, source_list
from tests.editions import edition, hostile

pytestmark = pytest.mark.pdf


@lru_cache
def made() -> bytes:
    return pdf(edition())


def words(text: str) -> str:
    return "".join(text.split())


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every structure element below `node`, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def test_every_shown_sentence_is_on_a_page() -> None:
    pages = pypdf.PdfReader(io.BytesIO(made())).pages
    text = words("".join(page.extract_text() for page in pages))
    for story in edition()["stories"]:
        assert words(story["headline"]) in text
        assert all(words(s["place"]["text"]) in text for s in story["statements"])


def test_a_line_ends_where_it_is_full_and_a_long_word_goes_on_in_the_next() -> None:
    told = edition()
    told["stories"][0]["headline"] = (
        "Halden Bears sign goalkeeper Raske until 2029 for a record fee"
    )
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
    told["stories"][1]["headline"] = long
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(told))).pages)
    assert "Halden Bears sign goalkeeper Raske until 2029\n" in text
    assert long not in text  # it left the paper
    assert text.replace("\n", "").count(long) == 2


def test_the_edition_and_its_sources_are_attached() -> None:
    attached = pypdf.PdfReader(io.BytesIO(made())).attachments
    assert attached["briefing.json"] == [json_text(edition()).encode()]
    assert attached["sources.txt"] == [source_list(edition()).encode()]
    assert source_list(edition()).splitlines()[0] == (
        "1.1\tVarnholt Courier\tBarrier holds in overnight surge test\t2026-01-15T00:10:00Z\t"
        "https://varnholt-courier.example/news/barrier-holds-in-overnight-surge-test?id=1"
    )


def test_the_structure_is_that_of_the_page() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        assert file.Root.Lang == "en"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        kinds = [str(element.S) for element in elements(file.Root.StructTreeRoot)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/Art") >= 3  # one that goes on over the page is told as two
    assert kinds.count("/BlockQuote") == 4
    assert "/Figure" in kinds


def test_a_chart_has_words_in_its_place() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        figures = [e for e in elements(file.Root.StructTreeRoot) if e.S == "/Figure"]
        assert str(figures[0].Alt) == "Reports per hour: at most 3, at 05:00"


def test_a_link_is_called_by_what_it_leads_to() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        assert str(links[0].Contents) == (
            "Tidal barrier at Varnholt holds through its first full test"
        )
        assert all(link.F == 4 for link in links)
        spoken = {str(link.Contents) for link in links}
    assert "Source 3: North Coast Wire" in spoken
    assert "North Coast Wire: Peak of 2.4 metres at Varnholt" in spoken


def test_pages_have_labels_and_stories_have_bookmarks() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made()))
    assert reader.page_labels == [str(i) for i in range(1, len(reader.pages) + 1)]
    title, (*stories, _about) = reader.outline
    assert title.title == "The Briefing"
    assert [s["headline"] for s in edition()["stories"]] == [mark.title for mark in stories[1:4]]


def test_running_heads_are_not_read_aloud() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(file.pages[1]))
    assert content.count(b"/Pagination") == 3


def test_dates_are_those_of_the_edition() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        assert str(file.docinfo.CreationDate) == "D:20260116000000Z"
        assert str(file.docinfo.Title) == "The Briefing, 15 January 2026"


def test_no_clock_zone_or_hash_seed_changes_a_byte() -> None:
    program = (
        "import sys; from tests.editions import edition; from briefing.render.pdf import pdf; "
        "sys.stdout.buffer.write(pdf(edition()))"
    )
    other = os.environ | {
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Auckland",
        "LANG": "de_DE.UTF-8",
        "SOURCE_DATE_EPOCH": "1000000000",
    }
    again = subprocess.run(
        [sys.executable, "-c", program],
        env=other,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        check=True,
    )
    assert again.stdout == made()


@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_the_paper_is_as_asked(paper: str) -> None:
    box = pypdf.PdfReader(io.BytesIO(pdf(edition(), paper=paper))).pages[0].mediabox  # type: ignore[arg-type]
    sizes = {"A4": (595, 841), "Letter": (612, 792), "A5": (419, 595)}
    assert (int(box.width), int(box.height)) == sizes[paper]


def test_an_archival_file_says_so() -> None:
    with pikepdf.open(io.BytesIO(pdf(edition(), archival=True))) as file:
        metadata = bytes(file.Root.Metadata.read_bytes())
        assert b'pdfaid:part="3"' in metadata


def test_hostile_titles_are_only_text() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(hostile())))
    actions = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    ]
    assert all(str(uri).startswith("https:") for uri in actions if uri)


def test_a_style_sheet_cannot_read_a_file_or_the_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("h1 { display: none }")
    (tmp_path / "print.css").write_text(f'@import url("{secret.as_uri()}");')
    text = pypdf.PdfReader(io.BytesIO(pdf(edition(), templates=tmp_path))).pages[0].extract_text()
    assert "The Briefing" in text


def test_letters_without_a_font_are_told_with_the_package_that_has_them() -> None:
    told: list[str] = []
    pdf(with_title("Ἀθῆναι 今日 नमस्ते שלום"), warn=told.append)
    assert [words.partition(": ")[2] for words in told] == [
        "install a package (fontpkg-...) that has them",
        "install fontpkg-noto-sans-devanagari",
        "install fontpkg-assistant",
    ]
    assert told[0].startswith("no installed font has 今 (U+4ECA) 日 (U+65E5):")


def with_title(title: str) -> Edition:
    return edition(title=title, stories=edition()["stories"][2:])


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(RenderError, match=r"was not finished after 0\.05 s"):
        pdf(edition(), time_limit=0.05)


def test_a_page_that_needs_too_much_memory_is_given_up() -> None:
    with pytest.raises(RenderError, match="the PDF could not be made"):
        pdf(edition(), memory_limit=60_000_000)


def test_the_attached_data_are_plain_json() -> None:
    attached = pypdf.PdfReader(io.BytesIO(made())).attachments["briefing.json"][0]
    assert json.loads(attached) == json.loads(json.dumps(edition()))
