"""Frozen settings, one class a step; each default stands here once, with the reason for it.

`config` reads the same names from `briefing.toml`; help texts and docs/configuration.md are
tested against these classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Granularity = Literal["event", "topic"]
Theme = Literal["default", "card", "large"]
Paper = Literal["A4", "Letter", "A5"]
Format = Literal["html", "pdf", "epub", "text", "markdown", "json"]
Fonts = Literal["system", "embed"]
Security = Literal["tls", "starttls", "none"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS_A_MINUTE = 230  # silent reading of English prose (Brysbaert 2019: 238)


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """What one edition holds."""

    title: str = "The Briefing"
    language: str = "en"  # of the frame: ar, de, en, es, fr or ru, perhaps with a land ("en-US")
    time_zone: str = "UTC"
    day_starts: str = "00:00"  # HH:MM in time_zone; a morning edition may close at 06:00
    stories: int = 12  # told in full: about ten minutes of reading
    also: int = 12  # further stories, one line each
    minutes: int = 0  # of reading, for the stories told in full: the others get a line; 0: no limit
    words: int = 0  # the same in words
    sentences: int = 0  # the same in statements and quotes
    lookback_days: int = 3  # articles of these days before the window join today's stories
    places: tuple[str, ...] = ()  # for the index, beside those it knows: your town, your river


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
    quoted: float = 0.1  # weight of quoted words: independent reports quote one speech at length
    # Of its opening, in the earlier text: a later day's report with less is a follow-up. Of 93
    # reprints of a later day none has less than half, of two follow-ups each less than a twentieth.
    opening: float = 0.2
    days: int = 3  # a wire report is reprinted within days; the lookback of an edition


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """When two articles report one event."""

    granularity: Granularity = "event"
    # Average likeness from which two groups become one story. Lower, articles meet by their
    # subject alone; from 0.13 on reports in different words no longer do.
    join: float = 0.1
    topic_join: float = 0.06  # the same for `topic`, which has no guard against look-alikes
    # Two groups must be so much as alike as the looser of them is in itself: across look-alike
    # events it is about half, within one event nearly all.
    guard: float = 0.7
    # Of either bar so much is enough where two rare names stand in both groups and nowhere else:
    # the second day of a running event is told in other words, but with the same names.
    marked: float = 0.8
    # Of a likeness one word may bring so much: two short reports from one small town share its
    # name and a weekday.
    one_word: float = 0.6
    # The usual cohesion of a story, counted like so many pairs: two articles tell little of it.
    usual: float = 0.25
    usual_pairs: float = 4.0
    # How alike a later story must be to an earlier one, days aside, to go on under its id: below,
    # they share a theme. It is no part of it, so the bar is higher than that for joining.
    follow: float = 0.18
    # How alike (cosines of openings and of texts, their mean) a report must be to another one of
    # its story: below, each of three pairs or four is of two events that one crisis joined.
    near: float = 0.165
    near_opening: float = 0.08  # of the openings alone: below, only background is in common
    about: float = 0.2  # the same for what is no report: what has the theme only is no comment
    # A report of another day must be so much alike, and its opening, to tell how that went on:
    # below, a crisis has made two matters of it (4 of 5 such links in a month of news were wrong).
    goes_on: float = 0.21
    opening: float = 0.18
    # From here on (opening and mean) a report goes on from a story that an earlier edition told in
    # other words or before a rest: of 15 such pairs in months of news 12 were of one running story.
    recall: float = 0.305
    # The same after a week of rest, and nothing less will do: of nine pairs with less, six were of
    # two matters (a wave of a disease), of eight above it none.
    rested: float = 0.34
    # So much of that mean must be left without its weightiest word: a feast day alone had made a
    # league's day off of a party's rally, and of 40 other links none had less than .15.
    several: float = 0.14
    # Or from here on (mean), where the titles have three words in common at least that weigh this
    # much of the lighter one: of 14 such pairs in months of news four were doubtful, none wrong.
    retold: float = 0.24
    titled: float = 0.35
    # Or from `goes_on` on, where the titles have two words in common that weigh so much (idf), and
    # both open with a name that hardly another event of the week has: of nine such pairs in months
    # of news two were doubtful, none wrong.
    titles: float = 6.0
    # Or within three days from so much on (mean), where the titles have a name and another word in
    # common that weigh so much, and the name is no theme of the week: of 16 such pairs in three
    # periods two were doubtful by readers' lists and one wrong.
    next_day: float = 0.14
    next_titles: float = 6.8
    # How alike (the lower of opening and mean, the day's themes aside) a reply must be to a report
    # of what it replies to: of 11 pairs of stories above it in 26 months 4 were a reply and its act
    # by their headlines, all rightly, and of the others half.
    reply: float = 0.2
    lead: float = 0.3  # weight of title and first paragraph against title and 300 words
    fade: float = 2.5  # days in which a likeness falls to 1/e: reports of one event come at once
    undated: float = 0.6  # as if a day and a half lay between, where a date is not known


@dataclass(frozen=True, slots=True)
class RankSettings:
    """How sentences are scored."""

    ranker: str = "blend"
    lexrank: float = 0.5  # its part beside the concepts': less finds fewer pairs, 1 far fewer
    interest: float = 0.5  # a sentence with a reader's word rises by half a standard deviation


@dataclass(frozen=True, slots=True)
class SelectSettings:
    """How many sentences are shown, and how different they must be."""

    # A story that one outlet reports: two sentences or three. With 60 a lead of 40 words had no
    # room behind it; of 45 second sentences that 75 lets in, two were to be struck.
    words_one: int = 75
    words_more: int = 25  # for each further outlet: a sentence
    words: int = 150  # the most for any story: under a minute of reading
    sentences: int = 0  # the most for any story; 0: as many as the words hold
    reach_one: int = 6  # sentences of an article that may be shown: what stands later is detail
    reach_more: int = 2  # more of each, for each further article of a story
    # A story is told from articles whose opening is so near (cosine) to that of the one that heads
    # it: below stand other events of one crisis that were taken for it (1 of 5 labelled pairs).
    alike: float = 0.18
    similar: float = 0.5  # two sentences above this cosine of stems say the same (DUC 2004)
    worded: float = 0.53  # or of all words: at .6 six of 25 summaries hold a pair above .5
    held: float = 0.8  # nor one whose stems stand in the other to this share


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """Which quotes a story shows."""

    per_story: int = 4
    per_speaker: int = 1  # two thirds of the second ones were struck: they add nothing
    per_single_source: int = 2  # one outlet's story needs no chorus: its sentences tell who says it
    # How far down a report that nothing is shown of (characters) a quote may stand. Of 54 shown
    # quotes strict readers struck 3 of 24 before 1500, 6 of 19 before 2500, 5 of 11 behind: there
    # people speak of another occasion, another year, another thing.
    reach: int = 1500
    fewest_words: int = 8  # of contents; less is a fragment that says nothing by itself
    fewest_words_reported: int = 10  # indirect speech loses the speaker's words: it must inform
    # A longer quote shows its first whole sentences. With 45 one in eight of those that were cut
    # ended before its point.
    most_words: int = 60
    same_words: float = 0.6  # of the shorter's content words; then two quotes are one utterance
    paraphrase: float = 0.45  # the same for indirect speech beside a quote of the same speaker


@dataclass(frozen=True, slots=True)
class ImportanceSettings:
    """What makes a story lead: weights of the parts that `explain` shows, summed.

    One origin more or less must outweigh the other parts only while origins are few: `reports`
    counts log2(1 + independent outlets), so 2 against 1 is 0.6, 8 against 6 is 0.4.
    """

    reports: float = 1.0  # the unit: all other weights are measured in it
    before: int = 2  # outlets that reported on the days before count as one of today's
    size: float = 0.15  # reprints show an editor's interest, but no second witness
    recency: float = 0.2  # the last hour against the first: half a third witness, never a second
    novelty: float = 0.2  # new, against a story that goes on without news; half of it when updated
    growth: float = 0.05  # three reports or more, all in the later half of the window
    light: float = -0.8  # for the sections below: two reports of a match stand behind two of a vote
    light_sections: tuple[str, ...] = ("Sport", "Culture", "Life")
    # The words of a vote, a ruling, a war in title and lead against none: of stories of as many
    # outlets the slap in a shop stands behind them, though it came last.
    public: float = 0.4
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
class SectionCap:
    """Tells at most so many stories of a section in full; the others get a line."""

    section: str
    most: int


@dataclass(frozen=True, slots=True)
class SectionSettings:
    """Which section a story belongs to; the first rule that fits most of its origins decides."""

    rules: tuple[SectionRule, ...] = ()  # without any, feeds, URLs and words tell the section
    caps: tuple[SectionCap, ...] = ()  # without any, importance alone decides
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

    theme: Theme = "default"  # a folder of templates: default, card, large
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


# --- delivery: what only the shell needs ----------------------------------------------


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The mail server, and what a mail holds. The password stands elsewhere: name one place."""

    sender: str = ""  # "The Briefing <briefing@example.org>"
    reply_to: str = ""  # where answers go; empty: to the sender
    host: str = ""  # the mail server
    port: int = 587  # 465 goes with security = "tls"
    # "tls" from the first byte, "starttls" before anything is told, "none" on this machine only.
    security: Security = "starttls"
    ca_file: str = ""  # certificates to trust instead of the system's
    user: str = ""  # empty: no login
    password_command: str = ""  # prints the password: "pass show mail"
    password_environment: str = ""  # the name of a variable that holds it
    password_file: str = ""  # a file that only its owner may read
    password_keyring: str = ""  # the service's name in the system's keyring (needs keyring)
    timeout: float = 30.0  # seconds of silence: RFC 5321 allows minutes, a morning does not
    pdf: Literal["attach", "link", "none"] = "attach"
    link: str = ""  # where editions are published, {day} for the day: "https://a.example/{day}"
    list_id: str = ""  # names the list to mail programs: "briefing.example.org"
    unsubscribe: str = ""  # the mailbox that `briefing mailbox` reads
    unsubscribe_url: str = ""  # an https address that takes one-click requests (RFC 8058)


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """When a delivery is tried again, given up or held back."""

    deadline_hours: float = 6.0  # after that a morning's briefing is worthless
    first_pause: float = 60.0  # seconds before the second attempt; each further one waits twice
    longest_pause: float = 1800.0  # greylisting lifts within half an hour
    empty_day: Literal["skip", "send"] = "skip"  # a day without news: no article, or columns alone
    degraded: Literal["send", "hold"] = "send"  # an edition that is marked as degraded
    degraded_share: float = 0.5  # of the sources missed, from which an edition is marked
    command_timeout: float = 120.0  # seconds for a command that takes an edition
    # The variable or file with the key that signs what a webhook gets.
    webhook_key_environment: str = "BRIEFING_WEBHOOK_KEY"
    webhook_key_file: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleSettings:
    """When `briefing run` makes and sends an edition; a reader may have times of his own."""

    time: str = "06:30"  # HH:MM in the edition's time zone
    days: tuple[Weekday, ...] = WEEK
    # Which day is sent: "yesterday" is whole by then, "today" ends at the time of sending.
    edition: Literal["yesterday", "today"] = "yesterday"
    fetch_pause: float = 600.0  # seconds between two fetches where runs follow each other


@dataclass(frozen=True, slots=True)
class OwnerSettings:
    """Who hears of trouble, and who watches over the program."""

    address: str = ""
    failures: int = 3  # in a row, after which a source is reported: once
    heartbeat_url: str = ""  # asked after each success: a dead man's switch rings without it
    heartbeat_command: str = ""


@dataclass(frozen=True, slots=True)
class MailboxSettings:
    """Where refused mails and wishes to unsubscribe arrive: a Maildir, or IMAP with TLS."""

    maildir: str = ""  # a folder with new/ and cur/
    host: str = ""  # an IMAP server; its certificate is checked like that of [mail]
    port: int = 993
    user: str = ""
    password_command: str = ""
    password_environment: str = ""
    password_file: str = ""
    password_keyring: str = ""
    folder: str = "INBOX"
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who gets the edition; several addresses are a group with one edition.

    What is empty is as in the rest of the file. Readers with the same wishes share one edition.
    """

    name: str
    addresses: tuple[str, ...] = ()  # mail addresses, one mail each
    # Further ways out: "folder:PATH", "maildir:PATH", "eml:PATH", "command:WORDS" (takes the
    # mail), "print:WORDS" (takes the PDF), "webhook:https://..." (takes the JSON, signed).
    ways: tuple[str, ...] = ()
    language: str = ""  # of the frame
    time_zone: str = ""
    time: str = ""  # HH:MM
    days: tuple[Weekday, ...] = ()
    sections: tuple[str, ...] = ()  # only these
    interests: tuple[str, ...] = ()  # more of these
    less: tuple[str, ...] = ()  # less of these
    muted: tuple[str, ...] = ()  # none of these
    minutes: int = 0  # of reading
    theme: Literal["", Theme] = ""
    formats: tuple[Format, ...] = ("html", "pdf")  # of the files in a folder
