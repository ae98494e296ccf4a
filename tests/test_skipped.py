"""Sentences that lean further in on the one before them."""

from __future__ import annotations

import pytest

from briefing.standing.skipped import misses


@pytest.mark.parametrize(
    "text",
    [
        "By Monday, that appeal was three names short of a vote in the Tessaly council.",
        "The skipper Ben Lind was hurt in the end by that rumour.",
        "Ada Stone plans to run for that seat in Dunmere as an independent.",
        "Nearly 40 percent were against the dam, the Tessaly Post reported.",
        "Six were charged with theft in Dunmere on Monday.",
        "Six signed with a cross in Dunmere on Monday.",
        "Half said Mayor Quill should resign.",
        "The harbour master Ben Lind was on the ferry as well.",
        "Ada Stone wants to avoid a vote that would involve the guild too.",
    ],
)
def test_it_misses_what_the_skipped_sentence_named(text: str) -> None:
    assert misses(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday, that was three names short of a vote.",
        "The guild filed an appeal on Monday, and nobody had signed for that appeal by noon.",
        "Mayor Quill of Tessaly told the guild of skippers in a long letter that its members may raise the "
        "toll of the old lock by 9 crowns, and that they should get by with that amount.",
        "Ada Stone called for that to be settled in Dunmere.",
        "Nearly 40 percent of farmers were against the dam.",
        "Two unarmed guards stopped the ferry.",
        "The guild may sail on Sunday and on Monday as well.",
        "Ada Stone will sail when the ferry does too.",
        "Ben Lind said the price was too high.",
    ],
)
def test_it_names_it_itself(text: str) -> None:
    assert not misses(text)
