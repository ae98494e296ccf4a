"""Which addresses may be asked: public ones, so that no feed can send us into the reader's network.

The check is made on the resolved address, and the connection goes to exactly that address
(`transport`), so that a name cannot point elsewhere between the check and the connection.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Container
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urljoin, urlsplit, urlunsplit

# Prefixes that carry an IPv4 address in their last 32 bits (RFC 6052, RFC 8215).
_TRANSLATED = (
    ipaddress.IPv6Network("64:ff9b::/96"),
    ipaddress.IPv6Network("64:ff9b:1::/48"),
    ipaddress.IPv6Network("::/96"),
)


class Unreached(Exception):  # noqa: N818 (why an address was not reached, not a failure of ours)
    """Why a host was not reached; `again` where a later attempt may succeed, `refused` where it
    has answered that it gives nothing, not even tomorrow."""

    def __init__(self, reason: str, *, again: bool = False, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.refused = refused


class PrivateAddress(Unreached):
    """A host of the reader's own network, which no feed may make us ask."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f'{host} has a private address: where you trust it, write allow_private = ["{host}"] '
            "under [fetch]"
        )
        self.host = host


def public_addresses(host: str, port: int, allowed: Container[str]) -> tuple[str, ...]:
    """The addresses of `host` that may be asked, in the resolver's order, never empty.

    All of them where `allowed` names the host. Raises PrivateAddress, Unreached.
    """
    found = _resolved(host, port)
    if host.lower() in allowed:
        return found
    public = tuple(address for address in found if is_public(address))
    if not public:
        raise PrivateAddress(host)
    return public


def is_public(address: str) -> bool:
    """Whether `address` is a unicast address of the open Internet, wrapped IPv4 included."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (ip, *_wrapped(ip)))


def is_private_literal(host: str) -> bool:
    """Whether `host` is an address, written out, of a private network."""
    try:
        return not is_public(host)
    except ValueError:
        return False


def _wrapped(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(ip, IPv4Address):
        return []
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if any(ip in network for network in _TRANSLATED):
        inner.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]


def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        again = error.errno == socket.EAI_AGAIN
        raise Unreached(f"no address is known for {host}", again=again) from error
    except (UnicodeError, OSError) as error:  # a label of 64 letters, a host of 1,000
        raise Unreached(f"{host[:80]} is no host name") from error
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


def clean(url: str) -> str:
    """`url` without user, password and fragment. Raises Unreached where it cannot be asked."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Unreached("is not an address") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise Unreached("is no http or https address")
    bracketed = f"[{host}]" if ":" in host else host
    authority = bracketed if port is None else f"{bracketed}:{port}"
    return urlunsplit((parts.scheme, authority, parts.path or "/", parts.query, ""))


def redirected(url: str, location: str) -> str:
    """Where a redirect from `url` leads, cleaned. Raises Unreached."""
    try:
        return clean(urljoin(url, location))
    except (Unreached, ValueError) as error:
        raise Unreached(f"redirects to {location[:80]!r}, which is no http address") from error
