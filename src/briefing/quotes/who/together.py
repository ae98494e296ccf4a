"""Who speaks with another: what both say is neither's alone."""

from __future__ import annotations

import re

from briefing.model import Mention
from briefing.quotes import lexicon as lex
from briefing.quotes.who.bearers import person
from briefing.quotes.who.focus import State, sentence_of
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import BODIES, fold

_WORD = re.compile(r"[\w’'.-]+")
# "said Lind, Marr & Oberlin", "Lind, Marr & Oberlin said": a list of which one or two are cut off.
_LISTED_BEHIND = re.compile(
    r"(?:, [A-Z][\w’'-]+)+,? (?:&|and) [A-Z][\w’'-]+(?=[.,;]|$|\s(?:in|on)\s)"
)
_LIST = re.compile(
    r"(?:[A-Z][\w’'-]+ ?)+(?:, (?:[A-Z][\w’'-]+ ?)+)+,? (?:&|and) (?:[A-Z][\w’'-]+ ?)+"
)
_LISTED_BEFORE = re.compile(r"[A-Z][\w’'-]+, $")
# "said the Harbour Board and the Mill Council."
_JOINED_BEHIND = re.compile(
    r" and ((?:[\w’'.-]+ ){0,5}[A-Z][\w’'-]+)(?=[.,;]|$|\s(?:in an?|on [A-Z])\b)"
)
_VERBS = lex.AUXILIARIES | lex.OTHER_VERBS | lex.KIND.keys()
_LEAD = 12  # words of a subject before the "and" of its last part


def speak_together(mention: Mention, state: State) -> bool:
    """Whether the words of `mention` name two, or only one of those who speak."""
    text, start, end = state.article.text, *_edges(mention)
    if _two_named(mention.text, state, start):
        return True
    if " & " in mention.text or " and " in mention.text:
        before = _LISTED_BEFORE.search(text, max(0, start - 40), start)
        return before is not None or _is_list(mention.text)
    behind = text[end : end + 120].partition("\n")[0]
    joined = _JOINED_BEHIND.match(behind)
    if _LISTED_BEHIND.match(behind) or (joined is not None and not _acts(joined[1])):
        return _is_behind_verb(text, start)
    return _joined_before(mention, state)


def _edges(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _two_named(words: str, state: State, place: int) -> bool:
    """ "Stone and law partner Ben Hill", but not "Arden Mayor and party leader Ben Hill"."""
    left, joined, right = words.partition(" and ")
    if not joined or not right[-1:].isalpha() or _is_office(left):
        return False
    return person(left, state.cast, state.article.text, place) is not None


def _is_list(words: str) -> bool:
    """ "Lind, Marr & Oberlin", but not "Ada Stone, Mayor and Judge"."""
    last = fold(words.split()[-1])
    return _LIST.fullmatch(words) is not None and last not in lex.ROLES | BODIES


def _is_office(words: str) -> bool:
    named = [fold(w) for w in words.split()]
    return named[-1] in lex.ROLES and named[0] not in MEN | WOMEN


def _acts(words: str) -> bool:
    """Whether a clause of its own stands there: "and the Mill Council agreed"."""
    small = [w.lower() for w in _WORD.findall(words) if w[0].islower()]
    return any(w in _VERBS - lex.ROLES or w.endswith("ed") for w in small)


def _is_behind_verb(text: str, start: int) -> bool:
    """Whether "said", or another word that quotes, stands right before it."""
    before = text[max(0, start - 20) : start].split()
    return bool(before) and before[-1].lower() in lex.QUOTING_FORMS


def _joined_before(mention: Mention, state: State) -> bool:
    """ "The Harbour Board and the Mill Council said": the sentence's subject begins before it."""
    start = mention.span.start
    lead = _WORD.findall(state.article.text[sentence_of(state, start) : start])
    if not 1 < len(lead) <= _LEAD or lead[-1] != "and":
        return False
    first, *_ = low = [w.lower() for w in lead]
    opens = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.ADVERBS
    return first not in opens and lead[-2][0].isupper() and not _acts(" ".join(low[:-1]))
