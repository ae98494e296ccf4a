"""Days that a sentence names, resolved against the day of its article.

"on 3 March", "March 3, 2020", "on Monday", "yesterday". A day is returned only where it is plain:
a weekday is the latest one up to the article's day, or the next one where the sentence looks
ahead ("will", "next", "scheduled") and does not say when that was said; "last Monday" may be
either of two and is left out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.model import Sentence

_MONTHS = (
    "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? "
    "oct(?:ober)? nov(?:ember)? dec(?:ember)?"
).split()
MONTH_NAME = "|".join(_MONTHS)  # in small letters, whole or short
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
# Patterns of them; `MONTHS_SHORT` begin their names in whatever form.
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTHS_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}"
# "the Sept. 11 attacks" is the name of what happened in 2001, whatever the day.
THE_NAME = (
    r"(?i:Sept(?:ember)?\.?\s11(?:th)?(?:,\s2001)?,?\s(?:terror\w*|attacks?|hijack\w+|plot\w*"
    r"|conspir\w+|memorial|museum|victims?|famil\w+|commission|masterminds?|suspects?|anniversary)\b)"
)
# "the war that Dunmere fights today": these days.
NOWADAYS = "".join(
    rf"(?<!\b{verb}\s)"
    for verb in "fight fights remain remains exist exists live lives know knows".split()
)
_DATE = re.compile(
    rf"\b(?:(?!{THE_NAME})(?P<month>{MONTH_NAME})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[,.]\d\d\d\b)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{MONTH_NAME})\b\.?)"
    r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?P<which>\b(?:last|next|this|every|each|previous|following|past|coming|a)\s)?"
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!s|['’]s)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(rf"\b(?P<word>yesterday|{NOWADAYS}today|tomorrow)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|next|scheduled|due to|expect(?:s|ed)|set to|plans? to|planned|coming|is to"
    r"|are to|hop(?:es?|ed|ing) to|want(?:s|ed)? to)\b|['’]ll\b",
    re.IGNORECASE,
)
# "told them on Monday that it will close": what is looked ahead to stands behind the day.
_TOLD = re.compile(
    r"\b(?:said|told|announced|reported|warned|vowed|promised|tweeted|wrote|pledged|confirmed)\b"
    r"(?:\s(?!that\b|will\b|to\b)[\w’'-]+){0,4}\s(?:on\s)?$",
    re.IGNORECASE,
)
# The day of an article and those next to it, without their names: "this morning", "last night".
NEAR_DAY = (
    rf"(?i:yesterday|{NOWADAYS}today|tonight|overnight"
    r"|(?:this|last|yesterday)\s(?:morning|afternoon|evening|night))"
)
LONGEST = 2_000  # characters of a sentence that are searched


def days(text: str, published: date, *, ahead: bool = False) -> tuple[date, ...]:
    """The days that `text` names, in the order of the text, each once; () where none is plain.

    `ahead` where it is known to look ahead, as a title does that announces ("Dockers to strike").
    """
    text = text[:LONGEST]
    ahead = ahead or _AHEAD.search(text) is not None
    found = [(m.start(), _dated(m, published, ahead=ahead)) for m in _DATE.finditer(text)]
    dated = [m.span() for m in _DATE.finditer(text)]
    # "Monday, 3 March": the date says it better.
    found += [
        (m.start(), _weekday(m, published, ahead=ahead and not _TOLD.search(text, 0, m.start())))
        for m in _WEEKDAY.finditer(text)
        if not any(0 <= start - m.end() <= 2 for start, _ in dated)
    ]
    for match in _RELATIVE.finditer(text):
        step = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["word"].lower()]
        found.append((match.start(), published + timedelta(days=step)))
    return tuple(dict.fromkeys(day for _, day in sorted(found, key=_position) if day))


def past_day(sentence: Sentence) -> date:
    """The last day that it names as past; the first of all where it names none."""
    published = sentence.article.published.date()
    return max((d for d in days(sentence.text, published) if d <= published), default=date.min)


def _position(found: tuple[int, date | None]) -> int:
    return found[0]


def _dated(match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    """A date with a month; without a year it is the nearest one that fits the tense."""
    name = (match["month"] or match["month2"]).lower()
    if name == "may" and match["month"] and match["month"][0].islower():
        return None  # "may 3 people come"
    month = next(i for i, m in enumerate(_MONTHS, 1) if re.fullmatch(m, name))
    day = int(match["day"] or match["day2"])
    if match["year"]:
        return _made(int(match["year"]), month, day)
    years = (published.year, published.year - 1, published.year + 1)
    made = [d for year in years if (d := _made(year, month, day))]
    past = [d for d in made if d <= published + timedelta(days=1)]
    coming = [d for d in made if d >= published]
    if ahead and coming and min(coming) - published <= timedelta(days=183):
        return min(coming)
    return max(past, default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "June 31": a misprint, or no date at all
        return None


def _weekday(match: re.Match[str], published: date, *, ahead: bool) -> date | None:
    which = (match["which"] or "").strip().lower()
    if which in ("last", "every", "each", "previous", "following", "a"):
        return None
    number = WEEKDAYS.index(match["weekday"].lower())
    back = (published.weekday() - number) % 7
    if which in ("next", "coming") or (ahead and which != "past"):
        return published + timedelta(days=-back % 7 if which != "next" else 7 - back)
    return published - timedelta(days=back)
