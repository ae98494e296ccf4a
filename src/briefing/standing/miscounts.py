"""Figures of a headline that its own text does not have.

A desk cuts a title after the text was changed, or drops a sign: "Just 28 say the gate is safe" is
28 per cent of them, "4 in 10" are six there, "31 arrested" 78 by now. Of 5,300 reports' titles 13
have such a figure, of which 9 are wrong and 2 of another text.
"""

from __future__ import annotations

import re

from briefing.model import Article
from briefing.text.numbers import Figure, figures

Shares = frozenset[tuple[int, int]]
TITLE = 300  # characters
WHOLE = 500  # characters: in less, a feed's summary, a figure may have had no room
LEAST = 10  # below, a figure may be a count of what the text names one by one
ROUNDED = 0.1  # of a figure: so far a title may round it
_LINES = re.compile(r"\n+|(?<=[a-z\d%][.!?])\s")
_PERIOD = re.compile(r"\s(?:days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE)  # of two dates
_WORDS = "one two three four five six seven eight nine ten".split()
_N = rf"(\d{{1,3}}|{'|'.join(_WORDS)})"
_RATIO = re.compile(rf"\b{_N}\s(?:in|of|out\sof)\s(?:every\s)?{_N}\b", re.IGNORECASE)
# "Just 28 say": of a hundred, where the text has nothing but 28 per cent.
_ANSWERS = re.compile(
    r"\s(?:say|think|believe|want|back|support|oppose|favou?r|approve|disapprove|trust)\b",
    re.IGNORECASE,
)


def miscounts(article: Article, title: str) -> bool:
    """Whether the title has a figure that the whole text nowhere has, in digits or words, or has
    as another one of the kind."""
    shares, said = _shares(title[:TITLE]), _RATIO.sub(" ", title[:TITLE])
    counted = [figure for figure in figures(said) if _counts(figure, said)]
    if not (counted or shares):
        return False
    told = [figure for line in _LINES.split(article.text) for figure in figures(line)]
    whole = len(article.text) >= WHOLE
    return (
        (whole and any(not _stands(one, said, article.text, told) for one in counted))
        or any(_ANSWERS.match(said, one.span.end) and _of_hundred(one, told) for one in counted)
        or _otherwise(shares, _shares(article.text) if shares else frozenset())
    )


def _counts(figure: Figure, title: str) -> bool:
    return figure.value >= LEAST and _PERIOD.match(title, figure.span.end) is None


def _stands(figure: Figure, title: str, text: str, told: list[Figure]) -> bool:
    """Whether the text has it, as it is written or as large."""
    digits = re.search(r"\d[\d,.]*", title[figure.span.start : figure.span.end])
    if digits and re.search(rf"(?<![\d.,]){re.escape(digits[0].rstrip('.,'))}(?!\d)", text):
        return True
    return any(
        abs(one.value - figure.value) <= ROUNDED * figure.value
        or one.low <= figure.value <= one.high
        or figure.low <= one.value <= min(figure.high, 2 * figure.value)
        for one in told
    )


def _of_hundred(figure: Figure, told: list[Figure]) -> bool:
    same = [one for one in told if one.value == figure.value]
    return not figure.unit and bool(same) and all(one.unit == "per cent" for one in same)


def _otherwise(titled: Shares, told: Shares) -> bool:
    """Whether the text has shares of as many, and none of the title's size."""
    return any((n, of) not in told and any(of == other for _, other in told) for n, of in titled)


def _shares(text: str) -> Shares:
    """How many, and of how many: "4 in 10"."""
    return frozenset((_number(n), _number(of)) for n, of in _RATIO.findall(text))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word.lower()) + 1
