"""A story's course through the recorded editions, what it was part of before included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from briefing.archive import Archive, Line, StoryDay
from briefing.edition import (
    CitedData,
    EarlierDayData,
    EarlierLineData,
    Edition,
    SourceData,
    StoryData,
    moment,
)
from briefing.model import Article, Known
from briefing.standing.news import is_news


def course(
    archive: Archive, story: Known, every: Iterable[Known], reader: str = ""
) -> tuple[StoryDay, ...]:
    """The days of the story, oldest first, with those of the others (of `every`) that had a report
    of it before it did, until it had that, and those on which they had one after its last day.

    Only reports tell that two are one: a column may have been with this one and with that.
    """
    shared = {k.id: story.articles & k.articles for k in every if k.id != story.id}
    told = archive.articles_by_id(id for ids in shared.values() for id in ids)
    reports = {a.id for a in told if is_news(a)}
    tied = {id: ids & reports for id, ids in shared.items() if ids & reports}
    found = archive.stories([story.id, *tied], reader)
    last = max(story.days)
    first = dict.fromkeys(story.articles & reports, last)
    for day in reversed([day for day in found if day.id == story.id]):
        first |= dict.fromkeys(reports & set(day.articles), day.day)
    joined = {id: max(first[report] for report in ids) for id, ids in tied.items()}
    return tuple(
        day
        for day in found
        if day.id == story.id
        or day.day < joined[day.id]
        or (day.day > last and not tied[day.id].isdisjoint(day.articles))
    )


def cited(archive: Archive, days: Iterable[StoryDay]) -> dict[str, Article]:
    """The articles that the headlines and sentences of these days are from, by id."""
    every = tuple(days)
    ids = {line.article for day in every for line in day.statements}
    return {a.id: a for a in archive.articles_by_id(ids | {day.headline_of for day in every})}


def with_courses(
    archive: Archive, made: Edition, known: Iterable[Known], reader: str = ""
) -> Edition:
    """The edition; each story that ran before (was `known`) has what was printed of it then."""
    before = tuple(known)
    told, also = (
        [_with_course(archive, story, made, before, reader) for story in stories]
        for stories in (made["stories"], made["also"])
    )
    return {**made, "stories": told, "also": also}


def _with_course(
    archive: Archive, story: StoryData, made: Edition, known: Iterable[Known], reader: str
) -> StoryData:
    if story["status"] == "new":
        return story
    today = date.fromisoformat(made["day"])
    articles = {id for row in story["sources"] for id in (row["article"], *_copies(row))}
    ran = [k for k in known if k.id == story["id"]]
    whole = Known(story["id"], frozenset(articles).union(*(k.articles for k in ran)), (today,))
    days = [d for d in course(archive, whole, known, reader) if d.day < today]
    sources = cited(archive, days)
    return {**story, "so_far": [day_data(day, sources, made["language"]) for day in days]}


def _copies(row: SourceData) -> Iterator[str]:
    return (copy["article"] for copy in row["copies"])


def day_data(day: StoryDay, articles: Mapping[str, Article], language: str) -> EarlierDayData:
    """The day as an edition and `briefing story` hold it; `language` is what no article says."""
    return EarlierDayData(
        story=day.id,
        day=day.day.isoformat(),
        status=day.status,
        headline=day.headline,
        source=_cited(articles[day.headline_of], language),
        statements=[_line(line, articles[line.article], language) for line in day.statements],
    )


def _line(line: Line, article: Article, language: str) -> EarlierLineData:
    return {
        "start": line.start,
        "end": line.end,
        "text": line.text,
        **_cited(article, language),
    }


def _cited(article: Article, language: str) -> CitedData:
    return CitedData(
        article=article.id,
        outlet=article.source.name,
        url=article.url,
        published=moment(article.published),
        language=article.language or language,
    )
