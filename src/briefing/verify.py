"""Is every shown piece where it says it is? What `briefing verify` answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.edition import CitedData, CopyData, Edition, Place, SourceData, moment
from briefing.model import Article

Lookup = Callable[[str], Article | None]

NOT_THERE = "the article is not in the archive"
NOT_IN_FILES = "the article is in none of the files"


@dataclass(frozen=True, slots=True)
class Failure:
    """Shown words that their article does not hold: `where` names the place that they claim."""

    article: str
    where: str
    text: str
    reason: str


def failures(
    places: Iterable[Place], article: Lookup, missing: str = NOT_THERE
) -> tuple[Failure, ...]:
    """Each place whose words are not, character for character, those of the stored article.

    `missing` says that an article was not found.
    """
    found = ((place, reason(place, article(place["article"]), missing)) for place in places)
    return tuple(
        Failure(p["article"], f"characters {p['start']} to {p['end']}", p["text"], why)
        for p, why in found
        if why
    )


def reason(place: Place, article: Article | None, missing: str = NOT_THERE) -> str:
    """Why `place` does not hold, "" where it does."""
    if article is None:
        return missing
    start, end = place["start"], place["end"]
    if not 0 <= start < end <= len(article.text):
        return f"the article has no characters {start} to {end}"
    if article.text[start:end] != place["text"]:
        return "the article has other words at that place"
    return ""


def title_failures(
    edition: Edition, article: Lookup, missing: str = NOT_THERE
) -> tuple[Failure, ...]:
    """Each headline that its article does not hold, each source under another title."""
    found = (
        (id, title, title_reason(title, article(id), missing, heads=heads))
        for id, title, heads in titles(edition)
    )
    return tuple(Failure(id, "title", title, why) for id, title, why in found if why)


def titles(edition: Edition) -> Iterator[tuple[str, str, bool]]:
    """Each title that an edition shows: whose it is said to be, and whether it heads a story."""
    for story in edition["stories"] + edition["also"]:
        yield story["headline_article"], story["headline"], True
        for source in story["sources"]:
            yield source["article"], source["title"], False
            yield from ((copy["article"], copy["title"], False) for copy in source["copies"])
        for day in story.get("so_far", []):
            yield day["source"]["article"], day["headline"], True


def title_reason(
    title: str, article: Article | None, missing: str = NOT_THERE, *, heads: bool = False
) -> str:
    """Why `title` is not the article's, "" where it is.

    What `heads` a story may be a part of the title or a clause of the text.
    """
    if article is None:
        return missing
    if title == article.title or (heads and (title in article.title or title in article.text)):
        return ""
    return "the article has another title"


def source_failures(
    edition: Edition, article: Lookup, *, files: bool = False
) -> tuple[Failure, ...]:
    """Each source whose outlet or time is not its article's, and a day that is none.

    `files` alone, without an archive, do not always say whose they are, and never of what day what
    is undated is. Articles that are not there are told elsewhere.
    """
    found: list[Failure] = []
    if not is_day(edition["day"]):
        found.append(Failure("", "day", edition["day"], "there is no such day"))
    for row in _cited(edition):
        known = article(row["article"])
        if known is None:
            continue
        if not files and row["outlet"] != known.source.name:
            why = f"the article is of {known.source.name!r}"
            found.append(Failure(known.id, "outlet", row["outlet"], why))
        if why := _time_reason(row, known, files=files):
            found.append(Failure(known.id, "time", str(row.get("published")), why))
    return tuple(dict.fromkeys(found))


def is_day(text: str) -> bool:
    """Whether a calendar has that day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _cited(edition: Edition) -> Iterator[SourceData | CopyData | CitedData]:
    """Each article that a story lists."""
    for story in edition["stories"] + edition["also"]:
        for source in story["sources"]:
            yield source
            yield from source["copies"]
        yield from (day["source"] for day in story.get("so_far", []))
        yield from (line for day in story.get("so_far", []) for line in day["statements"])


def _time_reason(row: SourceData | CopyData | CitedData, article: Article, *, files: bool) -> str:
    """Why the time of a source is not the article's, "" where it is, or none is said."""
    if row.get("dated", article.dated) != article.dated:
        return f"the article is {'dated' if article.dated else 'undated'}"
    known = moment(article.published)
    if (files and not article.dated) or row.get("published", known) == known:
        return ""
    return f"the article is of {known}"
