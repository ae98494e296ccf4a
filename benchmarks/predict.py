#!/usr/bin/env python3
"""Run our steps on evaluation files and write predictions for their score scripts.

    predict.py {summaries,quotes,stories,copies,extraction,plaintext} IN OUT

Formats: one JSON object a line, in and out, as the score scripts describe them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.model import Article, Source

Row = dict[str, Any]
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def article(row: Row, number: int = 0) -> Article:
    """A row of an evaluation file as an article; undated rows are an hour apart, in their order."""
    day = row.get("date") or ""
    when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else UNDATED
    return Article(
        id=str(row["id"]),
        source=Source(id=row.get("source") or "", name=row.get("source") or ""),
        url=row.get("url") or "",
        title=row.get("title") or "",
        text=row["text"],
        published=when,
        retrieved=when + timedelta(seconds=number),
        dated=bool(day),
    )


def read(path: Path) -> list[Row]:
    if path.suffix == ".json":
        return [json.loads(path.read_text(encoding="utf-8"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def summaries(path: Path) -> Iterator[Row]:
    """{"id", "sentences": [{"text", "document", "start", "end"}]}, 100 words unless --words."""
    raise NotImplementedError
    yield {}


def quotes(path: Path) -> Iterator[Row]:
    """{"id", "quotes": [{"start", "end", "segs", "speaker": {"start", "end", "name"}}]}."""
    raise NotImplementedError
    yield {}


def stories(path: Path) -> Iterator[Row]:
    """{"id", "cluster"}."""
    raise NotImplementedError
    yield {}


def copies(path: Path) -> Iterator[Row]:
    """{"id", "origin"}."""
    raise NotImplementedError
    yield {}


def extraction(path: Path) -> Iterator[Row]:
    """{"id", "text"}: the bodies of the pages in html/*.html.gz beside ground-truth.json."""
    raise NotImplementedError
    yield {}


def plaintext(path: Path) -> Iterator[Row]:
    """{"id", "text"}: flat texts without page furniture."""
    raise NotImplementedError
    yield {}


TASKS: dict[str, Callable[[Path], Iterable[Row]]] = {
    task.__name__: task for task in (summaries, quotes, stories, copies, extraction, plaintext)
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    chosen = parser.parse_args()
    began = time.process_time()
    with chosen.target.open("w", encoding="utf-8") as out:
        for row in TASKS[chosen.task](chosen.source):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{chosen.task}: {time.process_time() - began:.2f} CPU-s", file=sys.stderr)


if __name__ == "__main__":
    main()
