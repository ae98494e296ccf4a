"""The words that name a speaker, parted in a name and a role."""

from __future__ import annotations

import re

from briefing.quotes import lexicon as lex
from briefing.quotes.who.cast import split_role
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import BODIES, LINKS, fold, parsed
from briefing.quotes.who.wholes import POSSESSIVE, whole

# Where the head of a role or a noun phrase ends: "a weaver | of sails", "the clerk | whose ...".
HEAD_ENDS = re.compile(r",|\s(?:of|for|at|from|in|with|on|to|by|under|who|whom|whose|which|that)\s")
# "Transport Workers' Federation", "Women's Guild": part of what a body is called.
_MEMBERS = re.compile(
    r"[a-z](?:ers|ors|ists|ants|ians|ees|nts|nds)['’]$|^(?:Women|Men|Children|People)['’]s$"
)
# "Washington Secretary", before "of State": an office cut short, no name.
_OFFICE_ENDS = frozenset(("republican", "democrat", "secretary", "spokesman", "spokeswoman"))
_PAPERS = frozenset(
    lex.listed("letter note message email memo petition statement tweet complaint report tribute")
)
# Offices that are held of a place.
OFFICES = frozenset(
    ("governor", "mayor", "president", "ambassador", "premier", "bishop", "minister")
)
_CHAIRS = frozenset(
    lex.listed("chairman chairwoman chair director secretary commissioner leader whip speaker")
)
_LEADING = lex.DETERMINERS | frozenset(("now", "then", "currently", "as", "such", "including"))
_NO_ROLE_START = lex.PREPOSITIONS | lex.PRONOUNS | lex.BASE.keys()
_ROLE_WORDS = 14
# "the institute's director, Ada Stone": what begins so is of one; with a link it may be of two.
_OF_WHAT = frozenset(("of", "for", "at"))
# Of or for these somebody speaks whose name may follow.
_BEARERS = frozenset(
    lex.listed("""
    family victim man woman boy girl child couple suspect defendant accused client friend
    """)
)
_LINKING = lex.PREPOSITIONS | {"and", "or"}
_NO_ROLE = lex.PREPOSITIONS | lex.DETERMINERS | {"and", "who", "or"}


def name_and_role(text: str) -> tuple[str, str]:
    """The name at the head of a noun phrase, and the words before it: its role.

    No name where it is only a part of what a body is called, or of those who speak.
    """
    words = text.split()
    name, role = _read(text, words)
    place = _place(name, words, len(HEAD_ENDS.split(text, maxsplit=1)[0].split()))
    if place is None:
        return name, role
    kept = whole(words, place)
    if kept == place:
        return _behind_body(words, place, role) or (name, role)
    if kept is None:
        return "", ""
    return " ".join(words[kept[0] : kept[1] + 1]), clean_role(" ".join(words[: kept[0]]))


def _place(name: str, words: list[str], head: int) -> tuple[int, int] | None:
    """Where `name` stands: at the end of the head, at the phrase's end, or elsewhere."""
    parts = name.split()
    starts = [i for i in range(len(words)) if parts and words[i : i + len(parts)] == parts]
    if not starts:
        return None
    ends = (head, len(words))
    first = next((i for end in ends for i in starts if i + len(parts) == end), starts[-1])
    return first, first + len(parts) - 1


def _behind_body(words: list[str], name: tuple[int, int], role: str) -> tuple[str, str] | None:
    """Stone, in "Friends of the Harbour director Ada Stone"."""
    at = _last_run(words)
    if name != (0, 0) or role or len(words) - at < 2 or at < 4 or words[1] not in _OF_WHAT:
        return None
    titled = words[at - 1].islower() and words[at - 1] in lex.ROLES
    return _name_at(words, at) if titled and "and" not in words else None


def _read(text: str, words: list[str]) -> tuple[str, str]:
    """The name and role as the last capitalised words of the head, or of the phrase, have them."""
    head = HEAD_ENDS.split(text, maxsplit=1)[0].split()
    return _at_head(words, head) or _at_end(words, head)


def _at_head(words: list[str], head: list[str]) -> tuple[str, str] | None:
    """Name and role where the phrase begins with them: "Mayor Ada Stone of Arden"."""
    at = _last_run(head)
    if at == len(head) or POSSESSIVE.search(head[-1]):
        return None
    name, role = _name_at(head, at)
    if (holder := _holder(name, words, len(head))) > 0:
        return _name_at(words, holder)
    if _is_body(name) and len(head) < len(words):
        return " ".join(words[at:]), role
    return None if _only_titles(name) else (name, role)


def _at_end(words: list[str], head: list[str]) -> tuple[str, str]:
    """Name and role where it ends with the name: "the director of the institute, Ada Stone"."""
    at = _last_run(words)
    if len(words) - at < 2 or POSSESSIVE.search(words[-1]):
        return "", ""
    comma = max((i for i, word in enumerate(words[:-1]) if word.endswith(",")), default=-1)
    if comma >= at and _is_apposition(words, comma + 1):
        return _name_at(words, comma + 1)
    if comma > 0 and _is_held_of(words, comma + 1):
        return split_role(" ".join(words[comma + 1 :]))[1], clean_role(" ".join(words[: comma + 1]))
    before = words[at - 1].lower() if at else ","
    if before in lex.ROLES and _is_paper(head):
        return "", ""  # "the letter to mayor Ada Stone"
    if _is_apposition(words, at):
        return _name_at(words, at)
    if before == "the" and (holder := _served(words, at)):
        return " ".join(words[holder:]), " ".join(words[:holder])
    if before in _NO_ROLE or before.endswith(","):
        at = _after_place(words, at)
        return _name_at(words, at) if at else ("", "")
    return _name_at(words, at)


def _is_held_of(words: list[str], at: int) -> bool:
    """ "the director of inland fisheries, Ada Stone": an office, of what, and who has it; not "a
    spokesman for the mayor, Ada Stone", where the name may be the mayor's."""
    role = [w.lower() for w in words[:at]]
    link = next((i for i, word in enumerate(role) if word in _OF_WHAT), 0)
    what = role[link + 1 :]
    full = " " in split_role(" ".join(words[at:]))[1] and all(w[0].isupper() for w in words[at:])
    return (
        link > 0
        and bool(what)
        and full
        and role[link - 1] in lex.ROLES
        and what[-1].endswith(",")
        and not _LINKING.intersection(role[:link])
        and not any(fold(w).removesuffix("s") in lex.ROLES | _BEARERS for w in what)
        and not any(w.endswith(",") for w in what[:-1])
        and not {"and", "or"}.intersection(what)
    )


def _is_apposition(words: list[str], at: int) -> bool:
    """ "the institute's director, Ada Stone": one definite role, and who has it."""
    role = [w.lower() for w in words[:at]]
    owned = next((i for i in range(at - 1, -1, -1) if POSSESSIVE.search(words[i])), None)
    plain = words[at - 1][0].islower()  # "the Athletic manager": a club's name is no other person
    return (
        bool(role)
        and (role[0] in lex.DEFINITE or owned is not None)
        and role[-1].endswith(",")
        and role[-1].rstrip(",") in lex.ROLES
        and not _LINKING.intersection(role)
        and (
            plain
            or all(w[0].islower() or fold(w) in lex.ROLES for w in words[(owned or 0) + 1 : at])
        )
    )


def _holder(name: str, words: list[str], head: int) -> int:
    """Where the name begins in "Committee on Roads Chairman Ada Stone": the committee is silent."""
    parts = parsed(name)
    if parts is None or not parts.body:
        return 0
    for i in range(len(words) - 2, head, -1):
        if fold(words[i]) in lex.ROLES and all(w[0].isupper() for w in words[i + 1 :]):
            return i + 1 if 2 <= len(words) - i - 1 <= 3 else 0
    return 0


def _served(words: list[str], at: int) -> int:
    """Where the name begins in "Counsel to the President Ada Stone"; not "an aide to the"."""
    title, bare = split_role(" ".join(words[at:]))
    head = words[: at - 2]
    titled = bool(head) and all(w[0].isupper() and fold(w) in lex.ROLES for w in head)
    whole = titled and words[at - 2] == "to" and " " in bare and " " not in title
    return len(words) - len(bare.split()) if whole and title else 0


def _is_paper(head: list[str]) -> bool:
    return bool(head) and head[-1].lower() in _PAPERS


def _after_place(words: list[str], at: int) -> int:
    """Where the name begins in "Governor of Ohio Ada Stone"; 0 where another's name may stand
    there ("an aide to Speaker Ada Stone", "the mother of Ada May Stone")."""
    held = [fold(w) for w in words[:at]]
    ranked = any(w in OFFICES | _CHAIRS for w in held) and words[0].lower() not in {
        "a",
        "an",
        "one",
    }
    led = held[:-1] if held[-1:] == ["the"] else held
    link = led[-1:] == ["of"] or (led[-1:] == ["to"] and "ambassador" in led)
    if split_role(" ".join(words[at:]))[0] or len(words) - at < 3:
        return 0
    # "Senior Fellow for Town Studies Ada Stone": a given name stands behind what is no name.
    given = fold(words[-2]) in MEN | WOMEN and fold(words[at]) not in MEN | WOMEN
    told = led[-1:] in (["of"], ["for"]) and words[0][0].isupper() and given
    # "State Ada M. Stone", "State Ada Lind Stone"
    middle = len(words[-2].rstrip(".")) == 1 or (not given and fold(words[-3]) in MEN | WOMEN)
    middle = middle and len(words) - at > 3
    return len(words) - 2 - middle if (ranked and link) or told else 0


def _is_body(name: str) -> bool:
    parts = parsed(name)
    return parts is not None and parts.body and len(name.split()) <= 2


def _only_titles(name: str) -> bool:
    words = [fold(w) for w in name.split()]
    if len(words) > 1 and words[-1] in OFFICES | _CHAIRS and words[0] not in MEN | WOMEN:
        return True  # "the Federal Reserve Chairman"
    return all(w in lex.ROLES for w in words) or words[-1] in _OFFICE_ENDS | {"fellow"}


def _last_run(words: list[str]) -> int:
    """Where the capitalised words begin that end the phrase; its length where none do."""
    at = len(words)
    while at and (words[at - 1][0].isupper() or (at < len(words) and words[at - 1] in LINKS)):
        at -= 1
    return at


def _name_at(words: list[str], at: int) -> tuple[str, str]:
    owners = [i for i in range(at, len(words) - 1) if _owns(words, i)]
    at = owners[-1] + 1 if owners else at  # "the Gazette's Ada Stone"
    while 0 < at < len(words) - 1 and fold(words[at]) in lex.BEHIND_OFFICE:
        at += 1  # "president pro Tem Ada Stone"
    title, bare = split_role(" ".join(words[at:]))
    if title and _has_title(title, bare):
        return " ".join(words[at:]), clean_role(" ".join(words[:at]))
    return bare, clean_role(" ".join([*words[:at], title]))


def _owns(words: list[str], at: int) -> bool:
    members = _MEMBERS.search(words[at]) and fold(words[-1]) in BODIES
    return not members and POSSESSIVE.search(words[at]) is not None


def _has_title(title: str, bare: str) -> bool:
    """Whether a body's own name begins with that word: "Republican National Committee"."""
    parts, first = parsed(bare), fold(bare.split()[0]) if bare else ""
    body = parts is not None and parts.body and " " in bare and first not in MEN | WOMEN
    return body and fold(title.split()[-1]) not in lex.HONORIFICS


def clean_role(words: str) -> str:
    """A role as printed, without its article; empty where the words hold no role."""
    found = words.split()
    while found and (found[0].lower() in _LEADING or fold(found[0]) in {"mr", "mrs", "ms", "dr"}):
        found = found[1:]
    for i, word in enumerate(found):
        if word == "and" and _names_another(found[:i], found[i + 1 :]):
            return clean_role(" ".join(found[i + 1 :]))  # "Ada Stone and Mayor" Ben Hill
    if not found or (not found[0].isupper() and found[0].lower() in _NO_ROLE_START):
        return ""
    if len(found) > _ROLE_WORDS or not any(fold(w) in lex.ROLES for w in found):
        return ""
    return " ".join(found).strip(" ,;")


def _names_another(left: list[str], right: list[str]) -> bool:
    """Whether "and" parts another person from the role: "Stone and Sen.", "Mayor Ada Stone and"."""
    capitals = sum(w[0].isupper() for w in left)
    titled = any(fold(w) in lex.ROLES for w in left)
    if titled:
        return capitals > 2
    # "Ada Stone and Sen.", "Stone and Army Secretary"
    return bool(right) and capitals > 0 and (fold(right[0]) in lex.ROLES or capitals == len(left))
