"""Two reports of a day's statistics give one count and are otherwise unlike."""

from __future__ import annotations

import pytest

from briefing.text.counts import same_count
from tests.builders import article

CLAIMS = "Layoffs go on as 1.3 million seek jobless aid"


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("Weekly jobless claims lower than expected at 1.3 million", True),
        ("Weekly jobless claims lower than expected at 1.4 million", False),  # another count
        ("Arden's harbour takes 1.3 million tons of grain", False),  # of something else
        ("Weekly jobless claims lower than expected", False),
    ],
)
def test_one_count_and_one_word_tell_one_release(title: str, same: bool) -> None:
    one, two = (article("Text.", title=t, id=t) for t in (CLAIMS, title))
    assert same_count([one], [two]) is same


def test_a_round_count_is_shared_by_chance() -> None:
    one, two = (
        article("Text.", title=t, id=t)
        for t in ("Council votes for 2 million plan", "Council rejects 2 million bridge")
    )
    assert not same_count([one], [two])
