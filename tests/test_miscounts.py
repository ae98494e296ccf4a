"""A headline's figure must stand in its text."""

from __future__ import annotations

import pytest

from briefing.standing.miscounts import miscounts
from briefing.standing.selling import is_stale
from tests.builders import article

# What makes a text a whole report.
REST = "\n\nThe keepers had met at the harbour the evening before, as they do in spring." * 7


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("31 held after night at the gate", "Police held 78 people on Monday.\n\nMany are young."),
        ("Just 28 Say Gate Is Safe", "Only 28 percent say so. Of 90 pilots none does."),
        ("Report: 4 in 10 keepers escape inspection", "About 6 in 10 keepers were not inspected."),
        ("Boat sinks from 3800 feet", "It sank from 38,000 feet, the office said."),
    ],
)
def test_another_figure_than_the_texts(title: str, text: str) -> None:
    assert miscounts(article(text + REST), title)
    assert is_stale(article(text + REST, title=title), title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("31 held at the gate", "Police held thirty-one people."),
        ("Nearly 80 held at the gate", "Police held 78 people."),
        ("More than sixty pilots run for office", "Of the pilots 68 run for office."),
        ("28% say gate is safe", "Only 28 percent say so."),
        ("28 pilots back gate", "They are 28 pilots, and 28 percent are old."),
        ("Four in 10 keepers escape", "About 4 in 10 keepers were not seen, 6 in 10 were."),
        ("4 in 10 keepers escape", "Not seen were 41 percent."),
        ("40 families parted in 17 months", "From October to February 40 families were."),
        ("5 ferries stop", "A ferry stopped at Arden, four at Tarn."),
        ("Quill wins vote of 2031", "Ada Quill has won."),
    ],
)
def test_a_figure_that_the_text_has(title: str, text: str) -> None:
    assert not miscounts(article(text + REST), title)


def test_a_summary_has_no_room_for_every_figure_of_its_title() -> None:
    title, text = (
        "Patrol sinks three boats, killing 11",
        "Three boats were sunk off Arden on Monday.",
    )
    assert not miscounts(article(text), title)
    assert miscounts(article(text + REST), title)
