"""The earlier in its article, the better: the baseline that every ranker must beat."""

from __future__ import annotations

from briefing.model import Scored
from briefing.rank.material import Material


def scored(material: Material) -> list[Scored]:
    """1 for the first sentence of each article, 1/2 for the second, and so on."""
    return [Scored(s, 1 / (1 + s.index)) for s in material.sentences]
