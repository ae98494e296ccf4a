"""The headline of a page: the title without the outlet's name and section around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 300  # characters; what is longer is text in the wrong place
_PARTING = re.compile(r"\s+[|\-–—•·:»«]{1,2}\s+|\s*[|»•]\s*|:\s+")
_LETTERS = re.compile(r"[^\W_]+")


def headline(titles: Sequence[str], headings: Sequence[str], site: str, host: str) -> str:
    """The best of what a page calls itself: `titles` (best first) and its `headings` (h1).

    A heading that stands inside a title is the headline ("Dam opens" in "Dam opens | Gazette").
    Without one, parts at the ends of the title that name the site are cut.
    """
    stated = [one for title in titles if (one := " ".join(title.split())[:LONGEST])]
    shown = [one for title in headings if (one := " ".join(title.split())[:LONGEST])]
    for title in stated:
        for heading in shown:
            if _is_headline(heading, site, host) and _holds(title, heading):
                return heading
    if stated:
        return without_site(_shared(stated), site, host)
    return next((one for one in shown if _is_headline(one, site, host)), "")


def without_site(title: str, site: str, host: str) -> str:
    """`title` without a first or last part that names the site, nor the section before that."""
    parts = list(_PARTING.finditer(title))
    for cut in parts:  # the earliest cut from whose right side only the site's name is left over
        if _names(title[cut.end() :], site, host) and _key(title[: cut.start()]):
            return title[: cut.start()].strip()
    if parts and _names(title[: parts[0].start()], site, host):
        return title[parts[0].end() :].strip()
    return title


def _shared(titles: list[str]) -> str:
    """The first title, or a shorter one of at least three words that it begins with."""
    first = titles[0]
    inside = [t for t in titles[1:] if len(t.split()) > 2 and first.startswith(t)]
    return min(inside, key=len, default=first)


def _is_headline(heading: str, site: str, host: str) -> bool:
    return len(heading.split()) > 2 and not _names(heading, site, host)


def _holds(title: str, heading: str) -> bool:
    return _key(heading) in _key(title)


def _names(part: str, site: str, host: str) -> bool:
    """Whether `part` is the site's name, its address, or begins like it ("Vortex Studios")."""
    key = re.sub(r"^the(?=\w)", "", _key(part))
    if not key or len(part) > 60:
        return False
    known = {re.sub(r"^the(?=\w)", "", _key(name)) for name in (site, host, _label(host))} - {""}
    return key in known or any(
        min(len(key), len(name)) > 4 and (key.startswith(name) or name.startswith(key))
        for name in known
    )


def _label(host: str) -> str:
    """ "gazette" of "news.gazette.co.example"."""
    return max(host.split(".")[:-1], key=len, default="")


def _key(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))
