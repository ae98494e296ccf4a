"""Does a sentence end at this stop? The evidence is the word before it and the word after it.

Punkt (Kiss and Strunk 2006) decides by the same evidence for every word of a text; here only the
stops are looked at, which is some thirty times as fast.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.text.dates import WEEKDAYS
from briefing.text.names import PARTICLES
from briefing.text.punkt import (
    BEFORE_FIGURE,
    CLOSING,
    FOREIGN_MONTHS,
    LETTERED,
    OF_THE_CLOCK,
    STATES,
    TITLES,
    WITH_MARK,
    WORDS_TOO,
    Punkt,
)
from briefing.text.words import STOP_WORDS

OPENING_MARKS = "\"'“‘«‹„‚»([{`—–-*_¿¡"
# A word longer than this is a web address or junk; the place of a stop does not depend on more.
LONGEST_WORD = 40

_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*|\d+")
_SPLIT = re.compile(r"[\-–—/(\[“\"‘'«„]")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*$")
_PARTICLE = re.compile(
    rf"(?:{PARTICLES}|as|at|an|ad|ar|d|abu)"  # "at-Tayyib", "d'Arden" open a name, too
    r"(?:[-’']|\s(?:la\s|der\s|den\s)?)[^\W\d_a-zà-ÿ]"
)
_CASED_INSIDE = re.compile(r"[a-z]{1,2}[A-Z]")
# “Why?” Smith asked. “Stop!” shouted Mr. Smith is told by its small letter.
_ASKED = re.compile(
    r"(?:(?:[^\W\d_a-zà-ÿ][\w.'’\-]*)\s){1,4}(?:asked|asks|wondered|wonders|said|says|shouted|shouts|"
    r"cried|cries|exclaimed|yelled|screamed|tweeted|wrote|writes|replied|quipped|demanded|joked|"
    r"called|chanted|added|told|inquired|texted|posted)\b"
)
_TWO_CAPITALS = re.compile(r"\s[^\W\d_a-zà-ÿ]\w+ [^\W\d_a-zà-ÿ]")
_DOMAIN = re.compile(r"\W?(?:Com|Net|Org|Co|Uk|Us|Gov|Edu|Io|Js|Tv|De|Fr|Eu|Info)\b")
# "sued Arden, D.C. Mayor Ada Quill": the place is the office's more often than a sentence's end.
# So is a day: "spoke in Dunmere, Va. Saturday against it" (3 of 3 in 84 months).
_GOES_ON = frozenset({"mayor", "council", "councilman", "councilwoman", "councilmember", *WEEKDAYS})
# "the U.S. attorneys' office": officers of the land; few sentences begin with them.
_OF_THE_STATES = frozenset({"attorney", "attorneys", "marshal", "marshals"})
_NUMBER = re.compile(r"\d\d?$|[a-h]$|[ivx]+$")
# "At 5 p.m. Reeve will speak": the time opens the sentence and does not end it.
_AT_FIRST = re.compile(
    r"\W*(?:At|By|From|Until|Around|About|Before|After|On|Since|In) [\w.:]+(?: [\w.:]+){0,2}$"
)
# "LINDEN, N.J. - An earthquake": a dateline's stroke, where there is no dash to be had.
_STROKE = re.compile(r"--?\s")
_PLAIN = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*$")


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
    rest = closed + _spaces(text, closed)
    if rest >= len(text):
        return True
    if rest == closed:
        return _without_space(stop, punkt)
    if text[rest] in ",;:.!?…)]}–—" or not _may_open(text, rest):
        return False
    marks = text[stop.at : stop.after]
    if "!" in marks or "?" in marks:
        return _after_mark(stop, rest, punkt)
    if len(marks) > 1 or marks == "…":
        return _after_ellipsis(stop, rest, punkt)
    return marks != "." or _after_point(stop, rest, punkt, german)


def _spaces(text: str, at: int) -> int:
    ahead = text[at : at + LONGEST_WORD]
    return len(ahead) - len(ahead.lstrip())


def _may_open(text: str, at: int) -> bool:
    """Whether a sentence can begin here: not with a small letter, names ("de Mistura") apart."""
    first = _first(text, at)
    letter = text[first : first + 1]
    if not letter.islower():
        return bool(letter)
    return bool(_CASED_INSIDE.match(text, first) or _PARTICLE.match(text, first))


def _first(text: str, at: int) -> int:
    """The place of the first character from `at` that is neither opening mark nor space."""
    ahead = text[at : at + LONGEST_WORD]
    return at + len(ahead) - len(ahead.lstrip(OPENING_MARKS + " \u00a0\n"))


def _next_word(text: str, at: int) -> str:
    """The word from `at` in lower case, an initial with its stop, a figure as "0", or a sign."""
    first = _first(text, at)
    found = _WORD.match(text, first, first + LONGEST_WORD)
    if not found:
        return text[first : first + 1]
    if found.group()[0].isdigit():
        return "0"
    initial = len(found.group()) == 1 and text[found.end() : found.end() + 1] == "."
    return found.group().lower() + "." * initial


def _words_before(stop: Stop) -> list[str]:
    """The words of the sentence just before the stop, at most as far back as one may look."""
    return stop.text[max(stop.begin, stop.at - LONGEST_WORD) : stop.at].split()


def _word_before(stop: Stop) -> str:
    """The word that the stop follows, without opening marks, as written."""
    if stop.at == stop.begin or stop.text[stop.at - 1].isspace():
        return ""
    return _SPLIT.split(_words_before(stop)[-1])[-1]


def _without_space(stop: Stop, punkt: Punkt) -> bool:
    """A forgotten space ("end.Next"), but no web address, figure or abbreviation ("U.S.A")."""
    text, closed = stop.text, stop.closed
    if text[stop.after - 1] in "。！？":
        return True
    first = closed + (text[closed] in OPENING_MARKS)
    if not text[first : first + 1].isupper() or not text[first + 1 : first + 2].islower():
        return False
    words = _words_before(stop)
    word = words[-1].lstrip(OPENING_MARKS) if words else ""
    ahead = text[closed : closed + LONGEST_WORD].split(None, 1)[0]
    if len(word) < 2 or not _PLAIN.match(word) or _DOMAIN.match(ahead):
        return False
    if any(sign in ahead.rstrip(".,;:!?)\"'”’") for sign in "./@\\_"):
        return False
    return word.lower() not in punkt.abbreviations and word.lower() not in TITLES


def _after_mark(stop: Stop, rest: int, punkt: Punkt) -> bool:
    text = stop.text
    if text[stop.at - 1 : stop.at] in ("(", "["):  # "a figure (!) nobody checked"
        return False
    quoted = stop.closed > stop.after
    if quoted and _next_word(text, rest) not in punkt.openers and _ASKED.match(text, rest):
        return False
    if not quoted and _word_before(stop).lower() in WITH_MARK:
        return _next_word(text, rest) in punkt.openers
    return True


def _after_ellipsis(stop: Stop, rest: int, punkt: Punkt) -> bool:
    """Four points end a sentence; after three only a word that must open one tells."""
    if stop.text[stop.at - 1 : stop.at] in ("(", "["):  # "[...] It was then"
        return False
    marks = stop.text[stop.at : stop.after]
    points = marks.count(".") + 3 * marks.count("…")
    if points >= 4 or stop.closed > stop.after:
        return True
    return _next_word(stop.text, rest) in punkt.openers


def _after_point(stop: Stop, rest: int, punkt: Punkt, german: bool) -> bool:
    written = _word_before(stop)
    word, following = written.lower(), _next_word(stop.text, rest)
    if not word:
        return True
    if _is_numbering(stop, word, following, german):
        return False
    if written.islower() and word in WORDS_TOO:
        return True
    if word in BEFORE_FIGURE and following == "0":
        return False
    if word in TITLES:
        return False
    if word in CLOSING:
        return _after_closing(stop, word, following)
    if _INITIALS.match(word) or word in punkt.abbreviations or word.endswith("str"):
        return _after_abbreviation(stop, written, following, punkt)
    return True


def _is_numbering(stop: Stop, word: str, following: str, german: bool) -> bool:
    """ "1. The minister" and "a. Pay" at the head of a sentence, "am 3. Oktober"."""
    if not _NUMBER.match(word):
        return False
    before = stop.text[max(stop.begin, stop.at - LONGEST_WORD) : stop.at - len(word)]
    if not before.strip(OPENING_MARKS + " \u00a0\n\t•#"):
        return stop.at - stop.begin < LONGEST_WORD
    if not word.isdigit():
        return False
    return (
        before.rstrip().endswith((":", ";"))
        or following in FOREIGN_MONTHS
        or (german and following.isalpha())
    )


def _after_closing(stop: Stop, word: str, following: str) -> bool:
    """After "etc.", "p.m.", "Oct.": the end, unless what follows belongs to the time of day."""
    if not following[0].isalpha():
        return following != "0" and word in ("etc", "usw", "a.m", "p.m")
    so_far = stop.text[stop.begin : stop.at]
    return following not in OF_THE_CLOCK and not _AT_FIRST.match(so_far)


def _after_abbreviation(stop: Stop, written: str, following: str, punkt: Punkt) -> bool:
    word = written.lower()
    if not following[0].isalpha():
        return False
    if len(word) > 1 and _STROKE.match(stop.text, stop.closed + _spaces(stop.text, stop.closed)):
        return False
    if stop.closed > stop.after and stop.text[stop.after] in "\"”’'»" and len(word) > 1:
        return True
    if (word, following) in punkt.collocations:
        return False
    if word == "u.s" and following in _OF_THE_STATES:
        return False
    if following in punkt.openers:
        return following in STOP_WORDS or not _in_a_name(stop)
    if word in STATES and "(" not in stop.text[stop.closed : stop.closed + 3]:
        return following not in _GOES_ON and _after_a_place(stop)
    return len(word) == 1 and not _is_initial(stop, written)


def _in_a_name(stop: Stop) -> bool:
    """ "the U.S. Military Academy": the word after the next has a capital too."""
    return bool(_TWO_CAPITALS.match(stop.text, stop.closed))


def _after_a_place(stop: Stop) -> bool:
    """ "in Mobile, Ala. Tom Arden said", "Mr. Ochs, R-Ala. Tom Arden said"."""
    words = _words_before(stop)
    return len(words) > 1 and (words[-2].endswith(",") or words[-1][1:2] in "-–")


def _is_initial(stop: Stop, letter: str) -> bool:
    """ "George W. Bush", "by A. Voss", but not "Plan B", "41.5 C", "so did I"."""
    before = _words_before(stop)[-2:-1]
    if not letter.isupper() or not before:
        return letter.isupper()
    if before[0][-1].isdigit() or before[0].lower() in LETTERED:
        return False
    return letter != "I" or not before[0].islower()
