"""An edition: the briefing as plain JSON data, the one content that every renderer shows.

HTML, PDF, mail, Markdown, text and JSON are all made from this value, so they carry the same
statements with the same ids in the same order. It is written out in docs/briefing.schema.json,
kept in the archive, embedded in the HTML and attached to the PDF, where `verify` reads it again.
Times are ISO 8601 in UTC ("2026-01-15T06:30:00Z"); offsets count characters of the article's text.
"""

from briefing.edition.make import digest, edition, places
from briefing.edition.schema import (
    SCHEMA,
    CitedData,
    CopyData,
    CourseDayData,
    DifferenceData,
    EarlierDayData,
    EarlierLineData,
    Edition,
    EndedData,
    LocationData,
    MentionData,
    MissedData,
    Place,
    QuoteData,
    SourceData,
    SpeakerData,
    StatementData,
    StepData,
    StoryData,
    VoiceData,
    WindowData,
)
from briefing.edition.stories import moment

__all__ = [
    "SCHEMA",
    "CitedData",
    "CopyData",
    "CourseDayData",
    "DifferenceData",
    "EarlierDayData",
    "EarlierLineData",
    "Edition",
    "EndedData",
    "LocationData",
    "MentionData",
    "MissedData",
    "Place",
    "QuoteData",
    "SourceData",
    "SpeakerData",
    "StatementData",
    "StepData",
    "StoryData",
    "VoiceData",
    "WindowData",
    "digest",
    "edition",
    "moment",
    "places",
]
