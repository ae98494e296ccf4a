"""Quoted spans: which marks open and close, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model import Span
from briefing.quotes.lexicon import QUOTING_FORMS

_CLOSES = {
    "“": ("”", '"', "“", "″", "’’"),
    "”": ("”", '"', "″"),  # a slip of the setter
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”", "″"),
    "″": ("″", "”", '"'),
    "``": ("''", '"'),
    "''": ("''",),
    "‘‘": ("’’", "”", '"'),
}
_DOUBLE = re.compile(r"``|''|’’|‘‘|[\"“”„«»″]")
# A single mark opens after a space or bracket and before a word; it closes after a sign or a word
# and before a space. "the '80s", "dogs' bones" and "don't" are apostrophes.
_OPEN_SINGLE = re.compile(
    r"(?:(?<=^)|(?<=[\s(\[—–:-]))['‘](?=[\w\[£$€])(?!\d0s|[Tt]is\b|[Tt]il\b|[Ee]m\b|[Tt]was\b|n\b|cause\b|round\b)"
)
_CLOSE_SINGLE = re.compile(r"(?<=[.,!?…])['’](?![\w])|(?<=\w)['’](?=[\s.,;:!?)\]—–-]|$)")
_TITLE_WORD = re.compile(r"[^\W\d_][\w’']*")
# "called Hill “The Voice of the Valley”": a name given, no title.
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|label(?:s|ed|ing)?|brand(?:s|ed|ing)|describe[sd]? [^.,]{2,30} as)"
    r"\s(?:[A-Z]\w+|him|her|them|it|himself|herself)\s(?:a |an |the )?$"
)
# 'on "State of the Valley"', "on Valley Radio's": there a programme has as many small words.
_ON = re.compile(r"\bon(?:\s[\w’'.-]+['’]s)?$")
# A capitalised run that starts so is rather a short sentence.
_SPOKEN_FIRST = frozenset(("I", "We", "You", "He", "She", "They", "It", "No", "Yes"))
# Behind these a single word is what somebody calls something.
_LABELLED = frozenset(("said", "says", "as", "called", "it", "him", "her", "them", "is", "was"))
# A clause that goes on behind a title: "“Game Night,” and Hill said".
_BETWEEN = frozenset(("and", "or", "but", "who", "which", "that", "is", "was", "has", "had"))
_LONGEST = 6000  # characters; a quote within one paragraph is never longer


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quote marks: `outer` with the marks, `inner` without them.

    `closed` is False where the paragraph ends first: the quote goes on in the next one.
    """

    outer: Span
    inner: Span
    closed: bool = True
    last: str = ""  # the last character inside
    first: str = ""  # the first letter or digit inside

    @property
    def begins_large(self) -> bool:
        """Whether it begins with a capital, as a sentence does."""
        return self.first.isupper()


def marked(text: str, start: int, end: int, open_before: bool = False) -> list[Marked]:
    """The quoted stretches of one paragraph, `text[start:end]`, in order; none lies in another.

    `open_before`: the paragraph before ended inside a quote. Where no mark opens it anew and one
    closes it, the first words of this one belong to it.
    """
    rest = _rest_of_open(text, start, end) if open_before else None
    if rest is not None:
        return [rest, *marked(text, rest.outer.end, end)]
    doubles = _doubles(text, start, end)
    if "'" not in text[start:end] and "‘" not in text[start:end]:
        return doubles
    return _with_singles(text, start, end, doubles)


def _rest_of_open(text: str, start: int, end: int) -> Marked | None:
    mark = _DOUBLE.search(text, start, end)
    if mark is None or mark.group() not in {"”", '"', "»", "''"} or mark.start() == start:
        return None
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if before.isspace() or after.isalnum():
        return None
    return _pair(text, start, mark.end(), start, mark.start())


def is_title(text: str, mark: Marked) -> bool:
    """Whether the stretch is the title of a work, a programme, a nickname: "The Long Road".

    Every word of some length starts with a capital, and no cue's sign stands before it.
    """
    before = text[max(0, mark.outer.start - 24) : mark.outer.start].rstrip()
    if before[-1:] in {":", ","} or not mark.closed or _is_told(text, mark):
        return False
    if before and before.split()[-1].lower() in QUOTING_FORMS:
        return _is_programme(text, mark)
    if _CALLED.search(text, max(0, mark.outer.start - 50), mark.outer.start):
        return False
    found = _TITLE_WORD.findall(mark.inner.of(text[: mark.inner.end]))
    if not found or len(found) > 9 or not found[0][0].isupper():
        return False
    if len(found) == 1:
        return before[-1:].isalnum() and before.split()[-1].lower() not in _LABELLED
    if any(word[0].islower() for word in found if len(word) > 4 or word.endswith("’s")):
        return False
    lower = sum(word[0].islower() for word in found)
    if lower == len(found) / 2 and _ON.search(before):
        return True
    return lower < len(found) / 2 and not (found[0] in _SPOKEN_FIRST and lower)


def _is_programme(text: str, mark: Marked) -> bool:
    """Whether the words are whom somebody told something: 'Hill told "Valley Radio Sunday."'"""
    told = re.search(r"\btold\s$", text[max(0, mark.outer.start - 5) : mark.outer.start])
    found = _TITLE_WORD.findall(mark.inner.of(text))
    capitals = all(word[0].isupper() for word in found)
    return told is not None and capitals and 1 < len(found) < 5 and found[0] not in _SPOKEN_FIRST


def _is_told(text: str, mark: Marked) -> bool:
    """Whether a verb of speech and little else follows: “Oh, My God!” she said."""
    if mark.last not in ",!?":
        return False
    for word in _TITLE_WORD.findall(text[mark.outer.end : mark.outer.end + 60].split("\n")[0])[:5]:
        if word in QUOTING_FORMS:
            return True
        if word in _BETWEEN:
            return False
    return False


def _doubles(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    marks = list(_DOUBLE.finditer(text, start, end))
    inner = _inner_closers(text, marks)
    for number, mark in enumerate(marks):
        if opened is None:
            if _opens(text, mark, start):
                opened = mark
        elif number in inner:
            continue
        elif mark.group() in _CLOSES[opened.group()] and not _reopens(text, mark, end):
            found.append(_pair(text, opened.start(), mark.end(), opened.end(), mark.start()))
            opened = None
    if opened is not None and text[opened.end() : end].strip():
        found.append(
            Marked(
                Span(opened.start(), end),
                Span(opened.end(), end),
                closed=False,
                last=text[end - 1],
                first=_first(text, opened.end(), end),
            )
        )
    return found


def _inner_closers(text: str, marks: list[re.Match[str]]) -> set[int]:
    """Which marks close a quote within a quote: "She called it “a shame” and left."

    Within straight marks every curly pair is an inner one; within curly marks only where
    another closing mark follows before anything opens.
    """
    found = set()
    outer = ""
    for number, mark in enumerate(marks):
        sign = mark.group()
        if not outer:
            outer = sign if sign in {'"', "“"} and _opens(text, mark, 0) else ""
        elif sign == "“" and text[mark.start() - 1].isspace() and _pairs(marks, number):
            if outer == '"' or _pairs(marks, number + 1):
                found.add(number + 1)
        elif number not in found and sign in _CLOSES[outer]:
            outer = ""
    return found


def _pairs(marks: list[re.Match[str]], number: int) -> bool:
    """Whether a closing curly mark comes next."""
    return number + 1 < len(marks) and marks[number + 1].group() == "”"


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    """A closing sign opens nothing; a straight one after a letter is an inch or a slip."""
    sign = mark.group()
    after = text[mark.end() : mark.end() + 1]
    if sign == "’’":
        return False
    if sign == "”":  # a slip of the setter, where a paragraph begins with it
        return mark.start() == start and after.isalnum()
    if sign == "»":
        return mark.start() == start or (text[mark.start() - 1].isspace() and not after.isspace())
    if sign in {'"', "''", "″"} and mark.start() > start:
        return not (text[mark.start() - 1].isalnum() and (not after or not after.isalnum()))
    return True


def _reopens(text: str, mark: re.Match[str], end: int) -> bool:
    """A mark that could close but stands like an opening one: an inner quote or a slip."""
    sign = mark.group()
    if sign not in {"“", '"', "«"}:
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum() and mark.end() < end and sign != '"'


def _pair(text: str, outer_start: int, outer_end: int, inner_start: int, inner_end: int) -> Marked:
    return Marked(
        Span(outer_start, outer_end),
        Span(inner_start, inner_end),
        last=text[inner_end - 1],
        first=_first(text, inner_start, inner_end),
    )


def _first(text: str, start: int, end: int) -> str:
    found = _TITLE_WORD.search(text, start, min(end, start + 20))
    return found.group()[0] if found else ""


def _with_singles(text: str, start: int, end: int, doubles: list[Marked]) -> list[Marked]:
    """`doubles`, and between them what stands between single marks."""
    found: list[Marked] = []
    at = start
    for stop in [*doubles, None]:
        until = stop.outer.start if stop else end
        found += _singles(text, at, until)
        if stop:
            found.append(stop)
            at = stop.outer.end
    return found


def _singles(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    at = empty = start  # up to `empty` nothing closes: no opening looks there again
    while (opened := _OPEN_SINGLE.search(text, at, end)) is not None:
        until = min(end, opened.end() + _LONGEST)
        closing = _closing(text, max(opened.end(), empty), until)
        if closing is None:
            at, empty = opened.end(), max(opened.end(), until - 1)
            continue
        found.append(_pair(text, opened.start(), closing.end(), opened.end(), closing.start()))
        at = closing.end()
    return found


def _closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first sure closing mark; failing that the last that might be a plural's apostrophe."""
    possible = None
    for mark in _CLOSE_SINGLE.finditer(text, start, end):
        before = text[mark.start() - 1]
        if before != "s":
            return mark
        possible = possible or mark
        if text[mark.end() : mark.end() + 1] in {"", ".", ",", ";", ":"}:
            return mark
    return possible
