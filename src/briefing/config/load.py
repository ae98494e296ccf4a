"""From the file, the environment and the options to a `Config`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from briefing.config import files, ways
from briefing.config.check import checked
from briefing.config.deliveries import delivery_faults
from briefing.config.faults import Fault, line_of
from briefing.config.values import Config, File, SourceTable
from briefing.errors import ConfigError, UsageError
from briefing.model import Source, Subscription
from briefing.settings import DeliverySettings, MailboxSettings, MailSettings, Reader, Settings
from briefing.text import days

Kind = TypeVar("Kind", MailSettings, DeliverySettings, MailboxSettings)

_NOT_IN_ID = re.compile(r"[\W_]+")


def load(
    path: Path | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    data_dir: Path | None = None,
) -> Config:
    """The configuration from the file that `find` finds, else the defaults.

    `path` and `data_dir` are options of the command line, relative to the folder one is in; a path
    in the file is relative to the file. `ConfigError` has a line for each fault.
    """
    environ = environ or {}
    found = files.find(path, environ)
    text = files.text(found) if found else ""
    base = found.absolute().parent if found else Path.cwd()
    file, faults = checked(files.table(found, text) if found else {})
    faults += _further(faults, [*_source_faults(file.sources), *delivery_faults(file)])
    if faults:
        faults.sort(key=lambda fault: line_of(fault.place, text) or 0)
        raise ConfigError("\n".join(fault.told(found, text) for fault in faults))
    return Config(
        path=found,
        data_dir=_data_dir(data_dir, environ, file, base),
        templates=_templates(environ, file, base),
        settings=_settings(file, environ),
        fetch=file.fetch,
        subscriptions=tuple(_subscription(table, base) for table in file.sources),
        schedule=file.schedule,
        mail=_files_of(file.mail, base, "ca_file", "password_file"),
        delivery=_files_of(file.delivery, base, "webhook_key_file"),
        owner=file.owner,
        mailbox=_files_of(file.mailbox, base, "maildir", "ca_file", "password_file"),
        readers=tuple(_ways_of(reader, base) for reader in file.readers),
    )


def _further(faults: Sequence[Fault], found: Iterable[Fault]) -> list[Fault]:
    """Those of `found` that tell of another mistake: what a table lacks may only be misspelt."""
    told = {fault.place for fault in faults}
    tables = {place[:length] for place in told for length in range(1, len(place))}
    return [
        fault
        for fault in found
        if fault.place not in told | tables
        and not (fault.words.startswith("is missing") and fault.place[:-1] in tables)
    ]


def _data_dir(option: Path | None, environ: Mapping[str, str], file: File, base: Path) -> Path:
    given = option or _path(environ.get("BRIEFING_DATA_DIR"), Path.cwd())
    return given or _path(file.data_dir, base) or files.user_data_dir()


def _templates(environ: Mapping[str, str], file: File, base: Path) -> Path | None:
    given = _path(environ.get("BRIEFING_TEMPLATES"), Path.cwd())
    folder = given or _path(file.templates, base)
    if folder is not None and not folder.is_dir():
        raise ConfigError(f"there is no folder of templates {folder}")
    return folder


def _files_of(settings: Kind, base: Path, *names: str) -> Kind:
    """`settings` with the paths of these keys relative to the file."""
    found: dict[str, Any] = {n: str(_path(getattr(settings, n), base) or "") for n in names}
    return replace(settings, **found)


def _ways_of(reader: Reader, base: Path) -> Reader:
    found = (ways.way(written) for written in reader.ways)
    return replace(reader, ways=tuple(str(way.at(base)) for way in found))


def _path(written: str | None, base: Path) -> Path | None:
    return base / files.at_home(Path(written)) if written else None


def _settings(file: File, environ: Mapping[str, str]) -> Settings:
    settings = Settings(**{field.name: getattr(file, field.name) for field in fields(Settings)})
    name = environ.get("BRIEFING_TIME_ZONE")
    if not name:
        return settings
    try:
        days.zone(name)
    except UsageError as error:
        raise ConfigError(f"BRIEFING_TIME_ZONE is wrong: {error}") from error
    return replace(settings, edition=replace(settings.edition, time_zone=name))


def _subscription(table: SourceTable, base: Path) -> Subscription:
    folder = table.kind == "folder"
    source = Source(
        id=_source_id(table),
        name=_source_name(table),
        url=str(_path(table.url, base)) if folder else table.url,
        section=table.section,
        language=table.language,
    )
    return Subscription(source, table.kind, table.full_text, table.follow, table.max_entries)


def _source_name(table: SourceTable) -> str:
    if name := " ".join(table.name.split()):
        return name
    if table.kind == "folder":
        return Path(table.url).name or table.url
    return (urlsplit(table.url).hostname or table.url).removeprefix("www.")


def _source_id(table: SourceTable) -> str:
    """ "The Gazette" -> "the-gazette"; letters of every script stay."""
    return table.id.strip() or _slug(_source_name(table)) or _slug(table.url)


def _slug(words: str) -> str:
    return _NOT_IN_ID.sub("-", words.lower()).strip("-")


def _source_faults(tables: Iterable[SourceTable]) -> Iterator[Fault]:
    """Several feeds may be one outlet, with one id and name; one id is never two outlets."""
    names: dict[str, str] = {}
    urls: dict[str, int] = {}
    for number, table in enumerate(tables):
        place = ("sources", number)
        if words := _address_fault(table):
            yield Fault((*place, "url"), words)
            continue
        outlet, name = _source_id(table), _source_name(table)
        if table.url in urls:
            yield Fault((*place, "url"), f"is that of entry {urls[table.url] + 1} already")
        elif names.get(outlet, name) != name:
            yield Fault(
                (*place, "id" if table.id else "name"),
                f'gives "{name}" the id "{outlet}", which "{names[outlet]}" has: '
                "write another id, or the same name where it is one outlet",
            )
        names.setdefault(outlet, name)
        urls.setdefault(table.url, number)


def _address_fault(table: SourceTable) -> str:
    """What is wrong with a source's address; empty where nothing is."""
    if not table.url.strip():
        return "is empty: write the address of a feed"
    if table.kind == "folder":
        return ""
    try:
        parts = urlsplit(table.url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        secret = parts.password is not None
    except ValueError:  # "http://["
        usable = secret = False
    if not usable:
        return 'must begin with http:// or https:// (or be a path, with kind = "folder")'
    return "holds a password: a configuration never does" if secret else ""
