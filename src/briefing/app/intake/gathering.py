"""Articles in that a person names: files, folders, addresses, standard input."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.app.intake.indexing import index
from briefing.app.shell import WEB, Shell, at_work, checked_address, number
from briefing.archive import Added
from briefing.errors import InputError, UsageError
from briefing.ingest.folder import MAX_PIPED
from briefing.ingest.sources import named
from briefing.model import Article, Missed
from briefing.text.days import parse_day, zone


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of the articles, and what was missed; `undated` are those that were known
    already, and keep another day than the one that was said now. `answered`: a source was read,
    though it may have listed nothing but what is known; `listed` is how many it did, which were
    not read again."""

    added: Added
    missed: tuple[Missed, ...]
    undated: int = 0
    answered: bool = False
    listed: int = 0

    @property
    def any_read(self) -> bool:
        """Whether some article was read, or at least no source was missed."""
        return self.answered or bool(self.added.ids) or not self.missed

    def sentence(self) -> str:
        """How many articles are new, changed, known already, old ones again."""
        stored, changed, known, back = self._numbers()
        if not (stored or changed or known or back or self.missed):
            return "nothing new was found there" if self.answered else "no article was found there"
        return (
            f"stored {number(stored, 'new article')}, {number(changed, 'new version')}; "
            f"{known} known already{self._back(back)}{self._kept()}"
        )

    def _back(self, back: int) -> str:
        if not back:
            return ""
        are = "is the current one" if back == 1 else "are the current ones"
        return f"; {number(back, 'old version')} {are} again"

    def _kept(self) -> str:
        if not self.undated:
            return ""
        keeps = "keeps" if self.undated == 1 else "keep"
        return f"; --date changes no stored article: {self.undated} {keeps} another day"

    def summary(self) -> dict[str, object]:
        """The same as JSON data, with the ids of the articles and what was missed."""
        stored, changed, known, back = self._numbers()
        return {
            "stored": stored,
            "changed": changed,
            "known": known,
            "back": back,
            "ids": list(self.added.ids),
            "missed": [{"source": m.source, "url": m.url, "reason": m.reason} for m in self.missed],
        }

    def _numbers(self) -> tuple[int, int, int, int]:
        added = self.added
        known = len(added.known) + self.listed
        return len(added.stored), len(added.changed), known, len(added.back)


def add(
    shell: Shell, inputs: Sequence[str], *, source: str = "", date: str = "", url: str = ""
) -> Gathered:
    """Read and store `inputs`: files, folders, addresses, "-" for standard input."""
    articles, missed = articles_of(shell, inputs, source=source, date=date, url=url)
    with shell.archive() as archive, at_work(shell, archive, "add"):
        shell.step("storing")
        added = archive.add(articles)
        kept = archive.articles_by_id(added.known) if date else ()
        index(archive, shell.step)
    local = zone(shell.config.settings.edition.time_zone)
    said = {a.published.astimezone(local).date() for a in articles}
    undated = sum(a.published.astimezone(local).date() not in said for a in kept)
    return Gathered(added, missed, undated)


def articles_of(
    shell: Shell,
    inputs: Sequence[str],
    *,
    source: str = "",
    date: str = "",
    day: str = "",
    url: str = "",
) -> tuple[tuple[Article, ...], tuple[Missed, ...]]:
    """(articles, missed) of all inputs, in their order."""
    from briefing.ingest.inputs import read
    from briefing.ingest.reading import Told
    from briefing.ingest.web.http import (
        Fetcher,  # httpx, and lxml below: no list of sources needs them
    )

    if url and len(inputs) > 1:
        raise UsageError("--url says where one article stands: give it with one input only")
    checked_address(url)
    for one in inputs:
        _check_input(one)
    edition = shell.config.settings.edition
    told = Told(
        retrieved=shell.now,
        source=named(source, url) if source else None,
        url=url,
        date=_published(date, shell) if date else None,
        day=parse_day(day, shell.now, edition) if day else None,
        zone=zone(edition.time_zone),
    )
    articles: list[Article] = []
    missed: list[Missed] = []
    with Fetcher(shell.config.fetch) as fetcher:
        for one in inputs:
            shell.step(f"reading {one}")
            found, unread = read(one, told, fetcher=fetcher, stdin=_stdin)
            articles += found
            missed += (replace(one, part=bool(found)) for one in unread)
    return tuple(articles), tuple(missed)


def _published(text: str, shell: Shell) -> datetime.date:
    """The day that --date names. Raises UsageError where no article can be of it."""
    from briefing.ingest.dates import EARLIEST, noon

    edition = shell.config.settings.edition
    day = parse_day(text, shell.now, edition)
    _, possible = noon(day, zone(edition.time_zone), shell.now)
    if not possible and day.year < EARLIEST.year:
        raise UsageError(f"--date {text} lies before {EARLIEST.year}: no such date is believed")
    if not possible:
        raise UsageError(f"--date {text} lies in the future: name the day of publication")
    return day


def _check_input(one: str) -> None:
    if not one.strip():
        # A shell variable that is not set; as a path it would be the folder that one is in.
        raise UsageError("an input is empty: name a file, a folder or an address")
    if "://" in one and not one.startswith(WEB) and not Path(one).exists():
        raise UsageError(f"{one} cannot be fetched: only http:// and https:// addresses can")
    if one.startswith(WEB) and "@" in one.partition("://")[2].partition("/")[0]:
        raise UsageError("an address holds a name or password: none is ever sent, leave it out")


def _stdin() -> bytes:
    if sys.stdin is None:  # the caller closed it
        raise InputError("standard input is closed")
    body = sys.stdin.buffer.read(MAX_PIPED + 1)
    if not body.strip():
        raise InputError("standard input is empty")
    if len(body) > MAX_PIPED:
        raise UsageError(
            f"standard input is larger than {MAX_PIPED // 10**6} MB: add a file instead"
        )
    return body
