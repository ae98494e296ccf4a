"""Stories over the days, as the recorded editions have them."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from briefing.archive.database import Database


@dataclass(frozen=True, slots=True)
class Line:
    """A printed statement: `text` is `article.text[start:end]`."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StoryDay:
    """One story as one edition had it; `told` is False where it was listed in one line.

    `headline_of` is the id of the article whose headline it is.
    """

    id: str
    day: date
    status: str
    told: bool
    section: str
    headline: str
    headline_of: str
    articles: tuple[str, ...]
    statements: tuple[Line, ...]


class Courses:
    """The part of the archive that answers for stories. `reader` "" is everybody's edition."""

    database: Database

    def story(self, story_id: str, reader: str = "") -> tuple[StoryDay, ...]:
        """The story's course through the editions, oldest first; empty where it is not known."""
        return self.stories([story_id], reader)

    def stories(self, ids: Iterable[str], reader: str = "") -> tuple[StoryDay, ...]:
        """The days of all these stories, oldest first, those of one day by id."""
        rows = self.database.rows(
            "SELECT s.key, e.key, s.id, e.day, s.status, s.told, s.section, s.headline"
            " FROM story AS s JOIN edition AS e ON e.key = s.edition"
            " WHERE s.id IN (SELECT value FROM json_each(?)) AND e.reader = ? AND e.current"
            " ORDER BY e.day, s.id",
            (json.dumps(sorted(set(ids))), reader),
        )
        keys = [row[0] for row in rows]
        headed = self._headed({row[1] for row in rows})
        articles, lines = self._story_articles(keys), self._lines(keys)
        return tuple(
            StoryDay(
                id,
                date.fromisoformat(day),
                status,
                bool(told),
                section,
                headline,
                headed[edition, id],
                tuple(articles[key]),
                tuple(lines[key]),
            )
            for key, edition, id, day, status, told, section, headline in rows
        )

    def _headed(self, editions: Collection[int]) -> dict[tuple[int, str], str]:
        """Whose headline each story of these editions has, by edition and story."""
        rows = self.database.rows(
            "SELECT key, content FROM edition WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(editions)),),
        )
        found = {}
        for key, content in rows:
            edition = json.loads(zlib.decompress(content))
            for story in edition["stories"] + edition["also"]:
                found[key, story["id"]] = story["headline_article"]
        return found

    def _story_articles(self, stories: Collection[int]) -> defaultdict[int, list[str]]:
        rows = self.database.rows(
            "SELECT m.story, a.id FROM story_article AS m JOIN article AS a ON a.key = m.article"
            " WHERE m.story IN (SELECT value FROM json_each(?)) ORDER BY a.published, a.id",
            (json.dumps(stories),),
        )
        found = defaultdict[int, list[str]](list)
        for story, name in rows:
            found[story].append(name)
        return found

    def _lines(self, stories: Collection[int]) -> defaultdict[int, list[Line]]:
        rows = self.database.rows(
            'SELECT p.story, a.id, p."start", p."end",'
            ' substr(a.text, p."start" + 1, p."end" - p."start")'
            " FROM statement AS p JOIN article AS a ON a.key = p.article"
            " WHERE p.story IN (SELECT value FROM json_each(?)) ORDER BY p.story, p.position",
            (json.dumps(stories),),
        )
        found = defaultdict[int, list[Line]](list)
        for story, *line in rows:
            found[story].append(Line(*line))
        return found
