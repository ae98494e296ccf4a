"""What somebody did, says or will do is an act; what only is so is none."""

from __future__ import annotations

import pytest

from briefing.text.acts import is_theme, tells_act


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


def test_a_theme_and_a_teaser_tell_nothing() -> None:
    theme = "The long fight over the toll is also dividing the fishing towns of the coast."
    assert is_theme(theme)
    assert not is_theme(theme.replace("is also dividing", "divided on Monday"))
    assert is_theme("The board says Arden is safe, but sailors there heard a different story.")
