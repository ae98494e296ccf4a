"""A new study or poll is an act of the day."""

from __future__ import annotations

import pytest

from briefing.standing.openings import is_event
from briefing.standing.studies import found_anew
from briefing.text.background import background
from briefing.text.sentences import sentences
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "A new 90-page report of the wardens concludes that the gates of Dunmere were left open.",
        "Skippers of Tessaly favour a toll, according to a new Dunmere College survey.",
        "Mayor Quill leads Piet Oberlin by two to one in a new poll of the valley.",
    ],
)
def test_a_new_study_has_found_something(text: str) -> None:
    assert found_anew(text)


@pytest.mark.parametrize(
    "text",
    [
        "A report of the wardens concludes that the gates were left open.",
        "A new report of the wardens is expected to be long.",
        "The guild wants a new study of the gates.",
        "“A new report shows that they lied,” Ada Quill called across the bridge.",
    ],
)
def test_what_is_asked_for_or_old_has_found_nothing_now(text: str) -> None:
    assert not found_anew(text)


def test_what_it_has_found_opens_a_report_though_no_day_is_named() -> None:
    text = "The old gates leak, according to a new survey of the guild."
    detail = " Officials said that the gates were shut, a spokesman told the council." * 12
    first, second, *_ = sentences(article(text + detail, title="Wardens to blame for floods"))
    assert is_event(first, background())
    assert not is_event(first, background(), second=True)
    assert not is_event(second, background())
