"""The pages of the editions: one a day, the front page, the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.site import pages, paths
from briefing.render.site.abstracts import AbstractData
from briefing.render.site.catalogue import Catalogue, months
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Page, Shelf, named_by


def editions(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    """A page a day, the latest also as the front page, and the calendar."""
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
