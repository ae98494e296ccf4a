"""The pages of the archive, each made from values."""

from __future__ import annotations

import calendar as weeks
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from itertools import groupby
from typing import Any

from markupsafe import Markup

from briefing.edition import CourseDayData, Edition, StoryData
from briefing.render import embedded
from briefing.render.environment import small, source
from briefing.render.looks import SITE, look
from briefing.render.site import paths
from briefing.render.site.abstracts import LineData, PersonData, SaidData
from briefing.render.site.catalogue import Told
from briefing.render.site.layout import MOMENTS, Site, dressed, page, page_in, text_of

_UNSAID = re.compile(r"[\W_]+")
MOST_QUOTED = 60  # speakers on the first page: two columns of a screen or two
LONGEST_WEEKDAY = 5  # letters, in a column of the calendar


@dataclass(frozen=True, slots=True)
class CourseDay:
    """A story on one day: as it was told, with other numbers, or as one line."""

    edition: Edition
    line: LineData
    story: StoryData | None
    printed: int


def edition(
    site: Site, path: str, content: Edition, before: str, after: str, people: Iterable[str]
) -> str:
    """The page of one day; `before` and `after` are the days beside it, "" where there is none."""
    language, zone = content["language"] or "en", content["window"]["time_zone"]
    words, env = dressed(language, zone, site.templates)
    values = {
        "heading": content["title"],
        "edition": content,
        "before": before,
        "after": after,
        "people": set(people),
        "embedded": Markup(embedded.element(content, look(SITE, site.templates))),  # noqa: S704 (escaped for a script element)
    }
    return page_in(words, env, site, "edition", path, values)


def story(site: Site, path: str, days: Sequence[CourseDay], people: Iterable[str]) -> str:
    """A story's whole course, a part for each day."""
    last = days[-1].line
    values = {
        "heading": last["headline"],
        "heading_language": last["language"],
        "section": last["section"],
        "days": days,
        "course": [
            CourseDayData(day=day.edition["day"], reports=day.line["reports"]) for day in days
        ],
        "people": set(people),
    }
    return page(site, "story", path, values)


def course_day(content: Edition, line: LineData, turn: int) -> CourseDay:
    """The story of `line` as the edition told it, renumbered to be the page's number `turn`."""
    found = next((s for s in content["stories"] if s["id"] == line["id"]), None)
    return CourseDay(content, line, found and _renumbered(found, turn), line["number"])


def _renumbered(story: StoryData, turn: int) -> StoryData:
    """Two days may show one sentence: the turn keeps the page's ids apart."""
    return StoryData(
        **(
            story
            | {
                "number": turn,
                "statements": [s | {"id": f"{s['id']}-{turn}"} for s in story["statements"]],
                "timeline": [s | {"id": f"{s['id']}-{turn}"} for s in story["timeline"]],
                "differences": [d | {"id": f"{d['id']}-{turn}"} for d in story["differences"]],
                "voices": [
                    v | {"quotes": [q | {"id": f"{q['id']}-{turn}"} for q in v["quotes"]]}
                    for v in story["voices"]
                ],
            }
        )
    )


def calendar(site: Site, days: Sequence[str], months: Sequence[str]) -> str:
    """The days that have an edition, month by month."""
    words, _ = dressed(site.language, site.time_zone, site.templates)
    first = words.locale.first_week_day
    grid = weeks.Calendar(first)
    order = [*range(first, 7), *range(first)]
    names = words.locale.days["stand-alone"]
    short, long = names["abbreviated"], words.locale.days["format"]
    if max(map(len, short.values())) > LONGEST_WEEKDAY:  # Arabic ones are not shortened at all
        short = names["short"]
    values = {
        "heading": words.text("Calendar"),
        "days": frozenset(days),
        "months": [(month, _weeks(grid, month)) for month in months],
        "weekdays": [(short[day], long["wide"][day]) for day in order],
    }
    return page(site, "calendar", paths.CALENDAR, values)


def _weeks(grid: weeks.Calendar, month: str) -> list[list[str]]:
    """The weeks of a month as ISO days, "" for those of other months."""
    year, number = map(int, month.split("-"))
    return [
        [f"{month}-{day:02}" if day else "" for day in week]
        for week in grid.monthdayscalendar(year, number)
    ]


def stories(
    site: Site,
    path: str,
    chosen: str,
    months: Sequence[str],
    courses: Sequence[Sequence[Told]],
    number: int,
    feeds: Sequence[str] = (),
) -> str:
    """The stories of a month, the latest first; the front of the stories leads to all months."""
    values = {
        "heading": text_of(site, "Stories"),
        "chosen": chosen,
        "months": months,
        "courses": courses,
        "number": number,
        "feeds": feeds,
    }
    return page(site, "stories", path, values)


def speakers(
    site: Site,
    path: str,
    chosen: str,
    letters: Sequence[str],
    shown: Sequence[tuple[PersonData, int]],
    number: int,
) -> str:
    """The speakers of one letter, or the most quoted where none is `chosen`."""
    values = {
        "heading": text_of(site, "Speakers"),
        "chosen": chosen,
        "letters": letters,
        "speakers": shown,
        "number": number,
    }
    return page(site, "speakers", path, values)


def speaker(
    site: Site,
    person: PersonData,
    said: Sequence[SaidData],
    total: int,
    part: int,
    parts: int,
    story_of: Mapping[str, str],
) -> str:
    """`said` is of one part, oldest first; part 0 is the latest, 1 the oldest of `parts` others."""
    words, _ = dressed(site.language, site.time_zone, site.templates)
    by_day = groupby(said, lambda quote: _local_day(words.zone, quote["published"]))
    values = {
        "heading": person["name"],
        "person": person,
        "said": [(day, folded(quotes)) for day, quotes in by_day][::-1],
        "total": total,
        "part": part,
        "earlier": part - 1 if part else parts,
        "later": None if not part else (part + 1) % (parts + 1),
        "story_of": {quote["article"]: story_of.get(quote["article"], "") for quote in said},
        "feed": paths.speaker_feed(person["id"]),
    }
    return page(site, "speaker", paths.speaker(person["id"], part), values)


@lru_cache(maxsize=MOMENTS)
def _local_day(zone: tzinfo, moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(zone).date().isoformat()


def folded(quotes: Iterable[SaidData]) -> list[dict[str, Any]]:
    """The quotes of a day in their order, each wording once: where it stood first; `also` are the
    later places."""
    groups: dict[str, list[SaidData]] = {}
    for quote in quotes:
        words = " ".join(part["text"] for part in quote["parts"])
        groups.setdefault(_UNSAID.sub("", words.casefold()), []).append(quote)
    return [{**same[0], "also": same[1:]} for same in groups.values()]


def outlets(site: Site, shown: Sequence[tuple[str, int]]) -> str:
    """The list of outlets: `shown` are (name, number of stories told)."""
    values = {"heading": text_of(site, "Outlets"), "outlets": shown}
    return page(site, "outlets", paths.OUTLETS, values)


def outlet(
    site: Site,
    path: str,
    name: str,
    month: str,
    months: Sequence[str],
    around: tuple[str, str],
    told: Sequence[Told],
    courses: Iterable[str],
) -> str:
    """`told` is of `month`, or of the latest where that is "", the latest day first; `around` are
    the months after and before it."""
    days = groupby(told, lambda one: one.day)
    values = {
        "heading": name,
        "month": month,
        "months": months,
        "later": around[0],
        "earlier": around[1],
        "days": [(day, [one.line for one in lines]) for day, lines in days],
        "courses": courses,
    }
    return page(site, "outlet", path, values)


def search(site: Site, months: Sequence[str], letters: Sequence[str]) -> str:
    """The page of the search; without a script it leads to months and to letters of speakers."""
    values = {"heading": text_of(site, "Search"), "months": months, "letters": letters}
    return page(site, "search", paths.SEARCH, values)


def style(site: Site) -> str:
    """The one style sheet: that of an edition, and what the archive has beside it."""
    _, env = dressed(site.language, site.time_zone, site.templates)
    sheets = {
        name: small(source(env, name))
        for name in ("base.css", "screen.css", "print.css", "theme.css", "site/site.css")
    }
    sheets["print.css"] = f"@media print{{{sheets['print.css']}}}"
    return "\n".join(sheets.values()) + "\n"


def script(site: Site) -> str:
    """The script of the search, as it is in the templates."""
    _, env = dressed(site.language, site.time_zone, site.templates)
    return source(env, "site/search.js")
