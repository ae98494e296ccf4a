"""Does a text use an abbreviation that only its article, and nothing shown, has in full?

Of 361 quotes and 1,536 sentences of 31 months 1 and 1 fell, both rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.text.background import background
from briefing.text.words import STOP_WORDS, stem

# idf up to which all know it: "FBI" 3.4, "UN" 4.7, "NATO" 5.0, "EU" 5.1; "TPP" 6.5, "NLRB" 7.6.
WELL_KNOWN = 5.2
REACH = 120  # characters before "(ABC)" in which its words stand
MORE = 3  # words beside those that give a letter: "of", "and the"
_ABBREVIATION = re.compile(r"(?<![\w$.&-])[A-Z]{3,6}(?=s?(?![\w.]))")
_WORD = re.compile(r"[A-Za-z]\w*")


def unexplained(text: str, article: str, page: Iterable[str]) -> list[str]:
    """The abbreviations in `text` that `article` has in full ("Dam Safety Board (DSB)") and that
    neither `text` nor `page` has, short or in full; those that all know are none."""
    shown = " ".join((*page, text))
    return [
        short
        for short in dict.fromkeys(_ABBREVIATION.findall(text))
        if not _is_known(short)
        and not any(re.search(rf"\b{short}", one) for one in page)
        and (full := _in_full(short, article))
        and not any(form.lower() in shown.lower() for form in full)
    ]


def _is_known(short: str) -> bool:
    low = short.lower()
    return low in STOP_WORDS or background().idf(stem(low)) <= WELL_KNOWN


def _in_full(short: str, article: str) -> list[str]:
    """The words that stand for `short` where `article` brings it in; none where it does not."""
    bringing = rf"\((?:the |or |also )?{short}s?[),;]|, (?:or|known as) (?:the )?{short}\b"
    found: list[str] = []
    for match in re.finditer(bringing, article):
        lead = article[max(0, match.start() - REACH) : match.start()]
        words = list(_WORD.finditer(lead))
        for count in range(2, len(short) + MORE + 1):
            run = words[-count:]
            if len(run) == count and _spells([w.group() for w in run], short):
                found.append(lead[run[0].start() :].strip())
                break
    return found


def _spells(words: list[str], short: str) -> bool:
    """Whether the first letters of `words` hold those of `short` in their order, from the first."""
    letters = iter(word[0].upper() for word in words)
    return words[0][0].upper() == short[0] and all(letter in letters for letter in short)
