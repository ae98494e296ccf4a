"""The interval that the words around a number leave open: "at least 12", "nearly 50"."""

from __future__ import annotations

import math
import re

# What the words before a number say about it; each is followed by one space and the number.
_AT_LEAST = re.compile(
    r"""\b(?: at\ least | no\ (?:fewer|less)\ than | a\ minimum\ of | upwards?\ of | more\ than
    | over | above | in\ excess\ of | exceed(?:s|ed|ing)? | surpass(?:es|ed|ing)?
    | topp?(?:s|ed|ing) | greater\ than | passed )\s$""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_MOST = re.compile(
    r"""\b(?: (?:fewer|less)\ than | under | below | up\ to | as\ (?:many|much)\ as | at\ most
    | no\ more\ than | a\ maximum\ of )\s$""",
    re.IGNORECASE | re.VERBOSE,
)
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|just under|just short of)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"""\b(?: about | around | some | roughly | approximately | (?:an\ )?estimated | circa | perhaps
    | probably )\s$""",
    re.IGNORECASE | re.VERBOSE,
)


def bounds(before: str, after: str, low: float, high: float) -> tuple[float, float]:
    """The interval that the words around a number leave open."""
    tail = before[-24:]
    if _AT_LEAST.search(tail) or re.match(r"\s?(?:\+|or more\b)", after):
        return low, math.inf
    if _AT_MOST.search(tail):
        return 0.0, high
    if _NEARLY.search(tail):
        return 0.85 * low, high
    # Round numbers are seldom exact: "about 100" may be 90 as well as 115.
    slack = 0.15 if _ABOUT.search(tail) else _rounding(high)
    return low * (1 - slack), high * (1 + slack)


def _rounding(value: float) -> float:
    """How far a printed number may be rounded: "1.2 million" covers 1.15 to 1.25 million."""
    if value < 100 or not value.is_integer():
        return 0.0
    digits = f"{value:.0f}"
    significant = len(digits.rstrip("0"))
    if significant == len(digits):
        return 0.0
    return 0.05 if significant <= 2 else 0.005
