"""The pages of the stories: a story's course, and the stories of each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.render.site import pages, paths
from briefing.render.site.catalogue import Catalogue, Told, months
from briefing.render.site.layout import Site
from briefing.render.site.plan.page import Page, Shelf, named_by


def stories(site: Site, held: Catalogue, shelf: Shelf) -> Iterator[Page]:
    """A page for each story's course, and one for each month."""
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
