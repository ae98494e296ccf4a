"""Does a sentence end at this stop? The evidence is the word before it and the word after it.

Punkt (Kiss and Strunk 2006) decides by the same evidence for every word of a text; here only the
stops are looked at, which is some thirty times as fast.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.text.punkt import (
    BEFORE_FIGURE,
    CLOSING,
    MONTHS,
    OF_THE_CLOCK,
    TITLES,
    WITH_MARK,
    Punkt,
)

OPENING_MARKS = "\"'“‘«‹„‚»([{`—–-*_¿¡"
# A word longer than this is a web address or junk; the place of a stop does not depend on more.
LONGEST_WORD = 40

_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*|\d+")
_SPLIT = re.compile(r"[\-–—/(\[“\"‘'«„]")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*$")
_PARTICLE = re.compile(
    r"(?:al|el|as|at|an|ad|ar|de|del|della|di|da|dos|du|d|la|le|van|von|der|den|ter|ten|bin|ibn|abu)"
    r"(?:[-’']|\s(?:la\s|der\s|den\s)?)[^\W\d_a-zà-ÿ]"
)
_CASED_INSIDE = re.compile(r"[a-z]{1,2}[A-Z]")
# “Why?” Smith asked. “Stop!” shouted Mr. Smith is told by its small letter.
_ASKED = re.compile(
    r"(?:(?:[^\W\d_a-zà-ÿ][\w.'’\-]*)\s){1,4}(?:asked|asks|wondered|wonders|said|says|shouted|shouts|"
    r"cried|cries|exclaimed|yelled|screamed|tweeted|wrote|writes|replied|quipped|demanded|joked|"
    r"called|chanted|added|told|inquired|texted|posted)\b"
)
_LATER_DOMAIN = re.compile(r"(?:Com|Net|Org|Co|Uk|Us|Gov|Edu|Io|Js|Tv|De|Fr|Eu|Info)\b")
_WORDS_ONLY = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*$")


class Stop(NamedTuple):
    """One run of stops in `text`: `text[at:after]`, closing marks up to `closed`, then the rest."""

    text: str
    begin: int  # of the sentence that may end here
    at: int
    after: int
    closed: int


def ends(stop: Stop, punkt: Punkt, german: bool = False) -> bool:
    """Whether the sentence that begins at `stop.begin` ends after the closing marks."""
    text, closed = stop.text, stop.closed
    rest = (
        closed
        + len(text[closed : closed + LONGEST_WORD])
        - len(text[closed : closed + LONGEST_WORD].lstrip())
    )
    if rest >= len(text):
        return True
    if rest == closed:
        return _without_space(stop, punkt)
    marks = text[stop.at : stop.after]
    if text[rest] in ",;:.!?…)]}":
        return False
    if not _may_open(text, rest):
        return False
    if "!" in marks or "?" in marks:
        return _after_mark(stop, rest, punkt)
    if len(marks) > 1 or marks == "…":
        return _after_ellipsis(stop, rest, punkt)
    return marks != "." or _after_point(stop, rest, punkt, german)


def _may_open(text: str, at: int) -> bool:
    """Whether a sentence can begin here: not with a small letter, names ("de Mistura") apart."""
    first = _first(text, at)
    letter = text[first : first + 1]
    if not letter.islower():
        return bool(letter)
    ahead = text[first : first + 20]
    return bool(_CASED_INSIDE.match(ahead) or _PARTICLE.match(ahead))


def _first(text: str, at: int) -> int:
    """The place of the first character from `at` that is neither opening mark nor space."""
    ahead = text[at : at + LONGEST_WORD]
    return at + len(ahead) - len(ahead.lstrip(OPENING_MARKS + " \u00a0\n"))


def _next_word(text: str, at: int) -> str:
    """The word from `at` in lower case; a figure as "0"; other signs as they are."""
    found = _WORD.match(text, _first(text, at))
    if not found:
        return text[_first(text, at) : _first(text, at) + 1]
    return "0" if found.group()[0].isdigit() else found.group().lower()


def _word_before(stop: Stop) -> str:
    """The word that the stop follows, without opening marks, as written."""
    behind = stop.text[max(stop.begin, stop.at - LONGEST_WORD) : stop.at]
    if not behind or behind[-1].isspace():
        return ""
    return _SPLIT.split(behind.rsplit(None, 1)[-1])[-1]


def _without_space(stop: Stop, punkt: Punkt) -> bool:
    """A forgotten space ("end.Next"), but no web address, figure or abbreviation ("U.S.A")."""
    text, closed = stop.text, stop.closed
    if text[stop.after - 1] in "。！？．":
        return True
    if not text[closed].isupper() or not text[closed + 1 : closed + 2].islower():
        return False
    behind = text[max(stop.begin, stop.at - LONGEST_WORD) : stop.at].rsplit(None, 1)
    word = _SPLIT.sub("", behind[-1]) if behind else ""
    ahead = text[closed : closed + LONGEST_WORD].split(None, 1)[0]
    if len(word) < 2 or not _WORDS_ONLY.match(word) or _LATER_DOMAIN.match(ahead):
        return False
    if any(sign in ahead.rstrip(".,;:!?)\"'”’") for sign in "./@\\_"):
        return False
    return word.lower() not in punkt.abbreviations and word.lower() not in TITLES


def _after_mark(stop: Stop, rest: int, punkt: Punkt) -> bool:
    text = stop.text
    if text[stop.at - 1 : stop.at] in ("(", "["):  # "a figure (!) nobody checked"
        return False
    if stop.closed > stop.after and _ASKED.match(text, rest):
        return False
    if stop.closed == stop.after and _word_before(stop).lower() in WITH_MARK:
        return _next_word(text, rest) in punkt.openers
    return True


def _after_ellipsis(stop: Stop, rest: int, punkt: Punkt) -> bool:
    """Four points end a sentence; after three only a word that must open one tells."""
    if stop.after - stop.at == 4 or stop.closed > stop.after:
        return True
    return _next_word(stop.text, rest) in punkt.openers


def _after_point(stop: Stop, rest: int, punkt: Punkt, german: bool) -> bool:
    text = stop.text
    written = _word_before(stop)
    word = written.lower()
    following = _next_word(text, rest)
    if not word:
        return True
    if word.isdigit():
        return not _is_numbering(stop, word, following, german)
    if word in BEFORE_FIGURE and following == "0" and text[rest].isdigit():
        return False
    if word in TITLES and (written[0].isupper() or word in punkt.abbreviations):
        return False
    if word in CLOSING and not (word in ("mar", "sat", "am") and written[0].islower()):
        return _after_closing(word, following)
    if _INITIALS.match(word) or word in punkt.abbreviations:
        return _after_abbreviation(stop, written, following, punkt)
    return True


def _is_numbering(stop: Stop, word: str, following: str, german: bool) -> bool:
    """ "1. The minister" at the head of a sentence, "am 3. Oktober"."""
    at_head = not stop.text[stop.begin : stop.at - len(word)].strip(OPENING_MARKS + " \u00a0\n\t•#")
    if at_head and len(word) <= 2:
        return True
    return len(word) <= 2 and (following in MONTHS or (german and following.isalpha()))


def _after_closing(word: str, following: str) -> bool:
    if following == "0" or not following[0].isalpha():
        return word in ("etc", "usw", "a.m", "p.m") and following != "0"
    return following not in OF_THE_CLOCK


def _after_abbreviation(stop: Stop, written: str, following: str, punkt: Punkt) -> bool:
    word = written.lower()
    if following == "0" or not following[0].isalpha():
        return False
    if stop.closed > stop.after and stop.text[stop.after] in "\"”’'»" and len(word) > 1:
        return True
    if (word, following) in punkt.collocations:
        return False
    if following in punkt.openers:
        return True
    return len(word) == 1 and not _initial_of_a_name(stop, written)


def _initial_of_a_name(stop: Stop, written: str) -> bool:
    """ "George W. Bush", "J. K. Rowling", but not "Plan B" or "vitamin C"."""
    before = stop.text[max(stop.begin, stop.at - LONGEST_WORD) : stop.at - 1].split()
    return written.isupper() and (
        not before or before[-1][:1] in "“\"'‘(" or not before[-1].islower()
    )
