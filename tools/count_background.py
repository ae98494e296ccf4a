#!/usr/bin/env python3
"""Count in how many articles of a corpus each stem stands, for the package's background.

    count_background.py CORPUS.jsonl.gz src/briefing/data/background.txt.gz

Rows are {"title", "text"}. The target holds counts of words and not a line of text: first the
number of articles, then, falling, a line a count: the count and all stems that have it. The same
corpus gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.text.words import content_stems

# A stem of one or two articles is mostly a misspelling or a name nobody meets again; without it a
# word counts as rare anyway, and the file is half the size.
LEAST = 3
LONGEST = 30  # characters; what is longer is an address or a tag


def texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield f"{row['title']}\n{row['text']}"


def counted(articles: Iterable[str]) -> tuple[int, Counter[str]]:
    """The number of articles, and in how many of them each stem stands."""
    number, counts = 0, Counter[str]()
    for text in articles:
        number += 1
        counts.update(set(content_stems(text)))
    return number, counts


def table(number: int, counts: Counter[str]) -> str:
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count >= LEAST and len(stem) <= LONGEST:
            by_count[count].append(stem)
    lines = (f"{count} {' '.join(sorted(by_count[count]))}" for count in sorted(by_count)[::-1])
    return "\n".join((str(number), *lines)) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("target", type=Path)
    chosen = parser.parse_args()
    text = table(*counted(texts(chosen.corpus)))
    chosen.target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
