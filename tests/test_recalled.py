"""A story of today goes on from one of earlier editions that its reports open like. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.cluster import recalled
from briefing.model import Article, History, Known, Story, Window
from briefing.settings import ClusterSettings
from briefing.text.background import background
from tests.builders import MORNING, article

TODAY = Window(MORNING, MORNING + timedelta(days=1))


def piece(name: str, title: str, text: str, days: int = 0) -> Article:
    return article(text, title=title, outlet=name, id=name, at=MORNING + timedelta(days=days))


SHOVED = piece(
    "shoved",
    "Ferryman shoved by Dunmere harbour guards says he was pushed",
    "A ferryman of 75 was shoved to the ground by harbour guards in Dunmere on Friday during a "
    "protest over fares, and bled from his head. The guards said that he had tripped.",
    days=-4,
)
CLAIM = piece(
    "claim",
    "Governor claims ferryman shoved in Dunmere was an actor",
    "Governor Ines Marr claimed on Tuesday that the ferryman of 75 who was shoved to the ground by "
    "harbour guards in Dunmere, during a protest over fares, had played it.",
)
VELMAR = piece(
    "velmar",
    "Ferryman shoved by harbour guards in Velmar",
    "A ferryman of 75 was shoved to the ground by harbour guards in Velmar on Tuesday during a "
    "protest over fares, and bled from his head. The guards said that he had tripped.",
)
RATE = piece(
    "rate",
    "Central bank of Merrow raises its key rate",
    "The central bank of Merrow raised its key rate to four per cent on Tuesday.",
)


def known(*articles: Article) -> History:
    ids = frozenset(a.id for a in articles)
    day = min(a.published for a in articles).date()
    return History(known=(Known("old", ids, (day,)),), past=articles)


def follows(history: History, *stories: Story) -> dict[str, set[str]]:
    found = recalled(stories, history, TODAY, background(), ClusterSettings())
    return {"+".join(a.id for a in story.articles): set(story.follows) for story in found}


def test_a_story_that_rested_goes_on_when_a_report_opens_like_it() -> None:
    assert follows(known(SHOVED), Story("c", (CLAIM,))) == {"claim": {"shoved"}}


def test_another_event_of_the_same_kind_has_its_own_place() -> None:
    assert follows(known(SHOVED), Story("v", (VELMAR,))) == {"velmar": set()}


def test_what_is_alike_as_a_whole_must_open_alike() -> None:
    yesterday = replace(SHOVED, published=MORNING - timedelta(hours=9))
    stories = (Story("s", (yesterday,)), Story("r", (RATE,), follows=frozenset({"shoved"})))
    assert follows(known(yesterday), *stories)["rate"] == set()


def test_two_stories_of_today_that_go_on_from_one_are_one() -> None:
    fired = piece(
        "fired",
        "Harbour guards of Dunmere dismissed",
        "Two harbour guards of Dunmere were dismissed.",
    )
    running = Story("s", (SHOVED, fired))
    assert follows(known(SHOVED), running, Story("c", (CLAIM,))) == {"shoved+claim+fired": set()}


def test_stories_that_an_edition_knew_and_those_of_other_days_are_left() -> None:
    again = replace(CLAIM, id="again")
    stories = (Story("s", (SHOVED,)), Story("c", (CLAIM,)))
    history = replace(known(SHOVED), known=(Known("old", frozenset({"shoved", "claim"}), ()),))
    assert follows(history, *stories) == {"shoved": set(), "claim": set()}
    assert follows(History(), Story("a", (again,))) == {"again": set()}
