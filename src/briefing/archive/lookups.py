"""What the pages of the archive ask: a speaker's quotes by id, and searches with filters."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from briefing.archive import times
from briefing.archive.database import Row
from briefing.archive.quotations import Quotations, stretches
from briefing.archive.search import Hit, Kind, Search, unmarked
from briefing.archive.words import match
from briefing.model import QuoteKind, Span

# To rank is to read every match. Of a word that half the archive holds, the last so many that were
# stored are ranked: the rest would cost ten times as long and come after them anyway.
MOST_RANKED = 1_000


@dataclass(frozen=True, slots=True)
class Filter:
    """Which hits count: in [since, until), of this outlet, this section, and this speaker (a full
    name or some of its words)."""

    since: datetime | None = None
    until: datetime | None = None
    outlet: str = ""
    section: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A quote of a known speaker; `parts` are its places and words in the article's text."""

    article: str
    outlet: str
    title: str
    url: str
    published: datetime
    language: str
    role: str
    kind: QuoteKind
    parts: tuple[tuple[Span, str], ...]


class Lookups(Search, Quotations):
    """The part of the archive that answers a reader of its pages."""

    def sayings(self, keys: Iterable[int]) -> tuple[Saying, ...]:
        """The quotes with these keys of `quoted_in`, in the order of time and place."""
        rows = self.database.rows(
            "SELECT a.id, s.name, a.title, a.url, a.published, a.language, q.role, q.kind,"
            " q.contents, q.text FROM quote AS q"
            " JOIN article AS a ON a.key = q.article JOIN source AS s ON s.key = a.source"
            " WHERE q.key IN (SELECT value FROM json_each(?))"
            " ORDER BY a.published, a.id, q.position",
            (json.dumps(list(keys)),),
        )
        return tuple(_saying(row) for row in rows)

    def quoted_in(self, until: datetime) -> list[tuple[str, str, str, int, int]]:
        """Every quote of a known speaker in an article before `until`: the speaker's id, the time
        of the article ("2026-01-15T06:30:00Z") and its id, where the quote begins, and its key."""
        return self.database.rows(
            "SELECT p.id, substr(a.published, 1, 19) || 'Z', a.id,"
            " json_extract(q.contents, '$[0][0]'), q.key"
            " FROM quote AS q JOIN speaker AS p ON p.key = q.speaker"
            " JOIN article AS a ON a.key = q.article WHERE a.current AND a.published < ?"
            " ORDER BY q.key",
            (times.written(until),),
        )

    def changes(self) -> int:
        """A number that is another one after another connection has written."""
        (version,) = self.database.row("PRAGMA data_version") or (0,)
        return int(version)

    def sections(self) -> tuple[str, ...]:
        """The sections of the current editions' stories, by name."""
        rows = self.database.rows(
            "SELECT DISTINCT s.section FROM story AS s JOIN edition AS e ON e.key = s.edition"
            " WHERE e.current AND s.section <> '' ORDER BY 1"
        )
        return tuple(name for (name,) in rows)

    def find(
        self, words: str, kind: Kind, only: Filter, *, limit: int, offset: int = 0
    ) -> tuple[Hit, ...]:
        """As `search`, among what `only` lets through; without words the latest first."""
        query = match(words)
        if words.strip() and not query:
            return ()
        keys = self._found(query, kind, only, limit, offset)
        return self._shown(keys, query, kind)

    def places(self, article: str, words: str) -> tuple[Span, ...]:
        """Where the words of a search stand in the article's text."""
        query = match(words)
        if not query:
            return ()
        rows = self.database.rows(
            "SELECT highlight(article_words, 1, char(2), char(3)) FROM article_words"
            " WHERE article_words MATCH ?"
            " AND article_words.rowid = (SELECT key FROM article WHERE id = ?)",
            (f"text : ({query})", article),
        )
        return unmarked(rows[0][0])[1] if rows else ()

    def _found(self, query: str, kind: Kind, only: Filter, limit: int, offset: int) -> list[int]:
        speakers = self._speakers(only.speaker) if only.speaker else []
        clauses, values = _clauses(only, kind, json.dumps(speakers))
        if not query:
            sql = _LATEST[kind].format(" AND ".join(clauses))
            return [k for (k,) in self.database.rows(sql, (*values, limit, offset))]
        if only == Filter():
            return self._ranked(query, kind, offset + limit)[offset:]
        sql = _BEST[kind].format(" AND ".join(clauses))
        return [k for (k,) in self.database.rows(sql, (query, *values, MOST_RANKED, limit, offset))]

    def _ranked(self, query: str, kind: Kind, most: int) -> list[int]:
        """The best of all, at most so many: only what may be among them is looked up."""
        scored = sorted(
            self.database.rows(_SCORED[kind], (query, MOST_RANKED)), key=lambda row: row[1]
        )
        found: list[int] = []
        while scored and len(found) < most:
            last = scored[min(most - len(found), len(scored)) - 1][1]
            equal = next((i for i, row in enumerate(scored) if row[1] > last), len(scored))
            scores: dict[int, float] = dict(scored[:equal])
            scored = scored[equal:]
            rows = self.database.rows(_CURRENT[kind], (json.dumps(list(scores)),))
            found += [key for _, *_, key in sorted((scores[row[-1]], *row) for row in rows)]
        return found[:most]


# The word index is read from its end, which CROSS JOIN keeps SQLite from turning around: it can
# stop as soon as it has enough.
_BEST: dict[Kind, str] = {
    "articles": "SELECT key FROM (SELECT a.key AS key, a.id AS id,"
    " round(bm25(article_words, 4.0, 1.0), 6) AS score FROM article_words"
    " CROSS JOIN article AS a ON a.key = article_words.rowid JOIN source AS s ON s.key = a.source"
    " WHERE article_words MATCH ? AND {} ORDER BY article_words.rowid DESC LIMIT ?)"
    " ORDER BY score, id LIMIT ? OFFSET ?",
    "quotes": "SELECT key FROM (SELECT q.key AS key, a.id AS id, q.position AS position,"
    " round(bm25(quote_words), 6) AS score FROM quote_words"
    " CROSS JOIN quote AS q ON q.key = quote_words.rowid JOIN article AS a ON a.key = q.article"
    " JOIN source AS s ON s.key = a.source"
    " WHERE quote_words MATCH ? AND {} ORDER BY quote_words.rowid DESC LIMIT ?)"
    " ORDER BY score, id, position LIMIT ? OFFSET ?",
}
_LATEST: dict[Kind, str] = {
    "articles": "SELECT a.key FROM article AS a JOIN source AS s ON s.key = a.source WHERE {}"
    " ORDER BY a.published DESC, a.id LIMIT ? OFFSET ?",
    "quotes": "SELECT q.key FROM article AS a JOIN quote AS q ON q.article = a.key"
    " JOIN source AS s ON s.key = a.source WHERE {}"
    " ORDER BY a.published DESC, a.id, q.position LIMIT ? OFFSET ?",
}
# Without a filter: scores alone, then what settles their order.
_SCORED: dict[Kind, str] = {
    "articles": "SELECT rowid, round(bm25(article_words, 4.0, 1.0), 6) AS score"
    " FROM article_words WHERE article_words MATCH ? ORDER BY rowid DESC LIMIT ?",
    "quotes": "SELECT rowid, round(bm25(quote_words), 6) AS score"
    " FROM quote_words WHERE quote_words MATCH ? ORDER BY rowid DESC LIMIT ?",
}
_CURRENT: dict[Kind, str] = {
    "articles": "SELECT id, key FROM article WHERE current"
    " AND key IN (SELECT value FROM json_each(?))",
    "quotes": "SELECT a.id, q.position, q.key FROM quote AS q"
    " JOIN article AS a ON a.key = q.article WHERE a.current"
    " AND q.key IN (SELECT value FROM json_each(?))",
}


def _clauses(only: Filter, kind: Kind, speakers: str) -> tuple[list[str], list[str]]:
    """The conditions of a filter and their values, in one order."""
    clauses, values = ["a.current"], []
    for condition, value in (
        ("a.published >= ?", only.since and times.written(only.since)),
        ("a.published < ?", only.until and times.written(only.until)),
        ("s.name = ?", only.outlet),
        (_IN_SECTION, only.section),
        (_BY_SPEAKER[kind], only.speaker and speakers),
    ):
        if value:
            clauses.append(condition)
            values.append(value)
    return clauses, values


# A section is that of the story that an edition put the article in.
_IN_SECTION = (
    "a.key IN (SELECT m.article FROM story AS t JOIN edition AS e ON e.key = t.edition"
    " JOIN story_article AS m ON m.story = t.key WHERE e.current AND t.section = ?)"
)
_BY_SPEAKER: dict[Kind, str] = {
    "articles": "a.key IN (SELECT article FROM quote"
    " WHERE speaker IN (SELECT value FROM json_each(?)))",
    "quotes": "q.speaker IN (SELECT value FROM json_each(?))",
}


def _saying(row: Row) -> Saying:
    article, outlet, title, url, published, language, role, kind, contents, text = row
    spans = [Span(start, end) for start, end in json.loads(contents)]
    parts = tuple(zip(spans, stretches(text, spans), strict=True))
    return Saying(article, outlet, title, url, times.read(published), language, role, kind, parts)
