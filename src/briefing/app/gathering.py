"""Articles in: what a person names, and what the configuration subscribes to."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefing.app.indexing import index
from briefing.app.shell import Shell
from briefing.archive import Added, Archive
from briefing.errors import InputError, UsageError
from briefing.ingest.sources import named
from briefing.model import Article, Missed, Source, Subscription, Validators
from briefing.text.days import parse_day, zone

WEB = ("http://", "https://")
MAX_STDIN = 100_000_000  # bytes: a person pipes an article or a feed, not an archive


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of the articles, and what was missed."""

    added: Added
    missed: tuple[Missed, ...]

    @property
    def any_read(self) -> bool:
        return bool(self.added.ids) or not self.missed

    def sentence(self) -> str:
        stored, changed, known = self._numbers()
        if not (stored or changed or known or self.missed):
            return "no article was found there"
        return (
            f"stored {_number(stored, 'new article')}, {_number(changed, 'new version')}; "
            f"{known} known already"
        )

    def summary(self) -> dict[str, object]:
        stored, changed, known = self._numbers()
        return {
            "stored": stored,
            "changed": changed,
            "known": known,
            "ids": list(self.added.ids),
            "missed": [{"source": m.source, "url": m.url, "reason": m.reason} for m in self.missed],
        }

    def _numbers(self) -> tuple[int, int, int]:
        return len(self.added.stored), len(self.added.changed), len(self.added.known)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


LOCK_SECONDS = 600.0  # a fetch of a hundred sources ends within minutes; then the next may begin


# --- add ------------------------------------------------------------------------------


def add(
    shell: Shell, inputs: Sequence[str], *, source: str = "", date: str = "", url: str = ""
) -> Gathered:
    """Read and store `inputs`: files, folders, addresses, "-" for standard input."""
    articles, missed = articles_of(shell, inputs, source=source, date=date, url=url)
    with shell.archive() as archive, archive.lock("add", wait_seconds=LOCK_SECONDS):
        shell.step("storing")
        added = archive.add(articles)
        index(archive, shell.step)
    return Gathered(added, missed)


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
    from briefing.ingest.http import Fetcher  # httpx, and lxml below: no list of sources needs them
    from briefing.ingest.inputs import read

    if url and len(inputs) > 1:
        raise UsageError("--url says where one article stands: give it with one input only")
    if url and not url.startswith(WEB):
        raise UsageError(f'"{url}" is no address: --url begins with http:// or https://')
    for one in inputs:
        _check_input(one)
    edition = shell.config.settings.edition
    chosen = parse_day(date, shell.now, edition) if date else None
    assumed = parse_day(day, shell.now, edition) if day else None
    outlet = named(source, url) if source else None
    with Fetcher(shell.config.fetch) as fetcher:
        read_of = [
            read(
                one,
                retrieved=shell.now,
                source=outlet,
                date=chosen,
                day=assumed,
                url=url,
                zone=zone(edition.time_zone),
                fetcher=fetcher,
                stdin=_stdin,
            )
            for one in _told(shell, inputs)
        ]
    articles = tuple(chain.from_iterable(found for found, _ in read_of))
    return articles, tuple(chain.from_iterable(missed for _, missed in read_of))


def _check_input(one: str) -> None:
    if not one.strip():
        # A shell variable that is not set; as a path it would be the folder that one is in.
        raise UsageError("an input is empty: name a file, a folder or an address")
    if "://" in one and not one.startswith(WEB) and not Path(one).exists():
        raise UsageError(f"{one} cannot be fetched: only http:// and https:// addresses can")


def _told(shell: Shell, inputs: Sequence[str]) -> Iterator[str]:
    for one in inputs:
        shell.step(f"reading {one}")
        yield one


def _stdin() -> bytes:
    if sys.stdin is None:  # the caller closed it
        raise InputError("standard input is closed")
    body = sys.stdin.buffer.read(MAX_STDIN + 1)
    if not body.strip():
        raise InputError("standard input is empty")
    if len(body) > MAX_STDIN:
        raise UsageError(
            f"standard input is larger than {MAX_STDIN // 10**6} MB: add a file instead"
        )
    return body


# --- fetch ----------------------------------------------------------------------------


def fetch(shell: Shell, only: Collection[str] = ()) -> Gathered:
    """Fetch and store the configured sources; remember how each of them answered."""
    chosen = subscriptions(shell, only)
    with shell.archive() as archive, archive.lock("fetch", wait_seconds=LOCK_SECONDS):
        articles, missed, validators = _gathered(shell, archive, chosen)
        shell.step("storing")
        added = archive.add(articles)
        # Only now: a server that is told "not modified since" would not give them again.
        for url, found in validators.items():
            archive.set_validators(url, found)
        _remember(archive, shell, chosen, missed)
        index(archive, shell.step)
    return Gathered(added, missed)


def subscriptions(shell: Shell, only: Collection[str] = ()) -> tuple[Subscription, ...]:
    """The configured sources, or those whose ids are named."""
    every = shell.config.subscriptions
    if not every:
        path = shell.config.path
        mend = f"name them in {path}" if path else "briefing init writes a file to name them in"
        raise UsageError(f"no sources are configured: {mend}")
    unknown = sorted(set(only) - {s.source.id for s in every})
    if unknown:
        known = ", ".join(s.source.id for s in every)
        raise UsageError(f'there is no source "{unknown[0]}": the ids are {known}')
    return tuple(s for s in every if not only or s.source.id in only)


def _gathered(
    shell: Shell, archive: Archive, chosen: Sequence[Subscription]
) -> tuple[tuple[Article, ...], tuple[Missed, ...], dict[str, Validators]]:
    from briefing.ingest.gather import gather
    from briefing.ingest.http import Fetcher

    before = {s.source.url: archive.validators(s.source.url) for s in chosen}
    done: list[str] = []

    def progress(one: Subscription, number: int, missed: tuple[Missed, ...]) -> None:
        done.append(one.source.name)
        shell.step(f"fetching {len(done)} of {len(chosen)}: {one.source.name}")

    with Fetcher(shell.config.fetch) as fetcher:
        return gather(
            chosen,
            fetcher,
            retrieved=shell.now,
            zone=zone(shell.config.settings.edition.time_zone),
            validators=before,
            known=archive.retrieved(),
            progress=progress,
        )


def _remember(
    archive: Archive, shell: Shell, chosen: Sequence[Subscription], missed: Sequence[Missed]
) -> None:
    # A feed is known by its address, as one outlet may have several; a folder by its outlet.
    causes = {m.url or m.source: m.reason for m in missed}
    for one in chosen:
        cause = causes.get(one.source.url) or causes.get(one.source.name)
        if cause:
            archive.source_failed(one.source.url, shell.now, cause)
        else:
            archive.source_answered(one.source.url, shell.now)


def missed_sources(archive: Archive, shell: Shell) -> tuple[Missed, ...]:
    """The configured sources that failed when they were last asked, in their order."""
    failing = {h.source: h.cause for h in archive.health() if h.failing_since}
    return tuple(
        Missed(s.source.name, failing[s.source.url], _shown_url(s.source))
        for s in shell.config.subscriptions
        if s.source.url in failing
    )


def _shown_url(source: Source) -> str:
    """The address of a source; a folder of this machine is nobody else's business."""
    return source.url if source.url.startswith(WEB) else ""


# --- sources --------------------------------------------------------------------------


def source_rows(shell: Shell) -> list[dict[str, object]]:
    """A row for each configured source, with how it last answered."""
    states: dict[str, str] = {}
    if shell.config.archive.exists():
        with shell.archive(read_only=True) as archive:
            states = {
                h.source: f"failing since {h.failing_since:%Y-%m-%d}: {h.cause}"
                if h.failing_since
                else "ok"
                for h in archive.health()
            }
    return [
        {
            "id": s.source.id,
            "name": s.source.name,
            "kind": s.kind,
            "url": s.source.url,
            "state": states.get(s.source.url, "never asked"),
        }
        for s in shell.config.subscriptions
    ]


def check(shell: Shell, only: Collection[str] = ()) -> list[dict[str, object]]:
    """Ask each source and say what came; nothing is stored."""
    from briefing.ingest.gather import gather
    from briefing.ingest.http import Fetcher

    rows: list[dict[str, object]] = []

    def progress(one: Subscription, number: int, missed: tuple[Missed, ...]) -> None:
        shell.step(one.source.name)
        state = missed[0].reason if missed else "ok"
        rows.append({"id": one.source.id, "articles": number, "state": state})

    with Fetcher(shell.config.fetch) as fetcher:
        gather(subscriptions(shell, only), fetcher, retrieved=shell.now, progress=progress)
    return rows
