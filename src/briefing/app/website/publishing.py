"""The archive as a site: pages planned from the editions, and only what changed is written.

The folder keeps a manifest: what each page was made from, and what each edition adds to the pages
across editions. A page whose inputs are the same is not made again; a file whose content would be
the same is not written again; a page that is no longer planned is removed, and no other file is.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from briefing import __version__
from briefing.app.files import replace_file
from briefing.app.shell import Shell
from briefing.app.website.manifest import MANIFEST, manifest, manifest_text
from briefing.archive import Archive, Recorded, Saying
from briefing.edition import Edition, digest, moment
from briefing.errors import NothingToReport, UsageError
from briefing.render.environment import root, used
from briefing.render.site import AbstractData, Key, Page, SaidData, Shelf, Site, abstract, plan

EDITIONS_HELD = 40  # a month and more in memory: a long story's course, a month's search


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages the site has, and what was done to its files."""

    pages: int
    written: int
    removed: int


@dataclass(slots=True)
class Abstracts:
    """What is known of the editions: by day, what names the recorded one, and its abstract."""

    editions: dict[str, tuple[str, AbstractData]] = field(default_factory=dict)


def site(shell: Shell, *, base: str = "", live: bool = False) -> Site:
    """How the configuration words and dresses a site."""
    edition = shell.config.settings.edition
    return Site(
        title=edition.title,
        language=edition.language,
        time_zone=edition.time_zone,
        base=base and base.rstrip("/") + "/",
        live=live,
        templates=shell.config.templates and used(shell.config.templates),
    )


def publish(shell: Shell, archive: Archive, folder: Path, *, base: str = "") -> Published:
    """Write all that is new of the site into `folder`: an empty one, or one that holds a site."""
    check_folder(folder)
    chosen = site(shell, base=base)
    before = manifest(folder)
    dress = dressed(chosen)
    old = before.pages if before.dress == dress else {}
    known = Abstracts(dict(before.editions))
    shell.step("planning the pages")
    pages = planned(archive, chosen, known)
    if not pages:
        raise NothingToReport("there is no edition in the archive yet: briefing make")
    if not (folder / MANIFEST).exists():  # a run that is broken off leaves a folder of ours
        _replace(folder / MANIFEST, manifest_text("", {}, {}, before))
    there = _files(folder)
    written = sum(
        _write(shell, folder, page)
        for page in pages.values()
        if old.get(page.path) != page.inputs or page.path not in there
    )
    removed = sum(_remove(folder, path) for path in sorted(before.pages) if path not in pages)
    inputs = {path: page.inputs for path, page in sorted(pages.items())}
    _replace(folder / MANIFEST, manifest_text(dress, inputs, known.editions, before))
    return Published(len(pages), written, removed)


def planned(archive: Archive, site: Site, known: Abstracts) -> dict[str, Page]:
    """The pages of the archive as it stands; `known` is brought up to date."""
    recorded = [one for one in archive.editions() if not one.reader]
    if not recorded:
        return {}
    with _living_long():
        return _planned(archive, site, known, recorded)


@contextmanager
def _living_long() -> Iterator[None]:
    """Half a million values are made here, which live as long as the plan: Python does not look
    through them for garbage again and again, which took a fifth of the time."""
    gc.unfreeze()  # an earlier plan
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if looking:
            gc.enable()


def _planned(
    archive: Archive, site: Site, known: Abstracts, recorded: Sequence[Recorded]
) -> dict[str, Page]:
    @lru_cache(maxsize=EDITIONS_HELD)
    def edition(day: str) -> Edition:
        found = archive.edition(date.fromisoformat(day))
        assert found is not None, day  # listed a moment ago, and never deleted
        return found

    known.editions = {
        one.day.isoformat(): _abstract(one, known.editions, edition) for one in recorded
    }
    # What came after the last edition is tomorrow's.
    end = max(one.end for one in recorded)
    quoted: dict[str, dict[Key, int]] = {}
    for speaker, when, article, start, key in archive.quoted_in(end):
        quoted.setdefault(speaker, {})[when, article, start] = key

    def said(keys: Iterable[int]) -> list[SaidData]:
        return [_said(saying) for saying in archive.sayings(keys)]

    shelf = Shelf(edition, said, quoted)
    return plan(site, (told for _, told in known.editions.values()), shelf)


def _abstract(
    one: Recorded,
    known: Mapping[str, tuple[str, AbstractData]],
    edition: Callable[[str], Edition],
) -> tuple[str, AbstractData]:
    day, named = one.day.isoformat(), f"{one.revision} {one.made.isoformat()}"
    if day in known and known[day][0] == named:
        return named, known[day][1]
    return named, abstract(edition(day))


def _said(saying: Saying) -> SaidData:
    return SaidData(
        article=saying.article,
        outlet=saying.outlet,
        title=saying.title,
        url=saying.url,
        published=moment(saying.published),
        language=saying.language,
        role=saying.role,
        kind=saying.kind,
        parts=[{"start": s.start, "end": s.end, "text": text} for s, text in saying.parts],
    )


def dressed(site: Site) -> str:
    """Names all that every page is made with: the program, the site's settings, the templates."""
    folders = [root() / "default", root() / "site", *([site.templates] if site.templates else [])]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    templates = [[path.name, digest(path.read_text("utf-8", "replace"))] for path in files]
    return digest([__version__, [str(value) for value in astuple(site)], templates])


def check_folder(folder: Path) -> None:
    """Raises UsageError where a site would stand among files that are not a site's."""
    if not folder.is_dir() or (folder / MANIFEST).exists():
        return
    if any(not path.name.startswith(".") for path in folder.iterdir()):  # .git may be there
        raise UsageError(
            f"{folder} holds other files, and no {MANIFEST} of a site: name an empty folder"
        )


# --- files ----------------------------------------------------------------------------


def _files(folder: Path) -> set[str]:
    """The files below `folder`: listed, which is quicker than to look for each of thousands."""
    found: set[str] = set()
    for path, _, names in os.walk(folder):
        below = Path(path).relative_to(folder).as_posix()
        found |= {name if below == "." else f"{below}/{name}" for name in names}
    return found


def _write(shell: Shell, folder: Path, page: Page) -> bool:
    """Whether the file had to be written."""
    shell.step(f"writing {page.path}")
    return _replace(folder / page.path, page.make())


def _replace(path: Path, text: str) -> bool:
    content = text.encode()
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        pass  # not there yet, or not readable: written, or told why not
    replace_file(path, content)
    return True


def _remove(folder: Path, path: str) -> bool:
    """Remove a page of an earlier run; a path that leads out of the folder is left alone."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts:
        return False
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()) or not target.is_file():
        return False
    target.unlink()
    return True
