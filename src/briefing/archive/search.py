"""Full-text search over the archive: articles by title and text, quotes by their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.archive import times
from briefing.archive.database import Database
from briefing.archive.words import match
from briefing.model import Span

Kind = Literal["articles", "quotes"]

# Marks in an excerpt; an article that holds these control characters only loses its marks.
_ON, _OFF = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand. `excerpt` is a piece of the text ("…" where it is cut),
    `marks` are the words in it; `speaker` is who says it, where a quote was looked for."""

    article: str
    outlet: str
    title: str
    url: str
    published: datetime
    excerpt: str
    marks: tuple[Span, ...]
    speaker: str = ""


class Search:
    """The part of the archive that finds words."""

    database: Database

    def search(self, words: str, kind: Kind = "articles", *, limit: int = 20) -> tuple[Hit, ...]:
        """The best matches by BM25 (a word in the title counts four times), ties by id.

        All words must be there, in any form of their Porter stem; "a phrase", begin*.
        """
        query = match(words)
        if not query:
            return ()
        find = self._articles if kind == "articles" else self._quotes
        return tuple(find(key, query) for key in self._best(kind, query, limit))

    def _best(self, kind: Kind, query: str, limit: int) -> list[int]:
        """The keys first, without excerpts: those are dear, and needed for the best alone."""
        # Rounded: the last bits of a sum of logarithms may differ between machines.
        sql = (
            "SELECT a.key FROM article_words JOIN article AS a ON a.key = article_words.rowid"
            " WHERE article_words MATCH ? AND a.current"
            " ORDER BY round(bm25(article_words, 4.0, 1.0), 6), a.id LIMIT ?"
            if kind == "articles"
            else "SELECT q.key FROM quote_words JOIN quote AS q ON q.key = quote_words.rowid"
            " JOIN article AS a ON a.key = q.article WHERE quote_words MATCH ? AND a.current"
            " ORDER BY round(bm25(quote_words), 6), a.id, q.position LIMIT ?"
        )
        return [key for (key,) in self.database.rows(sql, (query, limit))]

    def _articles(self, key: int, query: str) -> Hit:
        (row,) = self.database.rows(
            "SELECT a.id, s.name, a.title, a.url, a.published,"
            " snippet(article_words, 1, char(2), char(3), '…', 32)"
            " FROM article_words JOIN article AS a ON a.key = article_words.rowid"
            " JOIN source AS s ON s.key = a.source"
            " WHERE article_words MATCH ? AND article_words.rowid = ?",
            (query, key),
        )
        return found_hit(*row)

    def _quotes(self, key: int, query: str) -> Hit:
        (row,) = self.database.rows(
            "SELECT a.id, s.name, a.title, a.url, a.published,"
            " snippet(quote_words, 0, char(2), char(3), '…', 64), coalesce(p.name, q.label)"
            " FROM quote_words JOIN quote AS q ON q.key = quote_words.rowid"
            " JOIN article AS a ON a.key = q.article JOIN source AS s ON s.key = a.source"
            " LEFT JOIN speaker AS p ON p.key = q.speaker"
            " WHERE quote_words MATCH ? AND quote_words.rowid = ?",
            (query, key),
        )
        return found_hit(*row)


def found_hit(
    article: str, outlet: str, title: str, url: str, published: str, marked: str, speaker: str = ""
) -> Hit:
    excerpt, marks = unmarked(marked)
    return Hit(article, outlet, title, url, times.read(published), excerpt, marks, speaker)


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """An excerpt without the marks, and their places in it."""
    before, *pieces = marked.split(_ON)
    excerpt, marks = before.replace(_OFF, ""), []
    for piece in pieces:
        word, _, rest = piece.partition(_OFF)
        marks.append(Span(len(excerpt), len(excerpt) + len(word)))
        excerpt += word + rest.replace(_OFF, "")
    return excerpt, tuple(marks)
