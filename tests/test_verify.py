"""Whatever is shown stands where it says it stands, or is named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.edition import Edition, Place
from briefing.edition.differences import differences
from briefing.verify import failures, source_failures, title_reason
from tests.builders import article
from tests.editions import edition, source
from tests.editions import story as told

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
    assert title_reason("Dam opens", dam, heads=True) == ""
    assert title_reason("Dam opens", dam) == "the article has another title"  # of a source
    assert title_reason("Dam bursts", dam) == "the article has another title"
    assert title_reason("Dam opens", None) == "the article is not in the archive"


def cited(**parts: object) -> Edition:
    row = source(1, "", "Gazette", "Dam opens", "06:00")
    return edition(
        stories=[told(1, "Dam", "", sources=[{**row, "article": "a1", **parts}])], also=[]
    )


def sources(made: Edition, *, files: bool = False) -> list[tuple[str, str]]:
    found = source_failures(made, {"a1": DAM}.get, files=files)
    return [(f.where, f.reason) for f in found]


def test_a_source_has_the_outlet_and_the_time_of_its_article():
    assert sources(cited()) == []
    assert sources(cited(outlet="Post")) == [("outlet", "the article is of 'Gazette'")]
    assert sources(cited(published="2026-01-15T07:00:00Z")) == [
        ("time", "the article is of 2026-01-15T06:00:00Z")
    ]
    assert sources(cited(dated=False)) == [("time", "the article is dated")]


def test_files_do_not_say_what_the_command_said_whose_they_are():
    assert sources(cited(outlet="Post"), files=True) == []


def test_a_day_that_no_calendar_has_is_told():
    assert sources(cited() | {"day": "2026-11-31"}) == [("day", "there is no such day")]


def test_data_differ_where_something_is_changed_left_out_or_put_elsewhere():
    made = edition()
    _, bank, freight = edition()["stories"]
    changed = edition(title="The Other", stories=[freight, bank])
    changed["stories"][1]["origins"] = 9
    first = made["stories"][0]["headline"]
    assert [(d.where, d.here, d.there) for d in differences(changed, made)] == [
        ("title", "The Other", "The Briefing"),
        ("stories 2, origins", "9", "2"),
        ("stories", None, first),
        ("stories, order", "2026-01-15-3, 2026-01-15-2", "2026-01-15-2, 2026-01-15-3"),
    ]
    assert list(differences(edition(), edition())) == []


def test_a_row_without_a_name_differs_by_its_place():
    assert [(d.where, d.here, d.there) for d in differences({"a": [1, 2]}, {"a": [1, 3, 4]})] == [
        ("a 2", "2", "3"),
        ("a 3", None, "4"),
    ]
    assert [d.where for d in differences({"a": 1}, {"b": True})] == ["a", "b"]
