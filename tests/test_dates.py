"""Days that a sentence names."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.text.dates import days

THURSDAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It broke on Monday.", date(2026, 1, 12)),
        ("It broke on Thursday.", date(2026, 1, 15)),
        ("It will open on Monday.", date(2026, 1, 19)),
        ("It broke on 3 March 2024.", date(2024, 3, 3)),
        ("It broke on March 3, 2024.", date(2024, 3, 3)),
        ("It broke on Dec. 24.", date(2025, 12, 24)),
        ("It will open on 3 February.", date(2026, 2, 3)),
        ("It broke on Monday, 12 January.", date(2026, 1, 12)),
        ("It broke yesterday.", date(2026, 1, 14)),
        ("She told them on Monday that it will open in May.", date(2026, 1, 12)),
        ("She said that it will open on Monday.", date(2026, 1, 19)),
    ],
)
def test_a_day_is_resolved_against_the_article(text: str, day: date) -> None:
    assert days(text, THURSDAY) == (day,)


@pytest.mark.parametrize(
    "text",
    ["It broke last Monday.", "On Mondays it is open.", "On June 31 it broke.", "It may 3 times."],
)
def test_what_is_not_plain_is_left_out(text: str) -> None:
    assert days(text, THURSDAY) == ()


@pytest.mark.parametrize("junk", ["Monday ", "May 1 ", "1 May, ", "next "])
def test_junk_ends(junk: str) -> None:
    assert len(days(junk * 30_000, THURSDAY)) < 3


def test_the_name_of_what_happened_is_no_day() -> None:
    named = "Judges heard a plan of the Sept. 11 attacks and of the September 11th hijackers."
    assert days(named, date(2026, 9, 30)) == ()
    assert days("Judges met on Sept. 11 in Dunmere.", date(2026, 9, 30)) == (date(2026, 9, 11),)


def test_what_remains_today_is_of_these_days() -> None:
    assert days("Of the pilots that Dunmere fights today few row.", date(2026, 1, 15)) == ()
    assert days("The guild meets today in Dunmere.", date(2026, 1, 15)) == (date(2026, 1, 15),)
