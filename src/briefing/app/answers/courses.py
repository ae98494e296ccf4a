"""A story's whole course through the recorded editions, what it was part of before included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.app.shell import Shell
from briefing.archive import Archive, Line, StoryDay
from briefing.edition import moment
from briefing.errors import UsageError
from briefing.model import Article, Known
from briefing.standing.news import is_news

_EVER = (date.max - date.min).days


@dataclass(frozen=True, slots=True)
class Step:
    """A day of the course, and the id under which the edition of that day had the story."""

    id: str
    day: StoryDay


@dataclass(frozen=True, slots=True)
class Course:
    """A story through the editions, oldest first, with the articles that its lines come from."""

    id: str
    steps: tuple[Step, ...]
    articles: Mapping[str, Article]

    def lines(self) -> list[str]:
        first, latest = self.steps[0].day, self.steps[-1].day
        own = next(s.day for s in reversed(self.steps) if s.id == self.id)
        lines = [f"{own.headline}  ({self.id})", f"since {first.day}, last {latest.day}"]
        for step in self.steps:
            lines += ["", *self._told(step)]
        return lines

    def _told(self, step: Step) -> Iterator[str]:
        day = step.day
        yield f"{day.day}  {day.status}" + ("" if day.told else ", in one line")
        if step.id != self.id:
            yield f"  as part of: {day.headline}  ({step.id})"
        elif not day.statements:
            yield f"  {day.headline}"
        for line in day.statements:
            yield f"  {line.text}  [{self.articles[line.article].source.name}]"

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "headline": next(s.day.headline for s in reversed(self.steps) if s.id == self.id),
            "days": [
                {
                    "story": step.id,
                    "day": step.day.day.isoformat(),
                    "status": step.day.status,
                    "told": step.day.told,
                    "headline": step.day.headline,
                    "section": step.day.section,
                    "statements": [self._statement(line) for line in step.day.statements],
                }
                for step in self.steps
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
    """The whole course of the story of that id (or of a beginning of it that no other has).

    A story that was split off begins with the days of the one that it was part of, and a merged
    one has the days of all its parts; what went on under another id is followed there.
    """
    with shell.archive(read_only=True) as archive:
        known = {k.id: k for k in archive.history(date.max, _EVER).known}
        name = _full(id, known)
        steps = tuple(_steps(archive, known[name], tuple(known.values())))
        ids = {line.article for step in steps for line in step.day.statements}
        articles = {a.id: a for a in archive.articles_by_id(ids)}
    return Course(name, steps, articles)


def _full(id: str, known: Iterable[str]) -> str:
    fitting = [name for name in known if name == id] or [n for n in known if n.startswith(id)]
    if not fitting:
        raise UsageError(f'no edition has a story "{id}": briefing show --format json names them')
    if len(fitting) > 1:
        raise UsageError(f'{len(fitting)} stories have ids that begin with "{id}": name one whole')
    return fitting[0]


def _steps(archive: Archive, story: Known, every: Iterable[Known]) -> Iterator[Step]:
    """The days of the story, and those of others that had a report of it before, or after its end.

    Only reports tell that two are one: a column may have been with this one and with that.
    """
    reports = {a.id for a in archive.articles_by_id(story.articles) if is_news(a)}
    own = archive.story(story.id)
    first: dict[str, date] = {}
    for day in own:
        first |= {id: day.day for id in day.articles if id in reports and id not in first}
    found = [Step(story.id, day) for day in own]
    for other in every:
        if other.id != story.id and other.articles & reports:
            found += [
                Step(other.id, day)
                for day in archive.story(other.id)
                if any(
                    day.day < first[id] or day.day > own[-1].day
                    for id in first.keys() & set(day.articles)
                )
            ]
    return iter(sorted(found, key=lambda step: (step.day.day, step.id)))
