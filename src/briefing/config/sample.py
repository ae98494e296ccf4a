"""A commented briefing.toml, made from the dataclasses: it says what they say, and parses back."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from briefing.config.values import File, SourceTable
from briefing.model import Source, Subscription
from briefing.settings import Reader

_HEAD = """\
# briefing.toml: what is read, how it is told, where it is kept.
# A line behind "#" shows the default; take the "#" away to change it. `briefing config check`
# finds mistakes. Passwords do not belong here.
"""
_EXAMPLE = Subscription(Source("gazette", "Gazette", "https://gazette.example/feed.xml"))


def sample(subscriptions: Iterable[Subscription] = ()) -> str:
    """The file that `briefing init` writes; without subscriptions, with one to go by."""
    given = tuple(subscriptions)
    parts = [
        _HEAD,
        "".join(_line(field, File) for field in fields(File) if _plain(field, File)),
        *(_table(field) for field in fields(File) if _is_table(field)),
        tables(given) or _source(_EXAMPLE, commented=True),
        _reader(),
    ]
    return "\n".join(parts)


def tables(subscriptions: Iterable[Subscription]) -> str:
    """A [[sources]] table for each subscription, to stand at the end of a file."""
    return "\n".join(_source(s, commented=False) for s in subscriptions)


def comments(kind: type) -> dict[str, str]:
    """What stands beside or above each field in the source of a dataclass, by its name."""
    found: dict[str, str] = {}
    for parent in reversed(kind.__mro__[:-1]):
        found.update(_comments(parent))
    return found


def toml(value: object) -> str:
    """A value as TOML: text, numbers, truth, lists."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for the character DEL and halves of characters.
        text = re.sub("[\ud800-\udfff]", "\ufffd", value)
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple | list):
        return f"[{', '.join(toml(entry) for entry in value)}]"
    return repr(value)


def default(field: Field[Any]) -> Any:
    """The value that `field` has where the configuration says nothing."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def _is_table(field: Field[Any]) -> bool:
    return field.default_factory is not MISSING and is_dataclass(default(field))


def _plain(field: Field[Any], kind: type) -> bool:
    """A key of its own, no table and no array of tables."""
    entry = next(iter(get_args(get_type_hints(kind)[field.name])), None)
    return not _is_table(field) and not is_dataclass(entry)


def _table(field: Field[Any]) -> str:
    kind = type(default(field))
    summary = (inspect.getdoc(kind) or "").split("\n\n")[0].split("\n")
    keys = (_line(inner, kind) for inner in fields(kind) if _plain(inner, kind))
    return "".join([*(f"# {line}\n" for line in summary), f"[{field.name}]\n", *keys])


def _line(field: Field[Any], kind: type) -> str:
    value = f"{field.name} = {toml(default(field))}"
    note = comments(kind).get(field.name, "")
    return f"# {value}" + (f"  # {note}" if note else "") + "\n"


def _reader() -> str:
    """A [[readers]] table to go by: every key, with an example of a name and an address."""
    shown = Reader("Ada", addresses=("ada@example.org",))
    notes = comments(Reader)
    lines = [
        f"# {field.name} = {toml(getattr(shown, field.name))}"
        + (f"  # {notes[field.name]}" if notes.get(field.name) else "")
        for field in fields(Reader)
    ]
    summary = (inspect.getdoc(Reader) or "").split("\n")
    head = [f"# {line}".rstrip() for line in summary]
    return "".join(f"{line}\n" for line in [*head, "# [[readers]]", *lines])


def _source(subscription: Subscription, *, commented: bool) -> str:
    """One [[sources]] table: what differs from the defaults."""
    values = {
        field.name: getattr(subscription.source, field.name, getattr(subscription, field.name, ""))
        for field in fields(SourceTable)
    }
    lines = [
        f"{field.name} = {toml(values[field.name])}"
        for field in fields(SourceTable)
        if values[field.name] != field.default
    ]
    mark = "# " if commented else ""
    return "".join(f"{mark}{line}\n" for line in ["[[sources]]", *lines])


@cache
def _comments(kind: type) -> dict[str, str]:
    try:
        source = inspect.getsource(kind)
    except (OSError, TypeError):  # an installation without sources: the keys still stand there
        return {}
    return dict(_read_comments(source, {field.name for field in fields(kind)}))


def _read_comments(source: str, names: set[str]) -> Iterator[tuple[str, str]]:
    """(field, comment): the comment lines above a field, and the one behind it, as one text."""
    above: list[str] = []
    for line in inspect.cleandoc(source).splitlines():
        code, comment = _split(line)
        name = code.split(":")[0].strip()
        if name in names:
            yield name, " ".join([*above, comment]).strip()
        above = [*above, comment] if comment and not code.strip() else []


def _split(line: str) -> tuple[str, str]:
    """A line's code and its comment; a "#" in quotes is code."""
    in_quotes = ""
    for place, character in enumerate(line):
        if character == "#" and not in_quotes:
            return line[:place], line[place + 1 :].strip()
        if character in "\"'":
            in_quotes = "" if in_quotes == character else in_quotes or character
    return line, ""
