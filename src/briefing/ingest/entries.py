"""Entries of a feed to articles: from what the feed holds, or from the page that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from briefing.ingest.dates import believed
from briefing.ingest.feeds import Entry
from briefing.ingest.fragments import begun, paragraphs
from briefing.ingest.furniture import is_furniture
from briefing.ingest.languages import if_foreign
from briefing.ingest.texts import tidy
from briefing.model import Article, Source
from briefing.text.ids import article_id, canonical_url


def distinct(listed: Iterable[Entry]) -> tuple[Entry, ...]:
    """The first entry of each page: some feeds list one twice, or its parts ("#post-7")."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in listed:
        page = canonical_url(entry.url)
        found.setdefault((page,) if page else (entry.id, entry.title), entry)
    return tuple(found.values())


def text(entry: Entry) -> str:
    """The longer of the entry's content and summary, in paragraphs; empty where it has neither.

    Where neither has a whole sentence, and a title tells what it is about, the begun one: other
    reports of the event are known by it, though none of it is ever shown.
    """
    parts = (entry.content_html, entry.summary_html)
    whole = tidy(max(map(_body, parts), key=len))
    return whole or (tidy(max(map(begun, parts), key=len)) if entry.title else "")


def _body(fragment: str) -> str:
    lines = paragraphs(fragment)
    prose = [line for line in lines if not is_furniture(line)]
    return "\n\n".join(prose or lines)


def article(entry: Entry, source: Source, retrieved: datetime) -> Article | None:
    """The article as far as the feed holds it; None where it holds no text."""
    body = text(entry)
    if not body:
        return None
    page = canonical_url(entry.url)
    when, dated = believed(entry.published or entry.updated, retrieved)
    return Article(
        id=article_id(page, entry.title, body),
        source=source,
        url=page,
        title=entry.title,
        text=body,
        published=when,
        retrieved=retrieved,
        updated=_updated(entry, when, retrieved),
        authors=entry.authors,
        section=source.section or _section(entry),
        language=source.language or entry.language.partition("-")[0] or if_foreign(body),
        dated=dated,
    )


def completed(page: Article, entry: Entry) -> Article:
    """An article read from its page, with what the feed knows better: its own title and date."""
    when, dated = believed(entry.published or entry.updated, page.retrieved)
    return replace(
        page,
        title=entry.title or page.title,
        published=when if dated else page.published,
        dated=dated or page.dated,
        updated=_updated(entry, when, page.retrieved) or page.updated,
        authors=page.authors or entry.authors,
        section=page.source.section or page.section or _section(entry),
        language=page.language or entry.language.partition("-")[0],
    )


def _updated(entry: Entry, published: datetime, retrieved: datetime) -> datetime | None:
    when, dated = believed(entry.updated, retrieved)
    return when if dated and when > published else None


def _section(entry: Entry) -> str:
    """The first category, where it is as short as the name of a section."""
    first = entry.categories[0] if entry.categories else ""
    return first if len(first.split()) <= 3 and len(first) <= 40 else ""
