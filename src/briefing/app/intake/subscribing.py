"""The feeds of the configuration: written there from a list of feeds, and out as one."""

from __future__ import annotations

from pathlib import Path

from briefing.app.files import replace_file
from briefing.app.shell import Shell
from briefing.config import load, sample, tables
from briefing.errors import InputError, UsageError
from briefing.ingest import opml
from briefing.model import Subscription


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
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{listed} cannot be read ({reason}): name an OPML file") from error


def exported(shell: Shell) -> bytes:
    """The configured feeds as OPML."""
    feeds = [s for s in shell.config.subscriptions if s.kind == "feed"]
    if not feeds:
        raise UsageError("no feeds are configured: there is nothing to export")
    return opml.opml(feeds)
