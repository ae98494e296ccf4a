"""Bytes to text, whatever the sender claims: what the bytes themselves show counts more."""

from __future__ import annotations

import codecs
import re

# "<?xml version="1.0" encoding="...">": read for text, its encoding is no longer true.
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Only encodings of text that the web uses: Python's codecs also know "zip" and "punycode".
_KNOWN = re.compile(
    r"(utf-?(8|16|32)([lb]e)?|(us-)?ascii|iso-?8859-\d\d?|latin-?\d|(windows-|cp)\d{3,4}|"
    r"koi8-[ru]|mac(intosh|-?roman|-?cyrillic)|euc-?(jp|kr)|(x-)?s(hift)?[-_]?jis|iso-2022-(jp|kr)|"
    r"gb2312|gbk|gb18030|big5(-hkscs)?|tis-620)",
    re.IGNORECASE,
)

_ASCII_LETTERS, _CAPITALS = re.compile(rb"[A-Za-z]"), re.compile(rb"[\xc0-\xdf]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ENOUGH = 20  # letters: a word in capitals is no text


def decoded(body: bytes, *claims: str) -> str:
    """`body` as text, never an error: by its byte order mark, as UTF-8 where it is that, by the
    first of `claims` (what it and its header say of the encoding) that fits, else Windows-1252,
    or KOI8-R where its letters are spread like that.

    Valid UTF-8 with letters beyond ASCII is hardly ever anything else, so it goes before claims.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return (
                body[len(mark) :].decode("utf-8", "replace")
                if name == "utf-8"
                else _wide(body, name)
            )
    if not body.isascii() and (text := _strict(body, "utf-8")) is not None:
        return text
    for claim in claims:
        text = _strict(body, claim.strip()) if _KNOWN.fullmatch(claim.strip()) else None
        if text is not None:
            return text
    return body.decode("koi8-r" if _is_koi8(body) else "windows-1252", "replace")


def _is_koi8(body: bytes) -> bool:
    """Whether the letters are nearly all beyond ASCII, and most of them where Windows-1252 has its
    accented capitals: no language is written so, and KOI8-R has its small letters there."""
    head = body[:10_000]
    letters = len(_ASCII_LETTERS.findall(head)), len(_CAPITALS.findall(head))
    others = len(_HIGH.findall(head)) - letters[1]
    return letters[1] >= _ENOUGH and letters[1] > 4 * others and letters[1] > 2 * letters[0]


def _wide(body: bytes, name: str) -> str:
    """A file cut in the middle of a character keeps the others."""
    return body.decode(name, "replace")


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):
        return None
