"""What readers are told of an edition that is not whole, empty, or not there: in their language."""

from __future__ import annotations

import re

from briefing.edition import Edition
from briefing.render.frame import Frame

UNTOLD = (
    "The only article of this day is not told: it seems to comment or explain, or was told before.",
    "None of the %(n)s articles of this day is told: "
    "they seem to comment or explain, or were told before.",
)
NOTHING_TOLD = (
    "Nothing of this day is told: no sentence of its articles was found to tell news by itself, "
    "or they were told before or are muted."
)

# How the program says that a server was not heard at all (`ingest/web/transport.py`).
_UNREACHED = re.compile(
    r"\btimed out\b|\bcannot be (?:reached|asked)\b|\brefuses the connection\b|\bbroke\b"
    r"|^no (?:address|secure connection)\b|^the certificate\b"
)


def note(words: Frame, edition: Edition) -> str:
    """What a reader must know before all else: what is missing, or why nothing is told; else ""."""
    return " ".join(filter(None, (edition.get("note"), untold(words, edition))))


def untold(words: Frame, edition: Edition) -> str:
    """Why an edition has neither a story nor a line, "" where it has one: of reports, less is
    known, and columns that stand alone are not counted."""
    if edition["stories"] or edition["also"]:
        return ""
    interests = edition["settings"].get("interests")
    muted = isinstance(interests, dict) and interests.get("muted")
    if edition["origins"] or not edition["articles"] or muted:
        return words.text(NOTHING_TOLD)
    return words.count(*UNTOLD, edition["articles"])


def incomplete(words: Frame, read: int, every: int) -> str:
    """That only so many of the sources could be read."""
    told = words.text("Incomplete: %(read)s of %(every)s sources could be read.")
    return told % {"read": words.number(read), "every": words.number(every)}


def unread(words: Frame, reason: str, *, part: bool = False) -> str:
    """What came of a source for `reason`, or of `part` of it: its name stands before the words."""
    if part:
        return words.text("could be read in part only")
    if _UNREACHED.search(reason):
        return words.text("could not be reached")
    return words.text("holds what cannot be read")


def no_news(words: Frame, title: str, day: str, *, any_article: bool) -> tuple[str, str]:
    """(subject, text) of the mail that comes in place of an edition."""
    subject = words.text("%(title)s, %(day)s: no news")
    text = words.text("No article of that day was found.")
    if any_article:
        text = words.text(NOTHING_TOLD)
    return subject % {"title": title, "day": words.short_day(day)}, f"{text}\n"
