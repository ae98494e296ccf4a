"""How an article comes into the archive: new, as a new version of one, or there already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime

from briefing.archive import times
from briefing.archive.database import Database
from briefing.model import Article, Source
from briefing.text.ids import text_digest

# Half a character, and the end-of-string mark at which SQLite's functions stop: replaced one for
# one, so that every offset stays true.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of articles: `stored` are new, `changed` are new versions of known ones, both as
    the archive holds them; `known` are ids of those it had, `back` those old versions among the
    articles to which their outlet went back: they are the current ones again."""

    stored: tuple[Article, ...] = ()
    changed: tuple[Article, ...] = ()
    known: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that the articles have in the archive, each once, sorted."""
        held = {a.id for a in (*self.stored, *self.changed)}
        return tuple(sorted(held.union(self.known, self.back)))

    def __add__(self, other: Added) -> Added:
        return Added(
            self.stored + other.stored,
            self.changed + other.changed,
            self.known + other.known,
            self.back + other.back,
        )


@dataclass(frozen=True, slots=True)
class _Version:
    """What the archive holds of one version of an article, without its text."""

    key: int
    id: str
    current: bool
    title: str
    digest: bytes
    published: datetime
    updated: datetime | None
    dated: bool


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """By the time that they say they are of, undated ones last; then by all that tells two apart.

    In which order files were named or found says nothing, and must not change an edition.
    """
    return tuple(sorted(articles, key=_place))


def _place(article: Article) -> tuple[object, ...]:
    return (
        not article.dated,
        article.updated or article.published,
        article.published,
        article.retrieved,
        astuple(article.source),
        article.id,
        article.url,
        article.title,
        article.text,
        article.authors,
        article.section,
        article.language,
    )


def add(database: Database, article: Article, *, last: bool = True) -> Added:
    """Store the article if it is new, or a new version of one; a text that is there already is
    not stored again, whatever its address. `last`: no later version of it is given at once.

    The version of the latest time is the current one, whichever was read last.
    """
    article = _storable(article)
    digest = text_digest(article.text)
    versions = _versions(database, article)
    for version in versions:
        if (version.title, version.digest) == (article.title, digest):
            earlier = _is_earlier(article, versions)
            return _seen_again(database, version, last=last and not earlier)
    if versions:
        return Added(changed=(_store_version(database, article, digest, versions),))
    if known := _same_text(database, article, digest):
        return Added(known=(known,))
    return Added(stored=(_store(database, article, digest, work=article.id),))


def _storable(article: Article) -> Article:
    """The article with a sign of replacement for each character that SQLite cannot hold."""
    if _UNSTORABLE.search("".join((article.text, article.title, *_small_texts(article)))) is None:
        return article

    def clean(text: str) -> str:
        return _UNSTORABLE.sub("\ufffd", text)

    return replace(
        article,
        id=clean(article.id),
        source=Source(*map(clean, astuple(article.source))),
        url=clean(article.url),
        title=clean(article.title),
        text=clean(article.text),
        authors=tuple(map(clean, article.authors)),
        section=clean(article.section),
        language=clean(article.language),
    )


def _small_texts(article: Article) -> Iterator[str]:
    yield from astuple(article.source)
    yield from article.authors
    yield from (article.id, article.url, article.section, article.language)


def _versions(database: Database, article: Article) -> list[_Version]:
    """The versions of this outlet's article at this address, oldest first.

    Only its own outlet can change an article: another feed that names the address of a story
    and gives it other words must not take the story's place.
    """
    found = database.rows(
        "SELECT key, id, current, title, digest, published, updated, dated FROM article"
        " WHERE outlet = ? AND (work = ? OR (url <> '' AND url = ?)) ORDER BY key",
        (article.source.id, article.id, article.url),
    )
    return [
        _Version(
            key,
            name,
            bool(current),
            title,
            digest,
            times.read(published),
            times.read_or_none(updated),
            bool(dated),
        )
        for key, name, current, title, digest, published, updated, dated in found
    ]


def _is_earlier(article: Article, versions: Sequence[_Version]) -> bool:
    """Whether both say of when they are, and the article is of before the current version."""
    latest = _latest(versions)
    if not (article.dated and latest.dated):
        return False
    return (article.updated or article.published) < (latest.updated or latest.published)


def _latest(versions: Sequence[_Version]) -> _Version:
    return next((v for v in versions if v.current), versions[-1])


def _seen_again(database: Database, version: _Version, *, last: bool) -> Added:
    """Nothing is stored; a version to which the outlet went back is the current one again, but
    not one that is given together with what came after it."""
    if version.current or not last:
        return Added(known=(version.id,))
    _make_current(database, version.key)
    return Added(back=(version.id,))


def _make_current(database: Database, key: int) -> None:
    database.rows(
        "UPDATE article SET current = (key = ?1) WHERE (outlet, work) ="
        " (SELECT outlet, work FROM article WHERE key = ?1)",
        (key,),
    )


def _same_text(database: Database, article: Article, digest: bytes) -> str | None:
    """The id of the same text from the same outlet, or at the same address from any outlet."""
    if not article.text.strip():
        return None
    found = database.row(
        "SELECT id FROM article WHERE digest = ? AND (outlet = ? OR (url <> '' AND url = ?))"
        " ORDER BY key",
        (digest, article.source.id, article.url),
    )
    return None if found is None else str(found[0])


def _store_version(
    database: Database, article: Article, digest: bytes, versions: Sequence[_Version]
) -> Article:
    """Store a changed text beside the old one, which a past edition may cite."""
    latest, earlier = _latest(versions), _is_earlier(article, versions)
    if not article.dated:
        # The time of this retrieval says nothing: a page that changes a word each day would
        # be today's news for ever.
        article = replace(article, published=latest.published, dated=latest.dated)
    (work,) = database.row("SELECT work FROM article WHERE key = ?", (latest.key,)) or ("",)
    stored = _store(database, article, digest, work=work)
    (key,) = database.row("SELECT key FROM article WHERE id = ?", (stored.id,)) or (0,)
    _make_current(database, latest.key if earlier else key)
    return stored


def _store(database: Database, article: Article, digest: bytes, *, work: str) -> Article:
    article = replace(article, id=_free_id(database, article.id))
    database.insert(
        "INSERT INTO article (id, work, current, outlet, source, published, retrieved, updated,"
        " dated, digest, url, section, language, authors, title, text)"
        " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            work,
            article.source.id,
            _source_key(database, article.source),
            times.written(article.published),
            times.written(article.retrieved),
            article.updated and times.written(article.updated),
            article.dated,
            digest,
            article.url,
            article.section,
            article.language,
            json.dumps(article.authors, ensure_ascii=False),
            article.title,
            article.text,
        ),
    )
    return article


def _free_id(database: Database, wanted: str) -> str:
    """The wanted id, or with the next free number: "4f1c", "4f1c-2", "4f1c-3"."""
    free, number = wanted, 1
    while database.row("SELECT 1 FROM article WHERE id = ?", (free,)):
        number += 1
        free = f"{wanted}-{number}"
    return free


def _source_key(database: Database, source: Source) -> int:
    values = (source.id, source.name, source.url, source.section, source.language)
    found = database.row(
        "SELECT key FROM source WHERE (id, name, url, section, language) = (?, ?, ?, ?, ?)", values
    )
    if found:
        return int(found[0])
    return database.insert(
        "INSERT INTO source (id, name, url, section, language) VALUES (?, ?, ?, ?, ?)", values
    )
