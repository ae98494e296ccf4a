"""Readers: what each wants, and one edition for all who want the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing import sections
from briefing.app.gathering import LOCK_SECONDS, missed_sources
from briefing.app.making import (
    MADE_BY,
    REMEMBERED_DAYS,
    Made,
    candidates,
    setting_of,
)
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.config import Config
from briefing.edition import Edition, edition
from briefing.errors import NothingToReport, UsageError
from briefing.model import Article, Missed
from briefing.pipeline import Day, grouped, make_briefing
from briefing.settings import Reader, Settings

STORIES_A_MINUTE = 1.2  # as the default: twelve in about ten minutes
EVERYBODY = ""  # the edition of those who wish for nothing of their own


@dataclass(frozen=True, slots=True)
class Wish:
    """An edition that readers want: `key` is its name in the archive."""

    key: str
    settings: Settings
    only: tuple[str, ...] = ()  # sections


def reader_named(config: Config, name: str) -> Reader:
    for reader in config.readers:
        if reader.name == name:
            return reader
    known = ", ".join(r.name for r in config.readers) or "none"
    raise UsageError(f'there is no reader "{name}": configured are {known}')


def wish_of(config: Config, reader: Reader) -> Wish:
    """The reader's edition, under the name of the first reader who wants just that."""
    settings, only = wanted(config, reader), reader.sections
    if (settings, only) == (config.settings, ()):
        return Wish(EVERYBODY, settings)
    same = (r for r in config.readers if (wanted(config, r), r.sections) == (settings, only))
    return Wish(next(same, reader).name, settings, only)


def wanted(config: Config, reader: Reader) -> Settings:
    """The settings of the reader's edition: the file's, but for what the reader asks for."""
    plain = config.settings
    minutes = max(1, round(reader.minutes * STORIES_A_MINUTE))
    return replace(
        plain,
        edition=replace(
            plain.edition,
            language=reader.language or plain.edition.language,
            time_zone=reader.time_zone or plain.edition.time_zone,
            stories=minutes if reader.minutes else plain.edition.stories,
        ),
        interests=replace(
            plain.interests,
            up=_joined(plain.interests.up, reader.interests),
            down=_joined(plain.interests.down, reader.less),
            muted=_joined(plain.interests.muted, reader.muted),
        ),
    )


def _joined(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*ours, *theirs]))


# --- their editions -------------------------------------------------------------------


def edition_of(shell: Shell, archive: Archive, day: date, wish: Wish) -> Made:
    """The edition of `day` that is wished for: as it was recorded, or made now and recorded.

    An edition of which too many sources were missed is marked. Raises NothingToReport.
    """
    if kept := archive.edition(day, wish.key):
        return Made(kept, recorded=True)
    at_work = replace(shell, config=replace(shell.config, settings=wish.settings))
    with archive.lock("make", wait_seconds=LOCK_SECONDS):
        missed = missed_sources(archive, shell)
        made, articles = _made(at_work, archive, day, wish, missed)
        if degraded(shell, missed):
            made["note"] = degraded_note(shell, missed)
        _record(at_work, archive, made, articles, wish.key)
    return Made(made, recorded=False)


def _made(
    shell: Shell, archive: Archive, day: date, wish: Wish, missed: Sequence[Missed]
) -> tuple[Edition, tuple[Article, ...]]:
    articles = candidates(archive, day, wish.settings)
    setting = replace(
        setting_of(archive, day, wish.settings),
        history=archive.history(day, REMEMBERED_DAYS, wish.key),
    )
    chosen = of_sections(articles, setting, wish.only) if wish.only else articles
    if not any(a.published in setting.window for a in chosen):
        raise NothingToReport(f"there is no article of {day.isoformat()}: nothing to report")
    briefing = make_briefing(chosen, setting, tuple(missed), shell.step)
    return edition(briefing, wish.settings, MADE_BY), chosen


def of_sections(
    articles: tuple[Article, ...], setting: Day, only: Iterable[str]
) -> tuple[Article, ...]:
    """The articles whose stories belong to one of the sections, in their order."""
    names = {name.casefold() for name in only}
    rules = setting.settings.sections
    stories = (
        story
        for story in grouped(articles, setting)
        if sections.section(story, rules).casefold() in names
    )
    kept = {article.id for story in stories for article in story.articles}
    return tuple(article for article in articles if article.id in kept)


def _record(
    shell: Shell, archive: Archive, made: Edition, articles: Iterable[Article], key: str
) -> None:
    archive.record(
        made,
        [a.id for a in articles],
        made=shell.now,
        versions={"briefing": MADE_BY.removeprefix("briefing ")},
        reader=key,
    )


def degraded(shell: Shell, missed: Sequence[Missed]) -> bool:
    """Whether so many sources were missed that the edition tells only part of the day."""
    every = len(shell.config.subscriptions)
    return every > 0 and len(missed) >= max(1, shell.config.delivery.degraded_share * every)


def degraded_note(shell: Shell, missed: Sequence[Missed]) -> str:
    read = len(shell.config.subscriptions) - len(missed)
    return f"Incomplete: {read} of {len(shell.config.subscriptions)} sources could be read."
