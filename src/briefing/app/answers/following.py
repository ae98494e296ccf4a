"""What changed from one edition to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.app.editions.making import recorded
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.edition import Edition, StoryData
from briefing.figures import Reading, differ, readings
from briefing.model import Sentence, Span
from briefing.text.background import background
from briefing.text.days import parse_day


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
    figures: dict[str, tuple[Changed, ...]]

    def lines(self) -> list[str]:
        lines = _listed("Came", (f"{_named(s)}{self._back(s)}" for s in self.came))
        lines += _listed("Went on", map(_named, self.went_on))
        lines += _listed("Ended", (f"{_named(s)}, {self._silent(s)}" for s in self.ended))
        for headline, changes in self.figures.items():
            lines.append(f"Figures: {headline}")
            for change in changes:
                lines += [f"  {change.what}", f"    - {change.before}", f"    + {change.after}"]
        return lines

    def _back(self, story: StoryData) -> str:
        """Of a story that paused or was split off, when it began and as what."""
        if story["status"] == "new":
            return ""
        whole = _holding(story, (*self.went_on_from, *self.ended))
        part = f", part of another story then ({whole})" if whole else ""
        return f", known since {story['since']}{part}"

    def _silent(self, story: StoryData) -> str:
        whole = _holding(story, (*self.came, *self.went_on))
        if whole:
            return f"part of another story now ({whole})"
        return f"no reports since {story['latest'][:10]}"

    def as_json(self) -> dict[str, object]:
        def named(stories: Iterable[StoryData]) -> list[dict[str, str]]:
            return [
                {
                    "id": s["id"],
                    "headline": s["headline"],
                    "since": s["since"],
                    "latest": s["latest"],
                }
                for s in stories
            ]

        return {
            "came": named(self.came),
            "went_on": named(self.went_on),
            "ended": named(self.ended),
            "figures": [
                {"headline": h, "what": c.what, "before": c.before, "after": c.after}
                for h, changes in self.figures.items()
                for c in changes
            ],
        }


def _listed(heading: str, rows: Iterable[str]) -> list[str]:
    lines = [f"  {row}" for row in rows]
    return [heading, *lines] if lines else []


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
    with shell.archive(read_only=True) as archive:
        old, new = (_stories(recorded(archive, day)) for day in days)
        both = [new[id] for id in new if id in old]
        figures = {
            story["headline"]: changes
            for story in both
            if (changes := _changes(archive, old[story["id"]], story))
        }
    return Diff(
        came=tuple(new[id] for id in new if id not in old),
        went_on=tuple(both),
        went_on_from=tuple(old[story["id"]] for story in both),
        ended=tuple(old[id] for id in old if id not in new),
        figures=figures,
    )


def _stories(edition: Edition) -> dict[str, StoryData]:
    return {s["id"]: s for s in edition["stories"] + edition["also"]}


def _changes(archive: Archive, old: StoryData, new: StoryData) -> tuple[Changed, ...]:
    """Figures of the older edition's statements that the newer one's contradict."""
    return tuple(
        Changed(after.what, before.sentence.text, after.sentence.text)
        for before in _readings(archive, old)
        for after in _readings(archive, new)
        if differ(before, after)
    )


def _readings(archive: Archive, story: StoryData) -> Iterator[Reading]:
    for statement in story["statements"]:
        place = statement["place"]
        article = archive.article(place["article"])
        if article is not None:
            sentence = Sentence(article, 0, Span(place["start"], place["end"]), 0)
            yield from readings(sentence, background())
