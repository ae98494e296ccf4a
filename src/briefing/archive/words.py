"""What a person types, as an FTS5 query that is always valid; and names made comparable."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 1_000
MAX_TERMS = 32

_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")
_NOT_IN_NAME = re.compile(r"[\W_]+")


def match(typed: str) -> str:
    """`typed` for MATCH: all words must be there, "a phrase" as it stands, begin* any ending.

    Every other sign of FTS5's language is only a sign. Empty where nothing can be looked for.
    """
    typed = _UNSEARCHABLE.sub(" ", typed[:MAX_CHARACTERS])
    terms = (
        (found[1], found[2]) if found[3] is None else (found[3].rstrip("*"), found[3][-1:])
        for found in _TERM.finditer(typed)
    )
    searchable = [
        f'"{words}"{"*" if ending == "*" else ""}'
        for words, ending in terms
        if any(character.isalnum() for character in words)
    ]
    return " ".join(searchable[:MAX_TERMS])


def folded(name: str) -> str:
    """Lower case, without diacritics and points: "J. Nuñez-Ōta" -> "j nunez ota"."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_IN_NAME.sub(" ", "".join(letters).casefold()).strip()
