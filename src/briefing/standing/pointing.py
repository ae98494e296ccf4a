"""Does a sentence point back to something that only the text before it names?"""

from __future__ import annotations

import re

from briefing.standing.beginnings import LEADS_IN, leans
from briefing.standing.pronouns import he_without_name, they_without_names
from briefing.text.numbers import TWO_TO_TEN
from briefing.text.quoted import unquoted

_I = re.IGNORECASE

_OTHERS = re.compile(rf"\b(?:\d+|{TWO_TO_TEN}|dozens\sof|several|many)\sother\s", _I)
# "echoed this complaint", "despite these losses": which, the text before it says. Not of time,
# nor what is at hand ("this country").
_THIS_NOUN = re.compile(
    r"""\b[Tt]h(?:is|ese)\s(?!(?:[a-z]+\s)?(?:week|month|year|morning|afternoon|evening|night|summer|fall|autumn
      |spring|winter|weekend|season|cycle|time|day|decade|century|country|nation)\b
      |(?:past|last|coming|early|late|point|one|ones|way|kind|sort|type|is|are|was|were|has|have|had|in|of|who|and|or|as|to|by
      |will|could|would|may|can)\b)[a-z]+""",
    re.VERBOSE,
)
# "urged that town's mayor", "left that country": which one, a name in front of it says, or the text
# before.
_THAT_PLACE = re.compile(
    r"""\bthat\s(?:country|nation|state|province|city|town|village|island|region|company|agency)
      (?=['’]s\b|[.,;])""",
    re.VERBOSE,
)
# "spoke to one of the six, who asked for more": which six?
_ONE_OF_THEM = re.compile(
    r"\b(?:one|two|three|some|most|all)\sof\sthe\s"
    rf"(?:{TWO_TO_TEN}|\d+)(?=[,.;])"
)
# "In its second day of talks, the Harbour Board said ...": whose, its subject tells.
_NAMED_AFTER = re.compile(
    rf"""{LEADS_IN}\s(?:[a-z]+\s){{0,4}}?(?:his|her|its|their|he|she|it|they)\s[^.;:“”"]{{1,150}}?,\s
      (?P<subject>(?:[a-z-]+\s){{0,3}}(?:(?-i:[A-ZÀ-Þ])[\w.’'-]*\s){{1,4}}(?-i:[A-ZÀ-Þ])[\w’'-]+.*)""",
    _I | re.VERBOSE | re.DOTALL,
)
# "The council believed that it did not.": what, the sentence before says.
_ENDS_BARE = re.compile(
    r"\b(?:it|he|she|they|who|that)\s(?:did|does|do|was|were|is|are|could|would|has|have|had|will|should)"
    r"(?:\snot|n['’]t)?[.”\"’]*$"
)
# "Quill chose not to sail and said nothing would differ if she had": the verb stands before it.
_SAYS_WHAT = re.compile(
    r"\b(?:to|will|would|could|should|can|did)\s(?:not\s)?"
    r"(?!(?:the|an?|his|her|its|their|be|have|not)\b)[a-z]{3,}\b.{0,600}"
    r"\s(?:if|unless|than|as|when|where|before|until|because|though|although|whether)\s$",
    re.DOTALL,
)


def _that_place(text: str) -> bool:
    found = _THAT_PLACE.search(text)
    return found is not None and re.search(r"\b[A-ZÀ-Þ]", text[1 : found.start()]) is None


def points_back(text: str) -> bool:
    """Whether it opens with, or turns on, something that only the text before it names.

    The first sentence of an article is no exception: what is stored may begin in the middle, and
    what "the company" is stands in a headline that is not shown.
    """
    return (
        leans(text)
        or he_without_name(text)
        or they_without_names(text)
        or _ends_bare(text)
        or _that_place(text)
        or _ONE_OF_THEM.search(text) is not None
        or _THIS_NOUN.search(unquoted(text)) is not None
        or _others(text)
    )


def names_after(text: str) -> bool:
    """Whether its opening clause speaks of the subject behind it, which is named in full."""
    found = _NAMED_AFTER.match(text)
    return found is not None and not points_back(found["subject"])


def _others(text: str) -> bool:
    """ "in 15 other states": other than those named before."""
    other = _OTHERS.search(text)
    return other is not None and not re.search(r"\d|\b[A-ZÀ-Þ]", text[1 : other.start()])


def _ends_bare(text: str) -> bool:
    bare = _ENDS_BARE.search(text)
    return bare is not None and not _SAYS_WHAT.search(text[: bare.start()])
