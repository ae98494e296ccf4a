"""A mail server on loopback that does what a test tells it to."""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "ada", "correct horse"


@dataclass
class Taken:
    """A mail that the server has accepted."""

    sender: str
    recipient: str
    content: bytes


@dataclass
class Script:
    """What the server answers; a list is used up from its front, then all goes well."""

    mail: list[str] = field(default_factory=list)
    rcpt: list[str] = field(default_factory=list)
    # "drop" ends the connection before the answer to the whole message, "late" after taking it.
    data: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)  # answer to RCPT, by address
    sessions: int = 0

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        self.sessions += 1
        session.host_name = name
        return answers

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mail and (answer := self.mail.pop(0)):
            if answer == "drop":
                server.transport.close()
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := self.refuse.get(address) or (self.rcpt.pop(0) if self.rcpt else ""):
            if answer == "drop":
                server.transport.close()
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.data.pop(0) if self.data else "250 queued as 4711"
        if answer == "late" or answer.startswith("2"):
            assert isinstance(envelope.content, bytes)
            for address in envelope.rcpt_tos:
                self.taken.append(Taken(envelope.mail_from or "", address, envelope.content))
        if answer in ("drop", "late"):
            server.transport.close()
        return answer


@dataclass
class Place:
    port: int
    script: Script


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def mail_server(
    script: Script | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    auth: bool = False,
    size: int | None = None,
) -> Iterator[Place]:
    """Runs while the block does."""
    found = script or Script()
    options: dict[str, Any] = {"data_size_limit": size, "timeout": 30}
    if starttls:
        options |= {"tls_context": starttls, "require_starttls": True}
    if auth:
        options |= {"authenticator": _checked, "auth_required": True}
        options |= {"auth_require_tls": bool(starttls)}
    controller = Controller(
        found,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=tls,
        enable_SMTPUTF8=True,
        **options,
    )
    controller.start()
    try:
        yield Place(controller.port, found)
    finally:
        controller.stop()


def _checked(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
) -> AuthResult:
    good = isinstance(given, LoginPassword) and (given.login, given.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=False)


def authority(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate authority made for the test: its file, and a server's context it vouches for."""
    key, cert = folder / "server.key", folder / "server.pem"
    subprocess.run(
        [
            *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes".split(),
            *f"-days 2 -subj /CN=localhost -keyout {key} -out {cert}".split(),
            *"-addext subjectAltName=DNS:localhost,IP:127.0.0.1".split(),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return cert, context
