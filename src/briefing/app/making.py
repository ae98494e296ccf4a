"""Editions: made from the archive, and recorded there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing import __version__, sections
from briefing.app.gathering import LOCK_SECONDS, missed_sources
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.edition import Edition, StoryData, edition
from briefing.errors import NothingToReport
from briefing.model import Article, Missed
from briefing.settings import Settings
from briefing.text.days import parse_day, window

if TYPE_CHECKING:
    from briefing.pipeline import Day

# The steps bring SciPy with them: imported where they are taken, so that `show` need not wait.

MADE_BY = f"briefing {__version__}"
REMEMBERED_DAYS = 30  # a story that was quiet for a month begins anew


@dataclass(frozen=True, slots=True)
class Made:
    """`replaced` is the edition that a refresh set aside."""

    edition: Edition
    recorded: bool  # it was there already
    replaced: Edition | None = None


def make(
    shell: Shell,
    archive: Archive,
    day: date,
    *,
    missed: Sequence[Missed] = (),
    refresh: bool = False,
    reader: str = "",
    only: Sequence[str] = (),
) -> Made:
    """The edition of `day`: as it was recorded, or made now and recorded.

    `reader` is the key of an edition that is not everybody's, `only` the sections that it holds.
    One of which too many sources were missed is marked. Raises NothingToReport.
    """
    kept = archive.edition(day, reader)
    if kept and not refresh:
        return Made(kept, recorded=True)
    with archive.lock("make", wait_seconds=LOCK_SECONDS):
        unread = [*missed_sources(archive, shell), *missed]
        articles = candidates(archive, day, shell.config.settings)
        setting = setting_of(archive, day, shell.config.settings, reader)
        chosen = of_sections(articles, setting, only) if only else articles
        made = new_edition(shell, chosen, setting, unread)
        if degraded(shell, unread):
            made["note"] = degraded_note(shell, unread)
        archive.record(
            made,
            [a.id for a in chosen],
            made=shell.now,
            versions={"briefing": __version__},
            reader=reader,
        )
    return Made(made, recorded=False, replaced=kept)


def new_edition(
    shell: Shell, articles: Sequence[Article], setting: Day, missed: Sequence[Missed]
) -> Edition:
    """An edition of `articles`."""
    if not any(a.published in setting.window for a in articles):
        raise NothingToReport(
            f"there is no article of {setting.date.isoformat()} in the archive: nothing to report"
        )
    from briefing.pipeline import make_briefing

    briefing = make_briefing(articles, setting, tuple(missed), shell.step)
    return edition(briefing, setting.settings, MADE_BY)


def of_sections(
    articles: tuple[Article, ...], setting: Day, only: Iterable[str]
) -> tuple[Article, ...]:
    """The articles whose stories belong to one of the sections, in their order."""
    from briefing.pipeline import grouped

    names = {name.casefold() for name in only}
    rules = setting.settings.sections
    stories = (
        story
        for story in grouped(articles, setting)
        if sections.section(story, rules).casefold() in names
    )
    kept = {article.id for story in stories for article in story.articles}
    return tuple(article for article in articles if article.id in kept)


def degraded(shell: Shell, missed: Sequence[Missed]) -> bool:
    """Whether so many sources were missed that the edition tells only part of the day."""
    every = len(shell.config.subscriptions)
    return every > 0 and len(missed) >= max(1, shell.config.delivery.degraded_share * every)


def degraded_note(shell: Shell, missed: Sequence[Missed]) -> str:
    every = len(shell.config.subscriptions)
    return f"Incomplete: {every - len(missed)} of {every} sources could be read."


def candidates(archive: Archive, day: date, settings: Settings) -> tuple[Article, ...]:
    """The day's articles and those of the days before it that may belong to their stories."""
    covered = window(day, settings.edition)
    lookback = timedelta(days=settings.edition.lookback_days)
    return archive.articles(covered.start - lookback, covered.end)


def setting_of(archive: Archive, day: date, settings: Settings, reader: str = "") -> Day:
    """What the pure steps need to know of `day`."""
    from briefing.pipeline import Day
    from briefing.text.background import background

    return Day(
        date=day,
        window=window(day, settings.edition),
        settings=settings,
        background=background(),
        history=archive.history(day, REMEMBERED_DAYS, reader),
    )


def parsed_day(shell: Shell, text: str) -> date:
    """today, yesterday, -1 or 2026-01-15, in the edition's time zone."""
    return parse_day(text, shell.now, shell.config.settings.edition)


def recorded(archive: Archive, day: date) -> Edition:
    """The edition of `day` as it was recorded."""
    kept = archive.edition(day)
    if kept is None:
        raise NothingToReport(
            f"there is no edition of {day.isoformat()}: briefing make --date {day.isoformat()}"
        )
    return kept


def changes(before: Edition, after: Edition) -> list[str]:
    """What a refresh changed, a line for each story that came, went or changed."""
    old = {s["id"]: s for s in before["stories"]}
    new = {s["id"]: s for s in after["stories"]}
    lines = [f"came: {new[i]['headline']}" for i in new if i not in old]
    lines += [f"went: {old[i]['headline']}" for i in old if i not in new]
    lines += [
        f"changed: {new[i]['headline']}" for i in new if i in old and told(new[i]) != told(old[i])
    ]
    return lines or ["nothing changed"]


def told(story: StoryData) -> list[str]:
    """What a story shows: the ids of its statements and quotes, and its sources."""
    quotes = [quote["id"] for voice in story["voices"] for quote in voice["quotes"]]
    return (
        [s["id"] for s in story["statements"]] + quotes + [s["article"] for s in story["sources"]]
    )
