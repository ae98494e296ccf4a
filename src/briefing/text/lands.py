"""Which lands a text names, by the list in data/lands.txt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

# Of the texts that name any land, those that name the one at home; fewer texts tell nothing. On 455
# days of American news one was taken for another land's, a day of war; with three texts four were.
COMMON, FEWEST = 0.5, 5
# What stands for the land at home where so many texts name lands and none is named by most.
SCATTERED, MANY = "(scattered)", 20


@lru_cache(maxsize=2_000)
def lands(text: str) -> frozenset[str]:
    """The lands that it names by themselves, their people or a city that stands for them."""
    words, pattern = _known()
    return frozenset(words[found][0] for found in pattern.findall(text))


@lru_cache(maxsize=2_000)
def scenes(text: str) -> frozenset[str]:
    """The same, but of a land's part ("Ohio") the part."""
    words, pattern = _known()
    return frozenset(words[found][1] for found in pattern.findall(text))


def home(texts: Iterable[str]) -> str:
    """The land that most of them are about; `SCATTERED` if they are many and none stands out, ""
    if they are few."""
    named = [found for text in texts if (found := lands(text))]
    count = Counter(land for found in named for land in found)
    if not count:
        return ""
    most = min(count, key=lambda land: (-count[land], land))
    if count[most] >= max(FEWEST, COMMON * len(named)):
        return most
    return SCATTERED if len(named) >= MANY else ""


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    """(land and scene by the word that names them, a pattern of all words)."""
    listed = files("briefing").joinpath("data", "lands.txt").read_text(encoding="utf-8")
    words: dict[str, tuple[str, str]] = {}
    for line in listed.splitlines():
        land, colon, named = line.partition(": ")
        if colon and not line.startswith("#"):
            whole, _, parts = named.partition(" | ")
            words |= dict.fromkeys(_names(whole), (land, land))
            words |= {name: (land, name) for name in _names(parts)}
    ends = r"(?!\w|-(?:language|speaking|born|American)\b)"
    return words, re.compile(rf"(?<![\w.])(?:{_any_of(words)}){ends}")


def _any_of(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first; by their first letters, for speed."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    by_letter: dict[str, list[str]] = {}
    for word in longest:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))


def _names(listed: str) -> list[str]:
    return [name.replace("_", " ") for name in listed.split()]
