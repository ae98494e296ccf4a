"""Two in one subject: after "Mia Lund and builder Eva Stahl came", "she" may be either."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing.model import Span
from briefing.quotes import lexicon as lex
from briefing.quotes.who.bearers import person
from briefing.quotes.who.cast import split_role
from briefing.quotes.who.focus import Focus, State
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import fold, parsed

_FAR = 60  # characters between the place of a mention and the name in it: the role
# " and builder ", ", 43, and her sister ": what joins two names.
_JOINED = re.compile(r"(?:,[^,.;:“”\"\n]{1,60})?,? and ((?:[a-z][\w’'-]* ){0,4})")
_ROLE = re.compile(r" ((?:[a-z][\w’'-]* ){1,3})")  # "and Norland" builder "Eva Stahl"
_NO_PARTNER = lex.PREPOSITIONS | lex.AUXILIARIES | lex.OTHER_VERBS | lex.SUBJECT_PRONOUNS


def has_partner(one: Focus, gender: str, state: State) -> bool:
    """Whether the subject that names `one` also names another, of `gender` or of none known."""
    runs = state.cast.runs
    at = bisect_left(runs, one.place, key=lambda run: run.start)
    if at == len(runs) or not _is_title(state.article.text[one.place : runs[at].start]):
        return False
    others = _behind(runs[at : at + 3], state.article.text)
    if at and _joins(_JOINED, runs[at - 1], runs[at], state.article.text):
        others = [*others, runs[at - 1]]
    return any(_fits(run, one, gender, state) for run in others)


def _is_title(lead: str) -> bool:
    """Whether nothing but a role stands there; a pronoun has no name of its own behind it."""
    return len(lead) <= _FAR and _NO_PARTNER.isdisjoint(lead.lower().split())


def _behind(runs: Sequence[Span], text: str) -> Sequence[Span]:
    """The names that "and" joins to the first of `runs`; two where a land stands before a role."""
    if len(runs) < 2 or not _joins(_JOINED, runs[0], runs[1], text):
        return ()
    return runs[1:3] if len(runs) > 2 and _joins(_ROLE, runs[1], runs[2], text) else runs[1:2]


def _joins(pattern: re.Pattern[str], one: Span, other: Span, text: str) -> bool:
    match = pattern.fullmatch(text, one.end, other.start)
    return match is not None and _NO_PARTNER.isdisjoint(match[1].split())


def _fits(run: Span, one: Focus, gender: str, state: State) -> bool:
    words = run.of(state.article.text)
    bearer = person(words, state.cast, state.article.text, run.start)
    if bearer is not None:
        return bearer.full != one.person and bearer.gender in {gender, ""}
    name = parsed(split_role(words)[1])
    if name is None or name.body:
        return False
    first = fold(name.given[0] if name.given else name.surname)
    return first in (WOMEN if gender == "f" else MEN)
