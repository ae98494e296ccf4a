"""Where the data of two editions differ, named so that a person finds it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

NAMES = ("id", "article", "name", "source", "day")  # what tells one row of a list from the others
SAYS = ("headline", "label", "name", "title", "text", "source", "id")  # what a row is known by


@dataclass(frozen=True, slots=True)
class Different:
    """`where` ("stories 2, voices 1, label") the one edition has `here` and the other `there`;
    None for nothing."""

    where: str
    here: str | None
    there: str | None


def differences(here: object, there: object, where: str = "") -> Iterator[Different]:
    """Each value that the two do not share. Rows of a list are told apart by their names, so that
    one that is left out makes no difference of those behind it."""
    if isinstance(here, dict) and isinstance(there, dict):
        for key in [*here, *(key for key in there if key not in here)]:
            inner = f"{where}, {key}" if where else str(key)
            if key in here and key in there:
                yield from differences(here[key], there[key], inner)
            else:
                yield Different(inner, _said(here, key), _said(there, key))
    elif isinstance(here, list) and isinstance(there, list):
        yield from _rows(here, there, where)
    elif here != there or isinstance(here, bool) != isinstance(there, bool):
        yield Different(where, _shown(here), _shown(there))


def _said(values: dict[object, object], key: object) -> str | None:
    return _shown(values[key]) if key in values else None


def _rows(here: list[object], there: list[object], where: str) -> Iterator[Different]:
    ours, theirs = _named(here), _named(there)
    if not ours or not theirs:
        missing = object()
        for n, (one, other) in enumerate(zip_longest(here, there, fillvalue=missing), 1):
            if missing in (one, other):
                shown = (None if row is missing else _shown(row) for row in (one, other))
                yield Different(f"{where} {n}", *shown)
            else:
                yield from differences(one, other, f"{where} {n}")
        return
    for n, (name, row) in enumerate(ours.items(), 1):
        if name in theirs:
            yield from differences(row, theirs[name], f"{where} {n}")
        else:
            yield Different(f"{where} {n}", _shown(row), None)
    for name, row in theirs.items():
        if name not in ours:
            yield Different(where, None, _shown(row))
    shared = [name for name in ours if name in theirs]
    if shared != (order := [name for name in theirs if name in ours]):
        yield Different(f"{where}, order", ", ".join(shared), ", ".join(order))


def _named(rows: Sequence[object]) -> dict[str, object]:
    """The rows by what names each; {} where nothing does."""
    for key in NAMES:
        names = [row.get(key) if isinstance(row, dict) else None for row in rows]
        if all(isinstance(name, str) for name in names) and len(set(names)) == len(names):
            return dict(zip(map(str, names), rows, strict=True))
    return {}


def _shown(value: object) -> str:
    """A value in words: of a row that by which it is known."""
    if isinstance(value, dict):
        found = next((value[key] for key in SAYS if isinstance(value.get(key), str)), None)
        value = value if found is None else found
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
