"""What a page says about itself: JSON-LD (schema.org), meta elements, time elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from briefing.ingest.sources import host
from briefing.text.ids import canonical_url

MAX_SCRIPTS = 20
MAX_SCRIPT = 1_000_000  # characters of one JSON-LD block
MAX_DEPTH = 6  # @graph and mainEntity are never nested deeper
_ARTICLE = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Review|Live|Blog)?.*(?:Article|Posting|Report)$"
)
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date"),
    *("sailthru.date", "article.published", "date.issued", "dc.date.issued", "dcterms.created"),
    *("dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date"),
    *("date", "originalpublicationdate"),
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod")
_SECTIONLESS = re.compile(
    r"(?:\d+|news|articles?|stor(?:y|ies)|posts?|blogs?|a|p|amp|content|[a-z]{2}(?:-[a-z]{2})?|.*[.\d_].*"
    r"|.{25,}|.*-.*-.*|index|archives?|us|world-news)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page states, each "" or () where it does not; dates as written."""

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    site: str = ""
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    section: str = ""
    body: str = ""
    description: str = ""


def stated(tree: Element, url: str) -> Page:
    """What the page at `url` ("" if unknown) says about itself."""
    metas = _metas(tree)
    about = next(iter(_articles(tree)), {})
    return Page(
        titles=_titles(tree, metas, about),
        headings=tuple(" ".join(h.itertext()) for h in tree.iter("h1"))[:5],
        site=_first(metas, "og:site_name", "application-name") or _name(about.get("publisher")),
        authors=tuple(_authors(metas, about)),
        published=tuple(_strings([about.get("datePublished")], metas, _PUBLISHED, _times(tree))),
        updated=tuple(_strings([about.get("dateModified")], metas, _MODIFIED, [])),
        language=_language(tree, metas, about),
        url=_canonical(tree, metas, url),
        section=_section(metas, about, url),
        body=_body(about),
        description=html.unescape(_first(metas, "og:description", "description")),
    )


def iso(text: str) -> str:
    """A date as ISO 8601: as it stands, or from the form that mail and some pages use."""
    written = " ".join(text.split())[:60]
    if re.match(r"\d{4}-\d\d-\d\d", written):
        plain = re.sub(r"\s*(?:UTC|GMT)$", "+00:00", written)
        return re.sub(r"(\d) ([+\-]\d\d:?\d\d)$", r"\1\2", plain)
    if re.match(r"\d{4}/\d\d/\d\d", written):
        return iso(written.replace("/", "-"))
    try:
        moment = parsedate_to_datetime(written)
        return moment.replace(tzinfo=moment.tzinfo or UTC).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


# --- where it stands ------------------------------------------------------------------


def _metas(tree: Element) -> dict[str, str]:
    """name, property or itemprop in lower case -> content; the first of each counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            key = (meta.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _articles(tree: Element) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    scripts = tree.iterfind('.//script[@type="application/ld+json"]')
    for _, script in zip(range(MAX_SCRIPTS), scripts, strict=False):
        text = (script.text or "")[:MAX_SCRIPT].strip().removeprefix("<!--").removesuffix("-->")
        try:
            yield from _within(json.loads(text, strict=False), MAX_DEPTH)
        except (ValueError, RecursionError):
            continue


def _within(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for one in value[:200]:
            yield from _within(one, depth - 1)
    elif depth and isinstance(value, dict):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in names):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _within(value.get(key), depth - 1)


def _times(tree: Element) -> list[str]:
    """The dates of time elements: marked as published, or the first inside the article."""
    marked: list[str] = []
    others: list[str] = []
    for element in tree.iter("time"):
        when = element.get("datetime") or ""
        kind = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        (marked if "publi" in kind or "pubdate" in kind else others).append(when)
    return marked[:2] or others[:1]


def _first(metas: dict[str, str], *keys: str) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _strings(
    told: Iterable[Any], metas: dict[str, str], keys: Iterable[str], more: Iterable[str]
) -> Iterator[str]:
    yield from (one for one in told if isinstance(one, str))
    yield from (metas[key] for key in keys if key in metas)
    yield from (one for one in more if one)


# --- what it says ---------------------------------------------------------------------


def _titles(tree: Element, metas: dict[str, str], about: dict[str, Any]) -> tuple[str, ...]:
    element = next(tree.iter("title"), None)
    named = [metas.get("og:title"), metas.get("twitter:title"), about.get("headline")]
    named.append("".join(element.itertext()) if element is not None else "")
    return tuple(html.unescape(one) for one in named if isinstance(one, str) and one.strip())


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _authors(metas: dict[str, str], about: dict[str, Any]) -> list[str]:
    told = about.get("author") or about.get("creator")
    names = [_name(one) for one in (told if isinstance(told, list) else [told])]
    if not any(names):
        keys = (
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
        )
        names = [metas[key] for key in keys if key in metas and "/" not in metas[key]][:1]
    return [html.unescape(name) for name in names if name][:10]


def _language(tree: Element, metas: dict[str, str], about: dict[str, Any]) -> str:
    """Two or three letters."""
    root = next(tree.iter("html"), tree)
    told = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metas.get("og:locale"),
        about.get("inLanguage"),
        metas.get("language"),
    )
    for one in told:
        found = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", one) if isinstance(one, str) else None
        if found:
            return found[1].lower()
    return ""


def _canonical(tree: Element, metas: dict[str, str], url: str) -> str:
    """The page's own address, believed only on the same site: no page speaks for another's."""
    links = [
        link.get("href") or ""
        for link in tree.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    ]
    for told in [*links[:1], metas.get("og:url", "")]:
        try:
            found = canonical_url(urljoin(url, told.strip())) if told.strip() else ""
        except ValueError:
            continue
        if found and (not url or _one_site(found, url)) and urlsplit(found).path.strip("/"):
            return found
    return canonical_url(url)


def _one_site(one: str, other: str) -> bool:
    a, b = (re.sub(r"^(?:m|mobile|amp|edition)\.", "", host(address)) for address in (one, other))
    return a == b or a.endswith("." + b) or b.endswith("." + a)


def _section(metas: dict[str, str], about: dict[str, Any], url: str) -> str:
    told = about.get("articleSection")
    first = told[0] if isinstance(told, list) and told else told
    if not isinstance(first, str) or not first.strip():
        first = _first(metas, "article:section", "parsely-section", "section", "og:article:section")
    if not first.strip() and url:
        first = _of_path(url)
    return html.unescape(" ".join(first.split()))[:60]


def _of_path(url: str) -> str:
    """ "world" of https://gazette.example/news/world/2026/01/dam-opens."""
    try:
        steps = urlsplit(url).path.split("/")[1:-1]
    except ValueError:
        return ""
    named = (step for step in steps[:3] if step and not _SECTIONLESS.match(step))
    return next(named, "").replace("-", " ")


def _body(about: dict[str, Any]) -> str:
    """The text of the article where the page tells it, without markup."""
    told = about.get("articleBody")
    if not isinstance(told, str):
        return ""
    plain = re.sub(r"<(?:br|/p|/div|/h\d|/li)[^<>]{0,200}>", "\n", html.unescape(told))
    return re.sub(r"<[a-zA-Z/!][^<>]{0,500}>", "", plain)
