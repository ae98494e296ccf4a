"""An invented year in an archive, for the measurements of `site` and `serve`.

Words follow Zipf's law, speakers too: a few are in half of all articles' texts, most in one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.config import load
from briefing.model import Article, Mention, Quote, Source, Span, Speaker

FIRST = date(2025, 1, 1)
OUTLETS = 30
TOLD, ALSO, REPORTS, OTHER = 12, 12, 4, 16  # a day: stories, lines, reports of each, other articles
DAILY = TOLD * REPORTS + ALSO + OTHER
SYLLABLES = [a + b for a in "bdfgklmnprstvw" for b in "aeiou"]
SECTIONS = ("World", "Politics", "Business", "Science", "Sport", "Culture")


class Year:
    """Makes articles, editions and quotes; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = [self._word(n) for n in range(30_000)]
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.words))))
        self.people = [
            Speaker(f"given{n % 90}-name{n}", f"Given{n % 90} Name{n}") for n in range(4000)
        ]

    def _word(self, n: int) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=2 + n // 400 % 3))

    def text(self, sentences: int) -> str:
        made = []
        for _ in range(sentences):
            drawn = self.chance.choices(self.words, cum_weights=self.weights, k=20)
            made.append(" ".join(drawn).capitalize() + ".")
        return " ".join(made)

    def article(self, number: int, when: datetime) -> Article:
        outlet = f"Outlet {number % OUTLETS}"
        return Article(
            id=f"n{number:07}",
            source=Source(f"outlet-{number % OUTLETS}", outlet),
            url=f"https://news.example/{number}",
            title=self.text(1)[:70],
            text=self.text(18),
            published=when,
            retrieved=when,
            language="en",
        )

    def day(self, number: int) -> list[Article]:
        start = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(days=number)
        return [
            self.article(number * DAILY + i, start + timedelta(minutes=10 * i % 1440))
            for i in range(DAILY)
        ]

    def quotes(self, articles: list[Article]) -> dict[Quote, Speaker]:
        said = {}
        for article in articles:
            for i in range(4):
                speaker = self.people[int(len(self.people) * self.chance.random() ** 3)]
                named = Mention(Span(0, 4), article.text[:4], name=speaker.name)
                start = i * 300
                spans = (Span(start, start + 110),)
                said[Quote(article, spans, None, named, "direct")] = speaker
        return said


def edition(number: int, articles: list[Article], said: dict[Quote, Speaker]) -> Any:
    """Twelve stories told and twelve listed; every third goes on for three days."""
    day = FIRST + timedelta(days=number)
    by_article: dict[str, list[tuple[Quote, Speaker]]] = {}
    for quote, speaker in said.items():
        by_article.setdefault(quote.article.id, []).append((quote, speaker))
    told = [
        _story(number, n, articles[n * REPORTS : (n + 1) * REPORTS], by_article)
        for n in range(TOLD)
    ]
    rest = articles[TOLD * REPORTS :]
    also = [_story(number, TOLD + n, [rest[n]], {}) for n in range(ALSO)]
    speakers = {
        voice["speaker"]: {"id": voice["speaker"], "name": voice["label"], "role": "",
                           "quotes": 1, "stories": [story["id"]]}
        for story in told for voice in story["voices"]
    }  # fmt: skip
    return {
        "schema": 1,
        "made_by": "briefing 0",
        "day": day.isoformat(),
        "title": "The Invented Year",
        "language": "en",
        "window": {
            "start": f"{day}T00:00:00Z",
            "end": f"{day + timedelta(days=1)}T00:00:00Z",
            "time_zone": "UTC",
        },
        "articles": len(articles),
        "origins": len(articles),
        "outlets": OUTLETS,
        "minutes": 10,
        "stories": told,
        "also": also,
        "speakers": list(speakers.values()),
        "missed": [],
        "settings": {},
        "settings_digest": "0" * 12,
    }


def _story(day: int, n: int, articles: list[Article], said: dict[str, Any]) -> dict[str, Any]:
    first = day - day % 3 if n % 3 == 0 else day
    sources = [
        {
            "number": i, "article": a.id, "outlet": a.source.name, "title": a.title, "url": a.url,
            "published": f"{a.published:%Y-%m-%dT%H:%M:%SZ}", "dated": True, "copies": [],
        }
        for i, a in enumerate(articles, 1)
    ]  # fmt: skip
    return {
        "id": f"{first:05}{n:02}",
        "number": n + 1,
        "status": "new" if first == day else "continuing",
        "since": (FIRST + timedelta(days=first)).isoformat(),
        "section": SECTIONS[n % len(SECTIONS)],
        "headline": articles[0].title,
        "headline_article": articles[0].id,
        "articles": len(articles),
        "origins": len(articles),
        "outlets": len(articles),
        "first": f"{articles[0].published:%Y-%m-%dT%H:%M:%SZ}",
        "latest": f"{articles[-1].published:%Y-%m-%dT%H:%M:%SZ}",
        "statements": [
            {
                "id": f"s-{day}-{n}-{i}", "place": _place(a, 0, a.text.index(".") + 1, i + 1),
                "language": "en", "support": [], "origins": 1,
            }
            for i, a in enumerate(articles)
        ],
        "differences": [],
        "voices": [
            {
                "speaker": speaker.id, "label": speaker.name, "role": "",
                "quotes": [{
                    "id": f"q-{day}-{n}-{i}", "kind": "direct", "also": [],
                    "contents": [_place(a, *_span(quote), i + 1)],
                }],
            }
            for i, a in enumerate(articles)
            for quote, speaker in said.get(a.id, [])[:1]
        ],
        "timeline": [],
        "sources": sources,
        "hours": [len(articles)] + [0] * 23,
        "weight": {},
    }  # fmt: skip


def _span(quote: Quote) -> tuple[int, int]:
    return quote.contents[0].start, quote.contents[0].end


def _place(article: Article, start: int, end: int, source: int) -> dict[str, Any]:
    text = article.text[start:end]
    return {"article": article.id, "start": start, "end": end, "text": text, "source": source}


def shell(folder: Path) -> Shell:
    return Shell(load(None, {}, data_dir=folder), datetime(2026, 6, 1, tzinfo=UTC))


def fill(archive: Archive, year: Year, days: range) -> Iterator[int]:
    """Add those days, one after the other."""
    for number in days:
        articles = year.day(number)
        archive.add(articles)
        said = year.quotes(articles)
        archive.store_quotes(articles, list(said), said, "invented")
        made = datetime(2026, 1, 1, tzinfo=UTC)
        archive.record(edition(number, articles, said), [a.id for a in articles], made=made)
        yield number
