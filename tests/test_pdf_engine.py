"""What the layout engine is spared changes no byte; what HarfBuzz cuts looks the same."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from briefing.edition import Edition
from briefing.render.html import page
from briefing.render.pdf import _surroundings, _task
from tests.editions import edition, hostile

pytestmark = pytest.mark.pdf

# What the child does, after a line that takes some of its haste away.
CHILD = "import briefing.render.pdf_engine as engine\n{}\nfrom briefing.render.pdf_child import main\nmain()"
PLAIN = "engine.COMPARED = 'another version'"
FONTTOOLS = "engine.cut_by_harfbuzz = lambda: None"
HASTY = ""

OWN = """{% extends "default/briefing.html" %}
{% block head %}<style>
.facts { float: footnote }
.sources ol { display: flex }
.also { display: grid; grid-template-columns: 1fr 1fr }
.kicker::after { content: counter(page) " of " counter(pages) target-counter("#story-3", page) }
.story { display: list-item; list-style: square inside }
table { border-collapse: collapse }
</style>{% endblock %}
{% block ended %}<table id=t><tr><td>Not XML: a row<td>&nbsp;and a cell</table>{% endblock %}
"""


def made(change: str, content: Edition, theme: str = "default", own: Path | None = None) -> bytes:
    task = _task(content, page(content, "print", theme, own), archival=False)
    task |= {"time_limit": 100, "memory_limit": 2**31}
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(change)],
        input=json.dumps(task).encode(),
        capture_output=True,
        env=_surroundings(),
        check=True,
    )
    return base64.b64decode(json.loads(done.stdout)["pdf"])


@pytest.mark.parametrize("theme", ["default", "card", "large"])
def test_haste_changes_no_byte(theme: str) -> None:
    assert made(FONTTOOLS, edition(), theme) == made(PLAIN, edition(), theme)


def test_haste_changes_no_byte_of_hostile_sources() -> None:
    assert made(FONTTOOLS, hostile()) == made(PLAIN, hostile())


def test_haste_changes_no_byte_of_a_page_of_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_text(OWN)
    assert made(FONTTOOLS, edition(), own=tmp_path) == made(PLAIN, edition(), own=tmp_path)


def test_fonts_of_harfbuzz_have_the_same_letters_at_the_same_places() -> None:
    hasty, plain = (pypdf.PdfReader(io.BytesIO(made(c, edition()))) for c in (HASTY, PLAIN))
    for one, other in zip(hasty.pages, plain.pages, strict=True):
        assert one.get_contents() == other.get_contents()
        assert one.extract_text() == other.extract_text()
