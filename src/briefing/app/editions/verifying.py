"""Whether a file is true: every piece that it shows, looked up in its article."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.archive import Archive
from briefing.edition import Place, places
from briefing.errors import InputError
from briefing.model import Article
from briefing.render import embedded
from briefing.verify import NOT_THERE, Failure, failures, title_failures, titles


def verified(
    archive: Archive, file: Path, missing: str = NOT_THERE
) -> tuple[int, tuple[Failure, ...]]:
    """How many places and titles `file` shows, and those that are not what they claim to be.

    Both are looked at: the data inside the file, and what a HTML page shows of them. `missing`
    says that an article was not found.
    """
    if file.is_dir():
        raise InputError(f"{file} is a folder: name one of the files in it")
    with _parts(file) as (data, page):
        edition = embedded.read(data)
        claimed = [*places(edition), *_visible(page)]
    known: dict[str, Article | None] = {}

    def article(id: str) -> Article | None:
        if id not in known:
            known[id] = archive.article(id)
        return known[id]

    failed = failures(claimed, article, missing) + title_failures(edition, article, missing)
    return len(claimed) + len(list(titles(edition))), failed


@contextmanager
def _parts(file: Path) -> Iterator[tuple[Path, Path]]:
    """Where the data of an edition and the page of it lie: in one file, except in a book."""
    if not zipfile.is_zipfile(file):
        yield file, file
        return
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        parts = []
        for name in ("briefing.json", "briefing.xhtml"):
            parts.append(Path(folder, name))
            parts[-1].write_bytes(_of_book(file, f"EPUB/{name}"))
        yield parts[0], parts[1]


def _of_book(file: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(file) as book, book.open(name) as part:
            content = part.read(embedded.LARGEST + 1)
    except (KeyError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise InputError(f"{file}: this book is no briefing: {name} is not in it") from error
    except RuntimeError as error:  # it wants a password
        raise InputError(f"{file}: this book cannot be read: {error}") from error
    if len(content) > embedded.LARGEST:
        raise InputError(f"{file}: larger than any briefing")
    return content


def _visible(file: Path) -> list[Place]:
    return [
        Place(article=s.article, start=s.start, end=s.end, text=s.text, source=0)
        for s in embedded.shown(file)
    ]
