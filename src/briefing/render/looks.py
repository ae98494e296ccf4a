"""Which templates a page was made with, as a word that the page carries.

A page can be made again from its data, and compared with what it says, only by the templates that
made it. One's own are not at hand when a page is verified, and ours change from version to version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path

from briefing import __version__
from briefing.render.environment import DEFAULT, root

SITE = "site"
_OF_SITE = ("edition.html", "layout.html", "told.html", "voice.html")  # what an edition is made of


def look(theme: str, templates: Path | None) -> str:
    """The theme with a digest of its files, and of those that stand in their place."""
    own = b"".join(path.read_bytes() for path in _replacing(theme, templates))
    digest = _digest(theme)
    return f"{theme}-{hashlib.sha256(digest.encode() + own).hexdigest()[:8] if own else digest}"


def theme_of(look: str) -> str:
    """The theme that `look` names, if its templates are those of this program; else ""."""
    theme = look.rpartition("-")[0]
    known = theme.isalnum() and (root() / theme).is_dir()
    return theme if known and look == f"{theme}-{_digest(theme)}" else ""


def _replacing(theme: str, templates: Path | None) -> Iterator[Path]:
    """The files of `templates` that take the place of one of the theme's, and are others."""
    if templates is None:
        return
    for name, ours in _named(theme).items():
        own = templates / name
        if own.is_file() and own.read_bytes() != ours.read_bytes():
            yield own


@lru_cache(maxsize=16)
def _named(theme: str) -> dict[str, Path]:
    """The theme's files by the names that templates have for them."""
    files = _files(theme)
    bare = {path.name: path for path in files if path.parent.name != SITE}
    return bare | {f"{path.parent.name}/{path.name}": path for path in files}


@lru_cache(maxsize=16)
def _files(theme: str) -> tuple[Path, ...]:
    """The templates of the theme's page: style has no words."""
    if theme == SITE:
        own = [root() / SITE / name for name in _OF_SITE]
    else:
        own = sorted((root() / theme).glob("*.html"))
    return tuple(dict.fromkeys([*sorted((root() / DEFAULT).glob("*.html")), *own]))


def _catalogues() -> list[Path]:
    """The words of a page in other languages."""
    return sorted((Path(str(resources.files("briefing"))) / "locale").glob("*.po"))


@lru_cache(maxsize=16)
def _digest(theme: str) -> str:
    found = hashlib.sha256(__version__.encode())  # Babel's version is no part: the same bytes
    for path in (*_files(theme), *_catalogues()):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]
