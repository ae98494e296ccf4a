"""A real HTTP server for tests, in a thread, on a free port: good, slow and lying answers."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class NewsServer:
    """`pages` maps a path to a reply, a list of replies in turn, or a function of the request.

    `seen` holds (path, headers in lower case) of each request, in order.
    """

    pages: dict[str, object] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __enter__(self) -> NewsServer:
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, t: TracebackType | None
    ) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """The requested paths, without robots.txt."""
        return [path for path, _ in self.seen if path != "/robots.txt"]

    def reply_to(self, request: BaseHTTPRequestHandler) -> Reply | None:
        """None where a function of `pages` has written the answer itself."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.seen.append((request.path, headers))
        page = self.pages.get(request.path, (404, {}, b"no such page"))
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        if callable(page):
            page = page(request)
        if isinstance(page, bytes):
            page = (200, {"Content-Type": "text/html; charset=utf-8"}, page)
        return page


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self.stopping = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


def _handler(news: NewsServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = news.reply_to(self)
            if reply is None:
                self.close_connection = True
                return
            status, headers, body = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if "Content-Length" in headers:
                self.close_connection = True  # it may have lied

        def log_message(self, *args: object) -> None:
            pass

    return Handler


def redirect(to: str, status: int = 302) -> Reply:
    return status, {"Location": to}, b""


def page(title: str, *paragraphs: str) -> bytes:
    """A small article page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def feed(*items: str, title: str = "The Gazette") -> Reply:
    """An RSS feed of `items`, each the inside of an <item>."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    xml = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title>{inside}</channel></rss>"
    )
    return 200, {"Content-Type": "application/rss+xml"}, xml.encode()


def dripping(head: bytes, pause: float = 0.02) -> Callable[[BaseHTTPRequestHandler], None]:
    """Writes `head`, then a byte now and then until the server stops or the client hangs up."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)
        while not request.server.stopping.is_set():  # type: ignore[attr-defined]
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(pause)

    return reply


def silent(request: BaseHTTPRequestHandler) -> None:
    """Takes the request and says nothing."""
    request.server.stopping.wait(5)  # type: ignore[attr-defined]


def raw(answer: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Writes `answer` as it is, and hangs up."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(answer)

    return reply


def gzipped(body: bytes, times: int = 1) -> Reply:
    """`body` repeated `times`, compressed: a small answer that unfolds to a large one."""
    packed = gzip.compress(body * times)
    return 200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}, packed
