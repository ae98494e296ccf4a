"""What `briefing doctor` looks at: what is wrong, and the command that mends it."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.app.intake.fetching import missed_sources
from briefing.app.shell import Shell, clock, number
from briefing.archive import Archive
from briefing.config import load
from briefing.errors import BriefingError
from briefing.text.days import zone

PANGO = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
WEASYPRINT = "pip install weasyprint"
FONTS = ("fontpkg_source_serif_4", "fontpkg_source_sans_3")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `mend` is a command, "" where all is good."""

    what: str
    good: bool
    words: str
    mend: str = ""

    def line(self) -> str:
        """ "ok" or "MEND", what was looked at, and the command that mends it."""
        mark = "ok  " if self.good else "MEND"
        return f"{mark} {self.what}: {self.words}" + (f"; run: {self.mend}" if self.mend else "")

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def findings(config: Path | None, data_dir: Path | None) -> list[Finding]:
    """All findings; those that need the configuration only where it can be read."""
    about_machine = [pango(), fonts()]
    try:
        shell = Shell(load(config, os.environ, data_dir=data_dir), clock())
    except BriefingError as error:
        return [
            Finding("configuration", False, str(error), "briefing config check"),
            *about_machine,
        ]
    named = shell.config.path or "none; the defaults hold"
    kept = archive(shell)
    return [
        Finding("configuration", True, str(named)),
        *about_machine,
        time_zone(shell),
        kept,
        sources(shell, readable=kept.good),
    ]


def pango() -> Finding:
    """Whether a PDF can be made here."""
    try:
        import weasyprint
    except OSError:
        return Finding("PDF", False, "Pango is missing: no PDF can be made", PANGO)
    except ImportError:
        return Finding("PDF", False, "WeasyPrint is missing: no PDF can be made", WEASYPRINT)
    return Finding("PDF", True, f"WeasyPrint {weasyprint.__version__} with Pango")


def fonts() -> Finding:
    """Whether the fonts of the PDF are installed."""
    missing = [name for name in FONTS if importlib.util.find_spec(name) is None]
    if missing:
        names = " ".join(name.replace("_", "-") for name in missing)
        return Finding("fonts", False, f"{names} missing", f"pip install {names}")
    return Finding("fonts", True, "Source Serif 4 and Source Sans 3")


def time_zone(shell: Shell) -> Finding:
    """Whether the edition's time zone is known here."""
    name = shell.config.settings.edition.time_zone
    try:
        local = shell.now.astimezone(zone(name))
    except BriefingError as error:
        return Finding("time zone", False, str(error), "pip install tzdata")
    return Finding("time zone", True, f"{name}, where it is {local:%Y-%m-%d %H:%M}")


def archive(shell: Shell) -> Finding:
    """Whether the archive can be read and is whole."""
    path = shell.config.archive
    if not path.exists():
        return Finding("archive", True, f"{path} will be made by the first add or fetch")
    try:
        with Archive.open(path, read_only=True) as opened:
            opened.check()
            held = number(opened.count(), "article"), number(len(opened.editions()), "edition")
    except BriefingError as error:
        return Finding("archive", False, str(error))
    size = path.stat().st_size / 1e6
    words = f"{path}: {', '.join(held)}, {size:.1f} MB"
    return Finding("archive", True, words)


def sources(shell: Shell, *, readable: bool) -> Finding:
    """Whether each source answered when it was last asked; `readable`: the archive knows."""
    configured = len(shell.config.subscriptions)
    if not configured:
        return Finding("sources", True, "none configured: use briefing add, or sources import")
    failing: list[str] = []
    if readable and shell.config.archive.exists():
        with shell.archive(read_only=True) as opened:
            missed = missed_sources(opened, shell)
        failing = [f"{one.source} ({one.reason})" for one in missed if not one.part]
    if failing:
        return Finding("sources", False, f"failing: {', '.join(failing)}", "briefing sources check")
    return Finding("sources", True, f"{configured} configured")
