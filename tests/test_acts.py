"""What somebody did, says or will do is an act; what only is so is none."""

from __future__ import annotations

import pytest

from briefing.standing.acts import happened, names_day, teases, tells_act, under_way


@pytest.mark.parametrize(
    "text",
    [
        "Farmers in the valley are howling that the toll harms small boats.",
        "Dunmere faces a hard winter over its harbour, its bridge and its toll.",
        "Ada Quill has long been seen as a leader who can win the valley.",
        "The Farmers’ League and its friends have seized on the toll to win votes.",
        "Under the bridge in Dunmere, a crowd had gathered to wait for Quill.",
        "The Harbour Board has a limited part in the plan of Arden.",
    ],
)
def test_what_only_is_so(text: str) -> None:
    assert not tells_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "Piet Oberlin closed the gates of the dam.",
        "Three judges of Arden dissented from the ruling.",
        "Ada Quill will head the board of Dunmere.",
        "The bill would forbid boats near the dam.",
        "The water is rising, Ada Quill said.",
        "The toll is 4 crowns for a boat.",
        "Arden is under pressure to close the harbour on Friday.",
        "The charter states that Quill may keep the harbour.",
    ],
)
def test_what_somebody_does_or_says_or_counts(text: str) -> None:
    assert tells_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closing, the board said on Monday.",
        "Arden votes on the toll on 3 May.",
        "The court of Arden overturned the toll that fishers have fought for years.",
        "Ada Quill, who is leading the board, ordered the gates closed.",
        "As the water is rising, the board of Dunmere closed the harbour.",
        "Dunmere has closed its harbour for a week.",
        "A sailor of Arden is being charged with theft.",
        "Voters backed the toll last night.",
        "The fishers of Arden warned of a fight with a board that is planning a toll.",
        "ARDEN (AP) — As the water is rising, the board closed the harbour.",
        "Going further than she ever has on the toll, Ada Quill called it unfair.",
    ],
)
def test_news_begins_with_a_day_or_what_was_done(text: str) -> None:
    assert names_day(text) or happened(text)


@pytest.mark.parametrize(
    "text",
    [
        "The long fight over the toll is also dividing the fishing towns of the coast.",
        "The dispute that has split the valley is upending its schools.",
        "Ada Quill says the toll is unfair.",
        "Ada Quill has made it clear that she wants no toll.",
        "The board has been quietly selling its boats.",
        "Sailors may be tired, but the harbour has no place for them.",
        "When Quill talks of boats, she mentions the old harbour.",
        "Facing a long fight over the toll, Ada Quill says it is unfair.",
        "A fight over boats named after generals is quickly dividing the harbour.",
        "A move to change the law that keeps boats from being seized is finding friends.",
    ],
)
def test_a_theme_a_view_or_a_habit_is_no_beginning(text: str) -> None:
    assert not names_day(text)
    assert not happened(text)


@pytest.mark.parametrize("when", ["this morning", "Last evening", "last night", "Overnight"])
def test_an_hour_of_the_day_names_it(when: str) -> None:
    assert names_day(f"Fire broke out {when} at Dunmere.")


def test_a_teaser_tells_nothing() -> None:
    assert teases("The board says Arden is safe, but sailors there heard a different story.")
    assert not teases("The board said that sailors heard of it on Monday.")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Pilots and stewards at the ferry's owner are staging a walkout.", True),
        ("The guild of Dunmere is now pledging to fight theft.", True),
        ("Dunmere is facing its hardest winter.", False),
        ("The trade with eels is growing.", False),
        ("The mill that is testing looms shut.", False),
        ("The guild shut a mill whose owners are visiting Arden.", False),
    ],
)
def test_an_act_of_the_day_may_go_on(text: str, act: bool) -> None:
    assert under_way(text) is act
