"""Cues: the words that say that somebody said something, and the words that say who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.quotes import lexicon as lex
from briefing.quotes.phrases import Range, before_apposition, is_verb, left_phrase, right_phrase
from briefing.quotes.tokens import QUOTED, Tokens

Style = Literal["verb", "participle", "according", "noun"]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_NEGATIVE = frozenset(["not", "never", "n't", "neither", "nor", "hardly", "barely"])
_SKIPPED = lex.ADVERBS | (lex.AUXILIARIES - {"been"}) | frozenset(["been", "quickly"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb (or noun, or "according to") at tokens `first` to `last`, with its subject's tokens.

    `start` and `end` bound the words that belong to neither speaker's words: subject and cue.
    """

    first: int
    last: int
    base: str
    form: str
    style: Style
    subject: Range | None
    inverted: bool = False

    @property
    def start(self) -> int:
        return min(self.first, self.subject[0]) if self.subject else self.first

    @property
    def end(self) -> int:
        if self.subject and (self.inverted or self.style == "according"):
            return max(self.last, self.subject[1])
        return self.last


def cues(t: Tokens) -> list[Cue]:
    """All cues of one sentence, in order."""
    found: list[Cue] = []
    for i, low in enumerate(t.low):
        if low in lex.BASE:
            cue = _verb(t, i, found)
        elif low == "according" and i + 2 < len(t) and t.low[i + 1] == "to":
            cue = _according(t, i)
        elif low in lex.CLAIM_NOUNS and i + 1 < len(t) and t.low[i + 1] == "that":
            cue = _noun(t, i)
        else:
            continue
        if cue is not None:
            found.append(cue)
        elif low in lex.CLAIM_NOUNS and i + 1 < len(t) and t.low[i + 1] == "that":
            noun = _noun(t, i)
            if noun is not None:
                found.append(noun)
    return found


def _according(t: Tokens, i: int) -> Cue | None:
    subject = right_phrase(t, i + 2)
    if subject is None and t.low[i + 2] in {"him", "her", "them"}:
        subject = (i + 2, i + 2)
    return Cue(i, i + 1, "according", "", "according", subject) if subject else None


def _noun(t: Tokens, i: int) -> Cue | None:
    before = t.low[i - 1] if i else ""
    subject = None
    if before.endswith(("'s", "s'")):
        subject = left_phrase(t, i - 1)
    elif before in {"his", "her", "their", "its"}:
        subject = (i - 1, i - 1)
    return Cue(i, i, t.low[i], "", "noun", subject)


def _verb(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    low = t.low[i]
    base, form = lex.BASE[low], lex.KIND[low]
    if i and t.low[i - 1] in {"'s", "’s"}:
        return None
    after_quote = _ends_contents(t, i)
    if after_quote and form in "ds" and base in lex.QUOTING:
        subject = _inverted(t, i)
        if subject is not None:
            return Cue(i, i, base, form, "verb", subject, inverted=True)
    if form == "g":
        return _participle(t, i, base, earlier)
    k = _before_verb(t, i)
    if k is None:
        return None
    if form in "bn" and not _finite(t, k, i, form, low):
        return None
    if k >= 0 and t.low[k] == "to":
        return None
    floor = _floor(t, k, earlier)
    if k >= 0 and t.words[k] == ",":
        subject = before_apposition(t, k, floor)
    elif k >= 0 and t.words[k] in {"—", "–", "--", ")"}:
        subject = _before_bracket(t, k, floor)
    else:
        subject = left_phrase(t, k, floor)
    if subject is None and i == 0 and form == "d":
        subject = right_phrase(t, 1)
        return Cue(i, i, base, form, "verb", subject, inverted=True) if subject else None
    if subject is None and earlier and k >= 0 and t.low[k] in {"and", "but"}:
        subject = earlier[-1].subject
        return Cue(i, i, base, form, "participle", subject)
    return Cue(i, i, base, form, "verb", subject) if subject else None


def _before_bracket(t: Tokens, k: int, floor: int) -> Range | None:
    opening = {")": "(", "—": "—", "–": "–", "--": "--"}[t.words[k]]
    for j in range(k - 1, floor, -1):
        if t.words[j] == opening:
            return left_phrase(t, j - 1, floor)
    return None


def _ends_contents(t: Tokens, i: int) -> bool:
    """Whether the words before verb `i` close what was said: a quoted stretch, or a comma."""
    if i == 0:
        return False
    if t.words[i - 1] == QUOTED:
        return True
    return t.words[i - 1] in {",", "—", "–", "--"} and i > 2


def _inverted(t: Tokens, i: int) -> Range | None:
    subject = right_phrase(t, i + 1)
    if subject is None:
        return None
    if t.words[i - 1] == QUOTED or (i > 1 and t.words[i - 2] == QUOTED):
        return subject
    # Without marks before it, the verb and its subject must close the sentence or the clause;
    # and what stands before the comma must not be an apposition to a subject of its own.
    after = subject[1] + 1
    if (
        after >= len(t)
        or t.words[after] in {".", ","}
        or t.low[after] in lex.PREPOSITIONS | lex.DAYS
    ):
        return subject if before_is_clause(t, i - 1) else None
    return None


def before_is_clause(t: Tokens, comma: int) -> bool:
    return any(is_verb(t, j) for j in range(comma))


def _before_verb(t: Tokens, i: int) -> int | None:
    """The last token before verb `i` that is no auxiliary or adverb; None where it is denied."""
    k = i - 1
    while k >= 0 and (t.low[k] in _SKIPPED or (t.low[k].endswith("ly") and not t.capital(k))):
        if t.low[k] in _NEGATIVE or t.low[k].endswith("n't"):
            return None
        k -= 1
    if k >= 0 and t.low[k] in _NEGATIVE:
        return None
    if k >= 1 and t.low[k] in lex.DAYS and t.words[k - 1] not in {"on", ","}:
        k -= 1
    return k


def _finite(t: Tokens, k: int, i: int, form: str, low: str) -> bool:
    """Whether a base form or participle is the verb of a clause: "they say", "has written"."""
    between = t.low[k + 1 : i]
    if form == "n":
        return any(w in {"has", "have", "had"} for w in between) and not any(
            w in _BE for w in between
        )
    if any(w in lex.AUXILIARIES for w in between):
        return True
    if k < 0:
        return False
    before = t.low[k]
    if before in {"i", "we", "you", "they", "who"}:
        return True
    return low in {"say", "think", "believe", "argue", "insist", "want", "hope", "agree"} and (
        before.endswith("s") or before in {"people", "some", "many", "others", ","}
    )


def _floor(t: Tokens, k: int, earlier: list[Cue]) -> int:
    """Where the clause of a verb may begin: behind the last cue."""
    return earlier[-1].end + 1 if earlier and earlier[-1].end < k else 0


def _participle(t: Tokens, i: int, base: str, earlier: list[Cue]) -> Cue | None:
    """ "..., adding that": said by the subject of the clause before it."""
    k = i - 1
    while k >= 0 and t.low[k] in lex.ADVERBS:
        k -= 1
    if k >= 0 and t.low[k] in _BE | {"been", "'s", "'re"}:
        before = k - 1
        while before >= 0 and t.low[before] in _SKIPPED:
            before -= 1
        subject = left_phrase(t, before) if before >= 0 else None
        return Cue(i, i, base, "g", "verb", subject) if subject else None
    if k >= 0 and t.low[k] == "as" and "quoted" in t.low[max(0, k - 2) : k]:
        be = t.low.index("quoted") - 1
        subject = left_phrase(t, be - 1) if be > 0 and t.low[be] in _BE else None
        return Cue(i, i, base, "g", "participle", subject) if subject else None
    if base in {"go", "put", "call", "report"} or k < 0:
        return None
    subject = earlier[-1].subject if earlier else _sentence_subject(t, i)
    return Cue(i, i, base, "g", "participle", subject) if subject else None


def _sentence_subject(t: Tokens, i: int) -> Range | None:
    """The noun phrase before the first finite verb of the sentence."""
    for j in range(1, i):
        if is_verb(t, j):
            k = j - 1
            while k >= 0 and t.low[k] in _SKIPPED:
                k -= 1
            if k >= 0 and t.words[k] == ",":
                return before_apposition(t, k, 0)
            return left_phrase(t, k) if k >= 0 else None
    return None
