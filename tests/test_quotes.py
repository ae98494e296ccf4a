"""Who said what in one article: contents, cues, and whose words they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Quote
from briefing.quotes import quotes
from briefing.quotes.who.mentions import name_and_role
from tests.builders import article


def found(text: str) -> tuple[Quote, ...]:
    return quotes(article(text))


def said(text: str) -> list[tuple[str, str]]:
    """Speaker's words and contents, for each quote."""
    return [(q.speaker.text if q.speaker else "?", q.text) for q in found(text)]


# --- direct ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“The dam holds,” Ada Stone said.",
        "“The dam holds,” said Ada Stone.",
        "“The dam holds,” Ada Stone, an engineer, said.",
        "“The dam holds,” said Ada Stone, an engineer who built it.",
        "“The dam holds,” Ada Stone (Harbour) said.",
        "“The dam holds,” Ada Stone told the Gazette.",
        "“The dam holds,” Ada Stone later told reporters at the site.",
        "“The dam holds,” Ada Stone shrugged.",
    ],
)
def test_the_speaker_stands_behind_the_words(text: str) -> None:
    assert said(text) == [("Ada Stone", "“The dam holds,”")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone said: “The dam holds.”",
        "Ada Stone said, “The dam holds.”",
        "Ada Stone, an engineer, said: “The dam holds.”",
        "Ada Stone told the Gazette on Monday, “The dam holds.”",
        "Ada Stone wrote in an e-mail: “The dam holds.”",
        "Ada Stone: “The dam holds.”",
        "Said Ada Stone: “The dam holds.”",
        "Ada Stone went on to say: “The dam holds.”",
    ],
)
def test_the_speaker_stands_before_the_words(text: str) -> None:
    assert said(text) == [("Ada Stone", "“The dam holds.”")]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("the harbour mayor, Ada Stone", ("Ada Stone", "harbour mayor")),
        ("its finance director, Ada Stone", ("Ada Stone", "finance director")),
        ("Dunmere’s mayor, Ada Stone", ("Ada Stone", "Dunmere’s mayor")),
        ("the United manager, Ada Stone", ("Ada Stone", "United manager")),
    ],
)
def test_who_has_the_role_behind_the_cue_is_the_speaker(who: str, told: tuple[str, str]) -> None:
    assert said(f"“The dam holds,” said {who}.") == [(who, "“The dam holds,”")]
    assert name_and_role(who) == told


def test_a_name_behind_a_role_that_goes_on_is_another_s() -> None:
    text = "“The dam holds,” said the mayor, Ada Stone and Ben Lind having left."
    assert said(text) == [("the mayor", "“The dam holds,”")]


@pytest.mark.parametrize("name", ["Lena Day", "Carl Most", "Ada Last", "Joan Few"])
def test_a_surname_that_is_a_word_for_a_time_or_number_is_kept(name: str) -> None:
    told = f"“We have counted every vote twice,” said jury chair {name} on Monday."
    assert [who for who, _ in said(told)] == [f"jury chair {name}"]


def test_words_that_the_cue_interrupts_are_one_quote() -> None:
    assert said("“The dam,” said Ada Stone, “holds for now.”") == [
        ("Ada Stone", "“The dam,” “holds for now.”")
    ]


def test_a_sentence_that_goes_on_in_marks_belongs_to_the_quote() -> None:
    assert said("“The dam holds,” she said. “We are proud of it.”") == [
        ("she", "“The dam holds,” “We are proud of it.”")
    ]


def test_several_sentences_may_be_closed_by_one_cue() -> None:
    assert said("“The dam holds. It is old. It is safe,” he said.") == [
        ("he", "“The dam holds. It is old. It is safe,”")
    ]


def test_a_question_may_come_before_its_cue() -> None:
    assert said("“Does the dam hold?” Ada Stone asked.") == [("Ada Stone", "“Does the dam hold?”")]


def test_a_quote_runs_on_over_paragraphs_that_repeat_the_mark() -> None:
    text = "Ada Stone said: “The dam holds.\n\n“It is old, and it was built well.”"
    assert said(text) == [("Ada Stone", "“The dam holds. “It is old, and it was built well.”")]


def test_a_paragraph_without_a_cue_goes_on_with_the_speaker_before() -> None:
    text = (
        "Ada Stone said that the dam was old.\n\n“We have looked at every stone of it since May.”"
    )
    assert said(text)[-1] == ("Ada Stone", "“We have looked at every stone of it since May.”")


def test_a_lead_in_with_a_colon_announces_the_next_paragraph() -> None:
    text = "As the Harbour Gazette reported:\n\n“The dam was built of nothing but sand and hope.”"
    assert said(text) == [
        ("the Harbour Gazette", "“The dam was built of nothing but sand and hope.”")
    ]


def test_a_name_behind_a_dash_signs_a_quote() -> None:
    assert said("“I was never so cold in my life.” — Ada Stone") == [
        ("Ada Stone", "“I was never so cold in my life.”")
    ]


def test_brackets_and_ellipses_stay_as_printed() -> None:
    text = "“It [the dam] holds ... for now,” said Ada Stone."
    assert said(text) == [("Ada Stone", "“It [the dam] holds ... for now,”")]


def test_a_verb_inside_the_quote_is_no_cue() -> None:
    assert said("“I would say the dam holds, he said so,” Ada Stone told us.") == [
        ("Ada Stone", "“I would say the dam holds, he said so,”")
    ]


def test_british_single_marks_and_straight_ones_are_quotes_too() -> None:
    assert said("'The dam doesn't leak,' said Ada Stone.") == [
        ("Ada Stone", "'The dam doesn't leak,'")
    ]


# --- mixed and indirect ---------------------------------------------------------------


def test_a_fragment_in_marks_belongs_to_the_clause_that_reports_it() -> None:
    (quote,) = found("Ada Stone said that the dam was “as sound as a bell” on Monday.")
    assert quote.kind == "mixed"
    assert quote.text == "that the dam was “as sound as a bell” on Monday"


@pytest.mark.parametrize(
    ("text", "speaker", "contents"),
    [
        ("Ada Stone said that the dam was old.", "Ada Stone", "that the dam was old"),
        ("Ada Stone said the dam was old.", "Ada Stone", "the dam was old"),
        ("Ada Stone told the Gazette that it was old.", "Ada Stone", "that it was old"),
        ("The dam was old, Ada Stone said.", "Ada Stone", "The dam was old"),
        ("The dam was old, said Ada Stone, an engineer.", "Ada Stone", "The dam was old"),
        ("The dam was old, according to Ada Stone.", "Ada Stone", "The dam was old"),
        ("According to Ada Stone, the dam was old.", "Ada Stone", "the dam was old"),
        ("According to Ada Stone, an engineer, the dam was old.", "Ada Stone", "the dam was old"),
        ("The dam, Ada Stone said, was old.", "Ada Stone", "The dam was old"),
        ("The ministry said that the dam was old.", "The ministry", "that the dam was old"),
        ("Residents say that the dam is old.", "Residents", "that the dam is old"),
        ("Ada Stone asked whether the dam was old.", "Ada Stone", "whether the dam was old"),
        ("Stone’s claim that the dam was old upset many.", "Stone’s", None),
    ],
)
def test_indirect_speech_is_found(text: str, speaker: str, contents: str | None) -> None:
    (quote,) = found(text)
    assert quote.kind == "indirect"
    assert quote.speaker is not None
    assert quote.speaker.text == speaker
    assert contents in {None, quote.text}


def test_an_anonymous_official_is_named_with_the_words_of_the_article() -> None:
    text = "“The dam leaks,” said one official, who asked not to be named."
    (quote,) = found(text)
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker.name) == ("one official", None)


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green” dam was built in May.",
        "Her novel “The Long Road Home” sold well.",
        "Carl “Tiny” Bruckner sang all night.",
        "Ada Stone was told to leave.",
        "Ada Stone did not say whether the dam was old.",
        "It was cold in the valley, as she said later.",
        "The state of the dam is known.",
    ],
)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert found(text) == ()


# --- always ---------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "“ ” \" ' said Ada Stone , . : ( ) — who the dam he told that according to \n".split(
                " "
            )
        ),
        max_size=60,
    )
)
def test_every_span_is_a_slice_of_its_article(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for quote in found(text):
        spans = [*quote.contents, *filter(None, (quote.cue,))]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert quote.speaker is None or quote.speaker.span.of(text) == quote.speaker.text


@pytest.mark.parametrize(
    "junk",
    ["“", '" ', "'a ", "said ", "he said, ", "A", "A ", "Mr. ", "(", ", ", "— ", "Said Ab ", "as "],
)
def test_a_hundred_kilobytes_of_junk_are_read(junk: str) -> None:
    assert isinstance(found(junk * (100_000 // len(junk))), tuple)


def test_an_empty_article_has_no_quotes() -> None:
    assert found("") == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam will hold for years” with care, said Ada Stone.", "Ada Stone"),
        ("“The dam is old,” said Ada Stone of Millbrook, Ohio, on Monday.", "Ada Stone"),
        (
            "“The dam is old,” judge Ada Stone, the head of the town of Millbrook, Ohio, told us.",
            "Ada Stone",
        ),
        (
            "The wall is no wall, Ada Stone said, adding that it was “built on the sand.”",
            "Ada Stone",
        ),
        ("Pilots of the harbour, said Ada Stone, are required to show papers.", "Ada Stone"),
        (
            "Ada Stone praised the pilots and in a statement thanked them for “a long night’s work.”",
            "Ada Stone",
        ),
        (
            "When Ada Stone spoke of the dam, she “forgot all of us in the valley,” said Ben Lind.",
            "Ben Lind",
        ),
    ],
)
def test_the_speaker_is_the_one_whose_words_they_are(text: str, speaker: str) -> None:
    assert {q.speaker.name for q in quotes(article(text)) if q.speaker} == {speaker}


def test_he_is_the_minister_named_last_even_without_a_given_name() -> None:
    text = (
        "Ben Lind spoke first.\n\nThe wall is old, according to President Marsh.\n\n"
        "“It will be rebuilt before the year is over,” he wrote."
    )
    assert [q.speaker.name for q in quotes(article(text)) if q.speaker][-1] == "Marsh"


def test_words_of_a_link_glued_to_a_name_are_no_part_of_it() -> None:
    text = "“The dam is old,” Ada Stone Ada StoneMayor asks for more MORE said on Monday."
    assert {q.speaker.name for q in quotes(article(text)) if q.speaker} <= {"Ada Stone", None}


def test_he_is_the_titled_subject_of_the_sentence_before() -> None:
    text = (
        "Ben Lind said it was cold.\n\nBy Monday Commissioner Quillo Marsh went further. "
        "He wrote: “The dam is old and nobody wants to rebuild it.”"
    )
    assert [q.speaker.name for q in quotes(article(text)) if q.speaker][-1] == "Quillo Marsh"
