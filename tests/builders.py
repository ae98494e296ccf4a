"""Small articles and stories for tests: input and outcome at a glance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from briefing.model import Article, Copy, Source, Story

MORNING = datetime(2026, 1, 15, 6, 0, tzinfo=UTC)


def source(name: str = "Gazette") -> Source:
    return Source(id=name.lower().replace(" ", "-"), name=name)


def article(
    text: str,
    *,
    title: str = "",
    outlet: str = "Gazette",
    id: str = "",
    at: datetime = MORNING,
    authors: tuple[str, ...] = (),
    url: str = "",
) -> Article:
    """An article that is known by its text alone unless more is said."""
    name = id or f"{outlet.lower()}-{abs(hash_of(title + text)):x}"
    return Article(
        id=name,
        source=source(outlet),
        url=url or f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
        title=title,
        text=text,
        published=at,
        retrieved=at,
        authors=authors,
        language="en",
    )


def hash_of(text: str) -> int:
    """A small number from a text, the same in every run."""
    return sum(ord(c) * (i + 1) for i, c in enumerate(text))


def story(*texts: str, sources: str = "Gazette Post Herald Courier", id: str = "s1") -> Story:
    """One article a text, from the outlets of `sources` in turn, an hour apart."""
    outlets = sources.split()
    articles = tuple(
        article(
            text,
            title=text.split(".")[0],
            outlet=outlets[i % len(outlets)],
            id=f"a{i + 1}",
            at=MORNING + timedelta(hours=i),
        )
        for i, text in enumerate(texts)
    )
    return Story(id=id, articles=articles)


def copy(article: Article, origin: Article, share: float = 1.0) -> Copy:
    return Copy(article, origin, share)
