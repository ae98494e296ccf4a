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
from briefing.ingest import dates, daylines, frontmatter, furniture, markdown
from briefing.ingest.authors import authors
from briefing.ingest.languages import if_foreign
from briefing.ingest.sources import named
from briefing.ingest.texts import tidy
from briefing.model import Article, Source
from briefing.text.ids import article_id, canonical_url
from briefing.text.paragraphs import paragraphs

TITLE = range(3, 31)  # words of a headline
SHORT_TITLE = range(2, 3)  # of one that stands above all else
HEAD = 12  # lines before the body in which the headline is looked for
_WORDS = re.compile(r"\w+")
_BYLINE = re.compile(r"(?i:by|von|par|por|di)\s+[^\W\d_a-z]")


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
    # A day in the headline is that of the event, maybe years ago.
    above = [line for line in head if line != title]
    published, dated = _published(said.get("date"), above, zone, retrieved)
    return Article(
        id=article_id(page, title, text),
        source=outlet,
        url=page,
        title=title,
        text=text,
        published=published,
        retrieved=retrieved,
        authors=authors([said["author"]] if "author" in said else _bylines(head)),
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
    if not found:
        return _odd_headline(head)
    if sum(not furniture.is_furniture(line) for line in head) <= 3:
        return found[0]
    return max(found, key=lambda line: len(_WORDS.findall(line)))


def _odd_headline(head: Sequence[str]) -> str:
    """Where no line looks like a title: two words above all else, or one that ends with a day."""
    if head and _is_title(head[0], SHORT_TITLE):
        return head[0]
    named = (line for line in head if (found := daylines.read(line)) and found.before)
    return next((line for line in named if not _BYLINE.match(line)), "")


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


def _is_title(line: str, length: range = TITLE) -> bool:
    bare = line.strip()
    return (
        len(_WORDS.findall(bare)) in length
        and len(bare) <= 250
        and not bare.endswith((".", ":", ";", ",", "…"))
        and not _BYLINE.match(bare)
        and daylines.read(bare) is None
        and not furniture.is_furniture(bare)
    )


def _bylines(head: Sequence[str]) -> list[str]:
    found = (daylines.read(line) or daylines.DayLine("", line) for line in head)
    return [line.before for line in found if _BYLINE.match(line.before)]


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
        found = daylines.read(line)
        when, dated = dates.published(found.date if found else line.strip(), zone, retrieved)
        if dated:
            return when, True
    return retrieved, False
