"""A sentence that tells whose the quoted words before it were: "That was the answer of Hill"."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.phrases import Range, is_verb, left_phrase, right_phrase
from briefing.quotes.speech.tokens import QUOTED, Tokens

_POINTING = frozenset(("that", "this", "those", "these", "such"))
_BE = frozenset(("is", "are", "was", "were"))
_WORDS = frozenset(
    lex.listed("""
    answer answers reply response retort reaction view opinion verdict message words comment remark
    conclusion warning advice appeal plea promise argument explanation
    """)
)
_LINKS = frozenset(("of", "from", "by"))
_WITHIN = 9  # words: "That was the short and rather angry answer of"


def whose_words(t: Tokens) -> Range | None:
    """Whose the words were that this sentence points back to; None where it names nobody."""
    if len(t) < 4 or t.low[0] not in _POINTING or t.low[1] not in _BE or QUOTED in t.words:
        return None
    if t.low[2] in {"how", "what"}:
        found = right_phrase(t, 3)  # "That was how Hill put it"
        acts = found is not None and found[1] + 1 < len(t) and is_verb(t, found[1] + 1)
        return found if found and acts and t.capital(found[1]) else None
    for i in range(2, min(len(t), _WITHIN)):
        if t.low[i] in _WORDS:
            owner = next((j for j in range(i - 1, 1, -1) if t.low[j].endswith(("'s", "s'"))), None)
            found = left_phrase(t, owner, 2) if owner is not None else None
            if found is None and i + 1 < len(t) and t.low[i + 1] in _LINKS:
                found = right_phrase(t, i + 2, after_quote=True)  # "of union leader Hill"
            return found if found and t.capital(found[1]) else None
    return None
