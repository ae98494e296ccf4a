"""One story of an edition as plain data: statements, differences, voices, steps and sources."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from briefing.edition.course import course
from briefing.edition.schema import (
    CopyData,
    DifferenceData,
    Place,
    QuoteData,
    SourceData,
    StatementData,
    StepData,
    StoryData,
    VoiceData,
)
from briefing.model import (
    Article,
    Briefing,
    Difference,
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


def story_data(item: StoryBrief, number: int, briefing: Briefing, settings: Settings) -> StoryData:
    """The story as the edition holds it: its sources are numbered, and all that is printed cites
    them by their numbers; a copy has the number of its origin."""
    story = item.story
    reports = {a.id for a in item.reports or story.origins}
    rows = {a.id: i for i, a in enumerate(_reports_first(story, reports), 1)}
    rows |= {c.article.id: rows[c.origin.id] for c in story.copies if c.origin.id in rows}
    printed = _printed(story, reports)
    return StoryData(
        id=story.id,
        number=number,
        status=item.status,
        since=(item.since or briefing.day).isoformat(),
        section=item.section,
        headline=item.headline,
        headline_article=item.headline_of.id,
        articles=len(story.articles),
        origins=len({a.outlet for a in item.reports or story.origins}),
        outlets=len({a.source.id for a in printed}),
        first=moment(printed[0].published),
        latest=moment(printed[-1].published),
        statements=[_statement(s, rows, settings) for s in item.statements],
        differences=[_difference(d, rows) for d in item.differences],
        voices=[_voice(v, rows) for v in item.voices],
        timeline=[_step(step, rows, settings) for step in item.timeline],
        sources=[
            _source(a, rows[a.id], story, settings, related=a.id not in reports)
            for a in _reports_first(story, reports)
        ],
        hours=_hours(item.reports or story.origins, briefing.window),
        weight={name: round(part, 4) for name, part in item.weight},
        headline_language=item.headline_of.language or settings.edition.language,
        course=course(
            item.reports or story.origins,
            briefing.day,
            briefing.window.time_zone,
            settings.edition.day_starts,
        ),
    )


def _statement(statement: Statement, rows: Mapping[str, int], settings: Settings) -> StatementData:
    sentence = statement.sentence
    return StatementData(
        id=_id("s", sentence.article, [sentence.span]),
        place=_place(sentence.article, sentence.span, rows),
        language=sentence.article.language or settings.edition.language,
        support=[_place(s.article, s.span, rows) for s in statement.support],
        origins=statement.origins,
        lone=statement.lone,
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
        label=voice.label,
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


def _reports_first(story: Story, reports: Collection[str]) -> list[Article]:
    """The origins: those that report the event, then comment and background."""
    return sorted(story.origins, key=lambda a: a.id not in reports)


def _printed(story: Story, reports: Collection[str]) -> list[Article]:
    """What reports the event, or reprints a report of it, oldest first: no comment and no
    background, whose days are not those of the event."""
    reprints = {c.article.id for c in story.copies if c.origin.id in reports}
    return [a for a in story.articles if a.id in reports or a.id in reprints]


def _source(
    article: Article, number: int, story: Story, settings: Settings, *, related: bool
) -> SourceData:
    row = SourceData(
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
    return {**row, "related": True} if related else row


def _hours(reports: Iterable[Article], window: Window) -> list[int]:
    """How many reports came in each hour of the window: no reprints and no comment, as by day."""
    length = max(1, math.ceil((window.end - window.start) / timedelta(hours=1)))
    counts = [0] * length
    for article in reports:
        if article.published in window:
            counts[(article.published - window.start) // timedelta(hours=1)] += 1
    return counts


def moment(time: datetime) -> str:
    """An aware time as ISO 8601 in UTC, to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(kind: str, article: Article, spans: Iterable[Span]) -> str:
    """A short name for a shown piece: the same place has the same name in every format."""
    key = article.id + "".join(f":{s.start}-{s.end}" for s in spans)
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
