"""Editions: made from the archive, and recorded there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from briefing import __version__, sections
from briefing.app.editions.courses import with_courses
from briefing.app.editions.unread import for_readers
from briefing.app.intake.fetching import missed_sources
from briefing.app.shell import Shell, at_work
from briefing.archive import Archive
from briefing.edition import Edition, StoryData, edition
from briefing.errors import NothingTold, NothingToReport, UsageError
from briefing.model import Article, History, Known, Missed, Story
from briefing.render.frame import frame, frame_of
from briefing.render.notes import incomplete, untold
from briefing.settings import Settings
from briefing.text.days import parse_day, window

if TYPE_CHECKING:
    from briefing.draft import Day
    from briefing.pipeline import Announce

# The steps bring SciPy with them: imported where they are taken, so that `show` need not wait.

MADE_BY = f"briefing {__version__}"
REMEMBERED_DAYS = 30  # a story that was quiet for a month begins anew
RECALLED_DAYS = 14  # a report that opens like one of a story of these days goes on from it


class Groundwork:
    """What the editions of one day share whoever reads them: the articles and their stories.

    Each is found when it is first asked for, and once for all readers whose day is the same.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._articles: dict[object, tuple[Article, ...]] = {}
        self._stories: dict[object, tuple[Story, ...]] = {}

    def articles(self, day: date, settings: Settings) -> tuple[Article, ...]:
        """The day's articles and those of the days before it that may belong to their stories."""
        key = _reach(day, settings)
        if key not in self._articles:
            self._articles[key] = self._archive.articles(*key)
        return self._articles[key]

    def stories(self, setting: Day, step: Announce) -> tuple[Story, ...]:
        """The stories of those articles, under ids that no reader knows yet."""
        from briefing.pipeline import grouped

        settings = setting.settings
        reach = _reach(setting.date, settings)
        key = (reach, settings.dedup, settings.cluster)
        if key not in self._stories:
            articles = self.articles(setting.date, settings)
            self._stories[key] = grouped(articles, replace(setting, history=History()), step)
        return self._stories[key]


def _reach(day: date, settings: Settings) -> tuple[datetime, datetime]:
    covered = window(day, settings.edition)
    return covered.start - timedelta(days=settings.edition.lookback_days), covered.end


@dataclass(frozen=True, slots=True)
class Made:
    """`replaced` is the edition that a refresh set aside, `missed` the causes for which sources are
    missing from one that was made now: its readers are told of them in plain words."""

    edition: Edition
    recorded: bool  # it was there already
    replaced: Edition | None = None
    missed: tuple[Missed, ...] = ()


def make(
    shell: Shell,
    archive: Archive,
    day: date,
    *,
    missed: Sequence[Missed] = (),
    refresh: bool = False,
    reader: str = "",
    only: Sequence[str] = (),
    ground: Groundwork | None = None,
    record: bool = True,
    bare: bool = True,
) -> Made:
    """The edition of `day`: as it was recorded, or made now and (if `record`) recorded.

    `reader` is the key of an edition that is not everybody's, `only` the sections that it holds.
    `ground` is what earlier editions of one run have found. One of which too many sources were
    missed is marked. Raises NothingToReport, also for one without a story or a line, unless `bare`.
    """
    kept = archive.edition(day, reader)
    if kept and not refresh:
        return Made(_telling(kept, bare=bare), recorded=True)
    with at_work(shell, archive, "make"):
        kept = archive.edition(day, reader)
        if kept and not refresh:  # by another process, while this one waited
            return Made(_telling(kept, bare=bare), recorded=True)
        configured = missed_sources(archive, shell)
        unread = (*configured, *missed)
        setting = setting_of(archive, day, shell.config.settings, reader, kept)
        articles, stories = _material(shell, setting, ground or Groundwork(archive), only)
        told = for_readers(frame_of(setting.settings.edition.language), configured, missed)
        made = _telling(new_edition(shell, articles, stories, setting, told), bare=bare)
        made = with_courses(archive, made, setting.history.known, reader)
        if degraded(shell, unread):
            whole = [m for m in unread if not m.part]
            made["note"] = incomplete(frame(made), *read_of(shell, whole))
        if record:
            archive.record(
                made,
                [a.id for a in articles],
                made=shell.now,
                versions={"briefing": __version__},
                reader=reader,
            )
    return Made(made, recorded=False, replaced=kept, missed=unread)


def _telling(made: Edition, *, bare: bool) -> Edition:
    """`made`. Raises NothingTold where it has no story and no line, unless it may be `bare`."""
    why = "" if bare else untold(frame_of("en"), made)
    if why:
        raise NothingTold(f"nothing to report of {made['day']}. {why}")
    return made


def _material(
    shell: Shell, setting: Day, ground: Groundwork, only: Sequence[str]
) -> tuple[tuple[Article, ...], tuple[Story, ...]]:
    """The articles and stories of the day, or those of the sections `only`."""
    articles = ground.articles(setting.date, setting.settings)
    check_any(articles, setting)
    stories = ground.stories(setting, shell.step)
    if not only:
        return articles, stories
    stories = of_sections(stories, setting, only)
    articles = _held(articles, stories)
    check_any(articles, setting, only)
    return articles, stories


def check_any(articles: Iterable[Article], setting: Day, only: Sequence[str] = ()) -> None:
    """Raises NothingToReport where none of them is of the edition's day."""
    if not any(a.published in setting.window for a in articles):
        where = f"under {', '.join(only)}" if only else "in the archive"
        raise NothingToReport(
            f"there is no article of {setting.date.isoformat()} {where}: nothing to report"
        )


def new_edition(
    shell: Shell,
    articles: Sequence[Article],
    stories: Sequence[Story],
    setting: Day,
    missed: Sequence[Missed],
) -> Edition:
    """An edition of `articles`, of which `stories` are made."""
    from briefing.pipeline import make_briefing

    briefing = make_briefing(articles, setting, tuple(missed), shell.step, stories)
    return edition(briefing, setting.settings, MADE_BY)


def of_sections(stories: Iterable[Story], setting: Day, only: Iterable[str]) -> tuple[Story, ...]:
    """The stories that belong to one of the sections, in their order."""
    names, every = {name.casefold() for name in only}, tuple(stories)
    rules, home = setting.settings.sections, sections.home(every)
    return tuple(s for s in every if sections.section(s, rules, home).casefold() in names)


def _held(articles: Iterable[Article], stories: Iterable[Story]) -> tuple[Article, ...]:
    """The articles that stand in one of the stories, in their order."""
    kept = {article.id for story in stories for article in story.articles}
    return tuple(article for article in articles if article.id in kept)


def degraded(shell: Shell, missed: Sequence[Missed]) -> bool:
    """Whether so many sources were missed that the edition tells only part of the day.

    A folder with an empty file among others is no missed source.
    """
    every, whole = len(shell.config.subscriptions), sum(not m.part for m in missed)
    return every > 0 and whole >= max(1, shell.config.delivery.degraded_share * every)


def read_of(shell: Shell, missed: Sized) -> tuple[int, int]:
    """(how many sources could be read, of how many)."""
    every = len(shell.config.subscriptions)
    return max(0, every - len(missed)), every


def setting_of(
    archive: Archive,
    day: date,
    settings: Settings,
    reader: str = "",
    replaced: Edition | None = None,
) -> Day:
    """What the pure steps need to know of `day`; `replaced` is the edition that is made anew."""
    from briefing.draft import Day
    from briefing.text.background import background

    history = archive.history(day, REMEMBERED_DAYS, reader)
    since = day - timedelta(days=RECALLED_DAYS)
    late = (k.articles for k in history.known if max(k.days) >= since)
    return Day(
        date=day,
        window=window(day, settings.edition),
        settings=settings,
        background=background(),
        history=replace(
            history,
            past=archive.articles_by_id(chain.from_iterable(late)),
            replaced=_stories_of(replaced) if replaced else (),
        ),
    )


def _stories_of(edition: Edition) -> tuple[Known, ...]:
    """The stories of an edition, each with the articles that it lists."""
    day = date.fromisoformat(edition["day"])
    return tuple(
        Known(
            story["id"],
            frozenset(
                row["article"] for source in story["sources"] for row in (source, *source["copies"])
            ),
            (day,),
            story["headline"],
        )
        for story in edition["stories"] + edition["also"]
    )


def parsed_day(shell: Shell, text: str) -> date:
    """today, yesterday, -1 or 2026-01-15, in the edition's time zone."""
    return parse_day(text, shell.now, shell.config.settings.edition)


def recorded(archive: Archive, day: date, reader: str = "") -> Edition:
    """The edition of `day` as it was recorded; one of a reader's own is made when it is sent."""
    kept = archive.edition(day, reader)
    if kept is None and reader:
        raise NothingToReport(
            f"there is no edition of {day.isoformat()} for {reader}: it is made with briefing send"
        )
    if kept is None:
        raise NothingToReport(
            f"there is no edition of {day.isoformat()}: briefing make --date {day.isoformat()}"
        )
    return kept


def numbered(edition: Edition, ref: str) -> StoryData:
    """The story of that number or id in an edition."""
    listed = edition["stories"] + edition["also"]
    for story in listed:
        if ref in (story["id"], str(story["number"])):
            return story
    raise UsageError(
        f'the edition of {edition["day"]} has no story "{ref}": they are 1 to {len(listed)}'
    )


def changes(before: Edition, after: Edition) -> dict[str, list[StoryData]]:
    """What a refresh changed: the stories that came, went or changed."""
    old = {s["id"]: s for s in before["stories"]}
    new = {s["id"]: s for s in after["stories"]}
    return {
        "came": [new[i] for i in new if i not in old],
        "went": [old[i] for i in old if i not in new],
        "changed": [new[i] for i in new if i in old and told(new[i]) != told(old[i])],
    }


def told(story: StoryData) -> list[str]:
    """What a story shows: its headline, the ids of its statements and quotes, and its sources."""
    quotes = [quote["id"] for voice in story["voices"] for quote in voice["quotes"]]
    return (
        [story["headline"]]
        + [s["id"] for s in story["statements"]]
        + quotes
        + [s["article"] for s in story["sources"]]
    )
