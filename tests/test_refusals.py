"""Why a report or a sentence is not shown. All news is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.draft import Draft
from briefing.model import Article, History, Printed, Story
from briefing.pipeline import order
from briefing.refusals import KINDS, refused, set_aside
from tests.builders import article
from tests.test_pipeline import DAY

TOLD = "The board of Dunmere shut the dam’s three gates on Thursday, the town’s clerks said."


def report(text: str, title: str = "Dunmere board shuts dam’s gates", **more: str) -> Article:
    return article(text, title=title, at=DAY.window.start.replace(hour=9), **more)


def draft(*articles: Article) -> Draft:
    (found,) = order([Story("s", articles)], DAY)
    return found


def whys(*sentences: str, title: str = "Dunmere board shuts dam’s gates") -> list[str]:
    """Why not these: of a report that opens with what can be told."""
    one = report(" ".join((TOLD, *sentences)), title)
    return [found.why for found in refused(draft(one), DAY)]


def test_a_sentence_that_could_be_shown_is_not_refused() -> None:
    assert whys("Ada Quill, the mayor, told the board that 14 boats lie below the dam.") == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It was the third time in a year.", "it cannot stand by itself: points back"),
        ("“We had no other choice,” Ada Quill said.", "it is speech"),
        (
            "In 1931 Edit Varga built the gates of Dunmere with 900 men.",
            "it is of what is long past",
        ),
        ("The water stood very high behind them all.", "it cannot stand by itself"),
    ],
)
def test_each_refusal_names_the_test_that_failed(sentence: str, why: str) -> None:
    (found,) = whys(sentence)
    assert found.startswith(why)


def test_what_an_earlier_edition_printed_is_refused_for_that() -> None:
    printed = Printed(DAY.date.replace(day=DAY.date.day - 1), "s", TOLD)
    day = replace(DAY, history=History(printed=(printed,)))
    (found,) = refused(draft(report(TOLD)), day)
    assert found.why == "an earlier edition printed what it says"


def test_an_opening_that_tells_no_news_of_its_title_is_refused_for_that() -> None:
    scene = "Fog lay over the meadows of the valley on Thursday, and hardly a car was out."
    (found, *_) = refused(draft(report(f"{scene} {TOLD}", "Board shuts gates of dam")), DAY)
    assert found.sentence.text == scene
    assert found.why == "it speaks of something else than its headline"


def test_an_article_is_set_aside_for_its_kind() -> None:
    column = report(TOLD, "Opinion: The board is right", outlet="Post")
    live = report(TOLD, "Live updates: the dam", outlet="Herald")
    told = draft(report(TOLD), column, live)
    assert set_aside(column, told, DAY) == KINDS["opinion"]
    assert set_aside(live, told, DAY) == KINDS["live"]
    assert set_aside(told.reports[0], told, DAY) is None


def test_a_report_is_set_aside_that_says_neither_when_nor_who_says_so() -> None:
    shut = "Clerks shut the gates of the dam in Dunmere, said Ada Quill. "
    vague = report(shut + "The gates are shut by clerks, and 14 boats lie there. " * 12)
    assert (
        set_aside(vague, draft(vague), DAY) == "nothing says first when it happened, or who says so"
    )


def test_a_report_that_opens_unlike_the_others_is_set_aside() -> None:
    other = report(
        "Farmers in Tarn Vale sold 900 sheep at the market on Thursday, the union said.",
        "Farmers sell 900 sheep",
        outlet="Post",
    )
    more = report(TOLD.replace("three", "3"), outlet="Herald")
    told = draft(report(TOLD), more, other)
    assert set_aside(other, told, DAY) == "it opens unlike the report that heads the story"
