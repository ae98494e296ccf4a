"""The outlet that an article names, as a Source."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath
from urllib.parse import urlsplit

from briefing.ingest.texts import visible
from briefing.model import Source

UNKNOWN = Source(id="unknown", name="unknown")
_OTHER = re.compile(r"[^a-z0-9]+")


def named(name: str, url: str = "") -> Source:
    """The source called `name`; where that is blank, the host of `url`; UNKNOWN without both."""
    shown = " ".join(visible(name).split())[:200] or host(url)
    return Source(id=slug(shown), name=shown) if shown else UNKNOWN


def kept_in(path: PurePath) -> str:
    """What an outlet is called that nothing else names: the nearest folder of the file at `path`
    that is no date, or the file itself."""
    folders = [name for name in path.parts[:-1] if any(letter.isalpha() for letter in name)]
    return folders[-1] if folders else path.name


def slug(name: str) -> str:
    """`name` in a-z, 0-9 and hyphens; a name in another script gets a number of its own."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = _OTHER.sub("-", plain).strip("-")[:60]
    return found or "source-" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]


def host(url: str) -> str:
    """The host of a web address, without "www."; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
