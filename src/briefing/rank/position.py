"""How early in its article a sentence stands: news tells first what matters most."""

from __future__ import annotations

import math

from briefing.model import Scored
from briefing.rank.material import Material


def scores(material: Material) -> list[float]:
    """1 for an opening sentence, falling with the logarithm of the place."""
    return [1 / (1 + math.log1p(s.index)) for s in material.sentences]


def scored(material: Material) -> list[Scored]:
    """Each sentence with its `scores`."""
    return material.scored(scores(material))
