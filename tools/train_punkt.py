#!/usr/bin/env python3
"""Learn where sentences end from plain news text, and write the parameters that ship.

    train_punkt.py INPUT.jsonl[.gz] [OUTPUT.json]

INPUT holds one article a line with a `text`. Punkt (Kiss and Strunk 2006, as in NLTK) learns
which words are abbreviations, which words follow one of them as a fixed pair, and which words
open sentences; beside it we count how each word is written inside sentences. What is written is
only that: no text. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer

SHIPPED = Path(__file__).parents[1] / "src/briefing/data/punkt.json"
BATCH = 500  # articles held as tokens at once: about 600 MB
SEEN = 6  # an abbreviation that is met less often is as likely a slip of the pen
GOES_ON = 0.1  # the share of its uses after which the sentence goes on
FREQUENT = 40  # a word's capitals are believed after so many times inside sentences
LOWER = 0.05  # an ordinary word has a capital inside a sentence at most so often
OPENS = 5  # ... and is met so many times at the head of a paragraph
FIXED = 0.3  # the second word of a fixed pair has a capital at least so often ("U.S. Army")
NAME = 0.5  # a sentence opener that is more often than this written with a capital is a name

# Punkt's word pattern knows straight quote marks only: without this, `“Mr` is a word of its own.
STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
INSIDE = re.compile(r"\b[a-z]+,? ([A-Za-z][a-z]+)\b")
OPENING = re.compile(r"(?m)^\W{0,2}([A-Z][a-z]*)\b")
PAIR = re.compile(r"\b([A-Za-z][A-Za-z.]*)\.(?: ([A-Za-z]+)| \d|,)")
WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*$")


def texts(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"].translate(STRAIGHT)


def trained(path: Path) -> PunktTrainer:
    """Punkt's trainer after all texts; pairs are kept for every abbreviation ("U.S. Army")."""
    trainer = PunktTrainer()
    # The penalty for a word's uses without a stop is exponential in their number: in a corpus of
    # this size fifty slips of the pen would outweigh ten thousand times "U.S.".
    trainer.IGNORE_ABBREV_PENALTY = True
    trainer.INCLUDE_ABBREV_COLLOCS = True
    trainer.MIN_COLLOC_FREQ = SEEN
    batch: list[str] = []
    for text in texts(path):
        batch.append(text)
        if len(batch) == BATCH:
            trainer.train("\n\n".join(batch), finalize=False)
            batch = []
    if batch:
        trainer.train("\n\n".join(batch), finalize=False)
    trainer.finalize_training()
    return trainer


@dataclass
class Cases:
    """How often each word is written small and with a capital inside sentences (after a word in
    lower case), and at the head of a paragraph; a pair is a word with a stop and the next word
    (empty before a figure or comma)."""

    lower: Counter[str] = field(default_factory=Counter)
    upper: Counter[str] = field(default_factory=Counter)
    opening: Counter[str] = field(default_factory=Counter)
    lower_pairs: Counter[str] = field(default_factory=Counter)
    upper_pairs: Counter[str] = field(default_factory=Counter)


def cases(path: Path) -> Cases:
    seen = Cases()
    for text in texts(path):
        for word in INSIDE.findall(text):
            (seen.lower if word.islower() else seen.upper)[word.lower()] += 1
        for first, second in PAIR.findall(text):
            pair = f"{first} {second}".lower()
            (seen.lower_pairs if second.islower() else seen.upper_pairs)[pair] += 1
        seen.opening.update(word.lower() for word in OPENING.findall(text))
    return seen


def openers(trainer: PunktTrainer, seen: Cases) -> set[str]:
    """Ordinary words, whose capital can only be a sentence's, and starters that are no names."""
    lower, upper, opening = seen.lower, seen.upper, seen.opening
    ordinary = {
        word
        for word, times in lower.items()
        if times >= FREQUENT and upper[word] <= LOWER * times and opening[word] >= OPENS
    }
    starters = {
        word
        for word in trainer.get_params().sent_starters
        if lower[word] + upper[word] >= FREQUENT
        and upper[word] <= NAME * (lower[word] + upper[word])
    }
    return {word for word in ordinary | starters if len(word) > 1 or word in "ai"}


def collocations(trainer: PunktTrainer, seen: Cases) -> set[str]:
    """Pairs in which the second word has a capital of its own, not that of a sentence."""
    pairs = (" ".join(pair) for pair in trainer.get_params().collocations)
    return {
        pair
        for pair in pairs
        if seen.upper_pairs[pair] >= max(SEEN, FIXED * seen.lower_pairs[pair])
    }


def abbreviations(trainer: PunktTrainer, seen: Cases, opening: set[str]) -> set[str]:
    """Those that are met often, and not before sentence openers only.

    A line that many pages repeat ("... in your inbox. By signing up ...") makes Punkt believe that
    its last word is never written without a stop.
    """
    counts = trainer._type_fdist  # NLTK offers no public way to the counts
    goes_on: Counter[str] = Counter()
    for pairs in (seen.lower_pairs, seen.upper_pairs):
        for pair, times in pairs.items():
            first, second = pair.split(" ")
            if pairs is seen.lower_pairs or second not in opening:
                goes_on[first] += times
    return {
        word
        for word in trainer.get_params().abbrev_types
        if WORD.match(word)
        and counts[word + "."] >= SEEN
        and goes_on[word.rsplit("-", 1)[-1]] >= GOES_ON * counts[word + "."]
    }


def learnt(trainer: PunktTrainer, seen: Cases) -> dict[str, list[str]]:
    """What decides, sorted, in lower case, abbreviations without their last stop."""
    opening = openers(trainer, seen)
    return {
        "abbreviations": sorted(abbreviations(trainer, seen, opening)),
        "collocations": sorted(collocations(trainer, seen)),
        "openers": sorted(opening),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path, nargs="?", default=SHIPPED)
    chosen = parser.parse_args()
    found = learnt(trained(chosen.source), cases(chosen.source))
    chosen.target.parent.mkdir(parents=True, exist_ok=True)
    chosen.target.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print({name: len(values) for name, values in found.items()})


if __name__ == "__main__":
    main()
