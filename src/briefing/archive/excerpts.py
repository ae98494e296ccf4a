"""The piece of a text around the words of a search, without asking the index again.

FTS5's `snippet` takes a whole text apart for each hit; here only the words that begin like one
that is looked for are made comparable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from briefing.model import Span

_TERM = re.compile(r'"([^"]*)"(\*?)')
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.!?]['\"”’)]*\s+")
LETTERS = 8  # of a word and what follows it, on average, and then some
MOST = 100  # places that are compared: a text may be one word over and over
LEAST, CHANGED = 2, 2  # "sensibl" is the stem of "sensibility"

_stemmer = Stemmer.Stemmer("porter")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Stems that follow each other; the last one may go on where `open`."""

    stems: tuple[str, ...]
    open: bool

    def takes(self, stem: str, at: int) -> bool:
        """Whether `stem` can be its `at`-th (from 0)."""
        wanted = self.stems[at]
        return stem == wanted or (
            self.open and at == len(self.stems) - 1 and stem.startswith(wanted)
        )


@lru_cache(maxsize=256)
def phrases(query: str) -> tuple[Phrase, ...]:
    """What `words.match` made a query of, once each."""
    found = (
        Phrase(tuple(_stem(word) for word in _WORD.findall(_folded(words))), ending == "*")
        for words, ending in _TERM.findall(query)
    )
    return tuple(dict.fromkeys(phrase for phrase in found if phrase.stems))


def places(text: str, wanted: Sequence[Phrase]) -> list[tuple[Span, int]]:
    """Where each of the phrases stands in `text`: its place and its number."""
    plain, found = _folded(text), []
    for number, phrase in enumerate(wanted):
        # A word and its stem begin alike: only so many of its last letters may differ.
        start = phrase.stems[0][: max(LEAST, len(phrase.stems[0]) - CHANGED)]
        at = plain.find(start)
        while at >= 0:
            end = _end(plain, at, phrase) if at == 0 or not plain[at - 1].isalnum() else 0
            if end:
                found.append((Span(at, end), number))
            at = plain.find(start, at + 1)
    return sorted(found)


def _end(text: str, at: int, phrase: Phrase) -> int:
    """Where the phrase ends that begins at `at`; 0 where other words stand there."""
    word = _WORD.match(text, at)
    for turn in range(len(phrase.stems)):
        if word is None or not phrase.takes(_stem(word[0]), turn):
            return 0
        end = word.end()
        word = _WORD.search(text, end)
    return end


def excerpt(
    text: str, places: Sequence[tuple[Span, int]], words: int
) -> tuple[str, tuple[Span, ...]]:
    """About `words` words of `text` with as many of the phrases as go into them, and the marks.

    "…" stands where it is cut. Of pieces with as many phrases, one at the start of a sentence is
    the best, then the first. Where nothing stands, the text's beginning.
    """
    start, end = _piece(text, places, words)
    shown = text[start:end]
    before, after = "…" if start else "", "…" if end < len(text) else ""
    marks: list[Span] = []
    for span, _ in places:
        if span.start >= start and span.end <= end:
            mark = Span(span.start - start + len(before), span.end - start + len(before))
            if not marks or mark.start >= marks[-1].end:
                marks.append(mark)
    return before + shown + after, tuple(marks)


def _piece(text: str, places: Sequence[tuple[Span, int]], words: int) -> tuple[int, int]:
    size = words * LETTERS
    best, chosen = (0, 0, 0), (0, 0)
    for i, (first, _) in enumerate(places[:MOST]):
        inside = [place for place in places[i : i + MOST] if place[0].end <= first.start + size]
        last = inside[-1][0].end if inside else first.end
        start, opens = _start(text, first.start, size - (last - first.start))
        worth = (len({number for _, number in inside}), int(opens), len(inside))
        if worth > best:
            best, chosen = worth, (start, last)
    start, last = chosen
    return _cut(text, start, last, words)


def _start(text: str, first: int, room: int) -> tuple[int, bool]:
    """Where a piece begins that shows what stands at `first`, and whether a sentence does too."""
    lead = text[max(0, first - room) : first]
    if len(lead) == first:
        return 0, True
    ends = [found.end() for found in _END.finditer(lead)]
    if ends:
        return first - len(lead) + ends[-1], True
    word = re.search(r"(?<=\s)\w", lead[len(lead) // 2 :])
    return (first - len(lead) + len(lead) // 2 + word.start() if word else first), False


def _cut(text: str, start: int, last: int, words: int) -> tuple[int, int]:
    """From `start` as many words, at least up to `last`."""
    end = last
    for number, word in enumerate(_WORD.finditer(text, start), 1):
        end = max(end, word.end())
        if number >= words and end >= last:
            break
    rest = _WORD.search(text, end)
    return start, end if rest else len(text)


def _stem(word: str) -> str:
    # As SQLite: the shortest words and those of no language stay as they are.
    return _stemmer.stemWord(word) if 2 < len(word) < 64 else word


def _folded(text: str) -> str:
    """Lower case without diacritics, letter for letter, so that places stay places."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code)).lower()
        plain = "".join(c for c in letters if not unicodedata.combining(c))
        found = self[code] = plain if len(plain) == 1 else chr(code)
        return found


_FOLDED = _Folding()
