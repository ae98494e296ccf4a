"""Answers about what is there: who said what, where words stand, whether a file is true."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from briefing.app.shell import Shell
from briefing.archive import Archive, Quoted, Said
from briefing.edition import Place, moment, places
from briefing.model import Article
from briefing.render import embedded
from briefing.text.days import parse_day, window
from briefing.verify import Failure, failures, title_failures

# --- verify ---------------------------------------------------------------------------


def verified(archive: Archive, file: Path) -> tuple[int, tuple[Failure, ...]]:
    """How many places and titles `file` shows, and those that are not what they claim to be.

    Both are looked at: the data inside the file, and what a HTML page shows of them.
    """
    edition = embedded.read(file)
    claimed = [*places(edition), *_visible(file)]
    titles = sum(1 + len(s["sources"]) for s in edition["stories"] + edition["also"])
    known: dict[str, Article | None] = {}

    def article(id: str) -> Article | None:
        if id not in known:
            known[id] = archive.article(id)
        return known[id]

    failed = failures(claimed, article) + title_failures(edition, article)
    return len(claimed) + titles, failed


def _visible(file: Path) -> list[Place]:
    return [
        Place(article=s.article, start=s.start, end=s.end, text=s.text, source=0)
        for s in embedded.shown(file)
    ]


_MARKS = "“”\"‘’'«»„"

# --- who ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Who:
    """Speakers of a period, or what one of them is quoted with."""

    name: str
    speakers: tuple[Quoted, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def found(self) -> bool:
        return bool(self.speakers or self.said)

    def as_json(self) -> dict[str, object]:
        if not self.name:
            return {"speakers": [asdict(speaker) for speaker in self.speakers]}
        return {"name": self.name, "quotes": [_said_json(said) for said in self.said]}

    def lines(self) -> list[str]:
        if not self.name:
            return [_speaker_line(speaker) for speaker in self.speakers]
        lines: list[str] = []
        for said in self.said:
            who = said.speaker or said.label
            lines.append(f"{said.published:%Y-%m-%d}  {who}, in {said.outlet}: {said.title}")
            lines.append(f"    {_marked(said)}")
            place = f"{said.article} {said.contents[0].start}-{said.contents[-1].end}"
            lines.append(f"    {said.kind}; {place}")
        return lines


def who(shell: Shell, name: str, *, since: str = "", until: str = "", topic: str = "") -> Who:
    """Everybody quoted by name in the period, or all that `name` is quoted with."""
    start, end = _period(shell, since, until)
    with shell.archive(read_only=True) as archive:
        if name:
            said = archive.quotes_of(name, since=start, until=end, topic=topic)
            return Who(name, said=said)
        return Who("", speakers=archive.speakers(since=start, until=end))


def _period(shell: Shell, since: str, until: str) -> tuple[datetime | None, datetime | None]:
    edition = shell.config.settings.edition
    first = parse_day(since, shell.now, edition) if since else None
    last = parse_day(until, shell.now, edition) if until else None
    return (
        window(first, edition).start if first else None,
        window(last, edition).end if last else None,
    )


def _speaker_line(speaker: Quoted) -> str:
    role = f", {speaker.role}" if speaker.role else ""
    return (
        f"{speaker.name}{role}: {_number(speaker.quotes, 'quote')} in "
        f"{_number(speaker.articles, 'article')} by {_number(speaker.outlets, 'outlet')}, "
        f"{_number(speaker.stories, 'story', 'stories')}"
    )


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _marked(said: Said) -> str:
    """Direct speech in marks, reported speech without."""
    return f"“{said.text.strip(_MARKS)}”" if said.kind == "direct" else said.text


def _said_json(said: Said) -> dict[str, object]:
    return {**asdict(said), "published": moment(said.published)}


# --- search ---------------------------------------------------------------------------


def search(shell: Shell, words: str, *, quotes: bool, limit: int) -> list[dict[str, object]]:
    """The best hits as rows for the terminal or JSON."""
    with shell.archive(read_only=True) as archive:
        hits = archive.search(words, "quotes" if quotes else "articles", limit=limit)
    return [{**asdict(hit), "published": moment(hit.published)} for hit in hits]
