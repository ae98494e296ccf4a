"""One input that a person names: a file, a folder, an address, or "-" for standard input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import FetchError, InputError
from briefing.ingest import folder, sniff
from briefing.ingest.reading import Outcome, Told, as_told
from briefing.ingest.reading import read as read_bytes
from briefing.ingest.sources import kept_in, named
from briefing.ingest.texts import printable
from briefing.model import Missed, Subscription

if TYPE_CHECKING:
    from briefing.ingest.web.http import Fetcher

STDIN = "standard input"


def read(
    what: str,
    told: Told,
    *,
    fetcher: Fetcher | None = None,
    stdin: Callable[[], bytes] | None = None,
) -> Outcome:
    """The articles of `what`, and what of it was missed; never an exception for a bad input.

    `fetcher` is asked for addresses, `stdin` for "-".
    """
    shown = printable(what)
    try:
        if what == "-" and stdin is not None:
            return read_bytes(stdin(), STDIN, replace(told, kept=STDIN))
        if what.startswith(("http://", "https://")):
            return _fetched(what, told, fetcher)
        path = Path(what)
        if _is_folder(path):
            return _folder(path, told)
        return folder.file(path, replace(told, kept=kept_in(_place(path))), shown)
    except FetchError as error:
        return (), (Missed(shown, error.reason, error.source),)
    except InputError as error:
        return (), (Missed(shown, str(error).removeprefix(f"{shown} "), told.url),)


def _place(path: Path) -> Path:
    """Where a file lies, seen from here: the same however its path was written."""
    try:
        where, here = path.parent.resolve() / path.name, Path.cwd()
    except (OSError, RuntimeError):  # no folder is here any more; links in a circle
        return path
    return where.relative_to(here) if where.is_relative_to(here) else where


def _is_folder(path: Path) -> bool:
    """Not where nobody can look: to read it as a file says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _folder(path: Path, told: Told) -> Outcome:
    """A folder in which nothing can be read says what it holds instead."""
    found, missed = folder.articles(path, told)
    if found or missed or not (kinds := folder.unread(path)):
        return found, missed
    return (), (Missed(printable(str(path)), f"holds no file of a kind that is read: {kinds}"),)


def _fetched(address: str, told: Told, fetcher: Fetcher | None) -> Outcome:
    """An address: a feed is read like a configured one, anything else like a file."""
    from briefing.ingest.gather import gather  # and httpx with it, which no file needs

    if fetcher is None:
        raise FetchError(address, "nothing is fetched here")
    answer = fetcher.get(address)
    if sniff.kind(answer.body, address, answer.content_type) == "feed":
        source = told.source or named("", address)
        one = Subscription(replace(source, url=address), "feed")
        articles, missed, _ = gather([one], fetcher, retrieved=told.retrieved, zone=told.zone)
        return tuple(as_told(article, replace(told, url="")) for article in articles), missed
    about = replace(told, url=answer.url, source=told.source or named("", answer.url))
    return read_bytes(
        answer.body, address, about, content_type=answer.content_type, charset=answer.charset
    )
