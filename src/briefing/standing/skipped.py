"""Does a sentence lean, behind its first words, on the one before it in its article?

"By Tuesday, that petition was ...", "About 80 percent agreed.", "The mayor was on board as well.":
which petition, 80 percent of whom, beside whom, the skipped sentence said.
"""

from __future__ import annotations

import re

from briefing.text.numbers import TWO_TO_TEN

AT_FIRST = 110  # characters: further on a sentence has itself named what it calls "that amount"
# After a preposition "that" is no conjunction: of 12 such sentences that could have been told alone
# 11 lean on the one before.
_NO_NOUN = r"""(?!(?:the|an?|his|her|its|their|our|he|she|it|they|we|you|i|there|of|in|to|who|is|was
    |would|will|could|are|were|has|have|had|do|does|did|day|night|date|some|all|no|many|most|way|point
    |time|one|what|any|every|each|not|as|if|can|may|might|should|regard|sort|kind|country|nation|state
    |city|town|region|[a-z]+ly)\b)"""
_THAT_NOUN = re.compile(
    rf"""\b(?:in|by|for|to|under|into|through|over|within|beyond|around)\sthat\s{_NO_NOUN}(?P<noun>[a-z]+)\b
      | ^[^,“”"]{{3,50}},\sthat\s{_NO_NOUN}(?P<subject>[a-z]+)\s
        (?:was|is|has|had|could|would|will|did|does|may|might|[a-z]+ed|means?|meant|came|led)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Nearly 40 percent were against.", but "40 percent of voters were".
_SHARE = re.compile(
    rf"""(?:(?:about|some|around|roughly|nearly|almost|approximately|more\sthan|fewer\sthan|less\sthan|over|only|just
        |at\sleast|an\sadditional|up\sto|as\smany\sas)\s)?
      (?:\d[\d.,]*|{TWO_TO_TEN}|half|an?\s(?:third|quarter|fifth|majority|plurality))
      (?:\s?%|\spercent|\sper\scent)?\s
      (?:(?:sa(?:id|ys?)|were|was|have|had|has|did|do|are|is|will|would|think|thought|believe|want|oppose
          |support|favor|favour|disapprove|approve)\b(?!\sof\b)
        |received\b|(?!need)[a-z]{{2,}}ed\s(?:by|in|as|to|that|the|an?|his|her|their|on|at|with|for|through)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# "..., who is against it as well.": of ten, those that name no other beside it, five, lean.
_AS_WELL = re.compile(r"(?:\bas\swell|\btoo)[.]$")
_BESIDE = re.compile(r"\b(?:and|both|but|or|if|when|while|as\s(?!well\.))")


def misses(text: str) -> bool:
    """Whether it speaks of "that petition", of a share of nobody, or of one more, and of which, a
    sentence before it told. `text` without what is quoted in it."""
    that = _THAT_NOUN.search(text)
    if that is not None and that.start() < AT_FIRST:
        noun = that["noun"] or that["subject"]
        if not re.search(rf"\b{noun}", text[: that.start()], re.IGNORECASE):
            return True
    if _SHARE.match(text):
        return True
    return _AS_WELL.search(text) is not None and _BESIDE.search(text) is None
