"""How much of what many articles tell stands in a sentence, for its length.

A bigram that several articles share is a part of the event (ICSISumm, Gillick and Favre 2009,
weighs concepts by the number of articles that hold them).
"""

from __future__ import annotations

import math

from briefing.model import Scored
from briefing.rank.material import Material


def scores(material: Material) -> list[float]:
    """Document frequencies (from 2) of its bigrams, summed, over the root of its length."""
    reach = material.reach()
    return [
        sum(reach[b] for b in dict.fromkeys(pairs) if reach[b] > 1) / math.sqrt(1 + length)
        for pairs, length in zip(material.bigrams, material.lengths, strict=True)
    ]


def scored(material: Material) -> list[Scored]:
    """Each sentence with its `scores`."""
    return material.scored(scores(material))
