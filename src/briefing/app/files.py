"""Without an archive of one's own: editions from files alone, and the configuration's files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.app.gathering import articles_of
from briefing.app.making import Made, make
from briefing.app.shell import Shell
from briefing.app.writing import replace_file
from briefing.archive import Archive
from briefing.config import load, sample, tables
from briefing.errors import InputError, NothingToReport, UsageError
from briefing.ingest import opml
from briefing.model import Missed, Subscription


def make_from_files(shell: Shell, inputs: Sequence[str], day: date, source: str) -> Made:
    """The edition of `day` from `inputs` alone; what is undated is taken to be of that day."""
    with archive_of(shell, inputs, day=day.isoformat(), source=source) as (archive, missed):
        if archive.count() == 0 and missed:
            told = "; ".join(f"{m.source}: {m.reason}" for m in missed)
            raise InputError(f"no article could be read: {told}")
        if archive.count() == 0:
            raise InputError(f"no article was found in {', '.join(inputs)}")
        return make(shell, archive, day, missed=missed)


@contextmanager
def archive_of(
    shell: Shell, inputs: Sequence[str], *, day: str = "", source: str = ""
) -> Iterator[tuple[Archive, tuple[Missed, ...]]]:
    """A temporary archive of `inputs` alone, and what of them was missed."""
    articles, missed = articles_of(shell, inputs, source=source, day=day)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        config = replace(shell.config, data_dir=Path(folder), subscriptions=())
        with replace(shell, config=config).archive() as archive:
            archive.add(articles)
            yield archive, missed


# --- configuration --------------------------------------------------------------------


def write_configuration(path: Path, listed: Path | None, *, force: bool) -> int:
    """Write a commented configuration with the feeds of an OPML file; how many there are."""
    if path.exists() and not force:
        raise UsageError(f"{path} exists already: --force overwrites it")
    found = subscriptions(listed) if listed else ()
    replace_file(path, sample(found).encode())
    return len(found)


def import_opml(path: Path, listed: Path) -> int:
    """Add the feeds of an OPML file that the configuration does not have; how many were added."""
    known = {s.source.url for s in load(path).subscriptions}
    new = [s for s in subscriptions(listed) if s.source.url not in known]
    text = path.read_text(encoding="utf-8").rstrip("\n")
    replace_file(path, f"{text}\n\n{tables(new)}".encode())
    load(path)  # what was written must be readable
    return len(new)


def subscriptions(listed: Path) -> tuple[Subscription, ...]:
    """The feeds of an OPML file."""
    try:
        return opml.subscriptions(listed.read_bytes(), str(listed))
    except OSError as error:
        raise InputError(f"{listed} cannot be read ({error.strerror})") from error


def exported(shell: Shell) -> bytes:
    """The configured feeds as OPML."""
    feeds = [s for s in shell.config.subscriptions if s.kind == "feed"]
    if not feeds:
        raise NothingToReport("no feeds are configured: there is nothing to export")
    return opml.opml(feeds)
