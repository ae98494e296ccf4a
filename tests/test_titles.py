"""What a headline names: an act, a person or a theme. All news is invented."""

from __future__ import annotations

import pytest

from briefing.press.events import explains, unspoken
from briefing.press.titles import is_cut, portrays, tells_deed
from tests.builders import article


@pytest.mark.parametrize(
    "title",
    [
        "Dunmere shuts its mill",
        "Pilots Warn of Ice on the Harn",
        "Dunmere to Close Two Gates as Rust Spreads",
        "Arden and Velmar to hold talks",
        "Keeper sworn in as mayor of Dunmere",
        "Four dead in mill fire",
        "Hundreds at the gates of the dam",
        "Ferry owner under investigation over the fire",
        "Mill owner accused of theft",
        "Ferries have stopped in Arden",
    ],
)
def test_an_act_is_told_in_the_present_as_done_or_as_to_come(title: str) -> None:
    assert tells_deed(title)


@pytest.mark.parametrize(
    "title",
    [
        "Secret Eel Society",
        "Facing the Fog in Arden",
        "Building a Harbour of Matchsticks",
        "A New Chapter for Dunmere",
        "Trapped in the largest camp of the valley: The people behind it",
        "Auditioning to Lead Dunmere",
        "Dunmere's famed carnival has a new sound",
        "2026 Year of the Eel: Eels and men go way back",
        "The mill that fed a valley",
    ],
)
def test_a_theme_is_no_act(title: str) -> None:
    assert not tells_deed(title)


def test_what_somebody_says_in_a_title_is_no_act() -> None:
    assert not tells_deed(unspoken("Keeper Oda Renn: 'My gate was stolen'"))


@pytest.mark.parametrize(
    ("title", "portrait"),
    [
        ("Oda Renn, weaver of sails: ‘I never liked linen’", True),
        ("Oda Renn, the weaver who left Dunmere for 20 years: “I think of the sea”", True),
        ("Oda Renn: The weaver who became a pilot after a storm", True),
        ("Piet Oberlin: From the loom to the guild", True),
        ("You’d be surprised to see where weavers keep their shears", True),
        ("All about Oda Renn, the only weaver in the council", True),
        ("Oda Renn, 93, weaver of sails, dies", False),
        ("Dunmere: ‘The gate must go’", False),
        ("Guild: From Monday to Friday no cloth is sold", False),
        ("Oda Renn says the weaver who left is back", False),
    ],
)
def test_a_portrait_or_an_interview_is_no_report(title: str, portrait: bool) -> None:
    assert portrays(title) is portrait
    assert explains(article("She lives by the weir and keeps eels.", title=title)) is portrait


def test_who_reports_may_call_a_mayor_by_her_office() -> None:
    text = (
        "The council of Dunmere shut its mill on Thursday, the mayor said. "
        + "It rained, she said. " * 30
    )
    assert not explains(article(text, title="Ada Quill, mayor of Dunmere: ‘The mill is shut’"))


def test_what_a_feed_has_cut_is_known() -> None:
    assert is_cut("Dunmere shuts its mill and the…")
    assert is_cut("Dunmere shuts its mill and the... ")
    assert not is_cut("Dunmere shuts its mill")
