"""Who wrote an article, from the strings that feeds and rows give."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.ingest.texts import visible

_MAX = 10
_EMAIL = re.compile(r"[^\s@()<>]{1,64}@[^\s@()<>]{1,255}")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|written by|reported by)\s*:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|\||\s&\s|\sand\s|\bund\s|\bet\s)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W_][\w.'’-]*){1,4}")
_NOBODY = frozenset({"admin", "administrator", "editor", "none", "unknown", "staff", "webmaster"})


def authors(given: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order: "none@none.com (Ann Lee and Bo Roe)" -> ("Ann Lee", "Bo Roe")."""
    found = (name for text in given for name in _names(visible(text[:500])))
    return tuple(dict.fromkeys(found))[:_MAX]


def _names(text: str) -> list[str]:
    bare = " ".join(_EMAIL.sub(" ", text).replace("(", " ").replace(")", " ").split())
    bare = _BY.sub("", bare.strip(" <>,;|"))
    if not bare or bare.lower() in _NOBODY or "://" in bare:
        return []
    parts = [part.strip() for part in _BETWEEN.split(bare) if part.strip()]
    return parts if all(_NAME.fullmatch(part) for part in parts) else [bare]
