"""Answers of the archive: who said what, and where words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefing.app.shell import Shell, number
from briefing.archive import Archive, Quoted, Said
from briefing.edition import moment
from briefing.errors import UsageError
from briefing.text.days import parse_day, window
from briefing.text.words import content_stems, words

if TYPE_CHECKING:
    from briefing.quotes.who.people import Merge

_MARKS = "“”\"‘’'«»„"
_THAT = re.compile(r"^that\s+[“\"]+")
# One utterance: the same speaker within these days, in so much of the shorter's content stems.
REPORTED_WITHIN = timedelta(days=3)
FEWEST_STEMS = 4
SAME_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Who:
    """Speakers of a period, what one of them is quoted with, or why names were held for one."""

    name: str
    speakers: tuple[Quoted, ...] = ()
    said: tuple[Said, ...] = ()
    merges: tuple[Merge, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the archive holds anything to tell."""
        return bool(self.speakers or self.said or self.merges)

    def as_json(self) -> dict[str, object]:
        """Why names were held for one, the speakers, or one's quotes: what the command prints."""
        if self.merges:
            return {"name": self.name, "names": [_merge_json(merge) for merge in self.merges]}
        if not self.name:
            return {"speakers": [asdict(speaker) for speaker in self.speakers]}
        return {"name": self.name, "quotes": [_said_json(said) for said in self.said]}

    def lines(self) -> list[str]:
        """The same for a person; reports of one utterance stand together."""
        if self.merges:
            return [f"{m.name} is {m.speaker.name}: {m.reason}" for m in self.merges]
        if not self.name:
            return _speaker_lines(self.speakers)
        return [line for reports in utterances(self.said) for line in _utterance_lines(reports)]


def who(shell: Shell, name: str, *, since: str = "", until: str = "", topic: str = "") -> Who:
    """Everybody quoted by name in the period, or all that `name` is quoted with."""
    name = name.strip()
    start, end = _period(shell, since, until)
    with shell.archive(read_only=True) as archive:
        if name:
            said = archive.quotes_of(name, since=start, until=end, topic=topic)
            return Who(name, said=said)
        found = archive.speakers(since=start, until=end)
        if not topic.strip():
            return Who("", speakers=found)
        # A speaker of the topic: one with a quote that its words stand in or above.
        return Who("", speakers=tuple(s for s in found if _speaks_of(archive, s, topic)))


def _speaks_of(archive: Archive, speaker: Quoted, topic: str) -> bool:
    said = archive.quotes_of(speaker.name, topic=topic)
    return any(one.speaker == speaker.name for one in said)


def names(shell: Shell, name: str) -> Who:
    """Why the names that articles print were held for one speaker or for several.

    Asked of all articles in which somebody of that name speaks, as the index does.
    """
    from briefing import quotes

    with shell.archive(read_only=True) as archive:
        said = archive.quotes_of(name)
        articles = archive.articles_by_id(dict.fromkeys(one.article for one in said))
    speakers = {one.speaker for one in said}
    found = quotes.people_explained([q for article in articles for q in quotes.quotes(article)])
    return Who(name, merges=tuple(m for m in found if m.speaker.name in speakers))


def _merge_json(merge: Merge) -> dict[str, object]:
    return {"name": merge.name, "speaker": merge.speaker.name, "reason": merge.reason}


def _period(shell: Shell, since: str, until: str) -> tuple[datetime | None, datetime | None]:
    edition = shell.config.settings.edition
    first = parse_day(since, shell.now, edition) if since else None
    last = parse_day(until, shell.now, edition) if until else None
    if first and last and last < first:
        raise UsageError(f"--until {last} lies before --since {first}: turn them round")
    return (
        window(first, edition).start if first else None,
        window(last, edition).end if last else None,
    )


def _speaker_lines(speakers: Sequence[Quoted]) -> list[str]:
    """People first, then organisations under a heading of their own."""
    persons = [_speaker_line(s) for s in speakers if s.kind == "person"]
    bodies = [_speaker_line(s) for s in speakers if s.kind != "person"]
    return [*persons, *(["", "Organisations"] if bodies else []), *bodies]


def _speaker_line(speaker: Quoted) -> str:
    role = f", {speaker.role}" if speaker.role else ""
    return (
        f"{speaker.name}{role}: {number(speaker.quotes, 'quote')} in "
        f"{number(speaker.articles, 'article')} by {number(speaker.outlets, 'outlet')}, "
        f"{number(speaker.stories, 'story', 'stories')}"
    )


def utterances(said: Sequence[Said]) -> list[list[Said]]:
    """Reports of one utterance together, fullest wording first, in order of the first report."""
    groups: list[list[Said]] = []
    stems: list[frozenset[str]] = []
    for one in said:
        own = frozenset(content_stems(one.text))
        for group, known in zip(groups, stems, strict=True):
            if _same(one, own, group[0], known):
                group.append(one)
                break
        else:
            groups.append([one])
            stems.append(own)
    return [sorted(group, key=lambda s: (s.kind == "indirect", -len(s.text))) for group in groups]


def _same(one: Said, own: frozenset[str], first: Said, known: frozenset[str]) -> bool:
    if one.speaker != first.speaker or abs(one.published - first.published) > REPORTED_WITHIN:
        return False
    fewer = min(len(own), len(known))
    return fewer >= FEWEST_STEMS and len(own & known) >= SAME_WORDS * fewer


def _utterance_lines(reports: Sequence[Said]) -> list[str]:
    """The fullest wording with its place; below it who else reports it, and in what other words."""
    first = reports[0]
    who = first.speaker or first.label
    lines = [
        f"{first.published:%Y-%m-%d}  {who}, in {first.outlet}: {first.title}",
        f"    {_marked(first)}",
        f"    {first.kind}; {_place(first)}",
    ]
    told = {_words(first)}
    for said in reports[1:]:
        if any(_words(said) in wording for wording in told):
            lines.append(f"    also in {said.outlet}, {said.published:%Y-%m-%d}; {_place(said)}")
        else:
            told.add(_words(said))
            lines.append(f"    in {said.outlet}, {said.published:%Y-%m-%d}: {_marked(said)}")
            lines.append(f"        {said.kind}; {_place(said)}")
    return lines


def _place(said: Said) -> str:
    return f"{said.article} {said.contents[0].start}-{said.contents[-1].end}"


def _words(said: Said) -> str:
    return " ".join(words(said.text)).lower()


def _marked(said: Said) -> str:
    """Direct speech in marks, reported speech without; an ellipsis for what stands between."""
    parts = [part.strip(_MARKS) for part in said.parts]
    parts[0] = _THAT.sub("", parts[0])
    return f"“{' … '.join(parts)}”" if said.kind == "direct" else " … ".join(said.parts)


def _said_json(said: Said) -> dict[str, object]:
    return {**asdict(said), "published": moment(said.published)}


def search(shell: Shell, words: str, *, quotes: bool, limit: int) -> list[dict[str, object]]:
    """The best hits as rows for the terminal or JSON, their excerpts in one line."""
    if not any(letter.isalnum() for letter in words):
        raise UsageError("there is no word to search for: briefing search ferry")
    with shell.archive(read_only=True) as archive:
        hits = archive.search(words, "quotes" if quotes else "articles", limit=limit)
    return [{**asdict(hit), "published": moment(hit.published)} for hit in hits]
