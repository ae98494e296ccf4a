#!/usr/bin/env python3
"""500 recipients, an edition with a PDF of 300 KB, one sender: mails a second, and memory.

The server is aiosmtpd in a process of its own. What it can take by itself, from a client that
does nothing but write bytes, is measured beside it: it reads a mail line by line in Python.

    python benchmarks/mail.py [--recipients 500] [--sink]

--sink: a server of a few lines instead, which reads as fast as it is sent to.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import smtplib
import socket
import sys
import tempfile
import threading
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.deliveries import MAIL, shell, with_news
from tests.mailserver import free_port

from briefing.app.editions.readers import EVERYBODY, Wish, edition_of
from briefing.app.outbox import letters, sending
from briefing.archive import Letter

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1172  # 300 KB
BARE = 40  # mails of the client that only writes


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--recipients", type=int, default=500)
    options.add_argument("--sink", action="store_true")
    chosen = options.parse_args()
    port = free_port()
    server = multiprocessing.Process(
        target=sink if chosen.sink else aiosmtpd, args=(port,), daemon=True
    )
    server.start()
    wait_for(port)
    print(f"a client that only writes: {bare(port, BARE):.1f} mails/s")
    with tempfile.TemporaryDirectory() as folder:
        measured(Path(folder), port, chosen.recipients)
    server.terminate()
    server.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, mails = used.ru_utime + used.ru_stime, chosen.recipients + BARE
    print(f"the server's own time {seconds:.1f} s: {mails / seconds:.0f} mails/s of one core")


def measured(folder: Path, port: int, recipients: int) -> None:
    text = MAIL.replace("port = 9", f"port = {port}").replace('pdf = "none"', 'pdf = "attach"')
    program = with_news(shell(folder, text))
    letters.Contents.pdf = PDF  # type: ignore[assignment, misc]
    day = date(2026, 1, 15)
    with program.archive() as archive:
        edition_of(program, archive, day, Wish(EVERYBODY, program.config.settings))
        given = [Letter(day, "", 1, "", "mail", f"r{n}@y.example") for n in range(recipients)]
        archive.enqueue(given, at=datetime.now(UTC), deadline=program.now + timedelta(days=999))
        sizes: list[float] = []
        shell_now = replace(
            program, now=datetime.now(UTC), step=lambda name: sizes.append(resident())
        )
        begun, cpu = time.perf_counter(), time.process_time()
        done = sending.send_due(shell_now, archive)
        seconds, used = time.perf_counter() - begun, time.process_time() - cpu
    assert done.good, done.lines()[-1]
    print(f"{len(done.tried)} mails in {seconds:.1f} s: {len(done.tried) / seconds:.1f} mails/s")
    print(f"the sender's own time {used:.1f} s: {len(done.tried) / used:.0f} mails/s of one core")
    tenth, last = sizes[len(sizes) // 10], sizes[-1]
    print(f"memory after a tenth {tenth:.0f} MB, at the end {last:.0f} MB; peak {peak():.0f} MB")


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def bare(port: int, mails: int) -> float:
    """What a server takes from one connection, in mails a second."""
    content = b"Subject: x\r\n\r\n" + (b"A" * 76 + b"\r\n") * (len(PDF) * 4 // 3 // 76)
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.ehlo()
        begun = time.perf_counter()
        for _ in range(mails):
            client.mail("b@x.example")
            client.rcpt("a@y.example")
            client.docmd("DATA")
            client.send(content + b".\r\n")
            client.getreply()
        return mails / (time.perf_counter() - begun)


def aiosmtpd(port: int) -> None:
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Sink

    controller = Controller(Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    threading.Event().wait()


def sink(port: int) -> None:
    with socket.create_server(("127.0.0.1", port)) as server:
        while True:
            connection, _ = server.accept()
            threading.Thread(target=serve, args=(connection,), daemon=True).start()


def serve(connection: socket.socket) -> None:
    with connection:
        connection.sendall(b"220 sink\r\n")
        while line := received(connection):
            word = line[:4].upper()
            if word == b"DATA":
                connection.sendall(b"354 go\r\n")
                tail = b""
                while not tail.endswith(b"\r\n.\r\n"):
                    tail = (tail + connection.recv(1 << 20))[-5:]
            connection.sendall(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")


def received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65536)
    except ConnectionResetError:
        return b""


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)


if __name__ == "__main__":
    main()
