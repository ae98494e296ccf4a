"""What a story is to a reader who knows the days before."""

from __future__ import annotations

from datetime import date

from briefing.edition import StoryData
from briefing.render.frame import Frame


def status(words: Frame, story: StoryData, day: str) -> str:
    """ "New", "Updated · since 3 Feb" or "Day 3 · since 3 Feb"."""
    if story["status"] == "new":
        return words.text("New")
    first = date.fromisoformat(story["since"])
    days = (date.fromisoformat(day) - first).days + 1
    label = words.text("Updated")
    if story["status"] != "updated":
        label = words.text("Day %(n)s") % {"n": words.number(max(days, 2))}
    if days < 2:
        return label
    return f"{label} · {words.text('since %(day)s') % {'day': words.plain_day(first)}}"
