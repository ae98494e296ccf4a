"""What is said behind a cue."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.complements import WH, is_complement, over_adjuncts, over_listener
from briefing.quotes.speech.cue import Cue, interrupted
from briefing.quotes.speech.ends import clause_end, later_quote, quote_end
from briefing.quotes.speech.phrases import Range
from briefing.quotes.speech.tokens import ENDS, QUOTED, Tokens

_ASIDES = frozenset(("which", "although", "though", "something"))


def after_cue(t: Tokens, cue: Cue, following: Cue | None) -> Range | None:
    """The words that the cue reports behind it; None where it reports none there."""
    at = cue.end + 1
    if t.low[at : at + 1] == ["back"] == [lex.PHRASAL.get(t.low[cue.last])]:
        at += 1  # "fired back that"
    if cue.inverted:
        if interrupted(t, at) and cue.start > 1:
            return at + 1, clause_end(t, at + 1, following)
        return later_quote(t, at, following)
    if cue.base in lex.TELLING_SET | {"ask", "warn", "promise", "urge"}:
        at = over_listener(t, at)
    at = over_adjuncts(t, at, cue)
    if at >= len(t) or t.words[at] in ENDS:
        return None
    if t.words[at] in {":", ","} and at + 1 < len(t):
        return _after_sign(t, at, cue, following)
    if not is_complement(t, at, cue, following):
        return later_quote(t, at, following)
    if t.words[at] == QUOTED and cue.base in lex.VOICING_SET:
        return at, quote_end(t, at, following)
    end = clause_end(t, at, following)
    if cue.subject is not None and at < cue.subject[0] <= end and cue.style == "participle":
        end = cue.subject[0] - 1  # "Noting that it may hold, Hill left"
    return at, _narrow(t, at, end, cue)


def _after_sign(t: Tokens, at: int, cue: Cue, following: Cue | None) -> Range | None:
    if t.words[at + 1] == QUOTED:
        return at + 1, quote_end(t, at + 1, following)
    if t.words[at] == ":":
        return at + 1, clause_end(t, at + 1, following)
    if "that" in t.low[at + 1 : at + 7] and cue.base in lex.SAYING_SET | lex.TELLING_SET:
        that = t.low.index("that", at + 1)  # "said, however, that"
        if not any(low in lex.BASE or low in lex.CONJUNCTIONS for low in t.low[at + 1 : that]):
            return that, clause_end(t, that, following)
    if cue.start == 1 and t.low[0] == "as":
        return at + 1, clause_end(t, at + 1, following)
    if cue.start > 0 and t.words[cue.start - 1] == "," and cue.base in lex.SAYING_SET:
        low = t.low[at + 1]
        if (low in lex.BASE and lex.KIND[low] == "g") or low in {
            "who",
            "which",
            "but",
            "and",
            "according",
        }:
            return later_quote(t, at, following)
        return at + 1, clause_end(t, at + 1, following)
    return later_quote(t, at, following)


def _narrow(t: Tokens, at: int, end: int, cue: Cue) -> int:
    """The end of what a relative clause, a label or a thing covers: a comma closes it."""
    low = t.low[at]
    if cue.base in lex.LABELLING_SET and low != "that":
        marks = [i for i in range(at, end + 1) if t.words[i] == QUOTED]
        if marks:
            return _last_joined(marks)
    relative = cue.subject is not None and t.low[cue.subject[0]] in {"who", "which"}
    clause = low == "that" or low in WH or (cue.base in lex.BARE and low != "to")
    for i in range(at + 1, end):
        if t.words[i] == "," and (relative or (not clause and not _list_goes_on(t, i))):
            return i - 1
        aside = t.words[i] == "," and t.low[i + 1] in _ASIDES
        if aside and QUOTED not in t.words[i + 1 : end + 1]:
            return i - 1
    return end


def _last_joined(marks: list[int]) -> int:
    """The last of stretches that only "and" or a comma parts: "a liar" and "a thief"."""
    last = marks[0]
    for i in marks[1:]:
        if i - last > 7:
            break
        last = i
    return last


def _list_goes_on(t: Tokens, comma: int) -> bool:
    """ "plans for schools, roads and bridges": a list runs over its commas."""
    return "and" in t.low[comma + 1 : comma + 5] and t.low[comma + 1] not in lex.CONJUNCTIONS
