#!/usr/bin/env python3
"""Every ranker on one file of clusters: quality by its score script, and time, in one table.

    summaries.py FOLDER [--data duc2004_dev] [--words 100] [--rankers blend,lead,...]
                 [--plain sumy:kl,...]

FOLDER holds DATA.jsonl, score.py, and baselines/DATA/*.jsonl, the outputs of other systems, which
stand in the same table. A ranker of --plain stands there as it is: its best sentences, best first,
until there are enough words, without our choosing. CPU seconds are of ranking and choosing alone,
without reading the files or splitting sentences; "x blend" is the ratio to the default ranker of
the same run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
import time
from pathlib import Path
from statistics import mean
from typing import Any

from briefing import rank, select
from briefing.model import Sentence
from briefing.settings import RankSettings, SelectSettings
from briefing.text.background import background
from briefing.text.sentences import sentences
from predict import article, place, read

Row = dict[str, Any]


def clusters(path: Path) -> list[tuple[str, dict[str, int], list[Sentence]]]:
    """(id, article id -> number, sentences) of each cluster."""
    found = []
    for row in read(path):
        documents = [
            article({**d, "id": f"{row['id']}-{n:02}"}, n) for n, d in enumerate(row["documents"])
        ]
        numbers = {d.id: n for n, d in enumerate(documents)}
        found.append((row["id"], numbers, [s for d in documents for s in sentences(d)]))
    return found


def predicted(told: Any, ranker: str, words: int, whole: bool) -> tuple[list[Row], float]:
    """The summaries of all clusters, and the CPU seconds they took."""
    known, pick = background(), select.select if whole else select.choose
    rows, began = [], time.process_time()
    for name, numbers, found in told:
        scored = rank.rank(found, known, RankSettings(ranker=ranker))
        budget = select.Budget(words=words, whole=whole)
        chosen = pick(scored, budget, SelectSettings())
        rows.append({"id": name, "sentences": [place(s, numbers[s.article.id]) for s in chosen]})
    return rows, time.process_time() - began


def plain(told: Any, ranker: str, words: int) -> tuple[list[Row], float]:
    """As `predicted`, of the best sentences whatever they repeat or point to."""
    known, rows, began = background(), [], time.process_time()
    for name, numbers, found in told:
        chosen: list[Row] = []
        for scored in rank.rank(found, known, RankSettings(ranker=ranker)):
            if sum(len(row["text"].split()) for row in chosen) >= words:
                break
            sentence = scored.sentence
            chosen.append(place(sentence, numbers[sentence.article.id]))
        rows.append({"id": name, "sentences": chosen})
    return rows, time.process_time() - began


def scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["score"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def line(score: Any, name: str, rows: Path, gold: list[Row], words: int, seconds: str) -> str:
    result = score.evaluate(gold, score.read_summaries(rows, gold), words)
    recall = " / ".join(f"{100 * mean(result.recalls(n)):.2f}" for n in (1, 2, 4))
    f1 = " / ".join(f"{100 * mean(result.f1s(n)):.2f}" for n in (1, 2))
    near, copies = (sum(pair > x for pair in result.closest_pairs) for x in (0.5, 0.9))
    share = 100 / max(1, result.sentences)
    return (
        f"| {name} | {recall} | {f1} | {near} / {copies} | {share * result.dangling:.1f} "
        f"| {share * result.verbatim:.0f} | {seconds} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", default="duc2004_dev")
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--rankers", default=",".join(rank.RANKERS))
    parser.add_argument("--plain", default="", help="rankers without our choosing")
    chosen = parser.parse_args()
    path, score = chosen.folder / f"{chosen.data}.jsonl", scorer(chosen.folder)
    gold, told = score.read_jsonl(path), clusters(path)
    predicted(told[:1], "blend", chosen.words, whole=True)  # imports are not timed
    print(
        "| system | recall R-1 / R-2 / R-4 | F1 R-1 / R-2 | >.5 / >.9 | dangling % | verbatim % "
        "| CPU-s a cluster (x blend) |\n|---|---|---|---|---|---|---|"
    )
    base = 0.0
    names = [(name, "") for name in chosen.rankers.split(",")] + [("blend", "whole sentences")]
    names += [(name, "as it is") for name in filter(None, chosen.plain.split(","))]
    with tempfile.TemporaryDirectory() as scratch:
        for ranker, how in names:
            if how == "as it is":
                rows, seconds = plain(told, ranker, chosen.words)
            else:
                rows, seconds = predicted(told, ranker, chosen.words, how == "whole sentences")
            base = base or seconds
            out = Path(scratch) / "rows.jsonl"
            out.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
            spent = f"{seconds / len(told):.3f} ({seconds / base:.1f})"
            name = f"{ranker}, {how}" if how else ranker
            print(line(score, name, out, gold, chosen.words, spent), flush=True)
    for peer in sorted((chosen.folder / "baselines" / chosen.data).glob("*.jsonl")):
        print(line(score, f"baseline {peer.stem}", peer, gold, chosen.words, ""))


if __name__ == "__main__":
    main()
