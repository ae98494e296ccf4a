"""All pages of a site, with what each is made from: who has them can tell which must be made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from briefing.edition import Edition
from briefing.render.json import escaped_surrogates
from briefing.render.site import feeds, pages, paths
from briefing.render.site.abstracts import AbstractData, PersonData, SaidData
from briefing.render.site.catalogue import (
    Catalogue,
    Told,
    catalogue,
    letter,
    months,
    name_key,
)
from briefing.render.site.pages import Site

QUOTES = 15  # in one part of a speaker's page: the first page, made anew each day, has up to 29


@dataclass(frozen=True, slots=True)
class Page:
    """`inputs` names all that `make` makes it from: the same name, the same page."""

    path: str
    inputs: str
    make: Callable[[], str]
    changed: str = ""  # the day of its last change; "" keeps it out of the sitemap


Key = tuple[str, str, int]  # of a quote: time and id of its article, where it begins


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is too large to hold for all days at once: asked for when a page is made.

    `quoted` has where each speaker's quotes stand, with numbers by which `said` gives them.
    """

    edition: Callable[[str], Edition]
    said: Callable[[Iterable[int]], Sequence[SaidData]]
    quoted: Mapping[str, Mapping[Key, int]]


def plan(site: Site, editions: Iterable[AbstractData], shelf: Shelf) -> dict[str, Page]:
    """The pages by their paths; none where there is no edition."""
    held = catalogue(editions)
    if not held.editions:
        return {}
    every = [
        *_fixed(site),
        *_editions(site, held, shelf),
        *_stories(site, held, shelf),
        *_speakers(site, held, shelf),
        *_outlets(site, held),
        *_search(site, held, shelf),
        *_feeds(site, held, shelf),
    ]
    if site.base:
        every.append(_sitemap(site, every))
    return {page.path: page for page in every}


def _fixed(site: Site) -> Iterator[Page]:
    yield Page(paths.STYLE, "", lambda: pages.style(site))
    yield Page(paths.SCRIPT, "", lambda: pages.script(site))


def named_by(value: object) -> str:
    """Names a value of lists, tuples, strings and numbers; quicker than by way of JSON, for there
    are tens of thousands."""
    return hashlib.sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()[:16]


# --- editions -------------------------------------------------------------------------


def _editions(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    days = [edition["day"] for edition in held.editions]
    for i, edition in enumerate(held.editions):
        before = days[i - 1] if i else ""
        after = days[i + 1] if i + 1 < len(days) else ""
        yield _edition(site, shelf, paths.edition(days[i]), edition, before, after)
        if not after:
            yield _edition(site, shelf, paths.FRONT, edition, before, after)
    yield Page(
        paths.CALENDAR,
        named_by(days),
        lambda: pages.calendar(site, days, months(days)),
        days[-1],
    )


def _edition(
    site: Site, shelf: Shelf, path: str, edition: AbstractData, before: str, after: str
) -> Page:
    people = [person["id"] for person in edition["speakers"]]
    return Page(
        path,
        named_by([edition["digest"], before, after]),
        lambda: pages.edition(site, path, shelf.edition(edition["day"]), before, after, people),
        edition["day"],
    )


# --- stories --------------------------------------------------------------------------


def _stories(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    for id, course in held.courses.items():
        yield _story(site, shelf, paths.story(id), course)
    by_month: dict[str, list[list[Told]]] = {}
    for course in held.courses.values():
        for month in months(told.day for told in course if told.line["told"]):
            by_month.setdefault(month, []).append(course)
    chosen = sorted(by_month, reverse=True)
    for month, courses in by_month.items():
        latest_first = sorted(courses, key=_latest_first)
        where = [paths.month(month)] + [paths.STORIES] * (month == chosen[0])
        for path in where:
            sections = sorted(held.sections) if path == paths.STORIES else []
            yield _month(site, path, month, chosen, latest_first, len(held.courses), sections)


def _latest_first(course: Sequence[Told]) -> tuple[int, int, str]:
    last = course[-1]
    return -int(last.day.replace("-", "")), last.line["number"], last.line["id"]


def _story(site: Site, shelf: Shelf, path: str, course: Sequence[Told]) -> Page:
    def make() -> str:
        days = [
            pages.course_day(shelf.edition(told.day), told.line, turn)
            for turn, told in enumerate(course, 1)
        ]
        return pages.story(site, path, days, {s for told in course for s in told.line["speakers"]})

    inputs = named_by([told.edition["digest"] for told in course])
    return Page(path, inputs, make, course[-1].day)


def _month(
    site: Site,
    path: str,
    month: str,
    chosen: Sequence[str],
    courses: Sequence[Sequence[Told]],
    number: int,
    sections: Sequence[str],
) -> Page:
    # The whole course of a month's story may reach into the next: so much of it is named here.
    told = [
        (c[-1].line["id"], c[-1].line["headline"], c[0].day, c[-1].day, len(c)) for c in courses
    ]
    of_month = len(courses) if path != paths.STORIES else number
    return Page(
        path,
        named_by([told, chosen, of_month, sections]),
        lambda: pages.stories(site, path, month, chosen, courses, of_month, sections),
        courses[0][-1].day,
    )


# --- speakers -------------------------------------------------------------------------


def _speakers(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    ids = sorted(held.people, key=lambda one: (name_key(held.people[one]["name"]), one))
    by_letter: dict[str, list[str]] = {}
    for id in ids:
        by_letter.setdefault(letter(held.people[id]["name"]), []).append(id)
        yield from _speaker(site, held, shelf, id)
    letters = sorted(by_letter)
    for one, members in by_letter.items():
        yield _speaker_list(site, held, paths.letter(one), one, letters, members)
    most = sorted(ids, key=lambda one: -len(held.quoted.get(one, ())))[: pages.MOST_QUOTED]
    yield _speaker_list(site, held, paths.SPEAKERS, "", letters, most)


def _speaker_list(
    site: Site,
    held: Catalogue,
    path: str,
    chosen: str,
    letters: Sequence[str],
    ids: Sequence[str],
) -> Page:
    shown = [(held.people[id], len(held.quoted.get(id, ()))) for id in ids]
    number = len(ids) if chosen else len(held.people)
    return Page(
        path,
        named_by([[(*p.values(), n) for p, n in shown], letters, number]),
        lambda: pages.speakers(site, path, chosen, letters, shown, number),
        held.editions[-1]["day"],
    )


def _speaker(site: Site, held: Catalogue, shelf: Shelf, id: str) -> Iterator[Page]:
    """A page of the latest quotes, and one for each full part of the older ones: a new quote
    changes the first page alone."""
    person, told = held.people[id], held.quoted.get(id, [])
    shown = {key_of(row): row for one in told for row in one.edition["said"][id]}
    stored = shelf.quoted.get(id, {})
    number_of, story_of = stored.get, held.story_of.get
    keys = sorted(shown.keys() | stored.keys())
    parts = max(0, len(keys) // QUOTES - 1)  # so the first page has one to two parts itself
    last = told[-1].day if told else ""
    for part in range(1, parts + 2):
        wanted = keys[(part - 1) * QUOTES : part * QUOTES if part <= parts else None]
        number = part if part <= parts else 0
        # A hundred thousand quotes a year: their keys as they are, no new tuple for each.
        named = (wanted, [*map(number_of, wanted)], [story_of(key[1]) for key in wanted])
        around = (part, parts if part >= parts else 0, 0 if number else len(keys))
        yield Page(
            paths.speaker(id, number),
            named_by([tuple(person.values()), *named, around]),
            partial(_quotes, site, held, shelf, person, shown, wanted, len(keys), number, parts),
            last if not number else "",
        )


def _quotes(
    site: Site,
    held: Catalogue,
    shelf: Shelf,
    person: PersonData,
    shown: Mapping[Key, SaidData],
    wanted: Sequence[Key],
    total: int,
    number: int,
    parts: int,
) -> str:
    stored = shelf.quoted.get(person["id"], {})
    found = shelf.said(stored[key] for key in wanted if key in stored)
    rows = {**shown, **{key_of(row): row for row in found}}
    said = [rows[key] for key in wanted if key in rows]
    return pages.speaker(site, person, said, total, number, parts, held.story_of)


def key_of(row: SaidData) -> Key:
    return row["published"], row["article"], row["parts"][0]["start"]


# --- outlets --------------------------------------------------------------------------


def _outlets(site: Site, held: Catalogue) -> Iterator[Page]:
    names = sorted(held.outlets, key=lambda name: (name_key(name)[1], name))
    shown = [(name, len(held.outlets[name])) for name in names]
    yield Page(
        paths.OUTLETS,
        named_by(shown),
        lambda: pages.outlets(site, shown),
        held.editions[-1]["day"],
    )
    for name in names:
        yield from _outlet(site, held, name)


def _outlet(site: Site, held: Catalogue, name: str) -> Iterator[Page]:
    """A page for each month, which leads to those around it, and one of the latest, which leads
    to all: a new month changes two of them."""
    told = sorted(held.outlets[name], key=lambda one: one.line["number"])
    told.sort(key=lambda one: one.day, reverse=True)
    by_month = {month: list(lines) for month, lines in groupby(told, lambda one: one.day[:7])}
    chosen = list(by_month)
    for at, month in enumerate(chosen):
        later = chosen[at - 1] if at else ""
        around = (later, chosen[at + 1] if at + 1 < len(chosen) else "")
        yield _outlet_month(site, held, name, month, (), around, by_month[month])
    yield _outlet_month(site, held, name, "", chosen, ("", ""), by_month[chosen[0]])


def _outlet_month(
    site: Site,
    held: Catalogue,
    name: str,
    month: str,
    months: Sequence[str],
    around: tuple[str, str],
    told: Sequence[Told],
) -> Page:
    lines = [(one.line["id"], one.line["id"] in held.courses) for one in told]
    digests = dict.fromkeys(one.edition["digest"] for one in told)
    path = paths.outlet(name, month)
    return Page(
        path,
        named_by([lines, list(digests), months, around]),
        lambda: pages.outlet(site, path, name, month, months, around, told, held.courses),
        "" if month else told[0].day,
    )


# --- search ---------------------------------------------------------------------------


def _search(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    chosen = months(edition["day"] for edition in held.editions)
    letters = sorted({letter(person["name"]) for person in held.people.values()})
    yield Page(
        paths.SEARCH,
        named_by([chosen, letters]),
        lambda: pages.search(site, chosen, letters),
        held.editions[-1]["day"],
    )
    if site.live:
        return
    people = sorted((p["name"], id) for id, p in held.people.items())
    names = [[paths.speaker(id), "", name, ""] for name, id in people]
    names += [[paths.outlet(name), "", name, ""] for name in sorted(held.outlets)]
    yield Page(paths.NAMES, named_by(names), lambda: _script(names))
    for month in chosen:
        of_month = [e for e in reversed(held.editions) if e["day"][:7] == month]
        inputs = named_by([edition["digest"] for edition in of_month])
        yield Page(
            paths.shard(month),
            inputs,
            lambda of_month=of_month: _script(_rows(of_month, shelf)),  # type: ignore[misc]
        )


def _rows(editions: Sequence[AbstractData], shelf: Shelf) -> list[list[str]]:
    """What is searched: page, day, headline, and all shown words of each told story."""
    rows = []
    for edition in editions:
        for story in shelf.edition(edition["day"])["stories"]:
            shown = [statement["place"]["text"] for statement in story["statements"]]
            shown += [
                part["text"]
                for voice in story["voices"]
                for quote in voice["quotes"]
                for part in quote["contents"]
            ]
            path = f"{paths.edition(edition['day'])}#story-{story['number']}"
            rows.append([path, edition["day"], story["headline"], " ".join(shown)])
    return rows


def _script(rows: Sequence[Sequence[str]]) -> str:
    """A script that hands rows to the search; one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return escaped_surrogates(f"briefingSearch([\n{lines}\n]);\n")


# --- feeds ----------------------------------------------------------------------------


def _feeds(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    every = [
        Told(edition, line)
        for edition in reversed(held.editions)
        for line in edition["stories"]
        if line["told"]
    ]
    yield _feed(site, paths.FEED, site.title, paths.FRONT, every)
    for section, told in held.sections.items():
        title = f"{site.title}: {section}"
        latest = sorted(told, key=lambda one: one.line["number"])
        latest.sort(key=lambda one: one.day, reverse=True)
        yield _feed(site, paths.section_feed(section), title, paths.STORIES, latest)
    for id, person in held.people.items():
        title = f"{site.title}: {person['name']}"
        yield _feed(
            site,
            paths.speaker_feed(id),
            title,
            paths.speaker(id),
            held.quoted.get(id, [])[::-1],
            speaker=id,
        )


def _feed(
    site: Site, path: str, title: str, page: str, told: Sequence[Told], speaker: str = ""
) -> Page:
    newest = told[: feeds.NEWEST]
    return Page(
        path,
        named_by([title, [(one.line["id"], one.edition["digest"]) for one in newest]]),
        lambda: feeds.feed(site.base, path, title, page, [_entry(one, speaker) for one in newest]),
    )


def _entry(told: Told, speaker: str = "") -> feeds.Entry:
    line = told.line
    said = [
        " ".join(part["text"] for part in quote["parts"])
        for quote in told.edition["said"].get(speaker, ())
        if quote["article"] in line["articles"]
    ]
    return feeds.Entry(
        key=f"{told.day} {line['id']}",
        title=line["headline"],
        path=f"{paths.edition(told.day)}#story-{line['number']}",
        updated=told.edition["end"],
        summary="\n".join(said) or line["lead"],
        author=", ".join(line["outlets"]),
        category=line["section"],
    )


def _sitemap(site: Site, every: Sequence[Page]) -> Page:
    shown = sorted(((p.path, p.changed) for p in every if p.changed), key=lambda row: row[0])
    latest = sorted(shown, key=lambda row: row[1], reverse=True)
    return Page(paths.SITEMAP, named_by(latest), lambda: feeds.sitemap(site.base, latest))
