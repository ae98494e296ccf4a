"""One long piece of work at a time: an advisory lock in a file beside the archive.

The system drops the lock when its process ends, however it ends, so none is ever left behind;
the file stays. Its text says who holds it, for the one who waits.
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from briefing.errors import ArchiveError

Tell = Callable[[str], None]  # words for a person

_PAUSE = 0.1  # seconds between two looks: short beside any work that is waited for


def unheard(words: str) -> None:
    """For those whom nobody listens to."""


@contextmanager
def locked(path: Path, purpose: str, wait_seconds: float, tell: Tell = unheard) -> Iterator[None]:
    """Hold the lock file `path` for `purpose`. Who holds it instead is told when the wait begins,
    and is the error after `wait_seconds`."""
    descriptor = _open(path)
    try:
        _wait(descriptor, path, wait_seconds, tell)
        _write(descriptor, purpose)
        yield
    finally:
        os.close(descriptor)


def holder(path: Path) -> str:
    """Who wrote the lock file, in words: "process 4711 on desk (make), since 06:30:00 UTC"."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        since = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return (
            f"process {written['pid']} on {written['host']} ({written['purpose']}), "
            f"since {since:%Y-%m-%d %H:%M:%S} UTC"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"  # it has not written its name yet


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise ArchiveError(
            f"the lock file {path} cannot be opened ({error.strerror}): "
            "check who may write in that folder"
        ) from error


def _wait(descriptor: int, path: Path, wait_seconds: float, tell: Tell) -> None:
    until = time.monotonic() + wait_seconds
    told = False
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                raise ArchiveError(
                    f"{holder(path)} holds the archive: wait until it has ended"
                ) from error
            if not told:
                tell(f"{holder(path)} holds the archive: waiting until it has ended")
            told = True
            time.sleep(_PAUSE)


def _write(descriptor: int, purpose: str) -> None:
    who = {"pid": os.getpid(), "host": platform.node(), "purpose": purpose}
    with suppress(OSError):  # on a full disk the lock holds all the same, only without a name
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(who).encode(), 0)
