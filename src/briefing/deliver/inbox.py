"""Where replies are read from: a Maildir, or an IMAP mailbox over TLS.

A message that was looked at is marked as seen, and stays where it is.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.deliver.outcome import told
from briefing.deliver.replies import LARGEST
from briefing.errors import DeliveryError
from briefing.settings import MailboxSettings

TIMEOUT = 60.0


def maildir(folder: Path) -> Iterator[bytes]:
    """The unread messages; each is moved to cur when the next is asked for."""
    new, cur = folder / "new", folder / "cur"
    if not new.is_dir():
        raise DeliveryError(f"{folder} is no Maildir: it has no folder new")
    cur.mkdir(exist_ok=True)
    for path in sorted(new.iterdir()):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            yield file.read(LARGEST)
        path.replace(cur / f"{path.name}:2,S")


def imap(settings: MailboxSettings, password: Callable[[], str]) -> Iterator[bytes]:
    """The unseen messages; each is marked as seen when the next is asked for."""
    try:
        server = _opened(settings)
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(
            f"the certificate of {settings.host} is not trusted ({error.verify_message})"
        ) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise DeliveryError(f"no connection to {settings.host}: {told(error)}") from error
    try:
        _log_in(server, settings, password())
        yield from _unseen(server, settings.folder)
    except (OSError, imaplib.IMAP4.error) as error:
        raise DeliveryError(f"{settings.host} broke off: {told(error)}") from error
    finally:
        try:
            server.logout()
        except (OSError, imaplib.IMAP4.error):
            server.shutdown()


def _opened(settings: MailboxSettings) -> imaplib.IMAP4_SSL:
    context = ssl.create_default_context(cafile=settings.ca_file or None)
    return imaplib.IMAP4_SSL(settings.host, settings.port, ssl_context=context, timeout=TIMEOUT)


def _log_in(server: imaplib.IMAP4_SSL, settings: MailboxSettings, secret: str) -> None:
    try:
        server.login(settings.user, secret)
    except imaplib.IMAP4.error as error:
        answer = told(error).replace(secret, "***")
        raise DeliveryError(
            f"{settings.host} refused the login of {settings.user}: {answer}"
        ) from None


def _unseen(server: imaplib.IMAP4_SSL, folder: str) -> Iterator[bytes]:
    quoted = folder.replace("\\", "\\\\").replace('"', '\\"')
    status, said = server.select(f'"{quoted}"')
    if status != "OK":
        raise DeliveryError(f"the mailbox has no folder {folder}: {told(said)}")
    _, found = server.uid("SEARCH", "UNSEEN")
    for number in (found[0] or b"").split():
        _, parts = server.uid("FETCH", number.decode(), f"(BODY.PEEK[]<0.{LARGEST}>)")
        content = next((part[1] for part in parts if isinstance(part, tuple)), b"")
        yield content
        server.uid("STORE", number.decode(), "+FLAGS", r"(\Seen)")
