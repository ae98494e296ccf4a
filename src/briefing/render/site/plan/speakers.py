"""The pages of the speakers: their quotes in parts, and the lists by letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from briefing.render.site import pages, paths
from briefing.render.site.abstracts import PersonData, SaidData
from briefing.render.site.catalogue import Catalogue, letter, name_key
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Key, Page, Shelf, named_by

QUOTES = 15  # in one part of a speaker's page: the first page, made anew each day, has up to 29


def speakers(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    """The pages of each speaker, a list for each letter, and the list of all."""
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
        named = (wanted, [*map(number_of, wanted)], [story_of(article) for _, article, _ in wanted])
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
    """What a quote is sorted and found by."""
    return row["published"], row["article"], row["parts"][0]["start"]
