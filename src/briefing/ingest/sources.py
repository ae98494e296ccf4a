"""The outlet that an article names, as a Source."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from briefing.ingest.texts import visible
from briefing.model import Source

_OTHER = re.compile(r"[^a-z0-9]+")


def named(name: str, url: str = "") -> Source:
    """The source called `name`; where that is blank, the host of `url`; "unknown" without both."""
    shown = " ".join(visible(name).split())[:200] or host(url) or "unknown"
    return Source(id=slug(shown), name=shown)


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
