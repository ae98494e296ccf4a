"""Does a text say again, perhaps in other words, what another said?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.text.words import content_stems

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text as they stand, and the stems that carry content, counted."""

    words: Counter[str]
    stems: Counter[str]


def bag(text: str) -> Bag:
    """The bag of `text`; words in small letters."""
    return Bag(Counter(_WORD.findall(text.lower())), Counter(content_stems(text)))


def repeats(
    new: Bag,
    shown: Iterable[Bag],
    similar: float,
    held: float,
    worded: float | None = None,
    common: float = 0.0,
) -> bool:
    """Whether `new` is nearer than `similar` (cosine of stems) to one of `shown`, or held by it.

    A cosine of all words above `worded` (if not given, `similar`) counts too: it sees copies that
    differ in names, where the stems see paraphrases; but only where the stems are as near as
    `common`: two long sentences on different things have their "the" and "of" in common. Held: the
    share of the stems of the shorter that stand in the longer is above `held`.
    """
    limit = similar if worded is None else worded
    return any(
        cosine(new.stems, old.stems) > similar
        or (cosine(new.words, old.words) > limit and cosine(new.stems, old.stems) >= common)
        or containment(new.stems, old.stems) > held
        for old in shown
    )


def cosine(a: Counter[str], b: Counter[str]) -> float:
    """0 (no word in common, or none at all) to 1 (the same words in the same shares)."""
    norm = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
    return sum(count * b[word] for word, count in a.items()) / norm if norm else 0.0


def containment(a: Counter[str], b: Counter[str]) -> float:
    """The share of the distinct stems of the shorter that the longer holds too."""
    shorter = min(len(a), len(b))
    return len(a.keys() & b.keys()) / shorter if shorter else 0.0
