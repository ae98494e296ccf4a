"""The Atom feeds of stories, sections and speakers, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.render.site import feeds as atom
from briefing.render.site import paths
from briefing.render.site.catalogue import Catalogue, Told
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Page, named_by


def feeds(site: Site, held: Catalogue) -> Iterator[Page]:
    """A feed of all stories told, one a section, one a speaker; newest first."""
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
    newest = told[: atom.NEWEST]
    return Page(
        path,
        named_by([title, [(one.line["id"], one.edition["digest"]) for one in newest]]),
        lambda: atom.feed(site.base, path, title, page, [_entry(one, speaker) for one in newest]),
    )


def _entry(told: Told, speaker: str = "") -> atom.Entry:
    line = told.line
    said = [
        " ".join(part["text"] for part in quote["parts"])
        for quote in told.edition["said"].get(speaker, ())
        if quote["article"] in line["articles"]
    ]
    return atom.Entry(
        key=f"{told.day} {line['id']}",
        title=line["headline"],
        path=f"{paths.edition(told.day)}#story-{line['number']}",
        updated=told.edition["end"],
        summary="\n".join(said) or line["lead"],
        author=", ".join(line["outlets"]),
        category=line["section"],
    )


def sitemap(site: Site, every: Sequence[Page]) -> Page:
    """The sitemap of all pages that say when they changed."""
    shown = sorted(((p.path, p.changed) for p in every if p.changed), key=lambda row: row[0])
    latest = sorted(shown, key=lambda row: row[1], reverse=True)
    return Page(paths.SITEMAP, named_by(latest), lambda: atom.sitemap(site.base, latest))
