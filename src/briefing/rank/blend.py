"""The default: what several rankers agree on, each in standard units."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from briefing.model import Scored
from briefing.rank import bigrams, centroid, lexrank, position
from briefing.rank.material import Material


def scored(material: Material) -> list[Scored]:
    """The sum of the parts; `why` names them."""
    parts = {
        "lexrank": standard(lexrank.scores(material)),
        "centroid": standard(centroid.scores(material)),
        "bigrams": standard(bigrams.scores(material)),
        "position": [x * 0.5 for x in standard(position.scores(material))],
    }
    rows = zip(*parts.values(), strict=True)
    return [
        Scored(s, sum(row), tuple(zip(parts, row, strict=True)))
        for s, row in zip(material.sentences, rows, strict=True)
    ]


def standard(values: Sequence[float]) -> list[float]:
    """`values` less their mean, in standard deviations; all 0 where they are equal."""
    mean, spread = statistics.fmean(values), statistics.pstdev(values)
    return [(x - mean) / spread if spread > 1e-12 else 0.0 for x in values]
