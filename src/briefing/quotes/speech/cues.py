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
    if len(t) > LONGEST:
        return found
    for i, low in enumerate(t.low):
        cue = None
        if (
            low in lex.BASE and (not t.capital(i) or i == 0 or t.words[i - 1] in {QUOTED, ":"})
        ) or (low in lex.PHRASAL and t.low[i + 1 : i + 2] == [lex.PHRASAL[low]]):
            cue = verb(t, i, found)
        elif low == "according" and i + 2 < len(t) and t.low[i + 1] == "to":
            cue = according(t, i)
        elif t.words[i] == QUOTED:
            cue = unknown_verb(t, i)
        elif low == ":" and not found:
            cue = colon(t, i)
        elif low in DASHES and i and t.words[i - 1] == QUOTED:
            cue = signature(t, i)
        if cue is None and low in lex.CLAIM_NOUNS and i + 1 < len(t) and t.low[i + 1] == "that":
            cue = noun(t, i)
        if cue is None and low in _TALKS and t.low[i + 1 : i + 2] in (["about"], ["of"]):
            cue = talk(t, i, found)
        if cue is None and low == "words" and t.words[i + 1 : i + 3] == [",", QUOTED]:
            cue = own_words(t, i)
        if cue is None and low in _CHANTS and t.words[i + 2 : i + 3] == [QUOTED]:
            cue = chant(t, i)
        if cue is not None and not (found and found[-1].last >= cue.last):
            found.append(cue)
    return found
