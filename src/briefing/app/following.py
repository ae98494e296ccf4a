"""Over the days: a story's whole course, and what changed from one edition to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.app.making import recorded
from briefing.app.shell import Shell
from briefing.archive import Archive, Line, StoryDay
from briefing.edition import Edition, StoryData, moment
from briefing.errors import UsageError
from briefing.figures import Reading, differ, readings
from briefing.model import Article, Sentence, Span
from briefing.text.background import background
from briefing.text.days import parse_day

# --- a story's course -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Course:
    """A story through the editions, oldest first, with the articles that its lines come from."""

    id: str
    days: tuple[StoryDay, ...]
    articles: dict[str, Article]

    def lines(self) -> list[str]:
        first, latest = self.days[0], self.days[-1]
        lines = [f"{latest.headline}  ({self.id})", f"since {first.day}, last {latest.day}"]
        for day in self.days:
            lines += ["", f"{day.day}  {day.status}" + ("" if day.told else ", in one line")]
            lines += [f"  {day.headline}"] if not day.statements else []
            for line in day.statements:
                source = self.articles[line.article].source.name
                lines.append(f"  {line.text}  [{source}]")
        return lines

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "headline": self.days[-1].headline,
            "days": [
                {
                    "day": day.day.isoformat(),
                    "status": day.status,
                    "told": day.told,
                    "headline": day.headline,
                    "section": day.section,
                    "statements": [self._statement(line) for line in day.statements],
                }
                for day in self.days
            ],
        }

    def _statement(self, line: Line) -> dict[str, object]:
        article = self.articles[line.article]
        return {
            "article": line.article,
            "start": line.start,
            "end": line.end,
            "text": line.text,
            "outlet": article.source.name,
            "url": article.url,
            "published": moment(article.published),
        }


def course(shell: Shell, id: str) -> Course:
    """The whole course of the story of that id (or of a begin of it that fits one alone)."""
    with shell.archive(read_only=True) as archive:
        days = archive.story(id)
        if not days:
            raise UsageError(
                f'no edition has a story "{id}": briefing show --format json names them'
            )
        ids = {line.article for day in days for line in day.statements}
        articles = {a.id: a for a in archive.articles_by_id(ids)}
    return Course(id, days, articles)


# --- two days -------------------------------------------------------------------------


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
    went_on: tuple[StoryData, ...]
    ended: tuple[StoryData, ...]
    figures: dict[str, tuple[Changed, ...]]

    def lines(self) -> list[str]:
        lines = _listed("Came", (f"{_named(s)}{_back(s)}" for s in self.came))
        lines += _listed("Went on", map(_named, self.went_on))
        lines += _listed("Ended", (f"{_named(s)}, {_silent(s)}" for s in self.ended))
        for headline, changes in self.figures.items():
            lines.append(f"Figures: {headline}")
            for change in changes:
                lines += [f"  {change.what}", f"    - {change.before}", f"    + {change.after}"]
        return lines

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


def _back(story: StoryData) -> str:
    """Of a story that paused, when it began."""
    return "" if story["status"] == "new" else f", known since {story['since']}"


def _silent(story: StoryData) -> str:
    return f"no reports since {story['latest'][:10]}"


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
