"""The errors a person may meet, and the exit code that each ends the program with.

    BriefingError              1  something failed; nothing was lost
    ├── UsageError             2  a wrong option or argument
    │   └── ConfigError        2  the configuration: file, key, what to write instead
    ├── InputError             1  an input that cannot be read: what, where
    │   └── FetchError         1  a source that did not answer properly (becomes a `Missed`)
    ├── ArchiveError           1  the archive: locked, damaged, of a newer version
    ├── RenderError            1  a page that could not be made: template, file, line
    ├── NothingToReport        4  no article in that day's window
    │   └── NothingTold        4  there are articles, and none tells news by itself
    └── DeliveryError          5  a briefing was made and could not be sent

A message is one sentence that says what is wrong, where, and what to do.
"""

from __future__ import annotations

# Exit codes without an error of their own: the edition was made, or somebody stopped it.
MADE = 0
MADE_WITH_SOURCES_MISSED = 3
INTERRUPTED = 130  # by Ctrl-C: 128 + SIGINT, as shells have it


class BriefingError(Exception):
    """The root: whatever stops us and can be told in one sentence."""

    exit_code = 1


class UsageError(BriefingError):
    """A wrong option, argument or place to write to."""

    exit_code = 2


class ConfigError(UsageError):
    """The configuration cannot be meant so: file, line, key."""


class InputError(BriefingError):
    """An input that cannot be read; among several it becomes a `Missed`."""


class FetchError(InputError):
    """A source that could not be fetched; `source` is its name or URL, `refused` whether it will
    not be had the next time either."""

    def __init__(self, source: str, reason: str, *, refused: bool = False) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason
        self.refused = refused


class ArchiveError(BriefingError):
    """The archive cannot be used, and its file is named."""


class RenderError(BriefingError):
    """One format could not be made; the others are."""


class NothingToReport(BriefingError):  # noqa: N818 (not a failure: an empty day)
    """Nothing is there to make, show or export."""

    exit_code = 4


class NothingTold(NothingToReport):
    """Articles are there, and an edition of them would have neither a story nor a line."""


class DeliveryError(BriefingError):
    """An edition is there and could not be sent."""

    exit_code = 5
