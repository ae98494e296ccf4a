"""From a briefing to its edition."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import urlsplit

from briefing.edition.locations import locations
from briefing.edition.schema import (
    SCHEMA,
    Edition,
    EndedData,
    MissedData,
    Place,
    SpeakerData,
    StoryData,
    WindowData,
)
from briefing.edition.stories import moment, story_data
from briefing.model import Briefing, Known
from briefing.settings import WORDS_A_MINUTE, Settings


def edition(briefing: Briefing, settings: Settings, made_by: str) -> Edition:
    """The edition of `briefing`: what every renderer shows, and what the archive keeps."""
    stories = [story_data(item, i, briefing, settings) for i, item in enumerate(briefing.items, 1)]
    also = [
        story_data(item, i, briefing, settings)
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
        origins=briefing.reports,
        outlets=briefing.outlets,
        minutes=_minutes(stories),
        stories=stories,
        also=also,
        ended=[_ended(known) for known in briefing.ended],
        speakers=_speakers(briefing, stories),
        locations=locations(stories, settings.edition.language, settings.edition.places),
        missed=[
            MissedData(source=m.source, url=_site(m.url), reason=m.reason) for m in briefing.missed
        ],
        settings=chosen,
        settings_digest=digest(chosen),
    )


def _site(url: str) -> str:
    """The host of an address alone: the rest may be the key of a subscriber, and is published."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}/"


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
        for day in story.get("so_far", []):
            for line in day["statements"]:
                yield Place(
                    article=line["article"],
                    start=line["start"],
                    end=line["end"],
                    text=line["text"],
                    source=0,
                )


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
    """Of reading: one at least, unless nothing is told."""
    shown = [s["place"]["text"] for story in stories for s in story["statements"]]
    shown += [
        part["text"]
        for story in stories
        for voice in story["voices"]
        for quote in voice["quotes"]
        for part in quote["contents"]
    ]
    shown += [story["headline"] for story in stories]
    return max(
        min(1, len(stories)), round(sum(len(text.split()) for text in shown) / WORDS_A_MINUTE)
    )
