"""The main clause of a sentence, short enough to head a story."""

from __future__ import annotations

import pytest

from briefing.standing.clauses import main_clause


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "The search of the harbour gates came as the river board sold off its oldest boats.",
            "The search of the harbour gates came as the river board sold off its oldest boats",
        ),
        (
            "The council of Dunmere voted on Monday to shut the old harbour gate after two men drowned there.",
            "The council of Dunmere voted on Monday to shut the old harbour gate",
        ),
        (
            "After a night of rain, the river board opened both gates of the dam, saying it had no choice.",
            "After a night of rain, the river board opened both gates of the dam",
        ),
        (
            "The report on the dam that burst above Dunmere will not be released until next May, the board said.",
            "The report on the dam that burst above Dunmere will not be released until next May, the board said",
        ),
        (
            "Dunmere, a town in the hills, is cut off from the coast.",
            "Dunmere, a town in the hills, is cut off from the coast",
        ),
        (
            "Ada Quill, the mayor of Dunmere, resigned on Friday as the council met in the old town hall behind closed doors.",
            "Ada Quill, the mayor of Dunmere, resigned on Friday",
        ),
        (
            "The council of Dunmere shut the old harbour gate on Monday, a step the mayor said would save lives.",
            "The council of Dunmere shut the old harbour gate on Monday",
        ),
    ],
)
def test_it_ends_where_something_hangs_on_it(sentence: str, clause: str) -> None:
    assert main_clause(sentence) == clause


@pytest.mark.parametrize(
    "sentence",
    [
        # who says so would be lost, and the whole is too long
        "The river board lost 40 million crowns on the two gates of the new dam, a loss that it hid from"
        " the council and from the town for six whole years, according to auditors of the province.",
        "The old gate of the harbour.",  # no verb
        "He told the council that the gate would stay shut.",  # who?
    ],
)
def test_what_cannot_stand_as_a_headline_is_none(sentence: str) -> None:
    assert main_clause(sentence) == ""


def test_what_another_says_meanwhile_is_not_who_says_it() -> None:
    act = "Mayor Ada Quill signed two orders on Monday on the old gate"
    assert main_clause(f"{act}, as the mill said it will build one of them.") == act
    assert main_clause(f"{act}, as the board reported on Tuesday at length.") != act
