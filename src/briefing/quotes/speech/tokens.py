"""Words and signs of one sentence, with quoted stretches as single tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model import Span
from briefing.quotes.speech.marks import Marked
from briefing.text.names import RANKS

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    # "he's" is two words: who acts, and that it is so.
    r"|(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Yy]ou|[Ww]ho|[Ii]t|[Tt]hat|[Tt]here)(?=[’'](?:s|re|ve|d|ll|m)\b)"
    r"|(?<=\w)[’'](?:s|re|ve|d|ll|m)\b"
    rf"|(?:Mr|Mrs|Ms|Dr|{RANKS}|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No)\."
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|\d+(?:[.,:]\d+)*(?:-\w+)*"
    r"|\w+(?:[-’'&.]\w+)*['’]?"
    r"|\.\.\.|--+|[^\w\s]"
)
# Letters for a country and bodies, which are no pronouns.
_LETTERS = frozenset(("US", "WHO", "IT"))
_LEADS_ON = frozenset(",?!…—–-")
ENDS = frozenset((".", "!", "?", "…", "..."))
DASHES = frozenset(("—", "–", "―", "--", "-"))
QUOTED = "\0"  # the word of a token that is a quoted stretch


@dataclass(slots=True)
class Tokens:
    """Parallel lists: `words` as printed, `low` in lower case with straight apostrophes, places.

    `quoted[i]` is the stretch between marks where token `i` is one, else None.
    """

    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quoted: list[Marked | None]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The place of tokens `first` to `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def sign_before_mark(self, i: int) -> bool:
        """Whether quoted stretch `i` ends with a sign that leads on to a cue, inside its mark
        or (a comma) behind it."""
        mark = self.quoted[i]
        if mark is None:
            return False
        return mark.last in _LEADS_ON or (i + 1 < len(self) and self.words[i + 1] == ",")

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital."""
        return self.words[i][0].isupper()


def tokens(text: str, start: int, end: int, quotes: list[Marked]) -> Tokens:
    """The tokens of `text[start:end]`; `quotes` are the stretches that lie in it, in order."""
    found = Tokens([], [], [], [], [])
    at = start
    for mark in quotes:
        _plain(text, at, mark.outer.start, found)
        _append(found, QUOTED, mark.outer.start, mark.outer.end, mark)
        at = mark.outer.end
    _plain(text, at, end, found)
    return found


def _plain(text: str, start: int, end: int, found: Tokens) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if word == "-" and text[match.start() - 1].isspace():
            word = "–"  # some set a dash so
        _append(found, word, match.start(), match.end(), None)


def _append(found: Tokens, word: str, start: int, end: int, mark: Marked | None) -> None:
    found.words.append(word)
    found.low.append(word if word in _LETTERS else word.lower().replace("’", "'"))
    found.starts.append(start)
    found.ends.append(end)
    found.quoted.append(mark)
