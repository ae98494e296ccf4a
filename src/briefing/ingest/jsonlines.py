"""JSON Lines: one article a line, an object with some of `KEYS`, of which only "text" is a must.

A row's own "id" is not kept: an article is named by its canonical URL, else by its content
(`text.ids`), so that the same article is the same whichever way it came.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any

from briefing.errors import InputError
from briefing.ingest.authors import authors
from briefing.ingest.dates import moment, published
from briefing.ingest.encodings import decoded
from briefing.ingest.fragments import plain
from briefing.ingest.furniture import is_furniture, is_prose
from briefing.ingest.languages import if_foreign
from briefing.ingest.plaintext import parted, without_boilerplate
from briefing.ingest.sources import named
from briefing.ingest.texts import tidy, visible
from briefing.model import Article, Missed, Source
from briefing.text.ids import article_id, canonical_url
from briefing.text.paragraphs import paragraphs

KEYS = tuple("text title date published updated source url section language authors author".split())
_MAX_TOLD = 20
_MAX_KEYS = 5  # of a row without a text that are told


def articles(
    body: bytes,
    *,
    name: str,
    retrieved: datetime,
    source: Source | None = None,
    zone: tzinfo = UTC,
) -> tuple[tuple[Article, ...], tuple[Missed, ...]]:
    """The articles of `body`, and what was missed: "line 7 is not JSON", of the file `name`.

    `source` stands in where a row names none; dates without a zone are in `zone`.
    """
    found: list[Article] = []
    missed: list[Missed] = []
    for place, row in _rows(decoded(body)):
        try:
            found.append(article(row, retrieved=retrieved, source=source, zone=zone))
        except InputError as error:
            missed.append(Missed(name, f"{place} {error}"))
    return _without_boilerplate(found), _told(missed, name)


def article(
    row: object, *, retrieved: datetime, source: Source | None = None, zone: tzinfo = UTC
) -> Article:
    """The article in one row. Raises InputError ("has no text: ...")."""
    if isinstance(row, Exception):
        raise InputError("is not JSON")
    if not isinstance(row, dict):
        raise InputError("is not an object")
    title, url = plain(_text(row, "title")), _text(row, "url")
    text = _body(tidy(_text(row, "text")), title)
    if not text:
        raise InputError(_textless(row))
    page = canonical_url(url)
    when, dated = published(_text(row, "date", "published"), zone, retrieved)
    outlet = _outlet(row, page, source)
    return Article(
        id=article_id(page, title, text),
        source=outlet,
        url=page,
        title=title,
        text=text,
        published=when,
        retrieved=retrieved,
        updated=moment(_text(row, "updated")),
        authors=_authors(row),
        section=_text(row, "section") or outlet.section,
        language=_text(row, "language").lower() or outlet.language or if_foreign(text),
        dated=dated,
    )


def _textless(row: dict[str, Any]) -> str:
    """That a row has no text, and under which key it is looked for where there is none."""
    if "text" in row:
        return "has no text"
    held = [visible(key)[:20] for key in row if key not in KEYS][:_MAX_KEYS]
    other = f" (it has {', '.join(held)})" if held else ""
    return f'has no text: it is looked for under the key "text"{other}'


def _body(text: str, title: str) -> str:
    """The paragraphs of `text`, without the page furniture that most collections leave in it."""
    lines = [" ".join(span.of(text).split()) for span in paragraphs(text)]
    if lines and lines[0].casefold() == title.casefold():
        lines = lines[1:] or lines
    head, body = parted(lines) if lines else ([], [])
    above = [line for line in head if is_prose(line) and not is_furniture(line)]
    return "\n\n".join([*above, *body])


def _without_boilerplate(found: list[Article]) -> tuple[Article, ...]:
    """Without the lines that a source prints below everything, in the order of `found`."""
    by_source: dict[str, list[Article]] = {}
    for article in found:
        by_source.setdefault(article.source.id, []).append(article)
    clean = {name: iter(without_boilerplate(own)) for name, own in by_source.items()}
    return tuple(next(clean[article.source.id]) for article in found)


def _rows(text: str) -> Iterator[tuple[str, Any]]:
    """(place, row or the error that it is); also of one JSON array or object over many lines."""
    if text.lstrip()[:1] == "[" or _is_one_object(text):
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield "the file", error
            return
        rows = whole if isinstance(whole, list) else [whole]
        yield from ((f"row {number}", row) for number, row in enumerate(rows, 1))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"line {number}", _parsed(line)


def _is_one_object(text: str) -> bool:
    first = text.lstrip().partition("\n")[0].strip()
    return first == "{"


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return error


def _outlet(row: dict[str, Any], url: str, source: Source | None) -> Source:
    name = _text(row, "source")
    if source is not None and (not name or name == source.name):
        return source
    return named(name, url)


def _authors(row: dict[str, Any]) -> tuple[str, ...]:
    given = row.get("authors") or row.get("author") or ()
    listed = given if isinstance(given, list) else [given]
    return authors(name for name in listed if isinstance(name, str))


def _text(row: dict[str, Any], *keys: str) -> str:
    """The first of `keys` that holds a text that is not blank."""
    values = (visible(value).strip() for key in keys if isinstance(value := row.get(key), str))
    return next(filter(None, values), "")


def _told(missed: list[Missed], name: str) -> tuple[Missed, ...]:
    """A file that is no JSON Lines at all would fill the colophon."""
    further = len(missed) - _MAX_TOLD
    if further <= 0:
        return tuple(missed)
    return (*missed[:_MAX_TOLD], Missed(name, f"{further} further lines cannot be read either"))
