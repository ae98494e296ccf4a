#!/usr/bin/env python3
"""Grouping into stories beside its peers, and its time and memory as the news grows.

    stories.py quality ROWS.jsonl [ROWS.jsonl ...]     rows with "cluster": B-cubed, pairs, number
    stories.py quality ROWS.jsonl --first 1            the same, of a text its first sentence alone
    stories.py feeds FOLDER                            a week of feeds, by labels/feeds_placed.jsonl
    stories.py scaling ROWS.jsonl [--sizes 1000 ...]   perturbed replicas, 2,000 a day

Peers run in the same process on the same articles. Their thresholds are customary ones, not tuned
on the rows: title overlap .60 (three shared words at least), title Jaccard .55, HDBSCAN on TF-IDF
with two articles as the smallest cluster, connected components and average link at cosine .35.
HDBSCAN needs scikit-learn, which the program itself does not use.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from briefing import dedup
from briefing.cluster import stories
from briefing.errors import InputError
from briefing.ingest import reading
from briefing.ingest.reading import Told
from briefing.model import Article
from briefing.text.background import background
from briefing.text.sentences import spans
from briefing.text.words import content_stems
from predict import article, read

LABELS = Path(__file__).parent / "labels"
SEED = 20
A_DAY = 2_000
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Labels = list[Hashable]

# --- ours and the peers -----------------------------------------------------------------


def ours(articles: Sequence[Article]) -> Labels:
    label = {a.id: s.id for s in stories(articles, (), background()) for a in s.articles}
    return [label[a.id] for a in articles]


def alone(articles: Sequence[Article]) -> Labels:
    return [a.id for a in articles]


def title_overlap(articles: Sequence[Article]) -> Labels:
    """Titles that share three words and .60 of the shorter one's."""
    return by_title(
        articles, lambda a, b: len(a & b) >= 3 and len(a & b) >= 0.6 * min(len(a), len(b))
    )


def title_jaccard(articles: Sequence[Article]) -> Labels:
    return by_title(articles, lambda a, b: bool(a) and len(a & b) >= 0.55 * len(a | b))


def by_title(articles: Sequence[Article], alike: Callable[[set[str], set[str]], bool]) -> Labels:
    titles = [set(content_stems(a.title)) for a in articles]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, title in enumerate(titles):
        for stem in title:
            holders[stem].append(i)
    pairs = {pair for held in holders.values() for pair in combinations(held, 2)}
    return components(len(articles), [p for p in pairs if alike(titles[p[0]], titles[p[1]])])


def components(count: int, pairs: Sequence[tuple[int, int]]) -> Labels:
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    rows, columns = zip(*pairs, strict=True) if pairs else ((), ())
    graph = sparse.csr_matrix((np.ones(len(pairs)), (rows, columns)), (count, count))
    return list(connected_components(graph, directed=False)[1].tolist())


def tf_idf(articles: Sequence[Article]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [" ".join([a.title, a.title, *a.text.split()[:300]]) for a in articles]
    return TfidfVectorizer(
        sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english", dtype=np.float32
    ).fit_transform(texts)


def hdbscan(articles: Sequence[Article]) -> Labels:
    from sklearn.cluster import HDBSCAN
    from sklearn.decomposition import TruncatedSVD

    vectors = tf_idf(articles)
    size = min(100, min(vectors.shape) - 1)
    found = HDBSCAN(min_cluster_size=2, copy=True).fit_predict(
        TruncatedSVD(size, random_state=0).fit_transform(vectors)
    )
    return [f"noise {i}" if label < 0 else int(label) for i, label in enumerate(found)]


def connected(articles: Sequence[Article]) -> Labels:
    vectors = tf_idf(articles)
    alike = (vectors @ vectors.T).tocoo()
    near = (alike.data >= 0.35) & (alike.row < alike.col)
    return components(len(articles), list(zip(alike.row[near], alike.col[near], strict=True)))


def average_link(articles: Sequence[Article]) -> Labels:
    """Dense: memory and time grow with the square of the number."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    vectors = tf_idf(articles)
    apart = 1 - np.clip((vectors @ vectors.T).toarray(), 0, 1)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), "average")
    return list(fcluster(tree, 1 - 0.18, "distance").tolist())


METHODS = (ours, alone, title_overlap, title_jaccard, hdbscan, connected, average_link)


# --- quality ----------------------------------------------------------------------------


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Labels, found: Labels) -> tuple[float, float]:
    gold_sizes, sizes = Counter(gold), Counter(found)
    both = Counter(zip(gold, found, strict=True))
    precision = sum(n * n / sizes[f] for (_, f), n in both.items()) / len(gold)
    return precision, sum(n * n / gold_sizes[g] for (g, _), n in both.items()) / len(gold)


def pairs(gold: Labels, found: Labels) -> tuple[float, float]:
    def within(labels: Labels) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(labels).values())

    right = within(list(zip(gold, found, strict=True)))
    return right / max(1, within(found)), right / max(1, within(gold))


def quality(path: Path, first: int) -> None:
    rows = list(read(path))
    gold: Labels = [row["cluster"] for row in rows]
    articles = [article(row, n) for n, row in enumerate(rows)]
    if first:
        articles = [replace(a, text=beginning(a.text, first)) for a in articles]
    compare(path.stem, articles, gold)


def beginning(text: str, count: int) -> str:
    """The first sentences of a text that are longer than a heading."""
    told = [span.of(text) for span in spans(text[:3_000])]
    return " ".join([s for s in told if len(s) > 40][:count] or told[:count])


def feeds(folder: Path) -> None:
    """Stories of the labelled articles of a folder of feeds: all, and reports alone."""
    labels = list(read(LABELS / "feeds_placed.jsonl"))
    known = {row["article"]: row for row in labels if "article" in row}
    when, found = datetime(2026, 2, 19, tzinfo=UTC), {}
    for path in sorted(folder.iterdir()):
        try:
            told, _ = reading.read(path.read_bytes(), path.name, Told(when, kept=folder.name))
        except InputError:
            continue
        found.update({a.id: a for a in told if a.id in known})
    articles = sorted(found.values(), key=lambda a: (a.published, a.id))
    compare("feeds", articles, [known[a.id]["story"] for a in articles])
    told_of = [a for a in articles if known[a.id]["report"]]
    compare("their reports alone", told_of, [known[a.id]["story"] for a in told_of])


def compare(name: str, articles: Sequence[Article], gold: Labels) -> None:
    print(f"\n{name}: {len(articles)} articles, {len(set(gold))} stories\n")
    print(
        "| method | B-cubed P / R / F1 | pairs P / R / F1 | stories | CPU-s |\n"
        "|---|---|---|---|---|"
    )
    for method in METHODS:
        began = time.process_time()
        found = method(articles)
        spent = time.process_time() - began
        b, p = b_cubed(gold, found), pairs(gold, found)
        print(
            f"| {method.__name__.replace('_', ' ')} | {shown(b)} | {shown(p)}"
            f" | {len(set(found))} | {spent:.1f} |"
        )


def shown(scores: tuple[float, float]) -> str:
    return " / ".join(f"{100 * x:.1f}" for x in (*scores, f1(*scores)))


# --- scaling ----------------------------------------------------------------------------


def replicas(articles: Sequence[Article], count: int) -> list[Article]:
    """`count` articles: each leaves out some sentences of one, and has some of another."""
    chance = random.Random(SEED)
    cut = [SENTENCE_END.split(a.text) for a in articles]
    start = datetime(2026, 1, 1, tzinfo=UTC)
    found = []
    for n in range(count):
        base, other = chance.randrange(len(articles)), chance.randrange(len(articles))
        kept = [s for s in cut[base] if chance.random() < 0.7]
        mixed = kept + [s for s in cut[other] if chance.random() < 0.2]
        words = articles[base].title.split()
        when = start + timedelta(days=n // A_DAY, seconds=40 * (n % A_DAY))
        found.append(
            replace(
                articles[base],
                id=f"r{n:06}",
                title=" ".join(w for w in words if chance.random() < 0.8),
                text=" ".join(mixed),
                published=when,
                retrieved=when,
            )
        )
    return found


TIMED: dict[str, Callable[[list[Article]], object]] = {
    "stories": ours,
    "copies": dedup.copies,
    "hdbscan": hdbscan,
    "average_link": average_link,
}


def timed(path: Path, count: int, what: str) -> None:
    """One row: what, articles, CPU-s and peak memory beyond the articles' own."""
    articles = replicas([article(row, n) for n, row in enumerate(read(path))], count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    TIMED[what](articles)
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {what} | {count:,} | {spent:.1f} | {peak:.0f} | {before:.0f} |", flush=True)


def scaling(path: Path, sizes: Sequence[int], methods: Sequence[str]) -> None:
    print(
        "| what | articles | CPU-s | peak MB | of that the articles |\n|---|---|---|---|---|",
        flush=True,
    )
    for what in methods:
        for size in sizes:
            command = [sys.executable, __file__, "timed", str(path), "--sizes", str(size)]
            subprocess.run([*command, "--methods", what], check=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("quality", "feeds", "scaling", "timed"))
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--first", type=int, default=0, help="sentences of a text, 0: all")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--methods", nargs="+", choices=list(TIMED), default=["stories", "copies"])
    chosen = parser.parse_args()
    for path in chosen.rows:
        if chosen.what == "quality":
            quality(path, chosen.first)
        elif chosen.what == "feeds":
            feeds(path)
        elif chosen.what == "scaling":
            scaling(path, chosen.sizes, chosen.methods)
        else:
            timed(path, chosen.sizes[0], chosen.methods[0])


if __name__ == "__main__":
    main()
