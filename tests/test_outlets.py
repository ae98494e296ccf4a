"""What an outlet prints in more than one article ties none of them. All news is invented."""

from __future__ import annotations

from briefing.cluster import stories
from briefing.cluster.outlets import furniture_of
from briefing.model import Article
from briefing.text.background import background
from briefing.text.vocabulary import Vocabulary
from tests.builders import article

LINKS = (
    "Dorvan Premier Olek Dorvan Senate blocks Dorvan harbour tax Overnight Dorvan misses parade "
    "Poll Dorvan trails among farmers MORE"
)
NEWS = [
    "signed a treaty on fishing with the islands of Sarkos.",
    "fell from a horse during a visit to the Vellin stables.",
    "praised the pianist Ida Brandt after her concert in Osten.",
]


def reports(outlet: str = "Gazette") -> list[Article]:
    return [
        article(f"{LINKS} {news}", title=news[:20], outlet=outlet, id=f"a{i}")
        for i, news in enumerate(NEWS)
    ]


def left(articles: list[Article]) -> set[str]:
    """The stems of the first article that count."""
    vocabulary = Vocabulary()
    furniture = furniture_of(articles, vocabulary, 1_000)
    stems = vocabulary.sequences([articles[0].text])
    kept = furniture.without(articles[:1], stems).numbers.tolist()
    return {stem for stem, number in vocabulary.numbers.items() if number in kept}


def test_links_within_every_first_sentence_are_left_out() -> None:
    assert left(reports()) == {"sign", "treati", "fish", "island", "sarko"}


def test_what_two_articles_share_is_left_out() -> None:
    assert "dorvan" not in left(reports()[:2])


def test_what_one_article_alone_has_stays() -> None:
    assert "dorvan" in left(reports()[:1])


def test_four_words_in_a_row_are_no_furniture() -> None:
    told = ["Olek Dorvan signed treaties on Monday.", "Olek Dorvan signed treaties again."]
    texts = [article(text, title="", outlet="Gazette", id=f"b{i}") for i, text in enumerate(told)]
    assert "treati" in left(texts)


def test_of_an_unknown_outlet_everything_stays() -> None:
    assert "dorvan" in left(reports(outlet=""))


def test_three_reports_with_the_same_links_are_three_stories() -> None:
    assert len(stories(reports(), (), background())) == len(NEWS)


def test_a_short_text_has_no_furniture() -> None:
    texts = [article("Rain.", id=f"a{i}") for i in range(3)]
    assert left(texts) == {"rain"}
