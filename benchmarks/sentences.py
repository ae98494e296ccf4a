#!/usr/bin/env python3
"""Boundary F1 of sentence splitters on hard invented cases, and their speed.

    sentences.py [CASES] [--speed TEXTS.jsonl] [--show]

Ours stands beside NLTK's own Punkt with our parameters and, where they are installed, nupunkt,
pysbd and sumy's tokenizer (which is NLTK's English Punkt, and needs its download). A boundary is
the end of a sentence inside a text, white space aside.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from briefing.model import Article, Source
from briefing.text.punkt import punkt
from briefing.text.sentences import sentences

CASES = Path(__file__).parents[1] / "tests/hard_sentences.txt"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
Splitter = Callable[[str], list[tuple[int, int]]]


def cases(path: Path) -> list[tuple[str, str, list[int]]]:
    """(group, text, boundaries) of each line."""
    group, found = "", []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line and not line.startswith("#"):
            pieces = line.replace("\\n", "\n").split("¦")
            ends, at = [], 0
            for piece in pieces[:-1]:
                ends.append(at + len(piece.rstrip()))
                at += len(piece)
            found.append((group, "".join(pieces), ends))
    return found


def ours(text: str) -> list[tuple[int, int]]:
    outlet = Source(id="x", name="x")
    article = Article("x", outlet, "", "", text, EPOCH, EPOCH)
    return [(s.span.start, s.span.end) for s in sentences(article)]


def placed(split: Callable[[str], list[str]]) -> Splitter:
    """A splitter that gives strings as one that gives places."""

    def spans(text: str) -> list[tuple[int, int]]:
        at, found = 0, []
        for piece in split(text):
            start = text.find(piece.strip(), at)
            if start >= 0:
                at = start + len(piece.strip())
                found.append((start, at))
        return found

    return spans


def nltk_punkt() -> Splitter:
    params = PunktParameters()
    known = punkt()
    params.abbrev_types = set(known.abbreviations)
    params.collocations = set(known.collocations)
    params.sent_starters = set(known.openers)
    return lambda text: list(PunktSentenceTokenizer(params).span_tokenize(text))


def peers() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {"ours": ours, "nltk Punkt, our parameters": nltk_punkt()}
    try:
        import nupunkt

        found["nupunkt"] = placed(nupunkt.sent_tokenize)
    except ImportError:
        pass
    try:
        import pysbd

        segmenter = pysbd.Segmenter(language="en", clean=False)
        found["pysbd"] = placed(segmenter.segment)
    except ImportError:
        pass
    try:
        from sumy.nlp.tokenizers import Tokenizer

        tokenizer = Tokenizer("english")
        tokenizer.to_sentences("It needs data.")
        found["sumy Tokenizer"] = placed(tokenizer.to_sentences)
    except (ImportError, LookupError):
        print("sumy's Tokenizer needs NLTK's download: left out")
    return found


def boundaries(split: Splitter, text: str) -> set[int]:
    return {end - (len(text[:end]) - len(text[:end].rstrip())) for _, end in split(text)[:-1]}


def score(split: Splitter, rows: list[tuple[str, str, list[int]]]) -> tuple[float, float, float]:
    """(precision, recall, F1) of the boundaries, in percent."""
    right = found = wanted = 0
    for _, text, gold in rows:
        cut = boundaries(split, text)
        right += len(cut & set(gold))
        found += len(cut)
        wanted += len(gold)
    precision, recall = right / max(1, found), right / max(1, wanted)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def speed(split: Splitter, texts: list[str]) -> float:
    """Megabytes (of UTF-8) a CPU second."""
    began = time.process_time()
    for text in texts:
        split(text)
    return sum(len(t.encode()) for t in texts) / 1e6 / (time.process_time() - began)


def show(rows: list[tuple[str, str, list[int]]]) -> None:
    for group, text, gold in rows:
        cut = boundaries(ours, text)
        if cut != set(gold):
            print(f"{group}: {[text[a:b] for a, b in ours(text)]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", type=Path, nargs="?", default=CASES)
    parser.add_argument("--speed", type=Path)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    rows = cases(chosen.cases)
    if chosen.show:
        show(rows)
    texts = []
    if chosen.speed:
        texts = [json.loads(line)["text"] for line in chosen.speed.open(encoding="utf-8")][:150]
    for name, split in peers().items():
        precision, recall, f1 = score(split, rows)
        right = sum(boundaries(split, text) == set(gold) for _, text, gold in rows)
        pace = f" {speed(split, texts):.2f} MB/s" if texts else ""
        print(
            f"{name:28} P {precision:.1f} R {recall:.1f} F1 {f1:.1f}"
            f" texts all right {right} of {len(rows)}{pace}"
        )


if __name__ == "__main__":
    main()
