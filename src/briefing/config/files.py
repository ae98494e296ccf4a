"""Finding and reading the configuration file, and where the user's files lie."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from briefing.errors import ConfigError

APP = "briefing"
FILE = "briefing.toml"
MAX_BYTES = 1_000_000  # a thousand sources take 150 kB


def find(path: Path | None, environ: Mapping[str, str]) -> Path | None:
    """The file that counts: --config, BRIEFING_CONFIG, ./briefing.toml, the user's own.

    One that was named must be there; None where nothing was named and none is found.
    """
    named = path or (Path(environ["BRIEFING_CONFIG"]) if environ.get("BRIEFING_CONFIG") else None)
    if named is None:
        return next((place for place in (Path(FILE), user_file()) if _is_file(place)), None)
    named = at_home(named)
    if named.is_dir():
        raise ConfigError(f"{named} is a folder: name the configuration file in it")
    if not _is_file(named):
        raise ConfigError(f"there is no configuration file {named}: `briefing init` writes one")
    return named


def at_home(path: Path) -> Path:
    """The path with its "~" as the home folder."""
    try:
        return path.expanduser()
    except RuntimeError as error:  # "~nobody-of-this-name"
        raise ConfigError(f"{path} names the home folder of somebody unknown") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:  # a folder on the way that may not be entered
        raise ConfigError(f"{path} cannot be reached ({error.strerror})") from error


def user_file() -> Path:
    """Where the user's own configuration lies (XDG: ~/.config/briefing/briefing.toml)."""
    return platformdirs.user_config_path(APP, appauthor=False) / FILE


def user_data_dir() -> Path:
    """Where the user's archive lies (XDG: ~/.local/share/briefing)."""
    return platformdirs.user_data_path(APP, appauthor=False)


def text(path: Path) -> str:
    """What the file holds. Raises ConfigError where it cannot be read, or is too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ConfigError(f"{path} has more than {MAX_BYTES} bytes: is it a configuration?")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(
            f"{path} cannot be read ({reason}): check who may read it, or name another file"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8"
        ) from error


def table(path: Path, text: str) -> dict[str, Any]:
    """The file's tables; where it is not TOML, the error names line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not TOML: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{path} is not a configuration: too many nested brackets") from error
