"""A mail server: one connection for many messages, one envelope a recipient (RFC 5321).

TLS is what the settings say or there is no connection; a server that offers less gets nothing.
Where the connection breaks after DATA, nobody knows whether the server took the mail: the outcome
is "unknown", and it is for a person to say.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefing.deliver.outcome import Outcome, told
from briefing.errors import DeliveryError
from briefing.settings import MailSettings

SLOWEST = 10_000  # bytes a second: a line that is slower than that is broken
PATIENCE = 4  # time limits of silence that one message may take: a server may drip its answer

_NO_MAILBOX = re.compile(r"5\.1\.\d")  # RFC 3463: the address is at fault, today and tomorrow


class _Broken(Exception):  # noqa: N818 (a state of the connection, not an error of ours)
    """The connection ended before the mail was handed over."""


class Mailer:
    """A mail server that takes messages. `connect` before the first; a context manager."""

    def __init__(self, settings: MailSettings, password: Callable[[], str]) -> None:
        self._settings = settings
        self._password = password
        self._server: smtplib.SMTP | None = None
        self._fresh = False  # nothing was sent on this connection

    def __enter__(self) -> Mailer:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def connect(self) -> None:
        """Have a connection, secured and logged in; `DeliveryError` says what is in the way."""
        if self._server is None:
            self._server = _opened(self._settings)
            try:
                _log_in(self._server, self._settings, self._password)
            except BaseException:
                self._drop()
                raise
            self._fresh = True

    def send(self, sender: str, recipient: str, content: bytes) -> Outcome:
        """Hand one message over; `content` has its dots doubled. Never raises for the server."""
        self.connect()
        fresh, self._fresh = self._fresh, False
        try:
            return self._sent(sender, recipient, content)
        except _Broken as error:
            self._drop()
            if fresh:
                return Outcome("retry", told(error), lasting=True)
        # Servers end an idle connection, or one that has brought enough: then a new one is due.
        try:
            self.connect()
            self._fresh = False
            return self._sent(sender, recipient, content)
        except (_Broken, DeliveryError) as error:
            self._drop()
            return Outcome("retry", told(error), lasting=True)

    def close(self) -> None:
        """Say goodbye, if connected; a server that does not answer is left."""
        if self._server is not None:
            try:
                self._server.quit()
            except (smtplib.SMTPException, OSError):
                self._server.close()
            self._server = None

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _sent(self, sender: str, recipient: str, content: bytes) -> Outcome:
        server = self._server
        assert server is not None
        too_large = _too_large(server, len(content))
        if too_large:
            return Outcome("failed", too_large)
        wide = not recipient.isascii() or not sender.isascii()
        if wide and not server.has_extn("smtputf8"):
            return Outcome("failed", f"the server takes no address such as {recipient}")
        seconds = PATIENCE * self._settings.timeout + len(content) / SLOWEST
        with _ended_after(server, seconds):
            return self._exchange(server, sender, recipient, content, wide=wide)

    def _exchange(
        self, server: smtplib.SMTP, sender: str, recipient: str, content: bytes, *, wide: bool
    ) -> Outcome:
        options = [f"size={len(content)}"] if server.has_extn("size") else []
        options += ["SMTPUTF8"] if wide else []
        for step in (
            lambda: server.mail(sender, options),
            lambda: server.rcpt(recipient),
            lambda: server.docmd("DATA"),
        ):
            code, words = _answer(step)
            if code not in (250, 251, 354):
                return self._refused(server, code, words)
        return self._handed_over(server, content)

    def _refused(self, server: smtplib.SMTP, code: int, words: bytes) -> Outcome:
        """The outcome of a refusal, and a server that is ready for the next message."""
        if code == 421:
            raise _Broken(f"421 {told(words)}")
        outcome = outcome_of(code, words)
        _answer(server.rset)
        return outcome

    def _handed_over(self, server: smtplib.SMTP, content: bytes) -> Outcome:
        """From here on the server may have the message, whatever we hear."""
        try:
            assert server.sock is not None
            server.sock.settimeout(max(self._settings.timeout, len(content) / SLOWEST))
            server.send(content + (b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"))
            server.sock.settimeout(self._settings.timeout)
            code, words = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Outcome("unknown", f"the connection broke after DATA: {told(error)}")
        except BaseException:
            self._drop()
            raise
        if code == 421 or code < 200:
            self._drop()
        return outcome_of(code, words)


def outcome_of(code: int, words: bytes) -> Outcome:
    """What a reply means: RFC 5321, 4.2.1."""
    answer = f"{code} {told(words)}"
    if 200 <= code < 300:
        return Outcome("sent", answer)
    if 400 <= code < 500:
        return Outcome("retry", answer)
    if 500 <= code < 600:
        return Outcome("failed", answer, refused=bool(_NO_MAILBOX.match(told(words))))
    return Outcome("unknown", f"the server answered what is no reply: {answer}")


def _answer(step: Callable[[], tuple[int, bytes]]) -> tuple[int, bytes]:
    try:
        code, words = step()
    except (smtplib.SMTPException, OSError) as error:
        raise _Broken(f"the connection broke before the mail was handed over: {error}") from error
    if code < 200:
        raise _Broken("the server answered what is no reply before the mail was handed over")
    return code, words


def _too_large(server: smtplib.SMTP, size: int) -> str:
    limit = server.esmtp_features.get("size", "").strip()
    if limit.isdecimal() and 0 < int(limit) < size:
        return (
            f"the mail has {size / 1e6:.1f} MB, the server takes {int(limit) / 1e6:.1f} MB: "
            'write pdf = "link" or "none" under [mail]'
        )
    return ""


@contextmanager
def _ended_after(server: smtplib.SMTP, seconds: float) -> Iterator[None]:
    """The socket's own time limit holds for one packet: a server that sends a byte now and then
    would keep us for ever."""
    timer = threading.Timer(seconds, _shut, [server.sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut(sock: socket.socket | None) -> None:
    if sock is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended by itself


# --- the way to the server ------------------------------------------------------------


def _opened(settings: MailSettings) -> smtplib.SMTP:
    where = f"{settings.host}, port {settings.port}"
    try:
        return _secured(settings)
    except socket.gaierror as error:
        raise DeliveryError(f"no address is known for the mail server {settings.host}") from error
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(
            f"the certificate of the mail server {settings.host} is not trusted "
            f"({error.verify_message}): name its authority's file with ca_file"
        ) from error
    except ssl.SSLError as error:
        raise DeliveryError(
            f"no secure connection to the mail server {where} ({error.reason}): "
            'port 465 goes with security = "tls", port 587 with "starttls"'
        ) from error
    except TimeoutError as error:
        raise DeliveryError(_silent(settings)) from error
    except smtplib.SMTPResponseException as error:
        answer = f"{error.smtp_code} {told(error.smtp_error)}"
        raise DeliveryError(f"the mail server {where} takes no mail now: {answer}") from error
    except (smtplib.SMTPException, OSError, ValueError) as error:
        if isinstance(error.__context__, TimeoutError):  # while the server should have greeted
            raise DeliveryError(_silent(settings)) from error
        raise DeliveryError(f"no connection to the mail server {where}: {told(error)}") from error


def _silent(settings: MailSettings) -> str:
    where = f"{settings.host}, port {settings.port}"
    return f"the mail server {where} did not answer within {settings.timeout:g} s"


def _secured(settings: MailSettings) -> smtplib.SMTP:
    name = "localhost"  # what we call ourselves: the machine's name is nobody's business
    host, port, seconds = settings.host, settings.port, settings.timeout
    if settings.security == "tls":
        tls = context(settings)
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, name, timeout=seconds, context=tls)
    else:
        server = smtplib.SMTP(host, port, name, timeout=seconds)
    try:
        server.ehlo_or_helo_if_needed()
        if settings.security == "starttls":
            if not server.has_extn("starttls"):
                raise DeliveryError(
                    f"the mail server {settings.host} offers no STARTTLS: nothing was sent; "
                    'try security = "tls" with port 465'
                )
            server.starttls(context=context(settings))
            server.ehlo()
    except BaseException:
        server.close()
        raise
    return server


def context(settings: MailSettings) -> ssl.SSLContext:
    """Certificates are checked against `ca_file`, else the system's. Raises DeliveryError."""
    try:
        return ssl.create_default_context(cafile=settings.ca_file or None)
    except OSError as error:
        raise DeliveryError(f"ca_file {settings.ca_file} holds no certificates") from error


def _log_in(server: smtplib.SMTP, settings: MailSettings, password: Callable[[], str]) -> None:
    if not settings.user:
        return
    secret = password()
    try:
        server.login(settings.user, secret)
    except smtplib.SMTPResponseException as error:
        # A server might repeat what it was told.
        answer = told(error.smtp_error).replace(secret, "***")
        raise DeliveryError(
            f"the mail server {settings.host} refused the login of {settings.user}: "
            f"{error.smtp_code} {answer}"
        ) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise DeliveryError(
            f"the login at the mail server {settings.host} failed ({type(error).__name__})"
        ) from None
