"""Words that lost the link, and with it the space, between them."""

from __future__ import annotations

import pytest

from briefing.standing.fused import fused


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone wrote in a note forthat the dam must hold.",
        "The ferry has beenin Dunmere since Monday.",
        "Divers found the ring by the body ofQuill on Monday.",
        "The guild seizedTessaly boats on Monday.",
    ],
)
def test_two_words_stand_in_one(text: str) -> None:
    assert fused(text)


@pytest.mark.parametrize(
    "text",
    [
        "The iPhone of Ada Stone fell into the sea within the hour.",
        "Ben Lind, as @inTessaly wrote on Monday, will sail.",
        "Neil deGrasse Stone went onto the ferry, from which he waved.",
        "See example.org/forThe for all that the council said.",
    ],
)
def test_brands_handles_and_plain_words_are_whole(text: str) -> None:
    assert not fused(text)
