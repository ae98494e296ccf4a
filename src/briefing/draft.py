"""What the steps hand on: the day of an edition, and a story while it is being told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefing.model import Article, History, Quote, Sentence, Status, Story, Window
from briefing.press.boilerplate import Lines
from briefing.settings import Settings
from briefing.text.background import Background


@dataclass(frozen=True, slots=True)
class Day:
    """What is the same for every story of one edition."""

    date: date
    window: Window
    settings: Settings
    background: Background
    history: History = field(default_factory=History)
    boilerplate: Lines = frozenset()


@dataclass(frozen=True, slots=True)
class Draft:
    """A story with the sentences chosen for it; none where it has nothing new to tell.

    `reports` are its origins without columns, live pages and round-ups; `sentences` are theirs;
    `telling` are those of them that the story is told from.
    """

    story: Story
    section: str
    status: Status
    since: date
    weight: tuple[tuple[str, float], ...]
    reports: tuple[Article, ...]
    sentences: tuple[Sentence, ...] = ()
    said: tuple[Quote, ...] = ()
    chosen: tuple[Sentence, ...] = ()
    telling: tuple[Article, ...] = ()
