"""Files that are written whole or not at all: nobody ever opens half a page."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path, *, lasting: bool = False) -> Iterator[Path]:
    """A path beside `path`, to be written: it takes its place when the block ends well, else goes.

    `lasting`: content and name are on the disk before the block ends, for what outlives a power
    cut; it costs some milliseconds a file. Raises OSError.
    """
    partial = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}")
    try:
        yield partial
        if lasting:
            flush(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    if lasting:
        flush(path.parent)


def replaced(path: Path, content: bytes, *, lasting: bool = False) -> Path:
    """`path` with all of `content`; its folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path, lasting=lasting) as partial:
        partial.write_bytes(content)
    return path


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
