"""What a verb takes: whether words can be what it reports, and what stands before them."""

from __future__ import annotations

from briefing.quotes import lexicon as lex
from briefing.quotes.lexicon import listed
from briefing.quotes.speech.cue import Cue
from briefing.quotes.speech.phrases import is_verb
from briefing.quotes.speech.tokens import ENDS, QUOTED, Tokens
from briefing.text.dates import MONTHS

WH = frozenset(listed("""whether if how why what who when where which"""))
_ADJUNCTS = frozenset(listed("""in on at to during after before by via from through over for as"""))
# What follows these in quote marks is rather a thing with a strange name.
_PERCEIVING = frozenset(listed("""see know find show feel understand learn hold expect decide"""))
_ADVERBIALS = frozenset(
    listed("again repeatedly also ago flatly instead later afterward afterwards only simply merely")
)
_WITHOUT_THAT = frozenset(
    listed("begin continue go put press offer finish shoot fire decide read post feel")
)


def is_complement(t: Tokens, at: int, cue: Cue, following: Cue | None) -> bool:
    """Whether what starts with token `at` can be what the verb reports."""
    low, word, base = t.low[at], t.words[at], cue.base
    if word == QUOTED:
        return base not in _PERCEIVING
    if low == "that":
        return base not in _WITHOUT_THAT
    if low in WH and base in lex.ASKING_SET:
        return True
    if low == "to" and base in lex.URGING_SET:
        return True
    if base in {"urge", "ask", "call", "demand", "warn"} and low != "not" and _infinitive(t, at):
        return True
    if base in lex.LABELLING_SET:
        return QUOTED in t.words[at : following.start if following else len(t)]
    if low in lex.AUXILIARIES and _is_of_thing(t, cue):
        return False  # "the plan Mr. Hill announced is a risk": the plan is
    if low in {"in", "at", "on", "to", "of", "for", "with", "by", "from", "and", "but", "or"}:
        return base in {"warn", "call", "complain"} and low in {"of", "for"}
    if base in lex.BARE and _opens_clause(t, at) and _clause(t, at):
        return True
    return base in lex.REPORTING_SET and cue.style != "participle"


def _is_of_thing(t: Tokens, cue: Cue) -> bool:
    """Whether the subject is a thing and who acts on it: "the plan Mr. Hill"."""
    if cue.subject is None:
        return False
    first, last = cue.subject
    name = last
    while name > first and t.capital(name):
        name -= 1
    own = t.low[name]
    head = own not in lex.ROLES | lex.PREPOSITIONS and t.low[first] in lex.DETERMINERS
    return head and first < name < last


def _infinitive(t: Tokens, at: int) -> bool:
    return "to" in t.low[at : at + 10]


def _opens_clause(t: Tokens, at: int) -> bool:
    low = t.low[at]
    return (
        t.capital(at)
        or low
        in lex.DETERMINERS | lex.SUBJECT_PRONOUNS | {"there", "what", "not", "while", "if", "when"}
        or low[0].isdigit()
        or low.endswith(("s", "ing", "n't"))
        or t.words[at] in {"$", "£", "€", "["}
        or (low not in lex.ADVERBS | lex.PREPOSITIONS | lex.CONJUNCTIONS and not low.endswith("ly"))
    )


def _clause(t: Tokens, at: int) -> bool:
    """Whether a subject and a verb follow."""
    for i in range(at + 1, min(len(t), at + 22)):
        if t.words[i] in {";", ":"} | ENDS:
            return False
        if (
            t.words[i] == QUOTED
            or is_verb(t, i)
            or t.low[i].endswith(("'s", "'re", "'ll", "'d", "'ve", "'m"))
        ):
            return True
    return False


def over_listener(t: Tokens, at: int) -> int:
    """Behind the words that name whom "told" tells."""
    start = at
    while at < len(t) and at - start < 14:
        word, low = t.words[at], t.low[at]
        if word in {"-", "–", "--"}:
            return len(t)
        if word in {",", ":", QUOTED, ".", ";", "—"} or low in WH | {"that", "to", "not"}:
            return at
        if low in lex.SUBJECT_PRONOUNS - {"it", "you"} or (low in {"it", "you"} and at > start):
            return at
        if at > start and low in {"there", "this"}:
            return at
        if (
            at > start
            and low in lex.DETERMINERS
            and t.low[at - 1] not in lex.PREPOSITIONS | {"and"}
        ):
            return at
        if is_verb(t, at):
            return max(start, at - 1)
        at += 1
    return at


def over_adjuncts(t: Tokens, at: int, cue: Cue) -> int:
    """Behind time, place and listener: "said on Tuesday in a statement that"."""
    start = at
    while at < len(t):
        low = t.low[at]
        if _is_date(t, at):
            at += 2
        elif (low in lex.DAYS or low in lex.TIME_WORDS or low in _ADVERBIALS) or (
            low.endswith("ly") and not t.capital(at)
        ):
            at += 1
        elif low in _ADJUNCTS and cue.base not in lex.LABELLING_SET | lex.URGING_SET:
            behind = _over_preposition(t, at)
            if behind is None:
                return at
            at = behind
        else:
            return at
        if at - start > 25:
            return at
    return at


def _is_date(t: Tokens, at: int) -> bool:
    """ "May 5", between a verb and its "that"."""
    month = t.capital(at) and t.low[at] in MONTHS
    return month and t.low[at + 1 : at + 2] != [] and t.low[at + 1].isdigit()


def _over_preposition(t: Tokens, at: int) -> int | None:
    """Behind "in a statement", up to what can open a clause; None where nothing does."""
    i = at + 1
    while i < len(t) and i - at < 14:
        word, low = t.words[i], t.low[i]
        if low in {"that", "there"} or word in {",", ":", QUOTED}:
            return i
        if i > at + 1 and low in lex.QUOTING_FORMS and is_verb(t, i):
            return None  # "tweeted after Hill argued that"
        if word in ENDS or word in {";", "—"}:
            return i
        if low in lex.SUBJECT_PRONOUNS and low != "who":
            return i
        if low in _ADJUNCTS and i > at + 1:
            return i
        if low in lex.DAYS | lex.TIME_WORDS and i > at + 1:
            return i
        if i > at + 2 and low in lex.DETERMINERS and t.low[i - 1] not in lex.PREPOSITIONS:
            return i
        i += 1
    return None
