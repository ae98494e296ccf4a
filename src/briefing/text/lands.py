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


@lru_cache(maxsize=2_000)
def lands(text: str) -> frozenset[str]:
    """The lands that it names by themselves, their people or a city that stands for them."""
    words, pattern = _known()
    return frozenset(words[found] for found in pattern.findall(text))


def home(texts: Iterable[str]) -> str:
    """The land that most of them are about; "" where none stands out."""
    named = [found for text in texts if (found := lands(text))]
    count = Counter(land for found in named for land in found)
    if not count:
        return ""
    most = min(count, key=lambda land: (-count[land], land))
    return most if count[most] >= max(FEWEST, COMMON * len(named)) else ""


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], re.Pattern[str]]:
    listed = files("briefing").joinpath("data", "lands.txt").read_text(encoding="utf-8")
    words: dict[str, str] = {}
    for line in listed.splitlines():
        land, colon, names = line.partition(": ")
        if colon and not line.startswith("#"):
            words |= {name.replace("_", " "): land for name in names.split()}
    longest = sorted(words, key=lambda word: (-len(word), word))
    return words, re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest))})(?!\w)")
