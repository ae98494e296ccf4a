"""The news agencies whose reports others print, and where an article names them."""

from __future__ import annotations

import re

from briefing.model import Article

# News agencies as bylines, datelines and last lines name them; their first words are looked for
# before the pattern, which is fifty times as slow. In capitals where the word means other things.
_CREDITS = {
    "reuters": ("reuters", r"\breuters\b"),
    "ap": (
        "AP",
        r"\(AP\)|\bAP *[-–—]|[-–—/] ?AP[\s.)]*$|\bAP (?:\w+ ){0,2}(?:[Ww]riter|[Rr]eporter"
        r"|[Jj]ournalist)|\b(?:by|from) (?:the )?AP[\s.)]*$",
    ),
    "afp": ("afp", r"\bafp\b"),
    "dpa": ("dpa", r"\bdpa\b"),
    "upi": ("upi", r"\bupi\b"),
    "pa": ("PA", r"\(PA\)|[-–—/] ?PA[\s.)]*$|\b(?:by|from) PA[\s.)]*$"),
    "efe": ("(efe)", r"\(efe\)"),
    "ansa": ("ansa", r"\bansa\b"),
    "tass": ("tass", r"\btass\b"),
    "kyodo": ("kyodo", r"\bkyodo\b"),
    "xinhua": ("xinhua", r"\bxinhua\b"),
}
_FULL_NAMES = {
    "associated press": "ap",
    "agence france-presse": "afp",
    "press association": "pa",
    "pa media": "pa",
}
_PATTERNS = {name: (word, re.compile(pattern)) for name, (word, pattern) in _CREDITS.items()}
NAMES = (*_FULL_NAMES, *_CREDITS)  # in lower case


def agencies(article: Article) -> frozenset[str]:
    """The news agencies that outlet, byline, dateline or last lines name."""
    by = " ".join((article.source.name, *article.authors))
    written = f"{by} {article.text[:200]} {article.text[-300:]}"
    ends = written.lower()
    found = {
        agency
        for agency, (word, credit) in _PATTERNS.items()
        if (word in ends and credit.search(ends)) or (word in written and credit.search(written))
    }
    named = {name.lower() for name in (article.source.name, *article.authors)} & _CREDITS.keys()
    return frozenset(
        found | named | {agency for name, agency in _FULL_NAMES.items() if name in ends}
    )
