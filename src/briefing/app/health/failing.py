"""Sources that keep failing: the owner hears of each once, not daily."""

from __future__ import annotations

from briefing.app.outbox.letters import Notice
from briefing.app.outbox.queueing import notify
from briefing.app.shell import Shell
from briefing.archive import Archive, Health


def report_sources(shell: Shell, archive: Archive) -> tuple[str, ...]:
    """Queue a mail about the sources that have failed often enough; the ones it names."""
    reported = archive.reported()
    names = {s.source.url: s.source.name for s in shell.config.subscriptions}
    new = [
        health
        for health in archive.health()
        if health.failing_since
        and health.source in names
        and health.failures >= shell.config.owner.failures
        and reported.get(health.source) != health.failing_since
    ]
    if not new or not _told(shell, archive, new, names):
        return ()
    for health in new:
        assert health.failing_since is not None
        archive.set_reported(health.source, health.failing_since)
    return tuple(names[health.source] for health in new)


def _told(shell: Shell, archive: Archive, failing: list[Health], names: dict[str, str]) -> bool:
    lines = [
        f"{names[h.source]} ({h.source})\n    failing since {h.failing_since:%Y-%m-%d %H:%M} UTC,"
        f" {h.failures} times in a row: {h.cause}\n"
        for h in failing
    ]
    number = "One source fails" if len(failing) == 1 else f"{len(failing)} sources fail"
    text = "\n".join([f"{number}. The editions go on without.\n", *lines])
    text += "\nThis is said once; briefing status shows it at any time.\n"
    first = failing[0]
    notice = Notice(f"{number}: {names[first.source]}", text)
    return notify(shell, archive, f"sources {first.source} {first.failing_since}", notice)
