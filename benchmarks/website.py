#!/usr/bin/env python3
"""How long `briefing site` takes for a year of editions, and for one new day after it.

    website.py [--days 365] [--folder DIR]

The archive is invented: 76 articles a day by 30 outlets, 12 stories told and 12 listed, four quotes
an article by 4,000 speakers. With --folder it is kept, and used again by serve.py.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.app.website.publishing import Published, publish
from year import Year, fill, shell

T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    cpu, wall = time.process_time(), time.perf_counter()
    done = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{name:34}{cpu:8.2f} CPU-s{wall:8.2f} s   {done if done else ''}", flush=True)
    return done


def measure(folder: Path, days: int) -> None:
    made, year = shell(folder / "archive"), Year()
    with made.archive() as archive:
        have = len(archive.editions())
        if have < days:
            timed(
                f"fill {days - have} days", lambda: list(fill(archive, year, range(have, days)))[:0]
            )

        def site() -> Published:
            return publish(made, archive, folder / "site")

        timed("the whole site", site)
        timed("again, nothing new", site)
        new = Year(seed=days)
        have = len(archive.editions())
        list(fill(archive, new, range(have, have + 1)))
        timed("one new day", site)
        list(fill(archive, new, range(have + 1, have + 2)))
        timed("another new day", site)
    size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    print(f"{size / 1e6:.0f} MB of pages")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    if chosen.folder:
        measure(chosen.folder, chosen.days)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), chosen.days)


if __name__ == "__main__":
    main()
