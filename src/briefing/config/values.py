"""What briefing.toml may hold, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.model import Source, Subscription, SubscriptionKind
from briefing.settings import (
    DeliverySettings,
    FetchSettings,
    MailboxSettings,
    MailSettings,
    OwnerSettings,
    Reader,
    ScheduleSettings,
    Settings,
)

# What may be said without a file. An option of the command line stands before a variable, a
# variable before the file, the file before the default.
ENVIRONMENT = {
    "BRIEFING_CONFIG": "the configuration file",
    "BRIEFING_DATA_DIR": "the folder of the archive (data_dir)",
    "BRIEFING_TEMPLATES": "the folder of your own templates (templates)",
    "BRIEFING_TIME_ZONE": "the time zone in which days are counted (edition.time_zone)",
}

_PLAIN = Subscription(Source(id="", name=""))


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A source: an outlet, and where its articles come from."""

    url: str  # a feed or a page (http, https), or with kind = "folder" the path of a folder
    name: str = ""  # as the briefing shows it; empty: the host's name
    id: str = ""  # in the archive and in lists; empty: made from the name
    section: str = _PLAIN.source.section  # where its stories belong, if nothing else tells
    language: str = _PLAIN.source.language  # "en", "pt-BR"; empty: told from each text
    kind: SubscriptionKind = _PLAIN.kind  # "feed", "page" or "folder"
    full_text: bool = _PLAIN.full_text  # the feed holds whole articles: fetch no pages
    follow: bool = _PLAIN.follow  # the feed only names articles: fetch each one's page
    max_entries: int = _PLAIN.max_entries  # read at most so many from the top of the feed


@dataclass(frozen=True, slots=True)
class File(Settings):
    """The whole file: the settings of the steps, and what only the shell needs."""

    data_dir: str = ""  # where the archive lies; empty: the user's data folder
    templates: str = ""  # a folder of your own templates, looked into before those of the program
    fetch: FetchSettings = field(default_factory=FetchSettings)
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)
    mail: MailSettings = field(default_factory=MailSettings)
    delivery: DeliverySettings = field(default_factory=DeliverySettings)
    owner: OwnerSettings = field(default_factory=OwnerSettings)
    mailbox: MailboxSettings = field(default_factory=MailboxSettings)
    readers: tuple[Reader, ...] = ()
    sources: tuple[SourceTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All that was configured; `path` is the file it was read from, None where there is none."""

    path: Path | None
    data_dir: Path
    templates: Path | None = None
    settings: Settings = field(default_factory=Settings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    subscriptions: tuple[Subscription, ...] = ()
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)
    mail: MailSettings = field(default_factory=MailSettings)
    delivery: DeliverySettings = field(default_factory=DeliverySettings)
    owner: OwnerSettings = field(default_factory=OwnerSettings)
    mailbox: MailboxSettings = field(default_factory=MailboxSettings)
    readers: tuple[Reader, ...] = ()

    @property
    def archive(self) -> Path:
        """The archive's file."""
        return self.data_dir / "archive.sqlite"
