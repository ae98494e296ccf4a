"""Cues: the words that say that somebody said something, and the words that say who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.quotes import lexicon as lex
from briefing.quotes.phrases import (
    Range,
    before_apposition,
    explained_before,
    is_verb,
    left_phrase,
    right_phrase,
)
from briefing.quotes.tokens import QUOTED, Tokens

Style = Literal["verb", "participle", "according", "noun"]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"])
_NEGATIVE = frozenset(["not", "never", "cannot", "n't", "neither", "nor", "hardly", "barely"])
_DASHES = frozenset(("—", "–", "―", "--", "-"))
_PARTING = lex.CONJUNCTIONS - {"and"}
_BRACKETS = {")": "(", "—": "—", "–": "–", "--": "--", "-": "-"}
# Past forms without -ed that unlisted verbs of manner have.
_SOUNDED = frozenset(lex.listed("""shot sang spat swore blew hit struck broke threw cut drew"""))
_OCCASIONS = frozenset(
    lex.listed("statement interview letter tweet email speech post memo conference briefing call")
)
_POSSESSIVES = frozenset(lex.listed("his its their our my the a an"))
_REGIONS = frozenset(lex.listed("belt march lakes coast gulf swing united"))
_TOLD = frozenset(lex.listed("said says told tells noted notes reported reports put puts wrote"))
_PAPERS = frozenset(
    lex.listed("report letter statement study memo complaint lawsuit document bill law page site")
)
_TALKS = frozenset(lex.listed("talks talked talking speaks spoke spoken"))
_CHANTS = frozenset(lex.listed("chant chants cry cries shout shouts"))
# Verbs that say nothing beside the noun that does: "made the claim that".
_MAKES = frozenset(
    lex.listed("""
    made makes make issued issues repeated repeats offered offers expressed expresses voiced
    voices floated raised raises gave gives echoed dismissed rejected
    """)
)
# "refused to say" and "told him to say" are not said; "led Hill to say" is, by another.
_UNSAID = frozenset(
    lex.listed("declined refused failed had has have ought able fair reluctant need needs how what")
)
_ASKED = frozenset(lex.listed("asked told urged want wants wanted likes like going him her them"))
_LED = frozenset(lex.listed("led leading leads prompted prompting prompts caused forced forcing"))
# Single words without a plural's s that may speak.
_SINGLES = frozenset(
    [
        "some",
        "many",
        "others",
        "several",
        "few",
        "one",
        "another",
        "both",
        "people",
        "police",
        "men",
        "women",
        "children",
        "everyone",
        "nobody",
        "everybody",
        "someone",
        "somebody",
        "most",
        "critics",
        "officials",
        "staff",
        "management",
    ]
)
_SUBORDINATES = frozenset(
    lex.listed("who which that when as after while if because before since until although though")
)
_SKIPPED = lex.ADVERBS | (lex.AUXILIARIES - {"been"}) | frozenset(["been", "quickly"])


LONGEST = 500  # words and signs: what goes on longer is a table or a trap, no sentence


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
        if self.subject is None or self.style == "participle":
            return self.first
        return min(self.first, self.subject[0])

    @property
    def end(self) -> int:
        if self.subject and (self.inverted or self.style == "according"):
            return max(self.last, self.subject[1])
        return self.last


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
            cue = _verb(t, i, found)
        elif low == "according" and i + 2 < len(t) and t.low[i + 1] == "to":
            cue = _according(t, i)
        elif t.words[i] == QUOTED:
            cue = _unknown_verb(t, i)
        elif low == ":" and not found:
            cue = _colon(t, i)
        elif low in _DASHES and i and t.words[i - 1] == QUOTED:
            cue = _signature(t, i)
        if cue is None and low in lex.CLAIM_NOUNS and i + 1 < len(t) and t.low[i + 1] == "that":
            cue = _noun(t, i)
        if cue is None and low in _TALKS and t.low[i + 1 : i + 2] in (["about"], ["of"]):
            cue = _talk(t, i, found)
        if cue is None and low == "words" and t.words[i + 1 : i + 3] == [",", QUOTED]:
            cue = _own_words(t, i)
        if cue is None and low in _CHANTS and t.words[i + 2 : i + 3] == [QUOTED]:
            cue = _chant(t, i)
        if cue is not None and not (found and found[-1].last >= cue.last):
            found.append(cue)
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
    else:
        subject = _who_makes(t, i)
    return Cue(i, i, t.low[i], "", "noun", subject) if subject else None


def _chant(t: Tokens, i: int) -> Cue | None:
    """ "their chants of "Shame!"", "residents broke into cries of "Shame!""."""
    if t.low[i + 1] != "of":
        return None
    cue = _noun(t, i)
    subject = cue.subject if cue and cue.subject else _shared_subject(t, i, [])
    return Cue(i, i + 1, "chant", "", "noun", subject) if subject else None


def _talk(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    """ "She talks about “a new start” for the town"."""
    k = _before_verb(t, i)
    if k is None or k < 0 or QUOTED not in t.words[i + 2 : i + 6]:
        return None
    subject = _subject(t, k, _floor(t, k, earlier))
    if subject is None or not _can_speak(t, subject):
        return None
    return Cue(i, i + 1, "mention", "d", "verb", subject)


def _own_words(t: Tokens, i: int) -> Cue | None:
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
            k = _before_verb(t, j)
            subject = _subject(t, k, 0) if k is not None and k >= 0 else None
            return subject if subject and _can_speak(t, subject) else None
        if t.words[j] in {",", ";", ":", QUOTED}:
            return None
    return None


def _unknown_verb(t: Tokens, i: int) -> Cue | None:
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
    if _past(t, at):
        subject = right_phrase(t, at + 1)
        return Cue(at, at, "say", "d", "verb", subject, inverted=True) if subject else None
    subject = right_phrase(t, at)
    if subject is None or subject[1] + 1 >= len(t) or not _past(t, subject[1] + 1):
        return None
    verb = subject[1] + 1
    return Cue(verb, verb, "say", "d", "verb", subject)


def _colon(t: Tokens, i: int) -> Cue | None:
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
    alone = subject[0] == 0 or t.words[subject[0] - 1] in _DASHES
    return Cue(i, i, "say", "d", "verb", subject) if alone else None


def _signature(t: Tokens, i: int) -> Cue | None:
    """A name behind a quoted stretch and a dash, and nothing more: "It was cold" - Ada Stone."""
    stop = len(t) - 1 if t.words[-1] == "." else len(t)
    if not 0 < stop - i - 1 <= 8 or not t.capital(i + 1):
        return None
    if any(is_verb(t, j) or t.words[j] == QUOTED for j in range(i + 1, stop)):
        return None
    return Cue(i, i, "say", "d", "verb", (i + 1, stop - 1), inverted=True)


def _past(t: Tokens, i: int) -> bool:
    return (t.low[i].endswith("ed") and not t.capital(i)) or t.low[i] in _SOUNDED


def _verb(t: Tokens, i: int, earlier: list[Cue]) -> Cue | None:
    low = t.low[i]
    base, form = lex.BASE.get(low, "note"), lex.KIND.get(low, "d")
    if low in lex.PHRASAL and t.low[i + 1 : i + 2] == ["back"]:
        base = "note"
    if i and ((t.low[i - 1].endswith("'s") and form not in "dng") or t.low[i - 1] == "to"):
        return _infinitive(t, i, base, form, earlier) if t.low[i - 1] == "to" else None
    if form in "ds" and base in lex.QUOTING and base not in lex.TELLING_SET:
        subject = _inverted(t, i)
        if subject is not None:
            return Cue(i, i, base, form, "verb", subject, inverted=True)
    if form == "g":
        return _participle(t, i, base, earlier)
    k = _before_verb(t, i)
    if k is not None and k > 0 and _tells_of_thing(t, k, i):
        return Cue(i, i, base, form, "verb", (k, k))  # "a sign that read "Closed""
    if k is None or not _finite(t, k, i, form) or _describes(t, k, i):
        return None
    subject = _subject(t, k, _floor(t, k, earlier))
    if subject is None and k >= 0 and t.low[k] in {"and", "but", "then"}:
        return _joined(t, i, k, base, earlier)
    if subject is None or t.low[subject[1]].endswith(("'s", "s'")):
        return None
    k = subject[0] - 1
    if k > 1 and t.low[k] in lex.PREPOSITIONS and t.low[k - 1] in {"has", "have", "had"}:
        before = _before_verb(t, k)  # "Hill, who has in the past described"
        subject = _subject(t, before, 0) if before is not None else None
        if subject is None:
            return None
    if _is_occasion(t, subject):
        return _joined(t, i, k, base, earlier)
    subject = _from_quote(t, subject)
    if not _can_speak(t, subject) or _compares(t, subject, i) or _names_thing(t, i, base, subject):
        return None
    return Cue(i, i, base, form, "verb", subject)


def _from_quote(t: Tokens, subject: Range) -> Range:
    """The subject back to the quoted stretch before it, where no verb stands between them.

    So "..., the governor and former judge, Ada Stone, said" is one speaker.
    """
    first = subject[0]
    for j in range(first - 1, max(first - 20, -1), -1):
        if t.words[j] == QUOTED:
            start = j + 2 if t.words[j + 1] == "," else j + 1
            joined = t.sign_before_mark(j) and t.low[start] not in {"and", "but"}
            return (min(start, first), subject[1]) if joined else subject
        if is_verb(t, j) or t.words[j] in {".", ";", ":"} or t.low[j] in _PARTING:
            return subject
    return subject


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


def _is_occasion(t: Tokens, subject: Range) -> bool:
    """ "Hill left the hall and in a statement thanked": nobody's statement speaks there."""
    before = subject[0] - 1
    return (
        before > 0
        and t.low[before] in {"in", "on", "at", "during"}
        and t.low[subject[0]] in lex.DETERMINERS
        and t.low[subject[1]] in _OCCASIONS
    )


def _compares(t: Tokens, subject: Range, verb: int) -> bool:
    """Whether "as she said at the outset" is an aside, not a report of what follows."""
    before = subject[0] - 1
    if QUOTED in t.words[verb + 1 :] or t.words[-1] == ":":
        return False
    if before == 0 and t.low[0] == "as" and t.low[verb] in _TOLD:
        return False  # "As Hill told the Gazette, the dam was old"
    return before >= 0 and t.low[before] in {"as", "like", "than"}


def _names_thing(t: Tokens, i: int, base: str, subject: Range) -> bool:
    """ "a show called "Brokers""; but "what Hill called "a show"" is said."""
    if base not in {"call", "dub", "title", "name", "term", "brand", "label"} or i + 1 >= len(t):
        return False
    at = i + 2 if t.low[i + 1] in lex.DETERMINERS else i + 1
    return (
        at < len(t)
        and t.words[at] == QUOTED
        and t.low[i].endswith("ed")
        and "what" not in t.low[max(0, subject[0] - 3) : subject[0]]
        and t.low[subject[0]] not in lex.SUBJECT_PRONOUNS
    )


def _subject(t: Tokens, k: int, floor: int) -> Range | None:
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
    if before > floor + 1 and t.low[before] == "by" and _past(t, before - 1):
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


def _can_speak(t: Tokens, subject: Range) -> bool:
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
    return low in lex.SUBJECT_PRONOUNS | lex.ROLES | _SINGLES or low.endswith("s")


def _joined(t: Tokens, i: int, k: int, base: str, earlier: list[Cue]) -> Cue | None:
    """ "Hill left, and said": the subject of the clause before."""
    subject = _shared_subject(t, k, earlier)
    return Cue(i, i, base, "d", "participle", subject) if subject else None


def _shared_subject(t: Tokens, before: int, earlier: list[Cue]) -> Range | None:
    """Who acts in the main clause before token `before`."""
    subject = sentence_subject(t, before)
    if subject is not None and _can_speak(t, subject):
        return subject
    return next((c.subject for c in reversed(earlier) if not _relative(t, c)), None)


def _relative(t: Tokens, cue: Cue) -> bool:
    return cue.subject is None or t.low[cue.subject[0]] in {"who", "which", "that"}


def _infinitive(t: Tokens, i: int, base: str, form: str, earlier: list[Cue]) -> Cue | None:
    """ "went on to say"; "took the stage to announce "..."": what is quoted was said."""
    found = _went_on(t, i, base)
    if found is not None or form != "b" or base not in lex.QUOTING or not _quote_follows(t, i):
        return found
    if t.low[i - 2] in _UNSAID or i < 3:
        return None
    if t.low[i - 2] in _ASKED or any(low in _LED for low in t.low[max(i - 9, 0) : i - 1]):
        return None
    subject = _shared_subject(t, i - 1, earlier)
    return Cue(i, i, base, "b", "participle", subject) if subject else None


def _went_on(t: Tokens, i: int, base: str) -> Cue | None:
    """ "went on to say", "continued to insist"."""
    k = i - 2
    if k >= 0 and t.low[k] == "on":
        k -= 1
    if k < 1 or t.low[k] not in {"went", "goes", "continued", "continues", "rushed", "used"}:
        return None
    before = _before_verb(t, k)
    subject = _subject(t, before, 0) if before is not None else None
    return Cue(i, i, base, "b", "verb", subject) if subject else None


def _before_bracket(t: Tokens, k: int, floor: int) -> Range | None:
    opening = _BRACKETS[t.words[k]]
    for j in range(k - 1, floor, -1):
        if t.words[j] == opening:
            return left_phrase(t, j - 1, floor)
    return None


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


def interrupted(t: Tokens, comma: int) -> bool:
    """Whether behind `comma` a verb goes on with the clause that a cue interrupts."""
    if comma + 1 >= len(t) or t.words[comma] != "," or t.low[comma + 1] not in lex.AUXILIARIES:
        return False
    return QUOTED not in t.words


def _before_verb(t: Tokens, i: int) -> int | None:
    """The last token before verb `i` that is no auxiliary or adverb; None where it is denied,
    or suffered ("was told")."""
    k = i - 1
    while k >= 0 and (t.low[k] in _SKIPPED or t.low[k].endswith("ly")) and not t.capital(k):
        if t.low[k] in _NEGATIVE or t.low[k].endswith("n't") or t.low[k] in _BE - {"'s"}:
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


def _finite(t: Tokens, k: int, i: int, form: str) -> bool:
    """Whether a base form or participle is the verb of a clause: "they say", "has written"."""
    between = t.low[k + 1 : i]
    if form in "ds":
        noun = t.low[i] in lex.NOUNS_TOO and form == "s" and not _leads_in(t, i)
        return k < 0 or not noun or _names(t, k) or _follows_quote(t, k)
    if form == "n":
        return any(w in {"has", "have", "had"} for w in between)
    if any(w in lex.AUXILIARIES for w in between):
        return True
    if k < 0:
        return False
    before = t.low[k]
    if before in {"i", "we", "you", "they", "who"}:
        return True
    if form == "b" and t.low[i] not in lex.NOUNS_TOO and _follows_quote(t, k):
        return True
    plural = (before.endswith("s") and not before.endswith(("ss", "'s"))) or before in _SINGLES
    return t.low[i] not in lex.NOUNS_TOO and (plural or before == ",")


def _follows_quote(t: Tokens, k: int) -> bool:
    """Whether nothing but a noun phrase stands between a quoted stretch and what follows `k`:
    ""It was cold," the sign at the door reads"."""
    for j in range(k, max(k - 12, -1), -1):
        if t.words[j] == QUOTED:
            return j < k and t.sign_before_mark(j)
        if is_verb(t, j) or t.low[j] in _PARTING or t.low[j] == "and" or t.words[j] in {".", ";"}:
            return False
    return False


def _named(t: Tokens, k: int) -> bool:
    return t.capital(k) and t.low[k] not in _REGIONS and not t.low[k].endswith("ern")


def _describes(t: Tokens, k: int, i: int) -> bool:
    """ "his proposed ban", "the figures include pledged delegates": no verb of a clause."""
    if t.low[i + 1 : i + 2] in (["delegate"], ["delegates"]):
        return True
    if t.low[i : i + 2] == ["states", "that"] and (
        t.low[k] not in lex.SUBJECT_PRONOUNS and not _named(t, k)
    ):
        # "Western states that have no harbour"; but "the report states that few have one"
        return t.capital(k) or t.low[k].endswith("s") or t.low[k] not in lex.ROLES | _PAPERS
    return k == i - 1 and k >= 0 and t.low[k] in _POSSESSIVES and not _quote_follows(t, i)


def _tells_of_thing(t: Tokens, k: int, i: int) -> bool:
    """ "a sign that read "Closed"", "the motion, which said the town was"."""
    if t.low[k] == "which":
        return _quote_follows(t, i) or (t.low[i] in lex.BARE_FORMS and QUOTED in t.words[i:])
    return t.low[k] == "that" and _quote_follows(t, i)


def _quote_follows(t: Tokens, i: int) -> bool:
    at = i + 2 if t.words[i + 1 : i + 2] in ([","], [":"]) else i + 1
    return t.words[at : at + 1] == [QUOTED]


def _leads_in(t: Tokens, i: int) -> bool:
    """Whether "that", a colon or a quoted stretch follows."""
    after = t.words[i + 1] if i + 1 < len(t) else ""
    return after in {"that", ":", QUOTED} or t.words[i + 1 : i + 3] in (
        [",", QUOTED],
        ["to", QUOTED],
    )


def _names(t: Tokens, k: int) -> bool:
    """ "Hill claims", "he reports" against "the claims", "news reports"."""
    low = t.low[k]
    if low in lex.SUBJECT_PRONOUNS or low == ",":
        return True
    return t.capital(k) and not low.endswith("'s") and low not in lex.DETERMINERS


def _floor(t: Tokens, k: int, earlier: list[Cue]) -> int:
    """Where the clause of a verb may begin: behind the last cue that is no relative clause's."""
    for cue in reversed(earlier):
        if cue.end < k and not _relative(t, cue):
            return cue.end + 1
    return 0


def _participle(t: Tokens, i: int, base: str, earlier: list[Cue]) -> Cue | None:
    """ "..., adding that": said by the subject of the clause before it."""
    k = i - 1
    while k >= 0 and (t.low[k] in lex.ADVERBS or t.low[k].endswith("ly")):
        k -= 1
    if k < 0 and base not in {"go", "put"}:
        subject = _behind_comma(t, i)
        return Cue(i, i, base, "g", "participle", subject) if subject else None
    if k < 0 or base in {"go", "put"} or t.words[k] == "%" or t.low[k][0].isdigit():
        return None  # "..., with 45% saying"
    if t.low[k] in _BE:
        before = _before_verb(t, k)
        subject = _subject(t, before, _floor(t, before, earlier)) if before is not None else None
        return Cue(i, i, base, "g", "verb", subject) if subject else None
    if t.low[k] == "quoted" or (t.low[k] == "as" and t.low[k - 1] == "quoted"):
        be = k - 1 if t.low[k] == "quoted" else k - 2
        subject = _subject(t, be - 1, 0) if be > 0 and t.low[be] in _BE else None
        style: Style = "verb" if subject and _quoted_till(t, subject[0]) else "participle"
        return Cue(be, i, base, "g", style, subject) if subject else None
    if t.low[k] in {"by", "of"} and QUOTED in t.words[i + 1 : i + 5]:
        subject = _shared_subject(t, k, earlier)
        return Cue(i, i, base, "g", "participle", subject) if subject else None
    if t.low[k] in lex.DETERMINERS | {"of", "to", "for"} or base == "report":
        return None
    if earlier and earlier[-1].end == k - 1 and t.words[k] == "," and earlier[-1].subject:
        subject = earlier[-1].subject  # "The dam cannot hold, Hill said, adding that"
    elif t.capital(k) and t.low[k] not in lex.DAYS:
        subject = left_phrase(t, k)  # "footage of Ada Stone saying"
    else:
        subject = _shared_subject(t, i, earlier)
    return Cue(i, i, base, "g", "participle", subject) if subject else None


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
            if found and at < len(t) and is_verb(t, at) and _can_speak(t, found):
                return found
    return None


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
            return _subject(t, k, 0)
    return None
