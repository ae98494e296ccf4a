"""The index of places: a missing one is better than one that is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.edition import StoryData
from briefing.edition.gazetteer import LANGUAGES, gazetteer
from briefing.edition.locations import locations
from tests.editions import edition, place, quote, source, statement, story


def told(*texts: str, language: str = "en", **parts: Any) -> StoryData:
    """A story of one statement for each text."""
    statements = [statement(place(text, text, 1), language=language) for text in texts]
    rows = [source(1, texts[0], "Gazette", "Title", "06:00")]
    return story(1, "Headline", "World", statements=statements, sources=rows, **parts)


def found(*texts: str, language: str = "en", own: tuple[str, ...] = ()) -> list[str]:
    return [row["name"] for row in locations([told(*texts, language=language)], language, own)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ferry left Norway for the Faroe Islands.", ["Faroe Islands", "Norway"]),
        ("Kenya's parliament met in Nairobi on Monday.", ["Kenya", "Nairobi"]),
        ("Officials in South Sudan and Sudan agreed.", ["South Sudan", "Sudan"]),
        ("Illinois Gov. Mira Sol signed the bill.", ["Illinois"]),
        ("A Paris-based firm in Lyon, France, won.", ["France", "Lyon"]),
        ("He was the mayor of Houston.", ["Houston"]),
        ("She moved to Washington, D.C., in May.", ["Washington"]),
        ("Protests spread in the U.S. and in Britain.", ["United Kingdom", "United States"]),
        ("They met in northern Georgia.", ["Georgia"]),
        ("The Norway-Sweden talks went on.", ["Norway", "Sweden"]),
        ("They spoke of the Kenya–Somalia border.", ["Kenya", "Somalia"]),
        ("A court in Jackson, Mississippi, ruled.", ["Jackson", "Mississippi"]),
    ],
)
def test_a_place_that_stands_by_itself_is_listed(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Kerry Washington opened the fair.",
        "Washington said the fair was late.",
        "Jordan scored twice, and Georgia cheered.",
        "The Bank of England and the University of Texas agreed.",
        "China Daily and Air France told of it.",
        "A Boston Consulting Group study was cited.",
        "The US-China talks went on.",
        "The Norway-Marr pact and the Norway-Sweden-Arden line were signed.",
        "The Jordan-Norway talks went on.",
        "Mr. London and Dr. Berlin disagreed.",
        "The letter named J. Houston.",
        "They had turkey, and the chili was hot.",
        "Chinamen, Perugia and Omanis are other words.",
        "See news.China and @Kenya for more.",
    ],
)
def test_what_only_looks_like_a_place_is_not(text: str) -> None:
    assert found(text) == []


def test_a_name_that_somebody_in_the_story_bears_is_nobodys_home() -> None:
    assert found("Milan Kovar spoke.", "Ana Milan lives in Milan.") == []
    said = quote("direct", place("I sing in Lyon.", "I sing in Lyon.", 1))
    voice = {"speaker": "mira-lyon", "label": "Mira Lyon", "role": "", "quotes": [said]}
    assert locations([told("It rained.", voices=[voice])], "en") == []


def test_each_story_is_mentioned_once_with_its_first_piece() -> None:
    one = told("It rained.", "It rained in Oslo.", "Oslo was wet.")
    two = {**told("Oslo was dry."), "id": "second"}
    rows = locations([one, two], "en")
    assert rows == [
        {
            "name": "Oslo",
            "mentions": [
                {"story": one["id"], "piece": one["statements"][1]["id"]},
                {"story": "second", "piece": two["statements"][0]["id"]},
            ],
        }
    ]


def test_quotes_and_differences_count_as_well() -> None:
    assert (
        locations(edition()["stories"], "en", own=("Varnholt", "Felling"))[0]["name"] == "Varnholt"
    )
    said = quote("direct", place("Come to Oslo.", "Come to Oslo.", 1))
    voice = {"speaker": None, "label": "", "role": "", "quotes": [said]}
    rows = locations([told("It rained.", voices=[voice])], "en")
    assert rows[0]["mentions"][0]["piece"] == said["id"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Der Zug fuhr aus Österreich nach München.", ["München", "Österreich"]),
        ("de", "In Frankreich Verhandlungen zu führen, ist schwer.", ["Frankreich"]),
        ("fr", "Le train va d’Allemagne à Genève.", ["Allemagne", "Genève"]),
        ("es", "El tren salió de Alemania hacia Ginebra.", ["Alemania", "Ginebra"]),
        ("ru", "Поезд идет в Москва и Осло.", ["Москва"]),
        ("ar", "القطار في ألمانيا اليوم.", ["ألمانيا"]),
        ("fr", "Il est tard, mais Maurice vient.", []),
        ("ru", "Того он не знал.", []),
        ("xx", "The train left Germany.", ["Germany"]),
    ],
)
def test_other_languages_have_their_own_names(language: str, text: str, names: list[str]) -> None:
    assert found(text, language=language) == names


def test_the_index_speaks_the_editions_language() -> None:
    rows = locations([told("It rained in Germany and Oslo.")], "de")
    assert [row["name"] for row in rows] == ["Deutschland", "Oslo"]


def test_names_of_ones_own_are_found_in_every_language() -> None:
    assert found("In Dunmere it rained.", own=("Dunmere", " ", "Dunmere")) == ["Dunmere"]
    assert found("Es regnet in Dunmere.", language="de", own=("Dunmere",)) == ["Dunmere"]
    assert found("The Dunmere Post told of it.", own=("Dunmere",)) == []


def test_names_with_diacritics_stand_among_those_without() -> None:
    assert found("From Zambia by Åland to Angola.", own=("Åland",)) == ["Åland", "Angola", "Zambia"]


def test_every_listed_name_is_found_where_it_stands_alone() -> None:
    known = gazetteer()
    for language in LANGUAGES:
        for names in known.names[language].values():
            for name in names:
                seen = list(known.seen(f"({name.text})", language))
                assert [one.name.text for one in seen] == [name.text]


def test_no_name_is_two_places() -> None:
    known = gazetteer()
    for language in LANGUAGES:
        texts = [name.text for names in known.names[language].values() for name in names]
        assert sorted(texts) == sorted(set(texts))


@given(st.text(alphabet="In Oslo,.‘’“(-–", max_size=60))
def test_junk_around_a_name_is_harmless(text: str) -> None:
    assert json.dumps(found(text or "x")) in ("[]", '["Oslo"]')


def test_long_junk_is_read_in_one_go() -> None:
    for junk in (
        "in " * 33_000,
        "Oslo " * 20_000,
        "of the " * 14_000,
        "“(" * 50_000,
        "A" * 100_000,
    ):
        assert isinstance(found(junk), list)
