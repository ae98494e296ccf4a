"""Which of an article's persons bears a name or holds an office."""

from __future__ import annotations

import re

from briefing.quotes.who.cast import Cast, split_role
from briefing.quotes.who.mentions import HEAD_ENDS
from briefing.quotes.who.naming import fold, may_bear, parsed
from briefing.quotes.who.persons import Person

_KIN = re.compile(
    r"\b(?:lady|wife|husband|son|daughter|brother|sister|widow|mother|father)\b", re.I
)
_WORD = re.compile(r"[\w’'.-]+")


def person(words: str, players: Cast, text: str, place: int) -> Person | None:
    """The person of `players` whom a run of capitals at `place` names."""
    title, bare = split_role(words)
    if bare.isupper() and len(bare) > 3:
        bare = bare.title()  # "STONE:" in a transcript
    name = parsed(bare)
    if name is None or name.body:
        return None
    if name.given:
        return players.found.bearer(name)
    found = [p for p in players.found.by_surname(name.surname) if may_bear(name, p.name)]
    if len(found) > 1:
        found = _fitting(found, title, text[max(0, place - 5) : place], place)
    return found[0] if len(found) == 1 and not _is_kin(found[0], text) else None


def _is_kin(one: Person, text: str) -> bool:
    """Whether the surname is rather a relative's: it stood before "first lady Ada Stone"."""
    if not any(_KIN.search(role) for role in one.roles) or not one.places:
        return False
    return re.search(rf"\b{re.escape(one.full.split()[-1])}\b", text[: one.places[0]]) is not None


def _fitting(found: list[Person], title: str, before: str, place: int) -> list[Person]:
    """Of several with one surname: those of the right gender; else those named before."""
    words = f"{before} {title}".lower().replace(".", "").split()
    gender = "m" if "mr" in words else "f" if {"mrs", "ms", "miss"} & set(words) else ""
    if gender:
        found = [p for p in found if p.gender in {gender, ""}]
    if len(found) > 1 and title:
        held = [p for p in found if any(fold(title.split()[-1]) in fold(r) for r in p.roles)]
        found = held or found
    if len(found) > 1:
        earlier = [p for p in found if p.places and p.places[0] <= place]
        found = earlier or found
    return found


def holders(players: Cast, office: str, before: int) -> list[Person]:
    """Those named in full before place `before` who hold `office`."""
    return [
        p
        for p in players.persons
        if p.places and p.places[0] < before and any(_holds(r, office) for r in p.roles)
    ]


def _holds(role: str, word: str) -> bool:
    """Whether `role` itself is `word`: a general "whom the president praised" is no president, nor
    is a former one."""
    head = HEAD_ENDS.split(role.strip().lower(), maxsplit=1)[0]
    for part in re.split(r"\sand\s", head):
        words = _WORD.findall(part)
        if words[-1:] == [word] and not {"former", "late", "then"} & set(words):
            return True
    return False
