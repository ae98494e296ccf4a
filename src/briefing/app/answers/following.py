"""What changed from one edition to another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from briefing.app.editions.making import recorded
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.edition import Edition, StoryData
from briefing.errors import UsageError
from briefing.figures import Reading, changed, readings
from briefing.press.datelines import body
from briefing.text.background import background
from briefing.text.days import parse_day
from briefing.text.sentences import is_begun, sentences

OPENING = 6  # sentences of a report: where it says how many


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that a later edition gives otherwise."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed between two editions."""

    came: tuple[StoryData, ...]
    went_on: tuple[StoryData, ...]  # as the later edition has them
    went_on_from: tuple[StoryData, ...]  # as the earlier one had them
    ended: tuple[StoryData, ...]
    figures: dict[str, tuple[Changed, ...]]  # by a story's id
    last: dict[str, date]  # of an ended story, the last day on which an edition had it
    silent: frozenset[str]  # ids of those of which an edition since then told that none reported

    def lines(self) -> list[str]:
        """For a person: stories that came, went on, ended; a "-" and a "+" for each figure."""
        lines = _listed("Came", (f"{_named(s)}{self._back(s)}" for s in self.came))
        lines += _listed("Went on", map(_named, self.went_on))
        lines += _listed("Ended", (f"{_named(s)}, {self._silent(s)}" for s in self.ended))
        headlines = {story["id"]: story["headline"] for story in self.went_on}
        for id, changes in self.figures.items():
            lines.append(f"Figures: {headlines[id]}")
            for change in changes:
                lines += [f"  {change.what}", f"    - {change.before}", f"    + {change.after}"]
        return lines

    def _back(self, story: StoryData) -> str:
        """Of a story that paused or was split off, when it began and as what."""
        if story["status"] == "new":
            return ""
        whole = self._was_part_of(story)
        part = f", part of another story then ({whole})" if whole else ""
        return f", known since {story['since']}{part}"

    def _silent(self, story: StoryData) -> str:
        whole = self._is_part_of(story)
        if whole:
            return f"part of another story now ({whole})"
        # Where nothing was told of its end, a report may have come that found no place.
        silence = "no reports" if story["id"] in self.silent else "in no edition"
        return f"{silence} since {self.last[story['id']]}"

    def _was_part_of(self, story: StoryData) -> str | None:
        """The earlier edition's story that one which came was split off from."""
        if story["status"] == "new":
            return None
        return _holding(story, (*self.went_on_from, *self.ended))

    def _is_part_of(self, story: StoryData) -> str | None:
        """The later edition's story into which one that ended was merged."""
        return _holding(story, (*self.came, *self.went_on))

    def as_json(self) -> dict[str, object]:
        """The same as data; `part_of` is the story that one came from or went into, if any."""
        headlines = {story["id"]: story["headline"] for story in self.went_on}
        return {
            "came": [{**_row(s), "part_of": self._was_part_of(s)} for s in self.came],
            "went_on": [_row(s) for s in self.went_on],
            "ended": [{**_row(s), "part_of": self._is_part_of(s)} for s in self.ended],
            "figures": [
                {
                    "id": id,
                    "headline": headlines[id],
                    "what": change.what,
                    "before": change.before,
                    "after": change.after,
                }
                for id, changes in self.figures.items()
                for change in changes
            ],
        }


def _listed(heading: str, rows: Iterable[str]) -> list[str]:
    lines = [f"  {row}" for row in rows]
    return [heading, *lines] if lines else []


def _row(story: StoryData) -> dict[str, str | None]:
    return {
        "id": story["id"],
        "headline": story["headline"],
        "since": story["since"],
        "latest": story["latest"],
    }


def _named(story: StoryData) -> str:
    return f"{story['headline']}  ({story['id']})"


def _holding(story: StoryData, others: Iterable[StoryData]) -> str | None:
    """The id of the one that has an article of `story` among its own, most of them if several."""
    own = {row["article"] for row in story["sources"]}
    shared = [(len(own & {row["article"] for row in o["sources"]}), o["id"]) for o in others]
    count, id = max(shared, default=(0, ""))
    return id if count else None


def diff(shell: Shell, before: str, after: str) -> Diff:
    """Stories that came, went on and ended between two recorded editions; figures that changed."""
    setting = shell.config.settings.edition
    days = [parse_day(text, shell.now, setting) for text in (before, after)]
    if days[0] > days[1]:
        raise UsageError(f"{days[0]} is later than {days[1]}: name the earlier day first")
    with shell.archive(read_only=True) as archive:
        old, new = (_stories(recorded(archive, day)) for day in days)
        both = [new[id] for id in new if id in old]
        figures = {
            story["id"]: changes
            for story in both
            if (changes := _changes(archive, old[story["id"]], story))
        }
        ended = tuple(old[id] for id in old if id not in new)
        last = _last_days(archive, *days)
        silent = _told_ended(archive, last, days[1])
    return Diff(
        came=tuple(new[id] for id in new if id not in old),
        went_on=tuple(both),
        went_on_from=tuple(old[story["id"]] for story in both),
        ended=ended,
        figures=figures,
        last=last,
        silent=silent,
    )


def _stories(edition: Edition) -> dict[str, StoryData]:
    return {s["id"]: s for s in edition["stories"] + edition["also"]}


def _changes(archive: Archive, old: StoryData, new: StoryData) -> tuple[Changed, ...]:
    """The figures that the newer edition's reports give otherwise than the older one's: of each
    thing the last of either, where they open."""
    known = {row["article"] for row in old["sources"]}
    before = _last(_readings(archive, old, frozenset()))
    after = _last(_readings(archive, new, known))
    pairs = (
        next((p for p in product(before[kind], after[kind]) if changed(*p)), None)
        for kind in sorted(before.keys() & after.keys())
    )
    return tuple(
        Changed(pair[1].what, *(body(reading.sentence).text for reading in pair))
        for pair in pairs
        if pair
    )


def _last(found: Iterable[Reading]) -> dict[str, list[Reading]]:
    """The last reading of each kind (in one article the first, for it leads with what is new), and
    the others of its value: some tell better of what event it is."""
    last: dict[str, Reading] = {}
    every = tuple(found)
    for reading in every:
        held = last.get(reading.kind)
        if held is None or held.sentence.article != reading.sentence.article:
            last[reading.kind] = reading
    return {
        kind: [held, *(r for r in every if r is not held and _of_value(r, held))]
        for kind, held in last.items()
    }


def _of_value(reading: Reading, held: Reading) -> bool:
    return reading.kind == held.kind and reading.figure.value == held.figure.value


def _readings(archive: Archive, story: StoryData, known: Collection[str]) -> Iterator[Reading]:
    """What the reports of a story count in their first sentences, oldest report first."""
    rows = (row for row in story["sources"] if not row.get("related"))
    found = archive.articles_by_id(row["article"] for row in rows if row["article"] not in known)
    for article in found:
        told = () if is_begun(article.text) else sentences(article)
        for sentence in told[:OPENING]:
            yield from readings(sentence, background())


def _told_ended(archive: Archive, last: Mapping[str, date], until: date) -> frozenset[str]:
    """Those of the stories whose end an edition told after their `last` day, up to `until`."""
    first = min(last.values(), default=until)
    days = [e.day for e in archive.editions() if not e.reader and first < e.day <= until]
    found = [(day, edition) for day in days if (edition := archive.edition(day))]
    ended = ((row["id"], day) for day, edition in found for row in edition["ended"])
    return frozenset(id for id, day in ended if id in last and day > last[id])


def _last_days(archive: Archive, before: date, until: date) -> dict[str, date]:
    """By story, the last day up to `until` on which an edition had it, if that is not earlier than
    `before`. A report may have come since for which an edition had no place."""
    days = (until - before).days
    history = archive.history(until + timedelta(days=1), days + 1)
    return {known.id: max(known.days) for known in history.known}
