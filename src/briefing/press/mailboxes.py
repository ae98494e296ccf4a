"""Mail addresses: "Ada Lovelace <ada@example.org>" as a name and an address (RFC 5322, 3.4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from email.utils import parseaddr

from briefing.errors import UsageError

LONGEST = 254  # characters of an address, RFC 5321, 4.5.3.1.3

# What stands on either side of the "@" without quoting; letters of every script (RFC 6531).
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f.:IPv]+\]")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name, "" where none is given, and an address whose domain is in ASCII."""

    name: str
    address: str


def mailbox(written: str) -> Mailbox:
    """The mailbox that is written so; `UsageError` where it is none."""
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in written):
        raise UsageError(f"{written!r} is no mail address: it holds a control character")
    name, address = parseaddr(written)
    local, _, domain = address.rpartition("@")
    if not (_LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)) or len(address) > LONGEST:
        raise UsageError(f'"{written}" is no mail address: write "name@example.org"')
    return Mailbox(" ".join(name.split()), f"{local}@{_ascii(domain, written)}")


def _ascii(domain: str, written: str) -> str:
    """The domain as servers know it: "münchen.example" is "xn--mnchen-3ya.example"."""
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UsageError(f'"{written}" is no mail address: {error}') from error
