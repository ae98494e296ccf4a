"""What one edition adds to the pages across editions: plain JSON, small enough to keep them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from briefing.edition import Edition, Place, QuoteData, StoryData, VoiceData, digest
from briefing.render.citations import headed, source


class PartData(TypedDict):
    """Piece of a quote: `text` is `article.text[start:end]`."""

    start: int
    end: int
    text: str


class SaidData(TypedDict):
    """One quote with its place. `parts` are pieces of the article's text, as printed."""

    article: str
    outlet: str
    title: str
    url: str
    published: str
    language: str
    role: str
    kind: str
    parts: list[PartData]


class LineData(TypedDict):
    """One story of one edition. `lead` is its first sentence, "" where it was only listed."""

    id: str
    number: int
    headline: str
    language: str
    section: str
    status: str
    told: bool
    lead: str
    url: str
    outlets: list[str]
    articles: list[str]
    reports: int  # in the edition's window
    speakers: list[str]


class PersonData(TypedDict):
    """A speaker as the edition names them; the id is the same in every edition."""

    id: str
    name: str
    role: str


class AbstractData(TypedDict):
    """One edition. `day` and `end` are its window's, in ISO 8601; `minutes` is the time to read."""

    day: str
    end: str
    title: str
    language: str
    time_zone: str
    articles: int
    outlets: int
    minutes: int
    digest: str  # of the whole edition
    stories: list[LineData]
    speakers: list[PersonData]
    said: dict[str, list[SaidData]]  # by the speaker's id


def abstract(edition: Edition) -> AbstractData:
    """What the edition adds to the pages across editions."""
    lines = [_line(story, edition, told=True) for story in edition["stories"]]
    lines += [_line(story, edition, told=False) for story in edition["also"]]
    return AbstractData(
        day=edition["day"],
        end=edition["window"]["end"],
        title=edition["title"],
        language=edition["language"],
        time_zone=edition["window"]["time_zone"],
        articles=edition["articles"],
        outlets=edition["outlets"],
        minutes=edition["minutes"],
        digest=digest(edition),
        stories=lines,
        speakers=_people(edition),
        said=_said(edition),
    )


def _line(story: StoryData, edition: Edition, *, told: bool) -> LineData:
    rows = [entry for row in story["sources"] for entry in (row, *row["copies"])]
    first = headed(story)
    return LineData(
        id=story["id"],
        number=story["number"],
        headline=story["headline"],
        language=story.get("headline_language", edition["language"]),
        section=story["section"],
        status=story["status"],
        told=told,
        lead=story["statements"][0]["place"]["text"] if told and story["statements"] else "",
        url=first["url"] if first else "",
        outlets=list(dict.fromkeys(row["outlet"] for row in rows)),
        articles=list(dict.fromkeys(row["article"] for row in rows)),
        reports=sum(story["hours"]),
        speakers=[v["speaker"] for v in story["voices"] if v["speaker"]] if told else [],
    )


def _people(edition: Edition) -> list[PersonData]:
    """Every named speaker of the told stories: each is to have a page."""
    roles = {s["id"]: s for s in edition["speakers"]}
    people: dict[str, PersonData] = {}
    for voice in _voices(edition):
        if voice["speaker"] and voice["speaker"] not in people:
            known = roles.get(voice["speaker"])
            name = known["name"] if known else voice["label"]
            role = (known["role"] if known else "") or voice["role"]
            people[voice["speaker"]] = PersonData(id=voice["speaker"], name=name, role=role)
    return list(people.values())


def _voices(edition: Edition) -> Iterator[VoiceData]:
    for story in edition["stories"]:
        yield from story["voices"]


def _said(edition: Edition) -> dict[str, list[SaidData]]:
    said: dict[str, list[SaidData]] = {}
    for story in edition["stories"]:
        for voice in story["voices"]:
            if voice["speaker"]:
                rows = [_quote(quote, voice, story, edition) for quote in voice["quotes"]]
                said.setdefault(voice["speaker"], []).extend(row for row in rows if row)
    return said


def _quote(
    quote: QuoteData, voice: VoiceData, story: StoryData, edition: Edition
) -> SaidData | None:
    row = source(story, quote["contents"][0]["source"])
    if row is None:
        return None
    return SaidData(
        article=row["article"],
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        language=row.get("language", edition["language"]),
        role=voice["role"],
        kind=quote["kind"],
        parts=[_part(place) for place in quote["contents"]],
    )


def _part(place: Place) -> PartData:
    return PartData(start=place["start"], end=place["end"], text=place["text"])
