"""What the global options say, and how a command talks to a person."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.app.shell import Shell, Step
    from briefing.model import Missed


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one call."""

    config: Path | None = None
    data_dir: Path | None = None
    quiet: bool = False
    debug: bool = False

    def shell(self) -> Shell:
        """Configuration read, clock asked: what the app works with."""
        from briefing.app.shell import Shell, clock
        from briefing.config import load

        return Shell(load(self.config, os.environ, data_dir=self.data_dir), clock())

    @contextmanager
    def working(self, shell: Shell) -> Iterator[Shell]:
        """`shell` with progress on stderr, where that is a terminal."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            yield shell
            return
        from rich.console import Console

        with Console(stderr=True).status("starting") as status:
            yield replace(shell, step=_spinner(status.update))


def _spinner(update: object) -> Step:
    def step(name: str) -> None:
        update(name)  # type: ignore[operator]

    return step


def say(words: str) -> None:
    """Words for a person: to stderr, so that stdout stays data."""
    print(words, file=sys.stderr)


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def tell_missed(missed: tuple[Missed, ...] | list[Missed]) -> None:
    """Each source that could not be read: which, where, why."""
    for one in missed:
        where = f" ({one.url})" if one.url and one.url != one.source else ""
        say(f"missed: {one.source}{where}: {one.reason}")
