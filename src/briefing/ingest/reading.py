"""Bytes of any kind to articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from briefing.errors import InputError
from briefing.ingest import entries, jsonlines, sniff, strangers, webarchive
from briefing.ingest.dates import noon
from briefing.ingest.encodings import decoded
from briefing.ingest.feednames import outlet
from briefing.ingest.feeds import CUT, feed
from briefing.ingest.sources import UNKNOWN, named
from briefing.ingest.texts import noise
from briefing.ingest.web.bodies import TooLarge, Undecodable, gunzipped
from briefing.model import Article, Missed, Source
from briefing.text.ids import article_id, canonical_url

Day = date
Outcome = tuple[tuple[Article, ...], tuple[Missed, ...]]
MAX_BYTES = 1_000_000_000  # of a file, unpacked: a month's web archive
MAX_RATIO = 100  # text shrinks to a tenth; what grows a hundredfold was made to fill the memory
SMALL = 20_000_000  # unpacked: harmless at any ratio


@dataclass(frozen=True, slots=True)
class Told:
    """What the person or the configuration says of an input, where the input does not.

    `date` is a fact ("published that day"); `day` is assumed of what is undated, which stays
    marked as undated. Dates without a zone are in `zone`. `kept` names the folder or the file,
    for an outlet that nothing else names.
    """

    retrieved: datetime
    source: Source | None = None
    url: str = ""
    date: Day | None = None
    day: Day | None = None
    zone: tzinfo = UTC
    kept: str = ""


def read(
    body: bytes, name: str, told: Told, *, content_type: str = "", charset: str = ""
) -> Outcome:
    """The articles in `body`, which is called `name` in what is missed. Raises InputError."""
    kind = sniff.kind(body, name, content_type)
    if kind == "gzip":
        return read(_unpacked(body, name), name.removesuffix(".gz"), told, charset=charset)
    if kind == "webarchive":
        found, missed = _archived(body, name, told)
    elif kind == "feed":
        found, missed = _feed(body, name, told, charset)
    elif kind == "rows":
        found, missed = jsonlines.articles(
            body, name=name, retrieved=told.retrieved, source=told.source, zone=told.zone
        )
    elif kind == "page":
        found, missed = (_page(body, name, told, charset),), ()
    elif kind == "text":
        found, missed = (_plain(body, name, told),), ()
    elif kind == "opml":
        raise InputError(f"{name} is a list of feeds: briefing sources import takes it")
    elif kind in strangers.WHY:
        raise InputError(f"{name} {strangers.WHY[kind]}")
    else:
        raise InputError(f"{name} is in no format that can be read")
    return tuple(as_told(article, told) for article in found), missed


def page(body: bytes, told: Told, *, charset: str = "") -> Article:
    """The article on one page. Raises InputError."""
    from briefing.ingest.pages import article

    return article(
        body,
        url=told.url,
        source=told.source,
        retrieved=told.retrieved,
        charset=charset,
        zone=told.zone,
    )


def _page(body: bytes, name: str, told: Told, charset: str) -> Article:
    try:
        return page(body, told, charset=charset)
    except InputError as error:
        reason = str(error).removeprefix(f"{told.url or 'the page'} ")
        raise InputError(f"{name} {reason}") from error


def _plain(body: bytes, name: str, told: Told) -> Article:
    from briefing.ingest.plaintext import article

    return article(
        _text(body, name),
        name=name,
        source=told.source,
        url=told.url,
        retrieved=told.retrieved,
        zone=told.zone,
    )


def _text(body: bytes, name: str) -> str:
    """The text of `body`. Raises InputError where it is none; a stray NUL is dropped later on."""
    text = decoded(body)
    if fault := noise(text):
        raise InputError(f"{name} is no text: {fault}")
    return text


def _feed(body: bytes, name: str, told: Told, charset: str) -> Outcome:
    """What the feed itself holds; nothing is fetched for a file."""
    found = feed(body, told.url, charset)
    home = found.url or told.url
    source = told.source or named(outlet(found.title, home), home)
    listed = entries.distinct(found.entries)
    read = [entries.article(entry, source, told.retrieved) for entry in listed]
    articles = tuple(article for article in read if article is not None)
    empty = len(read) - len(articles)
    cut = (Missed(name, CUT),) if found.cut else ()
    if not empty:
        return articles, cut
    return articles, (Missed(name, f"{empty} of {len(read)} entries hold no whole sentence"), *cut)


def _archived(body: bytes, name: str, told: Told) -> Outcome:
    """The pages of a web archive; when they were saved is when they were retrieved."""
    saved, aside = webarchive.pages(body)
    articles: list[Article] = []
    missed: list[Missed] = []
    for one in saved:
        when = min(one.saved or told.retrieved, told.retrieved)
        try:
            about = replace(told, url=one.url, retrieved=when)
            articles.append(page(one.body, about, charset=one.charset))
        except InputError as error:
            missed.append(Missed(name, str(error).removeprefix(f"{one.url} "), one.url))
    damaged = dict(aside)
    told_of = ("damaged page", "record too many", "unreadable rest")
    missed += [Missed(name, f"{damaged[what]} {what}") for what in told_of if damaged.get(what)]
    if not (articles or missed):
        raise InputError(f"{name} holds no page: save pages in it, not their addresses alone")
    return tuple(articles), tuple(missed)


def _unpacked(body: bytes, name: str) -> bytes:
    limit = min(MAX_BYTES, max(SMALL, MAX_RATIO * len(body)))
    try:
        found = gunzipped(body, limit)
    except TooLarge as error:
        raise InputError(f"{name} is larger than {limit / 1e6:.0f} MB unpacked") from error
    except Undecodable as error:
        raise InputError(f"{name} {error}") from error
    if sniff.kind(found, name.removesuffix(".gz")) == "gzip":  # some unpack to themselves
        raise InputError(f"{name} is compressed twice: unpack it first")
    return found


def as_told(article: Article, told: Told) -> Article:
    """With the outlet, the date and the address that were said, where the article gives none."""
    url = article.url or canonical_url(told.url)
    source = named(told.kept, url) if article.source == UNKNOWN else article.source
    known = replace(
        article, url=url, id=article_id(url, article.title, article.text), source=source
    )
    if article.dated:
        return known
    if told.date is not None:
        when, dated = noon(told.date, told.zone, told.retrieved)
        return replace(known, published=when, dated=dated)
    if told.day is not None:
        when, _ = noon(told.day, told.zone, told.retrieved)
        return replace(known, published=when)
    return known
