"""A story's course: how many outlets had a report of their own of it on each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from briefing.edition.schema import CourseDayData
from briefing.model import Article

LONGEST = 14  # days: a chart of more has no room beside a story
FEWEST = 3  # days worth showing: of two, the story's facts say how many report it today


def course(
    reports: Iterable[Article], day: date, time_zone: str, day_starts: str
) -> list[CourseDayData]:
    """A row for each day from the first of a story's `reports` to the edition's `day`, also for
    those without any, the last 14 at most; nothing where all came on one day. Days begin at
    `day_starts` ("HH:MM")."""
    zone, start = ZoneInfo(time_zone or "UTC"), time.fromisoformat(day_starts)
    told = {(a.outlet, min(_day_of(a.published, zone, start), day)) for a in reports}
    days = [one for _, one in told]  # an outlet once a day
    if len(set(days)) < 2:
        return []
    first = max(min(days), day - timedelta(days=LONGEST - 1))
    every = [first + timedelta(days=i) for i in range((day - first).days + 1)]
    return [CourseDayData(day=one.isoformat(), reports=days.count(one)) for one in every]


def tells(course: Sequence[CourseDayData]) -> bool:
    """Whether a course, in words or as a chart, says more than when a story began and was last
    reported: over three days or more, with more than one outlet on one of them."""
    return len(course) >= FEWEST and any(row["reports"] > 1 for row in course)


def _day_of(moment: datetime, zone: ZoneInfo, start: time) -> date:
    """The day that a moment belongs to: before `day_starts` it is still the day before."""
    local = moment.astimezone(zone)
    return local.date() - timedelta(days=local.time() < start)
