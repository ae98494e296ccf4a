"""An abbreviation that only the article has in full is not left unexplained."""

from __future__ import annotations

import pytest

from briefing.standing.abbreviated import unexplained

PAGE = ("Harbour town mends its wall", "The town will mend the wall by the spring.")
SAID = "The DSB never looked at the wall below the mill."


@pytest.mark.parametrize(
    "bringing",
    [
        "The Dam Safety Board (DSB) met on Monday.",
        "The Dam Safety Board (the DSB), which met on Monday, is old.",
        "The Dams and Structures Board, or DSB, met on Monday.",
        "It is a matter of the dam safety of boats (DSB), the clerk said.",
    ],
)
def test_what_the_article_alone_spells_out_is_unexplained(bringing: str) -> None:
    assert unexplained(SAID, f"{bringing} It had tea. “{SAID}”", PAGE) == ["DSB"]


def test_what_the_page_has_in_full_or_in_short_is_explained() -> None:
    text = f"The Dam Safety Board (DSB) met on Monday. “{SAID}”"
    assert not unexplained(SAID, text, (*PAGE, "The Dam Safety Board met on Monday."))
    assert not unexplained(SAID, text, ("DSB is asked about the wall", *PAGE[1:]))
    assert not unexplained(f"The Dam Safety Board (DSB) met. {SAID}", text, PAGE)


def test_what_all_know_and_what_nobody_spells_out_is_left() -> None:
    asked = "The FBI looked at the wall below the mill."
    assert not unexplained(
        asked, f"The Federal Bureau of Investigation (FBI) came. “{asked}”", PAGE
    )
    assert not unexplained(SAID, f"Nobody knew the keepers (DSB) of old. “{SAID}”", PAGE)
