"""Sentences that say that somebody answered or warned, and not what."""

from __future__ import annotations

import pytest

from briefing.standing.announcing import announces


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Quill's aides came to her last week with a blunt warning.",
        "Last year the skipper Ben Lind approached the harbour board with a request.",
        "Three harbours responded quickly to Quill's suggestion that the ferry be shared.",
        "On Monday Ada Stone responded to a question about the future of the old ferry.",
        "Ben Lind, head of the ferry, reacted Tuesday to the decision of the board.",
        "Stone fired off two letters responding to the guild's rebuke.",
        "Ada Stone lit into the guild within an hour of the vote.",
        "The old fair was felled by a variety of factors, its owners say.",
        "The report of the board was disputed on multiple issues.",
    ],
)
def test_it_only_announces(told: str) -> None:
    assert announces(told)


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Quill's aides came to her with a warning that the wall would fall.",
        "The old fair was felled by a variety of factors, including rain and high tolls.",
        "The guild refused for several reasons: rain, tolls and the age of the ferry.",
        "Mayor Quill's aides came to her with a warning of floods.",
        "Ada Stone responded to the ruling by closing both of the ferry's piers.",
        "Ada Stone responded to the ruling, calling it a gift to the other bank.",
        "Ada Stone responded to the offer with a lawsuit against the harbour board.",
        "Ada Stone lit into the guild for selling the old ferry.",
        "Stone fired off two letters responding to the guild, which she called a club of thieves.",
        "Firemen responded to a blaze at the old harbour on Monday.",
        "Firemen responded to a call about smoke that rose from the old harbour.",
        "Skippers reacted angrily to the ruling of the harbour board.",
        "“We will not go,” Ben Lind replied to a question about the ferry.",
    ],
)
def test_it_tells_what(told: str) -> None:
    assert not announces(told)
