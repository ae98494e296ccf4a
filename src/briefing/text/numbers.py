"""Figures in running text: their values, bounds and units.

"at least 12", "between 40 and 50", "4,000", "4 thousand", "two dozen", "$1.2bn", "12 per cent".
A figure is an interval [low, high]: two figures contradict each other only where their intervals
are apart. Not figures: dates, years, clock times, ages, scores, ordinals, names with numbers.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.model import Span
from briefing.text.dates import MONTH_NAME
from briefing.text.intervals import bounds

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
TWO_TO_TEN = "|".join(list(_UNITS)[2:11])
SPELLED = frozenset((*_UNITS, *_TENS)) - {"zero", "one"}  # "one" is a pronoun as often
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
}
_CURRENCIES = {
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "£": "pound",
    "gbp": "pound",
    "€": "euro",
    "eur": "euro",
    "¥": "yen",
    "₹": "rupee",
    "dollar": "dollar",
    "dollars": "dollar",
    "euro": "euro",
    "euros": "euro",
    "pounds": "pound",
    "yen": "yen",
    "yuan": "yuan",
    "rupees": "rupee",
    "roubles": "rouble",
    "rubles": "rouble",
    "francs": "franc",
    "pesos": "peso",
    "crowns": "crown",
}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){1,3}(?!\d)|\d{1,15}(?:\.\d{1,6})?"
_SCALE_WORD = "hundred|thousand|million|billion|trillion"
_ONE_TO_NINE = "|".join(list(_UNITS)[1:10])
_SPELLED = (
    rf"(?:{'|'.join(_TENS)})-(?:{_ONE_TO_NINE})|{'|'.join([*_UNITS, *_TENS])}"
    rf"|a (?=(?:{_SCALE_WORD}|dozen)\b)"
)


def _number(side: int) -> str:
    """The pattern of one number: digits or words, each with a scale."""
    return (
        rf"(?P<sign{side}>(?:US|A|C|NZ|HK)?\$(?:US)?\s?|[£€¥₹]\s?|(?:USD|EUR|GBP) )?"
        rf"(?:(?P<digits{side}>{_DIGITS})(?:(?P<short{side}>bn|mn|tn|[kmb])\b)?(?![A-Za-z\d])"
        rf"|\b(?P<words{side}>{_SPELLED})(?:(?<= )|(?![A-Za-z]|-[a-z])))"
        rf"(?P<scale{side}>(?:(?<=a )|(?<!a )[ -])(?:{_SCALE_WORD}|dozen)\b"
        rf"(?:[ -](?:{_SCALE_WORD})\b)?)?"
    )


_FIGURE = re.compile(
    rf"(?<![\w.,:/\-#$]){_number(1)}"
    rf"(?:(?P<pair>\s?[-–]\s?|\sto\s|\sand\s|\sor\s){_number(2)})?"
    r"(?:\s?(?P<percent>%|per ?cent\b|percentage points?\b|pc\b)"
    rf"|\s(?P<currency>{'|'.join(w for w in _CURRENCIES if w.isalpha() and len(w) > 3)})\b)?",
    re.IGNORECASE,
)

_MONTH_BEFORE = re.compile(rf"\b(?:{MONTH_NAME})\.?\s$", re.IGNORECASE)
# What makes a number no figure: before it ...
_NAME_BEFORE = re.compile(
    r"""(?:\b(?: no | nos | number | room | page | article | section | chapter | title | route
    | highway | interstate | flight | channel | phase | level | tier | group | class | grade
    | district | apollo | covid | boeing | airbus | bbc | radio | version | type | rule | season
    | amendment | proposition | resolution | episode | week | day | world\ war | line | building
    | gate | aged? | since | in | by | until | g | mid | late | early )\.?\s | ['’#])$""",
    re.IGNORECASE | re.VERBOSE,
)
_HOUR = re.compile(r"\b(?:five|ten|quarter|twenty|half)\s(?:past|to)\s$", re.IGNORECASE)
# "aged 34 and 41", "aged between 81 and 94", but "aged 34 and 12 others".
_AGED = re.compile(
    r"\b(?:aged?|ages)\s(?:(?:from|between)\s)?(?:[\w-]+(?:,|,?\s(?:and|or|to))\s){0,4}$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(r"^\s(?:other|more|people|men|women|children|(?!this)[a-z]{3,}s)\b")
# ... and after it: "2nd", "12-year-old", "1990s", "9 p.m.", "10:30", "3 June", "40 years old".
_NAME_AFTER = re.compile(
    rf"""^(?: (?:st|nd|rd|th)\b | [-‑]\w | ['’]?s\b | \s?(?:[ap]\.?m\b|o['’]clock) | :\d | /\d | °
    | \s(?:of\s)?(?:{MONTH_NAME})(?!\w) | \s?(?:years?|months?|weeks?)[ -](?:old|of\ age) )""",
    re.IGNORECASE | re.VERBOSE,
)
# "one of them", "no one was", "one another": no count of one.
_PRONOUN_ONE = re.compile(
    r"(?! (?:person|man|woman|child|boy|girl|officer|soldier|student|worker|civilian|dead|death"
    r"|killed|injured|wounded|missing|police|hundred|thousand|million|billion)\b)",
    re.IGNORECASE,
)
LONGEST = 2_000  # characters of a sentence that are searched: figures beyond are not read


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `span` holds number and unit; `low` and `high` bound its value.

    `unit`: "per cent", a currency ("dollar"), or "" for a count. `value` is the number as printed
    (of a range: its middle).
    """

    span: Span
    low: float
    high: float
    unit: str = ""
    value: float = 0.0

    def contradicts(self, other: Figure) -> bool:
        """Whether both cannot be true of one thing: same unit, and the intervals lie apart."""
        return self.unit == other.unit and (self.high < other.low or other.high < self.low)


@lru_cache(maxsize=20_000)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures of a sentence, in order."""
    found = []
    text = text[:LONGEST]
    match = _FIGURE.search(text)
    while match:
        figure = _figure(match, text)
        if figure is not None:
            found.append(figure)
        # "12 and 3 others" looks like a range at first: what is left of it is read again, as it is
        # of "aged 41 and 12 others".
        aged = match["pair"] and _AGED.search(text, max(0, match.start() - 40), match.start())
        end = match.start("pair") if aged else match.end()
        match = _FIGURE.search(text, figure.span.end if figure else end)
    return tuple(found)


def _figure(match: re.Match[str], text: str) -> Figure | None:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :][:24]
    low = _value(match, 1)
    unit = _unit(match)
    high = low
    if match["digits2"] or match["words2"]:
        high = _value(match, 2)
        scale = _scale(match["scale2"] or "") * _scale(match["short2"] or "")
        if scale > 1 and not match["scale1"] and not match["short1"] and low < high / scale * 10:
            low *= scale  # "two to three million"
        if match["pair"].strip() in ("and", "or") and not (
            match["pair"].strip() == "or" or before.lower().endswith("between ")
        ):
            return _alone(match, text)
        if high < low:
            return _alone(match, text)
    if not unit and _is_name(match, before, after, low):
        return None
    return Figure(
        Span(match.start(), match.end()), *bounds(before, after, low, high), unit, (low + high) / 2
    )


def _alone(match: re.Match[str], text: str) -> Figure | None:
    """The first number of what only looked like a range ("12 and 3 others", a score "3-1")."""
    if "-" in match["pair"] or "–" in match["pair"]:
        return None
    end = match.start("pair")
    before = text[max(0, match.start() - 40) : match.start()]
    low = _value(match, 1)
    if _is_name(match, before, text[end:][:24], low):
        return None
    sign = (match["sign1"] or "").strip().lower()
    unit = _currency(sign)
    return Figure(Span(match.start(), end), *bounds(before, "", low, low), unit, low)


def _value(match: re.Match[str], side: int) -> float:
    digits, words = match[f"digits{side}"], match[f"words{side}"]
    if digits:
        value = _digits(digits, scaled=bool(match[f"scale{side}"] or match[f"short{side}"]))
        value *= _scale(match[f"short{side}"] or "")
    else:
        value = _spelled(words.lower().strip())
    return value * _scale(match[f"scale{side}"] or "")


def _digits(digits: str, *, scaled: bool) -> float:
    plain = digits.replace(",", "")
    # "4.000" is four thousand as most of Europe writes it, but "4.125 million" is a decimal.
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", plain) and not scaled:
        return float(plain.replace(".", ""))
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))


def _spelled(words: str) -> float:
    if words == "a":
        return 1.0
    tens, _, units = words.partition("-")
    return float(_TENS.get(tens, _UNITS.get(tens, 0)) + _UNITS.get(units, 0))


def _scale(words: str) -> float:
    return math.prod(_SCALES.get(word, 1.0) for word in re.split(r"[ -]", words.lower()) if word)


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "point" if "point" in match["percent"].lower() else "per cent"
    if match["currency"]:
        return _CURRENCIES[match["currency"].lower()]
    sign = (match["sign1"] or match["sign2"] or "").strip().lower()
    return _currency(sign)


def _currency(sign: str) -> str:
    return "dollar" if "$" in sign else _CURRENCIES.get(sign, "")


def _is_name(match: re.Match[str], before: str, after: str, value: float) -> bool:
    """Whether the number is part of a date, an age, a score, or a name, and counts nothing."""
    digits = match["digits1"] or ""
    year = len(digits) == 4 and digits.isdigit() and 1500 <= value <= 2100 and not match["scale1"]
    return (
        (
            year
            and not re.match(r"\s(?:people|cases|deaths|homes|troops|jobs|votes|soldiers)\b", after)
        )
        or _NAME_AFTER.match(after) is not None
        or (_MONTH_BEFORE.search(before) is not None and value <= 31)
        or re.match(r",\s?(?:19|20)\d\d\b", after) is not None
        or (before.endswith(", ") and after.startswith(",") and value < 120)  # "Ann Lee, 42, said"
        or ((match["words1"] or "").lower() == "one" and _PRONOUN_ONE.match(after) is not None)
        or (_NAME_BEFORE.search(before) is not None and not re.match(r"\s[a-z]{3,}", after))
        or (_HOUR.search(before) is not None and not _COUNTED_AFTER.match(after))
        or (_AGED.search(before) is not None and not _COUNTED_AFTER.match(after))
    )
