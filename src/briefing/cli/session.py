"""What the global options say, and how a command talks to a person."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from briefing.app.shell import Shell
    from briefing.model import Missed

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]

# What moves the cursor, changes colours, titles or the keyboard, or turns the writing around; and
# the bytes of a file's name that are no UTF-8, which cannot be printed.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one call."""

    config: Path | None = None
    data_dir: Path | None = None
    quiet: bool = False

    def shell(self) -> Shell:
        """Configuration read, clock asked: what the app works with."""
        from briefing.app.shell import Shell, clock
        from briefing.config import load

        opened = Shell(load(self.config, os.environ, data_dir=self.data_dir), clock())
        return opened if self.quiet else replace(opened, tell=say)

    @contextmanager
    def working(self, shell: Shell) -> Iterator[Shell]:
        """`shell` with progress on stderr, where that is a terminal."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            yield shell
            return
        from rich.console import Console
        from rich.text import Text

        with Console(stderr=True).status("starting") as status:

            def step(name: str) -> None:
                status.update(Text(harmless(name)))  # a name's brackets are no mark-up

            yield replace(shell, step=step)


def harmless(words: str) -> str:
    """`words` without what a terminal would obey: names and titles come from anywhere."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words)


def say(words: str) -> None:
    """Words for a person: to stderr, so that stdout stays data."""
    print(harmless(words), file=sys.stderr)


def put(words: str) -> None:
    """A line of data, to stdout."""
    print(harmless(words))


def print_json(value: object) -> None:
    """Data to stdout, indented."""
    print(escaped(json.dumps(value, ensure_ascii=False, indent=2)))


def escaped(written: str) -> str:
    """JSON or TOML in which what a terminal would obey is escaped, and reads the same."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def tell_missed(missed: tuple[Missed, ...] | list[Missed]) -> None:
    """Each source that could not be read: which, where, why."""
    for one in missed:
        where = f" ({one.url})" if one.url and one.url != one.source else ""
        say(f"missed: {one.source}{where}: {one.reason}")
