"""What might be said, or was not, is nobody's quote."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from tests.builders import article

WORDS = "Every miller will get two years of wages and a place in the new mill"


def said(text: str) -> list[tuple[str, str | None]]:
    found = quotes(article(text))
    return [(q.contents[0].of(text), q.speaker.name if q.speaker else None) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        f"If Mayor Ada Stone says “{WORDS}”, nobody will believe her.",
        f"Unless she says “{WORDS}”, the mill will stand still.",
        f"Should Mayor Ada Stone say “{WORDS}”, the mill will stand still.",
        f"Mayor Ada Stone could have said “{WORDS}” but she did not.",
        f"“{WORDS},” Mayor Ada Stone might say.",
        f"Mayor Ada Stone would say: “{WORDS}.”",
        f"If Mayor Ada Stone says that {WORDS.lower()}, the mill will stand still.",
    ],
)
def test_what_is_only_supposed_is_no_quote(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "denied",
    [
        f"Mayor Ada Stone never said “{WORDS}” on that day.",
        f"Mayor Ada Stone could have said “{WORDS}” on that day.",
        f"If Mayor Ada Stone says “{WORDS}” nobody cares.",
    ],
)
def test_what_another_did_not_say_does_not_go_on_with_who_spoke_before(denied: str) -> None:
    text = f"The farmer Ben Lind said: “The old mill must close.” {denied}"
    assert said(text) == [("“The old mill must close.”", "Ben Lind")]


@pytest.mark.parametrize(
    "text",
    [
        f"Mayor Ada Stone would only say: “{WORDS}.”",
        f"Mayor Ada Stone would often say: “{WORDS}.”",
        f"Mayor Ada Stone will say: “{WORDS}.”",
        f"“{WORDS} if it rains,” Mayor Ada Stone said.",
        f"“If you ask me, it is true: {WORDS},” said Mayor Ada Stone.",
    ],
)
def test_what_was_said_under_conditions_was_said(text: str) -> None:
    assert [name for _, name in said(text)] == ["Ada Stone"]
