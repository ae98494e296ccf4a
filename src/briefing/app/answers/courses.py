"""A story's whole course through the recorded editions, as `briefing story` tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.app.editions import courses
from briefing.app.editions.making import numbered, recorded
from briefing.app.shell import Shell
from briefing.archive import Archive, StoryDay
from briefing.errors import NothingToReport, UsageError
from briefing.model import Article
from briefing.text.days import parse_day

_EVER = (date.max - date.min).days
NUMBER = 3  # digits: longer ones begin an id


@dataclass(frozen=True, slots=True)
class Course:
    """A story through the editions, oldest first, with the articles that its lines come from."""

    id: str
    days: tuple[StoryDay, ...]
    articles: Mapping[str, Article]
    language: str  # of what does not say its own

    @property
    def headline(self) -> str:
        """The latest under the story's own id: on other days it was part of another story."""
        return next(day.headline for day in reversed(self.days) if day.id == self.id)

    def lines(self) -> list[str]:
        """For a person: id and headline, then a paragraph a day, each line with its outlet."""
        first, latest = self.days[0].day, self.days[-1].day
        lines = [f"{self.headline}  ({self.id})", f"since {first}, last {latest}"]
        for day in self.days:
            lines += ["", *self._told(day)]
        return lines

    def _told(self, day: StoryDay) -> Iterator[str]:
        yield f"{day.day}  {day.status}" + ("" if day.told else ", in one line")
        # A headline that stands for the whole day is as much a source's as a sentence is.
        source = "" if day.statements else f"  [{self._outlet(day.headline_of)}]"
        if day.id != self.id:
            yield f"  as part of: {day.headline}{source}  ({day.id})"
        elif not day.statements:
            yield f"  {day.headline}{source}"
        for line in day.statements:
            yield f"  {line.text}  [{self._outlet(line.article)}]"

    def _outlet(self, article: str) -> str:
        return self.articles[article].source.name

    def as_json(self) -> dict[str, object]:
        """The same as data, a row a day."""
        return {
            "id": self.id,
            "headline": self.headline,
            "days": [
                {
                    "told": day.told,
                    "section": day.section,
                    **courses.day_data(day, self.articles, self.language),
                }
                for day in self.days
            ],
        }


def course(shell: Shell, ref: str, on: str = "") -> Course:
    """The whole course of the story of that id (or of a beginning of it that no other has), or of
    that number in the edition of the day `on`, the last one if none is named.

    A story that was split off begins with the days of the one that it was part of, and a merged
    one has the days of all its parts; what went on under another id is followed there.
    """
    with shell.archive(read_only=True) as archive:
        known = {k.id: k for k in archive.history(date.max, _EVER).known}
        number = ref.isdigit() and len(ref) <= NUMBER
        id = _numbered(shell, archive, ref, on) if number or on else ref
        name = _full(id, known)
        days = courses.course(archive, known[name], known.values())
        language = shell.config.settings.edition.language
        return Course(name, days, courses.cited(archive, days), language)


def _numbered(shell: Shell, archive: Archive, ref: str, on: str) -> str:
    """The id of the story of that number (or id) in an edition that all read."""
    setting = shell.config.settings.edition
    days = [parse_day(on, shell.now, setting)] if on else _days(archive)
    if not days:
        raise NothingToReport("there is no edition in the archive yet: briefing make")
    return numbered(recorded(archive, days[-1]), ref)["id"]


def _days(archive: Archive) -> list[date]:
    return sorted(edition.day for edition in archive.editions() if not edition.reader)


def _full(id: str, known: Iterable[str]) -> str:
    fitting = [name for name in known if name == id] or [n for n in known if n.startswith(id)]
    if not fitting:
        raise UsageError(f'no edition has a story "{id}": briefing show --format json names them')
    if len(fitting) > 1:
        raise UsageError(f'{len(fitting)} stories have ids that begin with "{id}": name one whole')
    return fitting[0]
