#!/usr/bin/env python3
"""Learn the weights of `press/views.py` from articles whose outlets label them as opinion.

    learn_views.py ARTICLES.jsonl.gz

Rows: {"source", "title", "text"}. A source whose name says opinion, editorial or guest writer is
opinion; those named in NEWSROOMS report. Prints weights, and recall and false alarms by five-fold
cross-validation.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from briefing.press.views import ARGUES, LEAST_WORDS, WEIGHTS, signs

OPINION = re.compile(r"opinion|editorial|guest writer|columnist", re.IGNORECASE)
NEWSROOMS = re.compile(
    r"^(?:Reuters|Associated Press|BBC News|ABC News|CBS News|Bloomberg)$|- News$"
)
PENALTY = 1.0


def learnt(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights and bias of a logistic regression, both classes weighing the same, L2 penalty."""
    weight = np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean()))

    def loss(w: np.ndarray) -> float:
        margin = (2 * y - 1) * (x @ w[:-1] + w[-1])
        return float((weight * np.logaddexp(0, -margin)).sum() + PENALTY * (w[:-1] ** 2).sum() / 2)

    return np.asarray(minimize(loss, np.zeros(x.shape[1] + 1), method="L-BFGS-B").x)


def main() -> None:
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [r for r in rows if len(r["text"].split()) >= LEAST_WORDS]
    opinion = [r for r in rows if OPINION.search(r["source"])]
    reports = [r for r in rows if NEWSROOMS.search(r["source"]) and r not in opinion]
    x = np.array([list(signs(r["title"], r["text"]).values()) for r in opinion + reports])
    y = np.array([1] * len(opinion) + [0] * len(reports))
    folds = np.arange(len(y)) % 5
    found = np.zeros(len(y))
    for fold in range(5):
        w = learnt(x[folds != fold], y[folds != fold])
        found[folds == fold] = expit(x[folds == fold] @ w[:-1] + w[-1])
    weights = learnt(x, y)
    print(dict(zip([*WEIGHTS, "bias"], weights.round(2).tolist(), strict=True)))
    print(f"{len(opinion)} opinion, known {np.mean(found[y == 1] > ARGUES):.1%}")
    print(f"{len(reports)} reports, called opinion {np.mean(found[y == 0] > ARGUES):.1%}")


if __name__ == "__main__":
    main()
