"""What every command works with: configuration, archive, clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.archive import Archive
from briefing.archive.lock import Tell, unheard
from briefing.config import Config
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.pipeline import Announce

LOCK_SECONDS = 600.0  # a fetch of a hundred sources ends within minutes; then the next may begin
WEB = ("http://", "https://")


def clock() -> datetime:
    """The one place where the program asks what time it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Shell:
    """`now` is asked once when a command begins: one run, one time. `step` shows progress, `tell`
    says what a person should know while the work goes on."""

    config: Config
    now: datetime
    step: Announce = lambda name: None
    tell: Tell = unheard

    @contextmanager
    def archive(self, *, read_only: bool = False) -> Iterator[Archive]:
        """The archive, open for as long as the block lasts; raises ArchiveError."""
        with Archive.open(self.config.archive, read_only=read_only) as opened:
            yield opened


def at_work(shell: Shell, archive: Archive, purpose: str) -> AbstractContextManager[None]:
    """The archive's lock for long work; who has to wait for it is told for whom."""
    return archive.lock(purpose, wait_seconds=LOCK_SECONDS, tell=shell.tell)


def checked_address(url: str) -> str:
    """What --url says, "" included. Raises UsageError where no page can stand there."""
    try:
        good = url.startswith(WEB) and bool(urlsplit(url).hostname)
    except ValueError:
        good = False
    if url and not good:
        raise UsageError(f'"{url}" is no address: --url begins with http:// or https://')
    return url


def number(count: int, one: str, many: str = "") -> str:
    """ "1 story", "2 stories"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
