"""A story's course: how many reports of it came on each day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from briefing.edition.schema import CourseDayData
from briefing.model import Story

LONGEST = 14  # days: a chart of more has no room beside a story


def course(story: Story, day: date, time_zone: str, day_starts: str) -> list[CourseDayData]:
    """A row for each day from the story's first report to the edition's `day`, also for those
    without any, the last 14 at most; nothing where all came on one day. Days begin at
    `day_starts` ("HH:MM")."""
    zone, start = ZoneInfo(time_zone or "UTC"), time.fromisoformat(day_starts)
    days = [_day_of(article.published, zone, start) for article in story.articles]
    days = [min(one, day) for one in days]
    if len(set(days)) < 2:
        return []
    first = max(min(days), day - timedelta(days=LONGEST - 1))
    every = [first + timedelta(days=i) for i in range((day - first).days + 1)]
    return [CourseDayData(day=one.isoformat(), reports=days.count(one)) for one in every]


def _day_of(moment: datetime, zone: ZoneInfo, start: time) -> date:
    """The day that a moment belongs to: before `day_starts` it is still the day before."""
    local = moment.astimezone(zone)
    return local.date() - timedelta(days=local.time() < start)
