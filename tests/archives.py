"""A small archive for the tests of the site and the server: days of the invented editions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.config import load
from briefing.edition import Edition, SourceData, WindowData
from briefing.model import Article, Mention, Quote, Source, Span, Speaker
from tests import editions

NOW = datetime(2026, 2, 1, tzinfo=UTC)
FIRST = date(2026, 1, 13)
TEXTS = {
    editions.name(text): text
    for text in (
        editions.BARRIER,
        editions.LEDGER,
        editions.WIRE,
        editions.BANK,
        editions.BANK_GERMAN,
        editions.FREIGHT,
    )
}
HALLORAN = Speaker("ines-halloran", "Ines Halloran", names=("Ines Halloran",))
UNSHOWN = "“The tide is a patient auditor.”"


def shell(folder: Path, config: Path | None = None) -> Shell:
    """A shell whose archive lies in `folder`, with a fixed clock; seldom with a configuration."""
    return Shell(load(config, {}, data_dir=folder), NOW)


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number)


def edition_of(day: date, **parts: object) -> Edition:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return editions.edition(
        day=day.isoformat(),
        window=WindowData(
            start=f"{start:%Y-%m-%dT%H:%M:%SZ}",
            end=f"{start + timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}",
            time_zone="UTC",
        ),
        **parts,
    )


def record(archive: Archive, edition: Edition) -> None:
    """Add what the edition cites, and record it."""
    stories = edition["stories"] + edition["also"]
    rows = [row for story in stories for row in story["sources"]]
    archive.add(_article(row) for row in rows)
    archive.add(
        _article({**row, **copy})  # type: ignore[typeddict-item]
        for row in rows
        for copy in row["copies"]
    )
    archive.record(edition, [row["article"] for row in rows], made=NOW)


def _article(row: SourceData) -> Article:
    when = datetime.fromisoformat(row["published"])
    return Article(
        id=row["article"],
        source=Source(row["outlet"].lower().replace(" ", "-"), row["outlet"]),
        url=f"https://news.example/{row['article']}",
        title=row["title"],
        text=TEXTS.get(row["article"], f"{row['title']}. A copy, {row['article']}."),
        published=when,
        retrieved=when,
        language=row.get("language", "en"),
        dated=row["dated"],
    )


SAID_AT = datetime(2026, 1, 14, 9, 30, tzinfo=UTC)


def say(archive: Archive, when: datetime = SAID_AT, id: str = "unshown") -> None:
    """Store a quote that no edition shows, in an article that no edition has."""
    text = f"The gates were closed. {UNSHOWN} Ines Halloran said on {when:%d %B %Y}."
    article = Article(
        id=id,
        source=Source("bell", "The Bell"),
        url=f"https://bell.example/{id}",
        title="Gates closed",
        text=text,
        published=when,
        retrieved=when,
        language="en",
    )
    archive.add([article])
    start = text.index(UNSHOWN)
    quote = Quote(
        article=article,
        contents=(Span(start, start + len(UNSHOWN)),),
        cue=None,
        speaker=Mention(Span(start + 33, start + 46), "Ines Halloran", name="Ines Halloran"),
        kind="direct",
    )
    archive.store_quotes([article], [quote], {quote: HALLORAN}, "test")


def filled(folder: Path, days: int = 3) -> Shell:
    """The shell of an archive with that many days from 13 January 2026, and one unshown quote."""
    made = shell(folder)
    with made.archive() as archive:
        for number in range(days):
            record(archive, edition_of(day_of(number)))
        say(archive)
    return made
