"""What a speaker takes back in the next words is not shown without them."""

from __future__ import annotations

import pytest

from briefing.quotes import people, quotes, voices
from tests.builders import article

CLAIM = "The skippers have always said that the old harbour wall stands as firm as the hill"
VIEW = "They fear that every new stone will bring another one down."


def heard(text: str) -> list[str]:
    said = quotes(article(text))
    return [u.quote.text for v in voices(said, people(said)) for u in v.utterances]


@pytest.mark.parametrize(
    "turn",
    ["I don’t agree with that", "Honestly, I never bought it", "I disagree", "I reject that"],
)
def test_the_next_words_of_the_speaker_take_it_back(turn: str) -> None:
    told = f"“{CLAIM},” Mayor Ada Stone told the council.\n\n“{VIEW} {turn},” she said."
    assert not heard(told)
    assert heard(told.replace(turn, "I mean to ask them"))


def test_what_is_called_wrong_is_the_sentence_before() -> None:
    first, wrong = (
        f"“{CLAIM},” said Mayor Ada Stone.\n\n“",
        "That’s nonsense, and they know it,” she said.",
    )
    assert not heard(f"{first}{wrong}")
    assert heard(f"{first}{VIEW} {wrong}")


def test_another_speaker_may_disagree() -> None:
    told = f"“{CLAIM},” said Mayor Ada Stone.\n\n“I don’t agree with that,” said Ben Lind."
    assert CLAIM in heard(told)


def test_a_view_of_something_else_takes_nothing_back() -> None:
    more = "I don’t believe that waiting another winter would help any of the boats."
    assert heard(f"“{CLAIM},” said Mayor Ada Stone. “{VIEW} {more}”")
