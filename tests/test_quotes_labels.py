"""A shown speaker has a name that the reader can know, and words that are theirs alone."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from briefing.quotes.shown.labels import is_joint, label, placed
from tests.builders import article

SAFE = "“The old dam above the valley is safe and will stand for years,”"


def called(name: str, text: str, *shown: str, title: str = "") -> str:
    source = article(text, title=title)
    return label(quotes(source)[0], name, (source,), shown)


def test_a_full_name_stays() -> None:
    assert called("Ada Stone", f"{SAFE} said Ada Stone.") == "Ada Stone"


def test_a_surname_takes_the_full_name_that_the_title_or_a_caption_gives() -> None:
    assert called("Stone", f"{SAFE} said Stone.", title="Karen Stone speaks") == "Karen Stone"


def test_who_stands_behind_a_title_has_a_given_name() -> None:
    assert called("Stone", f"{SAFE} said Stone. Norland Sen. Orlo Stone left.") == "Orlo Stone"


def test_a_particle_belongs_to_the_name() -> None:
    text = f"{SAFE} said Klein.\n\nMayor Peter van Klein was there."
    assert called("Klein", text) == "Peter van Klein"
    assert called("Klein", f"{SAFE} said van Klein.", "The van Klein plan") == "van Klein"


def test_a_surname_that_nobody_introduces_is_not_shown() -> None:
    assert called("Stone", f"{SAFE} said Stone.") == ""
    assert called("Stone", f"{SAFE} said Stone.", "Stone wins in the harbour town") == "Stone"


def test_a_surname_of_two_stays_open() -> None:
    text = f"{SAFE} said Stone.\n\nKaren Stone and Peter Stone were there."
    assert called("Stone", text) == ""


def test_a_ministry_needs_its_country() -> None:
    text = f"{SAFE} Lindia’s Foreign Ministry said."
    assert called("Foreign Ministry", text) == "Lindia’s Foreign Ministry"
    text = f"{SAFE} the Foreign Ministry said."
    assert called("Foreign Ministry", text) == ""
    assert called("Foreign Ministry", text, "Foreign Ministry burns") == "Foreign Ministry"


def test_a_bureau_has_its_whole_name_where_the_article_prints_it() -> None:
    text = f"The Norland Bureau of Roads came.\n\n{SAFE} the Bureau of Roads said."
    assert called("Bureau of Roads", text) == "Norland Bureau of Roads"


def test_a_place_that_ends_with_its_district_keeps_it() -> None:
    (quote,) = quotes(article(f"{SAFE} the harbour office for Washington, D.C., said."))
    assert placed(quote) == "the harbour office for Washington, D.C."


def test_a_step_that_critics_call_short_is_no_speaker() -> None:
    step = "The town closed the bridge for a night — a step critics say falls short of the law."
    assert [placed(q) for q in quotes(article(step))][-1:] == [""]
    (quote,) = quotes(article(f"{SAFE} a couple of officials said."))
    assert placed(quote) == "a couple of officials"


def test_a_party_s_body_has_its_whole_name_and_the_words_of_two_bodies_are_not_one_s() -> None:
    (quote,) = quotes(article(f"{SAFE} the Republican Harbour Committee said."))
    assert quote.speaker is not None
    assert quote.speaker.name == "Republican Harbour Committee"
    both = f"{SAFE} the Lind Victory campaign and Republican Harbour Committee said."
    assert called("Republican Harbour Committee", both) == ""


def test_a_word_that_is_also_a_rank_belongs_to_a_body_s_name() -> None:
    text = f"{SAFE} Major League Rowing said."
    assert called("League Rowing", text) == "Major League Rowing"


@pytest.mark.parametrize(
    "text",
    [
        f"{SAFE} Ada Stone and Ben Lind said in a statement.",
        f"{SAFE} Ada Stone and her law partner, Ben Lind, said in a statement.",
        f"{SAFE} said Ada Stone and Ben Lind in a letter.",
        f"{SAFE} Mayor Ada Stone and Special Agent in Charge Ben Lind Jr. said.",
        f"{SAFE} Ada Stone said in a joint statement with the harbour office.",
        f"{SAFE} Ada Stone, R-Arden, and Harbour Committee Chair Ben Lind, D-Lind, wrote to her.",
    ],
)
def test_the_words_of_two_are_not_one_s(text: str) -> None:
    assert all(is_joint(q) for q in quotes(article(text)))


@pytest.mark.parametrize(
    "text",
    [f"{SAFE} Ada Stone said.", f"{SAFE} said Ada Stone, and Ben Lind agreed with her."],
)
def test_the_words_of_one_are(text: str) -> None:
    assert not any(is_joint(q) for q in quotes(article(text)))
