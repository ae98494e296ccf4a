#!/usr/bin/env python3
"""Write what briefing.toml may hold into docs/configuration.md, as the dataclasses say it.

Run it after a change of settings.py; a test compares the two.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from briefing.config import ENVIRONMENT, sample
from briefing.config.sample import comments, toml
from briefing.config.values import SourceTable

PAGE = Path(__file__).parent.parent / "docs" / "configuration.md"


def table(head: str, rows: list[str]) -> str:
    columns = head.count("|") - 1
    return "\n".join([head, "|" + "---|" * columns, *rows]) + "\n"


def variables() -> str:
    return table("| variable | sets |", [f"| `{k}` | {v} |" for k, v in ENVIRONMENT.items()])


def sources() -> str:
    notes, plain = comments(SourceTable), SourceTable(url="")
    rows = [
        f"| `{f.name}` | {'' if f.name == 'url' else f'`{toml(getattr(plain, f.name))}`'} "
        f"| {notes[f.name]} |"
        for f in fields(SourceTable)
    ]
    return table("| key | default | meaning |", rows)


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    parts = {
        "variables": variables(),
        "sources": sources(),
        "sample": f"```toml\n{sample()}```\n",
    }
    for name, part in parts.items():
        begin, end = f"<!-- {name}: written by tools/document_config.py -->\n", "<!-- end -->"
        pattern = f"({re.escape(begin)}).*?({re.escape(end)})"
        text = re.sub(pattern, lambda m, part=part: m[1] + part + m[2], text, flags=re.DOTALL)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
