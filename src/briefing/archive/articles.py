"""Articles in the archive: each version of each article once, and never changed again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

from briefing.archive import rows, storing, times
from briefing.archive.database import Database, Row
from briefing.archive.storing import Added
from briefing.model import Article, Source, Stored

# Articles a transaction: large enough that flushing the disk costs little, small enough that a
# break loses little of what was not yet reported.
BATCH = 100
Wording = tuple[str, bytes]


class Articles:
    """The part of the archive that holds articles."""

    database: Database

    def add(
        self, articles: Iterable[Article], committed: Callable[[Added], None] | None = None
    ) -> Added:
        """Store what is new. `committed` hears of each batch once it is safe on the disk.

        In whatever order they are given, they are stored in that of their times, and of several
        versions of one article the last of those is the current one.
        """
        total = Added()
        every = storing.in_order(articles)
        last = {(a.source.id, a.id): n for n, a in enumerate(every)}
        waiting = iter([(a, last[a.source.id, a.id] == n) for n, a in enumerate(every)])
        while batch := tuple(islice(waiting, BATCH)):
            with self.database.transaction():
                found = (storing.add(self.database, a, last=is_last) for a, is_last in batch)
                added = sum(found, Added())
            if committed:
                committed(added)
            total += added
        return total

    def article(self, article_id: str) -> Article | None:
        """The version of that id, or None where there is none."""
        found = self.database.row("SELECT * FROM whole_article WHERE id = ?", (article_id,))
        return rows.article(found, {}) if found else None

    def articles(self, start: datetime, end: datetime) -> tuple[Article, ...]:
        """The current versions published in [start, end), oldest first, then by id."""
        found = self.database.rows(
            "SELECT * FROM whole_article WHERE current AND published >= ? AND published < ?"
            " ORDER BY published, id",
            (times.written(start), times.written(end)),
        )
        return rows.articles(found)

    def articles_by_id(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """These versions, oldest first, then by id; ids that are not there are left out."""
        found = self.database.rows(
            "SELECT * FROM whole_article WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY published, id",
            (json.dumps(sorted(set(ids))),),
        )
        return rows.articles(found)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """All versions of the article that this id is one of, in the order of their storing."""
        found = self.database.rows(
            "SELECT * FROM whole_article WHERE (outlet, work) ="
            " (SELECT outlet, work FROM article WHERE id = ?) ORDER BY key",
            (article_id,),
        )
        return rows.articles(found)

    def stored(self) -> dict[str, Stored]:
        """What is known of each address."""
        rows = self.database.rows(
            "SELECT url, outlet, current, retrieved, title, digest FROM article"
            " WHERE url <> '' ORDER BY key"
        )
        return _by_address(rows)

    def count(self) -> int:
        """How many articles there are, each counted once whatever its versions."""
        (number,) = self.database.row("SELECT count(*) FROM article WHERE current") or (0,)
        return int(number)

    def sources(self) -> tuple[tuple[Source, int], ...]:
        """The outlets as they were last named, with their numbers of articles, by id."""
        rows = self.database.rows(
            "SELECT s.id, s.name, s.url, s.section, s.language, counted.number FROM source AS s"
            " JOIN (SELECT outlet, count(*) AS number, max(source) AS latest FROM article"
            " WHERE current GROUP BY outlet) AS counted ON counted.latest = s.key ORDER BY s.id"
        )
        return tuple((Source(*row[:5]), row[5]) for row in rows)


def _by_address(rows: Iterable[Row]) -> dict[str, Stored]:
    """The last version stays beside the current one: where two feeds of an outlet word one article
    differently, each finds its own words, and none is read again with every fetch."""
    retrieved: dict[str, datetime] = {}
    current: dict[str, dict[str, Wording]] = {}
    last: dict[tuple[str, str], Wording] = {}
    for url, outlet, is_current, when, title, digest in rows:
        last[url, outlet] = (title, digest)
        if is_current:
            retrieved[url] = times.read(when)
            current.setdefault(url, {})[outlet] = (title, digest)
    return {
        url: Stored(retrieved[url], {o: (words, last[url, o]) for o, words in by_outlet.items()})
        for url, by_outlet in current.items()
    }
