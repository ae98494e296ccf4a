"""What an edition holds, field by field; docs/briefing.schema.json says the same in words.

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
    """A shown sentence. `origins` counts the independent articles that surely state it.

    `lone` where no other article comes near it, so that one source alone states it.
    """

    id: str
    place: Place
    language: str
    support: list[Place]
    origins: int
    lone: NotRequired[bool]


class DifferenceData(TypedDict):
    """Reports give different figures for one thing."""

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


class StepData(TypedDict):
    """A dated step: `day` is the day that the sentence tells of."""

    id: str
    day: str
    place: Place
    language: str


class CopyData(TypedDict):
    """A reprint of a source."""

    article: str
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
    language: NotRequired[str]  # of the article; the edition's where it is missing
    related: NotRequired[bool]  # true for comment and background: it is no report of the event


class CourseDayData(TypedDict):
    """How many outlets had a report of their own of a story on one day: each counts on each of its
    days, so that their sum may be more than `origins`."""

    day: str
    reports: int


class CitedData(TypedDict):
    """An article that an earlier edition cited."""

    article: str
    outlet: str
    url: str
    published: str
    language: str


class EarlierLineData(CitedData):
    """A sentence that an earlier edition printed: `text` is `article.text[start:end]`."""

    start: int
    end: int
    text: str


class EarlierDayData(TypedDict):
    """A story as the edition of an earlier day had it: in one line where no statement stands."""

    story: str  # its id then: another one where it was part of a story, or is of several
    day: str
    status: str
    headline: str
    source: CitedData  # whose headline it is
    statements: list[EarlierLineData]


class StoryData(TypedDict):
    """A story as the page tells it; `first` and `latest` are moments (ISO 8601 in UTC)
    of its reports and their reprints."""

    id: str
    number: int
    status: str  # new, updated, continuing
    since: str  # the day it was first in an edition
    section: str
    headline: str
    headline_article: str  # whose title it is, without its outlet, or a clause of whose text
    articles: int
    origins: int  # outlets that wrote a report of their own: reprints and columns do not count
    outlets: int
    first: str
    latest: str
    statements: list[StatementData]
    differences: list[DifferenceData]
    voices: list[VoiceData]
    timeline: list[StepData]
    sources: list[SourceData]
    hours: list[int]  # reports in each hour of the window
    weight: dict[str, float]  # the parts of its importance
    headline_language: NotRequired[str]
    course: NotRequired[list[CourseDayData]]  # of a story that runs over days, day after day
    so_far: NotRequired[list[EarlierDayData]]  # what earlier editions printed of it, oldest first


class SpeakerData(TypedDict):
    """A person or body, the number of its quotes, the ids of the stories that they stand in."""

    id: str
    name: str
    role: str
    quotes: int
    stories: list[str]


class MentionData(TypedDict):
    """Where a story names a place first: the id of a statement, a difference or a quote."""

    story: str
    piece: str


class LocationData(TypedDict):
    """A place of the world that stories name."""

    name: str
    mentions: list[MentionData]  # one for each story, in their order


class EndedData(TypedDict):
    """A story that the edition before told, and that nobody has reported on since."""

    id: str
    headline: str
    since: str  # the first day that it was in an edition
    last: str  # the last day


class MissedData(TypedDict):
    """A source that could not be read."""

    source: str
    url: str
    reason: str


class WindowData(TypedDict):
    """The time that an edition covers: ISO 8601 in UTC, half-open; `time_zone` is the reader's."""

    start: str
    end: str
    time_zone: str


class Edition(TypedDict):
    """All that any format shows, and what it was made with."""

    schema: int
    made_by: str  # "briefing 0.1.0"
    day: str
    title: str
    language: str
    window: WindowData
    articles: int  # of the window, reprints and comment included, without what is muted
    origins: int  # independent reports of the window, those of stories without place included
    outlets: int
    minutes: int  # of reading, at 230 words a minute; 0 where no story is told
    stories: list[StoryData]
    also: list[StoryData]  # one line each: no statements are shown
    ended: NotRequired[list[EndedData]]
    speakers: list[SpeakerData]
    locations: NotRequired[list[LocationData]]
    missed: list[MissedData]
    settings: dict[str, object]
    settings_digest: str
    note: NotRequired[str]  # what the reader must know first ("made from half of its sources")
