"""Speakers across articles: which names are one person's or one body's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Quote, Speaker
from briefing.quotes.naming import Name, parsed, same_person, spelled


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


def people(quotes: Iterable[Quote]) -> dict[Quote, Speaker]:
    """The speaker of each quote that names one; quotes without a name are left out."""
    found = list(quotes)
    speakers = {merge.name: merge.speaker for merge in people_explained(found)}
    return {q: speakers[n] for q in found if (n := _name(q)) in speakers}


def people_explained(quotes: Iterable[Quote]) -> tuple[Merge, ...]:
    """Each name with its speaker and the reason, by speaker, most quoted name first."""
    groups = _groups(_entries(quotes))
    return tuple(merge for group in groups for merge in _merges(group))


def _name(quote: Quote) -> str:
    return (quote.speaker.name or "") if quote.speaker else ""


def _entries(quotes: Iterable[Quote]) -> list[_Entry]:
    counts: Counter[str] = Counter()
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for quote in quotes:
        name = _name(quote)
        if name:
            counts[name] += 1
            if quote.speaker and quote.speaker.role:
                roles[name][quote.speaker.role] += 1
    entries = []
    for text, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        name_parts = parsed(text)
        if name_parts is not None:
            held = tuple(r for r, _ in sorted(roles[text].items(), key=lambda i: (-i[1], i[0])))
            entries.append(_Entry(text, name_parts, count, held))
    return entries


def _groups(entries: list[_Entry]) -> list[list[_Entry]]:
    """Entries of one person together: full names first, then surnames that can be only one's."""
    groups: list[list[_Entry]] = []
    full = [e for e in entries if e.name.given or e.name.body]
    for entry in sorted(full, key=lambda e: (-len(e.name.given), -e.count, e.text)):
        fits = [g for g in groups if all(same_person(entry.name, other.name) for other in g)]
        if len(fits) == 1:
            fits[0].append(entry)
        else:
            groups.append([entry])
    for entry in (e for e in entries if not e.name.given and not e.name.body):
        fits = [g for g in groups if _shares_surname(entry, g)]
        if len(fits) == 1:
            fits[0].append(entry)
        else:
            groups.append([entry])
    return sorted(groups, key=lambda g: (-sum(e.count for e in g), g[0].text))


def _shares_surname(entry: _Entry, group: list[_Entry]) -> bool:
    return any(
        not e.name.body and spelled(e.name.surname) == spelled(entry.name.surname) for e in group
    )


def _merges(group: list[_Entry]) -> list[Merge]:
    speaker = _speaker(group)
    ordered = sorted(group, key=lambda e: (-e.count, e.text))
    return [Merge(e.text, speaker, _reason(e, speaker)) for e in ordered]


def _speaker(group: list[_Entry]) -> Speaker:
    shown = max(group, key=lambda e: (bool(e.name.given), e.count, len(e.text), e.text))
    roles = Counter(role for e in group for role in e.roles)
    role = min(roles, key=lambda r: (-roles[r], r)) if roles else ""
    names = tuple(sorted({e.text for e in group}))
    return Speaker(id=_identity(shown.name), name=shown.text, role=role, names=names)


def _identity(name: Name) -> str:
    words = name.surname.split() if name.body else [*name.given[:1], name.surname, name.suffix]
    return "-".join(spelled(w) for w in words if w)


def _reason(entry: _Entry, speaker: Speaker) -> str:
    if entry.text == speaker.name:
        return "the fullest name"
    if not entry.name.given and not entry.name.body:
        return f"only {speaker.name} has this surname"
    return f"a form of {speaker.name}"
