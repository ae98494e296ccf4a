"""The ways out of a reader: "folder:PATH", "webhook:https://..." and so on, told apart."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from briefing.config.files import at_home
from briefing.errors import UsageError

IN_FOLDERS = ("folder", "maildir", "eml")
BY_COMMANDS = ("command", "print")
KINDS = (*IN_FOLDERS, *BY_COMMANDS, "webhook")


@dataclass(frozen=True, slots=True)
class Way:
    """`kind` of KINDS, and where to: a path, the words of a command, an address."""

    kind: str
    target: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.target}"

    def at(self, base: Path) -> Way:
        """The way with its path, if it has one, relative to `base`."""
        if self.kind not in IN_FOLDERS:
            return self
        return replace(self, target=str(base / at_home(Path(self.target))))


def way(written: str) -> Way:
    """The way that is written so; `UsageError` says what is wrong with it."""
    kind, colon, target = written.strip().partition(":")
    if not colon or kind not in KINDS or not target.strip():
        raise UsageError(
            f'"{written}" is no way out: write KIND:WHERE, KIND one of {", ".join(KINDS)}'
        )
    if kind == "webhook":
        _check_address(target)
    if kind in BY_COMMANDS:
        _check_words(target)
    return Way(kind, target.strip())


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.password
    except ValueError:
        good = False
    if not good:
        raise UsageError("a webhook needs an address that begins with https://, and no password")


def _check_words(words: str) -> None:
    try:
        shlex.split(words)
    except ValueError as error:
        raise UsageError(f"the command {words} is not complete ({error})") from error
