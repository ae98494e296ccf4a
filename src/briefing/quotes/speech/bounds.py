"""Where the sentences of a paragraph begin: quoted stretches are not cut."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.marks import Marked

_HEAD = re.compile(r"[\w’'-]+|[.,!?]")


def begin_of(mark: Marked) -> int:
    return mark.outer.start


def cuts(text: str, start: int, end: int, starts: list[int], marks: list[Marked]) -> list[int]:
    """Where sentences begin outside quoted stretches, and the end."""
    kept = []
    for s in starts:
        number = bisect_left(marks, s, key=begin_of) - 1
        before = marks[number] if number >= 0 else None
        if start < s < end and not (before and (s < before.outer.end or _asks_on(text, s, before))):
            kept.append(s)
    more = [m.outer.end for m in marks if _closes_sentence(text, m, end)]
    return sorted({start, *kept, *more, end})


def _asks_on(text: str, at: int, before: Marked) -> bool:
    """Whether the words at `at` still belong to the quote before: "Why?" Hill asked."""
    if text[before.outer.end : at].strip():
        return False
    if text[at].islower() or text[at] in "—–―":
        return True
    if before.last not in "?!…—-":
        return False
    for word in _HEAD.findall(text, at, at + 120)[:12]:
        low = word.lower()
        if low in {".", "!", "?"}:
            return False
        if low in lex.QUOTING_FORMS and lex.KIND[low] in "dsn":
            return True
    return False


def _closes_sentence(text: str, mark: Marked, end: int) -> bool:
    """Whether a sentence ends with the stretch although a splitter may not see it."""
    if mark.outer.end >= end or text[mark.inner.end - 1] != ".":
        return False
    return re.match(r"\s+[A-Z“\"]", text[mark.outer.end : mark.outer.end + 4]) is not None
