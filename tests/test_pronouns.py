"""Whom the next "he" or "she" means; a pronoun that may mean two people stays open."""

from __future__ import annotations

import pytest

from tests.test_speakers import names

# No given name of these tells a gender, as with most names of the world.
MAYOR = "“The dam holds,” said Mayor Quill Arnsby."
FARMER = "“It leaks,” said Tamsel Orrick, a farmer."


def test_one_who_was_quoted_and_opens_a_sentence_by_the_surname_takes_the_pronoun() -> None:
    text = f"{FARMER}\n\n{MAYOR}\n\nOrrick came back at noon. “It is old,” he said."
    assert names(text)[-1] == "Tamsel Orrick"


@pytest.mark.parametrize(
    "subject",
    [
        "Tamsel Orrick, a farmer, came back late.",
        "Tamsel Orrick, 43, came back late.",
        "Farmer Tamsel Orrick came back late.",
    ],
)
def test_a_role_or_an_age_tells_that_a_stranger_is_a_person(subject: str) -> None:
    assert names(f"“It holds,” said Peter Stone.\n\n{subject} He said that it leaks.") == [
        "Peter Stone",
        "Tamsel Orrick",
    ]


def test_a_stranger_who_opens_the_sentence_before_leaves_the_pronoun_open() -> None:
    text = "“It holds,” said Peter Stone.\n\nTamsel Orrick came late. He said that it leaks."
    assert names(text)[-1] is None


def test_a_place_behind_a_preposition_takes_no_pronoun() -> None:
    text = "“It holds,” said Peter Stone.\n\nIn Port Sarnow it rained. He said that it leaks."
    assert names(text)[-1] == "Peter Stone"


@pytest.mark.parametrize(("title", "name"), [("Ms.", "Tamsel Orrick"), ("Mr.", "Ada Lind")])
def test_a_title_before_the_surname_tells_the_gender(title: str, name: str) -> None:
    text = (
        f"Tamsel Orrick built the dam. {title} Orrick left.\n\n“It holds,” said Ada Lind.\n\n"
        f"{title} Orrick came back. She said that it leaks."
    )
    assert names(text)[-1] == name


def test_whom_the_article_called_he_is_no_she() -> None:
    text = f"{MAYOR}\n\n“It is safe,” he said.\n\n“It is dear,” she said."
    assert names(text) == ["Quill Arnsby", "Quill Arnsby", None]


def test_nobody_is_told_by_himself() -> None:
    text = "“It leaks,” said Peter Stone.\n\n“It is safe,” he told Stone."
    assert names(text)[-1] is None


def test_behind_one_of_two_with_a_surname_only_one_of_them_is_meant() -> None:
    text = (
        "Peter Stone met Ben Stone at the dam.\n\n“It leaks,” said Karl Lind.\n\n"
        "Stone laughed. He said that it was safe."
    )
    assert names(text)[-1] is None


def test_what_she_had_said_before_is_not_of_whom_the_article_quoted_far_above() -> None:
    text = (
        "“The gate is shut,” Sergeant Ada Stone said.\n\nThe dam is closed.\n\n"
        "Neighbours saw a guest leave. She had said that the ferry was late."
    )
    assert names(text)[-1] is None
    assert names(text.replace("had said", "said"))[-1] == "Ada Stone"


def test_a_speaker_whose_name_is_written_oddly_takes_the_pronoun_too() -> None:
    text = (
        "“It holds,” said Ada Lind.\n\nRoseAnn Orrick, a farmer, said that it leaks. "
        "“It is old,” she said."
    )
    assert names(text)[-1] == "RoseAnn Orrick"


def test_an_initial_stays_with_the_given_name_behind_an_office() -> None:
    assert names("Secretary of State Ada M. Stone said that it was old.") == ["Ada M. Stone"]


@pytest.mark.parametrize(
    "subject",
    [
        "Headteacher Ada Lind and builder Eva Stone walked in.",
        "Eva Stone, 43, and Headteacher Ada Lind walked in.",
        "Headteacher Ada Lind came, and so did all. Lind and Eva Stone walked in.",
        "Peter Stone and Ines Lind walked in.",
        "Ada Lind’s ex-husband, Peter Stone, and her sister Eva walked in.",
        "Mayor Tamsel Orrick and union leader Quill Arnsby walked in.",
    ],
)
def test_either_of_two_in_one_subject_may_be_meant(subject: str) -> None:
    assert names(f"“It is old,” said Ada Lind.\n\n{subject} “It leaks,” she said.")[-1] is None


@pytest.mark.parametrize(
    "subject",
    [
        "Ada Lind and Peter Stone walked in.",
        "Ada Lind and the Harbour Board came.",
        "Ada Lind left and Eva Stone stayed away.",
        "Ada Lind met Eva Stone.",
    ],
)
def test_who_is_of_another_gender_or_no_subject_is_not_meant(subject: str) -> None:
    assert names(f"{subject} “It leaks,” she said.") == ["Ada Lind"]
