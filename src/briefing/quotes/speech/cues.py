"""Cues: the words that say that somebody said something, and the words that say who."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue
from briefing.quotes.speech.signs import (
    according,
    chant,
    colon,
    noun,
    own_words,
    signature,
    talk,
    unknown_verb,
)
from briefing.quotes.speech.tokens import DASHES, QUOTED, Tokens
from briefing.quotes.speech.verbs import verb

_TALKS = frozenset(lex.listed("talks talked talking speaks spoke spoken"))
_CHANTS = frozenset(lex.listed("chant chants cry cries shout shouts"))
LONGEST = 500  # words and signs: what goes on longer is a table or a trap, no sentence


def cues(t: Tokens) -> list[Cue]:
    """All cues of one sentence, in order."""
    found: list[Cue] = []
    for i in range(len(t) if len(t) <= LONGEST else 0):
        cue = _spoken(t, i, found) or _told(t, i, found)
        if cue is not None and not (found and found[-1].last >= cue.last):
            found.append(cue)
    return found


def _spoken(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    """The cue of a verb of speech at token `i`, of "according to", or of a sign beside a quote."""
    low = t.low[i]
    if _is_verb(t, i):
        return verb(t, i, earlier)
    if low == "according" and i + 2 < len(t) and t.low[i + 1] == "to":
        return according(t, i)
    if t.words[i] == QUOTED:
        return unknown_verb(t, i)
    if low == ":" and not earlier:
        return colon(t, i)
    if low in DASHES and i and t.words[i - 1] == QUOTED:
        return signature(t, i)
    return None


def _told(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    """The cue of a word at token `i` that tells of speech as a noun does: "the claim that"."""
    low, following = t.low[i], t.low[i + 1 : i + 2]
    if low in lex.CLAIM_NOUNS and following == ["that"]:
        return noun(t, i)
    if low in _TALKS and following in (["about"], ["of"]):
        return talk(t, i, earlier)
    if low == "words" and t.words[i + 1 : i + 3] == [",", QUOTED]:
        return own_words(t, i)
    if low in _CHANTS and t.words[i + 2 : i + 3] == [QUOTED]:
        return chant(t, i)
    return None


def _is_verb(t: Tokens, i: int) -> bool:
    """Whether a verb of speech stands at `i`: "said", "pointed out"; not within a name."""
    low = t.low[i]
    if low in lex.PHRASAL and t.low[i + 1 : i + 2] == [lex.PHRASAL[low]]:
        return True
    begins = i == 0 or t.words[i - 1] in {QUOTED, ":"}
    return low in lex.BASE and (begins or not t.capital(i))
