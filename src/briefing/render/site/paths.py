"""Where each page lies. Names come from articles and are made harmless; the same everywhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata

FRONT = "index.html"
CALENDAR = "calendar.html"
SEARCH = "search.html"
STORIES = "stories/index.html"
SPEAKERS = "speakers/index.html"
OUTLETS = "outlets/index.html"
FEED = "feeds/all.xml"
SITEMAP = "sitemap.xml"
STYLE = "assets/site.css"
SCRIPT = "assets/search.js"
NAMES = "search/names.js"

LONGEST = 60  # characters of a name in a path: far below what any file system allows
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
# What lies beside such a page, and names that Windows keeps for devices.
_TAKEN = re.compile(
    r"index|con|prn|aux|nul|com\d|lpt\d|(?:letter|month)-.*|.*-part-\d+|.*-\d{4}-\d\d"
)


def file_name(name: str) -> str:
    """`name` where it is plain, else what is plain of it and a digest: never two names alike."""
    if len(name) <= LONGEST and _PLAIN.fullmatch(name) and not _TAKEN.fullmatch(name):
        return name
    letters = unicodedata.normalize("NFKD", name).casefold()
    plain = _OTHER.sub("-", letters).strip("-")[:LONGEST].strip("-")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain}-{digest}" if plain else digest


def edition(day: str) -> str:
    """The page of a day: "2026-01-15"."""
    return f"editions/{day}.html"


def story(id: str) -> str:
    """The page of a story's whole course."""
    return f"stories/{file_name(id)}.html"


def month(month: str) -> str:
    """The page of all stories told in a month: "2026-01"."""
    return f"stories/month-{month}.html"


def speaker(id: str, part: int = 0) -> str:
    """The page of the latest quotes, or that of an older part, from 1."""
    return f"speakers/{file_name(id)}{f'-part-{part}' if part else ''}.html"


def letter(letter: str) -> str:
    """The list of the speakers whose names begin so."""
    return f"speakers/letter-{file_name(letter.casefold())}.html"


def outlet(name: str, month: str = "") -> str:
    """The page of an outlet's latest month, or that of an earlier one: "2026-01"."""
    return f"outlets/{file_name(name)}{month and '-' + month}.html"


def section_feed(section: str) -> str:
    """The Atom feed of a section."""
    return f"feeds/section-{file_name(section)}.xml"


def speaker_feed(id: str) -> str:
    """The Atom feed of the stories that quote a speaker."""
    return f"feeds/speaker-{file_name(id)}.xml"


def shard(month: str) -> str:
    """What a search in that month looks into: "2026-01"."""
    return f"search/{month}.js"


def root(path: str) -> str:
    """What leads from a page back to the site's first folder: "../" for each folder it lies in."""
    return "../" * path.count("/")
