"""Speech that did not happen: "if she says", "could have said", "never said"."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue
from briefing.quotes.speech.tokens import QUOTED, Tokens

_CONDITIONS = frozenset(("if", "unless", "lest", "should", "suppose", "supposing", "imagine"))
_MAYBE = frozenset(
    ("would", "could", "should", "might", "may", "wouldn't", "couldn't", "shouldn't", "'d")
)
# "would only say", "would often say": that was said.
_DID = frozenset(lex.listed("only often always sometimes usually regularly later repeatedly"))
_NEGATIVE = frozenset(("not", "never", "n't"))
_DENYING = frozenset(lex.listed("denied denies deny denying disputed disputes refused refuses"))
_AFTER_VERB = 2  # "would say only that"


def is_supposed(t: Tokens, cue: Cue) -> bool:
    """Whether the cue tells of speech that might be: "unless Hill says", "she might say"."""
    if cue.subject is None or cue.style != "verb":
        return False
    first, last = cue.subject
    if first and t.low[first - 1] in _CONDITIONS:
        return True
    between = t.low[last + 1 : cue.first] if last < cue.first else []
    return _may_be(between, t.low[cue.last + 1 : cue.last + _AFTER_VERB])


def _may_be(between: list[str], behind: list[str]) -> bool:
    return not _MAYBE.isdisjoint(between) and _DID.isdisjoint([*between, *behind])


def is_denied(t: Tokens, stretch: int) -> bool:
    """Whether the sentence denies or only supposes that the quoted `stretch` was said: then it goes
    on with nobody's words."""
    for i in range(stretch):
        if t.low[i] not in lex.QUOTING_FORMS or t.capital(i) or QUOTED in t.words[i:stretch]:
            continue
        before = t.low[max(0, i - 4) : i]
        negated = any(w in _NEGATIVE or w.endswith("n't") for w in before)
        if negated or not _DENYING.isdisjoint(before) or _may_be(before, t.low[i + 1 : i + 2]):
            return True
        if not _CONDITIONS.isdisjoint(t.low[:i]):
            return True
    return False
