"""Whom does a sentence speak of, and did the page name them before?

A text coheres where a sentence goes on with the subject of those before it (the centres of Grosz,
Joshi and Weinstein 1995; Barzilay and Lapata 2008 find subjects the best sign). Where sentences
between were left out, one that begins with somebody else belongs to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.text.background import background
from briefing.text.content import SPEAKING
from briefing.text.numbers import figures
from briefing.text.words import content_stems

# idf: a name in one of three articles ties nothing ("the President", "Trump" in a month of him).
RARE = 2.0
# "On Monday, the Army ...": when and where, not whom.
_ADVERBIAL = re.compile(
    r"(?:On|In|At|By|After|Before|During|Since|Late|Early|Earlier|Later|Last|Until)\b"
    r"[^,.;:“”\"]{2,40},\s"
)
# "Quill has also ...": beside what, the sentences left out tell.
_BESIDE = re.compile(r"\b(?:also|too|another|again|similarly|instead|however|meanwhile)\b")
_OWNS = re.compile(r"['’]s?\s*$")
_NAMED = re.compile(r"(?:[Tt]he\s)?((?:[A-ZÀ-Þ][\w.’'-]*\s?)+)")


def subject(text: str) -> frozenset[str]:
    """The stems of the name that `text`, a sentence, begins with; none where it is no name.

    "Nineteen people ..." begins with a figure: it may be the one that the opening has; "Arden's
    schools ..." speaks of schools.
    """
    leading = _ADVERBIAL.match(text)
    named = _NAMED.match(text, leading.end() if leading else 0)
    if named is None or figures(named[1]) or _OWNS.search(named[1]):
        return frozenset()
    return frozenset(content_stems(named[1]))


def goes_on(text: str, heading: frozenset[str]) -> bool:
    """Whether `text`, a sentence, speaks of somebody of `heading` and of nothing left out."""
    return bool(subject(text) & heading) and _BESIDE.search(text) is None


def named(texts: Iterable[str]) -> frozenset[str]:
    """The stems of what `texts` (headline, opening) name or call, as far as it is rare.

    No title: two senators are two.
    """
    found = {stem for text in texts for stem in content_stems(text)}
    return frozenset(s for s in found - SPEAKING if background().idf(s) >= RARE)
