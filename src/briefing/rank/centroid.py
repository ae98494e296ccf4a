"""Nearness to the middle of the story (Radev et al. 2004, "Centroid-based summarization")."""

from __future__ import annotations

import numpy as np

from briefing.model import Scored
from briefing.rank.material import Material
from briefing.rank.vectors import tfidf, unit_rows


def scores(material: Material) -> list[float]:
    """Cosine (0 to 1) of each sentence with the sum of all, in TF-IDF of the fixed background."""
    vectors = unit_rows(tfidf(material.stems, material.background.idf))
    centre = np.asarray(vectors.sum(axis=0)).ravel()
    norm = float(np.sqrt(centre @ centre)) or 1.0
    return [float(x) for x in vectors @ centre / norm]


def scored(material: Material) -> list[Scored]:
    """Each sentence with its `scores`."""
    return material.scored(scores(material))
