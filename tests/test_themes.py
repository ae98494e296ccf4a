"""Which words lose weight because articles of different events share them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.cluster import with_themes
from briefing.model import Article
from briefing.text.background import background

from .builders import MORNING, article

# An agency puts the land before each title; a death is told by four outlets.
LAND = (
    "Velmar: Traders fear the tobacco bill\nTraders have urged the senate to drop the tobacco bill.",
    "Velmar: Pilots warn of fatigue\nPilots have warned of fatigue amid a slow strike of staff.",
    "Velmar: Golfers return to the open\nAll former champions come back to the golf course.",
    "Velmar: State house spends too much\nSpending on cars and travel rose faster than planned.",
)
DEATH = (
    "Poet Ilva Marren dies at 84\nThe poet Ilva Marren, who wrote of the coast, died at home.",
    "Ilva Marren, poet of the coast, is dead\nIlva Marren died on Wednesday; she was 84.",
    "Tributes to poet Ilva Marren\nPoets praised Ilva Marren, who died aged 84.",
    "Coast mourns its poet, Ilva Marren\nFlags were lowered for the poet Ilva Marren, dead at 84.",
)


def told(texts: tuple[str, ...], days: int = 0) -> list[Article]:
    pieces = (text.split("\n") for text in texts)
    return [
        article(text, title=title, outlet=f"Outlet {n}", at=MORNING - timedelta(days=n * days))
        for n, (title, text) in enumerate(pieces)
    ]


def test_what_articles_share_that_have_nothing_else_in_common_weighs_less() -> None:
    common = with_themes(told(LAND), background())
    assert common.idf("velmar") < 0.6 * background().idf("velmar")


def test_an_events_own_name_keeps_its_weight() -> None:
    common = with_themes(told(LAND + DEATH), background())
    assert common.idf("marren") == background().idf("marren")
    assert common.idf("velmar") < background().idf("velmar")


def test_the_greatest_event_of_a_small_window_is_no_theme() -> None:
    small = told(DEATH * 3 + LAND * 4)  # the death as twelve outlets tell it
    assert with_themes(small, background()).idf("marren") == background().idf("marren")


def test_what_all_the_articles_tell_of_is_a_theme_however_alike_they_are() -> None:
    assert with_themes(told(DEATH * 3), background()).idf("marren") < 3


def test_three_articles_make_no_theme() -> None:
    assert with_themes(told(LAND[:3]), background()) is background()


def test_articles_of_different_weeks_or_of_no_date_make_no_theme() -> None:
    assert with_themes(told(LAND, days=8), background()) is background()
    undated = [replace(a, dated=False) for a in told(LAND)]
    assert with_themes(undated, background()) is background()


def test_no_article_has_no_theme() -> None:
    assert with_themes([], background()) is background()
