"""Whether a file is true: every piece that it shows, looked up in its article; and whether its page
says what its data say."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from briefing.app.editions.comparing import UNKNOWN, compared
from briefing.archive import Archive
from briefing.edition import Edition, Place, places
from briefing.errors import InputError
from briefing.model import Article
from briefing.render import embedded, epub, looks, words
from briefing.verify import (
    NOT_IN_FILES,
    NOT_THERE,
    Failure,
    failures,
    is_day,
    source_failures,
    title_failures,
    titles,
)

PAGE = "page"  # where a failure is that concerns no article
COMPARED = "compared"
BOOK_PAGES = ("contents.xhtml", "briefing.xhtml")
SHOWN = (".xhtml", ".html", ".htm", ".svg")  # what a reader of books may show
NOT_COMPARED = "its other words were not compared: other templates than this program's made it"
NO_DAY = "its other words were not compared: no page is made of a day that is none"
PRINTED = "of a PDF the attached data are checked, not what is printed"


@dataclass(frozen=True, slots=True)
class Verified:
    """How many pieces were looked up, those that are not what they claim to be, and where the
    page has other words than its data. `page` is "compared", why it was not, or "" for data.

    `sources` are not as their articles say, `altered` is not as the archive recorded it;
    `recorded` says what the data were compared with. Of `cited` articles those `absent` were not
    found.
    """

    checked: int
    failures: tuple[Failure, ...]
    otherwise: tuple[Failure, ...] = ()
    page: str = ""
    sources: tuple[Failure, ...] = ()
    altered: tuple[Failure, ...] = ()
    recorded: str = ""
    cited: int = 0
    absent: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[Failure, ...]:
        """All that is not as it should be."""
        return self.failures + self.otherwise + self.sources + self.altered


@dataclass(frozen=True, slots=True)
class _File:
    """What is in a file: its data, the places that its page claims, the page and its look."""

    edition: Edition
    claimed: tuple[Place, ...] = ()
    pages: tuple[str, ...] = ()
    look: str = ""
    pdf: bool = False
    added: tuple[str, ...] = ()


def verified(archive: Archive, file: Path, missing: str = NOT_THERE) -> Verified:
    """What is true and false of `file`; `missing` says that an article was not found."""
    if file.is_dir():
        raise InputError(f"{file} is a folder: name one of the files in it")
    read = _book(file) if zipfile.is_zipfile(file) else _single(file)
    try:
        return _looked_up(archive, read, missing)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # Of an edition only its outline was checked: data that somebody changed fail anywhere.
        raise InputError(f"{file}: the data in it are not those of an edition") from error


def _looked_up(archive: Archive, read: _File, missing: str) -> Verified:
    claimed = [*places(read.edition), *read.claimed]
    known: dict[str, Article | None] = {}

    def article(id: str) -> Article | None:
        if id not in known:
            known[id] = archive.article(id)
        return known[id]

    failed = failures(claimed, article, missing) + title_failures(read.edition, article, missing)
    sources = source_failures(read.edition, article, files=missing == NOT_IN_FILES)
    absent = tuple(sorted(id for id, one in known.items() if one is None))
    beside: tuple[tuple[Failure, ...], str]
    if known and len(absent) == len(known):  # an archive of other news: its editions are others
        beside = (), f"{UNKNOWN}none of its articles is here"
    else:
        beside = compared(archive, read.edition)
    otherwise, page = _compared(read)
    return Verified(
        checked=len(claimed) + len(list(titles(read.edition))),
        failures=failed,
        otherwise=otherwise,
        page=page,
        sources=sources,
        altered=beside[0],
        recorded=beside[1],
        cited=len(known),
        absent=absent,
    )


def _single(file: Path) -> _File:
    """A page, a PDF or the data alone."""
    page, look = embedded.page_of(file)
    claimed = tuple(
        Place(article=s.article, start=s.start, end=s.end, text=s.text, source=0)
        for s in embedded.shown(file)
    )
    return _File(
        embedded.read(file), claimed, (page,) if page else (), look, pdf=embedded.is_pdf(file)
    )


def _book(file: Path) -> _File:
    package = _of_book(file, "package.opf")
    look = re.search(rf'<meta name="{epub.LOOK}" content="([^"]*)"', package)
    return _File(
        embedded.edition_of(_of_book(file, "briefing.json"), file),
        pages=(*(_of_book(file, name) for name in BOOK_PAGES), package),
        look=look[1] if look else "",
        added=_added(file),
    )


def _added(file: Path) -> tuple[str, ...]:
    """Pages that a book has beside those that were made."""
    made = {f"EPUB/{name}" for name in BOOK_PAGES}
    with zipfile.ZipFile(file) as book:
        return tuple(
            name for name in book.namelist() if name.lower().endswith(SHOWN) and name not in made
        )


def _of_book(file: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(file) as book, book.open(f"EPUB/{name}") as part:
            content = part.read(embedded.LARGEST + 1)
    except (KeyError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise InputError(f"{file}: this book is no briefing: EPUB/{name} is not in it") from error
    except RuntimeError as error:  # it wants a password
        raise InputError(f"{file}: this book cannot be read: {error}") from error
    if len(content) > embedded.LARGEST:
        raise InputError(f"{file}: larger than any briefing")
    return content.decode("utf-8", "replace")


def _compared(read: _File) -> tuple[tuple[Failure, ...], str]:
    """Where the page has other words than one that is made of its data by the same templates."""
    if not read.pages:
        return (), PRINTED if read.pdf else ""
    if not is_day(read.edition["day"]):
        return (), NO_DAY
    theme = looks.theme_of(read.look)
    if not theme:
        return (), NOT_COMPARED
    ways = theme != looks.SITE
    found = [
        Failure("", PAGE, shown, f"its data have {there!r}" if there else "not in its data")
        for page, again in zip(read.pages, _again(read, theme), strict=True)
        for shown, there in words.differences(
            words.blocks(page, ways=ways), words.blocks(again, ways=ways)
        )
    ]
    found += [Failure("", PAGE, name, "no file of the book that was made") for name in read.added]
    return tuple(found), COMPARED


def _again(read: _File, theme: str) -> tuple[str, ...]:
    from briefing.render.html import html

    if len(read.pages) > 1:
        return (*epub.pages(read.edition, theme=theme), epub.package(read.edition, read.look))
    if theme == looks.SITE:  # its page has ways to other days, and no list of ended stories
        return (html(read.edition | {"ended": []}),)
    return (html(read.edition, theme=theme),)
