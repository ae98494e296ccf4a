"""Text as it is stored: without the characters that no output format can carry."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from briefing.ingest.linklists import without_link_lists

MAX_CHARACTERS = 200_000  # a short novel; articles have 5,000, the longest reports 100,000
# Controls, half surrogates and non-characters are no letters in any of HTML, PDF, XML or SQLite;
# soft hyphens and zero-width spaces split words unseen, direction marks turn what follows around.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff"
    r"\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]"
    # Persian needs the non-joiner between its letters, beside ours it is a leftover
    r"|(?<=[\x20-\x7e])\u200c|\u200c(?=[\x20-\x7e])"
)
MOST_FOREIGN = 0.01  # of a text, control or undefined characters: random bytes have a tenth
_STRAY = 3  # characters that no text has, in a short one
_NONE = frozenset({"Cc", "Cn", "Cs"})
_HALVES = re.compile("[\ud800-\udfff]")  # so Python holds bytes of a name that are no UTF-8
_BREAKS = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
# "the bridge ." where a link ended; but not ". . ." nor " .5".
_BEFORE_STOP = re.compile(r"(?<=[^\W_])[ \u00a0](?=[.,](?:\s(?![ ]?\.)|$))", re.MULTILINE)
# "Oberlin Corp (OBL.N)", "Oberlin (NYSE: OBL)": an agency's mark for machines, no word of the text.
_TICKER = re.compile(
    r"[ \u00a0]\((?:[A-Z0-9]{1,6}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|LSE|AMEX):\s?[A-Z.]{1,6})\)"
)
_BLANK_LINES = re.compile(r"\n[ \t\u00a0]*\n[ \t\u00a0\n]*\n")


def visible(text: str) -> str:
    """`text` without what is not seen."""
    return _UNSEEN.sub("", text)


def noise(text: str) -> str:
    """What shows that `text` is none; "" where it may be one."""
    looked_at = Counter(text[:MAX_CHARACTERS])
    foreign = sum(n for letter, n in looked_at.items() if _foreign(letter))
    share = foreign / max(1, looked_at.total())
    if foreign <= _STRAY or share <= MOST_FOREIGN:
        return ""
    return f"{share:.0%} of its characters are control or undefined ones"


def _foreign(letter: str) -> bool:
    """Whether no text has it: a control character, one that no encoding or Unicode defines."""
    return letter == "\ufffd" or (unicodedata.category(letter) in _NONE and not letter.isspace())


def printable(name: str) -> str:
    """The name of a file as a person can be told it: bytes that are no UTF-8 are replaced."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", name)


def tidy(text: str) -> str:
    """`text` with line feeds as its only line breaks, at most one empty line in a row.

    Lists of links that a page hides behind a name are left out.
    """
    whole = visible(_BREAKS.sub("\n", text[:MAX_CHARACTERS]))
    whole = _TICKER.sub("", _BEFORE_STOP.sub("", whole))
    return without_link_lists(_BLANK_LINES.sub("\n\n", whole).strip())
