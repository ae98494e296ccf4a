"""Headlines that sell a story, or are out of date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.standing.selling import promises, sells, teases
from tests.builders import article

MONDAY = datetime(2021, 5, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Dunmere voters to learn who keeps the gate", "Ada Quill won the vote on Sunday."),
        (
            "Old keeper to be buried Sunday",
            "The old keeper was remembered at his funeral on Sunday.",
        ),
        ("Quill to sign gate bill", "Mayor Ada Quill signed the gate bill on Monday."),
        ("Council set to vote on gate", "The council voted on Monday to shut the gate."),
    ],
)
def test_what_a_title_announces_may_be_done_by_now(title: str, lead: str) -> None:
    assert sells(article(lead, title=title, at=MONDAY))


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Gate staff to strike from Tuesday after talks fail",
            "Gate staff will stop work on Tuesday, their union said on Monday.",
        ),
        ("Quill to sign gate bill", "Mayor Ada Quill said on Monday she will sign the gate bill."),
        (
            "Mayor expected to sign gate bill",
            "The council passed the gate bill on Sunday. Mayor Ada Quill is expected to sign it.",
        ),
        ("Quill threatens to shut gate", "Mayor Ada Quill threatened on Monday to act."),
        (
            "Quill writes to Oberlin on gate",
            "Mayor Ada Quill sent Piet Oberlin a letter on Monday.",
        ),
        ("Quill plans speech on gate", "Ada Quill announced Monday that she will speak."),
        ("Quill plans speech on gate", "Ada Quill asked the board on Friday for a hall."),
        ("Board says gate is shut", "The gate was shut on Monday, the board said."),
        ("‘Rusty’ gate shut at Dunmere", "The gate of Dunmere was shut on Monday."),
    ],
)
def test_what_tells_the_event_stands(title: str, lead: str) -> None:
    assert not sells(article(lead, title=title, at=MONDAY))


@pytest.mark.parametrize(
    "title",
    [
        "Board says gate is safe, but keepers heard a different story",
        "Town loves the rusty gate, actually",
        "Board said gate was shut. Pictures show they lied.",
        "Quill on the gate: we were far too slow",
        "Council pays 'too much for gate",
        "Quill's ludicrous gate plan passes",
        "Four mayors open up about the gate",
        "The gate is shut. Here's why",
    ],
)
def test_what_teases_or_judges_sells(title: str) -> None:
    assert sells(article("The gate was shut on Monday.", title=title, at=MONDAY))


def test_an_imperative_has_an_object() -> None:
    assert not promises(
        article("The mill was shut on Monday.", title="Recall Vote Held on Dunmere Mill Keeper")
    )
    assert promises(
        article("The mill was shut on Monday.", title="Recall that Dunmere once had a mill")
    )


def test_a_mark_that_was_lost_is_no_question() -> None:
    assert not teases("Quill urges Dunmere to ?finish the job? on its dam")
    assert teases("Will Dunmere finish its dam?")
