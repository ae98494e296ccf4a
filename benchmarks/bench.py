#!/usr/bin/env python3
"""A whole edition, measured: archived articles to HTML, PDF and JSON in one process.

    bench.py [ROWS.jsonl] [--articles 2000]

Without ROWS the samples are multiplied. Prints CPU seconds by step (children included) and peak
memory; the archive is filled before the clock starts.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from briefing.app.editions import making, writing
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.config import load
from briefing.model import Article
from predict import article, read
from stories import replicas

DAY = date(2026, 1, 15)
SAMPLES = Path(__file__).parent.parent / "samples" / "merrow-wire" / "articles.jsonl"


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    mine, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime


def peak() -> float:
    """MB of the largest process."""
    return (
        max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        / 1024
    )


def stopwatch() -> tuple[Callable[[str], None], dict[str, float]]:
    """A progress callback that sums what each step took."""
    spent: dict[str, float] = {}
    running = ["", cpu()]

    def step(name: str) -> None:
        now = cpu()
        if running[0]:
            spent[running[0]] = spent.get(running[0], 0.0) + now - running[1]
        running[:] = [name, now]

    return step, spent


def of_one_day(articles: list[Article]) -> list[Article]:
    """All of them on `DAY`, spread over its hours."""
    start = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    pace = timedelta(days=1) / len(articles)
    return [
        replace(a, published=start + i * pace, retrieved=start + i * pace)
        for i, a in enumerate(articles)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rows", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--articles", type=int, default=2000)
    chosen = parser.parse_args()
    rows = [article(row, n) for n, row in enumerate(read(chosen.rows))]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        with Archive.open(data / "archive.sqlite") as archive:
            archive.add(of_one_day(replicas(rows, chosen.articles)))
        step, spent = stopwatch()
        began = cpu()
        shell = Shell(load(None, {}, data_dir=data), datetime(2026, 1, 16, tzinfo=UTC), step)
        step("open")
        with shell.archive() as archive:
            made = making.make(shell, archive, DAY)
        writing.write(shell, made.edition, writing.look(shell), ("html", "pdf", "json"), data)
        step("")
        total = cpu() - began
    print(f"{chosen.articles} articles, {len(made.edition['stories'])} stories told")
    for name, seconds in spent.items():
        print(f"{name:<16}{seconds:8.2f} CPU-s")
    print(f"{'all':<16}{total:8.2f} CPU-s\npeak memory     {peak():8.0f} MB")


if __name__ == "__main__":
    main()
