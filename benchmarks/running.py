#!/usr/bin/env python3
"""Are running stories recognised, look-alikes kept apart, events told once? By readers' lists.

    running.py CORPUS ARCHIVE.sqlite

CORPUS is a file of the evaluation kit whose editions ARCHIVE holds, one for each day. The lists
(`labels/running_placed.jsonl`) were made from the articles by a reader who saw no edition: pairs of
reports of one running story on two days, pairs that look alike and are of two events, groups of
reports of one event within two days. A pair counts where both articles stand in an edition.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.archive import Archive
from briefing.edition import Edition

LABELS = Path(__file__).parent / "labels" / "running_placed.jsonl"
Shown = Mapping[str, set[tuple[str, str]]]  # by title: the days and stories that hold the article


def shown(editions: Iterable[Edition]) -> Shown:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for edition in editions:
        for story in edition["stories"] + edition["also"]:
            for row in story["sources"]:
                for entry in (row, *row["copies"]):
                    found[" ".join(entry["title"].split())].add((edition["day"], story["id"]))
    return found


def verdict(kind: str, titles: list[str], places: Shown) -> str:
    """What the editions made of one row of the lists."""
    held = [places.get(" ".join(title.split()), set()) for title in titles]
    if kind == "event":
        stories: defaultdict[str, set[str]] = defaultdict(set)
        for day, story in set[tuple[str, str]]().union(*held):
            stories[day].add(story)
        if sum(map(bool, held)) < 2:
            return "not shown"
        return "twice" if any(len(found) > 1 for found in stories.values()) else "once"
    if not all(held):
        return "not shown"
    first, second = ({story for _, story in found} for found in held)
    return "one story" if first & second else "two stories"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("archive", type=Path)
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in chosen.corpus.read_text(encoding="utf-8").splitlines()]
    titles = {row["id"]: row["title"] for row in rows}
    with Archive.open(chosen.archive, read_only=True) as archive:
        found = [archive.edition(e.day) for e in archive.editions() if not e.reader]
    places = shown(edition for edition in found if edition)
    counts: Counter[tuple[str, str, str]] = Counter()
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if Path(row["corpus"]).name == chosen.corpus.name:
            told = verdict(row["kind"], [titles[id] for id in row["articles"]], places)
            counts[row["kind"], "sure" if row["sure"] else "arguable", told] += 1
    for (kind, sure, told), count in sorted(counts.items()):
        print(f"{kind:<10} {sure:<9} {told:<12} {count:>4}")


if __name__ == "__main__":
    main()
