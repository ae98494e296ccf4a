"""Articles in from the sources that are configured, and how each of those answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from briefing.app.intake.gathering import Gathered
from briefing.app.intake.indexing import index
from briefing.app.shell import WEB, Shell, at_work
from briefing.archive import Archive
from briefing.errors import UsageError
from briefing.model import Article, Missed, Source, Subscription, Validators
from briefing.text.days import zone

NAMED = 3  # files of a folder that could not be read and are told by name


def fetch(shell: Shell, only: Collection[str] = ()) -> Gathered:
    """Fetch and store the configured sources; remember how each of them answered."""
    chosen = subscriptions(shell, only)
    with shell.archive() as archive, at_work(shell, archive, "fetch"):
        articles, missed, validators, read, known = _gathered(shell, archive, chosen)
        shell.step("storing")
        added = archive.add(articles)
        # Only now: a server that is told "not modified since" would not give them again.
        for url, found in validators.items():
            archive.set_validators(url, found)
        _remember(archive, shell, chosen, missed, read)
        index(archive, shell.step)
    return Gathered(added, missed, answered=bool(read), listed=known)


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
) -> tuple[tuple[Article, ...], tuple[Missed, ...], dict[str, Validators], frozenset[str], int]:
    """(articles, missed, validators, the addresses of the sources that were read, if in part; how
    many articles they list that are known already)."""
    from briefing.ingest.gather import gather
    from briefing.ingest.web.http import Fetcher

    before = {s.source.url: archive.validators(s.source.url) for s in chosen}
    done: list[str] = []
    read: set[str] = set()
    numbers: list[int] = []

    def progress(one: Subscription, number: int, missed: tuple[Missed, ...]) -> None:
        done.append(one.source.name)
        numbers.append(number)
        if number or not missed:
            read.add(one.source.url)
        shell.step(f"fetching {len(done)} of {len(chosen)}: {one.source.name}")

    with Fetcher(shell.config.fetch) as fetcher:
        came = gather(
            chosen,
            fetcher,
            retrieved=shell.now,
            zone=zone(shell.config.settings.edition.time_zone),
            validators=before,
            known=archive.stored(),
            progress=progress,
        )
    return (*came, frozenset(read), sum(numbers) - len(came[0]))


def _remember(
    archive: Archive,
    shell: Shell,
    chosen: Sequence[Subscription],
    missed: Sequence[Missed],
    read: Collection[str],
) -> None:
    # A feed is known by its address, as one outlet may have several; a folder by its outlet.
    causes = defaultdict[str, list[str]](list)
    for m in missed:
        causes[m.url or m.source].append(m.reason)
    for one in chosen:
        reasons = causes.get(one.source.url) or causes.get(one.source.name)
        if reasons and one.source.url not in read:
            archive.source_failed(one.source.url, shell.now, _together(reasons))
        else:
            archive.source_answered(one.source.url, shell.now, _together(reasons or ()))


def _together(reasons: Sequence[str]) -> str:
    """All files of a folder that could not be read, the first few by name."""
    told, further = reasons[:NAMED], len(reasons) - NAMED
    return "; ".join(told) + (f"; and {further} more" if further > 0 else "")


def missed_sources(archive: Archive, shell: Shell) -> tuple[Missed, ...]:
    """The configured sources that failed, or a part of which did, when they were last asked, in
    their order."""
    found = {h.source: h for h in archive.health() if h.failing_since or h.cause}
    return tuple(
        Missed(s.source.name, h.cause, _shown_url(s.source), part=h.failing_since is None)
        for s in shell.config.subscriptions
        if (h := found.get(s.source.url))
    )


def _shown_url(source: Source) -> str:
    """The address of a source; a folder of this machine is nobody else's business."""
    return source.url if source.url.startswith(WEB) else ""


def source_rows(shell: Shell) -> list[dict[str, object]]:
    """A row for each configured source, with how it last answered."""
    states: dict[str, str] = {}
    if shell.config.archive.exists():
        with shell.archive(read_only=True) as archive:
            states = {
                h.source: f"failing since {h.failing_since:%Y-%m-%d}: {h.cause}"
                if h.failing_since
                else f"read in part: {h.cause}"
                if h.cause
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
    from briefing.ingest.web.http import Fetcher

    rows: list[dict[str, object]] = []

    def progress(one: Subscription, number: int, missed: tuple[Missed, ...]) -> None:
        shell.step(one.source.name)
        state = missed[0].reason if missed else "ok"
        rows.append({"id": one.source.id, "articles": number, "state": state})

    with Fetcher(shell.config.fetch) as fetcher:
        gather(subscriptions(shell, only), fetcher, retrieved=shell.now, progress=progress)
    return rows
