"""Editions in the archive: what was printed on which day, from which articles, and how."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from briefing.archive import times
from briefing.archive.database import Database, Row
from briefing.edition import Edition, StoryData
from briefing.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Recorded:
    """An edition in the archive, without its content."""

    day: date
    reader: str
    revision: int
    current: bool
    made: datetime
    start: datetime
    end: datetime
    time_zone: str
    settings: Mapping[str, object]
    versions: Mapping[str, str]
    articles: int
    stories: int


class Editions:
    """The part of the archive that holds editions. `reader` "" is the edition of everybody."""

    database: Database

    def record(
        self,
        edition: Edition,
        articles: Iterable[str],
        *,
        made: datetime,
        versions: Mapping[str, str] | None = None,
        reader: str = "",
    ) -> int:
        """Keep an edition; the number of its revision.

        `articles` are the ids of all articles that it was made from. An earlier edition of that
        day is kept as an older revision; the same content again is not kept twice.
        """
        content = _content(edition)
        with self.database.transaction():
            last = self.database.row(
                "SELECT key, revision, current, content FROM edition"
                " WHERE day = ? AND reader = ? ORDER BY revision DESC",
                (edition["day"], reader),
            )
            if last and last[2] and zlib.decompress(last[3]) == content:
                return int(last[1])
            revision = last[1] + 1 if last else 1
            self.database.rows(
                "UPDATE edition SET current = 0 WHERE day = ? AND reader = ?",
                (edition["day"], reader),
            )
            key = self._insert(edition, content, revision, made, versions or {}, reader)
            self._insert_articles(key, articles)
            for position, (story, told) in enumerate(_stories(edition)):
                self._insert_story(key, position, story, told)
        return int(revision)

    def edition(self, day: date, reader: str = "", revision: int | None = None) -> Edition | None:
        """The day's edition as it was recorded, or one of its revisions."""
        found = self.database.row(
            "SELECT content FROM edition WHERE day = ? AND reader = ?"
            " AND iif(? IS NULL, current, revision = ?)",
            (day.isoformat(), reader, revision, revision),
        )
        return cast("Edition", json.loads(zlib.decompress(found[0]))) if found else None

    def editions(self, *, revisions: bool = False) -> tuple[Recorded, ...]:
        """All current editions by day and reader; with `revisions` those set aside as well."""
        rows = self.database.rows(
            'SELECT day, reader, revision, current, made, "start", "end", time_zone, settings,'
            " versions, (SELECT count(*) FROM edition_article WHERE edition = edition.key),"
            " (SELECT count(*) FROM story WHERE edition = edition.key) FROM edition"
            " WHERE current OR ? ORDER BY day, reader, revision",
            (revisions,),
        )
        return tuple(_recorded(row) for row in rows)

    def edition_articles(self, day: date, reader: str = "") -> tuple[str, ...]:
        """The ids of the articles that the day's edition was made from, sorted."""
        rows = self.database.rows(
            "SELECT a.id FROM edition AS e JOIN edition_article AS m ON m.edition = e.key"
            " JOIN article AS a ON a.key = m.article"
            " WHERE e.day = ? AND e.reader = ? AND e.current ORDER BY a.id",
            (day.isoformat(), reader),
        )
        return tuple(name for (name,) in rows)

    def _insert(
        self,
        edition: Edition,
        content: bytes,
        revision: int,
        made: datetime,
        versions: Mapping[str, str],
        reader: str,
    ) -> int:
        window = edition["window"]
        start, end = (
            times.written(datetime.fromisoformat(window[edge])) for edge in ("start", "end")
        )
        return self.database.insert(
            "INSERT INTO edition (day, reader, revision, current, made, start, end, time_zone,"
            " settings, versions, content) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
            (
                edition["day"],
                reader,
                revision,
                times.written(made),
                start,
                end,
                window["time_zone"],
                json.dumps(edition["settings"]),
                json.dumps(dict(versions), sort_keys=True),
                zlib.compress(content, 6),
            ),
        )

    def _insert_articles(self, edition: int, ids: Iterable[str]) -> None:
        keys = self._keys(ids)
        self.database.many(
            "INSERT INTO edition_article (edition, article) VALUES (?, ?)",
            [(edition, key) for key in sorted(keys.values())],
        )

    def _insert_story(
        self,
        edition: int,
        position: int,
        story: StoryData,
        told: bool,
    ) -> None:
        key = self.database.insert(
            "INSERT INTO story (edition, id, position, status, told, section, headline)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                edition,
                story["id"],
                position,
                story["status"],
                told,
                story["section"],
                story["headline"],
            ),
        )
        ids = [row["article"] for row in story["sources"]]
        ids += [copy["article"] for row in story["sources"] for copy in row["copies"]]
        self.database.many(
            "INSERT INTO story_article (story, article) VALUES (?, ?)",
            [(key, article) for article in sorted(self._keys(ids).values())],
        )
        if told:
            self._insert_statements(key, story)
            self._insert_utterances(key, story)

    def _insert_statements(self, story: int, told: StoryData) -> None:
        places = [statement["place"] for statement in told["statements"]]
        keys = self._keys(place["article"] for place in places)
        self.database.many(
            'INSERT INTO statement (story, position, article, "start", "end")'
            " VALUES (?, ?, ?, ?, ?)",
            [
                (story, position, keys[place["article"]], place["start"], place["end"])
                for position, place in enumerate(places)
            ],
        )

    def _insert_utterances(self, story: int, told: StoryData) -> None:
        said = [
            (voice["label"], " ".join(part["text"] for part in quote["contents"]))
            for voice in told["voices"]
            for quote in voice["quotes"]
        ]
        self.database.many(
            "INSERT INTO utterance (story, position, speaker, text) VALUES (?, ?, ?, ?)",
            [(story, position, *row) for position, row in enumerate(said)],
        )

    def _keys(self, ids: Iterable[str]) -> dict[str, int]:
        """The key of each article; one that is not in the archive cannot be cited."""
        wanted = sorted(set(ids))
        rows = self.database.rows(
            "SELECT id, key FROM article WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
        found: dict[str, int] = dict(rows)
        missing = [name for name in wanted if name not in found]
        if missing:
            raise ArchiveError(
                f"the edition cites article {missing[0]}, which is not in the archive "
                f"{self.database.path}: add it first"
            )
        return found


def _content(edition: Edition) -> bytes:
    return json.dumps(edition, separators=(",", ":")).encode()


def _stories(edition: Edition) -> list[tuple[StoryData, bool]]:
    told = [(story, True) for story in edition["stories"]]
    return told + [(story, False) for story in edition["also"]]


def _recorded(row: Row) -> Recorded:
    day, reader, revision, current, made, start, end, time_zone, settings, versions, *counts = row
    articles, stories = counts
    return Recorded(
        date.fromisoformat(day),
        reader,
        revision,
        bool(current),
        times.read(made),
        times.read(start),
        times.read(end),
        time_zone,
        json.loads(settings),
        json.loads(versions),
        articles,
        stories,
    )
