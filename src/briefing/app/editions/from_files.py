"""Editions from files alone, without an archive of one's own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.app.editions.making import Made, make
from briefing.app.intake.gathering import articles_of
from briefing.app.shell import Shell
from briefing.archive import Archive
from briefing.errors import InputError
from briefing.model import Missed


def make_from_files(shell: Shell, inputs: Sequence[str], day: date, source: str) -> Made:
    """The edition of `day` from `inputs` alone; what is undated is taken to be of that day."""
    with archive_of(shell, inputs, day=day.isoformat(), source=source) as (archive, missed):
        if archive.count() == 0 and missed:
            told = "; ".join(f"{m.source}: {m.reason}" for m in missed)
            raise InputError(f"no article could be read: {told}")
        if archive.count() == 0:
            raise InputError(f"no article was found in {', '.join(inputs)}")
        return make(shell, archive, day, missed=missed)


@contextmanager
def archive_of(
    shell: Shell, inputs: Sequence[str], *, day: str = "", source: str = ""
) -> Iterator[tuple[Archive, tuple[Missed, ...]]]:
    """A temporary archive of `inputs` alone, and what of them was missed: the same whichever was
    named first."""
    articles, missed = articles_of(shell, inputs, source=source, day=day)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        config = replace(shell.config, data_dir=Path(folder), subscriptions=())
        with replace(shell, config=config).archive() as archive:
            archive.add(articles)
            yield archive, tuple(sorted(missed, key=_place))


def _place(one: Missed) -> tuple[object, ...]:
    """Line 4 before line 10."""
    parts = re.split(r"(\d{1,9})", one.reason)
    numbered = [(int(part), "") if part.isdigit() else (0, part) for part in parts]
    return one.source, one.url, numbered, one.reason
