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
    return Bag(Counter(_WORD.findall(text.lower())), Counter(content_stems(text)))


def repeats(new: Bag, shown: Iterable[Bag], similar: float, held: float) -> bool:
    """Whether `new` is nearer than `similar` (cosine) to one of `shown`, or held by it.

    Cosines of all words and of content stems both count: the first sees copies that differ in
    names, the second paraphrases. Held: the share of the stems of the shorter that stand in the
    longer is above `held`.
    """
    return any(
        cosine(new.stems, old.stems) > similar
        or cosine(new.words, old.words) > similar
        or containment(new.stems, old.stems) > held
        for old in shown
    )


def cosine(a: Counter[str], b: Counter[str]) -> float:
    norm = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
    return sum(count * b[word] for word, count in a.items()) / norm if norm else 0.0


def containment(a: Counter[str], b: Counter[str]) -> float:
    """The share of the distinct stems of the shorter that the longer holds too."""
    shorter = min(len(a), len(b))
    return len(a.keys() & b.keys()) / shorter if shorter else 0.0
