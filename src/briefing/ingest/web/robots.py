"""robots.txt (RFC 9309): which paths of a host may be fetched, and how slowly."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: at least 500 kibibytes must be read
_MAX_RULES = 5_000
_ESCAPE = re.compile("%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")  # RFC 3986, 2.3


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for us: (path pattern, allowed), and the asked-for delay in seconds."""

    rules: tuple[tuple[str, bool], ...] = ()
    crawl_delay: float | None = None

    def allows(self, url: str) -> bool:
        """The longest matching pattern decides; of two equally long ones the one that allows."""
        parts = urlsplit(url)
        path = _normal(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if path == "/robots.txt":
            return True
        matching = [(len(p), allow) for p, allow in self.rules if _matches(p, path)]
        return max(matching, default=(0, True))[1]


NO_RULES = Robots()
NOTHING_ALLOWED = Robots(rules=(("/", False),))


def robots(text: str, agent: str) -> Robots:
    """The rules of `text` for the product token `agent`, else those for "*", else none."""
    own: list[tuple[str, str]] = []
    general: list[tuple[str, str]] = []
    named = False
    for agents, lines in _groups(text):
        if agent.lower() in agents:
            named = True
            own += lines
        if "*" in agents:
            general += lines
    lines = own if named else general
    return Robots(_rules(lines), _delay(lines))


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """(agents, lines) in the file's order; several user-agent lines in a row share their lines."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not groups or groups[-1][1]:
                groups.append((set(), []))
            # "briefing/1.0" and "Briefing" both mean us: the product token alone counts
            groups[-1][0].add(value.partition("/")[0].strip().lower())
        elif groups and key in {"allow", "disallow", "crawl-delay"}:
            groups[-1][1].append((key, value))
    return groups


def _rules(lines: list[tuple[str, str]]) -> tuple[tuple[str, bool], ...]:
    """An empty pattern says nothing (RFC 9309, 2.2.2)."""
    found = [(_normal(v), k == "allow") for k, v in lines if k != "crawl-delay" and v]
    return tuple(found[:_MAX_RULES])


def _delay(lines: list[tuple[str, str]]) -> float | None:
    for key, value in lines:
        if key == "crawl-delay":
            try:
                delay = float(value)
            except ValueError:
                continue
            return delay if 0 <= delay < float("inf") else None
    return None


def _normal(path: str) -> str:
    """Percent-encoding in one spelling: %7E and ~ are one path, "/" and %2F are two."""
    return _ESCAPE.sub(_spelling, quote(path, safe=string.printable))


def _spelling(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if letter in _UNRESERVED else escape[0].upper()


def _matches(pattern: str, path: str) -> bool:
    """Whether `path` begins like `pattern`; "*" is any characters, a closing "$" the path's end.

    Greedy from the left, so that a pattern of a thousand stars takes no longer than its length.
    """
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if anchored and not others:
        return place == len(path)
    for index, part in enumerate(others):
        if anchored and index == len(others) - 1:
            return path.endswith(part) and len(path) - len(part) >= place
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True
