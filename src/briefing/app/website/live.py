"""What a request to the live archive gets.

Pages are those of the written site, made when they are asked for; search and stored texts come
straight from the archive, which is only read.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from briefing.app.shell import Shell
from briefing.app.website.publishing import Abstracts, planned
from briefing.archive import Archive, Filter, Hit
from briefing.archive.search import Kind
from briefing.edition import moment
from briefing.model import Span
from briefing.render.site import Page, Site, paths, texts
from briefing.text.days import window

PAGE_HITS = 10
LAST_PAGE = 50  # five hundred hits: who looks further needs another word
LONGEST_WORDS = 200  # characters of a search
HELD_PAGES = 300  # made pages in memory: about 50 MB of large editions
PLAN_SECONDS = 5.0  # while articles come in, the pages are planned anew at most so often

TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets: an HTTP status, a body, its media type."""

    status: int
    content: bytes
    type: str = TYPES["html"]

    @property
    def etag(self) -> str:
        """A strong entity tag (RFC 9110, 8.8.3): the same body, the same tag."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:20]}"'


@dataclass(slots=True)
class LiveArchive:
    """The archive as a reader sees it now; used by one thread."""

    shell: Shell
    archive: Archive
    site: Site
    known: Abstracts = field(default_factory=Abstracts)
    pages: Mapping[str, Page] = field(default_factory=dict)
    seen: int = -1  # the archive's number of changes when the pages were planned
    planned_at: float = 0.0
    made: dict[str, tuple[str, Answer]] = field(default_factory=dict)
    filters: tuple[list[str], list[str]] = ([], [])

    def answer(self, path: str, query: Mapping[str, str]) -> Answer:
        """What a GET of `path` (without its first slash) gets."""
        self._refresh()
        if path == "healthz":
            return self._health()
        if path in ("", "search", "feed.xml"):
            path = {"": paths.FRONT, "search": paths.SEARCH, "feed.xml": paths.FEED}[path]
        if path == paths.SEARCH:
            return self._search(query)
        if path.startswith("article/"):
            return self._article(path.removeprefix("article/"), query)
        if path in self.pages:
            return self._page(self.pages[path])
        if path == paths.FRONT:
            return self._notice(path, 200, "empty")
        return self._notice("x/" * path.count("/") + "none", 404, "page")

    def _refresh(self) -> None:
        """Plan the pages anew where somebody wrote, but not with every article of a fetch."""
        now = time.monotonic()
        if self.pages and now - self.planned_at < PLAN_SECONDS:
            return
        changes = self.archive.changes()
        if changes != self.seen:
            self.pages = planned(self.archive, self.site, self.known)
            outlets = sorted({source.name for source, _ in self.archive.sources()})
            self.filters = (outlets, list(self.archive.sections()))
            self.seen = changes
        self.planned_at = now

    def _page(self, page: Page) -> Answer:
        named, made = self.made.get(page.path, ("", None))
        if made is None or named != page.inputs:
            kind = page.path.rpartition(".")[2]
            type = "application/xml; charset=utf-8" if page.path == paths.SITEMAP else TYPES[kind]
            made = Answer(200, page.make().encode(), type)
            if len(self.made) >= HELD_PAGES:
                self.made.pop(next(iter(self.made)))
            self.made[page.path] = (page.inputs, made)
        return made

    def _health(self) -> Answer:
        days = sorted(self.known.editions)
        state = {"status": "ok", "editions": len(days), "latest": days[-1] if days else None}
        return Answer(200, json.dumps(state).encode(), "application/json")

    def _notice(self, path: str, status: int, about: str) -> Answer:
        return Answer(status, texts.notice(self.site, path, about).encode())

    # --- search -----------------------------------------------------------------------

    def _search(self, query: Mapping[str, str]) -> Answer:
        asked = {
            key: query.get(key, "").strip()
            for key in ("q", "kind", "day", "speaker", "outlet", "section")
        }
        if any(len(value) > LONGEST_WORDS for value in asked.values()):
            return self._notice(paths.SEARCH, 400, "long")
        number = _number(query.get("page", "1"), 1, LAST_PAGE) or 1
        hits = self._hits(asked, number) if _looks(asked) else None
        more = hits is not None and len(hits) > PAGE_HITS and number < LAST_PAGE
        marked = f"?{urlencode({'q': asked['q']})}#cited" if asked["q"] else ""
        found = None if hits is None else [_found(hit, marked) for hit in hits[:PAGE_HITS]]
        content = texts.search(
            self.site,
            asked,
            found,
            *self.filters,
            earlier=_turn(asked, number - 1) if number > 1 else "",
            later=_turn(asked, number + 1) if more else "",
        )
        return Answer(200, content.encode())

    def _hits(self, asked: Mapping[str, str], number: int) -> tuple[Hit, ...]:
        """The hits of a page, and one more where there is a further page."""
        kind: Kind = "quotes" if asked["kind"] == "quotes" else "articles"
        only = Filter(outlet=asked["outlet"], section=asked["section"], speaker=asked["speaker"])
        if asked["day"]:
            day = _day(asked["day"])
            if day is None:
                return ()
            covered = window(day, self.shell.config.settings.edition)
            only = Filter(covered.start, covered.end, only.outlet, only.section, only.speaker)
        return self.archive.find(
            asked["q"], kind, only, limit=PAGE_HITS + 1, offset=(number - 1) * PAGE_HITS
        )

    # --- stored texts -----------------------------------------------------------------

    def _article(self, id: str, query: Mapping[str, str]) -> Answer:
        found = self.archive.article(id) if len(id) <= LONGEST_WORDS else None
        if found is None:
            return self._notice("article/none", 404, "article")
        length = len(found.text)
        start = _number(query.get("start", ""), 0, length)
        end = _number(query.get("end", ""), 0, length)
        marks: tuple[Span, ...] = ()
        if start is not None and end is not None and start < end:
            marks = (Span(start, end),)
        elif words := query.get("q", "")[:LONGEST_WORDS]:
            marks = self.archive.places(id, words)
        story = self._story(id)
        return Answer(200, texts.article(self.site, found, marks, story).encode())

    def _story(self, article: str) -> str:
        """The story that an edition put the article in, where it has a page."""
        for _, edition in self.known.editions.values():
            for line in edition["stories"]:
                if article in line["articles"] and paths.story(line["id"]) in self.pages:
                    return line["id"]
        return ""


def _looks(asked: Mapping[str, str]) -> bool:
    return any(value for key, value in asked.items() if key != "kind")


def _found(hit: Hit, marked: str) -> texts.Found:
    """`marked` is what the address of a stored text ends with, for its words to be marked."""
    return texts.Found(
        path=f"article/{hit.article}{marked}",
        title=hit.title,
        outlet=hit.outlet,
        published=moment(hit.published),
        speaker=hit.speaker,
        pieces=texts.pieces(hit.excerpt, hit.marks),
    )


def _turn(asked: Mapping[str, str], number: int) -> str:
    """The address of another page of the same search: the place in it is kept by the URL."""
    kept = {key: value for key, value in asked.items() if value}
    return f"search.html?{urlencode(kept | {'page': str(number)})}"


def _number(text: str, least: int, most: int) -> int | None:
    """A whole number in ASCII digits from `least` to `most`."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        return None
    return int(text) if least <= int(text) <= most else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
