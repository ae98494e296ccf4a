"""The edition as a mail: an HTML part for mail programs, a text part written from the data.

Mail programs read little: styles stand in the elements, the layout is one column of a table, and
there is no script, font, picture or drawing (https://www.caniemail.com). A part that is too long
is cut by some of them (Gmail at 102 kB): a long edition is told in two sentences a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import MIMEPart
from email.policy import SMTP
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from briefing.edition import Edition, StatementData, StoryData
from briefing.render.citations import (
    LONE,
    any_lone,
    counted,
    headed,
    lone,
    quote_numbers,
    reprints,
    source_numbers,
    support,
    versions,
)
from briefing.render.environment import DEFAULT, environment, rendered, small, source
from briefing.render.frame import Frame, frame
from briefing.render.html import NO_BREAK, isolated, lang, place_language, unbroken
from briefing.render.links import safe_url
from briefing.render.notes import note
from briefing.render.status import status
from briefing.render.text import clean, quoted, text

Extent = Literal["full", "short", "headlines"]

LARGEST = 80_000  # bytes of the encoded HTML part: with its headers far below where mail is cut
TEXT_COLUMNS = 72  # of the text part: a reply quotes it within 80
SENTENCES = 2  # a story of a shortened mail
PREHEADER = 140  # characters that a list of mails shows behind the subject, at most

# No such character may stand in HTML, and no source means one; nor does it turn the writing round.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_KEPT = "/* kept */"  # what stands behind it in the sheet is no style of an element


@dataclass(frozen=True, slots=True)
class Mail:
    """`extent` says how much of the edition `html` tells; `text` always tells all of it."""

    subject: str
    html: str
    text: str
    language: str
    extent: Extent


def email(
    edition: Edition,
    *,
    link: str = "",
    attached: bool = False,
    theme: str = DEFAULT,
    templates: Path | None = None,
) -> Mail:
    """The mail of an edition. `link` is where the whole edition stands, if anywhere; `attached`
    says that its PDF comes with the mail."""
    words = frame(edition)
    page = _Page(edition, words, safe_url(link), attached, theme, templates)
    for extent, stories in _extents(edition):
        html = page.html(extent, stories)
        if len(encoded(html)) <= LARGEST:
            break
    return Mail(
        subject=clean(f"{edition['title']}, {words.short_day(edition['day'])}"),
        html=html,
        text=text(edition, width=TEXT_COLUMNS),
        language=words.language,
        extent=extent,
    )


def encoded(html: str) -> bytes:
    """The HTML part as it is sent."""
    part = MIMEPart(policy=SMTP)
    part.set_content(html, subtype="html", cte="quoted-printable")
    if len(html.encode()) > 1.2 * len(html):  # beyond Latin letters base64 is the shorter one
        part.set_content(html, subtype="html", cte="base64")
    return part.as_bytes()


def _extents(edition: Edition) -> Iterator[tuple[Extent, int]]:
    """How much to tell, from all downwards, with how many stories."""
    number = len(edition["stories"])
    yield "full", number
    yield "short", number
    while number > 1:
        yield "headlines", number
        number //= 2
    yield "headlines", number


@dataclass(frozen=True, slots=True)
class _Page:
    edition: Edition
    words: Frame
    link: str
    attached: bool
    theme: str
    templates: Path | None

    def html(self, extent: Extent, stories: int) -> str:
        env = environment(self.theme, self.templates, self.words)
        env.filters |= _filters(self.words)
        env.globals |= _globals(self.words)
        told = self.edition["stories"][:stories]
        values: dict[str, Any] = {
            "edition": self.edition,
            "stories": told,
            "also": [] if extent == "headlines" else self.edition["also"],
            "extent": extent,
            "shown": lambda story: _shown(story, extent),
            "link": self.link,
            "shortened": self._shortened(),
            "preheader": preheader(self.edition),
            "language": self.words.language,
            "direction": self.words.direction,
        }
        page = _FORBIDDEN.sub("\ufffd", rendered(env, "mail.html", values))
        return _inlined(page, source(env, "mail.css"))

    def _shortened(self) -> str:
        """Where to read what a shortened mail leaves out."""
        if self.attached:
            return self.words.text("Shortened: the whole edition is in the attached PDF.")
        if self.link:
            return self.words.text("Shortened: the whole edition is here:")
        return self.words.text("Shortened: the whole edition is in the text part of this mail.")


def _shown(story: StoryData, extent: Extent) -> list[StatementData]:
    if extent == "full":
        return story["statements"]
    return story["statements"][: SENTENCES if extent == "short" else 0]


def _filters(words: Frame) -> dict[str, Any]:
    return {
        "day": words.day,
        "short_day": words.short_day,
        "published": words.published,
        "number": words.number,
        "section": words.section,
        "safe_url": safe_url,
        "unbroken": unbroken,
    }


def _globals(words: Frame) -> dict[str, Any]:
    return {
        "count": words.count,
        "counted": lambda edition: counted(words, edition),
        "span": lambda first, last: words.span(first, last, NO_BREAK),
        "reported": lambda first, last: words.reported(first, last, NO_BREAK),
        "said": lambda quote: quoted(quote, words),
        "lang": lambda language, text="": lang(words, language, text),
        "isolated": lambda text: isolated(words, text),
        "status": lambda story, day: status(words, story, day),
        "note": lambda edition: note(words, edition),
        "headed": headed,
        "support": lambda story: support(words, story),
        "reprints": reprints,
        "versions": versions,
        "source_numbers": source_numbers,
        "lone": lone,
        "any_lone": any_lone,
        "LONE": LONE,
        "quote_numbers": quote_numbers,
        "headline_language": lambda story: story.get("headline_language", words.language),
        "place_language": lambda story, place: place_language(story, place, words.language),
    }


def preheader(edition: Edition) -> str:
    """The first headlines: what a list of mails shows behind the subject."""
    line = ""
    for story in islice(edition["stories"], 4):
        longer = f"{line} · {clean(story['headline'])}" if line else clean(story["headline"])
        if line and len(longer) > PREHEADER:
            break
        line = longer
    return line


def _inlined(page: str, css: str) -> str:
    """`page` with the rules of the sheet in its elements, and the rest of the sheet in its head."""
    import css_inline

    rules, _, kept = css.partition(_KEPT)
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, extra_css=small(rules))
    head, mark, rest = inliner.inline(page).partition("</head>")
    return str(Markup(f"{head}<style>{small(kept)}</style>\n{mark}{rest}\n"))  # noqa: S704 (a page already)
