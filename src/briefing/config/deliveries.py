"""What has the right type in [mail], [[readers]] and the like, and still cannot be meant."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from difflib import get_close_matches
from urllib.parse import urlsplit

from briefing.config.check import frame_fault
from briefing.config.faults import Fault, Place
from briefing.config.values import File
from briefing.config.ways import way
from briefing.errors import UsageError
from briefing.press.mailboxes import mailbox
from briefing.settings import MailboxSettings, MailSettings, Reader
from briefing.text import days


def delivery_faults(file: File) -> Iterator[Fault]:
    """What of `file` cannot be meant, each with its place."""
    yield from _mail(file.mail)
    yield from _passwords(file.mail, "mail")
    yield from _passwords(file.mailbox, "mailbox")
    yield from _wrong(("schedule", "time"), days.clock, [file.schedule.time])
    yield from _wrong(("owner", "address"), mailbox, filter(None, [file.owner.address]))
    yield from _address(file.owner.heartbeat_url, ("owner", "heartbeat_url"), ("http", "https"))
    if file.delivery.degraded_share > 1:
        yield Fault(("delivery", "degraded_share"), "must be between 0 and 1")
    yield from _readers(file)
    yield from _their_sections(file)


def _mail(mail: MailSettings) -> Iterator[Fault]:
    for name in ("sender", "reply_to", "unsubscribe"):
        yield from _wrong(("mail", name), mailbox, filter(None, [getattr(mail, name)]))
    yield from _address(mail.link, ("mail", "link"), ("http", "https"))
    yield from _address(mail.unsubscribe_url, ("mail", "unsubscribe_url"), ("https",))
    if mail.host and not mail.sender:
        yield Fault(("mail", "sender"), "is missing: a mail needs an address it comes from")
    if mail.security == "none" and not on_this_machine(mail.host or "localhost"):
        yield Fault(
            ("mail", "security"),
            'may be "none" for a server on this machine only: write "starttls" or "tls"',
        )
    if mail.pdf == "link" and not mail.link:
        yield Fault(("mail", "link"), 'is missing: pdf = "link" needs an address')


def on_this_machine(host: str) -> bool:
    """Whether a name or address never leaves the machine."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _passwords(settings: MailSettings | MailboxSettings, table: str) -> Iterator[Fault]:
    names = [f.name for f in fields(settings) if f.name.startswith("password_")]
    given = [name for name in names if getattr(settings, name)]
    if len(given) > 1:
        yield Fault((table, given[1]), f"stands beside {given[0]}: name one place of the password")
    if settings.user and settings.host and not given:
        yield Fault((table, "user"), f"needs a password: name its place with {' or '.join(names)}")


def _readers(file: File) -> Iterator[Fault]:
    names: set[str] = set()
    for number, reader in enumerate(file.readers):
        place: Place = ("readers", number)
        if not reader.name.strip() or reader.name in names:
            words = "is that of another reader" if reader.name in names else "is empty"
            yield Fault((*place, "name"), f"{words}: each reader needs a name of his own")
        names.add(reader.name)
        yield from _reader(reader, place)
        if reader.addresses and not file.mail.host:
            yield Fault((*place, "addresses"), "need a mail server: write [mail] host")


def _reader(reader: Reader, place: Place) -> Iterator[Fault]:
    yield from _wrong((*place, "addresses"), mailbox, reader.addresses)
    yield from _wrong((*place, "ways"), way, reader.ways)
    yield from _wrong((*place, "time"), days.clock, filter(None, [reader.time]))
    yield from _wrong((*place, "time_zone"), days.zone, filter(None, [reader.time_zone]))
    if not (reader.addresses or reader.ways):
        yield Fault(place, "gets nothing: name addresses, or ways such as folder:PATH")
    if reader.language:
        yield from frame_fault(reader.language, (*place, "language"))


def _wrong(place: Place, check: Callable[[str], object], values: Iterable[str]) -> Iterator[Fault]:
    for value in values:
        try:
            check(value)
        except UsageError as error:
            yield Fault(place, f"is wrong: {error}")


def _address(url: str, place: Place, schemes: tuple[str, ...]) -> Iterator[Fault]:
    if not url:
        return
    try:
        parts = urlsplit(url)
        good = parts.scheme in schemes and bool(parts.hostname) and not parts.password
    except ValueError:
        good = False
    if not good or any(c.isspace() or c in "<>" for c in url):
        yield Fault(place, f"must be an address that begins with {' or '.join(schemes)}://")


def _their_sections(file: File) -> Iterator[Fault]:
    """A section that no story is ever given would leave its reader without an edition each day."""
    if not any(reader.sections for reader in file.readers):
        return
    from briefing.sections import SECTIONS  # and the words of all of them: not for every command

    named = (*SECTIONS, *(rule.section for rule in file.sections.rules), file.sections.other)
    known = {name.casefold(): name for name in named}
    for number, reader in enumerate(file.readers):
        for position, name in enumerate(reader.sections):
            if name.casefold() in known:
                continue
            near = get_close_matches(name.casefold(), known, n=1, cutoff=0.7)
            instead = f"did you mean {known[near[0]]}?" if near else ", ".join(known.values())
            yield Fault(
                ("readers", number, "sections", position), f'"{name}" is no section: {instead}'
            )
