from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.paragraphs import paragraphs
from briefing.text.punkt import punkt
from briefing.text.sentences import sentences, spans
from tests.builders import article

HARD = Path(__file__).parent / "hard_sentences.txt"
FLOOR = 0.99  # share of the hard cases' boundaries found, and of those found that are right


def pieces(text: str) -> list[str]:
    return [s.text for s in sentences(article(text))]


def hard_cases() -> list[list[str]]:
    lines = HARD.read_text("utf-8").splitlines()
    return [x.replace("\\n", "\n").split("¦") for x in lines if x and not x.startswith("#")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Bell met Sen. Paula Reeve.|He left.",
        "She lives in the U.S.|Officials said so.",
        "The U.S. Military Academy agreed.|It is old.",
        "In May the U.S. attorneys office closed.|The U.S. Attorney left.",
        "He met Staffan de Morra.|de Morra left.",
        "It ranked No. 10 at 6 p.m. Monday.|It rose 3.5 percent.",
        "“Why?” he asked.|“No.”|He left.",
        "The group Dash [DSH] claimed it.|No proof was given.",
        "He waited...|Then he left.",
        "The mine shut in Mobile, Ala.|Tom Arden wept.",
        "The mayor was in Dunmere, D.C. Thursday for talks.",
        "ARDEN, N.J. - The bridge fell.|Nobody was hurt.",
        "He left Arden, Calif. -- A day later it burned.",
        "It is so. … |The rest followed.",
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]
    assert pieces(" ".join(parts)) == parts


def test_the_three_hundred_hard_cases_are_right() -> None:
    wanted = found = right = 0
    for parts in hard_cases():
        text = "".join(parts)
        at, gold = 0, set()
        for part in parts[:-1]:
            gold.add(at + len(part.rstrip()))
            at += len(part)
        cut = {s.span.end for s in sentences(article(text))[:-1]}
        wanted, found, right = wanted + len(gold), found + len(cut), right + len(gold & cut)
    assert len(hard_cases()) == 300
    assert right / wanted >= FLOOR
    assert right / found >= FLOOR


def test_closing_marks_belong_to_the_sentence() -> None:
    assert pieces("“We go.” (It was late.) She left.") == [
        "“We go.”",
        "(It was late.)",
        "She left.",
    ]


def test_a_forgotten_space_is_seen_but_no_address_is_cut() -> None:
    assert pieces("It ended.Next came Bell.") == ["It ended.", "Next came Bell."]
    assert pieces("See www.gazette.example/A.b or Booking.Com now.") == [
        "See www.gazette.example/A.b or Booking.Com now."
    ]


def test_in_glued_paragraphs_a_mark_opens_where_none_is_open():
    text = (
        'The gate is shut."We wait," Quill said. He called it "a long night."Ferries stay in port.'
    )
    assert pieces(text) == [
        "The gate is shut.",
        '"We wait," Quill said.',
        'He called it "a long night."',
        "Ferries stay in port.",
    ]


def test_every_line_is_a_paragraph() -> None:
    found = sentences(article("Dam opens\n\nIt opened. Ministers cheered.\nBy Ann Lee"))
    assert [(s.paragraph, s.index, s.text) for s in found] == [
        (0, 0, "Dam opens"),
        (1, 1, "It opened."),
        (1, 2, "Ministers cheered."),
        (2, 3, "By Ann Lee"),
    ]


WRAPPED = (
    "The dam on the river Lunde was opened on Friday by the \n"
    "minister, who praised the builders. Thousands of people came \n"
    "to see the water fall. The mayor of the town was not among \n"
    "them.\n"
    "She had asked for a delay until the spring, her office said, \n"
    "and did not come."
)


def test_in_a_wrapped_text_a_line_break_ends_nothing() -> None:
    found = pieces(WRAPPED)
    assert len(found) == 4
    assert found[0].endswith("by the \nminister, who praised the builders.")


def test_in_a_wrapped_text_a_short_line_ends_its_paragraph() -> None:
    assert [span.of(WRAPPED)[:7] for span in paragraphs(WRAPPED)] == ["The dam", "She had"]


def test_a_list_of_lines_is_not_taken_for_a_wrapped_text() -> None:
    lines = ["Bread from the baker", "milk", "eggs, a dozen of them if there are any", "tea"]
    assert pieces("\n".join(lines)) == lines


def test_marks_without_words_are_no_sentence() -> None:
    assert pieces("He left.\n***\n”\nShe stayed.") == ["He left.", "She stayed."]


def test_german_ordinals_end_no_sentence() -> None:
    german = replace(article("Der 2. Weltkrieg und sein Ende. Es ist lang."), language="de")
    assert [s.text for s in sentences(german)] == [
        "Der 2. Weltkrieg und sein Ende.",
        "Es ist lang.",
    ]


@given(st.text(alphabet='aB .!?…\n"“”’()[]»«1U.S-—\u00a0é', max_size=200))
def test_sentences_are_ordered_slices_that_lose_no_word(text: str) -> None:
    found = sentences(article(text))
    ends = [0, *(s.span.end for s in found)]
    assert all(s.text == s.text.strip() and s.text for s in found)
    assert all(a <= s.span.start for a, s in zip(ends, found, strict=False))
    left = "".join(c for c in text if c.isalnum())
    assert "".join(c for s in found for c in s.text if c.isalnum()) == left


@pytest.mark.parametrize(
    "junk",
    ['."' * 50_000, ". " * 50_000, "A. " * 30_000, '"' * 100_000, "?” A" * 20_000, "." * 100_000,
     "al-" * 30_000 + ". al-X", "1. " * 30_000, ".”" + " " * 100_000 + "x"],
)  # fmt: skip
def test_junk_is_passed_through(junk: str) -> None:
    assert all(span.start < span.end for span in spans(junk))


def test_spans_count_from_the_offset() -> None:
    assert [(s.start, s.end) for s in spans("It is. It was.", 100)] == [(100, 106), (107, 114)]


def test_the_parameters_are_sorted_and_in_lower_case() -> None:
    file = Path(__file__).parents[1] / "src/briefing/data/punkt.json"
    learnt = json.loads(file.read_text("utf-8"))
    assert all(values == sorted(set(values)) for values in learnt.values())
    assert {"u.s", "sen", "p.m"} <= punkt().abbreviations
    assert "the" in punkt().openers
    assert ("u.s", "army") in punkt().collocations


def test_every_python_reads_the_patterns_alike():
    """Before 3.11.5, a group that is repeated possessively matches less or more than it says."""
    source = Path(__file__).parent.parent / "src"
    found = [p.name for p in source.rglob("*.py") if re.search(r"\)[*+?]\+", p.read_text("utf-8"))]
    assert found == []
