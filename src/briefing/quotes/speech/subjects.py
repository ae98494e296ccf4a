"""Who acts: the noun phrase that a verb has for its subject."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue, is_past, is_relative
from briefing.quotes.speech.phrases import PARTING, Range, before_apposition, is_verb, left_phrase
from briefing.quotes.speech.tokens import QUOTED, Tokens

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"])
_NEGATIVE = frozenset(["not", "never", "cannot", "n't", "neither", "nor", "hardly", "barely"])
_BRACKETS = {")": "(", "—": "—", "–": "–", "--": "--", "-": "-"}
_SUBORDINATES = lex.SUBORDINATORS | {"who", "which", "that"}
_SKIPPED = lex.ADVERBS | (lex.AUXILIARIES - {"been"}) | frozenset(["been", "quickly"])


def subject_before(t: Tokens, k: int, floor: int) -> Range | None:
    """The noun phrase that ends with token `k`, over commas and brackets that explain it."""
    if k < floor:
        return None
    if t.words[k] == "," and k and t.words[k - 1] == ")":
        return _before_bracket(t, k - 1, floor)
    if t.words[k] == ",":
        return before_apposition(t, k, floor)
    if t.words[k] in _BRACKETS:
        return _before_bracket(t, k, floor)
    found = left_phrase(t, k, floor)
    return _whole_subject(t, found, floor) if found is not None else None


def _whole_subject(t: Tokens, found: Range, floor: int) -> Range | None:
    """`found` back over what describes the subject: "a letter signed by Hill warned" is the
    letter's, "an aide who knew the plan said" the aide's, "he hosts a show, writes" his."""
    first, last = found
    before = first - 1
    if before > floor + 1 and t.low[before] == "by" and is_past(t, before - 1):
        described = left_phrase(t, before - 2, floor)
        return (described[0], last) if described else found
    relative = _relative_before(t, before, floor)
    if relative is not None:
        return left_phrase(t, relative - 1, floor) or found
    while before > floor and (t.low[before] in lex.ADVERBS or t.low[before].endswith("ly")):
        before -= 1
    if before < floor or t.capital(first) or t.low[first] in lex.DETERMINERS:
        return found
    if t.low[before] in {"he", "she", "they"}:
        return before, before
    if t.low[before] == "who" and before > floor and first != last:
        return left_phrase(t, before - 1, floor) or found
    return found


def _relative_before(t: Tokens, i: int, floor: int) -> int | None:
    """The "who" of "an aide who spoke at the quay said", where `i` stands before "the quay"."""
    if t.low[i] not in lex.PREPOSITIONS and not is_verb(t, i):
        return None
    for j in range(i, max(i - 12, floor), -1):
        if t.low[j] == "who":
            return j if any(is_verb(t, v) for v in range(j + 1, i + 1)) else None
        if t.words[j] in {",", ";", ":", QUOTED} or t.low[j] in {"and", "but"}:
            return None
    return None


def _before_bracket(t: Tokens, k: int, floor: int) -> Range | None:
    opening = _BRACKETS[t.words[k]]
    for j in range(k - 1, floor, -1):
        if t.words[j] == opening:
            return left_phrase(t, j - 1, floor)
    return None


def from_quote(t: Tokens, subject: Range) -> Range:
    """The subject back to the quoted stretch before it, where no verb stands between them.

    So "..., the governor and former judge, Ada Stone, said" is one speaker.
    """
    first = subject[0]
    for j in range(first - 1, max(first - 20, -1), -1):
        if t.words[j] == QUOTED:
            start = j + 2 if t.words[j + 1] == "," else j + 1
            joined = t.sign_before_mark(j) and t.low[start] not in {"and", "but"}
            return (min(start, first), subject[1]) if joined else subject
        if is_verb(t, j) or t.words[j] in {".", ";", ":"} or t.low[j] in PARTING:
            return subject
    return subject


def can_speak(t: Tokens, subject: Range) -> bool:
    """Whether the phrase may be a speaker: a single word is a name, pronoun, role or plural, no
    phrase ends with a number ("nearly 400 pledged delegates"), and "I" tells of the writer."""
    first, last = subject
    low = t.low[last]
    if low in {"i", "we", "you", "me"}:
        return QUOTED in t.words[max(0, first - 2) : last + 5]
    if low[0].isdigit() and "-" not in low and not (last and t.capital(last - 1)):
        return False
    if first != last:
        return True
    if t.capital(last):
        return low not in lex.DAYS and (last > 0 or low not in lex.CONJUNCTIONS | lex.ADVERBS)
    return low in lex.SUBJECT_PRONOUNS | lex.ROLES | lex.SINGLES or low.endswith("s")


def shared_subject(t: Tokens, before: int, earlier: list[Cue]) -> Range | None:
    """Who acts in the main clause before token `before`."""
    subject = sentence_subject(t, before)
    if subject is not None and can_speak(t, subject):
        return subject
    return next((c.subject for c in reversed(earlier) if not is_relative(t, c)), None)


def sentence_subject(t: Tokens, before: int) -> Range | None:
    """The noun phrase before the first finite verb that is no relative clause's."""
    relative = False
    skipped = -1
    for j in range(1, before):
        if j == skipped:
            skipped += is_verb(t, j) or t.low[j] in lex.ADVERBS
            continue
        if t.low[j] in _SUBORDINATES or (j == 1 and t.low[0] in _SUBORDINATES):
            relative = True
        elif is_verb(t, j):
            if relative:
                relative, skipped = False, j + 1
                continue
            k = j - 1
            while k >= 0 and t.low[k] in _SKIPPED:
                k -= 1
            return subject_before(t, k, 0)
    return None


def clause_floor(t: Tokens, k: int, earlier: Sequence[Cue]) -> int:
    """Where the clause of a verb may begin: behind the last cue that is no relative clause's."""
    for cue in reversed(earlier):
        if cue.end < k and not is_relative(t, cue):
            return cue.end + 1
    return 0


def before_verb(t: Tokens, i: int) -> int | None:
    """The last token before verb `i` that is no auxiliary or adverb; None where it is denied,
    or suffered ("was told")."""
    k = i - 1
    while k >= 0 and (t.low[k] in _SKIPPED or t.low[k].endswith("ly")) and not t.capital(k):
        if t.low[k] in _NEGATIVE or t.low[k].endswith("n't") or t.low[k] in BE - {"'s"}:
            return None
        k -= 1
    if k >= 0 and (t.low[k] in _NEGATIVE or t.low[k] in {"to", "being", "been"}):
        return None
    return _behind_time(t, k)


def _behind_time(t: Tokens, k: int) -> int:
    """The last token before "on Tuesday night", "this week"; `k` where no time stands there."""
    at = k
    while at >= 1 and (t.low[at] in lex.DAYS or t.low[at] in lex.TIME_WORDS):
        at -= 1
    if at == k or (at + 1 == k and t.low[k] not in lex.DAYS):
        return k if at == k or t.low[at] not in {"last", "this"} else max(at - 1, 0)
    return at - 1 if t.low[at] in {"on", "in", "late", "early", "this"} and at else at
