#!/usr/bin/env python3
"""Precision and recall of support and of differing figures on hand-labelled pairs of sentences.

    pairs.py [--evaluation DIR] [--errors]

labels/statements.jsonl and labels/figures*.jsonl hold invented pairs ("changed": the second is of a
later day). labels/*_placed.jsonl hold places in real articles (file, article, start, end; no text)
and need the evaluation kit's folder.
"stratified" pairs were drawn evenly over all degrees of likeness, "shown" ones are what the
program prints, "openings" are all pairs of two reports' openings from a likeness of .28 on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from briefing.figures import changed, differ, readings
from briefing.model import Article, Sentence, Source, Span
from briefing.text.alignment import same, same_news
from briefing.text.background import background
from briefing.text.content import Weigh, content, rarity
from briefing.text.sentences import sentences

LABELS = Path(__file__).parent / "labels"
NOW = datetime(2026, 1, 15, tzinfo=UTC)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, the label, and how words weigh where they stand."""

    a: Sentence
    b: Sentence
    label: bool
    weigh: Weigh


def invented(path: Path, label: str) -> Iterator[Pair]:
    for number, row in enumerate(rows(path)):
        a, b = (whole(article(row[side], f"{number}{side}")) for side in "ab")
        yield Pair(a, b, row[label], background().idf)


def placed(path: Path, label: str, kit: Path, drawn: str = "") -> Iterator[Pair]:
    for row in rows(path):
        if row.get("from", "") == drawn:
            found = corpus(kit / row["corpus"])
            a, b = (Sentence(found[i], 1, Span(s, e), 1) for i, s, e in (row["a"], row["b"]))
            yield Pair(
                a, b, row[label], story_weights(kit / row["corpus"], row["a"][0], row["b"][0])
            )


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def article(text: str, name: str, when: datetime = NOW, *, dated: bool = False) -> Article:
    source = Source(name, name)
    return Article(name, source, "", "", text, published=when, retrieved=when, dated=dated)


def whole(article: Article) -> Sentence:
    return Sentence(article, 0, Span(0, len(article.text)), 0)


@cache
def corpus(path: Path) -> dict[str, Article]:
    found = {}
    for row in rows(path):
        day = row.get("date")
        when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else NOW
        found[row["id"]] = article(row["text"], row["id"], when, dated=bool(day))
    return found


@cache
def story_weights(path: Path, *ids: str) -> Weigh:
    """How words weigh in the story of these articles: their cluster's, else their own sentences."""
    cluster = {row["id"]: row.get("cluster", "") for row in rows(path)}
    wanted = {cluster[i] for i in ids} - {""}
    members = [i for i in cluster if cluster[i] in wanted] if wanted else list(ids)
    return rarity(s.text for i in members for s in sentences(corpus(path)[i]))


def says_same(pair: Pair) -> bool:
    return same(content(pair.a.text, pair.weigh), content(pair.b.text, pair.weigh))


def says_same_news(pair: Pair) -> bool:
    return same_news(content(pair.a.text, pair.weigh), content(pair.b.text, pair.weigh))


def figures_differ(pair: Pair) -> bool:
    left, right = (readings(s, background()) for s in (pair.a, pair.b))
    return any(differ(x, y) for x in left for y in right)


def figures_changed(pair: Pair) -> bool:
    left, right = (readings(s, background()) for s in (pair.a, pair.b))
    return any(changed(x, y) for x in left for y in right)


def report(
    name: str, pairs: Iterable[Pair], judge: Callable[[Pair], bool], *, errors: bool
) -> None:
    judged = [(pair, judge(pair)) for pair in pairs]
    right = sum(pair.label and said for pair, said in judged)
    said_yes = sum(said for _, said in judged)
    true = sum(pair.label for pair, _ in judged)
    precision = right / said_yes if said_yes else 1.0
    print(
        f"{name:30} {len(judged):4} pairs, {true:3} true: "
        f"precision {precision:.3f} ({right}/{said_yes}), recall {right / max(true, 1):.3f}"
    )
    for pair, said in judged:
        if errors and said != pair.label:
            print(f"   {'false' if said else 'missed'}: {pair.a.text}\n      {pair.b.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--evaluation", type=Path, help="folder of the evaluation kit")
    parser.add_argument("--errors", action="store_true", help="print the pairs judged wrongly")
    chosen = parser.parse_args()
    tasks: list[tuple[str, Iterable[Pair], Callable[[Pair], bool]]] = [
        ("support, invented", invented(LABELS / "statements.jsonl", "same"), says_same),
        ("figures, invented", invented(LABELS / "figures.jsonl", "differ"), figures_differ),
        (
            "figures, changed, invented",
            invented(LABELS / "figures_changed.jsonl", "changed"),
            figures_changed,
        ),
    ]
    if chosen.evaluation:
        spots, kit = LABELS / "statements_placed.jsonl", chosen.evaluation
        tasks += [
            ("support, real, stratified", placed(spots, "same", kit, "stratified"), says_same),
            ("support, real, as shown", placed(spots, "same", kit, "shown"), says_same),
            ("support, real, openings", placed(spots, "same", kit, "openings"), says_same_news),
            (
                "figures, real",
                placed(LABELS / "figures_placed.jsonl", "differ", kit),
                figures_differ,
            ),
        ]
    for name, pairs, judge in tasks:
        report(name, pairs, judge, errors=chosen.errors)


if __name__ == "__main__":
    main()
