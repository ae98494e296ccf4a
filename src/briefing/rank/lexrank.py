"""LexRank (Erkan and Radev 2004): a sentence counts when many sentences resemble it.

The similarity is the idf-modified cosine with idf over the sentences of the story, as in sumy.
Three variants: thresholded (sumy's: pairs above the threshold count one each), continuous
(pairs count by their cosine), and either with damping, the random jumps of PageRank.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from briefing.model import Scored
from briefing.rank.material import Material
from briefing.rank.vectors import tfidf, unit_rows

THRESHOLD = 0.1  # the paper's best cut, and sumy's
DAMPING = 0.15  # share of random jumps, as in the paper
CONVERGED = 1e-12
LONGEST = 1000  # iterations; two unconnected halves of a graph may never settle without damping
BLOCK = 1000  # rows of the similarity matrix at a time: 12,000 sentences stay in memory

_Walk = Callable[[Any], Any]


def continuous(
    terms: Sequence[Sequence[str]], damping: float = DAMPING, epsilon: float = CONVERGED
) -> list[float]:
    """Scores that sum to 1, from the cosines themselves.

    The similarities are never written out: with unit rows N their matrix is N N', and a step
    of the iteration multiplies with each in turn.
    """
    vectors = _vectors(terms)
    degrees = vectors @ (vectors.T @ np.ones(len(terms)))
    degrees[degrees <= 0] = 1.0
    return _settled(lambda p: vectors @ (vectors.T @ (p / degrees)), len(terms), damping, epsilon)


def thresholded(
    terms: Sequence[Sequence[str]],
    threshold: float = THRESHOLD,
    damping: float = 0.0,
    epsilon: float = CONVERGED,
) -> list[float]:
    """Scores by the number of sentences above `threshold`; without damping of length 1 (sumy's)."""
    graph = _graph(_vectors(terms), threshold)
    degrees = np.asarray(graph.sum(axis=1)).ravel()
    degrees[degrees == 0] = 1.0
    return _settled(lambda p: graph.T @ (p / degrees), len(terms), damping, epsilon)


def _vectors(terms: Sequence[Sequence[str]]) -> Any:
    holders = Counter(term for row in terms for term in dict.fromkeys(row))
    return unit_rows(tfidf(terms, lambda term: math.log(len(terms) / (1 + holders[term]))))


def _graph(vectors: Any, threshold: float) -> Any:
    """The 0/1 matrix of pairs above `threshold`, made in blocks of rows."""
    blocks = []
    for start in range(0, vectors.shape[0], BLOCK):
        block = (vectors[start : start + BLOCK] @ vectors.T).tocsr()
        block.data = (block.data > threshold).astype(float)
        block.eliminate_zeros()
        blocks.append(block)
    return sparse.vstack(blocks, format="csr")


def _settled(walk: _Walk, count: int, damping: float, epsilon: float) -> list[float]:
    """The power method from equal scores until a step changes them by at most `epsilon`."""
    scores = np.full(count, 1 / count)
    for _ in range(LONGEST):
        after = walk(scores)
        if damping:
            after = damping / count + (1 - damping) * after
            size = float(after.sum())
        else:
            size = float(np.sqrt(after @ after))
        after = after / (size or 1.0)
        change = float(np.linalg.norm(after - scores))
        scores = after
        if change <= epsilon:
            break
    return [float(x) for x in scores]


def scores(material: Material) -> list[float]:
    """By the continuous variant: they sum to 1."""
    return continuous(material.stems)


def scored(material: Material) -> list[Scored]:
    """Each sentence with its `scores`."""
    return material.scored(scores(material))


def scored_by_threshold(material: Material) -> list[Scored]:
    """Each sentence with its score by the thresholded variant, as sumy has it."""
    return material.scored(thresholded(material.stems))
