"""The edition as one HTML page that needs nothing beside it: no script, no font, no picture."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup, escape

from briefing.edition import (
    Edition,
    Place,
    SpeakerData,
    StoryData,
    VoiceData,
)
from briefing.edition.gazetteer import base
from briefing.render import charts, citations, embedded, fonts, links
from briefing.render.environment import DEFAULT, environment, rendered
from briefing.render.frame import Frame, direction, frame, running
from briefing.render.looks import look
from briefing.render.notes import note
from briefing.render.status import status
from briefing.settings import Paper

Medium = Literal["screen", "print", "book"]

NO_BREAK = "\u00a0"
LAST_WORDS = 12  # letters, of a headline: as many stand in its last line

# No such character may stand in HTML, and no source means one.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def html(
    edition: Edition,
    *,
    theme: str = DEFAULT,
    templates: Path | None = None,
    fonts: Literal["system", "embed"] = "system",
    paper: Paper = "A4",
) -> str:
    """The page for screens, which prints well too; the edition's JSON is inside it."""
    return page(edition, "screen", theme, templates, paper, embed=fonts == "embed")


def page(
    edition: Edition,
    medium: Medium,
    theme: str = DEFAULT,
    templates: Path | None = None,
    paper: Paper = "A4",
    *,
    embed: bool = False,
) -> str:
    """The page of one medium: "print" and "book" without what only a screen needs."""
    words = frame(edition)
    env = dressed(words, theme, templates, medium)
    values = {
        "edition": edition,
        "medium": medium,
        "paper": paper,
        "theme": theme,
        "language": words.language,
        "direction": words.direction,
        "embedded": Markup(embedded.element(edition, look(theme, templates))),  # noqa: S704 (escaped for a script element)
        "font_faces": "",
    }
    text = clean(rendered(env, "briefing.html", values))
    if embed:
        text = text.replace("/*fonts*/", fonts.embedded_faces(text), 1)
    return text


def dressed(
    words: Frame, theme: str, templates: Path | None, medium: Medium = "screen"
) -> Environment:
    """The environment of `theme` with all that docs/templates.md names."""
    env = environment(theme, templates, words)
    env.filters |= _filters(words)
    env.globals |= _globals(words, medium)
    return env


def clean(text: str) -> str:
    """`text` with a sign of replacement for each character that may not stand in HTML or XML."""
    return _FORBIDDEN.sub("\ufffd", text)


def _filters(words: Frame) -> dict[str, Any]:
    return {
        "day": words.day,
        "short_day": words.short_day,
        "clock": words.clock,
        "published": words.published,
        "number": words.number,
        "section": words.section,
        "safe_url": links.safe_url,
        "unbroken": unbroken,
        "kept": kept,
    }


def _globals(words: Frame, medium: Medium) -> dict[str, Any]:
    return {
        "count": words.count,
        "span": lambda first, last: words.span(first, last, NO_BREAK),
        "reported": lambda first, last: words.reported(first, last, NO_BREAK),
        "quoted": words.quoted,
        "bars": charts.bars,
        "course_bars": charts.course,
        "days_between": words.days,
        "counted": lambda edition: citations.counted(words, edition),
        "course_text": lambda course: citations.course_text(words, course),
        "source_numbers": citations.source_numbers,
        "quote_numbers": citations.quote_numbers,
        "source": citations.source,
        "headed": citations.headed,
        "lone": citations.lone,
        "any_lone": citations.any_lone,
        "support": lambda story: citations.support(words, story),
        "LONE": citations.LONE,
        "matrix": charts.matrix,
        "citations": citations.citations,
        "reprints": citations.reprints,
        "versions": citations.versions,
        "passages_url": citations.passages_url,
        "passage_url": links.passage_url,
        "shown": lambda place, language: shown(words, medium, place, language),
        "lang": lambda language, text="": lang(words, language, text),
        "turned": lambda text: turned(words, text),
        "side": lambda voice: side(words, voice),
        "comma": lambda voice: comma(words, voice),
        "isolated": lambda text: isolated(words, text),
        "status": lambda story, day: status(words, story, day),
        "note": lambda edition: note(words, edition),
        "hour": hour,
        "headline_language": lambda story: story.get("headline_language", words.language),
        "place_language": lambda story, place: place_language(story, place, words.language),
        "stories_of": stories_of,
        "first_quote": first_quote,
        "locations": citations.locations,
        "outlets": outlets,
    }


def shown(words: Frame, medium: Medium, place: Place, language: str) -> Markup:
    """Words of a source, in an element that says where they stand.

    On paper nobody asks, and each element costs layout: only a foreign text has one there.
    """
    claim = Markup("")
    if medium == "screen":
        at = f"{place['article']}:{place['start']}-{place['end']}"
        claim = Markup(' data-place="{}"').format(at)
    claim += lang(words, language, place["text"])
    return (
        Markup("<span{}>{}</span>").format(claim, place["text"]) if claim else escape(place["text"])
    )


def lang(words: Frame, language: str, text: str = "") -> Markup:
    """The `lang` and `dir` attributes of a text, where they are not those of the page."""
    if base(language) == base(words.language):
        return turned(words, text)
    foreign = Markup(' lang="{}"').format(language)
    return foreign + Markup(' dir="{}"').format(direction(language))


def turned(words: Frame, text: str) -> Markup:
    """The `dir` attribute of a text whose letters run against the page: it keeps to itself.

    Told from its letters, since a source's language is often not known.
    """
    runs = running(text)
    return Markup(' dir="{}"').format(runs) if runs not in ("", words.direction) else Markup("")


def side(words: Frame, voice: VoiceData) -> Markup:
    """The `dir` attribute of a voice whose quotes all run against the page."""
    ways = {turned(words, quote["contents"][0]["text"]) for quote in voice["quotes"]}
    return ways.pop() if len(ways) == 1 else Markup("")


def comma(words: Frame, voice: VoiceData) -> str:
    """The comma between a speaker's name and role, of the side that the voice stands on."""
    against = side(words, voice)
    if not against:
        return words.text(", ")
    return "، " if "rtl" in against else ", "


def isolated(words: Frame, text: str) -> Markup:
    """A name within a line of the page, kept to itself where it runs against it."""
    against = turned(words, text)
    return Markup("<bdi{}>{}</bdi>").format(against, text) if against else escape(text)


def unbroken(text: str) -> str:
    """`text` that no line end parts."""
    return str(text).replace(" ", NO_BREAK)


def kept(text: str) -> Markup:
    """A headline for paper, where no line is balanced: its last words stay together, so that none
    of them has a line of its own."""
    start = text.rstrip().rfind(" ", 0, -LAST_WORDS) + 1
    if start <= LAST_WORDS or len(text) - start > 2 * LAST_WORDS:
        return escape(text)
    return Markup('{}<span class="kept">{}</span>').format(text[:start], text[start:])


def hour(edition: Edition, index: int) -> str:
    """The start of the window's hour number `index`, from 0."""
    start = datetime.fromisoformat(edition["window"]["start"]) + timedelta(hours=index)
    return start.isoformat()


def place_language(story: StoryData, place: Place, otherwise: str) -> str:
    """The language of the source from which the words of `place` come."""
    row = citations.source(story, place["source"])
    return (row.get("language") if row else None) or otherwise


def stories_of(edition: Edition, speaker: SpeakerData) -> list[StoryData]:
    """The stories told in full that quote the speaker."""
    return [story for story in edition["stories"] if story["id"] in speaker["stories"]]


def first_quote(story: StoryData, speaker: str) -> str:
    """The anchor of what the speaker says first in a story; the story's where nothing is shown."""
    said = (
        v["quotes"][0]["id"] for v in story["voices"] if v["speaker"] == speaker and v["quotes"]
    )
    return next(said, f"story-{story['number']}")


def outlets(edition: Edition) -> list[tuple[str, list[StoryData]]]:
    """Each outlet of the stories, by name, with the stories that it reported or reprinted."""
    reported: dict[str, list[StoryData]] = {}
    for story in edition["stories"]:
        rows = (name for row in story["sources"] for name in (row, *row["copies"]))
        for outlet in dict.fromkeys(row["outlet"] for row in rows):
            reported.setdefault(outlet, []).append(story)
    return sorted(reported.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
