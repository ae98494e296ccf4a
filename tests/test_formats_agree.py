"""One content: every format shows the same statements and quotes, in the same order."""

from __future__ import annotations

import base64
import bz2
import io
import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pypdf
import pytest
from markdown_it import MarkdownIt

from briefing.app.editions.writing import RENDERERS
from briefing.edition import Edition
from briefing.errors import InputError
from briefing.render import embedded
from briefing.render.email import email
from briefing.render.environment import themes
from briefing.render.epub import epub
from briefing.render.frame import frame
from briefing.render.html import html
from briefing.render.json import json_text
from briefing.render.markdown import markdown
from briefing.render.notes import note
from briefing.render.pdf import pdf
from briefing.render.site import Site, pages
from briefing.render.text import clean, text
from tests.editions import edition, hostile, many

PACKED = b'<script type="application/x-bzip2" id="briefing-edition">%b</script>'
PIECE = re.compile(r'id="([sq]-[0-9a-f-]+)"')


def ids(made: Edition) -> list[str]:
    """The names of all statements and quotes, in reading order."""
    found = []
    for story in made["stories"]:
        found += [statement["id"] for statement in story["statements"]]
        found += [quote["id"] for voice in story["voices"] for quote in voice["quotes"]]
    return found


def texts(made: Edition) -> list[str]:
    """What every format shows of each story, in order and without white space."""
    found = []
    for story in made["stories"]:
        found += [statement["place"]["text"] for statement in story["statements"]]
        found += [one["text"] for d in story["differences"] for one in d["readings"]]
        quotes = [quote for voice in story["voices"] for quote in voice["quotes"]]
        found += [part["text"] for quote in quotes for part in quote["contents"]]
    return [squeezed(piece) for piece in found]


def squeezed(words: str) -> str:
    return "".join(words.split())


def in_order(pieces: list[str], page: str) -> bool:
    """Whether the page holds all pieces, one after the other."""
    at = 0
    for piece in pieces:
        at = page.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def visible(page: str) -> str:
    """The words of a page without its marks, style sheets and data."""
    page = re.sub(r"<(style|script|title)\b.*?</\1>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", page))


def html_words(made: Edition, theme: str) -> str:
    return visible(html(made, theme=theme))


def book_words(made: Edition, theme: str) -> str:
    with zipfile.ZipFile(io.BytesIO(epub(made, theme=theme))) as book:
        return visible(book.read("EPUB/briefing.xhtml").decode())


def mail_words(made: Edition, theme: str) -> str:
    return visible(email(made, theme=theme).html)


def mail_text(made: Edition, theme: str) -> str:
    return email(made, theme=theme).text


def site_words(made: Edition, theme: str) -> str:
    return visible(pages.edition(Site("The Briefing"), "index.html", made, "", "", ()))


def plain_words(made: Edition, theme: str) -> str:
    return text(made)


def markdown_words(made: Edition, theme: str) -> str:
    return re.sub(r"<[^>]+>", "", MarkdownIt("commonmark").render(markdown(made)))


def pdf_words(made: Edition, theme: str) -> str:
    shown = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(made, theme=theme))).pages
    )
    return re.sub(r"\d ?/ ?\d", "", shown)  # the numbers of the pages


# What reads the words of each format back; those of JSON are the edition itself.
READ_BACK: dict[str, Callable[[Edition, str], str]] = {
    "html": html_words,
    "pdf": pdf_words,
    "epub": book_words,
    "text": plain_words,
    "markdown": markdown_words,
}
FORMATS = [
    *(pytest.param(r, marks=pytest.mark.pdf if n == "pdf" else ()) for n, r in READ_BACK.items()),
    mail_words,
    mail_text,
    site_words,
]


def test_no_format_is_left_out() -> None:
    assert READ_BACK.keys() | {"json"} == RENDERERS.keys()


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("words", FORMATS)
def test_every_format_carries_the_same_words_in_the_same_order(
    words: Callable[[Edition, str], str], theme: str
) -> None:
    shown = squeezed(words(edition(), theme))
    assert in_order(texts(edition()), shown)
    swapped = edition()
    swapped["stories"][0]["statements"].reverse()
    assert not in_order(texts(swapped), shown)


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("words", FORMATS)
def test_every_format_says_why_a_day_with_articles_tells_nothing(
    words: Callable[[Edition, str], str], theme: str
) -> None:
    empty = edition(stories=[], also=[], speakers=[], locations=[], articles=4, origins=0)
    told = "None of the 4 articles of this day is told: they seem to comment or explain, or were"
    assert squeezed(told) in squeezed(words(empty, theme))
    assert "theyseemtocomment" not in squeezed(words(edition(stories=[], articles=4), theme))


def test_why_nothing_is_told_stands_in_no_data() -> None:
    empty = edition(stories=[], also=[], articles=4, origins=0)
    assert json.loads(json_text(empty)) == json.loads(json.dumps(empty))
    assert "None of the 4" not in json_text(empty)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"articles": 0}, "Nothing of this day is told: no sentence of its articles was found"),
        ({"articles": 1}, "The only article of this day is not told: it seems to comment"),
        ({"note": "Incomplete: 1 of 2."}, "Incomplete: 1 of 2. None of the 9 articles of this day"),
        ({"origins": 1}, "Nothing of this day is told: no sentence of its articles was found"),
        ({"settings": {"interests": {"muted": ["Varnholt"]}}}, "Nothing of this day is told: no"),
    ],
)
def test_a_note_says_what_is_known_of_an_empty_page(parts: dict[str, object], told: str) -> None:
    empty = edition(**({"stories": [], "also": [], "origins": 0} | parts))
    assert note(frame(empty), empty).startswith(told)


def test_what_has_a_story_or_a_line_needs_no_reason() -> None:
    for made in (edition(stories=[]), edition(also=[]), edition()):
        assert note(frame(made), made) == ""


@pytest.mark.parametrize("theme", themes())
def test_html_carries_all_ids_in_order(theme: str) -> None:
    assert PIECE.findall(html(edition(), theme=theme)) == ids(edition())


def test_markdown_carries_all_ids_in_order() -> None:
    assert PIECE.findall(markdown(edition())) == ids(edition())


def test_json_is_the_edition_and_always_the_same_bytes() -> None:
    made = json_text(edition())
    assert json.loads(made) == json.loads(json.dumps(edition()))
    assert json_text(json.loads(made)) == made
    assert made.endswith("}\n")
    assert json_text(edition(title="\ud800 Ж")).encode()  # half a pair is written as an escape


# --- read back ------------------------------------------------------------------------


@pytest.mark.pdf
@pytest.mark.parametrize("theme", themes())
def test_an_edition_is_read_back_from_all_its_files(tmp_path: Path, theme: str) -> None:
    (tmp_path / "a.html").write_text(html(edition(), theme=theme))
    (tmp_path / "a.pdf").write_bytes(pdf(edition(), theme=theme))
    (tmp_path / "a.json").write_text(json_text(edition()))
    for name in ("a.html", "a.pdf", "a.json"):
        assert embedded.read(tmp_path / name) == json.loads(json_text(edition()))


def test_a_hostile_edition_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(html(hostile()))
    assert embedded.read(tmp_path / "a.html") == json.loads(json_text(hostile()))


def test_the_packed_data_of_a_long_day_are_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(html(many(40)))
    assert f'type="{embedded.PACKED}"' in (tmp_path / "a.html").read_text()
    assert embedded.read(tmp_path / "a.html") == json.loads(json_text(many(40)))


def test_what_a_page_shows_is_read_with_its_places(tmp_path: Path) -> None:
    page = html(edition())
    (tmp_path / "a.html").write_text(page)
    pieces = embedded.shown(tmp_path / "a.html")
    assert {squeezed(piece.text) for piece in pieces} >= set(texts(edition()))
    (tmp_path / "b.html").write_text(page.replace("held back a predicted", "held off a predicted"))
    changed = {piece.text for piece in embedded.shown(tmp_path / "b.html")}
    assert len(changed - {piece.text for piece in pieces}) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html><p>Hello", "no data of an edition are in it"),
        (b'<script id="briefing-edition">{nope</script>', "not JSON"),
        (PACKED % b"QlpoOTFB", "not JSON"),
        (PACKED % b"QlpoOTFBWVk/", "its data are damaged"),
        (PACKED % b"a", "its data are damaged"),
        (PACKED % b"Qm9v", "its data are damaged"),
        (b"{}", "not those of an edition"),
        (b'{"schema": 99, "day": "x", "stories": []}', "schema 99, this program reads 1"),
        (b"\xff\xfe", "carries no data of an edition"),
        (b'{"day": "\xff"', "carries no data of an edition"),
        (b"# The Briefing\n\nThursday", "text and Markdown carry none"),
        (b'{"a":' * 20_000, "not JSON"),
        (b"%PDF-1.7 broken", "this PDF cannot be read"),
        (b"", "carries no data of an edition"),
    ],
)
def test_other_files_are_refused_in_one_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(InputError, match=told) as error:
        embedded.read(tmp_path / "x")
    assert str(tmp_path / "x") in str(error.value)


def test_packed_data_that_swell_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "LARGEST", 5_000)
    (tmp_path / "x").write_bytes(PACKED % base64.b64encode(bz2.compress(b" " * 9_000_000)))
    with pytest.raises(InputError, match="its data are larger than any briefing's"):
        embedded.read(tmp_path / "x")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        embedded.read(tmp_path / "none.html")


def test_text_has_no_word_that_the_edition_has_not() -> None:
    assert clean("a\u202eb\x1b[0m") == "ab[0m"
