"""The counts that ship, and how a window's themes become common."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.background import Background, background

FLOOD = Background(documents=99, counts={"flood": 9, "the": 99})


def test_a_rarer_word_weighs_more() -> None:
    assert FLOOD.idf("velmar") > FLOOD.idf("flood") > FLOOD.idf("the")


def test_idf_is_smoothed_as_if_one_more_article_held_every_word() -> None:
    assert FLOOD.idf("flood") == math.log(100 / 10) + 1
    assert FLOOD.idf("the") == 1
    assert FLOOD.idf("velmar") == math.log(100) + 1


def test_the_shipped_counts_know_common_words_and_no_text() -> None:
    shipped = background()
    assert shipped.documents > 1_000
    assert all(0 < n <= shipped.documents for n in shipped.counts.values())
    assert shipped.idf("presid") < shipped.idf("earthquak") < shipped.idf("no-such-stem")
    assert not any(" " in stem for stem in shipped.counts)


def test_the_shipped_counts_are_read_once() -> None:
    assert background() is background()


def test_a_word_in_half_of_the_articles_becomes_common() -> None:
    themed = FLOOD.with_themes({"pox": 60}, documents=120)
    assert themed.idf("pox") < FLOOD.idf("pox")


def test_an_event_of_ten_articles_keeps_its_words_rare() -> None:
    assert FLOOD.with_themes({"quake": 10}, documents=20) is FLOOD


def test_a_theme_never_makes_a_common_word_rarer() -> None:
    assert FLOOD.with_themes({"the": 50}, documents=100).idf("the") == FLOOD.idf("the")


@settings(deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 500)), st.integers(1, 500))
def test_idf_is_never_below_one(own: dict[str, int], documents: int) -> None:
    held = {stem: min(n, documents) for stem, n in own.items()}
    themed = FLOOD.with_themes(held, documents)
    assert all(themed.idf(stem) >= 1 for stem in [*held, "the", "flood"])
