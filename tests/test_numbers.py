"""Figures in text: values, bounds, units, and what is no figure."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.numbers import figures


def bounds(text: str) -> list[tuple[float, float]]:
    return [(f.low, f.high) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 people", 12),
        ("twelve people", 12),
        ("twenty-one people", 21),
        ("4,321 people", 4321),
        ("4.321 people", 4321),
        ("two dozen soldiers", 24),
        ("a dozen cats", 12),
        ("1.25 million votes", 1.25e6),
        ("$1.21bn", 1.21e9),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, value: float) -> None:
    assert [f.value for f in figures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 12 people", 12, math.inf),
        ("more than 12 people", 12, math.inf),
        ("up to 12 people", 0, 12),
        ("between 12 and 17 people", 12, 17),
        ("12 to 17 people", 12, 17),
        ("12-17 people", 12, 17),
    ],
)
def test_words_around_a_number_bound_it(text: str, low: float, high: float) -> None:
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 per cent", "per cent"),
        ("12%", "per cent"),
        ("12 percentage points", "point"),
        ("$12", "dollar"),
        ("US$12", "dollar"),
        ("12 million euros", "euro"),
        ("£12m", "pound"),
        ("12 people", ""),
    ],
)
def test_units_are_told(text: str, unit: str) -> None:
    assert [f.unit for f in figures(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "on June 12",
        "12 June",
        "June 24,2005",
        "at 10 p.m.",
        "at 10:30",
        "the 42-year-old",
        "Ann Lee, 42, said",
        "won 3-1",
        "the 2nd",
        "the 1990s",
        "one of them",
        "no one was there",
        "COVID-19",
        "Flight 714",
        "half past seven this evening",
        "aged 34 and 41, died",
    ],
)
def test_dates_ages_scores_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_two_numbers_joined_by_and_are_two_figures() -> None:
    assert [f.value for f in figures("12 soldiers and 3 others")] == [12, 3]
    assert [f.value for f in figures("12 and 3 others")] == [12, 3]


def test_intervals_that_touch_do_not_contradict() -> None:
    (least,), (exact,), (more,) = (figures(t) for t in ("at least 12", "15 men", "9 men"))
    assert not least.contradicts(exact)
    assert least.contradicts(more)


def test_round_numbers_are_not_exact() -> None:
    (round_one,), (exact,), (far,) = (figures(t) for t in ("about 4,000", "4,321", "6,500"))
    assert not round_one.contradicts(exact)
    assert round_one.contradicts(far)


@given(st.text(max_size=300))
def test_every_figure_is_a_slice_of_the_text(text: str) -> None:
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in figures(text))


@pytest.mark.parametrize("junk", ["1,", "1 ", "1-", "one ", "$", "1.000.", "a million "])
def test_junk_ends(junk: str) -> None:
    assert len(figures(junk * 50_000)) < 2_000
