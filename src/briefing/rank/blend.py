"""The default: what a story tells (concepts) and how central a sentence is (LexRank)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from briefing.model import Scored
from briefing.rank import concepts, lexrank
from briefing.rank.material import Material


def scored(material: Material) -> list[Scored]:
    """Each part in standard deviations; `why` names them, `concepts` count once in a summary."""
    shares = concepts.shares(material)
    density = [sum(x for _, x in parts) for parts in shares]
    mean, spread = statistics.fmean(density), statistics.pstdev(density)
    unit = 1 / spread if spread > 1e-12 else 0.0
    central = standard(lexrank.scores(material))
    asked = interest(material)
    found = []
    for i, sentence in enumerate(material.sentences):
        why = (
            ("concepts", (density[i] - mean) * unit),
            ("lexrank", material.settings.lexrank * central[i]),
            ("interests", asked[i]),
        )
        once = tuple((bigram, x * unit) for bigram, x in shares[i])
        found.append(Scored(sentence, sum(x for _, x in why), why, once))
    return found


def interest(material: Material) -> list[float]:
    """`settings.interest` for a sentence with a word of the query, else 0."""
    lift = material.settings.interest
    return [0.0 if material.query.isdisjoint(stems) else lift for stems in material.stems]


def standard(values: Sequence[float]) -> list[float]:
    """`values` less their mean, in standard deviations; all 0 where they are equal."""
    mean, spread = statistics.fmean(values), statistics.pstdev(values)
    return [(x - mean) / spread if spread > 1e-12 else 0.0 for x in values]
