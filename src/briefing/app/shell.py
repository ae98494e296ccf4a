"""What every command works with: configuration, archive, clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.archive import Archive
from briefing.config import Config

if TYPE_CHECKING:
    from briefing.pipeline import Announce


def clock() -> datetime:
    """The one place where the program asks what time it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Shell:
    """`now` is asked once when a command begins: one run, one time."""

    config: Config
    now: datetime
    step: Announce = lambda name: None

    @contextmanager
    def archive(self, *, read_only: bool = False) -> Iterator[Archive]:
        """The archive, open for as long as the block lasts; raises ArchiveError."""
        with Archive.open(self.config.archive, read_only=read_only) as opened:
            yield opened


def number(count: int, one: str, many: str = "") -> str:
    """ "1 story", "2 stories"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
