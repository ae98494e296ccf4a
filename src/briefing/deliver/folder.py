"""Into a folder: files that are replaced as a whole, a Maildir, a folder of .eml files.

A name is made from edition and recipient: what is delivered twice stands there once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from briefing.deliver.outcome import Outcome
from briefing.disk import flush, replaced


def files(folder: Path, contents: Iterable[tuple[str, bytes]]) -> Outcome:
    """Write each (name, content), whole or not at all."""
    try:
        names = [
            replaced(folder / _safe(name), content, lasting=True).name for name, content in contents
        ]
    except OSError as error:
        return _failed(folder, error)
    return Outcome("sent", f"wrote {', '.join(names)} to {folder}")


def eml(folder: Path, name: str, message: bytes) -> Outcome:
    """The message as one file."""
    return files(folder, [(f"{name}.eml", message)])


def maildir(folder: Path, key: str, message: bytes) -> Outcome:
    """Deliver to a Maildir (https://cr.yp.to/proto/maildir.html): through tmp into new.

    `key` names the message: one that was read already, or moved on, is not brought again.
    """
    name = f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.briefing"
    try:
        for part in ("tmp", "new", "cur"):
            (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        if any((folder / "cur").glob(f"{name}*")):
            return Outcome("sent", f"{name} stands in {folder} already")
        written = folder / "tmp" / name
        written.write_bytes(message)
        flush(written)
        written.replace(folder / "new" / name)
        flush(folder / "new")
    except OSError as error:
        return _failed(folder, error)
    return Outcome("sent", f"{name} in {folder}")


def _failed(folder: Path, error: OSError) -> Outcome:
    """A full disk or a missing mount may be mended before the deadline."""
    return Outcome("retry", f"{folder} cannot be written ({error.strerror or error})")


def _safe(name: str) -> str:
    return name.replace("/", "-").replace("\x00", "").lstrip(".") or "briefing"
