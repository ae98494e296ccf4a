"""Of several roles the one that tells most, and how it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.quotes import lexicon as lex
from briefing.quotes.who.naming import fold

_VAGUE = frozenset(
    lex.listed("star veteran victim survivor parent mother father voter critic fellow friend ally")
)
_OF_WHAT = frozenset(
    lex.listed("""
    ceo director director-general lawyer attorney spokesman spokeswoman spokesperson chairman
    chairwoman chair chief founder co-founder manager owner executive member adviser advisor
    coordinator organizer host officer counsel leader
    """)
)
# So many hold these that another place of the article which says of what tells more.
_OF_WHICH = _OF_WHAT | {"minister", "general", "secretary", "author"}
_GRADES = frozenset(
    lex.listed("""
    former chief executive managing acting deputy senior vice general assistant state operating
    financial legal medical artistic creative communications press campaign political technology
    marketing policy national regional
    """)
)
_FIELDS = _GRADES | frozenset(
    lex.listed("""
    prime foreign defense defence finance interior justice attorney lieutenant research program
    committee panel agency company board department
    """)
)
_MEDIA = frozenset(
    lex.listed("""
    reporter correspondent columnist writer editor journalist commentator pundit anchor blogger
    newscaster host
    """)
)
_PAST = frozenset(("former", "then", "ex-president", "late", "then-president"))
SHORT = {
    "sen": "Senator", "rep": "Representative", "gov": "Governor", "gen": "General",
    "lt": "Lieutenant", "col": "Colonel", "maj": "Major", "capt": "Captain", "sgt": "Sergeant",
    "adm": "Admiral", "cmdr": "Commander", "rev": "Reverend", "prof": "Professor",
    "det": "Detective", "insp": "Inspector", "supt": "Superintendent", "atty": "Attorney",
    "pres": "President",
}  # fmt: skip


# "chief of the center": which, only the article says.
_BARE_BODY = re.compile(
    r"\s(?:of|for|at|with|from|in)\sthe\s(?:agency|association|board|body|campaign|center|centre"
    r"|charity|city|club|committee|company|council|county|department|district|firm|foundation"
    r"|group|institute|institution|ministry|network|nonprofit|office|organi[sz]ation|panel|party|school"
    r"|state|team|union|university)$",
    re.IGNORECASE,
)


_LINKED = re.compile(r"\s(?:of|for|at|in|with|to|on|from)\s")
_OF_CHAMBER = re.compile(r"(?:majority|minority|deputy)?\s?(?:leader|whip|speaker)", re.IGNORECASE)


def best(found: Iterable[str]) -> str:
    """The first of `found` that tells most: an office that is held, in more than a word if there
    is such, before one that was."""
    known = [told for told in found if told and not told.lower().startswith("then-")]
    past = [told for told in known if told.split()[0].lower() in _PAST]
    left = {word.lower() for told in past for word in told.split()}
    held = [told for told in known if told not in past and _office(told) not in left]
    for some in (held, past):
        clear = [told for told in some if not is_vague(told)]
        if clear := [told for told in clear if not is_bare(told)] or clear:
            return next((told for told in clear if " " in told), clear[0])
    return next(iter(known), "")


def _office(told: str) -> str:
    """The word that names the office: "mayor" of "mayor of Arden"."""
    return _head(told).split()[-1].lower()


def _head(told: str) -> str:
    """ "mayor" of "mayor of Arden"."""
    return _LINKED.split(told, maxsplit=1)[0]


_ALONE = frozenset(lex.listed("member part director chairman chair chief officer coordinator"))
# Not the "women's minister", the "state's attorney".
_OWNED = re.compile(
    r"^(?!(?:wom[ae]n|m[ae]n|children|people|state|crown)['’])[a-z][\w-]*['’]s\s(?=[a-z])"
)


def in_words(told: str) -> str:
    """ "Arden Gov." as "Arden Governor": behind a name an abbreviation reads like a slip.

    A body that only the article names is left out; "director" alone, of what, is no role. What
    begins with an owner has its article again: "Ada Stone, the institute's director".
    """
    told = _OWNED.sub(r"the \g<0>", _BARE_BODY.sub("", told))
    if fold(told) in _ALONE:
        return ""
    parts = told.split()
    if not parts or fold(parts[-1]) not in SHORT or not parts[-1].endswith("."):
        return told
    return " ".join(SHORT.get(fold(w), w) if w.endswith(".") else w for w in parts)


def is_media(told: str) -> bool:
    """ "Gazette reporter", "columnist": those who tell the news are no voices in it."""
    head = _head(told)
    return fold(head.split()[-1]) in _MEDIA if head else False


def needs_body(told: str) -> bool:
    """ "CEO", "former lawyer": of what, of whom?"""
    *before, last = (fold(word) for word in told.split())
    return last in _OF_WHAT and all(word in _GRADES for word in before)


def is_bare(told: str) -> bool:
    """ "Prime Minister", "press secretary", "director": "Norland Prime Minister" tells more."""
    *before, last = (fold(word) for word in told.split() or [""])
    return last in _OF_WHICH and all(word in _FIELDS for word in before)


def is_vague(told: str) -> bool:
    """ "rising star", "combat veteran": an office says more. "Majority Leader": of what?"""
    if _OF_CHAMBER.fullmatch(told):
        return True
    head = _head(told)
    return fold(head.split()[-1]) in _VAGUE if head else False
