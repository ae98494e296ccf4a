"""Cues that are no listed verb: "according to", nouns, colons, dashes, verbs beside a mark."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue, is_past
from briefing.quotes.speech.phrases import Range, is_time, is_verb, left_phrase, right_phrase
from briefing.quotes.speech.subjects import (
    before_verb,
    can_speak,
    clause_floor,
    shared_subject,
    subject_before,
)
from briefing.quotes.speech.tokens import DASHES, QUOTED, Tokens

# Verbs that say nothing beside the noun that does: "made the claim that".
_MAKES = frozenset(
    lex.listed("""
    made makes make issued issues repeated repeats offered offers expressed expresses voiced
    voices floated raised raises gave gives echoed dismissed rejected
    """)
)


def according(t: Tokens, i: int) -> Cue | None:
    """ "According to Hill": the source behind it."""
    subject = right_phrase(t, i + 2)
    if subject is None and t.low[i + 2] in {"him", "her", "them"}:
        subject = (i + 2, i + 2)
    return Cue(i, i + 1, "according", "", "according", subject) if subject else None


def noun(t: Tokens, i: int) -> Cue | None:
    """ "Hill's claim that", "made the claim that": whose claim it is."""
    before = t.low[i - 1] if i else ""
    subject = None
    if before.endswith(("'s", "s'")):
        subject = left_phrase(t, i - 1)
    elif before in {"his", "her", "their", "its"}:
        subject = (i - 1, i - 1)
    else:
        subject = _who_makes(t, i)
    return Cue(i, i, t.low[i], "", "noun", subject) if subject else None


def chant(t: Tokens, i: int) -> Cue | None:
    """ "their chants of "Shame!"", "residents broke into cries of "Shame!""."""
    if t.low[i + 1] != "of":
        return None
    cue = noun(t, i)
    subject = cue.subject if cue and cue.subject else shared_subject(t, i, [])
    return Cue(i, i + 1, "chant", "", "noun", subject) if subject else None


def talk(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    """ "She talks about “a new start” for the town"."""
    k = before_verb(t, i)
    if k is None or k < 0 or QUOTED not in t.words[i + 2 : i + 6]:
        return None
    subject = subject_before(t, k, clause_floor(t, k, earlier))
    if subject is None or not can_speak(t, subject):
        return None
    return Cue(i, i + 1, "mention", "d", "verb", subject)


def own_words(t: Tokens, i: int) -> Cue | None:
    """ "It is, in Hill's words, "a disgrace"."""
    owner = t.low[i - 1] if i else ""
    if owner in {"his", "her", "their", "its"}:
        return Cue(i, i, "say", "", "verb", (i - 1, i - 1))
    subject = left_phrase(t, i - 1) if owner.endswith(("'s", "s'")) else None
    return Cue(i, i, "say", "", "verb", subject) if subject else None


def _who_makes(t: Tokens, noun: int) -> Range | None:
    """ "Hill made the point that", "Stone, who has expressed confidence that"."""
    for j in range(noun - 1, max(noun - 5, 0), -1):
        if t.low[j] in _MAKES:
            k = before_verb(t, j)
            subject = subject_before(t, k, 0) if k is not None and k >= 0 else None
            return subject if subject and can_speak(t, subject) else None
        if t.words[j] in {",", ";", ":", QUOTED}:
            return None
    return None


def unknown_verb(t: Tokens, i: int) -> Cue | None:
    """A verb that no list holds, where it stands beside a stretch that only speech explains.

    ""It was cold," recalled-to-memory Ada Stone": the stretch ends with a comma, and a past form
    with a noun phrase beside it follows.
    """
    mark = t.quoted[i]
    if mark is None or not t.sign_before_mark(i) or i + 2 >= len(t):
        return None
    at = i + 2 if t.words[i + 1] == "," else i + 1
    if at + 1 >= len(t) or any(low in lex.QUOTING_FORMS for low in t.low[at : at + 16]):
        return None
    if is_past(t, at):
        subject = right_phrase(t, at + 1)
        return Cue(at, at, "say", "d", "verb", subject, inverted=True) if subject else None
    subject = right_phrase(t, at)
    if subject is None or subject[1] + 1 >= len(t) or not is_past(t, subject[1] + 1):
        return None
    verb = subject[1] + 1
    return Cue(verb, verb, "say", "d", "verb", subject)


def colon(t: Tokens, i: int) -> Cue | None:
    """ "Hill: "It was cold"": a name at the head of the sentence, a colon, a quoted stretch."""
    if not i or i + 1 >= len(t) or t.words[i + 1] != QUOTED:
        return None
    k = i - 1
    if t.words[k] == ")" and "(" in t.words[:k]:
        k -= t.words[:k][::-1].index("(") + 2
    if k < 0:
        return None
    if t.low[0] == "from" and i <= 8:
        subject = right_phrase(t, 1)
        return Cue(i, i, "say", "d", "verb", subject) if subject and subject[1] == k else None
    if not t.capital(k):
        return None
    subject = left_phrase(t, k)
    if subject is None or subject[1] - subject[0] > 8:
        return None
    before = t.words[subject[0] - 1]
    alone = subject[0] == 0 or before in DASHES or (subject[0] == 1 and is_time(before))
    return Cue(i, i, "say", "d", "verb", subject) if alone else None


def signature(t: Tokens, i: int) -> Cue | None:
    """A name behind a quoted stretch and a dash, and nothing more: "It was cold" - Ada Stone."""
    stop = len(t) - 1 if t.words[-1] == "." else len(t)
    if not 0 < stop - i - 1 <= 8 or not t.capital(i + 1):
        return None
    if t.low[i + 1 : i + 3] == ["show", "hide"]:
        return None  # what a page's folding box is called
    if any(is_verb(t, j) or t.words[j] == QUOTED for j in range(i + 1, stop)):
        return None
    return Cue(i, i, "say", "d", "verb", (i + 1, stop - 1), inverted=True)
