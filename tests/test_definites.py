"""What a sentence takes for known must stand on the page."""

from __future__ import annotations

import pytest

from briefing.standing.definites import unresolved
from briefing.text.sentences import sentences
from tests.builders import article

FIRST = "Ada Quill had a long talk with a baker and a sailor on Monday."


def open_nouns(later: str, *shown: str) -> list[str]:
    return unresolved(sentences(article(f"{FIRST} {later}"))[-1], shown)


@pytest.mark.parametrize(
    ("later", "nouns"),
    [
        ("Quill left when the baker fell asleep.", ["baker"]),
        ("Clips from the interview were seen by thousands in Arden.", ["interview"]),
        ("Piet Oberlin took the tally at 7 p.m. in the hall.", ["tally"]),
        ("Piet Oberlin spoke the words Monday in Dunmere.", ["words"]),
        ("Quill said the same reasoning applied to farms.", ["the same reasoning"]),
    ],
)
def test_a_noun_that_only_the_text_before_brings_in(later: str, nouns: list[str]) -> None:
    assert open_nouns(later) == nouns


@pytest.mark.parametrize(
    "later",
    [
        "Quill left when the president of the board came.",
        "The plan for the bridge that Quill drew was shown in Arden.",
        "Quill called the police about the sailor’s boat.",
        "Quill read a report, and the report named nobody.",
        "The report Quill signed names nobody in Arden.",
        "Quill pays the same toll as the farmers do.",
        "It was the largest sum that the baker’s guild had paid.",
        "Quill met the baker Lea Sunde again in Dunmere.",
    ],
)
def test_a_noun_that_its_own_sentence_tells_of(later: str) -> None:
    assert open_nouns(later) == []


def test_a_noun_that_the_page_has_shown() -> None:
    assert open_nouns("Quill left when the baker fell asleep.", "Bakers meet mayor") == []
    assert open_nouns("The decision is a victory for Arden.", "Court stops the sale") == []
