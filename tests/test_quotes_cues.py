"""Which words say that somebody speaks, who that is, and where the quoted words end."""

from __future__ import annotations

import pytest

from briefing.quotes import quotes
from tests.builders import article


def said(text: str) -> list[tuple[str, str]]:
    """Each quote as (who, what)."""
    found = quotes(article(text))
    return [(q.speaker.text if q.speaker else "", q.text) for q in found]


WHO_SPEAKS = [
    ("“It was a cold night,” the 43-year-old said.", "the 43-year-old"),
    ("“The gate stays shut,” a sign at the harbour reads.", "a sign at the harbour"),
    ("“We could not have known,” the two write.", "the two"),
    ("“Oh, My Word!” she said of the flood.", "she"),
    ("She put up a notice that said, “The hall is closed until May.”", "that"),
    ("A letter signed by Ada Stone warned that “the dam will not hold.”", "A letter signed by Ada Stone"),
    ("An aide who spoke on the quay said, “The ferry will sail.”", "An aide"),
    ("The mayor, Ada Stone, tweeted Sunday: “The ferry will sail.”", "Ada Stone"),
    ("Ada Stone, who has in the past described Hill as “a danger to us all.”", "who"),
    ("Noting that the dam “may well give way,” Ada Stone left the hall.", "Ada Stone"),
    ("Residents broke into chants of “Open the gate!” at noon.", "Residents"),
    ("From Ada Stone's letter: “The dam will not hold another winter.”", "Ada Stone's letter"),
    ("Ada Stone issued a statement, “The dam will not hold another winter.”", "Ada Stone"),
    ("Ben Hill went to the quay to say, “The ferry will sail.”", "Ben Hill"),
    ("Ada Stone made the point that the dam was old and weak.", "Ada Stone"),
    ("Ben Hill tried to calm the hall by saying, “The dam will hold.”", "Ben Hill"),
    ("He’s predicting that the dam will break in spring.", "He"),
    ("Ferry news - Ada Stone: “The boats are back.”", "Ada Stone"),
    ("07:45 Ada Stone said: “The boats are back at last.”", "Ada Stone"),
    ("07:45 Harbour chief Ada Stone: “The boats are back.”", "Harbour chief Ada Stone"),
    ("Arden Power, in which the town holds a fifth, said it would close.", "Arden Power"),
    ("Ada Stone (Lib., Millbrook): “The boats are back at last.”", "Ada Stone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), WHO_SPEAKS)
def test_the_words_that_name_the_speaker_are_found(text: str, who: str) -> None:
    assert [speaker for speaker, _ in said(text)] == [who]


NOT_SAID = [
    "The boats move on to Western states that have no harbour.",
    "The figures include pledged delegates from the coast.",
    "She spoke of his proposed ban on boats at the quay.",
    "Ben Hill claimed victory in the race for the hall.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_words_that_only_look_like_speech_are_none(text: str) -> None:
    assert said(text) == []


def test_what_goes_on_without_an_end_is_no_sentence_with_a_speaker() -> None:
    assert said(f"{'Hill said the dam held ' * 20}.")
    assert not said(f"{'Hill said the dam held ' * 200}.")


def test_a_question_put_before_is_no_part_of_the_answer() -> None:
    assert said("Asked whether the dam was safe, Ada Stone said, “It is not.”") == [
        ("Ada Stone", "“It is not.”")
    ]


@pytest.mark.parametrize("told", ["said", "told a news conference"])
def test_who_closes_the_sentence_tells_what_a_report_found(told: str) -> None:
    text = f"A survey found that the dam was old and unsafe, Mayor Ada Stone {told}."
    assert said(text) == [("Mayor Ada Stone", "A survey found that the dam was old and unsafe")]


def test_behind_a_clause_of_time_nobody_else_closes_the_sentence() -> None:
    text = "Hill said that when he came, Stone told the guard."
    assert [who for who, _ in said(text)] == ["Hill"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone rejected this.",
        "“We hold the dam and the line,” — Show Hide Arden Power",
        "The office gave a late warning weeks before spring came.",
    ],
)
def test_what_points_elsewhere_or_is_a_noun_is_not_said(text: str) -> None:
    assert said(text) == []


def test_the_answer_is_not_his_who_asked() -> None:
    text = "After Hill asked who he thought would win, Stone replied, “I will win it.”"
    assert ("Stone", "“I will win it.”") in said(text)


def test_a_quote_behind_a_name_in_the_same_sentence_is_the_next_speakers() -> None:
    text = "“He is grumpy,” Hill said, but this time, “I think he will do it,” said Ada Stone."
    assert said(text)[-1] == ("Ada Stone", "“I think he will do it,”")


def test_words_that_somebody_thinks_before_another_says_them_are_the_others() -> None:
    text = "Those who think “the dam will hold another year are wrong,” Ada Stone said."
    assert [speaker for speaker, _ in said(text)] == ["Ada Stone"]


def test_a_quote_within_straight_marks_does_not_end_the_outer_one() -> None:
    text = 'Ada Stone said:\n\n"The “great dam” was old. It had to go."'
    assert said(text) == [("Ada Stone", '"The “great dam” was old. It had to go."')]


def test_a_quote_within_curly_marks_does_not_end_the_outer_one() -> None:
    text = "“Hill called it “a great dam” and was wrong,” Ada Stone said."
    assert said(text) == [("Ada Stone", "“Hill called it “a great dam” and was wrong,”")]


def test_a_hyphen_between_spaces_parts_like_a_dash() -> None:
    text = "Hill hinted that the plan was not ready - “Again, it needs details,” Ada Stone said."
    assert ("Ada Stone", "“Again, it needs details,”") in said(text)


@pytest.mark.parametrize("junk", ["“ ", "“a ”", '"', "'s ", " - ", "chants of “", "that said, “"])
def test_a_text_of_nothing_but_signs_is_read_in_time(junk: str) -> None:
    assert isinstance(said(junk * (30_000 // len(junk))), list)


def test_an_open_quote_goes_on_in_a_paragraph_that_only_closes_it() -> None:
    text = 'Ada Stone said, "The dam was old.\nIf it breaks we are lost. It must go." She left.'
    assert said(text) == [
        ("Ada Stone", '"The dam was old. If it breaks we are lost. It must go."'),
    ]


def test_words_as_somebody_told_an_outlet_are_theirs() -> None:
    text = "As Ada Stone told the Gazette, the dam has been leaking for a year."
    assert said(text) == [("Ada Stone", "the dam has been leaking for a year")]


def test_two_single_marks_close_like_a_double_one() -> None:
    text = "“It has fallen on deaf ears,’’ Ada Stone said in a statement. Nobody came."
    assert said(text) == [("Ada Stone", "“It has fallen on deaf ears,’’")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We read this.\n\n“It is wrong to say that I would close the dam.”\n\n- Ada Stone.",
            ("Ada Stone", "“It is wrong to say that I would close the dam.”"),
        ),
        (
            "Ben Hill said “no.”\n\n“It is wrong to say that I would close it.”\n\n— Ada Stone",
            ("Ada Stone", "“It is wrong to say that I would close it.”"),
        ),
        (
            "It was, in Ada Stone’s words, “a very great shame.”",
            ("Ada Stone’s", "“a very great shame.”"),
        ),
        ("Hill fired back that the dam was old.", ("Hill", "that the dam was old")),
        ("From the report: “The dam was old.”", ("the report", "“The dam was old.”")),
    ],
)
def test_signatures_and_other_words_that_tell_whose_a_quote_is(
    text: str, expected: tuple[str, str]
) -> None:
    assert said(text)[-1] == expected
