from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from briefing.app.outbox import queueing, sending
from briefing.app.outbox.posting import poster
from briefing.deliver.webhook import NotReached, webhook
from tests.deliveries import NOON, shell, with_news
from tests.test_outbox import DAY

KEY = "a key that both sides know"


class Server(HTTPServer):
    status = 200
    mute = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], bytes]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
        if not self.server.mute:
            self.send_response(self.server.status)
            self.end_headers()
            self.wfile.write(b"noted\n")

    def log_message(self, format: str, *args: object) -> None: ...


@contextmanager
def server(status: int = 200, *, mute: bool = False) -> Iterator[Server]:
    with Server() as found:
        found.status, found.mute = status, mute
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        try:
            yield found
        finally:
            found.shutdown()
            thread.join(10)


ALLOWED = '[fetch]\nallow_private = ["127.0.0.1"]\n'


def test_the_json_of_an_edition_is_posted_and_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_WEBHOOK_KEY", KEY)
    with server() as place:
        url = f"http://127.0.0.1:{place.server_port}/hook"
        text = ALLOWED + f'[[readers]]\nname = "Hook"\nways = ["webhook:{url}"]\n'
        program = with_news(shell(tmp_path, text))
        with program.archive() as archive:
            keys = queueing.enqueue(program, archive, queueing.plan(program, archive, DAY, "", ()))
            done = sending.send_due(program, archive, keys)
            (row,) = archive.deliveries()
    assert done.good
    assert (row.state, row.answer) == ("sent", "200 noted")
    ((headers, body),) = place.got
    assert json.loads(body)["day"] == "2026-01-15"
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(KEY.encode(), signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["webhook-timestamp"] == str(int(NOON.timestamp()))


@pytest.mark.parametrize(
    ("status", "result"),
    [(204, "sent"), (302, "failed"), (400, "failed"), (429, "retry"), (503, "retry")],
)
def test_a_status_is_an_outcome(tmp_path: Path, status: int, result: str) -> None:
    with server(status) as place:
        assert posted(tmp_path, place.server_port, ALLOWED) == result


def test_an_answer_that_does_not_come_is_unknown(tmp_path: Path) -> None:
    with server(mute=True) as place:
        assert posted(tmp_path, place.server_port, ALLOWED) == "unknown"


def test_a_closed_port_and_a_private_address_are_not_reached(tmp_path: Path) -> None:
    with server() as place:
        assert posted(tmp_path, place.server_port, "") == "retry"
        assert place.got == []
        port = place.server_port
    assert posted(tmp_path, port, ALLOWED) == "retry"


def posted(folder: Path, port: int, text: str) -> str:
    return webhook(
        f"http://127.0.0.1:{port}/",
        b"{}",
        id="1",
        key="",
        at=NOON,
        version="0",
        post=poster(shell(folder, text)),
    ).result


def test_a_reason_says_whether_anything_went_out() -> None:
    assert NotReached("timed out", sent=True).sent
