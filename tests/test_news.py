"""What a line may stand for: reports that say when, or that plainly tell what happened."""

from __future__ import annotations

import pytest

from briefing.text.news import is_news, is_news_in_brief
from tests.builders import article

PLAIN = (
    "The harbour office of Dunmere will close two of its three gates, said the harbour master, Ines "
    "Marr. The gates are too old to repair, officials reported, and nobody sells parts for them. "
    "Ships will have to wait outside, according to the office. Fishermen said they would sail from "
    "Velmar. The mayor told the council that a new gate would cost nine million crowns. "
)
MUSING = (
    "Gates are simply how a harbour breathes, and perhaps nobody ever hears them. Even so, the old "
    "iron rather sings, always a little flat, and sailors hardly hear it anymore. So the water goes "
    "on, indeed as it always has, under the gates of Dunmere, said a sailor. "
)


def piece(text: str, title: str) -> bool:
    return is_news_in_brief(article(text * 3, title=title))


def test_a_report_is_told_in_a_line_though_it_names_no_day() -> None:
    assert piece(PLAIN, "Dunmere harbour closes two gates")


def test_a_headline_of_several_sentences_is_a_features() -> None:
    feature = "Dunmere's gates are rusting. Nobody sells the parts."
    assert not piece(PLAIN, feature)
    assert piece("On Monday the gates closed. " + PLAIN, feature)
    assert piece(PLAIN, "Sen. Marr says U.S. harbour gates are rusting")


@pytest.mark.parametrize(("start", "told"), [("", False), ("On Monday the gates closed. ", True)])
def test_what_leans_to_argue_must_name_a_day(start: str, told: bool) -> None:
    text = start + MUSING
    assert is_news(article(text * 3, title="The gates of Dunmere"))
    assert piece(text, "The gates of Dunmere") is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("As winter nears, Dunmere and Velmar shut their gates", False),
        ("Six years into the great repair, Dunmere harbour still rusts", False),
        ("Dunmere's Gates Have Become a Museum of Rust", False),
        ("Report: Dunmere's gates have become a danger to ships", True),
        ("Two years after repair, Dunmere shuts its gates", True),
        ("Rust could drive ships from Dunmere harbour", False),
        ("Harbour master says rust could drive ships from Dunmere", True),
        ("Study finds that rust could close Dunmere harbour", True),
        ("Dunmere shuts its gates as winter nears", True),
    ],
)
def test_a_scene_and_a_guess_of_nobodys_are_no_news(title: str, told: bool) -> None:
    assert piece("On Monday the gates closed. " + PLAIN, title) is told
