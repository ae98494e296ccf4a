"""Does a sentence tell of what was long before the report, or came after it?

Behind a report's opening such a sentence is its background: the reader of the day's news knows it,
or can do without it. What somebody says or rules of former years is news. What was done on a
weekday to come was written into the report later: its day is not the edition's.
"""

from __future__ import annotations

import re
from datetime import timedelta

from briefing.model import Sentence
from briefing.standing.acts import in_present
from briefing.text.dates import MONTH, NEAR_DAY, WEEKDAY, WEEKDAYS, days

AT_HAND = timedelta(days=8)
_LONG_AGO = re.compile(
    rf"""\b(?:last\s(?:month|year|fall|autumn|spring|summer|winter|season)
      | (?:months?|years?|decades?)\s(?:ago|earlier|before)
      | [Ff]or\s(?:[\w-]+\s){{0,3}}(?:months|years|weeks|decades)
      | [Ii]n\s(?:late\s|early\s|mid-)?{MONTH}\b(?!\s\d|['’]s\b)
      | earlier\sthis\syear | once\s[a-z]{{2,}}ed(?!\s(?:by|as|for)\b))\b""",
    re.VERBOSE,
)
# "Two months ago, the agency promised help by Friday": the day is of what was promised then.
_BEGAN = re.compile(r"(?:[\w-]+\s){1,3}(?:months?|years?|decades?)\sago\b(?!.*\b(?:now|today)\b)")
# "rose 3 percent from a year earlier", "fewer than in 2019", "the most since 2009": today's figure
# is measured, nothing dated; but "more than a year ago" and "from 2010 to 2020" date.
_AGO = r"(?:an?|one|two|three|five|ten|\d+)\s(?:years?|months?|decades?)\s(?:ago|earlier|before)"
_THEN = rf"""(?:last\s(?:month|year|fall|autumn|spring|summer|winter|season)
    | {MONTH}(?:\s(?:19|20)\d\d)? | (?:19|20)\d\d)(?!\sto\b)"""
_IT_DID = r"than\s(?:it|they|he|she|there)\s[a-z]+"
_FIGURE = r"[$€£]?\d[\d.,]*%?(?:\s(?:percent|million|billion|points?))?\s"
_RECORDS = r"(?:records?\s(?:began|begin|started|were\skept)\s(?:in\s)?)?"
_COMPARES = re.compile(
    rf"""\b(?:(?:(?<!more\s)(?<!less\s)(?<!fewer\s)than | {_IT_DID})\s{_AGO}
      | (?:than | {_IT_DID})\s(?:in\s)?{_THEN}
      | compared\s(?:with|to)\s(?:{_FIGURE})?(?:in\s)?(?:the\ssame\s[a-z]+\s(?:in\s|of\s)?)?
        (?:{_AGO}|{_THEN})
      | (?:\d%?|percent|points?|rose|fell|risen|fallen|up|down|increase|decline)\s[^,;.]{{0,40}}?
        \b(?:from|over)\s(?:{_FIGURE})?(?:in\s)?(?:the\ssame\s[a-z]+\s(?:in\s|of\s)?)?
        (?:{_AGO}|{_THEN})
      | (?:[a-z]{{2,}}est|most|least|worst|best|first|highs?|lows?)\s(?:[\w-]+\s){{0,6}}since\s
        {_RECORDS}(?:(?:{MONTH}\s)?(?:19|20)\d\d | (?:\d+|an?|[a-z]+)\syears\sago))\b""",
    re.VERBOSE,
)
# "disqualified for 15 years": so long will it last.
_BANNED = re.compile(
    r"\b((?:jailed|sentenced|imprisoned|banned|barred|disqualified|suspended|excluded|expelled"
    r"|prohibited)\s(?:[\w-]+\s){0,8}?for)\s(?:[\w-]+\s){0,3}(?:months|years|weeks)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "the 2016 election", "its 2024 student-led uprising", "since its 2024 reform": the year says which
# one is meant, not when what the sentence tells was so.
_OF_A_NOUN = re.compile(
    r"""\b(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s|\w+s['’])
        \s(?:[\w-]+\s){0,2}?(?<!\b[Oo]f\s)(?<!\b[Ii]n\s)
      | \bsince\s(?:its|his|her|their|the)\s(?:[\w-]+\s){0,4}?)
      (?:19|20)\d\d\s(?!(?:to|and|or|but|in|on|at|by|for|from|of|with|as|when|while|after|before|until
      |through|was|were|had|did|is|are|has)\b)(?=[a-z]|[A-Z][\w-]+\s[a-z])""",
    re.VERBOSE,
)
_NOW = re.compile(
    rf"\b{WEEKDAY}\b"
    rf"|\b(?:{NEAR_DAY}|now|will|would|this (?:week|month)|last week|so far|to date|recently"
    r"|currently|said|says|told|wrote|announced|reported|ruled|rules|charged|accused"
    r"|according to|shows?|finds?)\b",  # "an audit of 2010 shows" is of today
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
    """Whether it names a time before the last week and none at hand, or what "had" been so.

    A year that names a thing dates nothing in a sentence that tells of now.
    """
    text = _BANNED.sub(r"\1", _COMPARES.sub(" ", sentence.text))
    published = sentence.article.published.date()
    if _BEGAN.match(text):
        return True
    if _NOW.search(text):
        return False
    if _HAD.match(text):
        return True
    if in_present(text):
        text = _OF_A_NOUN.sub(" ", text)
    named = days(text, published)
    if any(abs(day - published) <= AT_HAND for day in named):
        return False
    years = (int(year) for year in _YEAR.findall(text))
    return (
        any(published - day > AT_HAND for day in named)
        or any(year < published.year for year in years)
        or _LONG_AGO.search(text) is not None
    )


EAST = timedelta(hours=10)  # a report of tonight may be of tomorrow where it was written
# "sent a letter on Tuesday"; but "will leave on Tuesday", "died last Tuesday", "by Tuesday".
_DID = r"(?:[a-z]{2,}ed|said|told|sent|wrote|won|made|took|began|met|held|gave|put)"
_TO_COME = r"(?:will|would|to|set|scheduled|plans?|due|expected|starting|beginning|headed)"
_NOT_ON = r"(?:last|next|by|before|until|through|for|from|every|each|of)\s(?:early\s|late\s)?"


def is_ahead(sentence: Sentence) -> bool:
    """Whether it tells as done what was done on the weekday after its report's own."""
    text, latest = sentence.text, sentence.article.published + EAST
    day = WEEKDAYS[(latest.weekday() + 1) % 7].capitalize()
    if not sentence.article.dated or day not in text:
        return False
    done = re.search(rf"\b{_DID}\s(?:[\w’',$-]+\s){{0,12}}?(?:on\s|late\s)?{day}\b", text)
    other = rf"\b(?:{_NOT_ON}|{_TO_COME}\s(?:[\w’',-]+\s){{0,8}}?(?:on\s)?){day}\b"
    return done is not None and re.search(other, text) is None
