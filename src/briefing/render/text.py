"""The edition as plain text: for a terminal, for a mail's plain part, for a file."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.edition import Edition, QuoteData, SourceData, StoryData, VoiceData
from briefing.edition.course import tells
from briefing.render.citations import (
    EXPLAINED,
    LONE,
    any_lone,
    counted,
    course_text,
    locations,
    lone,
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

INDENT = 4
NARROWEST = 40

# A terminal obeys control characters, and shows text after a direction mark backwards; an
# article's letters are shown, its commands are not.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_HELD = "\ufdd0"  # a space at which no line ends: no text has this letter

_STYLES = {"bold": "1", "dim": "2", "italic": "3", "accent": "31"}


def text(edition: Edition, width: int = 80, color: bool = False) -> str:
    """Lines of at most `width` columns (addresses stay whole), a line end after each.

    With `color`, ANSI styles, and titles as OSC 8 links in place of printed addresses.
    """
    page = Page(frame(edition), max(width, NARROWEST), color)
    lines = [line.rstrip() for line in _edition(edition, page)]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Page:
    """How lines are set: the frame's words, the width, and whether styles are allowed."""

    words: Frame
    width: int
    color: bool

    def styled(self, text: str, style: str) -> str:
        """`text` in one of `_STYLES` (ANSI), where styles are allowed."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color and text else text

    def link(self, text: str, url: str) -> str:
        """`text` as a link (OSC 8, as terminals read it), where styles are allowed."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.color and url else text

    def wrapped(self, text: str, indent: int = 0, hang: int = 0, style: str = "") -> list[str]:
        """`text` in lines, the first indented by `indent`, the others by `hang` more."""
        lines = textwrap.wrap(
            clean(text),
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines = [line.replace(_HELD, " ") for line in lines]
        return [self.styled(line, style) for line in lines] if style else lines

    def rule(self) -> str:
        """A line across the page."""
        return self.styled("─" * self.width, "dim")


def held(text: str) -> str:
    """`text` as one word: no line ends within it."""
    return text.replace(" ", _HELD)


def clean(text: str) -> str:
    """`text` in one line, without characters that command a terminal."""
    return _CONTROL.sub("", " ".join(text.split()))


def _edition(edition: Edition, page: Page) -> Iterator[str]:
    yield from _masthead(edition, page)
    for story in edition["stories"]:
        yield from _story(story, edition["day"], page)
    yield from _also(edition, page)
    yield from _ended(edition, page)
    yield from _speakers(edition, page)
    yield from _locations(edition, page)
    yield from _colophon(edition, page)


def _masthead(edition: Edition, page: Page) -> Iterator[str]:
    words, window = page.words, edition["window"]
    yield from page.wrapped(edition["title"], style="bold")
    yield words.day(edition["day"])
    yield from page.wrapped(" · ".join(counted(words, edition)), style="dim")
    covered = f"{words.span(window['start'], window['end'])} ({window['time_zone']})"
    yield from page.wrapped(covered, style="dim")
    if first := note(words, edition):
        yield ""
        yield from page.wrapped(first, style="accent")


# --- one story ------------------------------------------------------------------------


def _story(story: StoryData, day: str, page: Page) -> Iterator[str]:
    words = page.words
    kicker = [
        words.number(story["number"]),
        words.section(story["section"]),
        status(words, story, day),
    ]
    yield ""
    yield page.rule()
    yield from page.wrapped(" · ".join(part for part in kicker if part), style="accent")
    yield from page.wrapped(story["headline"], style="bold")
    reports = support(words, story)
    outlets = words.count("%(n)s outlet", "%(n)s outlets", story["outlets"])
    when = words.reported(story["first"], story["latest"], _HELD)
    facts = f"{words.listed(reports, outlets)} · {when}"
    yield from page.wrapped(facts, style="dim")
    if tells(days := story.get("course", [])):
        per_day = f"{words.text('Reporting outlets per day')}: {course_text(words, days)}"
        yield from page.wrapped(per_day, style="dim")
    for statement in story["statements"]:
        yield ""
        sign = LONE if lone(statement, story) else ""
        marks = _marks(source_numbers(statement))
        yield from page.wrapped(f"{statement['place']['text']} {marks}{sign}")
    yield from _differences(story, page)
    for voice in story["voices"]:
        yield from _voice(voice, page)
    yield from _timeline(story, page)
    yield from _sources(story, page)


def _marks(numbers: list[int]) -> str:
    return held(f"[{', '.join(map(str, numbers))}]")


def _differences(story: StoryData, page: Page) -> Iterator[str]:
    for difference in story["differences"]:
        yield ""
        heading = page.words.text("Where reports differ")
        what = f": {difference['what']}" if difference["what"] else ""
        yield from page.wrapped(heading + what, INDENT, style="bold")
        last = difference["readings"][-1]
        for reading in difference["readings"]:
            later = difference["later"] and reading is last
            note = f" ({page.words.text('the later report')})" if later else ""
            line = f"- {reading['text']} {_marks([reading['source']])}{note}"
            yield from page.wrapped(line, INDENT, 2)


def _voice(voice: VoiceData, page: Page) -> Iterator[str]:
    yield ""
    for quote in voice["quotes"]:
        line = f"{quoted(quote, page.words)} {_marks(quote_numbers(quote))}"
        style = "" if quote["kind"] == "indirect" else "italic"
        yield from page.wrapped(line, INDENT, style=style)
    label = voice["label"] or page.words.text("Speaker not named")
    role = f", {voice['role']}" if voice["role"] else ""
    yield from page.wrapped(f"— {label}{role}", INDENT, 2, style="bold")


def quoted(quote: QuoteData, words: Frame) -> str:
    """The parts of a quote, each in its own marks, as printed."""
    parts = []
    for part in quote["contents"]:
        opening, closing = words.quoted(part["text"], quote["kind"])
        parts.append(f"{opening}{part['text']}{closing}")
    return " ".join(parts)


def _timeline(story: StoryData, page: Page) -> Iterator[str]:
    if not story["timeline"]:
        return
    yield ""
    yield from page.wrapped(page.words.text("How it unfolded"), INDENT, style="bold")
    for step in story["timeline"]:
        place = step["place"]
        when = page.words.short_day(step["day"])
        yield from page.wrapped(f"{when}: {place['text']} {_marks([place['source']])}", INDENT, 2)


def _sources(story: StoryData, page: Page) -> Iterator[str]:
    yield ""
    yield page.styled(page.words.text("Sources"), "dim")
    for row in story["sources"]:
        yield from _source(row, page)


def _source(row: SourceData, page: Page) -> Iterator[str]:
    words, url = page.words, safe_url(row["url"])
    undated = "" if row["dated"] else f" ({words.text('undated; the time it was retrieved')})"
    title = row["title"] or words.text("Untitled")
    when = f"{held(words.published(row['published']))}{undated}"
    aside = f" ({words.text('comment or background')})" if row.get("related") else ""
    head = f"{row['number']}. {row['outlet']}: {words.listed(title, when)}{aside}"
    lines = page.wrapped(head, 1, 3)
    yield from (page.link(page.styled(line, "dim"), url) for line in lines)
    if url and not page.color:
        yield f"    {url}"
    if others := reprints(row):
        outlets = words.listed(*(copy["outlet"] for copy in others))
        yield from page.wrapped(f"{words.text('Reprinted by')} {outlets}", 4, style="dim")
    if own := versions(row):
        titles = words.listed(*(copy["title"] or words.text("Untitled") for copy in own))
        yield from page.wrapped(f"{words.text('Other versions:')} {titles}", 4, style="dim")


# --- the rest -------------------------------------------------------------------------


def _also(edition: Edition, page: Page) -> Iterator[str]:
    if not edition["also"]:
        return
    yield from _heading(page.words.text("Also today"), page)
    for story in edition["also"]:
        told = told_by(page.words, story)
        yield from page.wrapped(f"- {story['headline']}{f' ({told})' if told else ''}", 0, 2)


def _ended(edition: Edition, page: Page) -> Iterator[str]:
    if not edition.get("ended"):
        return
    yield from _heading(page.words.text("No further reports"), page)
    for story in edition["ended"]:
        last = page.words.short_day(story["last"])
        yield from page.wrapped(f"- {story['headline']} ({last})", 0, 2)


def _speakers(edition: Edition, page: Page) -> Iterator[str]:
    if not edition["speakers"]:
        return
    numbers = {story["id"]: story["number"] for story in edition["stories"]}
    yield from _heading(page.words.text("Who said what"), page)
    for speaker in edition["speakers"]:
        role = f", {speaker['role']}" if speaker["role"] else ""
        stories = (str(numbers[id_]) for id_ in speaker["stories"] if id_ in numbers)
        told = page.words.listed(*stories)
        yield from page.wrapped(f"{speaker['name']}{role} → {told}", 0, 2)


def _locations(edition: Edition, page: Page) -> Iterator[str]:
    index = locations(edition)
    if index:
        yield from _heading(page.words.text("Places"), page)
    for name, told in index:
        numbers = page.words.listed(*(str(story["number"]) for story, _ in told))
        yield from page.wrapped(f"{name} → {numbers}", 0, 2)


def _colophon(edition: Edition, page: Page) -> Iterator[str]:
    words = page.words
    yield from _heading(words.text("About this briefing"), page)
    if edition["missed"]:
        yield from page.wrapped(f"{words.text('Sources that could not be read')}:")
    for missed in edition["missed"]:
        yield from page.wrapped(f"- {missed['source']}: {missed['reason']}", 0, 2)
    if any_lone(edition):
        yield from page.wrapped(words.text(EXPLAINED), style="dim")
    made = words.text("Made by %(program)s with the settings %(digest)s.") % {
        "program": edition["made_by"],
        "digest": edition["settings_digest"],
    }
    yield from page.wrapped(made, style="dim")


def _heading(text: str, page: Page) -> Iterator[str]:
    yield ""
    yield page.rule()
    yield from page.wrapped(text, style="bold")
