"""Speakers across articles: which names are one person's or one body's.

A wrong merge puts words into somebody's mouth, a missed one only shows a person twice: a name is
merged only where exactly one speaker can bear it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Quote, Speaker
from briefing.quotes import lexicon as lex
from briefing.quotes.who.genders import MEN, WOMEN
from briefing.quotes.who.naming import (
    COMMON_SURNAMES,
    Name,
    family_first,
    fold,
    full_given,
    initials,
    may_bear,
    parsed,
    same_person,
    spelled,
)

_WORD = re.compile(r"[\w’'-]+")
_MISTER = re.compile(r"^Mr\b", re.IGNORECASE)
_MISS = re.compile(r"^(?:Mrs|Ms|Miss)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a name counts for a speaker."""

    name: str
    speaker: Speaker
    reason: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name as articles print it, with what is known beside it."""

    text: str
    name: Name
    count: int
    roles: tuple[str, ...]
    gender: str  # "m", "f", or "" where no honorific or given name tells


def people(quotes: Iterable[Quote]) -> dict[Quote, Speaker]:
    """The speaker of each quote that names one; quotes without a name are left out."""
    found = list(quotes)
    speakers = {merge.name: merge.speaker for merge in people_explained(found)}
    return {q: speakers[n] for q in found if (n := _name(q)) in speakers}


def people_explained(quotes: Iterable[Quote]) -> tuple[Merge, ...]:
    """Each name with its speaker and the reason, by speaker, most quoted name first."""
    groups = _groups(_entries(quotes))
    slugs = _slugs(groups)
    return tuple(m for group, slug in zip(groups, slugs, strict=True) for m in _merges(group, slug))


def _name(quote: Quote) -> str:
    return (quote.speaker.name or "") if quote.speaker else ""


def _entries(quotes: Iterable[Quote]) -> list[_Entry]:
    counts: Counter[str] = Counter()
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        name = _name(quote)
        if name and quote.speaker:
            counts[name] += 1
            words[name].add(quote.speaker.text)
            if quote.speaker.role:
                roles[name][quote.speaker.role] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    found = (_entry(text, count, roles[text], words[text]) for text, count in ordered)
    return [entry for entry in found if entry is not None]


def _entry(text: str, count: int, roles: Counter[str], words: set[str]) -> _Entry | None:
    name = parsed(text)
    if name is None:
        return None
    held = tuple(r for r, _ in sorted(roles.items(), key=lambda item: (-item[1], item[0])))
    return _Entry(text, name, count, held, _gender(name, words))


def _gender(name: Name, words: set[str]) -> str:
    if any(_MISTER.match(w) for w in words) or (name.given and name.given[0] in MEN):
        return "m"
    if any(_MISS.match(w) for w in words) or (name.given and name.given[0] in WOMEN):
        return "f"
    return ""


# --- grouping -------------------------------------------------------------------------


def _groups(entries: list[_Entry]) -> list[list[_Entry]]:
    """Entries of one speaker together: full names first, then those that fit only one of them."""
    groups = _Groups()
    full = [e for e in entries if e.name.given or e.name.body]
    for entry in sorted(full, key=_most_telling):
        groups.join(entry, [g for g in groups.near(entry) if _one_name(entry, g)])
    for entry in (e for e in entries if not e.name.given and not e.name.body):
        fits = [g for g in groups.near(entry) if _bears(entry, g)]
        groups.join(entry, fits if len(fits) == 1 and _supports(entry, fits[0]) else [])
    return sorted(groups.all, key=lambda g: (-sum(e.count for e in g), g[0].text))


class _Groups:
    """Groups of entries, found by their surname: not every name is compared with every other."""

    def __init__(self) -> None:
        self.all: list[list[_Entry]] = []
        self._by_key: dict[str, list[list[_Entry]]] = defaultdict(list)

    def near(self, entry: _Entry) -> list[list[_Entry]]:
        """The groups that share a key with `entry`, each once, in order of their making."""
        found: list[list[_Entry]] = []
        for key in _keys(entry.name):
            found += [g for g in self._by_key[key] if g and not any(g is f for f in found)]
        return found

    def join(self, entry: _Entry, fits: list[list[_Entry]]) -> None:
        """`entry` with the one group that it fits; by itself where it fits none or several."""
        if len(fits) == 1:
            group = fits[0]
        else:
            group = []
            self.all.append(group)
        group.append(entry)
        for key in _keys(entry.name):
            if not any(group is other for other in self._by_key[key]):
                self._by_key[key].append(group)


def _keys(name: Name) -> tuple[str, ...]:
    """What two forms of one name share at least one of."""
    if name.body:
        return name.surname, initials(name)
    whole = "".join((*name.given, name.surname))
    return tuple(k for k in (spelled(name.surname), whole, spelled(family_first(name))) if k)


def _most_telling(entry: _Entry) -> tuple[int, int, int, str]:
    """Names in full before initials, which may fit several of them."""
    words = entry.name.whole.split()
    return -sum(len(w) > 1 for w in words), -len(words), -entry.count, entry.text


def _one_name(entry: _Entry, group: list[_Entry]) -> bool:
    return all(same_person(entry.name, other.name) for other in group)


def _heads(group: list[_Entry]) -> set[str]:
    """The role words of a group: "mayor", "spokesman"."""
    said = " ".join(role for entry in group for role in entry.roles)
    return {w for w in (fold(w) for w in _WORD.findall(said)) if w in lex.ROLES}


def _bears(entry: _Entry, group: list[_Entry]) -> bool:
    """Whether a lone surname may name the group's person."""
    if group[0].name.body or not any(e.name.given for e in group):
        return False
    key = spelled(entry.name.surname)
    return any(
        spelled(e.name.surname) == key or family_first(e.name) == entry.name.surname for e in group
    ) and any(may_bear(entry.name, e.name) for e in group)


def _supports(entry: _Entry, group: list[_Entry]) -> bool:
    """Whether nothing known of the lone surname speaks against the group's person."""
    genders = {e.gender for e in group if e.gender}
    if entry.gender and genders and entry.gender not in genders:
        return False
    mine, theirs = _heads([entry]), _heads(group)
    if mine and theirs and not mine & theirs:
        return False
    return entry.name.surname not in COMMON_SURNAMES or bool(mine & theirs)


# --- speakers -------------------------------------------------------------------------


def _merges(group: list[_Entry], slug: str) -> list[Merge]:
    speaker = _speaker(group, slug)
    ordered = sorted(group, key=lambda e: (-e.count, e.text))
    return [Merge(e.text, speaker, _reason(e, speaker)) for e in ordered]


def _speaker(group: list[_Entry], slug: str) -> Speaker:
    shown = _shown(group)
    roles = Counter(role for e in group for role in e.roles)
    role = min(roles, key=lambda r: (-roles[r], r)) if roles else ""
    names = tuple(sorted({e.text for e in group}))
    return Speaker(id=slug, name=shown.text, role=role, names=names)


def _shown(group: list[_Entry]) -> _Entry:
    return max(group, key=lambda e: (_fullness(e), e.count, e.text))


def _fullness(entry: _Entry) -> int:
    """Full names before surnames, organisations' names before their letters."""
    return min(len(entry.name.whole.split()), 2)


def _slugs(groups: list[list[_Entry]]) -> list[str]:
    """An id for each group that no spelling, title, middle name or nickname changes.

    Where two people share it ("Ben A. Hill", "Ben C. Hill") their whole names tell them apart.
    """
    short = [_slug(_shown(group).name, whole=False) for group in groups]
    taken = Counter(short)
    found: dict[str, None] = {}
    for slug, group in zip(short, groups, strict=True):
        own = slug if taken[slug] == 1 else _slug(_shown(group).name, whole=True)
        number = 2
        unique = own
        while unique in found or (unique != slug and unique in taken):
            unique, number = f"{own}-{number}", number + 1
        found[unique] = None
    return list(found)


def _slug(name: Name, whole: bool) -> str:
    if name.body:
        return "-".join(fold(w) for w in name.surname.split())
    given = name.given if whole else (full_given(name.given[0]),) if name.given else ()
    return "-".join(spelled(w) for w in (*given, name.surname, name.suffix) if w)


def _reason(entry: _Entry, speaker: Speaker) -> str:
    if entry.text == speaker.name:
        return "the fullest name"
    if entry.name.body:
        return f"the letters or another spelling of {speaker.name}"
    if not entry.name.given:
        return f"only {speaker.name} has this surname"
    return f"{speaker.name} with another title, initial, short name or spelling"
