"""Speed and memory of the renderers: `python benchmarks/render.py [STORIES ...]`.

For each number of stories of an invented edition: CPU seconds and size of HTML, text, Markdown,
JSON and PDF; for the PDF also its pages, pages a CPU second, and the peak memory of its process.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdf

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.editions import many

from briefing.edition import Edition
from briefing.render.html import html
from briefing.render.json import json_text
from briefing.render.markdown import markdown
from briefing.render.pdf import pdf
from briefing.render.text import text

FORMATS: dict[str, Callable[[Edition], str]] = {
    "html": html,
    "text": text,
    "markdown": markdown,
    "json": json_text,
}


def cpu() -> float:
    """CPU seconds of this process and of its finished children."""
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main(sizes: list[int]) -> None:
    print("stories  format    CPU s    kB   pages  pages/s    MB")
    for stories in sizes:
        edition = many(stories)
        for name, render in FORMATS.items():
            start = time.process_time()
            size = len(render(edition).encode())
            spent = time.process_time() - start
            print(f"{stories:7}  {name:8} {spent:6.2f} {size / 1000:5.0f}")
        start = cpu()
        made = pdf(edition, time_limit=600)
        spent = cpu() - start
        pages = len(pypdf.PdfReader(io.BytesIO(made)).pages)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(
            f"{stories:7}  {'pdf':8} {spent:6.2f} {len(made) / 1000:5.0f} {pages:7} "
            f"{pages / spent:8.1f} {peak:5.0f}"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [12, 60, 240])
