"""Pages of a live archive alone: stored texts, what a search found, and notices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.edition import moment
from briefing.model import Article, Span
from briefing.render.site import paths
from briefing.render.site.layout import Site, page, text_of

_PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: `path` leads to the place, `pieces` are words and whether they were looked for."""

    path: str
    title: str
    outlet: str
    published: str
    speaker: str
    pieces: tuple[tuple[str, bool], ...]


def article(site: Site, shown: Article, marks: Sequence[Span], story: str) -> str:
    """A stored text with the places of `marks`; `story` is the id of a story that has it, or ""."""
    values = {
        "heading": shown.title or text_of(site, "Untitled"),
        "article": shown,
        "published": moment(shown.published),
        "text_language": shown.language or site.language,
        "paragraphs": paragraphs(shown.text, marks),
        "story": story,
    }
    return page(site, "article", "article/one", values)


def paragraphs(text: str, marks: Sequence[Span]) -> list[list[tuple[str, int]]]:
    """The paragraphs of `text` in pieces: words, and 0 or the number of their mark, from 1.

    A mark that goes over the end of a paragraph has a piece in each; none is cut twice.
    """
    ordered = _apart(marks)
    turn = 0
    pieces = []
    for found in _PARAGRAPH.finditer(text):
        line: list[tuple[str, int]] = []
        at, end = found.span()
        for mark in ordered:
            start, stop = max(mark.start, at), min(mark.end, end)
            if start < stop:
                turn += 1
                line += [(text[at:start], 0), (text[start:stop], turn)]
                at = stop
        line.append((text[at:end], 0))
        pieces.append([piece for piece in line if piece[0]])
    return pieces


def _apart(marks: Sequence[Span]) -> list[Span]:
    """The marks in order, without those that begin inside another."""
    apart: list[Span] = []
    for mark in sorted(marks):
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return apart


def pieces(text: str, marks: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """`text` as marked and plain pieces."""
    line = paragraphs(" ".join(text.splitlines()) if "\n" in text else text, marks)
    return tuple((words, bool(mark)) for words, mark in (line[0] if line else []))


def search(
    site: Site,
    asked: Mapping[str, str],
    hits: Sequence[Found] | None,
    outlets: Sequence[str],
    sections: Sequence[str],
    earlier: str = "",
    later: str = "",
) -> str:
    """The form, filled in as `asked`; `hits` is None where nothing was looked for yet."""
    values = {
        "heading": text_of(site, "Search"),
        "asked": asked,
        "hits": hits,
        "outlets": outlets,
        "sections": sections,
        "earlier": earlier,
        "later": later,
    }
    return page(site, "find", paths.SEARCH, values)


def notice(site: Site, path: str, about: str) -> str:
    """Why there is nothing to read: "empty", "article", "long", "page"."""
    return page(site, "notice", path, {"heading": site.title, "about": about})
