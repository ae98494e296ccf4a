"""An edition: the briefing as plain JSON data, the one content that every renderer shows.

HTML, PDF, mail, Markdown, text and JSON are all made from this value, so they carry the same
statements with the same ids in the same order. It is written out in docs/briefing.schema.json,
kept in the archive, embedded in the HTML and attached to the PDF, where `verify` reads it again.
Times are ISO 8601 in UTC ("2026-01-15T06:30:00Z"); offsets count characters of the article's text.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

SCHEMA = 1


class Place(TypedDict):
    """Words of an article: `text` is `article.text[start:end]`, character for character.

    `source` is the number of the article's row in its story's `sources` (from 1).
    """

    article: str
    start: int
    end: int
    text: str
    source: int


class StatementData(TypedDict):
    """A shown sentence. `origins` counts the independent articles that state it (1: one source)."""

    id: str
    place: Place
    language: str
    support: list[Place]
    origins: int


class DifferenceData(TypedDict):
    id: str
    what: str  # "killed", "per cent", ...
    readings: list[Place]  # oldest first
    later: bool  # the last reading is of a later time


class QuoteData(TypedDict):
    """One utterance. `contents` are the parts as printed (a cue may stand between them)."""

    id: str
    kind: str  # direct, mixed, indirect
    contents: list[Place]
    also: list[Place]  # the same words in other articles, one place each


class VoiceData(TypedDict):
    """A speaker in one story. `speaker` is an id of `speakers`, None where nobody is named."""

    speaker: str | None
    label: str  # the name, or the article's words ("a senior official")
    role: str
    quotes: list[QuoteData]


class CopyData(TypedDict):
    outlet: str
    title: str
    url: str


class SourceData(TypedDict):
    """One row of a story's sources: an article, and who reprinted it."""

    number: int
    article: str
    outlet: str
    title: str
    url: str
    published: str
    dated: bool
    copies: list[CopyData]


class StoryData(TypedDict):
    id: str
    number: int
    status: str  # new, updated, continuing
    since: str  # the day it was first in an edition
    section: str
    headline: str
    articles: int
    origins: int
    outlets: int
    first: str
    latest: str
    statements: list[StatementData]
    differences: list[DifferenceData]
    voices: list[VoiceData]
    timeline: list[StatementData]
    sources: list[SourceData]
    hours: list[int]  # reports in each hour of the window
    weight: list[tuple[str, float]]


class SpeakerData(TypedDict):
    id: str
    name: str
    role: str
    quotes: int
    stories: list[str]


class MissedData(TypedDict):
    source: str
    url: str
    reason: str


class WindowData(TypedDict):
    start: str
    end: str
    time_zone: str


class Edition(TypedDict):
    schema: int
    made_by: str  # "briefing 0.1.0"
    day: str
    title: str
    language: str
    window: WindowData
    articles: int
    origins: int
    outlets: int
    minutes: int  # of reading, at 230 words a minute
    stories: list[StoryData]
    also: list[StoryData]  # one line each: no statements are shown
    speakers: list[SpeakerData]
    missed: list[MissedData]
    settings: dict[str, object]
    settings_digest: str
    note: NotRequired[str]  # what the reader must know first ("made from half of its sources")
