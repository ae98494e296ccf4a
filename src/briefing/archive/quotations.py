"""Who said what, over the days: an index of the quotes of the archived articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.archive import times
from briefing.archive.database import Database, Row
from briefing.archive.words import folded, match
from briefing.errors import ArchiveError
from briefing.model import Article, Quote, QuoteKind, Span, Speaker
from briefing.quotes.who.kinds import Kind, kind

_EVER = (datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its place: `text` is the contents, each `article.text[start:end]`, joined.

    `speaker` is the name across articles, "" where the article names nobody; `label` is what the
    article calls the speaker.
    """

    article: str
    outlet: str
    title: str
    url: str
    published: datetime
    speaker: str
    label: str
    role: str
    kind: QuoteKind
    cue: str
    contents: tuple[Span, ...]
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Each of the contents as printed."""
        return stretches(self.text, self.contents)


def stretches(text: str, contents: Iterable[Span]) -> tuple[str, ...]:
    """What each of `contents` holds, of their `text`: they are joined by a space in it."""
    parts, at = [], 0
    for span in contents:
        parts.append(text[at : at + span.end - span.start])
        at += span.end - span.start + 1
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Quoted:
    """How often a speaker was quoted in a period; `quotes` counts different wordings.

    `kind` is "person" or "organisation"; groups ("residents") are not counted as speakers.
    """

    id: str
    name: str
    role: str
    quotes: int
    articles: int
    outlets: int
    stories: int
    kind: Kind = "person"


class Quotations:
    """The part of the archive that holds quotes."""

    database: Database

    def without_quotes(self, extractor: str) -> tuple[str, ...]:
        """The ids of the current articles that this version of the extractor has not read."""
        rows = self.database.rows(
            "SELECT a.id FROM article AS a LEFT JOIN extraction AS x ON x.article = a.key"
            " WHERE a.current AND x.extractor IS NOT ? ORDER BY a.published, a.id",
            (extractor,),
        )
        return tuple(name for (name,) in rows)

    def store_quotes(
        self,
        articles: Iterable[Article],
        quotes: Iterable[Quote],
        people: Mapping[Quote, Speaker],
        extractor: str,
    ) -> None:
        """These are all the quotes that `extractor` (name and version) finds in `articles`,
        which are in the archive; what was found in them before is replaced."""
        found: dict[str, list[Quote]] = {}
        for quote in quotes:
            found.setdefault(quote.article.id, []).append(quote)
        with self.database.transaction():
            by_id = {speaker.id: speaker for speaker in people.values()}
            speakers = {name: self._speaker_key(by_id[name]) for name in sorted(by_id)}
            for article in articles:
                key = self._article_key(article, extractor)
                for position, quote in enumerate(found.get(article.id, ())):
                    speaker = people.get(quote)
                    self._insert_quote(
                        key, position, quote, speakers[speaker.id] if speaker else None
                    )

    def quotes_of(
        self,
        name: str,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        topic: str = "",
    ) -> tuple[Said, ...]:
        """All that speakers of this name (a full name or some of its words) are quoted with in
        [since, until), oldest first; with `topic` only where quote or title hold its words."""
        speakers = self._speakers(name)
        topics = match(topic)
        if not speakers or (topic.strip() and not topics):
            return ()
        rows = self.database.rows(
            "SELECT a.id, s.name, a.title, a.url, a.published, p.name, q.label, q.role, q.kind,"
            " q.cue, q.contents, q.text FROM quote AS q"
            " JOIN speaker AS p ON p.key = q.speaker JOIN article AS a ON a.key = q.article"
            " JOIN source AS s ON s.key = a.source"
            " WHERE q.speaker IN (SELECT value FROM json_each(?)) AND a.current"
            " AND a.published >= ? AND a.published < ? AND (? = ''"
            " OR q.key IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)"
            " OR a.key IN (SELECT rowid FROM article_words WHERE article_words MATCH ?))"
            " ORDER BY a.published, a.id, q.position",
            # An empty MATCH is an error even where it is not looked at.
            (
                json.dumps(speakers),
                *_period(since, until),
                topics,
                topics or '"x"',
                f"title : ({topics or 'x'})",
            ),
        )
        return tuple(_said(row) for row in rows)

    def speakers(
        self, *, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Quoted, ...]:
        """Everybody quoted by name in [since, until), by number of stories, articles, quotes."""
        rows = self.database.rows(
            "SELECT p.id, p.name, count(DISTINCT q.text), count(DISTINCT a.key),"
            " count(DISTINCT a.outlet), count(DISTINCT s.id),"
            # The latest role that was printed: what stands behind the 32 characters of the time.
            " coalesce(substr(max(iif(q.role = '', NULL, a.published || q.role)), 33), '')"
            " FROM article AS a JOIN quote AS q ON q.article = a.key"
            " JOIN speaker AS p ON p.key = q.speaker"
            " LEFT JOIN story_article AS m ON m.article = a.key"
            " LEFT JOIN story AS s ON s.key = m.story"
            " AND s.edition IN (SELECT key FROM edition WHERE current)"
            " WHERE a.current AND a.published >= ? AND a.published < ? GROUP BY p.key"
            " ORDER BY 6 DESC, 4 DESC, 3 DESC, p.name, p.id",
            _period(since, until),
        )
        found = (
            Quoted(id, name, role, quotes, articles, outlets, stories, kind(name, role))
            for id, name, quotes, articles, outlets, stories, role in rows
        )
        return tuple(quoted for quoted in found if quoted.kind != "group")

    def _article_key(self, article: Article, extractor: str) -> int:
        """The key of an article, which has no quotes now and is marked as read."""
        found = self.database.row("SELECT key FROM article WHERE id = ?", (article.id,))
        if found is None:
            raise ArchiveError(
                f"the quotes of article {article.id} cannot be kept: it is not in the archive "
                f"{self.database.path}, add it first"
            )
        self.database.rows("DELETE FROM quote WHERE article = ?", found)
        self.database.rows(
            "INSERT OR REPLACE INTO extraction (article, extractor) VALUES (?, ?)",
            (*found, extractor),
        )
        return int(found[0])

    def _insert_quote(self, article: int, position: int, quote: Quote, speaker: int | None) -> None:
        self.database.insert(
            "INSERT INTO quote (article, position, speaker, label, role, kind, cue, contents, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                position,
                speaker,
                quote.speaker.text if quote.speaker else "",
                quote.speaker.role if quote.speaker else "",
                quote.kind,
                quote.cue.of(quote.article.text) if quote.cue else "",
                json.dumps([[span.start, span.end] for span in quote.contents]),
                quote.text,
            ),
        )

    def _speaker_key(self, speaker: Speaker) -> int:
        found = self.database.row("SELECT key FROM speaker WHERE id = ?", (speaker.id,))
        key = (
            int(found[0])
            if found
            else self.database.insert(
                "INSERT INTO speaker (id, name) VALUES (?, ?)", (speaker.id, speaker.name)
            )
        )
        names = sorted({folded(name) for name in (speaker.name, *speaker.names)})
        self.database.many(
            "INSERT OR IGNORE INTO speaker_name (speaker, folded) VALUES (?, ?)",
            [(key, name) for name in names],
        )
        return key

    def _speakers(self, name: str) -> list[int]:
        """The keys of the speakers one of whose names holds all words of `name`."""
        wanted = set(folded(name).split())
        if not wanted:
            return []
        rows = self.database.rows("SELECT speaker, folded FROM speaker_name")
        return sorted({key for key, words in rows if wanted <= set(words.split())})


def _period(since: datetime | None, until: datetime | None) -> tuple[str, str]:
    return times.written(since or _EVER[0]), times.written(until or _EVER[1])


def _said(row: Row) -> Said:
    article, outlet, title, url, published, speaker, label, role, kind, cue, contents, text = row
    return Said(
        article,
        outlet,
        title,
        url,
        times.read(published),
        speaker,
        label,
        role,
        kind,
        cue,
        tuple(Span(start, end) for start, end in json.loads(contents)),
        text,
    )
