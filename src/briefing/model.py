"""Every value that flows through the program, in the order of the steps.

All are frozen: a step returns new values and never edits what it was given. A text is stored once,
in its `Article`; everything that is shown of it is a `Span`, so "verbatim" holds by construction
and every shown word has a place. Times are aware and in UTC. Offsets count characters of
`article.text`, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Status = Literal["new", "updated", "continuing"]
QuoteKind = Literal["direct", "mixed", "indirect"]
SubscriptionKind = Literal["feed", "page", "folder"]


# --- ingest ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, as configured or as an article names it."""

    id: str
    name: str
    url: str = ""
    section: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where one source's articles come from: `source.url` is the address of a feed or of a page,
    or the path of a folder.

    `full_text`: the feed itself holds the articles, no page is fetched. `follow`: the feed only
    names them, each is fetched from its page. Both or neither: decided for each entry by the
    length of what the feed holds of it. `max_entries` counts from the top of the feed.
    """

    source: Source
    kind: SubscriptionKind = "feed"
    full_text: bool = False
    follow: bool = False
    max_entries: int = 50


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece. `dated` is False where `published` is only the time of retrieval."""

    id: str
    source: Source
    url: str
    title: str
    text: str = field(repr=False)
    published: datetime
    retrieved: datetime
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    section: str = ""
    language: str = ""
    dated: bool = True

    def __hash__(self) -> int:
        # The id stands for the article: hashing its text for every set would be dear.
        return hash(self.id)

    @property
    def outlet(self) -> str:
        """Names who publishes it: however much an outlet prints, it counts once. An article without
        one stands for itself."""
        return self.source.id or self.id


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes the next request for the same address conditional (RFC 9110, 13)."""

    etag: str = ""
    last_modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)

    def headers(self) -> dict[str, str]:
        """Without what cannot be sent back as it came: servers put anything into an ETag."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {
            name: value
            for name, value in pairs.items()
            if value and value.isascii() and value.isprintable()
        }


@dataclass(frozen=True, slots=True)
class Stored:
    """What the archive knows of an address: when its current article was retrieved, and by outlet
    the (title, digest of the text) of its current version, and of the one stored last."""

    retrieved: datetime
    wordings: Mapping[str, tuple[tuple[str, bytes], ...]]


@dataclass(frozen=True, slots=True)
class Missed:
    """A source that could not be read: news for the reader, not the end of the edition.

    `part`: something of it could, only one or another of its files or articles not.
    """

    source: str
    reason: str
    url: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The time that an edition covers, half-open, and the zone in which its day is counted."""

    start: datetime
    end: datetime
    time_zone: str = "UTC"

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


# --- text -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; those that only touch do not."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A slice of an article: the `index`-th sentence, in the `paragraph`-th paragraph (from 0)."""

    article: Article
    index: int
    span: Span
    paragraph: int

    def __hash__(self) -> int:
        return hash((self.article.id, self.span.start, self.span.end))

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: two sentences of the same words are two places."""
        return self.article.id, self.index

    @property
    def text(self) -> str:
        """The sentence as its article prints it."""
        return self.span.of(self.article.text)


# --- dedup, cluster -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` reprints `origin`; `share` (0 to 1) of its words stand there too."""

    article: Article
    origin: Article
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event, oldest first, never empty; `copies` are reprints among them.

    `follows` are the ids of the articles of an earlier story that it goes on from, if any.
    """

    id: str
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...] = ()
    follows: frozenset[str] = frozenset()

    @property
    def origins(self) -> tuple[Article, ...]:
        """The independently written articles: those that reprint no other."""
        reprints = {copy.article.id for copy in self.copies}
        return tuple(a for a in self.articles if a.id not in reprints)

    @property
    def first(self) -> datetime:
        """When its oldest article was published."""
        return self.articles[0].published

    @property
    def latest(self) -> datetime:
        """When its newest article was published."""
        return self.articles[-1].published


# --- quotes ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker in one article.

    `name` is the full name that the article gives for them ("he" -> "Dmitry Peskov"), None where
    the article leaves it open: a missing name beats a wrong one. `role` is as printed.
    """

    span: Span
    text: str
    name: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is reported to have said; the cue often interrupts it, hence several spans."""

    article: Article
    contents: tuple[Span, ...]
    cue: Span | None
    speaker: Mention | None
    kind: QuoteKind

    def __hash__(self) -> int:
        return hash((self.article.id, self.contents))

    @property
    def text(self) -> str:
        """The contents, each as printed, joined by a space."""
        return " ".join(span.of(self.article.text) for span in self.contents)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body across articles; `names` are all the ways in which it is named."""

    id: str
    name: str
    role: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said: its fullest wording, and the same words as other articles quote them."""

    quote: Quote
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker in one story. `speaker` is None where no article names who it is; then `label`
    holds the words of the article ("a senior official")."""

    speaker: Speaker | None
    label: str
    role: str
    utterances: tuple[Utterance, ...]


# --- rank, select, compose ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scored:
    """How much a sentence deserves to be shown; `why` names the parts of the score.

    `concepts` are the things it tells (pairs of stems), each with what it adds to the score: once
    a chosen sentence tells a concept, it adds nothing to the others.
    """

    sentence: Sentence
    score: float
    why: tuple[tuple[str, float], ...] = ()
    concepts: tuple[tuple[tuple[str, str], float], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One shown sentence, and the sentences of other articles that say the same.

    `lone` where no other article comes near it: then one source alone states it. Between the two
    it is open whether another one states it as well.
    """

    sentence: Sentence
    support: tuple[Sentence, ...] = ()
    origins: int = 1
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Reports give different figures for one thing; readings oldest first.

    `later` says that the last reading is of a later time and may supersede the others.
    """

    what: str
    readings: tuple[Sentence, ...]
    later: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step of a story: the day that the sentence tells of."""

    day: date
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One story as the page shows it. `since` is the first day on which it was in an edition.

    `reports` are the origins that report it (columns and live pages do not); `weight` names the
    parts of its importance, for `explain`.
    """

    story: Story
    headline: str
    headline_of: Article
    section: str
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Step, ...] = ()
    reports: tuple[Article, ...] = ()
    status: Status = "new"
    since: date | None = None
    weight: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that a renderer gets: one day's edition."""

    day: date
    window: Window
    title: str
    items: tuple[StoryBrief, ...]
    also: tuple[StoryBrief, ...] = ()
    ended: tuple[Known, ...] = ()  # told in the edition before, and nobody reported on them since
    speakers: tuple[Speaker, ...] = ()
    missed: tuple[Missed, ...] = ()
    articles: int = 0  # of the window, without what is muted
    reports: int = 0  # of these, written independently: an outlet counts once a story
    outlets: int = 0


# --- what yesterday left --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement that an earlier edition showed."""

    day: date
    story: str
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A quote that was printed already: `speaker` as the page names them, `text` as shown."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """A story of earlier editions: the ids of its articles, and the days it was in an edition."""

    id: str
    articles: frozenset[str]
    days: tuple[date, ...]
    headline: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What the archive knows of the days before: handed to the pure steps as a value."""

    printed: tuple[Printed, ...] = ()
    known: tuple[Known, ...] = ()
    quoted: tuple[Heard, ...] = ()
    past: tuple[Article, ...] = ()  # of the stories that were in an edition of late
    latest: date | None = None  # of the edition before, which may have had no story
    replaced: tuple[Known, ...] = ()  # as the edition has them that is made anew
