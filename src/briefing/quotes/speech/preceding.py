"""What is said before a cue, and all that "according to" covers."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Contents, Cue, begins_sentence
from briefing.quotes.speech.ends import clause_end
from briefing.quotes.speech.phrases import Range, is_verb
from briefing.quotes.speech.tokens import QUOTED, Tokens

# Words that open an aside before a quote, not the quote: "Asked about the dam, he said".
_LEADING_IN = frozenset(("asked", "speaking", "responding", "writing", "pressed"))
_ASIDES = lex.PREPOSITIONS | {"while", "although", "though", "when", "if"}
# What may end with "he said": "Rain is near, forecasts show".
_CLAUSAL = lex.BARE | {"show", "find", "report"}


def before_cue(t: Tokens, cue: Cue, earlier: list[Contents], has_after: bool) -> Range | None:
    """The words before "..., he said": what follows the last cue, up to the comma or mark."""
    last = cue.start - 1
    if last < 0 or cue.style == "participle":
        return None
    if t.words[last] in {",", "—", "–", "―", "--"}:
        last -= 1
    elif t.words[last] != QUOTED:
        return None
    first = _clause_start(t, last, earlier)
    if first > last:
        return None
    if t.words[last] == QUOTED and cue.base in lex.QUOTING | lex.LABELLING_SET | lex.THINKING_SET:
        return _quoted_before(t, first, last)
    if has_after and not (cue.base in lex.SAYING_SET and _interrupts(t, cue)):
        return None
    if has_after and begins_sentence(t, cue.end + 2):
        return None  # "Asked about the dam, Hill said, "It holds.""
    if cue.base not in _CLAUSAL:
        return None
    said = range(first, last + 1)
    if not has_after and not any(is_verb(t, i) or t.words[i] == QUOTED for i in said):
        return None
    aside = has_after and t.low[first] in _ASIDES
    return None if aside else (first, last)


def _new_sentence(t: Tokens, quoted: int) -> bool:
    """Whether a comma and a capital part the stretch from the words before it."""
    return t.words[quoted - 1] == "," and begins_sentence(t, quoted)


def _quoted_before(t: Tokens, first: int, last: int) -> Range | None:
    if last > first and (t.words[last - 1] == ":" or _new_sentence(t, last)):
        return last, last
    if t.low[first] in _LEADING_IN:
        return last, last
    words_before = [
        i for i in range(first, last) if t.words[i] != QUOTED and t.words[i][0].isalnum()
    ]
    if not words_before or (
        len(words_before) == 1 and t.low[words_before[0]] in {"but", "and", "so"}
    ):
        first = next(i for i in range(first, last + 1) if t.words[i] == QUOTED)
        return first, last
    return first, last


def _clause_start(t: Tokens, last: int, earlier: list[Contents]) -> int:
    first = 0
    if earlier:
        first = max(earlier[-1].cue.end, earlier[-1].ranges[-1][1]) + 1
    while first <= last and (
        not (t.words[first][0].isalnum() or t.words[first] in {QUOTED, "$", "£", "€", "["})
        or (t.low[first] in {"but", "and"} and first > 0)
    ):
        first += 1
    return first


def _interrupts(t: Tokens, cue: Cue) -> bool:
    """Whether the cue stands between two commas: "The dam, he said, was ..."."""
    return cue.end + 1 < len(t) and t.words[cue.end + 1] == ","


def by_source(t: Tokens, cue: Cue) -> tuple[Range, ...]:
    """What "according to Hill" covers: the clause behind its comma, or all before it."""
    if cue.first <= 1 and QUOTED not in t.words[: cue.first]:
        at = cue.end + 1
        if at < len(t) and _starts_at_once(t, at):
            return ((at, clause_end(t, at, None)),)
        comma = next((i for i in range(cue.end + 1, len(t)) if t.words[i] in {",", ":"}), None)
        if comma is None:
            return ()
        nearby = next((i for i in range(comma + 1, len(t)) if t.words[i] in {",", ":"}), None)
        if nearby is not None and t.words[comma] == "," and _explanation(t, comma + 1, nearby):
            comma = nearby
        return ((comma + 1, clause_end(t, comma + 1, None)),)
    last = cue.first - 1
    while last > 0 and t.words[last] in {",", "—", "–"}:
        last -= 1
    first = 0
    return ((first, last),)


def _starts_at_once(t: Tokens, at: int) -> bool:
    """ "According to Hill the dam was old": no comma parts the source from what it says."""
    low = t.low[at]
    return (low in lex.DETERMINERS | lex.SUBJECT_PRONOUNS | {"there", "over", "about"}) and any(
        is_verb(t, i) for i in range(at, len(t))
    )


def _explanation(t: Tokens, first: int, stop: int) -> bool:
    """Whether the stretch between two commas explains the source: "a doctor", "writing for"."""
    if any(is_verb(t, i) for i in range(first, stop)) and t.low[first] not in {"who", "which"}:
        return False
    return t.low[first] in {"who", "which", "a", "an"} or t.low[first].endswith("ing")
