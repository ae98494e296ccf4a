"""What a written site was made from: a JSON file in its folder, with a line for each edition.

The editions are most of it, and hardly one of them changes: a line that is known to be right is
written again as it was read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.render.site import AbstractData

MANIFEST = ".briefing-site.json"
FORMAT = 2

Editions = dict[str, tuple[str, AbstractData]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`dress` names what all pages were made with, `pages` what each was; `editions` are those of
    `publishing.Abstracts`, and `lines` how they stand in the file."""

    dress: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    editions: Editions = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)


def manifest(folder: Path) -> Manifest:
    """What the last run left; one that cannot be read, or is of another format, is none."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
        found = json.loads(text)
        if found["format"] != FORMAT:
            return Manifest()
        editions = {day: (named, told) for day, (named, told) in found["editions"].items()}
        lines = {line[1:11]: line.rstrip(",") for line in text.splitlines()[1:-1]}
        return Manifest(found["dress"], dict(found["pages"]), editions, lines)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def manifest_text(
    dress: str, pages: Mapping[str, str], editions: Editions, before: Manifest
) -> str:
    """The file's content. `before` lends the lines of editions that are still the same."""
    head = {"format": FORMAT, "dress": dress, "pages": pages, "editions": {}}
    lines = (_line(day, edition, before) for day, edition in editions.items())
    return json.dumps(head)[:-2] + "\n" + ",\n".join(lines) + "\n}}\n"


def _line(day: str, edition: tuple[str, AbstractData], before: Manifest) -> str:
    named, told = before.editions.get(day, ("", None))
    # The very abstract that was read, not one that was made anew.
    if told is edition[1] and named == edition[0] and day in before.lines:
        return before.lines[day]
    return f"{json.dumps(day)}: {json.dumps(edition)}"
