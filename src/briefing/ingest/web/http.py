"""Asking servers for feeds and pages: politely, within limits, and only public ones."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from briefing.errors import FetchError
from briefing.ingest.web import bodies
from briefing.ingest.web.addresses import PrivateAddress, Unreached, clean, redirected
from briefing.ingest.web.answers import (
    Answer,
    Response,
    response,
    retry_after,
    status_reason,
)
from briefing.ingest.web.client import AGENT, client
from briefing.ingest.web.robots import MAX_BYTES as ROBOTS_BYTES
from briefing.ingest.web.robots import NO_RULES, NOTHING_ALLOWED, Robots, robots
from briefing.ingest.web.transport import Deadline, DeadlinePassed
from briefing.model import Validators
from briefing.settings import FetchSettings

__all__ = ["Fetcher", "Response"]


@dataclass(slots=True)
class _Host:
    """One host's turn: requests come one at a time, none before `free`."""

    turn: threading.Lock
    pause: float
    free: float = 0.0


@dataclass(slots=True)
class _Rules:
    """One authority's robots.txt, asked for once."""

    lock: threading.Lock
    robots: Robots | None = None
    reason: str = ""


@dataclass(slots=True)
class _Visit:
    """One address on its way through redirects and attempts; `left` are the seconds it may take.

    `whole` is False where the first `limit` bytes will do.
    """

    url: str
    headers: dict[str, str]
    left: float
    limit: int
    whole: bool = True


class Fetcher:
    """Fetches addresses, from several threads at once if need be. A context manager.

    One request at a time for each host, with a pause after it; robots.txt is honoured. `clock` and
    `sleep` are parameters for tests.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self._clock = clock
        self._stopped = threading.Event()
        self._sleep = sleep or self._stopped.wait
        self._deadline = Deadline(clock)
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}
        self._rules: dict[str, _Rules] = {}
        self._opened: httpx.Client | None = None

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections; without one there is nothing to do."""
        if self._opened is not None:
            self._opened.close()

    def stop(self) -> None:
        """For another thread, once and for all: whatever is asked for is missed, at once."""
        self._stopped.set()
        self._deadline.end()

    def _client(self) -> httpx.Client:
        """Opened with the first request: reading the certificates takes longer than a file."""
        with self._lock:
            if self._opened is None:
                self._opened = client(self.settings, self._deadline)
            return self._opened

    def get(self, url: str, validators: Validators | None = None) -> Response:
        """What `url` answers, redirects followed. Raises FetchError, whose source is `url`."""
        asked = (validators or Validators()).headers()
        try:
            visit = _Visit(clean(url), asked, self.settings.timeout, self.settings.max_bytes)
            return response(self._follow(visit, obey=True), conditional=bool(asked))
        except Unreached as error:
            raise FetchError(url, error.reason, refused=error.refused) from error

    def _follow(self, visit: _Visit, *, obey: bool) -> Answer:
        """The answer at the end of the redirects, each checked like the first address."""
        for hop in range(self.settings.max_redirects + 1):
            try:
                if obey:
                    self._check_robots(visit.url)
                answer = self._insist(visit)
            except PrivateAddress as error:
                if not hop:
                    raise
                raise Unreached(f"redirects to a private address ({error.host})") from error
            if not answer.location:
                return answer
            visit.url = redirected(visit.url, answer.location)
        raise Unreached(f"redirects more than {self.settings.max_redirects} times")

    def _insist(self, visit: _Visit) -> Answer:
        """The answer, after further attempts where the first ones failed for the moment."""
        for attempt in range(1, self.settings.attempts):
            delay = self.settings.backoff * 2 ** (attempt - 1)
            try:
                answer = self._ask(visit)
            except Unreached as error:
                if not error.again:
                    raise
                self._rest(visit.url, delay)
                continue
            if not _busy(answer):
                return answer
            self._rest(visit.url, max(delay, self._asked_to_wait(answer)))
        return self._ask(visit)

    def _asked_to_wait(self, answer: Answer) -> float:
        """Seconds; raises Unreached where the server asks for more than we wait."""
        wait = retry_after(answer) or 0.0
        if wait > self.settings.max_retry_after:
            raise Unreached(f"{status_reason(answer.status)}, and asks to wait {wait:.0f} s")
        return wait

    def _ask(self, visit: _Visit) -> Answer:
        """One request, in the host's turn; its time is taken from the visit's."""
        host = self._host(visit.url)
        with host.turn:
            self._wait_until(host.free)
            start = self._clock()
            self._deadline.start(visit.left)
            try:
                return self._exchange(visit)
            except DeadlinePassed as error:
                raise Unreached(f"timed out after {self.settings.timeout:g} s") from error
            finally:
                visit.left -= self._clock() - start
                host.free = self._clock() + host.pause

    def _exchange(self, visit: _Visit) -> Answer:
        try:
            with self._client().stream("GET", visit.url, headers=visit.headers) as answer:
                return Answer(
                    url=visit.url,
                    status=answer.status_code,
                    headers={name.lower(): value for name, value in answer.headers.items()},
                    body=_body(answer, visit) if answer.is_success else b"",
                )
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise Unreached(f"cannot be asked: {error}") from error

    def _check_robots(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.hostname in {host.lower() for host in self.settings.ignore_robots}:
            return
        rules = self._robots(f"{parts.scheme}://{parts.netloc}")
        if rules.robots and not rules.robots.allows(url):
            told = rules.reason or f"robots.txt of {parts.hostname} disallows it"
            raise Unreached(told, refused=not rules.reason)

    def _robots(self, authority: str) -> _Rules:
        with self._lock:
            rules = self._rules.setdefault(authority, _Rules(threading.Lock()))
        with rules.lock:
            if rules.robots is None:
                rules.robots, rules.reason = self._asked_robots(f"{authority}/robots.txt")
                self._slow_down(authority, rules.robots.crawl_delay)
        return rules

    def _asked_robots(self, url: str) -> tuple[Robots, str]:
        """(rules, why there are none): RFC 9309, 2.3.1. A refusal opens all, a failure nothing."""
        visit = _Visit(url, {}, self.settings.timeout, ROBOTS_BYTES, whole=False)
        try:
            answer = self._follow(visit, obey=False)
        except PrivateAddress:
            raise
        except Unreached as error:
            return NOTHING_ALLOWED, error.reason
        if _busy(answer):
            return NOTHING_ALLOWED, f"robots.txt {status_reason(answer.status)}"
        if answer.status != 200:
            return NO_RULES, ""
        return robots(answer.body.decode("utf-8", "replace"), AGENT), ""

    def _slow_down(self, authority: str, delay: float | None) -> None:
        host = self._host(authority)
        with host.turn:
            host.pause = max(host.pause, min(delay or 0.0, self.settings.max_crawl_delay))

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).hostname or ""
        with self._lock:
            return self._hosts.setdefault(name, _Host(threading.Lock(), self.settings.pause))

    def _rest(self, url: str, seconds: float) -> None:
        """Leaves the whole host alone for a while."""
        host = self._host(url)
        with host.turn:
            host.free = max(host.free, self._clock() + seconds)

    def _wait_until(self, moment: float) -> None:
        seconds = moment - self._clock()
        if seconds > 0:
            self._sleep(seconds)


def _busy(answer: Answer) -> bool:
    return answer.status == 429 or answer.status >= 500


def _body(answer: httpx.Response, visit: _Visit) -> bytes:
    """Raises Unreached where the body is larger than it may be, or not what it says."""
    encoding = answer.headers.get("content-encoding", "")
    try:
        return bodies.body(answer.iter_raw(), encoding, visit.limit)
    except bodies.TooLarge as error:
        if not visit.whole:
            return error.head
        raise Unreached(f"is larger than {visit.limit / 1e6:g} MB") from error
    except bodies.Undecodable as error:
        raise Unreached(str(error)) from error
