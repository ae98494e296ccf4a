"""An edition: the briefing as plain JSON data, the one content that every renderer shows.

HTML, PDF, mail, Markdown, text and JSON are all made from this value, so they carry the same
statements with the same ids in the same order. It is written out in docs/briefing.schema.json,
kept in the archive, embedded in the HTML and attached to the PDF, where `verify` reads it again.
Times are ISO 8601 in UTC ("2026-01-15T06:30:00Z"); offsets count characters of the article's text.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import NotRequired, TypedDict

from briefing.model import (
    Article,
    Briefing,
    Difference,
    Known,
    Span,
    Statement,
    Step,
    Story,
    StoryBrief,
    Utterance,
    Voice,
    Window,
)
from briefing.settings import Settings

SCHEMA = 1
WORDS_A_MINUTE = 230  # silent reading of English prose, Brysbaert 2019: 238


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


class StepData(TypedDict):
    """A dated step: `day` is the day that the sentence tells of."""

    id: str
    day: str
    place: Place
    language: str


class CopyData(TypedDict):
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


class StoryData(TypedDict):
    id: str
    number: int
    status: str  # new, updated, continuing
    since: str  # the day it was first in an edition
    section: str
    headline: str
    headline_article: str  # whose title it is, whole or without its outlet's name
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


class SpeakerData(TypedDict):
    id: str
    name: str
    role: str
    quotes: int
    stories: list[str]


class EndedData(TypedDict):
    """A story that the edition before told, and that nobody has reported on since."""

    id: str
    headline: str
    since: str  # the first day that it was in an edition
    last: str  # the last day


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
    ended: NotRequired[list[EndedData]]
    speakers: list[SpeakerData]
    missed: list[MissedData]
    settings: dict[str, object]
    settings_digest: str
    note: NotRequired[str]  # what the reader must know first ("made from half of its sources")


def edition(briefing: Briefing, settings: Settings, made_by: str) -> Edition:
    """The edition of `briefing`: what every renderer shows, and what the archive keeps."""
    stories = [_story(item, i, briefing, settings) for i, item in enumerate(briefing.items, 1)]
    also = [
        _story(item, i, briefing, settings)
        for i, item in enumerate(briefing.also, len(briefing.items) + 1)
    ]
    chosen = json.loads(json.dumps(asdict(settings)))  # plain JSON: lists, no tuples
    return Edition(
        schema=SCHEMA,
        made_by=made_by,
        day=briefing.day.isoformat(),
        title=briefing.title,
        language=settings.edition.language,
        window=WindowData(
            start=moment(briefing.window.start),
            end=moment(briefing.window.end),
            time_zone=briefing.window.time_zone,
        ),
        articles=briefing.articles,
        origins=sum(s["origins"] for s in stories + also),
        outlets=briefing.outlets,
        minutes=_minutes(stories),
        stories=stories,
        also=also,
        ended=[_ended(known) for known in briefing.ended],
        speakers=_speakers(briefing, stories),
        missed=[MissedData(source=m.source, url=m.url, reason=m.reason) for m in briefing.missed],
        settings=chosen,
        settings_digest=digest(chosen),
    )


def moment(time: datetime) -> str:
    """An aware time as ISO 8601 in UTC, to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def digest(value: object) -> str:
    """Twelve hexadecimal digits that name a value of plain JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def places(edition: Edition) -> Iterator[Place]:
    """Every shown piece of an article, in reading order: what `verify` looks up."""
    for story in edition["stories"] + edition["also"]:
        for statement in story["statements"]:
            yield statement["place"]
            yield from statement["support"]
        for step in story["timeline"]:
            yield step["place"]
        for difference in story["differences"]:
            yield from difference["readings"]
        for voice in story["voices"]:
            for quote in voice["quotes"]:
                yield from quote["contents"]
                yield from quote["also"]


# --- one story ------------------------------------------------------------------------


def _story(item: StoryBrief, number: int, briefing: Briefing, settings: Settings) -> StoryData:
    story = item.story
    rows = {a.id: i for i, a in enumerate(story.origins, 1)}
    rows |= {c.article.id: rows[c.origin.id] for c in story.copies if c.origin.id in rows}
    return StoryData(
        id=story.id,
        number=number,
        status=item.status,
        since=(item.since or briefing.day).isoformat(),
        section=item.section,
        headline=item.headline,
        headline_article=item.headline_of.id,
        articles=len(story.articles),
        origins=_voices(item.reports or story.origins),
        outlets=len({a.source.id for a in story.articles}),
        first=moment(story.first),
        latest=moment(story.latest),
        statements=[_statement(s, rows, settings) for s in item.statements],
        differences=[_difference(d, rows) for d in item.differences],
        voices=[_voice(v, rows) for v in item.voices],
        timeline=[_step(step, rows, settings) for step in item.timeline],
        sources=[_source(a, rows[a.id], story, settings) for a in story.origins],
        hours=_hours(story, briefing.window),
        weight={name: round(part, 4) for name, part in item.weight},
        headline_language=item.headline_of.language or settings.edition.language,
    )


def _statement(statement: Statement, rows: Mapping[str, int], settings: Settings) -> StatementData:
    sentence = statement.sentence
    return StatementData(
        id=_id("s", sentence.article, [sentence.span]),
        place=_place(sentence.article, sentence.span, rows),
        language=sentence.article.language or settings.edition.language,
        support=[_place(s.article, s.span, rows) for s in statement.support],
        origins=statement.origins,
    )


def _step(step: Step, rows: Mapping[str, int], settings: Settings) -> StepData:
    sentence = step.sentence
    return StepData(
        id=_id("t", sentence.article, [sentence.span]),
        day=step.day.isoformat(),
        place=_place(sentence.article, sentence.span, rows),
        language=sentence.article.language or settings.edition.language,
    )


def _difference(difference: Difference, rows: Mapping[str, int]) -> DifferenceData:
    first = difference.readings[0]
    return DifferenceData(
        id=_id("d", first.article, [s.span for s in difference.readings]),
        what=difference.what,
        readings=[_place(s.article, s.span, rows) for s in difference.readings],
        later=difference.later,
    )


def _voice(voice: Voice, rows: Mapping[str, int]) -> VoiceData:
    return VoiceData(
        speaker=voice.speaker.id if voice.speaker else None,
        label=voice.speaker.name if voice.speaker else voice.label,
        role=voice.role,
        quotes=[_quote(u, rows) for u in voice.utterances],
    )


def _quote(utterance: Utterance, rows: Mapping[str, int]) -> QuoteData:
    quote = utterance.quote
    return QuoteData(
        id=_id("q", quote.article, quote.contents),
        kind=quote.kind,
        contents=[_place(quote.article, span, rows) for span in quote.contents],
        also=[_place(q.article, q.contents[0], rows) for q in utterance.also],
    )


def _place(article: Article, span: Span, rows: Mapping[str, int]) -> Place:
    return Place(
        article=article.id,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        source=rows[article.id],
    )


def _source(article: Article, number: int, story: Story, settings: Settings) -> SourceData:
    return SourceData(
        number=number,
        article=article.id,
        outlet=article.source.name,
        title=article.title,
        url=article.url,
        published=moment(article.published),
        dated=article.dated,
        language=article.language or settings.edition.language,
        copies=[
            CopyData(
                article=c.article.id,
                outlet=c.article.source.name,
                title=c.article.title,
                url=c.article.url,
            )
            for c in story.copies
            if c.origin.id == article.id
        ],
    )


def _voices(reports: Iterable[Article]) -> int:
    """An outlet is one voice, however often it writes; one without a name stands for itself."""
    return len({a.source.id or a.id for a in reports})


def _hours(story: Story, window: Window) -> list[int]:
    """How many of the story's articles came in each hour of the window."""
    length = max(1, math.ceil((window.end - window.start) / timedelta(hours=1)))
    counts = [0] * length
    for article in story.articles:
        if article.published in window:
            counts[(article.published - window.start) // timedelta(hours=1)] += 1
    return counts


def _speakers(briefing: Briefing, stories: list[StoryData]) -> list[SpeakerData]:
    """The day's speakers, as ordered, each with what the stories show of them."""
    rows = []
    for speaker in briefing.speakers:
        told = [(s["id"], v) for s in stories for v in s["voices"] if v["speaker"] == speaker.id]
        rows.append(
            SpeakerData(
                id=speaker.id,
                name=speaker.name,
                role=speaker.role,
                quotes=sum(len(voice["quotes"]) for _, voice in told),
                stories=list(dict.fromkeys(story for story, _ in told)),
            )
        )
    return rows


def _ended(known: Known) -> EndedData:
    return EndedData(
        id=known.id,
        headline=known.headline,
        since=min(known.days).isoformat(),
        last=max(known.days).isoformat(),
    )


def _minutes(stories: list[StoryData]) -> int:
    shown = [s["place"]["text"] for story in stories for s in story["statements"]]
    shown += [
        part["text"]
        for story in stories
        for voice in story["voices"]
        for quote in voice["quotes"]
        for part in quote["contents"]
    ]
    shown += [story["headline"] for story in stories]
    return max(1, round(sum(len(text.split()) for text in shown) / WORDS_A_MINUTE))


def _id(kind: str, article: Article, spans: Iterable[Span]) -> str:
    """A short name for a shown piece: the same place has the same name in every format."""
    key = article.id + "".join(f":{s.start}-{s.end}" for s in spans)
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
