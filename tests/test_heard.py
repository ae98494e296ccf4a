"""A quote that was printed is not printed again."""

from __future__ import annotations

import pytest

from briefing.model import Heard
from briefing.quotes.shown.heard import is_heard

SAID = "The northern dam will not survive another winter like this one, engineers agree."
PRINTED = (Heard("Ada Stone", SAID),)


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("Ada Stone", SAID),
        ("Stone", "The northern dam will not survive another winter like this one."),
        ("Ada Stone", "The northern dam won’t survive another such winter, engineers agree."),
        ("The mayor", SAID),
        ("The mayor", "The northern dam will not survive another winter like this one"),
    ],
)
def test_the_same_words_are_known_whole_in_part_or_changed_a_little(
    speaker: str, text: str
) -> None:
    assert is_heard(speaker, text, PRINTED, 0.6)


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("Ada Stone", "The southern ferry will sail again before the summer, captains hope."),
        ("Ben Hill", "The northern dam will be safe this winter, whatever some engineers say."),
        ("Ada Stone", "The dam."),
    ],
)
def test_other_words_are_new(speaker: str, text: str) -> None:
    assert not is_heard(speaker, text, PRINTED, 0.6)


def test_nothing_is_known_where_nothing_was_printed() -> None:
    assert not is_heard("Ada Stone", SAID, (), 0.6)
