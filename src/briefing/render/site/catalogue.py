"""What all editions make together: courses of stories, speakers, outlets, months, sections."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.render.site.abstracts import AbstractData, LineData, PersonData


@dataclass(frozen=True, slots=True)
class Told:
    """One story in one edition."""

    edition: AbstractData
    line: LineData

    @property
    def day(self) -> str:
        return self.edition["day"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All editions, oldest first, and what they hold, each in the order of the days."""

    editions: tuple[AbstractData, ...]
    courses: Mapping[str, list[Told]]  # a story's days; only stories that were told once
    people: Mapping[str, PersonData]  # by id, as the latest edition names them
    quoted: Mapping[str, list[Told]]  # a speaker's stories
    outlets: Mapping[str, list[Told]]  # an outlet's stories
    sections: Mapping[str, list[Told]]
    story_of: Mapping[str, str]  # an article's story, where that has a page


def catalogue(editions: Iterable[AbstractData]) -> Catalogue:
    """The editions sorted by what the pages ask for: stories, speakers, outlets, sections."""
    ordered = tuple(sorted(editions, key=lambda edition: edition["day"]))
    every = [Told(edition, line) for edition in ordered for line in edition["stories"]]
    with_page = {told.line["id"] for told in every if told.line["told"]}
    courses: dict[str, list[Told]] = {}
    quoted: dict[str, list[Told]] = {}
    outlets: dict[str, list[Told]] = {}
    sections: dict[str, list[Told]] = {}
    story_of: dict[str, str] = {}
    for told in every:
        line = told.line
        for outlet in line["outlets"]:
            outlets.setdefault(outlet, []).append(told)
        if line["id"] not in with_page:
            continue
        courses.setdefault(line["id"], []).append(told)
        for article in line["articles"]:
            story_of.setdefault(article, line["id"])
        if line["told"]:
            if line["section"]:
                sections.setdefault(line["section"], []).append(told)
            for speaker in dict.fromkeys(line["speakers"]):
                quoted.setdefault(speaker, []).append(told)
    people = {person["id"]: person for edition in ordered for person in edition["speakers"]}
    return Catalogue(ordered, courses, people, quoted, outlets, sections, story_of)


def months(days: Iterable[str]) -> list[str]:
    """The months of ISO days, the latest first: "2026-01"."""
    return sorted({day[:7] for day in days}, reverse=True)


def letter(name: str) -> str:
    """Under which letter a speaker stands: the first of the last word, without diacritics."""
    last = (name.split() or [""])[-1]
    plain = unicodedata.normalize("NFKD", last)
    first = next((c for c in plain if c.isalpha() and not unicodedata.combining(c)), "")
    return first.upper()[:1] or "#"


def name_key(name: str) -> tuple[str, str]:
    """By last word, then by the whole name, without regard to case and diacritics."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return (letters.split() or [""])[-1], letters
