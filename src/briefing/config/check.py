"""Checks a configuration against the dataclasses that say what it may hold."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from difflib import get_close_matches
from importlib import resources
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from briefing.config.faults import Fault, Place
from briefing.config.values import File
from briefing.errors import UsageError
from briefing.settings import RankSettings, SectionRule
from briefing.text import days

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MAX_DAYS = 366  # to look back over: a year of news is history, not yesterday
MAX_PORT = 65_535  # TCP

# Tables of cosines and shares, and what in them is none: days, and weights in standard deviations.
_SHARES = ("dedup", "cluster", "rank", "select", "quotes")
_NO_SHARES = frozenset({"undated", "interest"})

_SECRET = re.compile(r"passw|passphrase|secret|token|api_?key|credential", re.IGNORECASE)
_CONDITIONS = tuple(field.name for field in fields(SectionRule) if field.name != "section")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)

_TABLES = {("sources",), ("readers",), ("sections", "rules")}

# What a value should have been, by the kind of pydantic's error.
_EXPECTED = {
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "string_type": 'must be a text in quotes ("...")',
    "bool_type": "must be true or false",
    "tuple_type": 'must be a list (["...", "..."])',
    "dataclass_type": "must be a table",
    "missing": "is missing",
}


def checked(table: Mapping[str, Any]) -> tuple[File, list[Fault]]:
    """The file's values, and all that is wrong with them.

    The values count where nothing is; where something has the wrong type they are those without
    it, so that what else is wrong can be found.
    """
    if not table:
        return File(), []
    # Imported only for a file that says something: it takes a fifth of a second.
    from pydantic import TypeAdapter, ValidationError

    faults = [*_unknown(table, File, ()), *_unusable(table, ())]
    # JSON is the way in which pydantic is strict about numbers and takes a list for a tuple.
    content = json.dumps(table, default=str)
    try:
        file = TypeAdapter(File).validate_json(content, strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults += [_fault(detail) for detail in details]
        if not all(detail["loc"] for detail in details):  # nested too deep to be read at all
            return File(), faults
        content = json.dumps(_usable(json.loads(content), details))
        try:
            file = TypeAdapter(File).validate_json(content, strict=True)
        except ValidationError:
            return File(), faults
    return file, faults + list(_out_of_range(file))


def _usable(table: dict[str, Any], details: Sequence[ErrorDetails]) -> dict[str, Any]:
    """`table` without what has the wrong type; what is missing has a text of its own."""
    for number, detail in enumerate(details):
        *way, last = detail["loc"]
        if isinstance(last, int):  # an entry of a list: the whole list goes
            *way, last = way
        inner: Any = table
        for key in way:
            inner = inner[key] if _holds(inner, key) else None
        if detail["type"] == "missing" and isinstance(inner, dict):
            inner[last] = f"https://example.invalid/{number}"
        elif isinstance(inner, dict):
            inner.pop(last, None)
    return table


def _holds(inner: object, key: str | int) -> bool:
    if isinstance(inner, list):
        return isinstance(key, int) and key < len(inner)
    return isinstance(inner, dict) and key in inner


def _unknown(table: Mapping[str, Any], kind: type, place: Place) -> Iterator[Fault]:
    """Each key that no field stands for, with the nearest that one does."""
    types = get_type_hints(kind)
    allowed = [field.name for field in fields(kind)]
    for key, value in table.items():
        if key not in allowed:
            yield Fault((*place, key), _instead(key, allowed))
        else:
            yield from _unknown_inside(value, types[key], (*place, key))


def _unknown_inside(value: object, kind: Any, place: Place) -> Iterator[Fault]:
    entry = next(iter(get_args(kind)), None)
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(value, dict):
        yield from _unknown(value, kind, place)
    elif isinstance(entry, type) and is_dataclass(entry) and isinstance(value, list):
        for number, row in enumerate(value):
            if isinstance(row, dict):
                yield from _unknown(row, entry, (*place, number))


def _instead(key: str, allowed: list[str]) -> str:
    if _SECRET.search(key):
        return (
            "does not belong here: a configuration is shown and copied, "
            "so it never holds a password or another secret"
        )
    near = get_close_matches(key.lower().replace("-", "_"), allowed, n=1, cutoff=0.7)
    if near:
        return f"is not known: did you mean {near[0]}?"
    return f"is not known: here may stand {', '.join(allowed)}"


def _unusable(value: object, place: Place) -> Iterator[Fault]:
    """Numbers without end, and texts that no file can hold."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _unusable(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unusable(inner, (*place, number))
    elif isinstance(value, float) and not math.isfinite(value):
        yield Fault(place, "must be a number, not nan or inf")
    elif isinstance(value, str) and "\x00" in value:
        yield Fault(place, "must be a text without null characters")


def _fault(error: ErrorDetails) -> Fault:
    if error["type"] == "literal_error":
        words = f"must be {error['ctx']['expected'].replace(chr(39), chr(34))}"
    elif error["type"] == "tuple_type" and error["loc"] in _TABLES:
        words = f"must be written as tables, each under [[{'.'.join(map(str, error['loc']))}]]"
    else:
        words = _EXPECTED.get(error["type"], f"is not allowed ({error['msg']})")
    given = "" if error["type"] == "missing" else f", not {_short(error['input'])}"
    return Fault(error["loc"], words + given)


def _short(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, default=str)
    return written if len(written) <= 40 else written[:37] + "..."


def _out_of_range(file: File) -> Iterator[Fault]:
    """What has the right type and still cannot be meant."""
    yield from _beyond(file, ())
    for key, check in (("time_zone", days.zone), ("day_starts", days.clock)):
        try:
            check(getattr(file.edition, key))
        except UsageError as error:
            yield Fault(("edition", key), f"is wrong: {error}")
    if file.edition.stories == 0:
        yield Fault(("edition", "stories"), "must be 1 or more, not 0: a page tells a story")
    if not file.edition.title.strip():
        yield Fault(("edition", "title"), "must not be empty: it is the name on the page")
    if len(file.edition.title.splitlines()) > 1:
        yield Fault(("edition", "title"), "must be one line: it is also the subject of mails")
    yield from frame_fault(file.edition.language, ("edition", "language"))
    for number, rule in enumerate(file.sections.rules):
        if not any(getattr(rule, name) for name in _CONDITIONS):
            words = f"fits nothing: name {', '.join(_CONDITIONS[:-1])} or {_CONDITIONS[-1]}"
            yield Fault(("sections", "rules", number), words)
    for number, source in enumerate(file.sources):
        yield from language_fault(source.language or "en", ("sources", number, "language"))
    if file.rank.ranker != RankSettings().ranker:
        yield from _ranker(file.rank.ranker)


def _beyond(values: Any, place: Place) -> Iterator[Fault]:
    """Numbers below nought, but for weights: nothing counts or waits backwards. And days and ports
    that there are none of."""
    for field in fields(values):
        value, inner = getattr(values, field.name), (*place, field.name)
        if is_dataclass(value):
            yield from _beyond(value, inner)
        elif isinstance(value, tuple):
            for number, row in enumerate(value):
                if is_dataclass(row):
                    yield from _beyond(row, (*inner, number))
        elif isinstance(value, int | float):
            weight = isinstance(value, float) and place == ("importance",)
            if value > 1 and _is_share(field, place):
                yield Fault(inner, f"must be between 0 and 1, not {value:g}")
            if field.name == "port" and not 0 < value <= MAX_PORT:
                yield Fault(inner, f"must be between 1 and {MAX_PORT}, not {value}")
            elif value < 0 and not weight:
                yield Fault(inner, f"must be 0 or more, not {value:g}")
            if value > MAX_DAYS and field.name.endswith("days"):
                yield Fault(inner, f"must be {MAX_DAYS} at most, not {value:g}")


def _is_share(field: Field[Any], place: Place) -> bool:
    """Whether a number is a cosine or a share: those have a default between 0 and 1."""
    default = field.default
    return (
        place[:1] in [(table,) for table in _SHARES]
        and field.name not in _NO_SHARES
        and isinstance(default, float)
        and default <= 1
    )


def frame_fault(code: str, place: Place) -> Iterator[Fault]:
    """A fault where the program's own words are not known in the language of `code`."""
    if _LANGUAGE.fullmatch(code) and code.partition("-")[0] in frames():
        return
    known = ", ".join(frames())
    words = f'must be one of {known}, perhaps with a land ("en-US"), not {_short(code)}'
    yield Fault(place, f"{words}: the page's own words are known in these")


def frames() -> tuple[str, ...]:
    """The languages of the frame: English, and those that have a catalogue."""
    names = (file.name for file in (resources.files("briefing") / "locale").iterdir())
    found = {name.removesuffix(".po") for name in names if name.endswith(".po")}
    return tuple(sorted(found | {"en"}))


def language_fault(code: str, place: Place) -> Iterator[Fault]:
    """A fault where `code` has not the form of a language's code."""
    if not _LANGUAGE.fullmatch(code):
        yield Fault(place, f'must be a code such as "en" or "pt-BR", not {_short(code)}')


def _ranker(name: str) -> Iterator[Fault]:
    # Imported only when another than the default is asked for: the rankers need NumPy.
    from briefing.rank import RANKERS

    if name not in RANKERS:
        yield Fault(("rank", "ranker"), f"must be one of {', '.join(RANKERS)}, not {_short(name)}")
