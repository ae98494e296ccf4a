"""Proper names: runs of capitalised words."""

from __future__ import annotations

import re

from briefing.model import Span
from briefing.text.dates import MONTHS
from briefing.text.words import STOP_WORDS

# Offices and ranks that are cut short before a name; "Mr." and its like are no office.
RANKS = (
    "Sen|Sens|Rep|Reps|Gov|Pres|Gen|Maj|Lt|Col|Brig|Sgt|Cpl|Capt|Cmdr|Adm|Prof|Rev|Hon|Msgr|Atty"
    "|Supt|Det|Insp"
)
# Their point ends no name, nor that of a part of a place: "Gov. Ada Stone of St. Anne".
_SHORT = "|".join(f"(?<={title})" for title in f"{RANKS}|St|Ft|Mt".split("|"))
# An initial, an abbreviation with points, or a capitalised word with inner marks ("O'Hara",
# "al-Sadr", "Al-Jazeera", "D’Souza"); its possessive ending is left out.
_WORD = (
    r"(?:(?:[A-Z]\.){1,4}|(?:[Aa]l-|d['’]|O['’])?[^\W\d_a-z]\w*(?:[-–&’'][^\W\d_a-z]\w*)*"
    rf"(?:(?<=Jr)\.|(?<=Sr)\.|(?:{_SHORT})\.(?=[ \xa0][A-Z]))?)"
)
# What stands before a surname: "Mr. Stone" (without its point in British papers), "Judge Stone".
HONORIFIC = r"(?:Mr|Mrs|Ms)\b\.?"
TITLE = rf"(?:President|{HONORIFIC}|Sen\.|Rep\.|Gov\.|Judge|Justice|Mayor)"
# Small words within a person's name: "Ada van Stone".
PARTICLES = "de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ter|ten"
_LINK = rf"(?:{PARTICLES}|y)"
_RUN = re.compile(
    rf"(?<![\w’'-]){_WORD}"
    rf"(?:,?\s(?:Jr\.|Sr\.|II|III|IV)(?!\w)|[ \xa0]+(?:{_LINK}[ \xa0]+){{0,2}}{_WORD})*"
)
_FIRST = re.compile(r"[^\s\xa0]+[\s\xa0]*")
# Capitalised where they open a sentence, or by custom, and no part of a name.
_CAPITALISED = """
    i'm i'd i'll i've it's he's she's we're they're don't i mr mrs ms dr yes no ok
    """
# What opens a sentence before a name and is no function word: "Despite Brandt, the board ...".
_OPENERS = """
    according adding additionally afterward alongside amid among answering apparently asked besides
    beyond briefly citing clearly concerning considering continuing currently despite earlier
    eventually finally following fortunately frankly given hopefully ideally including initially
    instead lastly like likewise meantime meanwhile nearly nevertheless nonetheless notably
    originally presumably previously quoting reacting recently referring regarding replying
    reportedly responding seemingly separately shocking shortly similarly sometimes somebody someone
    soon speaking subsequently suddenly supposedly surprisingly tellingly thanks throughout
    ultimately unfortunately unlike unsurprisingly upon usually watch whatever whenever wherever
    whoever writing
    """
_NO_NAMES = STOP_WORDS.union(_CAPITALISED.split(), _OPENERS.split(), MONTHS)
_LONGEST = 8  # words; longer runs are headlines


def names(text: str) -> list[Span]:
    """Where proper names stand in `text`: each a run of capitalised words, in order.

    A word that only opens the sentence is cut off ("But Maria Lopez", "Despite Lopez");
    a single capitalised word is kept unless it is a function word. Titles stay in the run.
    """
    found = []
    for match in _RUN.finditer(text):
        start = _without_openers(match.group(), match.start())
        if start < match.end() and text.count(" ", start, match.end()) < _LONGEST:
            found.append(Span(start, match.end()))
    return found


def _without_openers(run: str, start: int) -> int:
    at = 0
    while (word := _FIRST.match(run, at)) is not None:
        if word.group().strip().lower().replace("’", "'") not in _NO_NAMES:
            break
        at = word.end()
    return start + at
