"""Proper names as runs of capitalised words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.names import names


def found(text: str) -> list[str]:
    return [span.of(text) for span in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But Ada Stone left.", ["Ada Stone"]),
        ("Despite Stone, the dam was opened.", ["Stone"]),
        ("Whenever Ada Stone came, it leaked.", ["Ada Stone"]),
        ("Yesterday Ada J. Stone left.", ["Ada J. Stone"]),
        ("We met Ludwig van der Hoeven there.", ["Ludwig van der Hoeven"]),
        ("We met Nadim al-Sabbarin there.", ["Nadim al-Sabbarin"]),
        ("We met Cmdr. Ada Stone there.", ["Cmdr. Ada Stone"]),
        ("Harold Pike Jr. and Ruth O’Dwyer left.", ["Harold Pike Jr.", "Ruth O’Dwyer"]),
        ("It was Ada Stone’s dam.", ["Ada Stone"]),
        ("The U.S. Dam Office closed.", ["U.S. Dam Office"]),
        ("Zoë Lindqvist-Ågesen sang.", ["Zoë Lindqvist-Ågesen"]),
        ("He and she said so on Monday.", []),
        ("", []),
    ],
)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_line_of_capitals_is_a_headline_and_no_name() -> None:
    assert found("Dam Opens After Nine Long Years Of Work In Valley Again") == []


@given(st.text(max_size=200))
def test_names_lie_in_the_text_in_order(text: str) -> None:
    places = [place for span in names(text) for place in (span.start, span.end)]
    assert places == sorted(places)
    assert not places or places[-1] <= len(text)


@pytest.mark.parametrize("junk", ["A", "A. ", "A-A", "Aa ", "' ", "Aa de ", "al-A", "A’"])
def test_junk_is_read_in_one_pass(junk: str) -> None:
    assert isinstance(names(junk * (100_000 // len(junk))), list)
