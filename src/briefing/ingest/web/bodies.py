"""The body of an answer: read within a limit of bytes, counted before and after decompression."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class TooLarge(Exception):  # noqa: N818 (a limit that was met, not a failure of ours)
    """More bytes than the limit; `head` holds the first ones."""

    def __init__(self, head: bytes) -> None:
        super().__init__("too large")
        self.head = head


class Undecodable(Exception):  # noqa: N818
    """The body is not what its Content-Encoding says; the message says how."""


def body(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The decoded bytes, at most `limit`; a gzip bomb is never unfolded beyond them.

    Raises TooLarge, Undecodable.
    """
    coding = encoding.strip().lower()
    if coding in {"", "identity"}:
        return _plain(chunks, limit)
    if coding in {"gzip", "x-gzip", "deflate"}:
        return _inflated(chunks, limit)
    raise Undecodable(f"is sent in an encoding that nobody asked for ({coding[:40]})")


def gunzipped(raw: bytes, limit: int) -> bytes:
    """The content of a .gz file, at most `limit` bytes. Raises TooLarge, Undecodable."""
    return _inflated((raw,), limit)


def _plain(chunks: Iterable[bytes], limit: int) -> bytes:
    whole = bytearray()
    for chunk in chunks:
        whole += chunk
        if len(whole) > limit:
            raise TooLarge(bytes(whole[:limit]))
    return bytes(whole)


def _inflated(chunks: Iterable[bytes], limit: int) -> bytes:
    """gzip (also several members, one after the other), zlib, or bare deflate."""
    whole = bytearray()
    stream = None
    for chunk in chunks:
        rest = chunk
        while rest:
            if stream is None or stream.eof:
                if whole and not rest.startswith(b"\x1f\x8b"):
                    break  # padding after the last member
                stream = _decompressor(rest)
            try:
                whole += stream.decompress(rest, limit + 1 - len(whole))
            except zlib.error as error:
                raise Undecodable("is not compressed as it says") from error
            if len(whole) > limit:
                raise TooLarge(bytes(whole[:limit]))
            rest = stream.unused_data if stream.eof else stream.unconsumed_tail
    if stream is not None and not stream.eof:
        raise Undecodable("broke off in the middle")
    return bytes(whole)


def _decompressor(head: bytes) -> zlib._Decompress:
    """By the first bytes: some servers send "deflate" without zlib's header (RFC 9110, 8.4.1.2)."""
    gzip = head.startswith(b"\x1f")
    zlib_header = len(head) > 1 and head[0] & 15 == 8 and (head[0] << 8 | head[1]) % 31 == 0
    return zlib.decompressobj(_GZIP_OR_ZLIB if gzip or zlib_header else -zlib.MAX_WBITS)
