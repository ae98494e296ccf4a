"""What an outlet prints under every article is not news."""

from __future__ import annotations

from briefing.press.boilerplate import is_boilerplate, repeated
from briefing.text.sentences import sentences
from tests.builders import article

LINE = "The Courier is read in 40,000 households."
THREE = [
    article(f"{news}\n\n{LINE}", outlet="Courier")
    for news in ("The dam opened.", "The mayor resigned.", "The fair closed.")
]


def told(texts: list[str], outlet: str = "Courier") -> list[str]:
    """The sentences of the first text that are no boilerplate beside the others."""
    articles = [article(text, outlet=outlet, id=str(n)) for n, text in enumerate(texts)]
    lines = repeated(articles)
    return [s.text for s in sentences(articles[0]) if not is_boilerplate(s, lines)]


def test_a_line_under_three_articles_of_one_outlet_is_left_out():
    assert told([a.text for a in THREE]) == ["The dam opened."]


def test_two_articles_may_share_a_line():
    assert told([a.text for a in THREE[:2]]) == ["The dam opened.", LINE]


def test_what_another_outlet_repeats_says_nothing_about_this_one():
    mine = article(f"The dam opened.\n\n{LINE}", outlet="Gazette")
    lines = repeated([*THREE, mine])
    assert [s.text for s in sentences(mine) if not is_boilerplate(s, lines)] == [
        "The dam opened.",
        LINE,
    ]


def test_a_sentence_inside_a_longer_line_stays():
    assert told([f"The dam opened. {LINE}", THREE[0].text, THREE[1].text, THREE[2].text]) == [
        "The dam opened.",
        LINE,
    ]
