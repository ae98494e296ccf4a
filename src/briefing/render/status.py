"""What a story is to a reader who knows the days before."""

from __future__ import annotations

from datetime import date

from briefing.edition import StoryData
from briefing.render.frame import Frame


def status(words: Frame, story: StoryData, day: str) -> str:
    """ "New", "Updated" or "Day 3"."""
    if story["status"] == "new":
        return words.text("New")
    if story["status"] == "updated":
        return words.text("Updated")
    days = (date.fromisoformat(day) - date.fromisoformat(story["since"])).days + 1
    return words.text("Day %(n)s") % {"n": words.number(max(days, 2))}
