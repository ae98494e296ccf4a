"""A password from where it is kept: never from the configuration, never into a message."""

from __future__ import annotations

import importlib
import shlex
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

from briefing.errors import DeliveryError
from briefing.settings import MailboxSettings, MailSettings

COMMAND_SECONDS = 60.0  # somebody may have to type a passphrase


def password(settings: MailSettings | MailboxSettings, environ: Mapping[str, str]) -> str:
    """The password of `settings.user`; `DeliveryError` names the place it is missing from."""
    if settings.password_command:
        found = _printed(settings.password_command)
    elif settings.password_environment:
        found = environ.get(settings.password_environment, "")
    elif settings.password_file:
        found = from_file(Path(settings.password_file))
    elif settings.password_keyring:
        found = _from_keyring(settings.password_keyring, settings.user)
    else:
        raise DeliveryError(f"no place is named that holds the password of {settings.user}")
    if not found:
        raise DeliveryError(f"{_place(settings)} holds no password")
    return found


def _place(settings: MailSettings | MailboxSettings) -> str:
    if settings.password_command:
        return "what the password_command prints"
    if settings.password_environment:
        return f"the variable {settings.password_environment}"
    if settings.password_file:
        return settings.password_file
    return f"the keyring's entry {settings.password_keyring}"


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].rstrip("\r")


def _printed(command: str) -> str:
    """The first line that a command prints; what it says on stderr is for the person."""
    try:
        done = subprocess.run(  # noqa: S603 (the command is the configuration's)
            shlex.split(command), stdout=subprocess.PIPE, timeout=COMMAND_SECONDS, check=True
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        # The cause would show the command's output: a password, perhaps.
        raise DeliveryError(
            f"the password_command failed ({type(error).__name__}): run it by hand"
        ) from None
    return _first_line(done.stdout.decode("utf-8", "replace"))


def from_file(path: Path) -> str:
    """The first line of a file that nobody else may read."""
    try:
        mode = path.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise DeliveryError(f"{path} may be read by others: chmod 600 {path}")
        return _first_line(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DeliveryError(f"{path} cannot be read: {error.__class__.__name__}") from None


def _from_keyring(service: str, user: str) -> str:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError as error:
        raise DeliveryError("the keyring needs a package: pip install keyring") from error
    try:
        return str(keyring.get_password(service, user) or "")
    except Exception as error:  # each system's keyring has its own errors
        raise DeliveryError(f"the keyring could not be asked ({type(error).__name__})") from None
