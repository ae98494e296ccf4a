#!/usr/bin/env python3
"""Kill `add` with signal 9 at random moments: is anything lost that was reported stored?

    crash.py [--times 50] [--seed 1]

A process adds invented articles to one archive and prints the ids of each batch once it is
reported safe. It is killed at a moment drawn from a fixed seed, then the archive is opened and
checked, everything that any process so far has reported must be there, character for character,
and the next process goes on with the same archive: with new articles, changed ones and known ones.
Ends with exit code 1 if anything was lost or damaged.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.archive import Added, Archive
from briefing.errors import ArchiveError
from briefing.model import Article, Source

ARTICLES = 100_000  # more than any run can store before it is killed
LONGEST = 0.8  # seconds to the kill: time for some eight batches
OUTLETS = [Source(id=name.lower(), name=name) for name in ("Gazette", "Post", "Herald", "Courier")]
WORDS = """dam weir mayor council bridge harbour verdict strike festival drought harvest ferry
    opened closed refused promised delayed approved warned rescued voted resigned the a of in
    after before without engineers teachers voters pilots farmers judges sailors""".split()


def invented(number: int, run: int) -> Article:
    """Article `number`; every third has another text in each run, so that versions arise."""
    chance = random.Random(f"{number} {run if number % 3 == 0 else 0}")
    text = ". ".join(" ".join(chance.choices(WORDS, k=14)) for _ in range(25)) + "."
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    return Article(
        id=f"n{number}",
        source=OUTLETS[number % len(OUTLETS)],
        url=f"https://news.example/{number}",
        title=f"{chance.choice(WORDS)} {number}",
        text=text,
        published=when,
        retrieved=when,
    )


def digest(article: Article) -> str:
    return hashlib.sha256(f"{article.title}\n{article.text}".encode()).hexdigest()[:16]


def add_until_killed(path: Path, run: int) -> None:
    """Start 200 articles after the run before, which came further: known, changed and new ones."""

    def report(added: Added) -> None:
        for article in (*added.stored, *added.changed):
            print(article.id, digest(article))
        for known in added.known:
            print(known, "-")
        sys.stdout.flush()

    with Archive.open(path) as archive:
        archive.add((invented(n, run) for n in range(run * 200, ARTICLES)), committed=report)


@dataclass
class Tally:
    """What all runs so far have reported, and what was found of it."""

    reported: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    reports: int = 0
    midway: int = 0  # articles on the disk whose report the kill cut off: allowed, and counted
    faults: list[str] = field(default_factory=list)


def killed(path: Path, run: int, seconds: float) -> list[list[str]]:
    """The whole lines that a process printed before it was killed.

    The time counts from the first report, in every fifth run from the start of the process: then
    the kill may come while the archive is being made or opened.
    """
    command = [sys.executable, __file__, "--worker", str(path), "--run", str(run)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    first = process.stdout.readline() if run % 5 else ""
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    output = first + process.stdout.read()
    process.wait()
    assert process.returncode == -signal.SIGKILL
    return [line.split(" ") for line in output.splitlines(keepends=True) if line.endswith("\n")]


def check(path: Path, run: int, tally: Tally) -> None:
    try:
        with Archive.open(path) as archive:
            archive.check()
            found = {a.id: digest(a) for a in archive.articles_by_id(tally.reported)}
            lost = [name for name, text in tally.reported.items() if found.get(name) != text]
            tally.faults += [f"run {run}: {name} was reported and is lost" for name in lost]
            rows = archive.database.rows("SELECT count(*) FROM article")
            tally.midway = rows[0][0] - len(tally.reported)
    except ArchiveError as error:
        tally.faults.append(f"run {run}: {error}")


def measure(times: int, seed: int) -> Tally:
    moments, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        for run in range(times):
            lines = killed(path, run, moments.uniform(0.0, LONGEST))
            tally.kills += 1
            tally.reports += len(lines)
            tally.reported.update({name: sum_.strip() for name, sum_ in lines if sum_ != "-\n"})
            check(path, run, tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--run", type=int, default=0, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.worker:
        add_until_killed(chosen.worker, chosen.run)
        return 0
    tally = measure(chosen.times, chosen.seed)
    print(f"killed with signal 9:             {tally.kills}")
    print(f"articles reported stored or known: {tally.reports}")
    print(f"different texts among them:       {len(tally.reported)}")
    print(f"stored, their report cut off:     {tally.midway}")
    print(f"lost or damaged:                  {len(tally.faults)}")
    for fault in tally.faults[:10]:
        print(fault)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
