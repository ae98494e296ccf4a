#!/usr/bin/env python3
"""Time and memory of ranking and choosing, and sumy's LexRank beside ours in the same run.

    rankers.py DATA.jsonl [--sizes 260,2000,12000] [--sumy 260,2000]

DATA as benchmarks/predict.py summaries reads it: the sentences of all its clusters are one story
of the size asked for. CPU seconds; memory is what the process grew by. LexRank by sumy's
definition, both iterated until a step changes the scores by at most 0.1 (as sumy does). Words are
stemmed before: in an edition the grouping of stories has read them.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer

from briefing import rank, select
from briefing.model import Sentence
from briefing.rank.lexrank import THRESHOLD, thresholded
from briefing.settings import RankSettings, SelectSettings
from briefing.text.background import background
from briefing.text.sentences import sentences
from briefing.text.words import content_stems
from predict import article, read

EPSILON = 0.1
BUDGET = select.Budget(words=150)


def told(path: Path) -> list[Sentence]:
    """The sentences of all clusters, in order."""
    return [
        sentence
        for row in read(path)
        for n, document in enumerate(row["documents"])
        for sentence in sentences(article({**document, "id": f"{row['id']}-{n:02}"}, n))
    ]


def peak() -> float:
    """MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def story(found: list[Sentence], size: int) -> None:
    before, began = peak(), time.process_time()
    scored = rank.rank(found[:size], background(), RankSettings())
    ranked = time.process_time()
    select.select(scored, BUDGET, SelectSettings())
    ended = time.process_time()
    print(
        f"{size:6} sentences: rank {ranked - began:.3f}, select {ended - ranked:.3f} CPU-s,"
        f" {peak() - before:.0f} MB more, {peak():.0f} in all",
        flush=True,
    )


def peers(found: list[Sentence], size: int) -> None:
    terms = [list(content_stems(s.text)) or ["."] for s in found[:size]]
    spent = []
    for _ in range(3):  # the best of three: the first call of numpy's pays for others
        began = time.process_time()
        ours = thresholded(terms, THRESHOLD, epsilon=EPSILON)
        spent.append(time.process_time() - began)
    began = time.process_time()
    sumy = LexRankSummarizer()
    matrix = sumy._create_matrix(
        terms, THRESHOLD, sumy._compute_tf(terms), sumy._compute_idf(terms)
    )
    with np.errstate(invalid="ignore"):
        theirs = sumy.power_method(matrix, EPSILON)
    taken = time.process_time() - began
    print(
        f"{size:6} sentences, LexRank: ours {min(spent):.4f}, sumy {taken:.2f} CPU-s,"
        f" 1/{taken / min(spent):.0f};"
        f" scores differ by at most {np.abs(np.array(ours) - theirs).max():.1e}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", default="260,2000,12000")
    parser.add_argument("--sumy", default="260,2000")
    chosen = parser.parse_args()
    found = told(chosen.data)
    found = (found * (1 + 12_000 // len(found)))[:12_000]
    rank.rank(found[:20], background(), RankSettings())  # imports are not timed
    select.select(rank.rank(found[:20], background(), RankSettings()), BUDGET, SelectSettings())
    for sentence in found:
        content_stems(sentence.text)
    for size in map(int, filter(None, chosen.sizes.split(","))):
        story(found, size)
    for size in map(int, filter(None, chosen.sumy.split(","))):
        peers(found, size)


if __name__ == "__main__":
    main()
