"""What is wrong in a configuration, and where it stands in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Place = tuple[str | int, ...]  # ("sources", 0, "url")

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s?\.\s?(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


@dataclass(frozen=True, slots=True)
class Fault:
    """`words` end the sentence that begins with the name of the key."""

    place: Place
    words: str

    def told(self, path: Path | None, text: str) -> str:
        """The whole sentence: file, line, key, what to write instead."""
        line = line_of(self.place, text)
        where = f"{path}, line {line}: " if line else f"{path}: " if path else ""
        return f"{where}{named(self.place)} {self.words}"


def named(place: Place) -> str:
    """A place in words: "edition.stories", "sources.url (entry 2)"."""
    keys = ".".join(part for part in place if isinstance(part, str))
    entry = next((part for part in place if isinstance(part, int)), None)
    return keys if entry is None else f"{keys} (entry {entry + 1})"


def line_of(place: Place, text: str) -> int | None:
    """The line (from 1) of the key, else of the table that it stands in."""
    best, length = None, 0
    for number, found in _places(text):
        if len(found) > length and found == place[: len(found)]:
            best, length = number, len(found)
    return best


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """The place of each header and key, by lines; inline tables count as their key."""
    table: Place = ()
    entries: Counter[Place] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _table(header[1] == "[[", _keys(header[2]), entries)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _keys(key[1])


def _table(repeated: bool, keys: Place, entries: Counter[Place]) -> Place:
    """`keys` with the number of the entry behind each name that heads an array of tables."""
    place: Place = ()
    for position, key in enumerate(keys):
        place += (key,)
        if repeated and position == len(keys) - 1:
            entries[place] += 1
        if entries[place]:
            place += (entries[place] - 1,)
    return place


def _keys(dotted: str) -> Place:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
