#!/usr/bin/env python3
"""Run our steps on evaluation files and write predictions for their score scripts.

    predict.py {summaries,quotes,stories,copies,extraction,plaintext} IN OUT

Formats: one JSON object a line, in and out, as the score scripts describe them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.errors import InputError
from briefing.ingest import pages
from briefing.ingest import plaintext as flat
from briefing.model import Article, Quote, Sentence, Source

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


def summaries(
    path: Path, words: int = 100, ranker: str = "blend", whole: bool = False
) -> Iterator[Row]:
    """{"id", "sentences": [{"text", "document", "start", "end"}]}.

    Unless `whole`, the last sentence may run past `words`, where the score script cuts; then the
    sentences stand best first, so that the cut meets the least of them.
    """
    from briefing import rank, select
    from briefing.settings import RankSettings, SelectSettings
    from briefing.text.background import background
    from briefing.text.sentences import sentences

    pick = select.select if whole else select.choose
    for row in read(path):
        documents = [
            article({**d, "id": f"{row['id']}-{n:02}"}, n) for n, d in enumerate(row["documents"])
        ]
        numbers = {d.id: n for n, d in enumerate(documents)}
        told = [s for d in documents for s in sentences(d)]
        scored = rank.rank(told, background(), RankSettings(ranker=ranker))
        budget = select.Budget(words=words, whole=whole)
        chosen = pick(scored, budget, SelectSettings())
        yield {"id": row["id"], "sentences": [place(s, numbers[s.article.id]) for s in chosen]}


def place(sentence: Sentence, document: int) -> Row:
    span = sentence.span
    return {"text": sentence.text, "document": document, "start": span.start, "end": span.end}


def quotes(path: Path) -> Iterator[Row]:
    """{"id", "quotes": [{"start", "end", "segs", "speaker": {"start", "end", "name"}}]}."""
    from briefing.quotes import quotes as found_in

    for number, row in enumerate(read(path)):
        found = found_in(article(row, number))
        yield {"id": row["id"], "quotes": [quote_row(quote) for quote in found]}


def quote_row(quote: Quote) -> Row:
    segments = [[span.start, span.end] for span in quote.contents]
    row: Row = {"start": segments[0][0], "end": segments[-1][1], "segs": segments, "speaker": None}
    if quote.speaker:
        span = quote.speaker.span
        row["speaker"] = {"start": span.start, "end": span.end}
        row["speaker"]["name"] = quote.speaker.name or quote.speaker.text
    return row


def stories(path: Path) -> Iterator[Row]:
    """{"id", "cluster"}."""
    from briefing.cluster import stories as grouped
    from briefing.text.background import background

    for story in grouped([article(row, n) for n, row in enumerate(read(path))], (), background()):
        yield from ({"id": a.id, "cluster": story.id} for a in story.articles)


def copies(path: Path) -> Iterator[Row]:
    """{"id", "origin"}."""
    from briefing.dedup import copies as found

    articles = [article(row, n) for n, row in enumerate(read(path))]
    origin = {copy.article.id: copy.origin.id for copy in found(articles)}
    yield from ({"id": a.id, "origin": origin.get(a.id, a.id)} for a in articles)


def extraction(path: Path) -> Iterator[Row]:
    """{"id", "text"}: the bodies of the pages in html/*.html.gz beside ground-truth.json."""
    for file in sorted((path.parent / "html").glob("*.html.gz")):
        try:
            found = pages.article(gzip.decompress(file.read_bytes()), retrieved=datetime.now(UTC))
            yield {"id": file.name.removesuffix(".html.gz"), "text": found.text}
        except InputError as error:
            print(f"{file.name}: {error}", file=sys.stderr)


def plaintext(path: Path) -> Iterator[Row]:
    """{"id", "text"}: flat texts without page furniture."""
    for row in read(path):
        outlet = Source(id="", name="")
        found = flat.article(row["text"], source=outlet, retrieved=UNDATED)
        yield {"id": row["id"], "title": found.title, "text": found.text}


TASKS: dict[str, Callable[..., Iterable[Row]]] = {
    task.__name__: task for task in (summaries, quotes, stories, copies, extraction, plaintext)
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--words", type=int, default=100, help="summaries: their length")
    parser.add_argument("--ranker", default="blend", help="summaries: its name")
    parser.add_argument("--whole", action="store_true", help="summaries: none past --words")
    chosen = parser.parse_args()
    names = ("words", "ranker", "whole") if chosen.task == "summaries" else ()
    options = {name: getattr(chosen, name) for name in names}
    began = time.process_time()
    with chosen.target.open("w", encoding="utf-8") as out:
        for row in TASKS[chosen.task](chosen.source, **options):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{chosen.task}: {time.process_time() - began:.2f} CPU-s", file=sys.stderr)


if __name__ == "__main__":
    main()
