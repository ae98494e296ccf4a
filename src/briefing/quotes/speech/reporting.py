"""Whether a verb reports: it is the verb of a clause, and its subject speaks."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.speech.cue import quote_follows
from briefing.quotes.speech.phrases import PARTING, Range, is_verb
from briefing.quotes.speech.tokens import QUOTED, Tokens

_OCCASIONS = frozenset(
    lex.listed("statement interview letter tweet email speech post memo conference briefing call")
)
_POSSESSIVES = frozenset(lex.listed("his its their our my the a an"))
_REGIONS = frozenset(lex.listed("belt march lakes coast gulf swing united"))
_TOLD = frozenset(lex.listed("said says told tells noted notes reported reports put puts wrote"))
_PAPERS = frozenset(
    lex.listed("report letter statement study memo complaint lawsuit document bill law page site")
)


def is_finite(t: Tokens, k: int, i: int, form: str) -> bool:
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
    plural = (before.endswith("s") and not before.endswith(("ss", "'s"))) or before in lex.SINGLES
    return t.low[i] not in lex.NOUNS_TOO and (plural or before == ",")


def _follows_quote(t: Tokens, k: int) -> bool:
    """Whether nothing but a noun phrase stands between a quoted stretch and what follows `k`:
    ""It was cold," the sign at the door reads"."""
    for j in range(k, max(k - 12, -1), -1):
        if t.words[j] == QUOTED:
            return j < k and t.sign_before_mark(j)
        if is_verb(t, j) or t.low[j] in PARTING or t.low[j] == "and" or t.words[j] in {".", ";"}:
            return False
    return False


def _named(t: Tokens, k: int) -> bool:
    return t.capital(k) and t.low[k] not in _REGIONS and not t.low[k].endswith("ern")


def describes(t: Tokens, k: int, i: int) -> bool:
    """ "his proposed ban", "the figures include pledged delegates": no verb of a clause."""
    if t.low[i + 1 : i + 2] in (["delegate"], ["delegates"]):
        return True
    if t.low[i : i + 2] == ["states", "that"] and (
        t.low[k] not in lex.SUBJECT_PRONOUNS and not _named(t, k)
    ):
        # "Western states that have no harbour"; but "the report states that few have one"
        return t.capital(k) or t.low[k].endswith("s") or t.low[k] not in lex.ROLES | _PAPERS
    return k == i - 1 and k >= 0 and t.low[k] in _POSSESSIVES and not quote_follows(t, i)


def tells_of_thing(t: Tokens, k: int, i: int) -> bool:
    """ "a sign that read "Closed"", "the motion, which said the town was"."""
    if t.low[k] == "which":
        return quote_follows(t, i) or (t.low[i] in lex.BARE_FORMS and QUOTED in t.words[i:])
    return t.low[k] == "that" and quote_follows(t, i)


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


def is_occasion(t: Tokens, subject: Range) -> bool:
    """ "Hill left the hall and in a statement thanked": nobody's statement speaks there."""
    before = subject[0] - 1
    return (
        before > 0
        and t.low[before] in {"in", "on", "at", "during"}
        and t.low[subject[0]] in lex.DETERMINERS
        and t.low[subject[1]] in _OCCASIONS
    )


def compares(t: Tokens, subject: Range, verb: int) -> bool:
    """Whether "as she said at the outset" is an aside, not a report of what follows."""
    before = subject[0] - 1
    if QUOTED in t.words[verb + 1 :] or t.words[-1] == ":":
        return False
    if before == 0 and t.low[0] == "as" and t.low[verb] in _TOLD:
        return False  # "As Hill told the Gazette, the dam was old"
    return before >= 0 and t.low[before] in {"as", "like", "than"}


def names_thing(t: Tokens, i: int, base: str, subject: Range) -> bool:
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
