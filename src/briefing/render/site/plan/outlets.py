"""The pages of the outlets: what each told in a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.render.site import pages, paths
from briefing.render.site.catalogue import Catalogue, Told, name_key
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Page, named_by


def outlets(site: Site, held: Catalogue) -> Iterator[Page]:
    """The list of outlets, and of each a page for its latest month and one for every month."""
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
