"""`briefing status`: is all well, and if not, what is wrong since when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefing.app.outbox.settling import BY_HAND
from briefing.app.runs.due import next_run
from briefing.app.shell import Shell, number
from briefing.archive import Archive, Delivery, Health
from briefing.edition import moment

SHOWN = 10  # deliveries that did not arrive
RECENT = timedelta(days=3)  # what failed before is in the outbox, and no trouble of today
WELL = ("ok", "read in part")  # an empty file in a folder is no alarm


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of the runs, the sources and the deliveries."""

    last_run: tuple[datetime, str] | None
    next_run: datetime | None
    sources: tuple[tuple[str, str, str], ...]  # name, state, cause
    counts: dict[str, int]
    troubled: tuple[Delivery, ...]
    suppressed: dict[str, str]
    articles: int
    editions: int
    bytes: int

    @property
    def good(self) -> bool:
        """Whether no delivery of late failed and every source is well."""
        return not self.troubled and all(state in WELL for _, state, _ in self.sources)

    def lines(self) -> list[str]:
        """For a person: runs, sources, deliveries, paused readers, the archive's size."""
        last = f"{_utc(self.last_run[0])}: {self.last_run[1]}" if self.last_run else "never"
        lines = [
            f"last run   {last}",
            f"next run   {_utc(self.next_run) if self.next_run else 'never: nobody is due'}",
        ]
        lines += [f"source     {name}: {state}{_because(why)}" for name, state, why in self.sources]
        told = ", ".join(f"{n} {state}" for state, n in sorted(self.counts.items()))
        lines.append(f"deliveries {told or 'none'}")
        lines += [
            f"  {d.key}  {d.letter.day} {d.letter.way} {d.letter.recipient}: {d.state}"
            f"{_because(d.answer)}"
            for d in self.troubled[-SHOWN:]
        ]
        lines += [f"paused     {who}: {why}" for who, why in self.suppressed.items()]
        size = self.bytes / 1e6
        return [
            *lines,
            f"archive    {number(self.articles, 'article')}, {number(self.editions, 'edition')}, "
            f"{size:.1f} MB",
        ]

    def as_json(self) -> dict[str, object]:
        """The same as data, with every delivery that failed of late; `bytes` are the archive's."""
        return {
            "good": self.good,
            "last_run": self.last_run
            and {"at": moment(self.last_run[0]), "outcome": self.last_run[1]},
            "next_run": self.next_run and moment(self.next_run),
            "sources": [{"name": n, "state": s, "cause": c} for n, s, c in self.sources],
            "deliveries": self.counts,
            "troubled": [delivery_json(d) for d in self.troubled],
            "paused": self.suppressed,
            "articles": self.articles,
            "editions": self.editions,
            "bytes": self.bytes,
        }


def status(shell: Shell) -> Status:
    """What the archive knows of runs, sources and deliveries, asked at `shell.now`."""
    with shell.archive(read_only=True) as archive:
        rows = archive.deliveries()
        return Status(
            last_run=archive.last_run("run"),
            next_run=next_run(shell),
            sources=_sources(shell, archive),
            counts=dict(Counter(row.state for row in rows)),
            troubled=tuple(row for row in rows if _troubles(row, shell.now)),
            suppressed=archive.suppressed(),
            articles=archive.count(),
            editions=len(archive.editions()),
            bytes=archive.path.stat().st_size,
        )


def _troubles(delivery: Delivery, now: datetime) -> bool:
    """Not arrived yet, or uncertain, or lately failed without a person knowing it."""
    if delivery.state == "failed":
        return now - delivery.changed < RECENT and not delivery.answer.startswith(BY_HAND)
    return delivery.state in ("unknown", "retry")


def _sources(shell: Shell, archive: Archive) -> tuple[tuple[str, str, str], ...]:
    known = {health.source: health for health in archive.health()}
    bearable = shell.config.owner.failures
    return tuple(
        (s.source.name, *_state(known.get(s.source.url), bearable))
        for s in shell.config.subscriptions
    )


def _state(health: Health | None, bearable: int) -> tuple[str, str]:
    """ok, though perhaps not all of it; stale since its last answer, where it failed less often
    than is `bearable`; failing since."""
    if health is None:
        return "never asked", ""
    if health.failing_since is None:
        return "ok" if not health.cause else "read in part", health.cause
    if health.last_ok and health.failures < bearable:
        return f"stale since {_utc(health.last_ok)}", health.cause
    return f"failing since {_utc(health.failing_since)}", health.cause


def delivery_json(delivery: Delivery) -> dict[str, object]:
    """A delivery for --json; times in ISO 8601."""
    letter = delivery.letter
    return {
        "key": delivery.key,
        "day": letter.day.isoformat(),
        "reader": letter.reader,
        "way": letter.way,
        "recipient": letter.recipient,
        "state": delivery.state,
        "attempts": delivery.attempts,
        "queued": moment(delivery.queued),
        "due": moment(delivery.due),
        "deadline": moment(delivery.deadline),
        "changed": moment(delivery.changed),
        "answer": delivery.answer,
    }


def _utc(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _because(cause: str) -> str:
    return f" ({cause})" if cause else ""
