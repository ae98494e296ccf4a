"""Question marks that stand for lost marks ask nothing."""

from __future__ import annotations

import pytest

from briefing.press.events import asks
from briefing.press.lostmarks import is_damaged, restored
from briefing.standing.news import is_news_in_brief, kind
from briefing.standing.selling import sells
from tests.builders import article

TEXT = "The council shut the rusty gate of Dunmere on Monday, said its mayor, Ada Quill. " * 10


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Council shuts Quill?s gate", "Council shuts Quill’s gate"),
        ("Council shuts ?rusty? gate", "Council shuts “rusty” gate"),
        ("Quill: gate ?has grown old and rusty?", "Quill: gate “has grown old and rusty”"),
        ("Council shuts gate ? and opens it", "Council shuts gate — and opens it"),
    ],
)
def test_a_lost_mark_is_no_question(title: str, meant: str) -> None:
    damaged = article(TEXT, title=title)
    assert restored(title) == meant
    assert not asks(damaged)
    assert kind(damaged) == "report"
    assert sells(damaged)
    assert not is_news_in_brief(damaged)


@pytest.mark.parametrize("title", ["Will Quill’s gate stay shut?", "Shut? Council votes on gate"])
def test_a_question_stays_one(title: str) -> None:
    assert restored(title) == title
    assert asks(article(TEXT, title=title))
    assert not is_damaged(title)


def test_a_misread_encoding_is_no_line() -> None:
    assert is_news_in_brief(article(TEXT, title="Council shuts Quill’s gate"))
    misread = "Council shuts Quill’s gate".encode().decode("cp1252")
    assert is_damaged(misread)
    assert not is_news_in_brief(article(TEXT, title=misread))
