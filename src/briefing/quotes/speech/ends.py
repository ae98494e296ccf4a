"""Where what is said ends: before the next cue, at a mark, at a comma."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue, quoted_before_cue
from briefing.quotes.speech.marks import Marked
from briefing.quotes.speech.phrases import Range, is_verb
from briefing.quotes.speech.tokens import ENDS, QUOTED, Tokens

_FRAGMENT = 3  # words; less is a word held up with tongs, not something said


def clause_end(t: Tokens, at: int, following: Cue | None) -> int:
    """The last token of the clause that starts with token `at`."""
    stop = len(t) - 1
    cut = break_before(t, at, following)
    if cut is not None:
        stop = cut
    while stop > at and (
        t.words[stop] in ENDS | {",", ";", "—", "–", "--", ":"}
        or t.low[stop] in {"and", "but", "while", "as"}
    ):
        stop -= 1
    return stop


def break_before(t: Tokens, at: int, following: Cue | None) -> int | None:
    """The last token before the next cue, where that one reports something of its own."""
    if following is None or following.start <= at:
        return None
    quoted = quoted_before_cue(t, following)
    if (
        quoted is not None
        and quoted > at
        and t.words[quoted - 1] in {":", ".", ",", "—", "–", "--"}
    ):
        return quoted - 1
    if quoted is not None and quoted > at and t.low[0] in lex.SUBORDINATORS:
        comma = next((i for i in range(quoted, at, -1) if t.words[i] == ","), None)
        if comma is not None:
            return comma  # "When Hill said it was safe, he "lied to us all," said Stone"
    before = following.start - 1
    while before > at and t.low[before] in lex.ADVERBS | {"repeatedly"}:
        before -= 1
    if t.low[before] in {"which", "whom"}:
        before -= 2 if t.low[before - 1] in lex.PREPOSITIONS else 1
    if t.words[before] in {",", ";", ":", "—", "–"} or t.low[before] in {"and", "but", "while"}:
        return before
    return None


def quote_end(t: Tokens, at: int, following: Cue | None) -> int:
    """The last token of what starts with the quoted stretch `at`: the stretch, or the clause."""
    if at + 1 >= len(t) or t.words[at + 1] in ENDS | {",", ";", "—", "–", "--", "("}:
        return at
    if t.low[at + 1] in lex.CONJUNCTIONS | lex.PREPOSITIONS and not _has_quote(t, at + 1):
        return at
    mark = t.quoted[at]
    if mark and mark.begins_large and not is_verb(t, at + 1) and not _has_quote(t, at + 1):
        return at  # "read "Closed on Mondays" moments after the vote"
    return clause_end(t, at, following)


def _has_quote(t: Tokens, at: int) -> bool:
    return QUOTED in t.words[at:]


def later_quote(t: Tokens, at: int, following: Cue | None) -> Range | None:
    """A quoted stretch after a comma further on: ""A," said Hill, a doctor, "and B."" """
    stop = following.start if following else len(t)
    for i in range(at, min(stop, len(t))):
        if t.words[i] == QUOTED:
            if following is not None and quoted_before_cue(t, following) == i:
                return None  # "..., she said, but today, "B," said Hill": it is Hill's
            mark = t.quoted[i]
            before = t.words[i - 1]
            if before in {"and", "but"} and i > 1 and t.words[i - 2] == ",":
                before = ","
            if before in {",", ":", "."} and mark is not None and _about(mark) >= _FRAGMENT:
                return i, quote_end(t, i, following)
            return None
    return None


def _about(mark: Marked) -> int:
    """How many words it has, about."""
    return (mark.inner.end - mark.inner.start) // 4
