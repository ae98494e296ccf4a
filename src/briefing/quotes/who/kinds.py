"""Is a speaker a person, an organisation, or a group of people without a name?"""

from __future__ import annotations

from typing import Literal

from briefing.quotes import lexicon as lex
from briefing.quotes.who.naming import fold, parsed

Kind = Literal["person", "organisation", "group"]

# Plurals that name nobody; those of roles ("mayors", "experts") are made from the roles.
_PEOPLE = frozenset(
    lex.listed("""
    people republicans democrats conservatives liberals progressives tories lawmakers critics
    residents supporters protesters protestors demonstrators opponents allies advocates families
    officials authorities police prosecutors men women children americans europeans immigrants
    migrants refugees voters readers viewers fans users others many some several few most
    analysts observers sources insiders staffers aides activists employees workers campaigners
    """)
)
# Organisations whose one word is no acronym and stands in no list of parts of names.
_KNOWN = frozenset(
    lex.listed("""
    pentagon kremlin amazon microsoft apple netflix walmart tesla boeing politico axios spacex
    telegram whatsapp tiktok snapchat spotify uber airbnb volkswagen toyota siemens disney
    fox msnbc newsmax breitbart vox buzzfeed slate salon mediaite nasa nato unicef unesco
    """)
)


def kind(name: str, role: str = "") -> Kind:
    """What bears `name`; one with a printed role is a person."""
    words = [fold(word) for word in name.split()]
    if words and _is_plural(words[-1]) and (len(words) == 1 or words[-1] in _PEOPLE):
        return "group"
    if len(words) == 1 and words[0] in _KNOWN:
        return "organisation"
    if words[:1] == ["team"] and len(words) > 1:
        return "organisation"
    found = parsed(name)
    if found is None:
        return "group"
    if found.body and not (role and _surname_in_capitals(name)):
        return "organisation"
    return "person"


def _is_plural(word: str) -> bool:
    return word in _PEOPLE or (word.endswith("s") and word[:-1] in lex.ROLES)


def _surname_in_capitals(name: str) -> bool:
    return " " not in name and name.isupper() and len(name) > 4
