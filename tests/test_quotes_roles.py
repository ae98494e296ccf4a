"""What a person is, as an article prints it beside the name."""

from __future__ import annotations

import pytest

from briefing.quotes.who.offices import best, in_words
from briefing.quotes.who.roles import clean, role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harbour Mayor Ada Stone said no.", "Harbour Mayor"),
        ("It was Lt. Gen. Ada Stone who said no.", "Lt. Gen."),
        ("said Ada Stone, CEO of the Harbour Company.", "CEO of the Harbour Company"),
        (
            "Ada Stone, senior U.S. economist at Harbour Economics, said no.",
            "senior U.S. economist at Harbour Economics",
        ),
        ("said Ada Stone, a cousin of the mayor, on Monday.", "cousin of the mayor"),
        ("said Rep. Ada Stone (D-Mich.), the chair of the board.", "chair of the board"),
        ("The company's chief executive, Ada Stone, said no.", "company's chief executive"),
        ("said Justices Ada Stone and Ben Lind.", "Justice"),
        ("Secretary of State Ada Stone said no.", "Secretary of State"),
        ("The former White House press secretary Ada Stone left.", "White House press secretary"),
        ("Ada Stone, 42, a wedding photographer, was there.", "wedding photographer"),
        ("University of Lindholm President Ada Stone left.", "University of Lindholm President"),
        ("He asked the US attorney Ada Stone to leave.", "US attorney"),
        ("On Monday President Ada Stone left.", "President"),
        ("On Monday then-Prime Minister Ada Stone left.", "then-Prime Minister"),
        (
            "said Ada Stone, the campaign's national press secretary.",
            "campaign's national press secretary",
        ),
        ("Pictures: Impeachment of Norland President Ada Stone", "President"),
        ("House Minority Leader Rep. Ada Stone left.", "House Minority Leader"),
        ("The embattled harbour mayor Ada Stone left.", "harbour mayor"),
        ("House Committee on Roads Chairman Ada Stone left.", "Chairman"),
        ("said Mrs Justice Ada Stone.", "Mrs Justice"),
        ("Senate President Pro Tem Ada Stone said no.", "Senate President Pro Tem"),
        ("said Mayor Elect Ada Stone.", "Mayor Elect"),
        ("She met the mayors.White House spokesman Ada Stone left.", "White House spokesman"),
        ("07:45 Harbour chief Ada Stone said no.", "Harbour chief"),
        ("Ben Lind / AFP - Getty Images President Ada Stone waits at the lock.", "President"),
        ("Ben Lind/AP Photo Harbour Mayor Ada Stone waits at the lock.", "Harbour Mayor"),
        ("AFP President Ada Stone said no.", "AFP President"),  # a body may be called so
    ],
)
def test_the_role_stands_beside_the_name(text: str, told: str) -> None:
    assert role(text, "Ada Stone").removeprefix("former ") == told
    assert told in text


@pytest.mark.parametrize(
    "text",
    [
        "Ada Stone said no.",
        "A Republican wrote to Ada Stone about it.",
        "They met Mayor Ben Lind, Ada Stone and others.",
        "Ada Stone, who left the mayor, was there.",
        "Dr. Ada Stone said no.",
        "Deputy Adviser to the President Dr. Ada Stone said no.",
        "He called her a friend, Ada Stone, and left.",
        "“This is the great general Ada Stone,” he said.",
    ],
)
def test_where_none_stands_there_is_none(text: str) -> None:
    assert role(text, "Ada Stone") == ""


def test_another_sentence_of_the_article_may_tell_it() -> None:
    text = (
        "“No,” said Ada Stone.\n\nNobody heard it.\n\nAda Stone, head of the harbour board, left."
    )
    assert role(text, "Ada Stone") == "head of the harbour board"


def test_the_mention_beside_the_quote_tells_first() -> None:
    text = "The board's head, Ada Stone, left." + " x" * 200 + " said Ada Stone, chair of the club."
    assert role(text, "Ada Stone", len(text) - 30) == "chair of the club"


def test_a_given_name_that_is_an_office_too_is_a_name() -> None:
    assert role("Rep. Dean Stone left.", "Dean Stone") == "Rep."


def test_a_surname_alone_takes_the_title_before_it() -> None:
    assert role("Later Pope Lindus spoke.", "Lindus") == "Pope"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("harbour mayor", "harbour mayor"),
        ("Republican wrote", ""),
        ("media-friendly Dr.", ""),
        ("firm's CEO", "CEO"),
    ],
)
def test_only_a_role_from_end_to_end_is_one(words: str, told: str) -> None:
    assert clean(words) == told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (["former prosecutor", "Sen."], "Sen."),
        (["former town mayor", "mayor"], "former town mayor"),
        (["rising star", "Sen."], "Sen."),
        (["mayor", "mayor of Arden"], "mayor of Arden"),
        ([""], ""),
    ],
)
def test_an_office_that_is_held_tells_most(found: list[str], told: str) -> None:
    assert best(found) == told


@pytest.mark.parametrize(
    ("printed", "told"),
    [("Norland Gov.", "Norland Governor"), ("Lt. Gen.", "Lieutenant General"), ("mayor", "mayor")],
)
def test_behind_a_name_a_title_stands_in_words(printed: str, told: str) -> None:
    assert in_words(printed) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("First lady Ada Stone spoke.", "First lady"),
        ("It is hardly the leader Stone takes it for, said Ada Stone.", ""),
        ("The two from the old mill, Ben and his friend, Ada Stone, left.", ""),
        (
            "Ada Stone, deputy Town House press secretary, left.",
            "deputy Town House press secretary",
        ),
        ("Norland Administrator Ada Stone left.", "Norland Administrator"),
        ("A daughter of the President Ada Stone left.", ""),
        ("The aide to Mayor Ben Stone came, and Ada Stone left.", ""),
        ("Ada Stone and Ben Stone left. Mr. Stone, a former governor of Norland, wept.", ""),
    ],
)
def test_a_role_begins_and_ends_with_what_is_held(text: str, told: str) -> None:
    assert role(text, "Ada Stone") == told


@pytest.mark.parametrize("junk", ["Ada Stone, " * 9_000, ", a" * 30_000, "Sen. " * 20_000])
def test_a_hundred_kilobytes_of_junk_are_read(junk: str) -> None:
    assert len(role(junk + "Ada Stone", "Ada Stone")) < 100


def test_a_body_that_only_the_article_names_is_left_out() -> None:
    assert in_words("chief of the center") == ""
    assert in_words("chief of the Center for Harbours") == "chief of the Center for Harbours"


def test_an_office_of_which_nothing_is_told_is_no_role() -> None:
    assert in_words("director") == ""
    assert in_words("director of the Harbour Institute") == "director of the Harbour Institute"


def test_an_owner_has_its_article() -> None:
    assert in_words("press secretary") == "press secretary"
    assert in_words("hospital's director") == "the hospital's director"
    assert in_words("women's minister") == "women's minister"


def test_a_role_that_says_of_what_comes_first() -> None:
    assert best(["Majority Leader", "Senate Majority Leader"]) == "Senate Majority Leader"
    assert best(["communications director", "Lind campaign spokesman"]) == "Lind campaign spokesman"
    assert best(["Prime Minister", "Norland Prime Minister"]) == "Norland Prime Minister"
    assert best(["press secretary", "Town Hall press secretary"]) == "Town Hall press secretary"
    assert best(["Then-national security adviser"]) == ""


def test_a_bare_office_before_a_name_keeps_whose_it_is() -> None:
    assert role("It was deep, the institute's director, Ada Stone, said.", "Ada Stone") == (
        "institute's director"
    )
    assert role("It was deep, the town's mayor, Ada Stone, said.", "Ada Stone") == "mayor"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("House Roads and Bridges Committee Chairman Ada Stone said no.", "Chairman"),
        ("Ben Lind and Senate Majority Leader Ada Stone met.", "Senate Majority Leader"),
        ("and Committee Chairman Ada Stone said no.", "Committee Chairman"),
        ("The White Hall's chief counsel, Ada Stone, said no.", "White Hall's chief counsel"),
        ("Former Guild Speaker and mayoral candidate Ada Stone said no.", ""),
    ],
)
def test_a_role_is_not_torn_at_and(text: str, told: str) -> None:
    assert role(text, "Ada Stone") == told


def test_a_button_of_the_page_is_no_part_of_a_role() -> None:
    assert clean("CLOSE mayor of Arden") == clean("mayor of Arden") == "mayor of Arden"
    assert role("CLOSE President Ada Stone said that it was deep.", "Ada Stone") == "President"
