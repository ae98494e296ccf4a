#!/usr/bin/env python3
"""One run for so many readers, each with interests of his own: CPU seconds and memory.

python benchmarks/readers.py NEWS.jsonl 2020-06-17 1 5 20
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.deliveries import MAIL, Notes, shell

from briefing import pipeline  # noqa: F401 (what a first run loads is not the readers')
from briefing.app.intake import gathering
from briefing.app.runs import running
from briefing.app.shell import Shell
from briefing.render.email import email  # noqa: F401

WORDS = (
    "parliament virus market police senate court school vaccine protest football oil climate "
    "election bank storm hospital film trade army energy"
).split()


def main() -> None:
    news, day = sys.argv[1], date.fromisoformat(sys.argv[2])
    now = datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC).replace(hour=12)
    with tempfile.TemporaryDirectory() as folder:
        stored = shell(Path(folder), readers(1), now)
        gathering.add(stored, [news])
        for number in (int(one) for one in sys.argv[3:] or ("1", "5", "20")):
            here = Path(folder) / str(number)
            here.mkdir()
            program = shell(here, readers(number), now)
            shutil.copytree(stored.config.data_dir, program.config.data_dir)
            # In a process of its own: what one run has read must not help the next.
            child = multiprocessing.get_context("fork").Process(target=tell, args=(program, number))
            child.start()
            child.join()


def readers(number: int) -> str:
    tables = (
        f'[[readers]]\nname = "{n}"\naddresses = ["r{n}@y.example"]\n'
        f'interests = ["{WORDS[n % len(WORDS)]} {n}"]\n'
        for n in range(number)
    )
    return "".join(['[edition]\ntime_zone = "UTC"\n', MAIL, *tables])


def tell(program: Shell, number: int) -> None:
    began, server = time.process_time(), Notes()
    running.run(program, mailer=server)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    mails = len(server.given)
    print(
        f"{number} readers: {mails} mails, {seconds:.1f} s CPU, at most {memory:.0f} MB", flush=True
    )


if __name__ == "__main__":
    main()
