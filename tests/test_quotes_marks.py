"""What stands between quote marks: all kinds of marks, wrong ones, and apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes.speech.marks import is_title, marked


def inner(text: str) -> list[str]:
    return [m.inner.of(text) for m in marked(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He said “the dam holds” twice.",
        'He said "the dam holds" twice.',
        "He said ``the dam holds'' twice.",
        "He said ''the dam holds'' twice.",
        "He said «the dam holds» twice.",
        "He said „the dam holds“ twice.",
        "He said ‘the dam holds’ twice.",
        "He said 'the dam holds' twice.",
        'He said “the dam holds" twice.',
        'He said "the dam holds” twice.',
        "He said “the dam holds″ twice.",
    ],
)
def test_every_pair_of_marks_is_known(text: str) -> None:
    assert inner(text) == ["the dam holds"]


@pytest.mark.parametrize(
    "text",
    [
        "The dam's wall isn't new, the engineers' report says.",
        "In the '80s and '90s rock ’n’ roll ruled.",
        "The harbour’s keepers didn’t know.",
        "A 6\" pipe and a 9' wall.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert inner(text) == []


def test_apostrophes_do_not_close_a_quote_in_single_marks() -> None:
    assert inner("'We don't know the engineers' names,' he said.") == [
        "We don't know the engineers' names,"
    ]


def test_an_inner_quote_stays_inside() -> None:
    assert inner("“She told us ‘go home’ and left,” he said.") == [
        "She told us ‘go home’ and left,"
    ]


def test_a_mark_without_a_partner_runs_to_the_end_of_its_paragraph() -> None:
    (mark,) = marked("“It was cold. It was dark.", 0, 26)
    assert not mark.closed
    assert mark.inner.of("“It was cold. It was dark.") == "It was cold. It was dark."


def test_a_lone_closing_mark_opens_nothing() -> None:
    assert inner("It was cold,” he said.") == []


def test_two_quotes_of_one_paragraph_are_two() -> None:
    assert inner("“Cold,” he said. “And dark.”") == ["Cold,", "And dark."]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('Hill said on "State of the Valley."', True),
        ('Hill said on VNN’s "State of the Valley."', True),
        ('Hill told "Valley Radio Sunday."', True),
        ('Hill said "Valley Radio Sunday."', False),
        ("Her novel “The Long Road Home” sold well.", True),
        ("Carl “Tiny” Bruckner sang.", True),
        ("He appeared on “Harbour Tonight.”", True),
        ("He called it “a long road home” again.", False),
        ("He said: “Harbour Tonight.”", False),
        ("“No,” he said.", False),
        ("He called her “Deplorable” twice.", False),
    ],
)
def test_titles_and_nicknames_are_told_from_speech(text: str, title: bool) -> None:
    (mark,) = marked(text, 0, len(text))
    assert is_title(text, mark) is title


@given(st.text(alphabet="ab .,'\"“”‘’`«»„\n", max_size=200))
def test_marks_never_overlap_and_lie_in_the_text(text: str) -> None:
    found = marked(text, 0, len(text))
    places = [p for m in found for p in (m.outer.start, m.inner.start, m.inner.end, m.outer.end)]
    assert places == sorted(places)
    assert not places or places[-1] <= len(text)


@pytest.mark.parametrize("junk", ["'", '"', "“", "' ", "'a ", "a' ", "`", "«", "“‘", "s' "])
def test_junk_is_read_in_one_pass(junk: str) -> None:
    text = junk * (100_000 // len(junk))
    assert len(marked(text, 0, len(text))) <= len(text)
