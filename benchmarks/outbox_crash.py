#!/usr/bin/env python3
"""Kills the sender at random moments while it sends 20 mails, and counts what became of them.

Each round: 20 mails are queued, the sender is started in a process of its own and killed with
SIGKILL after a random time; this again and again until nothing is left to send. Only kills of a
sender that had begun a mail count; on a busy machine it is given more time. Then the server's
list is compared with the outbox. Lost: neither taken by the server nor `unknown` nor still queued.
Twice: taken twice. Wrong: taken by the server and yet said to have failed, or the other way round.

    python benchmarks/outbox_crash.py 200
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.deliveries import MAIL, shell, with_news
from tests.mailserver import Script, mail_server

from briefing.app.editions.readers import EVERYBODY, Wish, edition_of
from briefing.app.outbox import sending
from briefing.archive import Letter
from briefing.render.email import email  # noqa: F401 (loaded before the fork)

MAILS = 20
SECONDS = 0.25  # the latest moment of a kill


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(7)
    totals: Counter[str] = Counter()
    killed, rounds = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while killed < kills:
            rounds += 1
            here = Path(folder) / str(rounds)
            here.mkdir()
            script = Script()
            with mail_server(script) as place:
                killed += one_round(here, place.port, script, chance, totals)
    print(f"{killed} kills in {rounds} rounds of {MAILS} mails: {dict(sorted(totals.items()))}")
    print(f"lost {totals['lost']}, sent twice {totals['twice']}, told wrongly {totals['wrong']}")
    sys.exit(1 if totals["lost"] + totals["twice"] + totals["wrong"] else 0)


def one_round(
    folder: Path,
    port: int,
    script: Script,
    chance: random.Random,
    totals: Counter[str],
) -> int:
    """How many senders were killed."""
    program = with_news(shell(folder, MAIL.replace("port = 9", f"port = {port}")))
    day = datetime(2026, 1, 15, tzinfo=UTC).date()
    with program.archive() as archive:
        edition_of(program, archive, day, Wish(EVERYBODY, program.config.settings))
        letters = [Letter(day, "", 1, "", "mail", f"r{n}@y.example") for n in range(MAILS)]
        archive.enqueue(letters, at=program.now, deadline=program.now + timedelta(hours=6))
    killed, left, seconds = 0, MAILS, SECONDS
    while left:
        child = os.fork()
        if child == 0:
            send(program)
        time.sleep(chance.uniform(0.0, seconds))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        before, left = left, open_rows(program)
        killed += os.WIFSIGNALED(status) and left < before
        seconds = max(SECONDS, seconds / 1.5) if left < before else min(seconds * 1.5, 10.0)
    time.sleep(0.2)  # the server may still be taking what the dead one handed over
    with program.archive() as archive:
        with sending.only_sender(archive):
            archive.recover(program.now)
        states = {d.letter.recipient: d.state for d in archive.deliveries()}
    taken = Counter(t.recipient for t in script.taken)
    for recipient, state in states.items():
        totals[state] += 1
        totals["unknown, arrived"] += state == "unknown" and taken[recipient] == 1
        totals["twice"] += taken[recipient] > 1
        totals["lost"] += taken[recipient] == 0 and state not in ("unknown",)
        totals["wrong"] += taken[recipient] == 1 and state not in ("sent", "unknown")
    return killed


def open_rows(program: object) -> int:
    with program.archive() as archive:  # type: ignore[attr-defined]
        return len(archive.deliveries("queued", "retry"))


def send(program: object) -> None:
    """In the child: no way back into the parent's code."""
    try:
        with program.archive() as archive:  # type: ignore[attr-defined]
            sending.send_due(program, archive)  # type: ignore[arg-type]
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
