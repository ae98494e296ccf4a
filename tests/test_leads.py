"""Two openings on one event are alike; two on one office are not."""

from __future__ import annotations

from briefing.text.background import background
from briefing.text.leads import lead, likeness
from tests.builders import article

BURST = article("The Orvan dam burst on Monday and flooded Arden.", title="Dam above Arden bursts")
AGAIN = article(
    "A flood reached Arden on Monday after the Orvan dam broke.",
    title="Arden flooded as dam breaks",
)
OTHER = article(
    "The governor vetoed a bill on fishing licences on Monday, before the Orvan dam was mentioned.",
    title="Governor vetoes fishing bill",
)


def alike(a: object, b: object) -> float:
    return likeness(lead(a, background()), lead(b, background()))  # type: ignore[arg-type]


def test_reports_of_one_event_are_alike() -> None:
    assert alike(BURST, AGAIN) > 2 * alike(BURST, OTHER)


def test_an_opening_is_all_of_itself_and_nothing_of_an_empty_one() -> None:
    assert alike(BURST, BURST) == 1
    assert alike(BURST, article("")) == 0
