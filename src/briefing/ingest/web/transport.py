"""The way to a server: connects to checked addresses only, and ends at a deadline.

httpx sends its requests through `GuardedTransport`; the host's name stays in the Host header and
in the TLS handshake, while the socket goes to the address that was checked.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakSet

import httpcore
import httpx

from briefing.ingest.web.addresses import Unreached, public_addresses

Clock = Callable[[], float]


class DeadlinePassed(httpcore.TimeoutException):
    """The exchange as a whole took too long."""


class Deadline:
    """When the exchange of each thread must be over.

    httpcore's time limits hold for one packet: a server that sends a byte every second would keep
    us for hours.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._thread = threading.local()
        self._lock = threading.Lock()
        self._waiting = WeakSet[_TimedStream]()
        self._over = False

    def watch(self, stream: _TimedStream) -> None:
        """From now on `end` ends what waits for `stream`."""
        with self._lock:
            self._waiting.add(stream)

    def end(self) -> None:
        """It is now, for every thread: who waits for a server wakes up, no other wait begins."""
        self._over = True
        with self._lock:
            waiting = list(self._waiting)
        for stream in waiting:
            stream.wake()

    def start(self, seconds: float) -> None:
        """The calling thread's exchange begins now, and may take so many seconds."""
        self._thread.ends = self._clock() + seconds

    def left(self, timeout: float | None) -> float:
        """At most `timeout` seconds, fewer near the end; raises DeadlinePassed after it."""
        left = float(self._thread.ends - self._clock())
        if left <= 0 or self._over:
            raise DeadlinePassed
        return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection each of whose waits ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline
        deadline.watch(self)

    def wake(self) -> None:
        """End another thread's wait for this connection, which to close it would not."""
        found = self.get_extra_info("socket")
        if isinstance(found, socket.socket):
            with suppress(OSError):  # it is closed already, or TLS has taken it over
                socket.socket.shutdown(found, socket.SHUT_RDWR)  # without a farewell of TLS

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _GuardedBackend(httpcore.NetworkBackend):
    """Connects to the checked addresses of a host in turn, until one answers."""

    def __init__(self, deadline: Deadline, allowed: Container[str] | None) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allowed = allowed  # None: a proxy, which may stand anywhere

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        allowed = {host.lower()} if self._allowed is None else self._allowed
        *others, last = public_addresses(host, port, allowed)
        for address in others:
            try:
                return self._connect(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # IPv6 without a route is common: the next address may answer
        return self._connect(last, port, timeout)

    def _connect(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(address, port, self._deadline.left(timeout))
        return _TimedStream(stream, self._deadline)


class GuardedTransport(httpx.BaseTransport):
    """httpx's way into one pool of guarded connections. Raises Unreached, DeadlinePassed."""

    def __init__(
        self,
        deadline: Deadline,
        allowed: Container[str],
        tls: ssl.SSLContext,
        proxy: str = "",
    ) -> None:
        if proxy:
            backend = _GuardedBackend(deadline, None)
            self._pool: httpcore.ConnectionPool = httpcore.HTTPProxy(
                proxy, ssl_context=tls, network_backend=backend, max_connections=None
            )
        else:
            backend = _GuardedBackend(deadline, allowed)
            self._pool = httpcore.ConnectionPool(
                ssl_context=tls,
                network_backend=backend,
                max_connections=None,
                max_keepalive_connections=32,
                keepalive_expiry=15,
            )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer; its body is still to be read."""
        with told(request.url.host):
            answer = self._pool.handle_request(_for_httpcore(request))
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer, request.url.host),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


def _for_httpcore(request: httpx.Request) -> httpcore.Request:
    url = httpcore.URL(
        scheme=request.url.raw_scheme,
        host=request.url.raw_host,
        port=request.url.port,
        target=request.url.raw_path,
    )
    return httpcore.Request(
        method=request.method,
        url=url,
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, host: str) -> None:
        self._answer = answer
        self._host = host

    def __iter__(self) -> Iterator[bytes]:
        with told(self._host):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def told(host: str) -> Iterator[None]:
    """Turns httpcore's exceptions into Unreached, with a reason that a person understands."""
    try:
        yield
    except DeadlinePassed:
        raise
    except httpcore.ConnectTimeout as error:
        raise Unreached(f"{host} takes no connection (timed out)", again=True) from error
    except httpcore.TimeoutException as error:
        raise Unreached(f"{host} fell silent (timed out)", again=True) from error
    except httpcore.ConnectError as error:
        raise _not_connected(error, host) from error
    except httpcore.NetworkError as error:
        raise Unreached(f"{host} broke the connection off", again=True) from error
    except httpcore.RemoteProtocolError as error:
        raise Unreached(_unlike_http(str(error)), again=True) from error
    except (httpcore.ProtocolError, httpcore.ProxyError) as error:
        raise Unreached(f"cannot be asked: {error}") from error


def _not_connected(error: Exception, host: str) -> Unreached:
    cause = error.args[0] if error.args else None  # httpcore drops __cause__ on its way out
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Unreached(f"the certificate is not valid for {host} ({cause.verify_message})")
    if isinstance(cause, ssl.SSLError):
        return Unreached(f"no secure connection to {host} ({cause.reason or 'TLS failed'})")
    if isinstance(cause, ConnectionRefusedError):
        return Unreached(f"{host} refuses the connection", again=True)
    return Unreached(f"{host} cannot be reached", again=True)


def _unlike_http(message: str) -> str:
    """h11's words for a short body are the ones that people meet."""
    broke_off = "closed" in message or "disconnected" in message
    return "the answer broke off" if broke_off else "the answer is not HTTP"
