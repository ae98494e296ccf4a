"""The server of the live archive: whom it answers, and with which headers.

The thread of the event loop answers: SQLite's connections belong to a thread, on one core a
second one would only wait for the first, and to hand each question over to another costs as much
as a tenth of its answer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.app.shell import Shell
from briefing.app.website.live import Reading
from briefing.app.website.publishing import site
from briefing.archive import Archive
from briefing.errors import UsageError

if TYPE_CHECKING:
    from starlette.applications import Starlette

LONGEST_QUERY = 2_000  # bytes of a request's query
LARGEST_HEAD = 16_384  # bytes of a request's head
MOST_CONNECTIONS = 100
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

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
    from contextlib import asynccontextmanager

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    reading: list[Reading] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        archive = Archive.open(shell.config.archive, read_only=True)
        reading.append(Reading(shell, archive, site(shell, base=base, live=True)))
        yield
        reading.pop().archive.close()

    async def respond(request: Request) -> Response:
        if hosts and _host(request.headers.get("host", "")) not in hosts:
            return Response("This name is not served here.", 421, HEADERS, "text/plain")
        if len(request.scope["query_string"]) > LONGEST_QUERY:
            return Response("The question is too long.", 414, HEADERS, "text/plain")
        path, query = request.path_params["path"], dict(request.query_params)
        answer = reading[0].answer(path, query)
        etag = answer.etag
        headers = HEADERS | {"etag": etag}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(answer.content, answer.status, headers, answer.type)

    async def refused(request: Request, error: Exception) -> Response:
        headers = HEADERS | dict(getattr(error, "headers", None) or {})
        return Response("Not allowed.", 405, headers, "text/plain")

    async def failed(request: Request, error: Exception) -> Response:
        return Response("The archive could not be read.", 500, HEADERS, "text/plain")

    route = Route("/{path:path}", respond, methods=["GET"])  # and HEAD, which Starlette adds
    return Starlette(
        routes=[route], lifespan=lifespan, exception_handlers={405: refused, Exception: failed}
    )


def _host(header: str) -> str:
    """The name in a Host header, without its port: "[::1]:8765" is "::1"."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def allowed(host: str, base: str) -> frozenset[str]:
    """The names a server at `host` answers to. On a loopback address any other name is a page of
    somebody else that reaches for it (DNS rebinding)."""
    if host not in LOOPBACK:
        return frozenset()
    return LOOPBACK | {name for name in [urlsplit(base).hostname] if name}


def serve(
    shell: Shell, host: str, port: int, *, base: str = "", tell: Callable[[str], None]
) -> None:
    """Answer until it is stopped."""
    try:
        import uvicorn
    except ImportError as error:
        raise UsageError(
            "the server is not installed: pip install 'newsbriefing[serve]'"
        ) from error
    with shell.archive(read_only=True):
        pass  # an archive that cannot be read is told now, not with the first page
    name = f"[{host}]" if ":" in host else host
    base = base or f"http://{name}:{port}/"
    config = uvicorn.Config(
        application(shell, hosts=allowed(host, base), base=base),
        host=host,
        port=port,
        http="h11",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=LARGEST_HEAD,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=3,
    )
    tell(f"reading the archive at {base} (Ctrl-C ends it)")
    uvicorn.Server(config).run()
