"""What the editions before a day printed and which stories they told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from briefing.archive.database import Database, Row
from briefing.model import Heard, History, Known, Printed


class Histories:
    """The part of the archive that knows what was printed before."""

    database: Database

    def history(self, before: date, days: int, reader: str = "") -> History:
        """What the editions of the `days` days before `before` printed, oldest first.

        A story of those days comes with all the days and articles that it ever had before.
        """
        period = (
            reader,
            (before - timedelta(days=days)).isoformat(),
            before.isoformat(),
        )
        return History(
            self._printed(period),
            self._known(period),
            self._heard(period),
            latest=self._latest(period),
        )

    def _latest(self, period: tuple[str, str, str]) -> date | None:
        """The day of the last edition of the period, be it without a story."""
        ((day,),) = self.database.rows(
            "SELECT max(day) FROM edition WHERE reader = ? AND day >= ? AND day < ? AND current",
            period,
        )
        return date.fromisoformat(day) if day else None

    def _printed(self, period: tuple[str, str, str]) -> tuple[Printed, ...]:
        rows = self.database.rows(
            'SELECT e.day, s.id, substr(a.text, p."start" + 1, p."end" - p."start")'
            " FROM edition AS e JOIN story AS s ON s.edition = e.key"
            " JOIN statement AS p ON p.story = s.key JOIN article AS a ON a.key = p.article"
            " WHERE e.current AND e.reader = ? AND e.day >= ? AND e.day < ?"
            " ORDER BY e.day, s.position, p.position",
            period,
        )
        return tuple(Printed(date.fromisoformat(day), story, text) for day, story, text in rows)

    def _heard(self, period: tuple[str, str, str]) -> tuple[Heard, ...]:
        rows = self.database.rows(
            "SELECT u.speaker, u.text FROM edition AS e JOIN story AS s ON s.edition = e.key"
            " JOIN utterance AS u ON u.story = s.key"
            " WHERE e.current AND e.reader = ? AND e.day >= ? AND e.day < ?"
            " ORDER BY e.day, s.position, u.position",
            period,
        )
        return tuple(Heard(*row) for row in rows)

    def _known(self, period: tuple[str, str, str]) -> tuple[Known, ...]:
        reader, _, before = period
        rows = self.database.rows(
            "SELECT s.id, e.day, s.headline, a.id FROM story AS s"
            " JOIN edition AS e ON e.key = s.edition"
            " LEFT JOIN story_article AS m ON m.story = s.key"
            " LEFT JOIN article AS a ON a.key = m.article"
            " WHERE e.current AND e.reader = ? AND e.day < ? AND s.id IN"
            " (SELECT recent.id FROM story AS recent JOIN edition ON edition.key = recent.edition"
            "  WHERE edition.current AND reader = ? AND day >= ? AND day < ?)"
            " ORDER BY s.id, e.day",
            (reader, before, *period),
        )
        return _known(rows)


def _known(rows: Iterable[Row]) -> tuple[Known, ...]:
    """Rows of (story, day, headline, article), the days in order, as one `Known` a story."""
    articles: dict[str, set[str]] = {}
    days: dict[str, dict[date, None]] = {}
    headlines: dict[str, str] = {}
    for story, day, headline, article in rows:
        articles.setdefault(story, set()).update([article] if article else [])
        days.setdefault(story, {})[date.fromisoformat(day)] = None
        headlines[story] = headline  # the latest day's comes last
    return tuple(
        Known(story, frozenset(articles[story]), tuple(days[story]), headlines[story])
        for story in days
    )
