from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.settings import EditionSettings
from briefing.text.days import clock, day_of, parse_day, window, zone

BERLIN = EditionSettings(time_zone="Europe/Berlin")
BERLIN_AT_SIX = EditionSettings(time_zone="Europe/Berlin", day_starts="06:00")
NOW = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)


def hours(day: date, settings: EditionSettings) -> float:
    covered = window(day, settings)
    return (covered.end - covered.start) / timedelta(hours=1)


def test_a_day_runs_from_midnight_to_midnight_where_the_reader_lives() -> None:
    covered = window(date(2026, 1, 15), BERLIN)
    assert covered.start == datetime(2026, 1, 14, 23, 0, tzinfo=UTC)
    assert covered.end == datetime(2026, 1, 15, 23, 0, tzinfo=UTC)
    assert covered.time_zone == "Europe/Berlin"


def test_a_day_may_start_in_the_morning() -> None:
    covered = window(date(2026, 7, 1), BERLIN_AT_SIX)
    assert covered.start == datetime(2026, 7, 1, 4, 0, tzinfo=UTC)
    assert covered.end == datetime(2026, 7, 2, 4, 0, tzinfo=UTC)


def test_the_clocks_change_makes_days_of_23_and_25_hours() -> None:
    assert hours(date(2026, 3, 29), BERLIN) == 23
    assert hours(date(2026, 10, 25), BERLIN) == 25
    assert hours(date(2026, 3, 28), BERLIN_AT_SIX) == 23
    assert hours(date(2026, 3, 29), BERLIN_AT_SIX) == 24


def test_a_start_that_the_change_leaves_out_counts_by_the_old_offset() -> None:
    left_out = EditionSettings(time_zone="Europe/Berlin", day_starts="02:30")
    assert window(date(2026, 3, 29), left_out).start == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@given(
    moment=st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    name=st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"]),
    starts=st.sampled_from(["00:00", "02:30", "06:00", "23:59"]),
)
def test_every_moment_lies_in_the_window_of_its_day_alone(
    moment: datetime, name: str, starts: str
) -> None:
    settings = EditionSettings(time_zone=name, day_starts=starts)
    day = day_of(moment, settings)
    assert moment in window(day, settings)
    assert window(day, settings).end == window(day + timedelta(days=1), settings).start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", date(2026, 1, 15)),
        ("Yesterday", date(2026, 1, 14)),
        ("-0", date(2026, 1, 15)),
        ("-7", date(2026, 1, 8)),
        (" 2025-12-31 ", date(2025, 12, 31)),
    ],
)
def test_a_day_is_named_as_people_do(text: str, expected: date) -> None:
    assert parse_day(text, NOW, BERLIN) == expected


def test_before_the_day_starts_it_is_still_yesterday() -> None:
    early = datetime(2026, 1, 15, 4, 30, tzinfo=UTC)  # half past five in Berlin
    assert parse_day("today", early, BERLIN) == date(2026, 1, 15)
    assert parse_day("today", early, BERLIN_AT_SIX) == date(2026, 1, 14)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-02-30", "20260115", "15.1.2026", "-1-1", "0001-01-01"]
)
def test_what_is_no_day_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UsageError, match="is not a day: write"):
        parse_day(text, NOW, BERLIN)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "Europe", "../etc/passwd", "/etc/passwd"])
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="is not a time zone"):
        zone(name)


@pytest.mark.parametrize("text", ["6:00", "24:00", "06:60", "06:00:00", "six", "06:00\n"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a time of day"):
        clock(text)
