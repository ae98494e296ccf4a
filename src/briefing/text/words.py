"""Words: what counts as one, which carry content, and their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from briefing.text.dates import WEEKDAYS
from briefing.text.foreign import FOREIGN

# A word is a run of letters and digits; figures keep their inner points and commas ("1,200.5"),
# words their inner apostrophes and hyphens ("don't", "vice-president").
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\w+")

# English function words; those of other languages are in `FOREIGN`.
_FUNCTION_WORDS = """
    a about above after again against all also although always am among an and another any are
    around as at away back be became because become been before being below between both but by
    came can cannot could did do does doing done down during each either else enough etc even ever
    every few first for from further get gets give given go goes going gone got had has have having
    he her here hers herself him himself his how however i if in including indeed instead into is
    it its itself just last later least less let like likely made make makes many may me might mine
    more most much must my myself near nearly neither never next no nor not nothing now of off often
    on once one only onto or other others our ours ourselves out over own per perhaps put quite
    rather really same saw say saying says see seem seemed seems seen several shall she should since
    so some still such take taken than that the their theirs them themselves then there therefore
    these they thing things this those though through thus to today together told too took toward
    towards two under until up upon us use used uses using very was way we well went were what
    whatever when where whether which while who whole whom whose why will with within without would
    yes yesterday yet you your yours yourself said mr mrs ms dr
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't
    hasn't hadn't it's that's he's she's they're we're i'm i've we've they've there's what's"""
STOP_WORDS = frozenset((*_FUNCTION_WORDS.split(), *WEEKDAYS))
EMPTY_WORDS = STOP_WORDS | FOREIGN  # what carries no content, in whichever language

# Snowball's C code of the original algorithm: NLTK's, in Python, costs a second to import.
_stemmer = Stemmer.Stemmer("porter")


def words(text: str) -> list[str]:
    """The words of `text` in order, lower-cased, apostrophes straight."""
    return [w.replace("’", "'") for w in WORD.findall(text.lower())]


# Letters that are no letter with a mark: what papers that have no such letters print for them.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss"})
_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Porter stem of one lower-cased word (Porter 1980), possessive 's cut; never empty.

    Accents are left out: one paper prints "Zoë Åkre", another "Zoe Akre".
    """
    plain = word if word.isascii() else unaccented(word)
    return str(_stemmer.stemWord(plain.removesuffix("'s"))) or word


def unaccented(word: str) -> str:
    """A lower-cased word with the plain letters of its accented ones."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_PLAIN)))
    return unicodedata.normalize("NFC", plain)


def stems(text: str) -> list[str]:
    """The stems of all words of `text`, in order."""
    return [stem(w) for w in words(text)]


def content_stems(text: str) -> list[str]:
    """The stems of the words that carry content: no function words, no single letters."""
    return [stem(w) for w in words(text) if w not in EMPTY_WORDS and (len(w) > 1 or w.isdigit())]


def telling_words(text: str) -> list[str]:
    """Its content words but for figures: a title rounds them."""
    return [
        word
        for word in words(text)
        if word not in EMPTY_WORDS and len(word) > 1 and not any(c.isdigit() for c in word)
    ]
