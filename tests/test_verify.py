"""Whatever is shown stands where it says it stands, or is named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.edition import Place
from briefing.verify import failures, title_reason
from tests.builders import article

DAM = article("The dam opened. Ministers cheered.", id="a1")


def place(start: int, end: int, text: str, of: str = "a1") -> Place:
    return Place(article=of, start=start, end=end, text=text, source=1)


def reasons(*places: Place) -> list[str]:
    return [f.reason for f in failures(places, {"a1": DAM}.get)]


def test_a_slice_at_its_place_is_right():
    assert reasons(place(0, 15, "The dam opened.")) == []


def test_one_changed_letter_is_found():
    assert reasons(place(0, 15, "The dam 0pened.")) == ["the article has other words at that place"]


def test_the_right_words_at_the_wrong_place_are_found():
    assert reasons(place(1, 16, "The dam opened.")) == ["the article has other words at that place"]


def test_an_article_that_is_not_there_is_named():
    assert reasons(place(0, 3, "The", of="a2")) == ["the article is not in the archive"]


def test_places_outside_the_text_are_named():
    assert reasons(place(30, 99, "x"), place(-3, 3, "x"), place(5, 5, "")) == [
        "the article has no characters 30 to 99",
        "the article has no characters -3 to 3",
        "the article has no characters 5 to 5",
    ]


@given(st.integers(0, 33), st.integers(1, 34))
def test_every_slice_of_the_text_is_right(start: int, end: int):
    if start < end:
        assert reasons(place(start, end, DAM.text[start:end])) == []


def test_a_headline_is_a_part_of_its_articles_title():
    dam = article("Text.", title="Dam opens | The Gazette")
    assert title_reason("Dam opens", dam) == ""
    assert title_reason("Dam bursts", dam) == "the article has another title"
    assert title_reason("Dam opens", None) == "the article is not in the archive"
