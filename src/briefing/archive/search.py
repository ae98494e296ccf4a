"""Full-text search over the archive: articles by title and text, quotes by their words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.archive import times
from briefing.archive.database import Database
from briefing.archive.excerpts import excerpt, phrases, places
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
        return self._shown(self._best(kind, query, limit), query, kind)

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

    def _shown(self, keys: Sequence[int], query: str, kind: Kind) -> tuple[Hit, ...]:
        """The hits with these keys, in their order; without a query from the text's beginning."""
        rows = self.database.rows(_ROWS[kind], (json.dumps(keys),))
        found = {key: row for key, *row in rows}
        return tuple(self._hit(key, found[key], query, kind) for key in keys)

    def _hit(self, key: int, row: Sequence[str], query: str, kind: Kind) -> Hit:
        article, outlet, title, url, published, text, speaker = row
        wanted = phrases(query)
        inside = places(text, wanted)
        beside = places(title if kind == "articles" else speaker, wanted)
        if len({number for _, number in (*inside, *beside)}) < len(wanted):
            # Words of a script that the index takes apart in another way.
            ((marked,),) = self.database.rows(_SNIPPET[kind], (query, key))
            shown, marks = unmarked(marked)
        else:
            shown, marks = excerpt(text, inside, WORDS[kind])
        return Hit(article, outlet, title, url, times.read(published), shown, marks, speaker)


# An excerpt's length. A quote is mostly shown whole.
WORDS: dict[Kind, int] = {"articles": 32, "quotes": 64}
_ROWS: dict[Kind, str] = {
    "articles": "SELECT a.key, a.id, s.name, a.title, a.url, a.published, a.text, ''"
    " FROM article AS a JOIN source AS s ON s.key = a.source"
    " WHERE a.key IN (SELECT value FROM json_each(?))",
    "quotes": "SELECT q.key, a.id, s.name, a.title, a.url, a.published, q.text,"
    " coalesce(p.name, q.label) FROM quote AS q JOIN article AS a ON a.key = q.article"
    " JOIN source AS s ON s.key = a.source LEFT JOIN speaker AS p ON p.key = q.speaker"
    " WHERE q.key IN (SELECT value FROM json_each(?))",
}
_SNIPPET: dict[Kind, str] = {
    "articles": "SELECT snippet(article_words, 1, char(2), char(3), '…', 32) FROM article_words"
    " WHERE article_words MATCH ? AND article_words.rowid = ?",
    "quotes": "SELECT snippet(quote_words, 0, char(2), char(3), '…', 64) FROM quote_words"
    " WHERE quote_words MATCH ? AND quote_words.rowid = ?",
}


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """An excerpt without the marks, and their places in it."""
    before, *pieces = marked.split(_ON)
    excerpt, marks = before.replace(_OFF, ""), []
    for piece in pieces:
        word, _, rest = piece.partition(_OFF)
        marks.append(Span(len(excerpt), len(excerpt) + len(word)))
        excerpt += word + rest.replace(_OFF, "")
    return excerpt, tuple(marks)
