"""Which quotes tell something."""

from __future__ import annotations

import pytest

from briefing.quotes.shown.worth import is_empty


@pytest.mark.parametrize(
    "spoken",
    [
        "We have one tide and we will not hurry it",
        "Inflation has come down the stairs, but it has not left the house",
        "One wolf is a visitor, two are a question",
        "We lost 19",
    ],
)
def test_a_few_telling_words_are_enough(spoken: str) -> None:
    assert not is_empty(spoken)


@pytest.mark.parametrize(
    "spoken",
    [
        "I condemn this in the strongest terms",
        "We are confident that people will work on these issues",
        "This is a sad day for our country",
        "We will continue to work with our partners",
        "The council takes the duty of keeping the old bridge of Millbrook very seriously",
        "We are not going to publicly discuss how the keepers of Millbrook count the carts",
        "The bridge of Millbrook and its keepers are at an inflection point",
        "The following is what I take for a sentence that is fair to the keepers of Millbrook",
    ],
)
def test_a_formula_tells_nothing(spoken: str) -> None:
    assert is_empty(spoken)


def test_a_call_to_pass_it_on_tells_nothing() -> None:
    assert is_empty("Rt if you stand with the keepers of the old bridge of Millbrook")
    assert is_empty("The dam of Millbrook is old. Sign our petition for a new wall!")
    assert not is_empty("I share this view of the dam, and so do the keepers of Millbrook")
