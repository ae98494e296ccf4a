"""Does a sentence tell an act, or only how things are?

"Dunmere faces a hard winter", "The board has long been seen as weak" and "A crowd had gathered"
set a scene: the news stands in another sentence. One that names a day, a figure or who says it
tells news, and so does one in which somebody did or will do something. Of what opens a report more
is asked: see `happened`.
"""

from __future__ import annotations

import re

from briefing.model import Span
from briefing.press.datelines import behind
from briefing.press.events import reports
from briefing.text.dates import MONTHS_SHORT, NEAR_DAY, THE_NAME, WEEKDAY
from briefing.text.numbers import figures
from briefing.text.pasts import PASTS
from briefing.text.quoted import unquoted

_IRREGULAR = rf"{PASTS}|read\saloud"
_ADVERB = r"(?:(?:[a-z]+ly|also|already|now|not|never|long|often|once|since|still|yet|just)\s)"
# "has been", "are widely expected", "are howling"; none of their participles is an act of its own.
_STATE = re.compile(
    rf"""\b(?:is|are|am|has|have|had|being|be|been|(?:is|are|has|have|had)n['’]t)\s{_ADVERB}{{0,2}}
      (?:been\s{_ADVERB}?|being\s)?(?:[a-z]+ed|{_IRREGULAR}|[a-z]+ing|gone|done|seen|taken|given
      |known|shown|grown|begun|written|spoken|fallen|risen|chosen|driven|thrown|become|come|run)\b""",
    re.VERBOSE,
)
_ACT = re.compile(
    rf"\b(?:was|were|did|wasn['’]t|weren['’]t|didn['’]t|{_IRREGULAR}|[a-z]{{2,}}ed)\b", re.VERBOSE
)
_AHEAD = re.compile(
    r"\bstates?\sthat\b|\b(?:will|would|won['’]t|shall|(?:plans?|planning|set|due|going)\sto|(?:is|are)\s(?:widely\s)?expected)\b"
)
# Adjectives with the form of a past: "the limited powers".
_ADJECTIVES = re.compile(
    r"\b(?:an?|the|his|her|its|their|of|in|by|for|with|new|more|most)\s(?:[\w-]+ly\s)?[a-z-]+ed\b"
)
_COMPOUND = re.compile(r"\b[\w’']+(?:-[\w’']+)+")  # "its student-led uprising"
# "heard a different story": a teaser.
_TEASES = re.compile(
    r"\b(?:hear|heard|tells?|told|paints?|painted)\sa\s(?:very\s|rather\s)?different"
    r"\s(?:story|tale|picture)\b"
)
_DAY = re.compile(
    rf"\b(?!{THE_NAME})(?:{WEEKDAY}|{NEAR_DAY}"
    rf"|(?:{MONTHS_SHORT})[a-z]*\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{MONTHS_SHORT})[a-z]*)\b"
)
# "As the harbour waits, ..."; "Going further than before, ..."; "..., who has long asked for it,
# ..."; "a bill that is before them".
_BESIDE = re.compile(
    r"""^(?:As|While|After|Before|When|Amid|Despite|During|In|On|With|At|Following|Since|Although
          |Though|If|For|By|According\sto|[A-Z][a-z]+ing)\b[^,]{1,160},\s
      | ,\s(?:who|which|whose)\b[^,]{1,160}(?:,|$)
      | \b(?:who|that|which)\s(?:is|are|has|have|had|was|were|[a-z]+s|[a-z]+ed)\b
        (?:\s(?:been|being|[a-z]+(?:ed|ing))\b)?
      | (?<!is\s)(?<!are\s)\b(?:being|be)\s[a-z]+ed\b""",
    re.VERBOSE,
)
# "A fight over boats named after generals is dividing": "named" is no act.
_GOES_ON = re.compile(rf"(?<!as\s)(?<!while\s)\b(?:is|are)\s{_ADVERB}{{0,2}}(?!being)[a-z]+ing\b")
# "The board warned that it is selling boats": what goes on there, the board warned of.
_ASIDE = re.compile(r"\b(?:that|who|which|while)\b")
# The first verb of a clause: something done, or how things are, or what somebody says of them.
_VERB = re.compile(
    rf"""\b(?:(?P<state>(?:ha(?:s|ve)\s(?:long|always|made\s(?:it\s)?clear
          |{_ADVERB}{{0,2}}been\s{_ADVERB}?[a-z]+ing))\b)
      | (?P<done>(?:ha(?:s|ve)\s{_ADVERB}{{0,2}}(?:been\s{_ADVERB}?)?
          (?:[a-z]+ed|{_IRREGULAR}|taken|given|shown|done|begun|written|fallen|risen|chosen
          |become|died|said))\b
        | (?:(?:is|are)\sbeing\s[a-z]+ed|was|were|did|had|said|{_IRREGULAR}|[a-z]{{2,}}ed)\b)
      | (?:is|are|has|have|does|do|may|might|can|could|cannot|should|would|must|says?)\b
      | [a-z]{{3,}}s\b(?=\s(?:that|it|he|she|the|an?|his|her|its|their|to|on|in|for|up|out|back
          |more|at|they|there|some|[A-Z])\b))""",
    re.VERBOSE,
)


_HAD_DONE = re.compile(
    rf"had\s(?:just|only|{_ADVERB}){{0,2}}\s?(?:[a-z]{{2,}}ed|felt|been|{_IRREGULAR})\b", re.VERBOSE
)
# Beyond who says it: "has shut", "shut", "will shut"; "as they did" is no act of its own.
_DOES = re.compile(
    rf"""\b(?:(?:has|have|had)\s(?:been\s)?{_ADVERB}?(?:[a-z]{{2,}}ed|done|taken|given|{_IRREGULAR})
      |will|would|(?!told\b)(?:{_IRREGULAR})|(?!(?:stat|add|report|warn|claim|ask|call)ed\b)[a-z]{{2,}}ed
      )\b""",
    re.VERBOSE,
)
# "Pilots are staging a walkout": as notices of the day tell an act; not "are facing" or "growing".
_UNDER_WAY = re.compile(
    rf"""\b(?:is|are)\s{_ADVERB}{{0,2}}(?:now\s|currently\s)?(?:staging|holding|hosting|meeting|voting
      |marching|protesting|striking|rallying|gathering|mourning|visiting|travell?ing\sto|heading\sto
      |investigating|probing|examining|assessing|searching|questioning|charging|suing|pressing\scharges
      |pledging|vowing|urging|warning|demanding|calling\s(?:for|on)|threatening|accusing
      |launching|opening|closing|shutting|recalling|withdrawing|suspending|restarting|resuming|releasing
      |deploying|sending|evacuating|rescuing|fleeing|fighting|battling|attacking|testing
      |debating|signing|celebrating)\b""",
    re.VERBOSE,
)


def does(text: str) -> bool:
    """Whether somebody did or will do something in it, beyond saying so."""
    return _DOES.search(_ADJECTIVES.sub(" ", unquoted(text))) is not None


def is_told(text: str) -> bool:
    """Whether it tells of what was, outside of quotation marks: "said", "was", "shut"."""
    outside = _ADJECTIVES.sub(" ", unquoted(text))
    return _ACT.search(outside) is not None or re.search(r"\bsaid\b", outside) is not None


def tells_act(text: str) -> bool:
    """Whether somebody does something in it, or says it, or it has a day or a figure."""
    if reports(text) or figures(text):
        return True
    outside = unquoted(text)
    if _AHEAD.search(outside):
        return True
    return _ACT.search(_ADJECTIVES.sub(" ", _STATE.sub(" ", outside))) is not None


def in_present(text: str) -> bool:
    """Whether all that is done in it is done or has been done now: "claims", "has won"."""
    outside = _COMPOUND.sub(" ", unquoted(text))
    if re.search(r"\bhad\b", outside):
        return False
    return _ACT.search(_ADJECTIVES.sub(" ", _STATE.sub(" ", outside))) is None


def names_day(text: str) -> bool:
    """Whether it says on which day: of 191 openings that do, strict readers struck 2."""
    return _DAY.search(text) is not None


def happened(text: str) -> bool:
    """Whether a sentence's first verb tells what was done: so news begins.

    Of openings without a day strict readers struck 5 of the 62 that do, and 9 of the 44 others: a
    theme, a view, what somebody keeps doing.
    """
    return act(text) != ""


def under_way(text: str) -> bool:
    """Whether its first verb tells an act of the day that goes on: "is holding talks"."""
    main = _BESIDE.sub(" ", unquoted(text))
    found = _UNDER_WAY.search(main)
    return found is not None and _ACT.search(_ADJECTIVES.sub(" ", main[: found.start()])) is None


def act(text: str) -> str:
    """The word for what was done, if a sentence's first verb tells that: "shut", "has been shut".

    "Both sides had just felt safe" looks back at what was so before.
    """
    told = behind(text, Span(0, len(text))).of(text)
    main = _ADJECTIVES.sub(" ", _BESIDE.sub(" ", unquoted(told)))
    verb = _VERB.search(main)
    if verb is None or verb.lastgroup != "done" or _HAD_DONE.match(main, verb.start()):
        return ""
    aside = _ASIDE.search(main, verb.end())
    clause = main[: aside.start()] if aside else main
    if " " not in verb.group() and _GOES_ON.search(clause, verb.end()):
        return ""
    return verb.group().split()[-1]


def teases(text: str) -> bool:
    """Whether it promises a story that it does not tell."""
    return _TEASES.search(text) is not None
