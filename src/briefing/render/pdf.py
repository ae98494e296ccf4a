"""The edition as a tagged PDF (PDF/UA-1), made by WeasyPrint in a process of its own.

Layout engines meet pages that they never finish: the child has limits of time and memory, and the
HTML can still be delivered when it fails.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.edition import Edition
from briefing.errors import RenderError
from briefing.render.citations import passages_url
from briefing.render.embedded import ATTACHED
from briefing.render.environment import DEFAULT
from briefing.render.frame import frame
from briefing.render.html import page
from briefing.render.json import json_text
from briefing.settings import Paper

# 0.11 s a page were measured on an old core: 240 stories are 170 pages.
TIME_LIMIT = 120.0
MEMORY_LIMIT = 2 * 1024**3


def ignore(message: str) -> None:
    """Says nothing of it."""


def pdf(
    edition: Edition,
    *,
    paper: Paper = "A4",
    theme: str = DEFAULT,
    templates: Path | None = None,
    archival: bool = False,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    warn: Callable[[str], None] = ignore,
) -> bytes:
    """The file's bytes: the same for the same edition, wherever and whenever it is made.

    PDF/UA-1, or PDF/A-3 where `archival`. `warn` is told what the reader of the page will miss,
    such as letters that no installed font has. Raises RenderError.
    """
    task = _task(edition, page(edition, "print", theme, templates, paper), archival)
    task |= {"time_limit": time_limit, "memory_limit": memory_limit}
    answer = _answer(json.dumps(task), time_limit)
    for message in answer["warnings"]:
        warn(message)
    if "error" in answer:
        raise RenderError(f"the PDF could not be made: {answer['error']}")
    return base64.b64decode(answer["pdf"])


def _task(edition: Edition, html: str, archival: bool) -> dict[str, Any]:
    """All that the child is told."""
    data = json_text(edition)
    return {
        "html": html,
        "variant": "pdf/a-3a" if archival else "pdf/ua-1",
        "identifier": hashlib.sha256(data.encode()).hexdigest()[:32],
        "date": edition["window"]["end"],
        "labels": labels(edition),
        "attachments": {
            ATTACHED: {
                "text": data,
                "relationship": "Data",
                "description": "The edition as data: every statement with its place",
            },
            "sources.txt": {
                "text": source_list(edition),
                "relationship": "Supplement",
                "description": "The sources of every story, a line each",
            },
        },
    }


def labels(edition: Edition) -> dict[str, str]:
    """What a link is called when read aloud, by its target."""
    words, called = frame(edition), {}
    for story in edition["stories"]:
        called[f"story-{story['number']}"] = story["headline"]
        for row in story["sources"]:
            name = words.text("Source %(number)s: %(outlet)s")
            called[f"source-{story['number']}-{row['number']}"] = name % row
            called[passages_url(story, row)] = f"{row['outlet']}: {row['title']}"
    return called


def source_list(edition: Edition) -> str:
    """A line for each source: story and number, outlet, title, time, address."""
    rows = (
        f"{story['number']}.{row['number']}\t{row['outlet']}\t{row['title']}\t"
        f"{row['published']}\t{row['url']}"
        for story in edition["stories"]
        for row in story["sources"]
    )
    return "".join(" ".join(row.split("\n")) + "\n" for row in rows)


def _answer(task: str, time_limit: float) -> dict[str, Any]:
    """What the child says, or why it says nothing."""
    command = [sys.executable, "-m", "briefing.render.pdf_child"]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, no shell)
            command,
            input=task.encode(),
            capture_output=True,
            timeout=time_limit,
            env=_surroundings(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"the PDF was not finished after {time_limit:g} s") from error
    try:
        return dict(json.loads(done.stdout))
    except ValueError:
        raise RenderError(_cause(done)) from None


def _cause(done: subprocess.CompletedProcess[bytes]) -> str:
    if done.returncode < 0:
        return f"the PDF could not be made: signal {-done.returncode} ended its process"
    last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    return f"the PDF could not be made: {' '.join(last) or 'no cause was given'}"


def _surroundings() -> dict[str, str]:
    """What the child sees of the world: nothing that could change a byte of the file."""
    kept = ("PATH", "HOME", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "TMPDIR")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    # Fonts that are cut bear a date: that of SOURCE_DATE_EPOCH, else today's.
    fixed = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
    return found | fixed
