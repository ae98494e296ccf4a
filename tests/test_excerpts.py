"""The piece of a text around the words of a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.archive.excerpts import excerpt, phrases, places
from briefing.archive.words import match

TEXT = (
    "The dam held. Engineers counted four strikes at the harbour. Ministers said the dam is safe."
)


def marked(text: str, typed: str, words: int = 32) -> str:
    """The excerpt with its marks in brackets."""
    shown, marks = excerpt(text, places(text, phrases(match(typed))), words)
    for mark in reversed(marks):
        shown = f"{shown[: mark.start]}[{mark.of(shown)}]{shown[mark.end :]}"
    return shown


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("strike", ["strikes"]),
        ("ENGINEER dam", ["dam", "Engineers", "dam"]),
        ('"four strikes"', ["four strikes"]),
        ('"strikes four"', []),
        ("minis*", ["Ministers"]),
        ('"dam is"', ["dam is"]),
        ("am", []),
    ],
)
def test_words_are_found_in_any_form_where_they_begin(typed: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span, _ in places(TEXT, phrases(match(typed)))] == found


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Präsident Erdoğan", "erdogan"),
        ("President Erdogan", "Erdoğan"),
        ("the sensibilities of all", "sensible"),
        ("they were conflated", "conflate"),
        ("happiness", "happy"),
    ],
)
def test_diacritics_and_endings_do_not_matter(text: str, typed: str) -> None:
    assert places(text, phrases(match(typed)))


def test_an_excerpt_begins_with_a_sentence_and_says_where_it_is_cut() -> None:
    assert marked(TEXT, "harbour", 6) == "…Engineers counted four strikes at the [harbour]…"
    assert marked(TEXT, "strike", 9) == "The dam held. Engineers counted four [strikes] at the…"
    assert marked(TEXT, "dam", 3) == "The [dam] held…"
    assert marked(TEXT, "safe", 6) == "…Ministers said the dam is [safe]."


def test_an_excerpt_shows_as_many_of_the_words_as_it_can() -> None:
    text = "A dam. " + "Much else was said. " * 30 + "The harbour has a dam."
    assert marked(text, "harbour dam", 5).endswith("The [harbour] has a [dam].")


def test_where_nothing_stands_the_beginning_is_shown() -> None:
    assert marked(TEXT, "volcano", 3) == "The dam held…"


def test_a_text_of_one_word_over_and_over_ends() -> None:
    shown, marks = excerpt("dam " * 50_000, places("dam " * 50_000, phrases('"dam"')), 32)
    assert len(marks) < 70
    assert shown.startswith("dam dam")


@given(st.text(), st.text())
def test_marks_are_places_of_what_is_shown(text: str, typed: str) -> None:
    shown, marks = excerpt(text, places(text, phrases(match(typed))), 8)
    assert shown.strip("…") in text
    assert all(0 <= mark.start < mark.end <= len(shown) for mark in marks)
    assert list(marks) == sorted(marks)
