"""Frozen settings, one class a step; each default stands here once, with the reason for it.

`config.py` reads the same names from `briefing.toml`; help texts and docs/configuration.md are
tested against these classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Granularity = Literal["event", "topic"]
Paper = Literal["A4", "Letter", "A5"]
Fonts = Literal["system", "embed"]


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """What one edition holds."""

    title: str = "The Briefing"
    language: str = "en"
    time_zone: str = "UTC"
    day_starts: str = "00:00"  # HH:MM in time_zone; a morning edition may close at 06:00
    stories: int = 12  # told in full: about ten minutes of reading
    also: int = 12  # further stories, one line each
    lookback_days: int = 3  # articles of these days before the window join today's stories


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How the program behaves towards the servers it asks; seconds and bytes."""

    timeout: float = 20.0  # one address with its redirects; slower ones are rarely worth it
    read_timeout: float = 10.0  # silence between two packets
    max_bytes: int = 10_000_000  # after decompression: the largest news page measured had 2.5 MB
    max_redirects: int = 5  # http -> https -> www -> language -> page, and one to spare
    attempts: int = 3  # for 429, 5xx and broken connections
    backoff: float = 1.0  # before the second attempt; doubles with each further one
    max_retry_after: float = 60.0  # a server that asks for more is missed today
    pause: float = 1.0  # between two requests to one host
    max_crawl_delay: float = 10.0  # what robots.txt may ask for: 50 pages stay under 9 minutes
    full_text_words: int = 150  # so much in a feed is the article; its abstracts have under 100
    hosts_at_once: int = 8  # a hundred sources in about a minute
    contact: str = ""  # an address or page for those who wonder who asks: in the User-Agent
    trust_env: bool = False  # take proxies and certificates from the environment
    allow_private: tuple[str, ...] = ()  # hosts that may have a private address
    ignore_robots: tuple[str, ...] = ()  # hosts that gave leave by other means than robots.txt


@dataclass(frozen=True, slots=True)
class DedupSettings:
    """When two texts have one origin. A share is of the shorter text's phrases, in the longer."""

    share: float = 0.44  # reports of one event by different hands share 0.4 at most, and quotes
    versions: float = 0.6  # one outlet's follow-up repeats its background; its update repeats more
    credited: float = 0.3  # enough where both name one agency: two cuts of one dispatch
    quoted: float = 0.2  # weight of quoted words: independent reports quote one speech at length
    days: int = 3  # a wire report is reprinted within days; the lookback of an edition


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """When two articles report one event."""

    granularity: Granularity = "event"
    # Average likeness from which two groups become one story. Lower, articles meet by their
    # subject alone; from 0.13 on reports in different words no longer do.
    join: float = 0.1
    # Two groups must be so much as alike as the looser of them is in itself: across look-alike
    # events it is about half, within one event nearly all.
    guard: float = 0.7
    # The usual cohesion of a story, counted like so many pairs: two articles tell little of it.
    usual: float = 0.25
    usual_pairs: float = 4.0
    lead: float = 0.3  # weight of title and first paragraph against title and 300 words
    fade: float = 3.0  # days in which a likeness falls to 1/e: reports of one event come at once
    undated: float = 0.6  # as if a day and a half lay between, where a date is not known


@dataclass(frozen=True, slots=True)
class RankSettings:
    """How sentences are scored."""

    ranker: str = "blend"
    lexrank: float = 0.25  # its part beside the concepts': .5 has more single words, fewer pairs
    interest: float = 0.5  # a sentence with a reader's word rises by half a standard deviation


@dataclass(frozen=True, slots=True)
class SelectSettings:
    """How many sentences are shown, and how different they must be."""

    words: int = 120  # a story's budget: under a minute of reading
    similar: float = 0.5  # two sentences above this cosine say the same (DUC 2004, cross-validated)
    held: float = 0.8  # nor one whose stems stand in the other to this share


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """Which quotes a story shows."""

    per_story: int = 4
    fewest_words: int = 6  # of contents; less is a fragment that says nothing by itself
    same_words: float = 0.6  # of the shorter's content words; then two quotes are one utterance


@dataclass(frozen=True, slots=True)
class ImportanceSettings:
    """What makes a story lead: weights of the parts that `explain` shows, summed.

    One origin more or less must outweigh the other parts only while origins are few: `reports`
    counts log2(1 + independent outlets), so 2 against 1 is 0.6, 8 against 6 is 0.4.
    """

    reports: float = 1.0  # the unit: all other weights are measured in it
    size: float = 0.1  # reprints show an editor's interest, but no second witness
    recency: float = 0.4  # the last hour against the first: two thirds of a second witness
    novelty: float = 0.5  # new, against a story that goes on without news; half of it when updated
    growth: float = 0.3  # all its reports in the later half of the window
    interest: float = 1.0  # each word that the reader asked for: about a doubling of the reports
    interests_counted: int = 2  # a story that matches ten of them is not five times as welcome


@dataclass(frozen=True, slots=True)
class SectionRule:
    """Sends a story to `section` where any entry fits, case aside.

    `sources` are names or ids of outlets, `categories` the feeds' own sections, `paths` parts of
    the URL's path ("/sport/"), `words` and `names` stand in the title or the first paragraphs.
    """

    section: str
    sources: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionSettings:
    """Which section a story belongs to; the first rule that fits most of its origins decides."""

    rules: tuple[SectionRule, ...] = ()  # without any, feeds, URLs and words tell the section
    other: str = "News"  # where nothing tells it


@dataclass(frozen=True, slots=True)
class Interests:
    """What one reader wants more of (`up`), less of (`down`), and not at all (`muted`).

    Each entry is a word, a name, a section or an outlet, case aside.
    """

    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How the page looks; what it says does not depend on it."""

    theme: str = "default"  # a folder of templates: default, card, large
    paper: Paper = "A4"
    fonts: Fonts = "system"  # of the HTML page: 100 KB more where embedded; a PDF always embeds


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the pure steps need to know."""

    edition: EditionSettings = field(default_factory=EditionSettings)
    dedup: DedupSettings = field(default_factory=DedupSettings)
    cluster: ClusterSettings = field(default_factory=ClusterSettings)
    rank: RankSettings = field(default_factory=RankSettings)
    select: SelectSettings = field(default_factory=SelectSettings)
    quotes: QuoteSettings = field(default_factory=QuoteSettings)
    importance: ImportanceSettings = field(default_factory=ImportanceSettings)
    sections: SectionSettings = field(default_factory=SectionSettings)
    interests: Interests = field(default_factory=Interests)
    look: LookSettings = field(default_factory=LookSettings)
