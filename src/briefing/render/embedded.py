"""The edition that a made file carries: how a page holds it, and what `briefing verify` reads."""

from __future__ import annotations

import base64
import bz2
import codecs
import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from briefing.edition import SCHEMA, Edition
from briefing.errors import InputError
from briefing.render.json import json_text, script_text

# An edition of 240 stories is 3 MB; what is far larger was not made by us.
LARGEST = 200_000_000
ATTACHED = "briefing.json"
NO_DATA = (
    "carries no data of an edition: name the .html, .pdf, .epub or .json that was made"
    " (text and Markdown carry none)"
)
SCRIPT = "briefing-edition"
JSON, PACKED = "application/json", "application/x-bzip2"
# More data than this are packed: a day of 12 stories on 40 articles has 72 kB, which are 22 then,
# and its page stays under 150. bzip2 writes the same bytes on every machine; zlib does not.
PLAIN = 48_000


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as a page shows them, with the place that the page claims for them."""

    article: str
    start: int
    end: int
    text: str


def element(edition: Edition, look: str) -> str:
    """The element with the data of a page: JSON, or the bytes of `json_text` packed, in base64.

    It says with which templates the page was made (`looks.look`).
    """
    kind, content = JSON, script_text(edition)
    if len(content.encode()) > PLAIN:
        kind = PACKED
        content = base64.b64encode(bz2.compress(json_text(edition).encode())).decode()
    return f'<script type="{kind}" id="{SCRIPT}" data-look="{look}">{content}</script>'


def read(path: Path) -> Edition:
    """The edition inside a .html, .pdf or .json file. Raises InputError."""
    content = _content(path)
    kind = _kind(content)
    return edition_of(
        {"pdf": _attached, "html": _script, "json": _plain}[kind](content, path), path
    )


def edition_of(text: str, path: Path) -> Edition:
    """The edition whose data `text` is, found in `path`. Raises InputError."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no briefing that was made: its data are not JSON") from error
    return _edition(found, path)


def shown(path: Path) -> tuple[Shown, ...]:
    """Every piece that a HTML page shows of an article; () for other files."""
    content = _content(path)
    if _kind(content) != "html":
        return ()
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    return tuple(reader.shown())


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF."""
    return _kind(_content(path)) == "pdf"


def page_of(path: Path) -> tuple[str, str]:
    """The HTML of a page, and the look that it says to have; "" and "" for other files."""
    content = _content(path)
    if _kind(content) != "html":
        return "", ""
    text = content.decode("utf-8", "replace")
    reader = _Reader()
    reader.feed(text)
    return text, reader.look


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: larger than any briefing ({LARGEST // 10**6} MB)")
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{path} cannot be read ({reason}): name a file that was made") from error
    # An editor may have saved it with a mark of its encoding.
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _kind(content: bytes) -> str:
    head = content[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        return "pdf"
    return "html" if head.startswith(b"<") else "json"


def _plain(content: bytes, path: Path) -> str:
    if not content.lstrip().startswith(b"{"):
        raise InputError(f"{path} {NO_DATA}")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"{path} {NO_DATA}") from error


def _script(content: bytes, path: Path) -> str:
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    if not reader.data:
        raise InputError(f"{path}: this page is no briefing: no data of an edition are in it")
    text = "".join(reader.data)
    return _unpacked(text, path) if reader.kind == PACKED else text


def _unpacked(text: str, path: Path) -> str:
    try:
        content = bz2.BZ2Decompressor().decompress(base64.b64decode(text), LARGEST + 1)
    except (ValueError, OSError, EOFError) as error:
        raise InputError(f"{path} is no briefing that was made: its data are damaged") from error
    if len(content) > LARGEST:
        raise InputError(f"{path}: its data are larger than any briefing's")
    return content.decode("utf-8", "replace")


def _attached(content: bytes, path: Path) -> str:
    import pypdf  # slow to import, and only a PDF needs it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it is said below, in one sentence
    try:
        files = pypdf.PdfReader(io.BytesIO(content)).attachments.get(ATTACHED)
    except Exception as error:  # a damaged file fails in many ways inside the reader
        raise InputError(f"{path}: this PDF cannot be read: {error}") from error
    if not files:
        raise InputError(f"{path}: this PDF is no briefing: no {ATTACHED} is attached to it")
    return bytes(files[0]).decode("utf-8", "replace")


def _edition(found: object, path: Path) -> Edition:
    if not isinstance(found, dict) or not {"schema", "day", "stories"} <= found.keys():
        raise InputError(f"{path}: the data in it are not those of an edition")
    if found["schema"] != SCHEMA:
        raise InputError(
            f"{path}: its data have schema {found['schema']}, this program reads {SCHEMA}"
        )
    return found  # type: ignore[return-value]


class _Reader(HTMLParser):
    """Collects the edition's script, and the text of each element with a `data-place`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data: list[str] = []
        self.kind = JSON
        self.look = ""
        self._in_script = False
        self._places: list[tuple[str, list[str]]] = []
        self._depth = 0  # of the open elements within the one with a place

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and values.get("id") == SCRIPT:
            self._in_script = True
            self.kind = values.get("type") or JSON
            self.look = values.get("data-look") or ""
        if self._depth:
            self._depth += 1
        elif values.get("data-place"):
            self._places.append((str(values["data-place"]), []))
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.data.append(data)
        elif self._depth:
            self._places[-1][1].append(data)

    def shown(self) -> Iterator[Shown]:
        for place, texts in self._places:
            article, _, span = place.rpartition(":")
            start, _, end = span.partition("-")
            if start.isdecimal() and end.isdecimal():
                yield Shown(article, int(start), int(end), "".join(texts))
