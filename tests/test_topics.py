"""Whom a sentence speaks of."""

from __future__ import annotations

import pytest

from briefing.text.topics import goes_on, named

HEADING = named(["Ferry Marisol runs aground off Arden", "Nineteen people were hurt."])


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The Marisol was towed to Dunmere.", True),
        ("On Monday, the Marisol was towed to Dunmere.", True),
        ("Divers looked at the Marisol.", False),
        ("The Marisol had also lost its radio.", False),
        ("Arden’s schools stayed shut.", False),
        ("Nineteen people left the hospital.", False),
        ("She was towed to Dunmere.", False),
    ],
)
def test_a_sentence_goes_on_about_whom_it_begins_with(text: str, on: bool) -> None:
    assert goes_on(text, HEADING) is on
