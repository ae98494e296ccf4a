"""A folder of articles in any of the formats, read in the order of their paths."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

from briefing.errors import InputError
from briefing.ingest.reading import MAX_BYTES, Outcome, Told, read
from briefing.ingest.sources import kept_in
from briefing.ingest.texts import printable
from briefing.model import Article, Missed

MAX_FILES = 50_000
MAX_PIPED = 100_000_000  # bytes of a pipe or a device, which does not say how long it is
# What lies beside saved pages and is no article; a folder of them need not be told file by file.
_ASIDE = frozenset(
    """.css .js .mjs .map .json5 .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .woff
    .woff2 .ttf .otf .eot .mp3 .mp4 .webm .ogg .wav .avi .mov .pdf .zip .tar .db .sqlite .py .pyc
    .log .lock .toml .yaml .yml .ini .csv .tsv""".split()
)
_ABOUT = frozenset({"license", "licence", "readme", "readme.md", "readme.txt", "robots.txt"})


def articles(root: Path, told: Told) -> Outcome:
    """The articles of all files below `root`, and the files that cannot be read.

    Hidden files and folders are skipped, links to folders, and links that lead out of `root`.
    """
    found: list[Article] = []
    where = printable(str(root))
    files, closed = _listed(root)
    missed = [Missed(where, reason) for reason in closed]
    home = Path(root.resolve().name)  # a folder further up says nothing of what lies here
    for path in files[:MAX_FILES]:
        within = path.relative_to(root)
        name = printable(within.as_posix())
        try:
            read_here, missed_here = file(path, replace(told, kept=kept_in(home / within)), name)
        except InputError as error:
            missed.append(Missed(where, str(error)))
            continue
        found += read_here
        missed += [Missed(where, f"{name}: {one.reason}", one.url) for one in missed_here]
    if len(files) > MAX_FILES:
        missed.append(Missed(where, f"{len(files) - MAX_FILES} further files are too many"))
    return tuple(found), tuple(missed)


def file(path: Path, told: Told, name: str = "") -> Outcome:
    """The articles of one file. Raises InputError."""
    shown = name or printable(path.name)
    try:
        if path.is_fifo() and not path.is_relative_to("/dev"):  # where a shell puts <(command)
            raise InputError(f"{shown} is a pipe, and may never end: cat {shown} | briefing add -")
        limit = MAX_BYTES if path.is_file() else MAX_PIPED
        if path.stat().st_size > limit:
            raise InputError(f"{shown} is larger than {limit / 1e6:g} MB")
        with path.open("rb") as opened:
            body = opened.read(limit + 1)
    except OSError as error:
        raise InputError(
            f"{shown} cannot be read: {(error.strerror or str(error)).lower()}"
        ) from error
    if len(body) > limit:
        raise InputError(f"{shown} is larger than {limit / 1e6:g} MB")
    return read(body, shown, told)


def paths(root: Path) -> tuple[Path, ...]:
    """The files below `root` that may hold articles, sorted by their path."""
    return _listed(root)[0]


def _listed(root: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """(the files below `root` that may hold articles, sorted by their path; which folders cannot be
    read, and why)."""
    home = root.resolve()
    found: list[Path] = []
    refused: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder) / name for name in names if _may_hold(Path(folder) / name, home)]
    ordered = sorted(found, key=lambda path: path.relative_to(root).as_posix())
    return tuple(ordered), tuple(_closed(root, error) for error in refused)


def unread(root: Path) -> str:
    """How many files below `root` are of which kinds that are not read: "3 .pdf, 1 .csv"."""
    kinds = Counter(
        Path(name).suffix.lower()
        for _, _, names in os.walk(root)
        for name in names
        if Path(name).suffix.lower() in _ASIDE and not name.startswith(".")
    )
    ordered = sorted(kinds.items(), key=lambda row: (-row[1], row[0]))
    return ", ".join(f"{number} {suffix}" for suffix, number in ordered)


def _closed(root: Path, error: OSError) -> str:
    name = printable(os.path.relpath(error.filename or root, root))
    reason = (error.strerror or str(error)).lower()
    return f"{'the folder' if name == '.' else name} cannot be read: {reason}"


def _may_hold(path: Path, home: Path) -> bool:
    name = path.name.lower()
    if name.startswith((".", "~$")) or path.suffix.lower() in _ASIDE or name in _ABOUT:
        return False
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            return False
        return path.is_file()  # neither a pipe, which would wait forever, nor a device
    except PermissionError:
        return True  # its folder may be listed and not entered: reading it says so
    except RuntimeError:
        return False  # links in a circle lead to no file
