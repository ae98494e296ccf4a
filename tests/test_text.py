"""Plain text: whole words in narrow lines, and no command for the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.edition import StoryData
from briefing.render.text import clean, text
from tests.editions import edition, hostile


def test_a_story_reads_from_top_to_bottom() -> None:
    lines = text(edition(stories=edition()["stories"][2:], also=[], speakers=[], missed=[]))
    assert lines.splitlines()[:17] == [
        "The Briefing",
        "Thursday, 15 January 2026",
        "1 story · 7 independent reports · 9 articles · 8 outlets · 2 minutes",
        "15 Jan, 00:00 – 16 Jan, 00:00 (UTC)",
        "",
        "─" * 80,
        "3 · Updated · since 14 Jan",
        "Freight line from Dunmarrow to reopen after 23 days",
        "one source, 1 outlet · 15 Jan, 18:05",
        "",
        "The freight line between Dunmarrow and Ravensmoor will reopen at noon on Friday,",
        "23 days after a landslip covered both tracks. [1]",
        "",
        "Growers say that about four hundred lorry loads were moved by road in the",
        "meantime. [1]",
        "",
        "Sources",
    ]


def test_sources_that_were_missed_stand_under_one_heading() -> None:
    missed = [{"source": s, "url": "", "reason": "is empty"} for s in ("Post", "Courier")]
    lines = text(edition(missed=missed)).splitlines()
    at = lines.index("Sources that could not be read:")
    assert lines[at + 1 : at + 3] == ["- Post: is empty", "- Courier: is empty"]


def test_differences_quotes_and_timeline_stand_under_the_statements() -> None:
    page = text(edition())
    assert "    Where reports differ: metres\n    - The water stood at 2.6 metres" in page
    assert "    — Ines Halloran, chief engineer of the harbour authority\n" in page
    assert "“I slept,” “for the first time in a week.” [1]" in page
    assert (
        "Reprinted by Felling Mail, Quayside Post\n    Other versions: Barrier shut as storm nears\n"
        in page
    )


def test_lines_keep_to_the_width() -> None:
    for width in (40, 72):
        lines = text(edition(), width=width).splitlines()
        assert all(len(line) <= width for line in lines if "https://" not in line)


@pytest.mark.parametrize("width", range(40, 100))
def test_no_line_ends_within_a_mark_or_a_moment(width: int) -> None:
    lines = text(edition(), width=width).split("\n")
    assert not [line for line in lines if re.search(r"(\[\d[\d, ]*|\d [A-Z][a-z]{2},)$", line)]


def test_color_brings_styles_and_links_in_place_of_addresses() -> None:
    page = text(edition(), color=True)
    assert "\x1b[1mTidal barrier" in page
    assert "\x1b]8;;https://varnholt-courier.example" in page
    assert "\n    https://" not in page
    assert "\x1b" not in text(edition())


def test_a_hostile_source_cannot_command_the_terminal() -> None:
    page = text(hostile())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page)
    assert "javascript:alert(4)" not in page


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_clean_text_is_one_line_without_control_characters(raw: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", clean(raw))
    clean(raw).encode()


def test_a_line_counts_independent_reports_before_the_outlets_that_print_them() -> None:
    line = edition()["also"][0]
    for origins, outlets, told in ((1, 1, ""), (1, 3, ", one source, 3 outlets")):
        counted: StoryData = {**line, "origins": origins, "outlets": outlets}
        made = " ".join(text(edition(also=[counted])).split())
        assert f"- {line['headline']} ({line['sources'][0]['outlet']}{told})" in made
