"""Pronouns of persons, and whether a sentence says before them who is meant."""

from __future__ import annotations

import re

from briefing.standing.beginnings import MARKS
from briefing.text.quoted import unquoted
from briefing.text.words import STOP_WORDS

_I = re.IGNORECASE

# A person without a name to whom "he" or "her" may refer.
_PERSON = re.compile(
    r"""\b(?:an?|the|one|his|her)\s(?:[\w-]+\s){0,3}(?:man|woman|boy|girl|child|person|teen\w*|baby
      |mother|father|son|daughter|wife|husband|president|minister|secretary|senator|governor|mayor
      |judge|justice|officer|official|spokes\w+|leader|candidate|nominee|student|teacher|nurse
      |doctor|driver|pilot|soldier|suspect|victim|patient|lawyer|attorney|author|writer|actor
      |actress|singer|player|coach|owner|manager|employee|worker|resident|reporter|\w+-year-old
      |king|queen|prince|princess|pope|bishop|pastor|priest|director|chief|chairman|chairwoman
      |executive|scientist|professor|expert|farmer|farm\ worker|immigrant|passenger|gunman
      |speaker)\b
      | \b(?:an?|the|one)\s(?:[\w-]+\s){1,5}?who(?:se)?\b""",
    _I | re.VERBOSE,
)
# "In an opinion by Justice Quill, they said ...": more than one, and only one was named.
_THEY = re.compile(r"\b(?:they|them|themselves)\b", _I)
_SOME_OF = re.compile(
    r"\b(?:how\s)?(?:many|some|most|all|several|few|two|three)\sof\s(?=them\b)", _I
)
_SEVERAL = re.compile(r"\b(?:and|all(?!\stold)|both|several|many|some|two|three|\w{3,}s)\b", _I)
_THIRD_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", _I)
_HE_SAID = re.compile(r"[”\"]\s+(?:he|she|they)\s+(?:said|says|told|added|wrote|tweeted|asked)\b")
_NUMBERS = frozenset(
    {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "hundreds"}
)  # "Five years ago, he ..."
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
# A first word is capitalised in any case: it is a name before another one, a comma or a verb.
_FIRST_NAME = re.compile(
    rf"""{MARKS}(?:[A-ZÀ-Þ][\w.’'-]*)(?:,|['’]s\b
      |\s(?:[A-ZÀ-Þ]|(?:is|was|has|had|will|would|says?|said|told|and|[a-z]{{2,}}ed)\b))""",
    re.VERBOSE,
)
# "Dogged by doubts over his age, Piet Oberlin ...": the person comes right behind the clause, in
# which initials ("the U.S. border") end nothing.
_SUBJECT = re.compile(
    r"(?:[^,.;:“”\"]|(?<=\b[A-Z])\.){1,150},\s(?:[a-z]+\s){0,3}(?:[A-ZÀ-Þ][\w’'-]*\.?\s){1,4}[A-ZÀ-Þ][\w’'-]+"
)
_BEFORE = 2  # characters: quotation marks and brackets before a first word
_FULL_NAME = re.compile(
    r"\b(?!(?:The|An?|In|On|At|But|And|For|As)\b)[A-ZÀ-Þ][\w.'’-]+\s+[A-ZÀ-Þ][\w'’-]+"
)


def they_without_names(text: str) -> bool:
    """ "they", and nothing before that could be several."""
    outside = _SOME_OF.sub("", unquoted(text))
    they = _THEY.search(outside)
    return they is not None and not _SEVERAL.search(outside[: they.start()])


def he_without_name(text: str) -> bool:
    """ "he", "her" and no name or person before it in the sentence; '"...," he said' likewise."""
    outside = unquoted(text)
    if (said := _HE_SAID.search(text)) and not _FULL_NAME.search(unquoted(text[: said.end()])):
        return True
    pronoun = _THIRD_PERSON.search(outside)
    if not pronoun:
        return False
    before = outside[: pronoun.start()]
    if "," not in before and _SUBJECT.match(outside, pronoun.end()):
        return False
    return not _PERSON.search(before) and not _names(before)


def _names(text: str) -> bool:
    """Whether a capital stands beyond a first word that is no name ("While", "Animal tests")."""
    found = [(m.start(), m.group().lower()) for m in _CAPITAL.finditer(text)]
    named = bool(_FIRST_NAME.match(text))
    return any(
        word not in STOP_WORDS and word not in _NUMBERS and (named or at > _BEFORE)
        for at, word in found
    )
