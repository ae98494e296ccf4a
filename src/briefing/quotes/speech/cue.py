"""A verb, noun or sign that says that somebody said something, and what it claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.phrases import Range
from briefing.quotes.speech.tokens import QUOTED, Tokens

Style = Literal["verb", "participle", "according", "noun"]
# Past forms without -ed that unlisted verbs of manner have.
_SOUNDED = frozenset(lex.listed("""shot sang spat swore blew hit struck broke threw cut drew"""))


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
        """The first token of subject and cue; a participle's subject stands apart from it."""
        if self.subject is None or self.style == "participle":
            return self.first
        return min(self.first, self.subject[0])

    @property
    def end(self) -> int:
        """The last token of cue and subject, where the subject follows the cue."""
        if self.subject and (self.inverted or self.style == "according"):
            return max(self.last, self.subject[1])
        return self.last


@dataclass(frozen=True, slots=True)
class Contents:
    """The ranges of tokens that `cue` reports, in order."""

    cue: Cue
    ranges: tuple[Range, ...]


def is_relative(t: Tokens, cue: Cue) -> bool:
    """Whether the cue stands in a relative clause: "who said", "in which the town owns"."""
    if cue.subject is None or t.low[cue.subject[0]] in {"who", "which", "that"}:
        return True
    first = cue.subject[0]
    return first > 1 and t.low[first - 1] == "which" and t.low[first - 2] in lex.PREPOSITIONS


def leads(t: Tokens, cue: Cue) -> bool:
    """Whether the cue's subject speaks in the main clause."""
    return cue.style != "noun" and not is_relative(t, cue)


def is_past(t: Tokens, i: int) -> bool:
    """Whether token `i` has a past form."""
    return (t.low[i].endswith("ed") and not t.capital(i)) or t.low[i] in _SOUNDED


def quote_follows(t: Tokens, i: int) -> bool:
    """Whether a quoted stretch stands behind token `i`, or behind its comma or colon."""
    at = i + 2 if t.words[i + 1 : i + 2] in ([","], [":"]) else i + 1
    return t.words[at : at + 1] == [QUOTED]


def interrupted(t: Tokens, comma: int) -> bool:
    """Whether behind `comma` a verb goes on with the clause that a cue interrupts."""
    if comma + 1 >= len(t) or t.words[comma] != "," or t.low[comma + 1] not in lex.AUXILIARIES:
        return False
    return QUOTED not in t.words


def quoted_before_cue(t: Tokens, cue: Cue) -> int | None:
    """The quoted stretch that ends right before the cue and leads on to it."""
    at = cue.start - 1
    if cue.style == "participle" or at < 0:
        return None
    if t.words[at] == "," and at:
        at -= 1
    return at if t.words[at] == QUOTED and t.sign_before_mark(at) else None


def begins_sentence(t: Tokens, at: int) -> bool:
    """Whether a quoted stretch that begins with a capital stands there."""
    mark = t.quoted[at] if at < len(t) else None
    return mark is not None and mark.begins_large
