"""Cues that are verbs of speech, in any form and order."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import Cue, Style, interrupted, quote_follows
from briefing.quotes.speech.phrases import (
    Range,
    explained_before,
    is_verb,
    left_phrase,
    right_phrase,
)
from briefing.quotes.speech.reporting import (
    compares,
    describes,
    is_finite,
    is_occasion,
    names_thing,
    tells_of_thing,
)
from briefing.quotes.speech.subjects import (
    BE,
    before_verb,
    can_speak,
    clause_floor,
    from_quote,
    shared_subject,
    subject_before,
)
from briefing.quotes.speech.tokens import QUOTED, Tokens

# "refused to say" and "told him to say" are not said; "led Hill to say" is, by another.
_UNSAID = frozenset(
    lex.listed("declined refused failed had has have ought able fair reluctant need needs how what")
)
_ASKED = frozenset(lex.listed("asked told urged want wants wanted likes like going him her them"))
# Nouns as often as participles.
_NOUNS = frozenset(lex.listed("warning reading finding offering feeling thinking promising"))
_LED = frozenset(lex.listed("led leading leads prompted prompting prompts caused forced forcing"))


def verb(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    """The cue of a listed verb at token `i`, with its subject; None where it reports nothing."""
    low = t.low[i]
    base, form = lex.BASE.get(low, "note"), lex.KIND.get(low, "d")
    if low in lex.PHRASAL and t.low[i + 1 : i + 2] == ["back"]:
        base = "note"
    before = t.low[i - 1] if i else ""
    if before == "to":
        return _infinitive(t, i, base, form, earlier)
    if before.endswith("'s") and form not in "dng":
        return None
    if form in "ds" and base in lex.QUOTING and base not in lex.TELLING_SET:
        subject = _inverted(t, i)
        if subject is not None:
            return Cue(i, i, base, form, "verb", subject, inverted=True)
    if form == "g":
        return _participle(t, i, base, earlier)
    return _finite(t, i, base, form, earlier)


def _finite(t: Tokens, i: int, base: str, form: str, earlier: list[Cue]) -> Cue | None:
    """ "Hill said": the subject stands before the verb, or before what it is joined to."""
    k = before_verb(t, i)
    if k is not None and k > 0 and tells_of_thing(t, k, i):
        return Cue(i, i, base, form, "verb", (k, k))  # "a sign that read "Closed""
    if k is None or not is_finite(t, k, i, form) or describes(t, k, i):
        return None
    subject = subject_before(t, k, clause_floor(t, k, earlier))
    if subject is None and k >= 0 and t.low[k] in {"and", "but", "then"}:
        return _joined(t, i, k, base, earlier)
    if subject is None or t.low[subject[1]].endswith(("'s", "s'")):
        return None
    k = subject[0] - 1
    if k > 1 and t.low[k] in lex.PREPOSITIONS and t.low[k - 1] in {"has", "have", "had"}:
        subject = _subject_of(t, k)  # "Hill, who has in the past described"
    if subject is None:
        return None
    if is_occasion(t, subject):
        return _joined(t, i, k, base, earlier)
    subject = from_quote(t, subject)
    if not can_speak(t, subject) or compares(t, subject, i) or names_thing(t, i, base, subject):
        return None
    return Cue(i, i, base, form, "verb", subject)


def _subject_of(t: Tokens, k: int, earlier: Sequence[Cue] = ()) -> Range | None:
    """The subject before the verb at `k`, in its clause behind `earlier` cues; None where the verb
    is denied."""
    before = before_verb(t, k)
    return None if before is None else subject_before(t, before, clause_floor(t, before, earlier))


def _joined(t: Tokens, i: int, k: int, base: str, earlier: list[Cue]) -> Cue | None:
    """ "Hill left, and said": the subject of the clause before."""
    subject = shared_subject(t, k, earlier)
    return Cue(i, i, base, "d", "participle", subject) if subject else None


def _infinitive(t: Tokens, i: int, base: str, form: str, earlier: list[Cue]) -> Cue | None:
    """ "went on to say"; "took the stage to announce "..."": what is quoted was said."""
    found = _went_on(t, i, base)
    if found is not None or form != "b" or base not in lex.QUOTING or not quote_follows(t, i):
        return found
    if t.low[i - 2] in _UNSAID or i < 3:
        return None
    if t.low[i - 2] in _ASKED or any(low in _LED for low in t.low[max(i - 9, 0) : i - 1]):
        return None
    subject = shared_subject(t, i - 1, earlier)
    return Cue(i, i, base, "b", "participle", subject) if subject else None


def _went_on(t: Tokens, i: int, base: str) -> Cue | None:
    """ "went on to say", "continued to insist"."""
    k = i - 2
    if k >= 0 and t.low[k] == "on":
        k -= 1
    if k < 1 or t.low[k] not in {"went", "goes", "continued", "continues", "rushed", "used"}:
        return None
    subject = _subject_of(t, k)
    return Cue(i, i, base, "b", "verb", subject) if subject else None


def _inverted(t: Tokens, i: int) -> Range | None:
    """The subject behind its verb: after a quoted stretch, or a comma that closes a clause."""
    if i == 0:
        subject = right_phrase(t, 1) if t.low[0] not in {"asked", "put", "read"} else None
        after = subject[1] + 1 if subject else len(t)
        return subject if after < len(t) and t.words[after] in {":", ","} else None
    if t.words[i - 1] == QUOTED:
        return right_phrase(t, i + 1, after_quote=True)
    if i < 2 or t.words[i - 1] not in {",", "—", "–", "--"}:
        return None
    if t.words[i - 2] == QUOTED and t.sign_before_mark(i - 2):
        return right_phrase(t, i + 1, after_quote=True)
    subject = right_phrase(t, i + 1)
    if subject is None:
        return None
    # Without marks before it the verb and its subject must close the sentence or announce words;
    # and a stretch that explains a name ("Hill, a doctor, said") has its subject on the left.
    after = subject[1] + 1
    if after < len(t) and t.words[after] == ":":
        return subject
    if explained_before(t, i - 1):
        return None
    if interrupted(t, after) and t.words[i - 2] not in {",", ")"} and i - 2 < 8:
        return subject  # "Pilots, said Hill, are required to"
    ends = (
        after >= len(t)
        or t.words[after] in {".", ","}
        or t.low[after] in lex.PREPOSITIONS | lex.DAYS
    )
    said = any(is_verb(t, j) or t.words[j] == QUOTED for j in range(i - 1))
    return subject if ends and said else None


def _participle(t: Tokens, i: int, base: str, earlier: list[Cue]) -> Cue | None:
    """ "..., adding that": said by the subject of the clause before it."""
    k = i - 1
    while k >= 0 and (t.low[k] in lex.ADVERBS or t.low[k].endswith("ly")):
        k -= 1
    if base in {"go", "put"}:
        return None
    if t.low[i] in _NOUNS and k > 0 and t.low[k - 1] in lex.DETERMINERS and t.low[k].isalpha():
        return None  # "a late warning"
    if k >= 0 and (t.words[k] == "%" or t.low[k][0].isdigit()):
        return None  # "..., with 45% saying"
    if k >= 0 and t.low[k] in BE:
        subject = _subject_of(t, k, earlier)
        return Cue(i, i, base, "g", "verb", subject) if subject else None
    if k >= 0 and "quoted" in (t.low[k], t.low[k - 1] if t.low[k] == "as" else ""):
        return _quoted_as(t, i, k, base)
    subject = _adding(t, i, k, base, earlier) if k >= 0 else _behind_comma(t, i)
    return Cue(i, i, base, "g", "participle", subject) if subject else None


def _quoted_as(t: Tokens, i: int, k: int, base: str) -> Cue | None:
    """ "Hill was quoted as saying": the words that are quoted may stand before."""
    be = k - 1 if t.low[k] == "quoted" else k - 2
    subject = subject_before(t, be - 1, 0) if be > 0 and t.low[be] in BE else None
    style: Style = "verb" if subject and _quoted_till(t, subject[0]) else "participle"
    return Cue(be, i, base, "g", style, subject) if subject else None


def _adding(t: Tokens, i: int, k: int, base: str, earlier: list[Cue]) -> Range | None:
    """Who says what the participle at `i` adds, the last word before it standing at `k`."""
    if t.low[k] in {"by", "of"} and QUOTED in t.words[i + 1 : i + 5]:
        return shared_subject(t, k, earlier)
    if t.low[k] in lex.DETERMINERS | {"of", "to", "for"} or base == "report":
        return None
    if earlier and earlier[-1].end == k - 1 and t.words[k] == "," and earlier[-1].subject:
        return earlier[-1].subject  # "The dam cannot hold, Hill said, adding that"
    if t.capital(k) and t.low[k] not in lex.DAYS:
        return left_phrase(t, k)  # "footage of Ada Stone saying"
    return shared_subject(t, i, earlier)


def _quoted_till(t: Tokens, first: int) -> bool:
    """Whether a quoted stretch stands right before token `first`."""
    at = first - 2 if first and t.words[first - 1] == "," else first - 1
    return at >= 0 and t.words[at] == QUOTED


def _behind_comma(t: Tokens, i: int) -> Range | None:
    """ "Noting that "it may hold," Hill left": whom the main clause is about."""
    for j in range(i + 1, len(t) - 2):
        closes = t.words[j] == "," or (t.words[j] == QUOTED and t.sign_before_mark(j))
        if closes and t.words[j + 1] not in {",", QUOTED}:
            found = right_phrase(t, j + 1)
            at = found[1] + 1 if found else len(t)
            while at < len(t) and (t.low[at] in lex.ADVERBS or t.low[at].endswith("ly")):
                at += 1
            if found and at < len(t) and is_verb(t, at) and can_speak(t, found):
                return found
    return None
