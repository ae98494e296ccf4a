from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.linklists import without_link_lists


def test_a_name_loses_the_links_that_the_page_hides_behind_it() -> None:
    text = (
        "President Ada Quill Ada Jane QuillDam vote put off Quill visits Arden MORE said on Monday."
    )
    assert without_link_lists(text) == "President Ada Quill said on Monday."


def test_two_names_of_one_sentence_lose_their_links() -> None:
    text = (
        "Mayor Piet Oberlin Pieter (Piet) OberlinRiver rises again MORE and Sen. Ines de Marr "
        "Ines de MarrWhy the dam waits MORE (Dunmere) met."
    )
    assert without_link_lists(text) == "Mayor Piet Oberlin and Sen. Ines de Marr (Dunmere) met."


def test_a_name_printed_without_a_space_before_the_full_one_is_kept() -> None:
    text = "Secretary Tom HaleTom HalePort plan falls MORE."
    assert without_link_lists(text) == "Secretary Tom Hale."


def test_ordinary_sentences_stay_as_they_are() -> None:
    for text in (
        "The union asked for MORE and got less.",
        "Ada Quill, Piet Quill and Tom McQuill want MORE of it.",
        "Quill met Quill.\n\nREAD MORE",
        "",
    ):
        assert without_link_lists(text) == text


def test_a_list_never_reaches_over_a_line() -> None:
    text = "Ada Quill Ada QuillDam vote\nThe council met. MORE"
    assert without_link_lists(text) == text


@given(st.text(alphabet="Aa B\nMORE", max_size=200))
def test_nothing_is_added_and_without_an_end_nothing_is_taken(text: str) -> None:
    left = without_link_lists(text)
    assert len(left) <= len(text)
    assert " MORE" in text or "\nMORE" in text or left == text
