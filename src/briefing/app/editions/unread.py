"""What readers are told of sources that could not be read: a plain sentence of their language.

The cause, with file, line and what to write into the configuration, is for who runs the program;
and an address may hold the key of a subscriber, a path the name of a home.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from briefing.app.shell import WEB
from briefing.model import Missed
from briefing.render.frame import Frame
from briefing.render.notes import unread


def for_readers(
    words: Frame, configured: Sequence[Missed], inputs: Sequence[Missed]
) -> tuple[Missed, ...]:
    """The configured sources in their order, then the inputs that a person named for this edition,
    each once: alike however they were written, and whichever was named first."""
    named = {_told(words, replace(one, source=_public(one.source))) for one in inputs}
    whole = {one.source for one in named if not one.part}
    listed = sorted(named, key=lambda one: (one.source, one.url))
    return (
        *(_told(words, one) for one in configured),
        *(one for one in listed if not one.part or one.source not in whole),
    )


def _told(words: Frame, one: Missed) -> Missed:
    return replace(one, reason=unread(words, one.reason, part=one.part))


def _public(named: str) -> str:
    """The host of an address, the last name of a path: "rows.jsonl"."""
    if named.startswith(WEB):
        return urlsplit(named).hostname or named
    path = Path(named)
    return path.name if path.name not in ("", "..") else path.resolve().name or named
