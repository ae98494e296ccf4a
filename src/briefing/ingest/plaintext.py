"""Plain text: title, byline and date at its head, then paragraphs, without page furniture.

In `Article.text` each paragraph is one line, also where the file wraps its lines at a fixed width,
and an empty line parts them. A dateline ("LUNDE, Jan. 5 -") stays with its paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import PurePath

from briefing.errors import InputError
from briefing.ingest import dates, frontmatter, furniture, markdown
from briefing.ingest.authors import authors
from briefing.ingest.languages import if_foreign
from briefing.ingest.sources import named
from briefing.ingest.texts import tidy
from briefing.model import Article, Source
from briefing.text.dates import MONTHS_SHORT, WEEKDAY
from briefing.text.ids import article_id, canonical_url
from briefing.text.paragraphs import paragraphs

TITLE = range(3, 31)  # words of a headline
ISO_DATE = len("2026-01-15")
HEAD = 12  # lines before the body in which the headline is looked for
_WORDS = re.compile(r"\w+")
_BYLINE = re.compile(r"(?i:by|von|par|por|di)\s+[^\W\d_a-z]")
_MONTHS = MONTHS_SHORT.lower().split("|")
_MONTH = rf"({MONTHS_SHORT})[a-z]{{0,6}}\.?"
_DAY_LINE = re.compile(
    rf"(?:(?:published|posted|updated|date|on|{WEEKDAY})\b|[:,\s|])*"
    r"(?:(\d{4}-\d\d-\d\d\S{0,20})"
    rf"|{_MONTH} (\d\d?),? (\d{{4}})|(\d\d?)\.? {_MONTH},? (\d{{4}}))"
    r"(?:[\s,|]{1,3}(?:at )?(?P<time>\d\d?[:.]\d\d.{0,20}))?$",
    re.IGNORECASE,
)
# "12:15", "9.05 pm": with another zone's name behind it the time is not known.
_TIME = re.compile(r"(\d\d?)[:.](\d\d)(?::\d\d)?\s?(?:([ap])\.?m\.?|h|hrs|uhr)?$", re.IGNORECASE)


def article(
    raw: str,
    *,
    name: str = "",
    source: Source | None = None,
    url: str = "",
    retrieved: datetime,
    zone: tzinfo = UTC,
) -> Article:
    """The article in `raw`; `name` is its file's. Raises InputError where there are no words.

    What front matter says counts first, then `source` and `url`, then what the text shows.
    """
    said, rest = frontmatter.split(tidy(unicodedata.normalize("NFC", raw)))
    is_markdown = name.lower().endswith((".md", ".markdown"))
    heading = markdown.title(rest)
    lines = _lines(markdown.plain(rest) if is_markdown or heading else rest)
    head, body = parted(lines)
    text = "\n\n".join(body)
    if not _WORDS.search(text):
        raise InputError(f"{name or 'the text'} holds no words")
    title = said.get("title") or heading or headline(head) or _named_after(name)
    if len(body) > 1 and _same(body[0], title):
        text = "\n\n".join(body[1:])
    page = canonical_url(said.get("url") or url)
    outlet = named(said["source"], page) if said.get("source") else source or named("", page)
    published, dated = _published(said.get("date"), head, zone, retrieved)
    return Article(
        id=article_id(page, title, text),
        source=outlet,
        url=page,
        title=title,
        text=text,
        published=published,
        retrieved=retrieved,
        authors=authors([said["author"]] if "author" in said else filter(_BYLINE.match, head)),
        section=said.get("section") or outlet.section,
        language=said.get("language", "").lower()[:3] or outlet.language or if_foreign(text),
        dated=dated,
    )


def parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """(the lines before the body, the body's lines without page furniture)."""
    start, end = furniture.body(lines)
    if end - start == len(lines) and len(lines) > 1 and _is_title(lines[0]):
        start = 1  # nothing tells the body: a list, a poem
    first = max(0, start - HEAD)
    body = [line for line in lines[start:end] if not furniture.is_furniture(line)]
    return list(lines[first:start]), body or list(lines)


def headline(head: Sequence[str]) -> str:
    """The title among the lines above the body: the first where there are few, else the longest."""
    found = [line for line in head if _is_title(line)]
    if sum(not furniture.is_furniture(line) for line in head) <= 3:
        return found[0] if found else ""
    return max(found, key=lambda line: len(_WORDS.findall(line)), default="")


def without_boilerplate(articles: Sequence[Article]) -> tuple[Article, ...]:
    """`articles` of one source without the lines that three or more of them hold.

    An article keeps its text where nothing would be left of it, and its id in any case. Versions
    of one article, or its text at two addresses, are one: what they share is the article.
    """
    repeated = furniture.boilerplate(_each_once(articles))
    texts = [furniture.without(article.text, repeated) for article in articles]
    return tuple(
        replace(one, text=text) if text and text != one.text else one
        for one, text in zip(articles, texts, strict=True)
    )


def _each_once(articles: Sequence[Article]) -> list[str]:
    """The text of each article, of several versions all their texts; whatever their order."""
    of_text: dict[str, str] = {}
    for one in articles:
        of_text[one.text] = min(one.id, of_text.get(one.text, one.id))
    of_id: dict[str, str] = {}
    for one in articles:
        name = of_text[one.text]
        of_id[one.id] = min(name, of_id.get(one.id, name))
    texts: dict[str, list[str]] = {}
    for one in articles:
        texts.setdefault(of_id[one.id], []).append(one.text)
    return ["\n".join(own) for own in texts.values()]


def _lines(text: str) -> list[str]:
    """The paragraphs of `text`, each on one line."""
    return [" ".join(span.of(text).split("\n")).strip() for span in paragraphs(text)]


def _is_title(line: str) -> bool:
    bare = line.strip()
    return (
        len(_WORDS.findall(bare)) in TITLE
        and len(bare) <= 250
        and not bare.endswith((".", ":", ";", ",", "…"))
        and not _BYLINE.match(bare)
        and not _DAY_LINE.match(bare)
        and not furniture.is_furniture(bare)
    )


def _same(line: str, title: str) -> bool:
    return bool(title) and _WORDS.findall(line.casefold()) == _WORDS.findall(title.casefold())


def _named_after(name: str) -> str:
    """The words of a file's name: better than no title ("dam-opens.txt" -> "dam opens")."""
    path = PurePath(name)
    return " ".join(re.split(r"[\s_\-]+", path.stem)).strip() if path.suffix else ""


def _published(
    said: str | None, head: Sequence[str], zone: tzinfo, retrieved: datetime
) -> tuple[datetime, bool]:
    for line in [said or "", *head]:
        found = _DAY_LINE.match(line[:120])
        when, dated = dates.published(_iso(found) if found else line.strip(), zone, retrieved)
        if dated:
            return when, True
    return retrieved, False


def _iso(found: re.Match[str]) -> str:
    """The date of a line, and the time behind it where that is plain."""
    clock = _clock(found["time"] or "")
    if found[1]:
        return found[1] + (clock if len(found[1]) == ISO_DATE else "")
    month, day, year = (
        (found[2], found[3], found[4]) if found[2] else (found[6], found[5], found[7])
    )
    return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}{clock}"


def _clock(text: str) -> str:
    """ "T21:05" for "9.05 pm"; empty where it is no time of a day."""
    found = _TIME.match(text.strip())
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + 12 * (found[3].lower() == "p") if 1 <= hour <= 12 else 24
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
