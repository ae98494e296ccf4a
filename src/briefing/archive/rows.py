"""Rows of the view `whole_article` as articles."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing.archive import times
from briefing.archive.database import Row
from briefing.model import Article, Source


def articles(rows: Iterable[Row]) -> tuple[Article, ...]:
    """In the order of the rows; those of one outlet share their source."""
    known: dict[Source, Source] = {}
    return tuple(article(row, known) for row in rows)


def article(row: Row, sources: dict[Source, Source]) -> Article:
    """A row of `whole_article`; `sources` makes the articles of one outlet share their source."""
    name, *source, url, title, text = row[:9]
    published, retrieved, updated, authors, section, language, dated = row[9:16]
    outlet = Source(*source)
    return Article(
        id=name,
        source=sources.setdefault(outlet, outlet),
        url=url,
        title=title,
        text=text,
        published=times.read(published),
        retrieved=times.read(retrieved),
        updated=times.read_or_none(updated),
        authors=tuple(json.loads(authors)),
        section=section,
        language=language,
        dated=bool(dated),
    )
