"""What readers are told of an edition that is not whole, or not there: in their language."""

from __future__ import annotations

from briefing.render.frame import Frame


def incomplete(words: Frame, read: int, every: int) -> str:
    """That only so many of the sources could be read."""
    told = words.text("Incomplete: %(read)s of %(every)s sources could be read.")
    return told % {"read": words.number(read), "every": words.number(every)}


def no_news(words: Frame, title: str, day: str) -> tuple[str, str]:
    """(subject, text) of the mail that comes in place of an edition."""
    subject = words.text("%(title)s, %(day)s: no news")
    text = words.text("No article of that day was found.")
    return subject % {"title": title, "day": words.short_day(day)}, f"{text}\n"
