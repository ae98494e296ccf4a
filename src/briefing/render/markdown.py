"""The edition as Markdown (CommonMark), with an anchor for each statement, quote and source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.edition import Edition, SourceData, StoryData, VoiceData
from briefing.edition.course import tells
from briefing.render.citations import (
    EXPLAINED,
    LONE,
    any_lone,
    counted,
    course_text,
    headed,
    locations,
    lone,
    passages_url,
    quote_numbers,
    reprints,
    source_numbers,
    support,
    told_by,
    versions,
)
from briefing.render.frame import Frame, frame
from briefing.render.links import safe_url
from briefing.render.notes import note
from briefing.render.status import status
from briefing.render.text import clean, quoted

# Every mark that could begin an element, a link, a list or a heading; CommonMark takes a backslash
# before any of them.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def markdown(edition: Edition) -> str:
    """One document; what comes from sources is escaped, so it stays text."""
    words = frame(edition)
    return "\n\n".join(block for block in _edition(edition, words) if block) + "\n"


def escaped(text: str) -> str:
    """`text` as Markdown that shows just these characters, in one line."""
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\1", clean(text)))


def link(text: str, url: str) -> str:
    """`text` leading to `url`; plain text where there is no address that is safe."""
    return f"[{escaped(text)}](<{url}>)" if url else escaped(text)


def _edition(edition: Edition, words: Frame) -> Iterator[str]:
    window = edition["window"]
    yield f"# {escaped(edition['title'])}"
    yield f"{words.day(edition['day'])}  \n" + " · ".join(
        (
            *counted(words, edition),
            f"{words.span(window['start'], window['end'])} ({escaped(window['time_zone'])})",
        )
    )
    if first := note(words, edition):
        yield f"**{escaped(first)}**"
    for story in edition["stories"]:
        yield from _story(story, edition["day"], words)
    if edition["also"]:
        yield f"## {words.text('Also today')}"
        yield "\n".join(_line(story, words) for story in edition["also"])
    if edition.get("ended"):
        yield f"## {words.text('No further reports')}"
        yield "\n".join(
            f"- {escaped(story['headline'])} ({words.short_day(story['last'])})"
            for story in edition["ended"]
        )
    yield from _speakers(edition, words)
    yield from _locations(edition, words)
    yield from _colophon(edition, words)


# --- one story ------------------------------------------------------------------------


def _story(story: StoryData, day: str, words: Frame) -> Iterator[str]:
    number = story["number"]
    yield f'<a id="story-{number}"></a>\n\n## {number}\\. {escaped(story["headline"])}'
    yield " · ".join(
        part
        for part in (
            escaped(words.section(story["section"])),
            status(words, story, day),
            support(words, story),
            words.count("%(n)s outlet", "%(n)s outlets", story["outlets"]),
            words.reported(story["first"], story["latest"]),
        )
        if part
    )
    if tells(days := story.get("course", [])):
        yield f"{words.text('Reporting outlets per day')}: {course_text(words, days)}"
    for statement in story["statements"]:
        note = LONE if lone(statement, story) else ""
        marks = _marks(story, source_numbers(statement))
        shown = escaped(statement["place"]["text"])
        yield f'<a id="{statement["id"]}"></a>{shown} {marks}{note}'
    yield from _differences(story, words)
    for voice in story["voices"]:
        yield _voice(story, voice, words)
    yield from _timeline(story, words)
    yield f"**{words.text('Sources')}**"
    yield "\n".join(_source(story, row, words) for row in story["sources"])


def _marks(story: StoryData, numbers: list[int]) -> str:
    return " ".join(f"[\\[{n}\\]](#source-{story['number']}-{n})" for n in numbers)


def _differences(story: StoryData, words: Frame) -> Iterator[str]:
    for difference in story["differences"]:
        what = f": {escaped(difference['what'])}" if difference["what"] else ""
        yield f'<a id="{difference["id"]}"></a>**{words.text("Where reports differ")}**{what}'
        last = difference["readings"][-1]
        yield "\n".join(
            f"- {escaped(reading['text'])} {_marks(story, [reading['source']])}"
            + (
                f" *{words.text('the later report')}*"
                if difference["later"] and reading is last
                else ""
            )
            for reading in difference["readings"]
        )


def _voice(story: StoryData, voice: VoiceData, words: Frame) -> str:
    said = [
        f'> <a id="{quote["id"]}"></a>{escaped(quoted(quote, words))} '
        f"{_marks(story, quote_numbers(quote))}"
        for quote in voice["quotes"]
    ]
    label = escaped(voice["label"] or words.text("Speaker not named"))
    role = f", {escaped(voice['role'])}" if voice["role"] else ""
    return "\n>\n".join([*said, f"> — **{label}**{role}"])


def _timeline(story: StoryData, words: Frame) -> Iterator[str]:
    if story["timeline"]:
        yield f"**{words.text('How it unfolded')}**"
        yield "\n".join(
            f"- {words.short_day(step['day'])}: {escaped(step['place']['text'])} "
            f"{_marks(story, [step['place']['source']])}"
            for step in story["timeline"]
        )


def _source(story: StoryData, row: SourceData, words: Frame) -> str:
    title = link(row["title"] or words.text("Untitled"), passages_url(story, row))
    undated = "" if row["dated"] else f" ({words.text('undated; the time it was retrieved')})"
    aside = f" ({words.text('comment or background')})" if row.get("related") else ""
    what = words.listed(title, words.published(row["published"]))
    return (
        f'{row["number"]}. <a id="source-{story["number"]}-{row["number"]}"></a>'
        f"**{escaped(row['outlet'])}** {what}{undated}"
        f"{aside}{''.join(f'. {copies}' for copies in _copies(row, words))}"
    )


def _copies(row: SourceData, words: Frame) -> Iterator[str]:
    if others := [link(copy["outlet"], safe_url(copy["url"])) for copy in reprints(row)]:
        yield f"{words.text('Reprinted by')} {words.listed(*others)}"
    untitled = words.text("Untitled")
    if own := [link(c["title"] or untitled, safe_url(c["url"])) for c in versions(row)]:
        yield f"{words.text('Other versions:')} {words.listed(*own)}"


# --- the rest -------------------------------------------------------------------------


def _line(story: StoryData, words: Frame) -> str:
    row = headed(story)
    address = safe_url(row["url"]) if row else ""
    told = told_by(words, story)
    return f"- {link(story['headline'], address)}{f' ({escaped(told)})' if told else ''}"


def _speakers(edition: Edition, words: Frame) -> Iterator[str]:
    if not edition["speakers"]:
        return
    numbers = {story["id"]: story["number"] for story in edition["stories"]}
    yield f"## {words.text('Who said what')}"
    rows = []
    for speaker in edition["speakers"]:
        told = [numbers[id_] for id_ in speaker["stories"] if id_ in numbers]
        role = f", {escaped(speaker['role'])}" if speaker["role"] else ""
        links = words.listed(*(f"[{n}](#story-{n})" for n in told))
        rows.append(f"- **{escaped(speaker['name'])}**{role}: {links}")
    yield "\n".join(rows)


def _locations(edition: Edition, words: Frame) -> Iterator[str]:
    index = locations(edition)
    if not index:
        return
    yield f"## {words.text('Places')}"
    rows = []
    for name, told in index:
        links = words.listed(*(f"[{story['number']}](#{piece})" for story, piece in told))
        rows.append(f"- **{escaped(name)}**: {links}")
    yield "\n".join(rows)


def _colophon(edition: Edition, words: Frame) -> Iterator[str]:
    yield f"## {words.text('About this briefing')}"
    if edition["missed"]:
        yield f"{words.text('Sources that could not be read')}:"
        yield "\n".join(
            f"- {escaped(missed['source'])}: {escaped(missed['reason'])}"
            for missed in edition["missed"]
        )
    if any_lone(edition):
        yield words.text(EXPLAINED)
    made = words.text("Made by %(program)s with the settings %(digest)s.")
    yield made % {
        "program": escaped(edition["made_by"]),
        "digest": escaped(edition["settings_digest"]),
    }
