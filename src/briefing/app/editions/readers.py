"""Readers: what each wants, and one edition for all who want the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from briefing.app.editions.making import Groundwork, Made, make
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.config import Config
from briefing.errors import UsageError
from briefing.settings import Reader, Settings

STORIES_A_MINUTE = 5  # more than are ever read in one: the minutes shall be filled
EVERYBODY = ""  # the edition of those who wish for nothing of their own


@dataclass(frozen=True, slots=True)
class Wish:
    """An edition that readers want: `key` is its name in the archive."""

    key: str
    settings: Settings
    only: tuple[str, ...] = ()  # sections


def reader_named(config: Config, name: str) -> Reader:
    """The configured reader of that name. Raises UsageError, which names those there are."""
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
    enough = round(reader.minutes * STORIES_A_MINUTE)
    return replace(
        plain,
        edition=replace(
            plain.edition,
            language=reader.language or plain.edition.language,
            time_zone=reader.time_zone or plain.edition.time_zone,
            stories=max(plain.edition.stories, enough),
            minutes=reader.minutes or plain.edition.minutes,
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


def edition_of(
    shell: Shell,
    archive: Archive,
    day: date,
    wish: Wish,
    ground: Groundwork | None = None,
    *,
    record: bool = True,
) -> Made:
    """The edition of `day` that is wished for: as it was recorded, or made now and recorded.

    It is to be sent: one in which nothing is told will not do. `ground` is shared by those of one
    run. Raises NothingToReport.
    """
    at_work = replace(shell, config=replace(shell.config, settings=wish.settings))
    return make(
        at_work,
        archive,
        day,
        reader=wish.key,
        only=wish.only,
        ground=ground,
        record=record,
        bare=False,
    )
