"""Sentences of a quote that assert nothing by themselves."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from briefing.quotes.shown.cut import shortened
from briefing.quotes.shown.idle import is_formula, is_fragment, sets_up
from briefing.settings import QuoteSettings
from tests.builders import article

SETTINGS = QuoteSettings(fewest_words=6, most_words=40)
WALL = "The wall above the valley was built by the fathers of our fathers."


def shown(text: str) -> str | None:
    quote = quotes(article(text))[0]
    short = shortened(quote, SETTINGS)
    return short.text if short else None


@pytest.mark.parametrize(
    "said",
    [
        "I’ll tell you what",
        "Let me be very clear,",
        "Look, here’s the deal:",
        "I don’t know.",
        "Well, that’s right,",
        "I mean, there is no doubt about it.",
        "Make no mistake",
        "Wow!",
        "I was never more proud than to be standing next to you today",
    ],
)
def test_formulas(said: str) -> None:
    assert is_formula(said)


@pytest.mark.parametrize(
    "said",
    [
        "I’ll tell you what the ferry costs us",
        "I don’t know a single skipper who wants this",
        "There is no doubt the wall will fall",
        "Wow, what a flood",
        "We are proud to stand with the farmers who pay for it",
    ],
)
def test_no_formulas(said: str) -> None:
    assert not is_formula(said)


def test_behind_a_formula_a_quote_begins_with_what_it_says() -> None:
    assert shown(f"“I’ll tell ya what,” said Ada Stone. “{WALL}”") == WALL
    assert shown("“I’ll tell ya what,” said Ada Stone. “But nobody here did.”") is None


@pytest.mark.parametrize(
    "said",
    [
        "Just to give you some background, the ferry was laid up in May and we all wrote of it.",
        "Let me tell you why I came to love this harbour.",
        "Here’s what the skippers of the town have known all along.",
    ],
)
def test_a_set_up_is_not_shown_without_its_point(said: str) -> None:
    assert sets_up(said)
    assert shown(f"“{said}” said Ada Stone.") is None
    assert shown(f"“{said} {WALL}” said Ada Stone.") == f"{said} {WALL}"


@pytest.mark.parametrize(
    "said",
    [
        "To give you a sense, 40 of the 50 boats are gone.",
        "Here’s what we know: the ferry left the pier at noon.",
        "I’ll tell you what the ferry costs us.",
    ],
)
def test_what_makes_its_point_is_no_set_up(said: str) -> None:
    assert not sets_up(said)


@pytest.mark.parametrize(
    "said",
    [
        "To have a plain word on what the harbour law is and how we may live with it",
        "Mending the nets that hang in the sheds which nobody has opened",
        "And to keep the gate in good order for the boats",
    ],
)
def test_an_infinitive_without_a_main_clause_says_nothing(said: str) -> None:
    assert is_fragment(said)
    assert shown(f"“{said},” said Ada Stone.") is None


@pytest.mark.parametrize(
    "said",
    [
        "To shut the harbour now is a mistake",
        "To shut a harbour costs us what we live on",
        "To be honest, we inherited a wreck",
        "To me, the wall is the least of what we should mend",
        "Mending the wall took nerve, and we thank all who saw what it means",
        "Shutting the gate when the river rises would drown the farms",
        "Mending what we have — that’s what the plan does",
        "Everything that is broken here can be mended",
    ],
)
def test_what_has_a_main_clause_is_no_fragment(said: str) -> None:
    assert not is_fragment(said)


def test_it_does_not_stop_before_the_other_hand() -> None:
    few = QuoteSettings(fewest_words=6, most_words=20)
    turn = "At the same time, nobody in the valley wants to see a single farmer lose his field."
    (quote,) = quotes(article(f"“{WALL} {turn}” said Ada Stone."))
    assert shortened(quote, few) is None
