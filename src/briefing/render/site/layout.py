"""What all pages of the site share: how they are worded, and how they lead to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote as encoded

import jinja2
from babel import dates

from briefing.edition import Edition
from briefing.render import html
from briefing.render.environment import DEFAULT, rendered
from briefing.render.frame import Frame, frame
from briefing.render.site import paths

MOMENTS = 20_000  # days and times that are worded once: a year's, and all of a busy month


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share. `base` is the site's address ("" where it is not known), with "/" at
    its end; `live` pages lead to stored texts, which a written site does not have."""

    title: str
    language: str = "en"
    time_zone: str = "UTC"
    base: str = ""
    live: bool = False
    templates: Path | None = None


def page(site: Site, template: str, path: str, values: Mapping[str, Any]) -> str:
    """The page of a template of the site, with all its links relative to `path`."""
    words, env = dressed(site.language, site.time_zone, site.templates)
    return page_in(words, env, site, template, path, values)


def page_in(
    words: Frame,
    env: jinja2.Environment,
    site: Site,
    template: str,
    path: str,
    values: Mapping[str, Any],
) -> str:
    """The page of a template, worded by `words`: an edition's language may not be the site's."""
    shared = {
        "site": site,
        "path": path,
        "root": paths.root(path),
        "paths": paths,
        "stored": stored,
        "medium": "screen",
        "language": words.language,
        "direction": words.direction,
    }
    return html.clean(rendered(env, f"site/{template}.html", shared | dict(values)))


def stored(article: str, place: Mapping[str, Any] | None) -> str:
    """Where a live site shows the stored text of an article, at a place of it."""
    path = f"article/{encoded(article, safe='')}"
    return f"{path}?start={place['start']}&end={place['end']}#cited" if place else path


def text_of(site: Site, message: str) -> str:
    """A message of the catalogue in the site's language."""
    words, _ = dressed(site.language, site.time_zone, site.templates)
    return words.text(message)


@lru_cache(maxsize=8)
def dressed(language: str, zone: str, templates: Path | None) -> tuple[Frame, jinja2.Environment]:
    """The words of a language, and its templates; `zone` is that in which moments are told."""
    words = frame(cast("Edition", {"language": language, "window": {"time_zone": zone}}))
    env = html.dressed(words, DEFAULT, templates)
    env.filters["month"] = lambda month: _month(words, month)
    # To word a moment costs as much as a line of a page, and many lines tell the same.
    env.filters |= {
        name: lru_cache(maxsize=MOMENTS)(getattr(words, name))
        for name in ("day", "short_day", "clock", "moment")
    }
    env.auto_reload = False  # some thousand pages need not look at the files each time
    return words, env


def _month(words: Frame, month: str) -> str:
    """ "2026-01" as "January 2026"."""
    first = date.fromisoformat(f"{month}-01")
    return dates.format_skeleton("yMMMM", first, locale=words.locale)
