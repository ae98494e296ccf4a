#!/usr/bin/env python3
"""Two runs started at once, again and again: each edition made once, each mail sent once.

python benchmarks/runs_at_once.py 50
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.deliveries import ADA, BOB, MAIL, shell, with_news
from tests.mailserver import Script, mail_server

from briefing.app.runs import running
from briefing.app.shell import Shell
from briefing.render.email import email  # noqa: F401 (loaded before the fork)

READERS = ADA + BOB + "minutes = 3\n"


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    wrong = 0
    idle = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            here = Path(folder) / str(number)
            here.mkdir()
            script = Script()
            with mail_server(script) as place:
                text = MAIL.replace("port = 9", f"port = {place.port}") + READERS
                program = with_news(shell(here, text, now=datetime(2026, 1, 16, 7, tzinfo=UTC)))
                codes = at_once(program, 2)
            taken = Counter(t.recipient for t in script.taken)
            with program.archive() as archive:
                made = [(r.reader, r.revision) for r in archive.editions(revisions=True)]
            good = taken == {"ada@y.example": 1, "bob@y.example": 1}
            wrong += not (good and made == [("", 1), ("Bob", 1)])
            idle += codes.count(9)
    print(f"{times} times two runs at once: {wrong} went wrong; {idle} runs left it to the other")
    sys.exit(1 if wrong else 0)


def at_once(program: Shell, number: int) -> list[int]:
    """Exit codes of runs in processes of their own: 9 where a run found another at it."""
    begin, ready = os.pipe()
    children = []
    for _ in range(number):
        child = os.fork()
        if child == 0:
            os.close(ready)
            os.read(begin, 1)  # ends for all when the parent closes its end
            code = 1
            try:
                ran = running.run(program)
                code = 9 if ran.idle else ran.code
            finally:
                os._exit(code)
        children.append(child)
    os.close(begin)
    os.close(ready)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


if __name__ == "__main__":
    main()
