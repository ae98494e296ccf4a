"""Does a sentence tell only of what was long before the report?

Behind a report's opening such a sentence is its background: the reader of the day's news knows it,
or can do without it. What somebody says or rules of former years is news.
"""

from __future__ import annotations

import re
from datetime import timedelta

from briefing.model import Sentence
from briefing.text.dates import days

AT_HAND = timedelta(days=8)
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*"
_LONG_AGO = re.compile(
    rf"""\b(?:last\s(?:month|year|fall|autumn|spring|summer|winter|season)
      | (?:months?|years?|decades?)\s(?:ago|earlier|before)
      | [Ff]or\s(?:[\w-]+\s){{0,3}}(?:months|years|weeks|decades)
      | in\s(?:late\s|early\s|mid-)?{_MONTH}\b(?!\s\d)
      | earlier\sthis\syear | once\s[a-z]{{2,}}ed)\b""",
    re.VERBOSE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOW = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:today|yesterday|tonight|now|will|would|this (?:week|month|morning|afternoon|evening)"
    r"|last (?:week|night)|so far|to date|recently|currently"
    r"|said|says|told|wrote|announced|reported|ruled|rules|charged|accused)\b",
    re.IGNORECASE,
)
# "A crowd had gathered in Dunmere": what was so before the news.
_HAD = re.compile(
    r"(?!.*(?:\d|\baccording\b))(?:(?!\b(?:was|were|did|when|after|before|because|if|as|who|that|which|[a-z]{2,}ed)\b)"
    r"[^,;“”\"]|,(?!\s\w+ed\b)){3,120}?\bhad\s(?:(?:[a-z]+ly|also|already|long|once|never|not)\s)*"
    r"(?:been|gone|come|begun|become|made|taken|given|held|left|led|kept|sent|met|won|lost"
    r"|[a-z]{2,}ed)\b"
)


def is_past(sentence: Sentence) -> bool:
    """Whether it names a time before the last week and none at hand, or what "had" been so."""
    text, published = sentence.text, sentence.article.published.date()
    if _NOW.search(text):
        return False
    if _HAD.match(text):
        return True
    named = days(text, published)
    if any(abs(day - published) <= AT_HAND for day in named):
        return False
    years = (int(year) for year in _YEAR.findall(text))
    return (
        any(published - day > AT_HAND for day in named)
        or any(year < published.year for year in years)
        or _LONG_AGO.search(text) is not None
    )
