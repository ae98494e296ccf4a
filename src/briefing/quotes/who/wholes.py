"""Names that small words and owners hold together: "Save the Children", "Bread & Salt".

A part of such a name is somebody else's, or nobody's; where two may speak together, neither of
them does alone. The label then has the words of the article.
"""

from __future__ import annotations

import re

from briefing.quotes import lexicon as lex
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import BODIES, INSTITUTIONS, fold

Place = tuple[int, int]  # first and last word, both included

POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
# "Women's Aid", "King's College": owners that are part of what a body is called.
_KEPT_OWNER = re.compile(r"^(?:Women|Men|Children|People|King|Queen)['’]s$")
_SAINTS = frozenset(("st", "saint", "ste", "sainte"))
_LINKS = frozenset(("of", "for", "against", "without"))
_SMALL = _LINKS | frozenset(lex.listed("and & the in on to de la del du des der"))
_KINDS = BODIES | frozenset(lex.listed("firm charity chain retailer brewery lobby band"))
_TITLES = lex.ROLES | lex.HONORIFICS | frozenset(("prime", "vice", "former", "deputy", "then"))
# Behind these "and" joins two offices of one: "Green Party Leader and Mayor Ada Stone".
_OFFICES = lex.ROLES | frozenset(("republican", "democrat", "emeritus", "emerita"))


def whole(words: list[str], name: Place) -> Place | None:
    """The whole of the name of which `name` may be a part; None where another may speak as well."""
    first, last = name
    if not first:
        return _with_links(words, name)
    before = words[first - 1]
    if before == "&":
        return _run_start(words, first - 1), last
    if before.lower() == "and":
        return _joined(words, name)
    if before == "the" and first > 1 and _is_large(words[first - 2]):
        return _run_start(words, first - 1), last  # "Save the Children"
    if before == "the" and first > 1 and words[first - 2] == "and":
        return None  # "the mayor and the Harbour Board"
    if _owns_none(words, name):
        return _run_start(words, first), last
    if _both_titled(words, first):
        return None
    return _with_links(words, name) if before.lower() in lex.DETERMINERS else name


def _is_large(word: str) -> bool:
    return word[0].isupper()


def _run_start(words: list[str], at: int) -> int:
    """Where the capitalised words begin that end before `at`, over the "&" and "and" in them."""
    while at and (
        _is_large(words[at - 1])
        or (words[at - 1] in {"&", "and"} and at > 1 and _is_large(words[at - 2]))
    ):
        at -= 1
    return at


def _joined(words: list[str], name: Place) -> Place | None:
    """ "Food and Drug Administration" and "the union Bread and Salt" are one; who speaks as "Aas
    and Dahl" or "the mayor and Ada Stone" is two."""
    first, last = name
    start = _run_start(words, first - 1)
    left = [fold(w) for w in words[start : first - 1]]
    if not left or (left[0] in MEN | WOMEN and len(left) > 1):
        return None
    if start and fold(words[start - 1]) in _KINDS and words[start - 1].islower():
        return start, last
    several = len(left) > 1 and left[-1] in BODIES  # "Arden Bank and Lind Bank"
    letters = len(left) == 1 and words[first - 2].isupper()  # "CNN and Harbour News"
    if last > first and fold(words[last]) in BODIES and not several and not letters:
        return start, last
    return None


def _both_titled(words: list[str], first: int) -> bool:
    """ "Prime Minister Aas and President Dahl": the title behind "and" is another's."""
    at = first
    while at and fold(words[at - 1]) in _TITLES:
        at -= 1
    if at == first or at < 2 or words[at - 1] != "and" or not _is_large(words[at - 2]):
        return False
    left = [fold(w) for w in words[: at - 1]]
    return left[-1] not in _OFFICES and not {"of", "for", "at"} & set(left)


def _owns_none(words: list[str], name: Place) -> bool:
    """ "St Orla's Hospital", "Women's Aid": what seems an owner belongs to the name; not so in
    "the Gazette's Ada Stone", "Norland's Supreme Court"."""
    first, last = name
    owner = words[first - 1]
    if not _is_large(owner) or not POSSESSIVE.search(owner) or fold(words[first]) in MEN | WOMEN:
        return False
    own = [fold(w) for w in words[first : last + 1]]
    saint = first > 1 and fold(words[first - 2]) in _SAINTS
    return (
        _KEPT_OWNER.match(owner) is not None
        or own[0] in INSTITUTIONS
        or (saint and not BODIES.isdisjoint(own))
    )


def _with_links(words: list[str], name: Place) -> Place:
    """ "Friends of the Earth", "the Centers for Rivers and Lakes": to the phrase's end, where a
    lone word cannot be all of it."""
    first, last = name
    rest = words[last + 1 :]
    if first != last or len(rest) < 2 or rest[0] not in _LINKS or not _is_large(rest[-1]):
        return name
    return (first, len(words) - 1) if all(_is_large(w) or w in _SMALL for w in rest) else name
