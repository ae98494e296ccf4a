"""Words cut and numbered, many texts at a time."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.text.vocabulary import Vocabulary, joined


def stems(*texts: str) -> list[list[str]]:
    """The stems of each text."""
    vocabulary = Vocabulary()
    found = vocabulary.sequences(texts)
    names = list(vocabulary.numbers)
    rows: list[list[str]] = [[] for _ in texts]
    for number, row in zip(found.numbers.tolist(), found.rows.tolist(), strict=True):
        rows[row].append(names[number])
    return rows


def test_function_words_and_single_letters_carry_nothing() -> None:
    assert stems("The mayor of Velmar said that a B was not it") == [["mayor", "velmar"]]


def test_marks_part_words_and_apostrophes_do_not() -> None:
    text = "Mayor’s dam—“harbour” (dam-wall)"
    assert stems(text) == [["mayor", "dam", "harbour", "dam", "wall"]]


def test_letters_beyond_ascii_stay_in_their_word_small_and_without_accents() -> None:
    assert stems("Škoda ÖRESUND öresund Oresund") == [["skoda", "oresund", "oresund", "oresund"]]


def test_figures_are_words() -> None:
    assert stems("magnitude 6.1 in 2026") == [["magnitud", "6", "1", "2026"]]


def test_no_word_runs_over_the_end_of_a_text() -> None:
    assert stems("harbour", "", "master", " ") == [["harbour"], [], ["master"], []]


def test_words_that_only_end_differently_are_two() -> None:
    words = ["Velmarburg", "Velmarburgoland", "Velmarburgolandhafen", "x" * 70, "x" * 71]
    assert len(Vocabulary().sequences(words).numbers) == len(words)
    assert len({stem for (stem,) in stems(*words)}) == len(words)


def test_what_is_no_letter_of_any_alphabet_does_no_harm() -> None:
    assert stems("dam\x00dam \udcff’") == [["dam", "dam"]]


def test_rows_are_joined_each_with_its_own() -> None:
    vocabulary = Vocabulary()
    heads, rests = (vocabulary.sequences(t) for t in (["dam", "mayor"], ["wall", "harbour"]))
    both = joined(heads, rests)
    assert both.rows.tolist() == [0, 0, 1, 1]
    assert [list(vocabulary.numbers)[n] for n in both.numbers] == [
        "dam",
        "wall",
        "mayor",
        "harbour",
    ]


@given(st.lists(st.text(max_size=80), max_size=6), st.text(max_size=80))
@example(["", "ΑΣ", "İ’ſ"], "’" * 9)
def test_a_text_has_the_same_stems_whatever_stands_before_and_after(
    texts: list[str], text: str
) -> None:
    assert stems(*texts, text, *texts)[len(texts)] == stems(text)[0]
