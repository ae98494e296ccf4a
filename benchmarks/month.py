#!/usr/bin/env python3
"""What a row of recorded editions repeats: statements, and events within one edition.

    month.py ARCHIVE.sqlite              the figures
    month.py ARCHIVE.sqlite --list       and the stories of each edition, to be read by eye

Exact: the same words, whatever their marks. Alike: cosine of (1 + log tf) * idf over content stems
above .8 to a statement of an earlier day. Suspicious: two stories of one edition whose headlines
share half of the shorter one's content stems, two at least.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from briefing.archive import Archive
from briefing.edition import Edition, StoryData
from briefing.text.background import background
from briefing.text.words import content_stems, words

ALIKE = 0.8
Vector = dict[str, float]


def vector(text: str) -> Vector:
    """The weights of a text's content stems, of length 1."""
    counts = Counter(content_stems(text))
    raw = {s: (1 + math.log(n)) * background().idf(s) for s, n in counts.items()}
    length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
    return {stem: weight / length for stem, weight in raw.items()}


def cosine(a: Vector, b: Vector) -> float:
    return sum(weight * b[stem] for stem, weight in a.items() if stem in b)


def repeats(editions: list[Edition]) -> tuple[int, list[str], list[tuple[float, str, str]]]:
    """How many statements; those printed before; those much like one printed before."""
    told: list[tuple[Vector, str]] = []
    holders: defaultdict[str, list[int]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    exact: list[str] = []
    alike: list[tuple[float, str, str]] = []
    for edition in editions:
        texts = [s["place"]["text"] for story in edition["stories"] for s in story["statements"]]
        for text in texts:
            own = vector(text)
            near = {n for stem in own for n in holders[stem]}
            best = max(((cosine(own, told[n][0]), told[n][1]) for n in sorted(near)), default=None)
            if best and best[0] > ALIKE:
                alike.append((best[0], text, best[1]))
            exact += [text] if tuple(words(text)) in seen else []
            seen.add(tuple(words(text)))
            for stem in own:
                holders[stem].append(len(told))
            told.append((own, text))
    return len(told), exact, alike


def suspicious(edition: Edition) -> Iterator[tuple[StoryData, StoryData]]:
    """Stories of one edition that may be one event."""
    for a, b in combinations(edition["stories"] + edition["also"], 2):
        first, second = set(content_stems(a["headline"])), set(content_stems(b["headline"]))
        if len(first & second) >= max(2, min(len(first), len(second)) / 2):
            yield a, b


def listed(edition: Edition) -> Iterator[str]:
    yield f"\n== {edition['day']}"
    for story in edition["stories"] + edition["also"]:
        yield f"{story['id'][:8]} {story['status']:10} {story['headline']}"
        for row in story["sources"]:
            yield f"      {row['published'][:10]} {row['outlet'][:18]:18} {row['title'][:100]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    with Archive.open(chosen.archive, read_only=True) as archive:
        found = [archive.edition(e.day) for e in archive.editions() if not e.reader]
    editions = [edition for edition in found if edition]
    count, exact, alike = repeats(editions)
    stories = [s for e in editions for s in e["stories"] + e["also"]]
    lasting = Counter(s["id"] for s in stories)
    print(f"{len(editions)} editions, {len(stories)} stories, {count} statements")
    print(f"printed twice, exactly: {len(exact)}")
    print(f"cosine > {ALIKE}: {len(alike)} ({100 * len(alike) / max(1, count):.2f} %)")
    for likeness, text, before in alike:
        print(f"   {likeness:.2f} {text}\n        {before}")
    print(f"stories over several days: {sum(n > 1 for n in lasting.values())}")
    pairs = [(e["day"], a, b) for e in editions for a, b in suspicious(e)]
    print(f"pairs of one edition with like headlines: {len(pairs)}")
    for day, a, b in pairs:
        print(f"   {day} {a['headline']} | {b['headline']}")
    if chosen.list:
        for edition in editions:
            print("\n".join(listed(edition)))


if __name__ == "__main__":
    main()
