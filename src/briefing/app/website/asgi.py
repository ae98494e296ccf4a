"""The live archive as an ASGI application: which requests it answers, and with which headers.

The thread of the event loop answers: SQLite's connections belong to a thread, on one core a
second one would only wait for the first, and to hand each question over to another costs as much
as a tenth of its answer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from briefing.app.shell import Shell
from briefing.app.website.live import LiveArchive
from briefing.app.website.publishing import site
from briefing.archive import Archive

LONGEST_QUERY = 2_000  # bytes of a request's query

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",  # kept, but asked for again: an edition may be refreshed
}


def application(shell: Shell, *, hosts: frozenset[str] = frozenset(), base: str = "") -> Starlette:
    """The ASGI application. `hosts` are the names it answers to; none: to all."""
    live = _Live(shell, hosts, base)
    route = Route("/{path:path}", live.respond, methods=["GET"])  # and HEAD, which Starlette adds
    return Starlette(
        routes=[route],
        lifespan=live.lifespan,
        exception_handlers={405: _refused, Exception: _failed},
    )


@dataclass(slots=True)
class _Live:
    """The archive is open as long as the server runs: `reading` is None before and after."""

    shell: Shell
    hosts: frozenset[str]
    base: str
    reading: LiveArchive | None = None

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        archive = Archive.open(self.shell.config.archive, read_only=True)
        self.reading = LiveArchive(self.shell, archive, site(self.shell, base=self.base, live=True))
        yield
        self.reading = None
        archive.close()

    async def respond(self, request: Request) -> Response:
        assert self.reading is not None  # no request comes before the start or after the end
        if self.hosts and _host(request.headers.get("host", "")) not in self.hosts:
            return Response("This name is not served here.", 421, HEADERS, "text/plain")
        if len(request.scope["query_string"]) > LONGEST_QUERY:
            return Response("The question is too long.", 414, HEADERS, "text/plain")
        path, query = request.path_params["path"], dict(request.query_params)
        answer = self.reading.answer(path, query)
        etag = answer.etag
        headers = HEADERS | {"etag": etag}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(answer.content, answer.status, headers, answer.type)


async def _refused(request: Request, error: Exception) -> Response:
    headers = HEADERS | dict(getattr(error, "headers", None) or {})
    return Response("Not allowed.", 405, headers, "text/plain")


async def _failed(request: Request, error: Exception) -> Response:
    return Response("The archive could not be read.", 500, HEADERS, "text/plain")


def _host(header: str) -> str:
    """The name in a Host header, without its port: "[::1]:8765" is "::1"."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""
