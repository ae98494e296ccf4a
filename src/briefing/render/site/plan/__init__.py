"""All pages of a site, with what each is made from: who has them can tell which must be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.render.site import pages, paths
from briefing.render.site.abstracts import AbstractData
from briefing.render.site.catalogue import catalogue
from briefing.render.site.layout import Site
from briefing.render.site.plan.editions import editions
from briefing.render.site.plan.feeds import feeds, sitemap
from briefing.render.site.plan.outlets import outlets
from briefing.render.site.plan.page import Key, Page, Shelf
from briefing.render.site.plan.search import search
from briefing.render.site.plan.speakers import speakers
from briefing.render.site.plan.stories import stories

__all__ = ["Key", "Page", "Shelf", "plan"]


def plan(site: Site, given: Iterable[AbstractData], shelf: Shelf) -> dict[str, Page]:
    """The pages of the `given` editions by their paths; none where there is no edition."""
    held = catalogue(given)
    if not held.editions:
        return {}
    every = [
        *_fixed(site),
        *editions(site, held, shelf),
        *stories(site, held, shelf),
        *speakers(site, held, shelf),
        *outlets(site, held),
        *search(site, held, shelf),
        *feeds(site, held),
    ]
    if site.base:
        every.append(sitemap(site, every))
    return {page.path: page for page in every}


def _fixed(site: Site) -> Iterator[Page]:
    yield Page(paths.STYLE, "", lambda: pages.style(site))
    yield Page(paths.SCRIPT, "", lambda: pages.script(site))
