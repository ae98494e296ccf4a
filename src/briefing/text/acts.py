"""Does a sentence tell an act, or only how things are?

"Dunmere faces a hard winter", "The board has long been seen as weak" and "A crowd had gathered"
set a scene: the news stands in another sentence. One that names a day, a figure or who says it
tells news, and so does one in which somebody did or will do something.
"""

from __future__ import annotations

import re

from briefing.text.events import reports
from briefing.text.numbers import figures
from briefing.text.quoted import unquoted

_IRREGULAR = r"""became|began|beat|bought|broke|brought|built|came|caught|chose|cut|drew|drove|fell
    |fled|fought|found|gave|got|grew|held|hit|hurt|kept|knew|laid|led|left|lost|made|met|paid|put
    |quit|ran|read\saloud|rose|sank|saw|sent|set|shook|shot|shut|slept|sold|sought|spent|spoke|stole|stood
    |struck|swept|swore|took|taught|threw|told|tore|went|withdrew|woke|won|wrote"""
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
# "The fight over the toll is dividing the harbour": a theme; "heard a different story": a teaser.
_THEME = re.compile(
    r"(?:The|An?)\s(?:[\w’-]+\s){0,3}?(?:fight|battle|debate|struggle|push|row|dispute|question|tension"
    r"|controversy|reckoning|divide|crisis)s?\b"
)
_TEASES = re.compile(
    r"\b(?:hear|heard|tells?|told|paints?|painted)\sa\s(?:very\s|rather\s)?different"
    r"\s(?:story|tale|picture)\b"
)


# Beyond who says it: "has shut", "shut", "will shut"; "as they did" is no act of its own.
_DOES = re.compile(
    rf"""\b(?:(?:has|have|had)\s(?:been\s)?{_ADVERB}?(?:[a-z]{{2,}}ed|done|taken|given|{_IRREGULAR})
      |will|would|(?!told\b)(?:{_IRREGULAR})|(?!(?:stat|add|report|warn|claim|ask|call)ed\b)[a-z]{{2,}}ed
      )\b""",
    re.VERBOSE,
)


def does(text: str) -> bool:
    """Whether somebody did or will do something in it, beyond saying so."""
    return _DOES.search(_ADJECTIVES.sub(" ", unquoted(text))) is not None


def tells_act(text: str) -> bool:
    """Whether somebody does something in it, or says it, or it has a day or a figure."""
    if reports(text) or figures(text):
        return True
    outside = unquoted(text)
    if _AHEAD.search(outside):
        return True
    return _ACT.search(_ADJECTIVES.sub(" ", _STATE.sub(" ", outside))) is not None


def is_theme(text: str) -> bool:
    """Whether it only names what is disputed, or promises a story that it does not tell."""
    return _TEASES.search(text) is not None or (
        _THEME.match(text) is not None and not tells_act(text)
    )
