"""Which source a shown sentence cites, and which sentences a source is cited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.edition import (
    CopyData,
    CourseDayData,
    Edition,
    Place,
    QuoteData,
    SourceData,
    StatementData,
    StoryData,
)
from briefing.render.frame import Frame
from briefing.render.links import passage_url

# Set behind the mark of a sentence that stands on one source; the colophon explains it.
LONE = "°"
EXPLAINED = "The sign ° follows a sentence that one source alone states."


@dataclass(frozen=True, slots=True)
class Citation:
    """A shown piece that cites a source: `anchor` is its id in the page, `number` its turn."""

    anchor: str
    number: int
    place: Place


def source_numbers(statement: StatementData) -> list[int]:
    """The rows that state it, the sentence's own first, each once."""
    places = [statement["place"], *statement["support"]]
    return list(dict.fromkeys(place["source"] for place in places))


def lone(statement: StatementData, story: StoryData) -> bool:
    """Whether one outlet alone states it, in a story that others report as well."""
    return statement.get("lone", statement["origins"] == 1) and story["origins"] > 1


def any_lone(edition: Edition) -> bool:
    """Whether the edition has such a sentence, so that its mark is explained."""
    return any(lone(one, story) for story in edition["stories"] for one in story["statements"])


def support(words: Frame, story: StoryData) -> str:
    """How many wrote of it by themselves: "3 independent reports", "one source"; of a story that
    runs on also how many of them today, for only those may tell what stands there."""
    if story["origins"] == 1:
        return words.text("one source")
    every = reports(words, story["origins"])
    course = story.get("course")
    today = course[-1]["reports"] if course else 0
    if not 0 < today < story["origins"]:
        return every
    return words.listed(every, words.count("%(n)s of them today", "%(n)s of them today", today))


def reports(words: Frame, number: int) -> str:
    """ "3 independent reports", in the edition's language."""
    return words.count("%(n)s independent report", "%(n)s independent reports", number)


def counted(words: Frame, edition: Edition) -> list[str]:
    """What stands under a title: "3 stories", "7 independent reports" and so on. What there is
    none of has no place there: where no story is told, `note` says why."""
    counts = (
        (n := len(edition["stories"]), words.count("%(n)s story", "%(n)s stories", n)),
        (edition["origins"], reports(words, edition["origins"])),
        (n := edition["articles"], words.count("%(n)s article", "%(n)s articles", n)),
        (n := edition["outlets"], words.count("%(n)s outlet", "%(n)s outlets", n)),
        (n := edition["minutes"], words.count("%(n)s minute", "%(n)s minutes", n)),
    )
    return [text for number, text in counts if number]


def course_text(words: Frame, course: Sequence[CourseDayData]) -> str:
    """A course in words: "13 January 2026: 2, 14 January 2026: 0"."""
    return words.listed(
        *(f"{words.short_day(row['day'])}: {words.number(row['reports'])}" for row in course)
    )


def quote_numbers(quote: QuoteData) -> list[int]:
    """The sources that print the quote: its own first, then those that have it as well."""
    places = [*quote["contents"], *quote["also"]]
    return list(dict.fromkeys(place["source"] for place in places))


def source(story: StoryData, number: int) -> SourceData | None:
    """The story's row of that number; None where the edition does not hold it."""
    return next((row for row in story["sources"] if row["number"] == number), None)


def headed(story: StoryData) -> SourceData | None:
    """The row of the article whose title heads the story, else the first."""
    rows = (row for row in story["sources"] if row["article"] == story["headline_article"])
    return next(rows, source(story, 1))


def reprints(row: SourceData) -> list[CopyData]:
    """The copies that other outlets printed."""
    return [copy for copy in row["copies"] if copy["outlet"] != row["outlet"]]


def versions(row: SourceData) -> list[CopyData]:
    """What the outlet itself printed of the same article besides: earlier, or elsewhere."""
    return [copy for copy in row["copies"] if copy["outlet"] == row["outlet"]]


def told_by(words: Frame, story: StoryData) -> str:
    """Who tells what gets one line: "Post", "Post, one source, 3 outlets" where others print it."""
    row = headed(story)
    outlet = [row["outlet"]] if row else []
    if story["outlets"] < 2:
        return "".join(outlet)
    printed = words.count("%(n)s outlet", "%(n)s outlets", story["outlets"])
    return words.listed(*outlet, support(words, story), printed)


def citations(story: StoryData, number: int) -> list[Citation]:
    """What the page shows of source `number`, in reading order."""
    return [Citation(a, i, p) for i, (a, p) in enumerate(_shown(story), 1) if p["source"] == number]


def locations(edition: Edition) -> list[tuple[str, list[tuple[StoryData, str]]]]:
    """The index of places: each name with the stories told that name it, and where in each."""
    told = {story["id"]: story for story in edition["stories"]}
    rows = [
        (
            row["name"],
            [(told[m["story"]], m["piece"]) for m in row["mentions"] if m["story"] in told],
        )
        for row in edition.get("locations", [])
    ]
    return [row for row in rows if row[1]]


def passages_url(story: StoryData, row: SourceData) -> str:
    """The address of a source, at the sentences that the story shows of it."""
    return passage_url(
        row["url"], (cited.place["text"] for cited in citations(story, row["number"]))
    )


def _shown(story: StoryData) -> Iterator[tuple[str, Place]]:
    for statement in story["statements"]:
        yield statement["id"], statement["place"]
    for difference in story["differences"]:
        for place in difference["readings"]:
            yield difference["id"], place
    for voice in story["voices"]:
        for quote in voice["quotes"]:
            yield quote["id"], quote["contents"][0]
