"""A count in a headline that its text has outgrown is out of date."""

from __future__ import annotations

import pytest

from briefing.standing.outgrown import outgrown
from briefing.standing.selling import sells
from tests.builders import article

FEVER = "The fever has reached more than 31,400 people in nine lands, the harbour doctors said."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Fever reaches more than 28,200 people", FEVER),
        ("4 sailors hurt as ferry hits gate", "Seven sailors were hurt when a ferry hit a gate."),
        ("As Many As 700 Migrants Dead as Ship Sinks",
         "As many as 900 people may have died when a ship sank off Dunmere. Divers found 40 bodies."),
        ("Nearly 2,000 dead in Norland earthquake",
         "An earthquake killed at least 4,400 people in Norland, officials said."),
        ("Three ferries stop in fog", "At least four ferries stopped in fog, the office said."),
    ],
)  # fmt: skip
def test_a_count_that_rose_is_out_of_date(title: str, text: str) -> None:
    assert outgrown(article(text), title)
    assert sells(article(text, title=title))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Fever reaches more than 31,000 people", FEVER),  # cut
        ("Fever reaches nearly 32,000 people", FEVER),  # rounded
        ("Fever reaches more than 28,200 people", f"{FEVER}\n\nOn Monday it was 28,200."),
        ("Fever reaches more than 28,200 homes", FEVER),  # of another thing
        ("12 sailors hurt", "Five sailors were hurt at Arden, and seven sailors at Tarn."),
        ("12 sailors hurt", "Twelve sailors were hurt, and 14 ferries stopped."),
        ("5 sailors hurt", "Four sailors were badly hurt, and one lightly."),
        ("4 dead in Norland flood", "The flood killed 30 sheep and left four people dead."),
        ("Gate costs $4 million", "The gate costs $5 million."),
    ],
)
def test_a_count_that_stands_is_none(title: str, text: str) -> None:
    assert not outgrown(article(text), title)
