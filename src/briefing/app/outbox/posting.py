"""Requests that the program makes of its own accord: to webhooks, to a heartbeat's address.

They go out under the same guards as those for feeds: checked addresses, an end in sight.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx

from briefing.app.shell import Shell
from briefing.deliver.webhook import NotReached, Post
from briefing.ingest.web.addresses import Unreached
from briefing.ingest.web.client import client
from briefing.ingest.web.transport import Deadline, DeadlinePassed

LONGEST = 500  # bytes of an answer that are read


def poster(shell: Shell) -> Post:
    """Sends a body by POST, or asks by GET where the body is empty."""

    def post(url: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
        return _asked(shell, url, headers, body)

    return post


class _Counted:
    """A body that knows whether anything of it has gone out."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.begun = False

    def __iter__(self) -> Iterator[bytes]:
        self.begun = True
        yield self.body


def _asked(shell: Shell, url: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
    fetch = shell.config.fetch
    deadline = Deadline(time.monotonic)
    counted = _Counted(body)
    with client(fetch, deadline) as asker:
        deadline.start(fetch.timeout)
        try:
            if not body:
                return _answer(asker, "GET", url, headers, None)
            sized = {**headers, "Content-Length": str(len(body))}
            return _answer(asker, "POST", url, sized, counted)
        except Unreached as error:
            raise NotReached(error.reason, sent=counted.begun) from error
        except DeadlinePassed as error:
            raise NotReached(f"timed out after {fetch.timeout:g} s", sent=counted.begun) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotReached(str(error), sent=counted.begun) from error


def _answer(
    asker: httpx.Client, method: str, url: str, headers: dict[str, str], body: _Counted | None
) -> tuple[int, str]:
    with asker.stream(method, url, headers=headers, content=body) as answer:
        read = b""
        for part in answer.iter_raw():
            read += part
            if len(read) >= LONGEST:
                break
        return answer.status_code, read[:LONGEST].decode("utf-8", "replace")
