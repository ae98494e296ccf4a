"""A column is known by its words, a report by whom it names and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.press.views import LEANS, argues, signs
from tests.builders import article

COLUMN = (
    "We have never really asked ourselves why the ferry always sails. Perhaps we were simply "
    "proud of it. I have taken it in fog, and so have you, and yet none of us ever wrote a letter. "
    "Why should we? It was clearly somebody else's duty. Indeed the timetable was always our "
    "idol, and we rather liked to be the people whom no weather could stop. So we must not look "
    "for one guilty man, even if there is one. No rule was ever so absurd that we would not have "
    "bent it for a quarter of an hour. Let us therefore begin with ourselves, and with our own "
    "impatience, and never again call a captain a coward. That is hardly too much to ask of us."
)
REPORT = (
    "The captain of the ferry was suspended on Wednesday, the company said. The voyage recorder "
    "was taken to the capital, according to the transport ministry. Nineteen people were injured, "
    "two more than was known on Tuesday, health officials said. A tug will try to pull the ship "
    "off the shoal on Thursday, a spokesman announced. The minister told reporters that the "
    "inquiry would begin within a week. About sixty tonnes of fuel must be pumped out first, the "
    "coastguard reported. The company said in a statement that the captain would be paid. The "
    "strait reopened to ferries at noon, the harbour office said, with a speed limit of eight "
    "knots. Officials added that no fuel had been lost. The town asked fishermen to keep away."
)


def test_a_column_argues_though_nothing_labels_it():
    assert argues(article(COLUMN, title="Why we sail in fog"))


def test_a_report_does_not():
    assert not argues(article(REPORT, title="Captain of grounded ferry suspended"))


def test_what_others_say_is_not_the_authors_view():
    spoken = f"“{COLUMN}” " + REPORT
    assert signs("", spoken)["we"] == 0
    assert not argues(article(spoken, title="Islanders speak of the ferry"))


POST = "We never sail in fog! I always said so. — Ada Quill (@quill) June 3, 2021"


@pytest.mark.parametrize(
    "shown", [f"\n\n{POST}\n\n", f"\n{POST}\n{POST}\n", "\nWe stay. I row. pic.twitter.com/a1\n"]
)
def test_a_post_that_the_page_shows_is_not_the_authors_view(shown: str):
    assert signs("", REPORT + shown + REPORT) == signs("", f"{REPORT}\n{REPORT}")


def test_initials_are_no_i():
    found = signs("F.B.I. searches ferry", "The F.B.I. and the I.R.S. searched the ferry. " * 10)
    assert found["i"] == 0
    assert found["asking"] == 0
    assert signs("As I row", "")["asking"] == 1


def test_in_a_text_without_lines_only_the_end_before_a_post_is_left_out():
    found = signs("", f"{COLUMN} {POST}")
    assert found["we"] > 0
    assert found["stress"] > 0


def test_who_is_named_with_an_account_has_posted_nothing():
    assert signs("", "We (@quill) row home, and we (@tern) stay. " * 20)["we"] > 0


def test_a_short_notice_is_taken_for_a_report():
    assert not argues(article("We say no. So why not? Perhaps never.", title="Why?"))


@pytest.mark.parametrize(
    "junk", ['"' * 100_000, "“" * 100_000, "we " * 40_000, "’" * 100_000, "- (@a)" * 9_000]
)
def test_junk_takes_no_time(junk: str):
    assert argues(article(junk, title=junk[:1_000])) == junk.startswith("we")


def test_another_language_is_no_column_for_want_of_english_words() -> None:
    report = "Die Fähre Tern ist am Mittwoch in der Meerenge auf Grund gelaufen. " * 15
    assert argues(article(report, title="Fähre gestrandet"), LEANS)
    assert not argues(replace(article(report, title="Fähre gestrandet"), language="de"), LEANS)
