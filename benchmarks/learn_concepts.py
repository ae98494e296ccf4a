#!/usr/bin/env python3
"""Learn the weights of `rank.concepts` and say how far they hold on clusters they have not seen.

    learn_concepts.py DATA.jsonl        rows as benchmarks/predict.py summaries reads them

For each bigram of a cluster the target is the share of its reference summaries that hold it. Parts
of each cluster (seven, five, three, two and one of its articles) are learnt from as well, so that
the weights serve small stories too. Printed: the deviance of five folds (folds by cluster), with
that of a constant beside it, the weights of each fold, and those of all clusters.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

import numpy as np

from briefing.rank.concepts import features
from briefing.rank.material import bigrams, material
from briefing.settings import RankSettings
from briefing.text.background import background
from briefing.text.sentences import sentences
from predict import article, read

PARTS = (7, 7, 5, 3, 2, 1)
RIDGE = 3.0  # pulls the weights of standardised features towards 0
STEPS = 25  # Newton's method settles in about ten

Sample = tuple[Any, Any]  # features, a row a bigram; targets


def samples(row: dict[str, Any], number: int, chance: random.Random) -> list[Sample]:
    """The whole cluster first, then its parts."""
    documents = [
        article({**d, "id": f"{number:03}-{n:02}"}, n) for n, d in enumerate(row["documents"])
    ]
    told = [list(sentences(d)) for d in documents]
    references = [set(bigrams(text)) for text in row["references"]]
    found = []
    for size in (len(told), *(n for n in PARTS if n < len(told))):
        part = told if size == len(told) else chance.sample(told, size)
        known = features(material([s for d in part for s in d], background(), RankSettings()))
        target = [sum(b in r for r in references) / len(references) for b in known]
        found.append((np.array(list(known.values())), np.array(target)))
    return found


def learnt(data: list[Sample]) -> Any:
    """Ridge logistic regression by Newton's method; the first feature is the constant."""
    x, y = np.vstack([a for a, _ in data]), np.concatenate([b for _, b in data])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    x = (x - mean) / spread
    weights, ridge = np.zeros(x.shape[1]), RIDGE * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = 4 * x.T @ (y - p) - ridge @ weights
        weights = weights + np.linalg.solve(4 * (x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    plain = weights / spread
    plain[0] = weights[0] - (weights * mean / spread)[1:].sum()
    return plain


def deviance(data: list[Sample], weights: Any) -> float:
    """Mean over bigrams, in nats."""
    x, y = np.vstack([a for a, _ in data]), np.concatenate([b for _, b in data])
    p = 1 / (1 + np.exp(-x @ weights))
    return float(-2 * np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()
    chance = random.Random(1)
    clusters = [samples(row, n, chance) for n, row in enumerate(read(chosen.data))]
    for fold in range(5):
        seen = [s for n, c in enumerate(clusters) if n % 5 != fold for s in c]
        unseen = [c[0] for n, c in enumerate(clusters) if n % 5 == fold]
        weights = learnt(seen)
        rate = np.concatenate([y for _, y in unseen]).mean()
        constant = np.array([np.log(rate / (1 - rate)), *[0.0] * (len(weights) - 1)])
        print(
            f"fold {fold}: {deviance(unseen, weights):.4f} ({deviance(unseen, constant):.4f})",
            weights.round(2).tolist(),
            flush=True,
        )
    print("all:", tuple(learnt([s for c in clusters for s in c]).round(3).tolist()))


if __name__ == "__main__":
    main()
