"""Mails, tables, documents of other programs: what would pass for an article as mere text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

Stranger = Literal["mail", "table", "document"]

WHY: dict[str, str] = {
    "mail": "is a mail, and mails are not read: save its words as text, or as a page",
    "table": "is a table, and tables are not read: write its rows as JSON Lines",
    "document": "is a document, and those are not read: save its words as text, or as a page",
}
_BY_NAME: dict[str, Stranger] = {
    ".eml": "mail",
    ".mbox": "mail",
    ".msg": "mail",
    ".csv": "table",
    ".tsv": "table",
    ".xls": "table",
    ".xlsx": "table",
    ".ods": "table",
    ".pdf": "document",
    ".rtf": "document",
    ".doc": "document",
    ".docx": "document",
    ".odt": "document",
    ".epub": "document",
}
_OF_DOCUMENTS = (b"%PDF-", b"{\\rtf", b"%!PS")
_MAILBOX = re.compile(rb"From \S+ .{0,30}\d\d:\d\d:\d\d")
_HEADER = re.compile(rb"([!-9;-~]{2,60}):(?:[ \t].*)?(?:\n[ \t].*)*(?:\n|\Z)")
# Two of these: a text's own front matter has a title, a date, an author.
_OF_MAILS = frozenset(
    b"""from to subject received return-path delivered-to reply-to message-id mime-version
    content-type dkim-signature""".split()
)
_QUOTED = re.compile(rb'"[^"]*"')
# With no space behind, as in no prose; how many a line has at least: times of day have two ":".
_DELIMITERS = (
    (re.compile(rb",(?! )"), 2),
    (re.compile(rb";(?! )"), 2),
    (re.compile(rb"\t"), 2),
    (re.compile(rb":(?! )"), 3),
)
_FEWEST_LINES = 3


def stranger(head: bytes, name: str) -> Stranger | None:
    """What the file called `name` is that begins with `head`, where that is plain."""
    lines = head.replace(b"\r\n", b"\n").lstrip()
    if lines.startswith(_OF_DOCUMENTS):
        return "document"
    if _MAILBOX.match(lines) or _mail_headers(lines) >= 2:
        return "mail"
    return "table" if _is_table(lines) else _BY_NAME.get(PurePosixPath(name.lower()).suffix)


def _mail_headers(head: bytes) -> int:
    """How many headers of mails the lines above the first other one name."""
    found: set[bytes] = set()
    place = 0
    while header := _HEADER.match(head, place):
        found.add(header[1].lower())
        place = header.end()
    return len(found & _OF_MAILS)


def _is_table(head: bytes) -> bool:
    """Whether all lines have as many fields; the last one, which may be cut, aside."""
    lines = [line for line in _QUOTED.sub(b"", head).split(b"\n") if line.strip()]
    whole = lines if head.endswith(b"\n") else lines[:-1] or lines
    if len(lines) < _FEWEST_LINES:
        return False
    for delimiter, fewest in _DELIMITERS:
        counts = {len(delimiter.findall(line.lstrip())) for line in whole}
        if len(counts) == 1 and counts.pop() >= fewest:
            return True
    return False
