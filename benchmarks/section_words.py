#!/usr/bin/env python3
"""How far each word of `sections/lexicon.py` tells its section, in articles without labels.

    section_words.py ARTICLES.jsonl[.gz]

Rows: {"title", "text"}. For each word: in how many titles and leads it stands, and how much oftener
the section's other words lead in them than in all: 1.0 tells nothing. Words of the "?" lists
should come first, but the rare ones say little, and a section that most of the articles are about
(Politics, in American news) has little room above 1.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from briefing.sections import SECTIONS
from briefing.sections.lexicon import FAINT, lexicon, terms
from briefing.sections.words import LEAD_CHARACTERS
from briefing.text.words import stems


def leading(said: Counter[str], name: str, without: set[str]) -> bool:
    """Whether the section has words other than one, and no other section has more of them."""
    left = Counter({other: n - (other in without) for other, n in said.items()})
    return left[name] > 0 and left[name] == max(left.values())


def main(path: Path) -> None:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as rows:
        read = [json.loads(row) for row in rows]
    known = lexicon()
    heads = [terms(stems(f"{r['title']}\n{r['text'][:LEAD_CHARACTERS]}")) for r in read]
    said = [Counter(name for word in head & known.keys() for name in known[word]) for head in heads]
    holding: dict[str, list[Counter[str]]] = defaultdict(list)
    for head, counted in zip(heads, said, strict=True):
        for word in head & known.keys():
            holding[word].append(counted)
    for name in SECTIONS:
        share = sum(leading(counted, name, set()) for counted in said) / len(said)
        print(f"\n{name}: leads in {100 * share:.1f} %")
        lines = []
        for word in sorted(w for w in known if name in known[w] and holding[w] and share):
            led = sum(leading(counted, name, set(known[word])) for counted in holding[word])
            lift = (led + 2 * share) / (len(holding[word]) + 2) / share
            mark = "?" if known[word][name] == FAINT else " "
            lines.append((lift, f"{lift:6.1f} {mark} {word} ({len(holding[word])})"))
        print("\n".join(line for _, line in sorted(lines)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
