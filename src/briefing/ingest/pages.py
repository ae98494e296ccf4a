"""Saved or fetched HTML pages: the article on them, without the page around it.

trafilatura finds the body (Barbaresi 2021, ACL demos); what it leaves of the page is taken out
here. In `Article.text` each paragraph, heading, list item or table row is one line, and an empty
line parts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from briefing.errors import InputError
from briefing.ingest import dates
from briefing.ingest.authors import authors
from briefing.ingest.encodings import decoded
from briefing.ingest.furniture import CJK, credits_agency, is_furniture, is_prose
from briefing.ingest.languages import language_of
from briefing.ingest.metadata import Page, iso, stated
from briefing.ingest.sources import host, named
from briefing.ingest.texts import noise, tidy, visible
from briefing.ingest.titles import headline
from briefing.model import Article, Source
from briefing.text.ids import article_id

MAX_BYTES = 8_000_000  # twenty times a long page; the parser takes a second for it
MAX_TAGS = 60_000  # the largest pages of real outlets have about 20,000
FEWEST_WORDS = 5  # less is no article
SHORT_OF = 0.6  # a body with less of the page's prose than this is looked for once more
HEAD = 4  # lines: a title further down belongs to the article
TAIL = 5  # lines: a longer list after the last sentence belongs to the article
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{2,40})", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
# Elements whose paragraphs are not the article's, by tag, class or id.
_ASIDE = re.compile(
    r"[ _-](?:aside|footer|nav|header|form|figure|blockquote|comments?|disqus|related|recommend\w*"
    r"|sidebar|promo\w*|newsletter|subscri\w*|cookies?|consent|modal|popup|teasers?|trending|share)"
    r"(?:[ _-]|$)",
    re.IGNORECASE,
)


def article(
    body: bytes | str,
    *,
    url: str = "",
    source: Source | None = None,
    retrieved: datetime,
    charset: str = "",
    zone: tzinfo = UTC,
) -> Article:
    """The article on one page; `url` is where it was found. Raises InputError.

    A date without a time is noon of that day in `zone`; dates in the future are not believed.
    """
    where = url or "the page"
    text = _decoded(body, where, charset)
    if text.count("<") > MAX_TAGS:
        raise InputError(f"{where} has more than {MAX_TAGS} tags: no article has")
    if "<" not in text:
        raise InputError(f"{where} holds no markup: it is no page")
    if fault := noise(text.replace("\x00", "")):  # of which UTF-16 without its mark has many
        raise InputError(f"{where} is no page: {fault}")
    try:
        about, found, guessed = _read(text, url, retrieved)
    except Exception as error:  # (whatever a parser meets in a hostile page)
        raise InputError(f"{where} cannot be read as a page ({type(error).__name__})") from error
    if len(_WORDS.findall(found)) + len(CJK.findall(found)) < FEWEST_WORDS:
        raise InputError(f"{where} holds no article")
    return _article(about, found, guessed, source, retrieved, zone)


def _article(
    about: Page, text: str, guessed: Any, source: Source | None, retrieved: datetime, zone: tzinfo
) -> Article:
    outlet = source or named(_site(about.site or guessed.sitename or ""), about.url)
    title = visible(headline(about.titles, about.headings, outlet.name, host(about.url)))
    published, dated = _published(about.published, guessed.date, retrieved, zone)
    updated = _updated(about.updated, published, retrieved, zone) if dated else None
    return Article(
        id=article_id(about.url, title, text),
        source=outlet,
        url=about.url,
        title=title,
        text=text,
        published=published,
        retrieved=retrieved,
        updated=updated,
        authors=authors(about.authors or (guessed.author or "").split("; ")),
        section=visible(about.section) or outlet.section,
        language=about.language or outlet.language or language_of(text),
        dated=dated,
    )


def _site(name: str) -> str:
    """An outlet's name without its motto; none where the page gives its address or account."""
    first = re.split(r"\s[|–—-]\s", name, maxsplit=1)[0].strip()
    return "" if "://" in first or first.startswith("@") else first


def _decoded(body: bytes | str, where: str, charset: str) -> str:
    if len(body) > MAX_BYTES:
        raise InputError(f"{where} is larger than {MAX_BYTES / 1e6:g} MB")
    if isinstance(body, str):
        return body
    told = _CHARSET.search(body[:4096])
    return decoded(body, charset, told[1].decode("ascii") if told else "")


def _read(text: str, url: str, retrieved: datetime) -> tuple[Page, str, Any]:
    """(what the page states, its article's text, trafilatura's guess at what it does not state)."""
    tree = _tree(text)
    about = stated(tree, url)
    paragraphs = _paragraphs(tree)
    guessed = (
        _guessed(tree, url, retrieved)
        if not (about.published and about.authors and about.site)
        else None
    )
    found = _extracted(tree, url, precise=True)
    if _count(found) < SHORT_OF * _count(_beside(found, paragraphs)):
        found = max(found, _extracted(_tree(text), url, precise=False), key=_count)
    beside = _beside(found, paragraphs)
    if _count(found) < SHORT_OF * _count(beside):
        found = beside
    if _count(found) < SHORT_OF * _count(about.body):
        found = about.body
    titles = (*about.titles, *about.headings)
    lines = cleaned(found.split("\n"), titles, about.description)
    return about, tidy("\n\n".join(lines)), guessed or _Nothing()


def _tree(text: str) -> Any:
    from trafilatura import load_html

    tree = load_html(text.replace("\x00", ""))
    if tree is None:
        raise ValueError("no markup")
    return tree


@dataclass(frozen=True, slots=True)
class _Nothing:
    date: str = ""
    author: str = ""
    sitename: str = ""


def _guessed(tree: Any, url: str, retrieved: datetime) -> Any:
    """trafilatura's search for date, author and site where the page does not state them.

    Not its search through the words of the text, which takes any year there for the date.
    """
    from trafilatura.metadata import extract_metadata

    latest = (retrieved + timedelta(days=1)).strftime("%Y-%m-%d")
    known = {"original_date": True, "extensive_search": False, "max_date": latest}
    return extract_metadata(tree, default_url=url or None, date_config=known, extensive=False)


def _extracted(tree: Any, url: str, *, precise: bool) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, url=url or None, favor_precision=precise, include_comments=False)
    text = getattr(found, "text", None)  # None where it finds nothing
    return text if isinstance(text, str) else ""


def _paragraphs(tree: Any) -> list[tuple[str, str]]:
    """(where it stands, text) of the page's p elements of prose, but for comments and the like."""
    found = []
    for p in tree.iter("p"):
        text = " ".join("".join(p.itertext()).split())
        if is_prose(text) and not is_furniture(text):
            names = [_named(parent) for parent in p.iterancestors()]
            if not any(_ASIDE.search(name) for name in names):
                found.append((names[0] if names else "", text))
    return found


def _beside(found: str, paragraphs: list[tuple[str, str]]) -> str:
    """The paragraphs that stand in elements like those of which `found` holds some; else all.

    A page may part its article in pieces (for advertisements, a wall) of which only one was found.
    """
    places = {place for place, text in paragraphs if text in found}
    return "\n".join(text for place, text in paragraphs if place in places or not places)


def _named(element: Any) -> str:
    """What an element is called: its tag, class and id."""
    return f" {element.tag} {element.get('class') or ''} {element.get('id') or ''}"


def _count(text: str) -> int:
    return len(_WORDS.findall(text))


# --- the lines of the body ------------------------------------------------------------


def cleaned(lines: list[str], titles: tuple[str, ...], summary: str = "") -> list[str]:
    """The lines of a body without its repeated title, what stands before that, and furniture."""
    kept = [line for line in lines if line.strip()]
    kept = kept[_after_title(kept, {_key(title) for title in titles} - {""}, _key(summary)) :]
    return _without_tail([line for line in kept if not is_furniture(line)])


def _after_title(lines: list[str], titles: set[str], summary: str) -> int:
    """The number of lines at the head that are the title, its summary, and what precedes them."""
    found = 0
    for number, line in enumerate(lines[:HEAD]):
        key = _key(line)
        if key in titles or (len(key) > 15 and any(title.startswith(key) for title in titles)):
            found = number + 1
        elif is_prose(line):
            continue
        elif key and key == summary:
            found = number + 1
    return found if found < len(lines) else 0


def _without_tail(lines: list[str]) -> list[str]:
    """Without a few links and labels after the last sentence; a list or table there stays."""
    ends = (n for n, line in enumerate(lines) if is_prose(line) or credits_agency(line))
    last = max(ends, default=len(lines) - 1)
    tail = lines[last + 1 :]
    if len(tail) > TAIL or any(_ends(line) for line in tail):
        return lines
    return lines[: last + 1]


def _ends(line: str) -> bool:
    return line.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…"))


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))


# --- dates --------------------------------------------------------------------------


def _published(
    written: tuple[str, ...], guess: str | None, retrieved: datetime, zone: tzinfo
) -> tuple[datetime, bool]:
    for one in (*written, guess or ""):
        when, dated = dates.published(iso(one), zone, retrieved)
        if dated:
            return when, True
    return retrieved, False


def _updated(
    written: tuple[str, ...], published: datetime, retrieved: datetime, zone: tzinfo
) -> datetime | None:
    when, dated = _published(written, None, retrieved, zone)
    return when if dated and when > published else None
