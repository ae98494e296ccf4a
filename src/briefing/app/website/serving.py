"""The server of the live archive: at which address, and how much it takes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from briefing.app.shell import Shell
from briefing.errors import UsageError

LARGEST_HEAD = 16_384  # bytes of a request's head
MOST_CONNECTIONS = 100
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


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
    from briefing.app.website.asgi import application

    with shell.archive(read_only=True):
        pass  # an archive that cannot be read is told now, not with the first page
    listening = bound(host, port)
    name = f"[{host}]" if ":" in host else host
    here = f"http://{name}:{listening.getsockname()[1]}/"
    base = base or here
    config = uvicorn.Config(
        application(shell, hosts=allowed(host, base), base=base),
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
    tell(f"reading the archive at {here} (Ctrl-C ends it)")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there; of port 0 the system takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0].lower()
        raise UsageError(
            f"nothing can listen at {host}, port {port} ({reason}): choose another --port or --host"
        ) from error
