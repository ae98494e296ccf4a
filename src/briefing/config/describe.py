"""A configuration as plain data and as TOML, for `config show`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from briefing.config.sample import toml
from briefing.config.values import Config

_TABLES = ("readers", "sources")  # each entry under a header of its own
_NO_KEYS = ("file", "archive")  # where things lie, and nothing that a file can say


def describe(config: Config) -> dict[str, object]:
    """Every value that counts, the defaults included, under the names of briefing.toml."""
    return {
        "file": str(config.path) if config.path else None,
        "data_dir": str(config.data_dir),
        "archive": str(config.archive),
        "templates": str(config.templates) if config.templates else None,
        **asdict(config.settings),
        "fetch": asdict(config.fetch),
        "schedule": asdict(config.schedule),
        "mail": asdict(config.mail),
        "delivery": asdict(config.delivery),
        "owner": asdict(config.owner),
        "mailbox": asdict(config.mailbox),
        "readers": [asdict(reader) for reader in config.readers],
        "sources": [
            {
                **asdict(subscription.source),
                "kind": subscription.kind,
                "full_text": subscription.full_text,
                "follow": subscription.follow,
                "max_entries": subscription.max_entries,
            }
            for subscription in config.subscriptions
        ],
    }


def as_toml(config: Config) -> Iterator[str]:
    """The same as the lines of a briefing.toml, which gives the same configuration again."""
    shown, usual = describe(config), describe(Config(config.path, config.data_dir))
    for name in _NO_KEYS:
        yield f"# {name}: {toml(shown[name]) if shown[name] else 'none'}"
    before = dict(_keys(usual))
    for key, value in _keys(shown):
        own = before.get(key) != value
        otherwise = f"; else {_written(before[key])}" if own and key in before else ""
        yield f"{key} = {_written(value)}" + (f"  # set by you{otherwise}" if own else "")
    for name in _TABLES:
        for row in shown[name]:  # type: ignore[attr-defined]
            yield from ("", f"[[{name}]]")
            yield from (f"{key} = {_written(value)}" for key, value in row.items())


def _keys(shown: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Each key outside the arrays of tables, dotted, with its value where there is one."""
    for name, value in shown.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{key}", inner) for key, inner in value.items())
        elif value is not None and name not in (*_NO_KEYS, *_TABLES):
            yield name, value


def _written(value: object) -> str:
    """As `toml`; a list of tables has one a line, each without what is empty."""
    if not isinstance(value, tuple | list) or not any(isinstance(row, dict) for row in value):
        return toml(value)
    rows = (", ".join(f"{k} = {toml(v)}" for k, v in row.items() if v != ()) for row in value)
    return "\n".join(["[", *(f"  {{{row}}}," for row in rows), "]"])
