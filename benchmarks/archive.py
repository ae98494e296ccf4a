#!/usr/bin/env python3
"""How long the archive takes, over a month of 2,000 invented articles with 20,000 quotes.

    archive.py [--articles 2000]

Prints CPU seconds of each operation, and the size of the file against that of its texts.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.archive import Archive
from briefing.edition import Edition
from briefing.model import Article, Mention, Quote, Source, Span, Speaker

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 28
WORDS = [f"{a}{b}{c}" for a in "bdgklmnprst" for b in ("a", "ei", "o", "u") for c in "bdgklmnprst"]
SPEAKERS = [Speaker(f"p{n}", f"Ada{n % 50} Brook{n}") for n in range(1500)]


def invented(number: int, of: int, chance: random.Random) -> Article:
    when = FIRST + timedelta(days=DAYS) * number / of
    outlet = f"Outlet {number % 20}"
    return Article(
        id=f"n{number}",
        source=Source(outlet, outlet),
        url=f"https://news.example/{number}",
        title=" ".join(chance.choices(WORDS, k=8)),
        text=" ".join(chance.choices(WORDS, k=600)),
        published=when,
        retrieved=when,
    )


def quotes(article: Article) -> list[Quote]:
    named = Mention(Span(0, 3), article.text[:3], role="minister")
    return [
        Quote(article, (Span(n * 200, n * 200 + 120),), None, named, "direct") for n in range(10)
    ]


def edition(day: int, articles: tuple[Article, ...]) -> Edition:
    """24 stories of the day's articles, which go on for two days; 12 are told."""
    stories = [
        {
            "id": f"s{day // 2}-{n}",
            "status": "new",
            "section": "World",
            "headline": articles[n].title,
            "sources": [{"article": a.id, "copies": []} for a in articles[n::24]],
            "statements": [
                {"place": {"article": a.id, "start": 0, "end": 50}} for a in articles[n::24]
            ],
        }
        for n in range(24)
    ]
    start, end = (FIRST + timedelta(days=d) for d in (day, day + 1))
    content: Any = {
        "day": start.date().isoformat(),
        "window": {"start": start.isoformat(), "end": end.isoformat(), "time_zone": "UTC"},
        "settings": {},
        "stories": stories[:12],
        "also": stories[12:],
    }
    return content  # type: ignore[no-any-return]


def timed(name: str, work: Callable[[], object]) -> None:
    began = time.process_time()
    work()
    print(f"{name:44}{time.process_time() - began:8.3f} s")


def record_month(archive: Archive) -> None:
    for day in range(DAYS):
        start = FIRST + timedelta(days=day)
        articles = archive.articles(start, start + timedelta(days=1))
        archive.record(edition(day, articles), [a.id for a in articles], made=start)


def measure(path: Path, number: int) -> None:
    chance = random.Random(1)
    articles = [invented(n, number, chance) for n in range(number)]
    said = [quote for article in articles for quote in quotes(article)]
    # A few are quoted often, most of them once or twice.
    people = {quote: SPEAKERS[int(1500 * chance.random() ** 3)] for quote in said}
    end = FIRST + timedelta(days=DAYS)
    with Archive.open(path) as archive:
        timed("add", lambda: archive.add(articles))
        timed("add again", lambda: archive.add(articles))
        timed("store quotes", lambda: archive.store_quotes(articles, said, people, "v1"))
        timed(f"record {DAYS} editions", lambda: record_month(archive))
        timed("history of 30 days", lambda: archive.history(end.date(), 30))
        timed("the day's articles", lambda: archive.articles(end - timedelta(days=1), end))
        timed("all quotes of one speaker", lambda: archive.quotes_of("Brook0"))
        timed("... on a topic", lambda: archive.quotes_of("Brook0", topic=WORDS[0]))
        timed("all speakers of the month", archive.speakers)
        timed("search two words", lambda: archive.search(f"{WORDS[0]} {WORDS[9]}"))
        timed("check the whole file", archive.check)
    texts = sum(len(a.text.encode()) for a in articles)
    print(f"{'file / texts':44}{path.stat().st_size / texts:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "archive.sqlite", parser.parse_args().articles)


if __name__ == "__main__":
    main()
