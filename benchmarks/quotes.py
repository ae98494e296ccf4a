#!/usr/bin/env python3
"""Who said what: our quotes on annotated articles, scored by the kit's own script, and our speed.

    quotes.py KIT [--articles N]

KIT is the folder of the evaluation kit (with `quotes/score.py`, `quotes/polnear_dev.jsonl`, ...).
Prints the score script's tables, words a second on one core, and the peers' measured figures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.quotes import quotes
from predict import article, quote_row, read

# Measured with the same script on the same articles (spaCy 3.8, en_core_web_sm; textacy a
# paragraph at a time): F of all, direct,
# direct and mixed, both (with the right speaker), and of "who said this string".
PEERS = (
    ("people (agreement)", 79.4, 98.3, 95.9, 75.4, 97.3),
    ("Gender Gap Tracker 2024", 49.0, 65.5, 67.5, 42.4, 73.7),
    ("sayswho 0.1.4", 27.5, 71.1, 63.6, 24.7, 81.3),
    ("textacy 0.13", 28.3, 64.2, 58.0, 26.0, 79.3),
)


def predictions(source: Path, target: Path, limit: int) -> tuple[int, float]:
    """Write our quotes of `source` to `target`; the words read, and the seconds it took."""
    count, seconds = 0, 0.0
    with target.open("w", encoding="utf-8") as out:
        for number, row in enumerate(read(source)[:limit]):
            subject = article(row, number)
            began = time.process_time()
            found = quotes(subject)
            seconds += time.process_time() - began
            count += len(row["text"].split())
            said = [quote_row(quote) for quote in found]
            out.write(json.dumps({"id": row["id"], "quotes": said}, ensure_ascii=False) + "\n")
    return count, seconds


def score(kit: Path, gold: Path, predicted: Path, *options: str) -> str:
    script = str(kit / "quotes" / "score.py")
    command = [sys.executable, script, str(gold), str(predicted), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--articles", type=int, default=10_000, help="of each file, at most")
    chosen = parser.parse_args()
    files = (
        ("polnear_dev.jsonl", ()),
        ("gum_attrib.jsonl", ("--entities",)),
        ("seed_gold.json", ()),
        ("seed_gold.json", ("--entities",)),
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, options in files:
            gold, predicted = chosen.kit / "quotes" / name, Path(folder) / "predicted.jsonl"
            count, seconds = predictions(gold, predicted, chosen.articles)
            print(f"== {name} {' '.join(options)}: {count / seconds:,.0f} words/s")
            print(score(chosen.kit, gold, predicted, *options))
    print(
        f"{'peers on polnear_dev':28}{'all':>6}{'direct':>8}{'d+mixed':>9}{'both':>6}{'string':>8}"
    )
    for name, *figures in PEERS:
        columns = zip(figures, (6, 8, 9, 6, 8), strict=True)
        print(f"{name:28}" + "".join(f"{figure:>{width}}" for figure, width in columns))


if __name__ == "__main__":
    main()
