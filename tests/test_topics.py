"""Headlines that name a topic, a mood or a day of a running story tell no event."""

from __future__ import annotations

import pytest

from briefing.standing.news import is_news_in_brief
from briefing.standing.selling import sells
from briefing.standing.topics import names_topic
from tests.builders import article

TEXT = (
    "The gates of Dunmere were shut on Monday, said the harbour master, Ines Marr. Officials said "
    "some pilots were still rowing, and that vow of the town to repair the old gates raised "
    "questions in the third week of the walkout. "
) * 4


@pytest.mark.parametrize(
    "title",
    [
        "Some Pilots Still Rowing Through The Old Gates",
        "That Vow To Repair The Gates: Easy To Say, Hard To Do",
        "Dunmere Walkout: Monday's Developments",
        "Dunmere walkout enters third week",
        "Walkout forces town to weigh gates and pilots",
        "Walkout raises new questions about old gates",
        "Ines Marr, Ada Quill, and the Harbour War on Gates",
        "Old Gates Worry A Small Harbour Town",
        "Ines Marr eyes 2031 vote at the gates",
        "Ines Marr's great moment arrives",
        "Officials Made This Vow...Then Shut The Gates",
    ],
)
def test_a_topic_is_no_line_and_heads_nothing(title: str) -> None:
    assert names_topic(title)
    assert sells(article(TEXT, title=title))
    assert not is_news_in_brief(article(TEXT, title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Some pilots say gates are shut",
        "Some Pilots To Skip Walkout",
        "Some pilots allowed to row",
        "This week's ferries are full, office says",
        "Walkout enters second week; mayor goes to court",
        "Storm forces pilots to leave Dunmere",
        "Velmar declares war on Dunmere",
        "Dunmere worries about gates",
        "Mayor's aide says the day comes when gates open",
    ],
)
def test_who_does_something_is_none(title: str) -> None:
    assert not names_topic(title)
