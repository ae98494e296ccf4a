"""Editions as files: rendered in each format, and written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from briefing.app.files import replace_file
from briefing.app.shell import Shell
from briefing.edition import Edition
from briefing.errors import RenderError, UsageError
from briefing.settings import Fonts, LookSettings, Paper, Theme

WIDEST = 100  # columns: longer lines are hard to follow


@dataclass(frozen=True, slots=True)
class Look:
    """How an edition is dressed: settings, one's own templates, whether a PDF is PDF/A."""

    settings: LookSettings
    templates: Path | None = None
    archival: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The files, and what could not be made or will be missed on a page, in one sentence each."""

    files: tuple[Path, ...]
    failed: tuple[str, ...]
    warnings: tuple[str, ...]


# The heavy parts are imported only where they are used: `briefing --help` answers at once.


def _html(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.html import html

    chosen = look.settings
    page = html(
        edition,
        theme=chosen.theme,
        templates=look.templates,
        fonts=chosen.fonts,
        paper=chosen.paper,
    )
    return page.encode()


def _pdf(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.pdf import pdf

    chosen = look.settings
    return pdf(
        edition,
        theme=chosen.theme,
        templates=look.templates,
        paper=chosen.paper,
        archival=look.archival,
        warn=warn,
    )


def _epub(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.epub import epub

    return epub(edition, theme=look.settings.theme, templates=look.templates)


def _text(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.text import text

    return text(edition).encode()


def _markdown(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.markdown import markdown

    return markdown(edition).encode()


def _json(edition: Edition, look: Look, warn: Callable[[str], None]) -> bytes:
    from briefing.render.json import json_text

    return json_text(edition).encode()


Renderer = Callable[[Edition, Look, Callable[[str], None]], bytes]

# Name -> renderer and suffix, in the order in which they are made: the page first.
RENDERERS: Mapping[str, tuple[Renderer, str]] = {
    "html": (_html, "html"),
    "pdf": (_pdf, "pdf"),
    "epub": (_epub, "epub"),
    "text": (_text, "txt"),
    "markdown": (_markdown, "md"),
    "json": (_json, "json"),
}


def formats(text: str) -> tuple[str, ...]:
    """The formats of "html,pdf", each once, in the order in which they are made."""
    chosen = {name.strip() for name in text.split(",") if name.strip()}
    unknown = sorted(chosen - RENDERERS.keys())
    if unknown or not chosen:
        named = f'"{unknown[0]}" is no format' if unknown else "no format is named"
        raise UsageError(f"{named}: choose one of {', '.join(RENDERERS)}")
    return tuple(name for name in RENDERERS if name in chosen)


def look(
    shell: Shell,
    theme: str = "",
    templates: Path | None = None,
    *,
    paper: str = "",
    fonts: str = "",
    archival: bool = False,
) -> Look:
    """How the configuration dresses an edition, unless an option says otherwise."""
    configured = shell.config.settings.look
    chosen = replace(
        configured,
        theme=_one_of("theme", theme or configured.theme, get_args(Theme)),
        paper=_one_of("paper", paper or configured.paper, get_args(Paper)),
        fonts=_one_of("fonts", fonts or configured.fonts, get_args(Fonts)),
    )
    if templates is not None and not templates.is_dir():
        raise UsageError(f"there is no folder of templates {templates}: see templates export")
    folder = templates or shell.config.templates
    if folder is not None:
        from briefing.render.environment import used

        folder = used(folder)
    return Look(chosen, folder, archival)


def _one_of(what: str, given: str, known: Sequence[str]) -> Any:
    """`given` with the letters of the known one; whoever writes a4 means A4."""
    for one in known:
        if one.lower() == given.lower():
            return one
    raise UsageError(f'"{given}" is no {what}: choose one of {", ".join(known)}')


def write(
    shell: Shell, edition: Edition, look: Look, formats: Collection[str], folder: Path
) -> Written:
    """Write the edition in each format. A PDF that cannot be made must not cost the page."""
    files: list[Path] = []
    failed: list[str] = []
    warnings: list[str] = []
    for name in formats:
        shell.step(f"writing {name}")
        renderer, suffix = RENDERERS[name]
        try:
            content = renderer(edition, look, warnings.append)
        except RenderError as error:
            failed.append(str(error))
            continue
        files.append(replace_file(folder / f"briefing-{edition['day']}.{suffix}", content))
    return Written(tuple(files), tuple(failed), tuple(dict.fromkeys(warnings)))


def shown(edition: Edition, format: str, width: int) -> str:
    """The edition for a terminal of `width` columns, or as Markdown or JSON."""
    if format == "text":
        from briefing.render.text import text

        return text(edition, width=min(width, WIDEST), color=_colours())
    if format not in ("markdown", "json"):
        raise UsageError(f'"{format}" is not shown in a terminal: choose text, markdown or json')
    renderer, _ = RENDERERS[format]
    return renderer(edition, Look(LookSettings()), lambda words: None).decode()


def _colours() -> bool:
    """Whether standard output is a terminal that wants them (https://no-color.org)."""
    if sys.stdout is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()
