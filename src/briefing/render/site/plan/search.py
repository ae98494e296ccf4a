"""The page of the search, and the scripts that it looks into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from briefing.render.json import escaped_surrogates
from briefing.render.site import pages, paths
from briefing.render.site.abstracts import AbstractData
from briefing.render.site.catalogue import Catalogue, letter, months
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Page, Shelf, named_by


def search(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    """The page, and the scripts with the words of each month and the names of the speakers."""
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
