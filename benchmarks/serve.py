#!/usr/bin/env python3
"""How many searches a second `briefing serve` answers on one core, over the year of website.py.

    serve.py --folder DIR [--searches 2000]

The server runs as a process of its own, on one core where the system can say so; four connections
ask it in turn, each question once, so that nothing is answered from memory. Questions are of two
words, drawn as often as texts hold them, and a tenth each with a filter, a phrase, or in quotes.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from year import Year


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


PORT = free()
CONNECTIONS = 4


def questions(number: int) -> list[str]:
    year, chance = Year(), random.Random(2)
    asked = []
    for n in range(number):
        words = " ".join(chance.choices(year.words, cum_weights=year.weights, k=2))
        extra: dict[str, str] = [
            {"outlet": f"Outlet {n % 30}"}, {"kind": "quotes"}, {"section": "Science"},
        ][n // 10 % 3] if n % 10 == 0 else {}  # fmt: skip
        asked.append("/search.html?" + urlencode({"q": words, **extra}))
    return asked


def answered(paths: list[str]) -> list[float]:
    """Seconds for each answer, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    times = []
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200, (answer.status, path)
        answer.read()
        times.append(time.perf_counter() - began)
    return times


def cpu(process: int) -> float:
    """Seconds of processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def wait() -> float:
    """Seconds until the first answer."""
    began = time.perf_counter()
    while True:
        try:
            answered(["/healthz"])
            return time.perf_counter() - began
        except OSError:
            time.sleep(0.05)


def measure(folder: Path, number: int) -> None:
    call = [sys.executable, "-m", "briefing", "--data-dir", str(folder / "archive")]
    with subprocess.Popen([*call, "serve", "--port", str(PORT)]) as server:
        try:
            if hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(server.pid, {0})
            print(f"first answer after {wait():.1f} s")
            answered(["/search.html?q=x", "/", "/calendar.html"])
            asked = questions(number)
            parts = [asked[n::CONNECTIONS] for n in range(CONNECTIONS)]
            used, began = cpu(server.pid), time.perf_counter()
            with ThreadPoolExecutor(CONNECTIONS) as pool:
                times = sorted(t for part in pool.map(answered, parts) for t in part)
            wall, used = time.perf_counter() - began, cpu(server.pid) - used
            print(
                f"{number} searches: {number / wall:.0f} a second, {number / used:.0f} a CPU second"
            )
            middle, slow = times[len(times) // 2], times[len(times) * 95 // 100]
            print(f"median {1000 * middle:.1f} ms, 95 % under {1000 * slow:.1f} ms, most "
                  f"{1000 * times[-1]:.0f} ms; {memory(server.pid):.0f} MB")  # fmt: skip
        finally:
            server.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--searches", type=int, default=2000)
    chosen = parser.parse_args()
    measure(chosen.folder, chosen.searches)


if __name__ == "__main__":
    main()
