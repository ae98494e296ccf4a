from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.foreign import FOREIGN
from briefing.text.words import STOP_WORDS, content_stems, stem, stems, telling_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dam opens.", ["the", "dam", "opens"]),
        ("1,200.5 men, no. 7", ["1,200.5", "men", "no", "7"]),
        ("don't; the mayor’s vice-president", ["don't", "the", "mayor's", "vice-president"]),
        ("Плотина открыта", ["плотина", "открыта"]),
        ("— “” …", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_inflected_forms_share_a_stem() -> None:
    assert len({stem(w) for w in ("opens", "opened", "opening")}) == 1
    assert stem("mayor's") == stem("mayor")


def test_content_stems_leave_out_function_words_and_single_letters() -> None:
    assert content_stems("The mayor of B said that 7 dams opened") == stems("mayor 7 dams opened")


def test_function_words_of_other_languages_are_no_content() -> None:
    assert telling_words("Der Hafen ist für Schiffe gesperrt") == ["hafen", "schiffe", "gesperrt"]
    assert telling_words("Le port a été fermé aux navires") == ["le", "port", "fermé", "navires"]
    assert content_stems("Порт закрыт для судов") == stems("порт закрыт судов")


def test_english_words_that_are_function_words_elsewhere_keep_their_content() -> None:
    for word in ("die", "war", "man", "mit", "son", "sent", "hay", "allen", "rat", "met"):
        assert telling_words(word) == [word]


def test_stop_words_are_words_as_words_gives_them() -> None:
    assert all(words(word) == [word] for word in STOP_WORDS | FOREIGN)


@given(st.text(max_size=300))
def test_content_is_among_the_stems(text: str) -> None:
    assert set(content_stems(text)) <= set(stems(text))
    assert len(stems(text)) == len(words(text))


def test_a_name_with_and_without_its_accents_has_one_stem() -> None:
    assert stems("Zoë Åkre, Łódź, Ødegård, Straße") == stems("Zoe Akre, Lodz, Odegard, Strasse")


def test_other_scripts_keep_their_letters() -> None:
    assert stems("Киев 서울 αθήνα") == ["киев", "서울", "αθηνα"]
