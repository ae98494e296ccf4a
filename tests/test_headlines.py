"""Titles without the page around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.press.headlines import clean, fitness, outrun, overtaken, title_of
from tests.builders import article


@pytest.mark.parametrize(
    "title",
    [
        "Dam opens after rain | The Gazette",
        "Dam opens after rain - Gazette",
        "Dam opens after rain – The Gazette Online",
        "Gazette: Dam opens after rain",
        "The Gazette | Dam opens after rain",
        "Dam opens after rain | Nation | The Gazette",
        "WATCH: Dam opens after rain",
        "Dam opens after rain [Video]",
        "Dam opens after rain (+video)",
        "LIVE: Dam opens after rain",
        "Opinion: Dam opens after rain",
        "UPDATE 2-Dam opens after rain",
        "Dam opens after rain - as it happened",
        "Dam opens after rain - Northern Post",
        "Dam opens after rain Listen· 2:52",
        "Dam opens after rain • 12:05",
        "  Dam opens after rain ",
    ],
)
def test_labels_and_outlets_are_cut(title: str) -> None:
    assert clean(title, "The Gazette") == "Dam opens after rain"


def test_the_site_of_the_address_is_an_outlet_too() -> None:
    assert clean("Dam opens - Kestrel", url="https://www.kestrel.example/dam") == "Dam opens"


@pytest.mark.parametrize(
    "title",
    [
        "Minister: dam will open",
        "Dam opens – three villages flooded",
        "Anglo-Saxon gold found near dam",
        "Dam opens: what the minister said",
        "Dam opens at 2:52",
        "News of the dam reaches the king",
        "Gazette of the state to print dam bill",
        "Correction: Orvan dam",
    ],
)
def test_what_belongs_to_a_title_stays(title: str) -> None:
    assert clean(title, "The Gazette") == title


@pytest.mark.parametrize(
    ("slogan", "rest"),
    [
        ("'We can't stay here': ", "Harbour crew refuses work at new gates"),
        ("“An absurd old gate”: ", "Council of Dunmere turns down repair"),
        ("'So it is': ", "31 arrested at harbour after gate falls"),
    ],
)
def test_a_slogan_before_a_title_is_cut(slogan: str, rest: str) -> None:
    assert clean(slogan + rest) == rest


@pytest.mark.parametrize(
    "title",
    [
        "'We stay here': Harbour crew",
        "'We all stay here': Why the crew of Dunmere never left",
        "'Iron Gate': Film on Dunmere wins a prize in Velmar",
        "'Rusty' gates and 'old': Dunmere pays for the harbour's repair",
        "'We stay here,' harbour crew says of the new gates",
    ],
)
def test_a_quote_that_a_title_needs_stays(title: str) -> None:
    assert clean(title) == title


@given(st.text(max_size=200), st.text(max_size=20))
def test_a_clean_title_is_a_slice_and_clean(title: str, outlet: str) -> None:
    assert clean(title, outlet) in title or "\n" in title or len(title.split()) < len(title)
    assert len(clean(title, outlet)) <= len(title)


@pytest.mark.parametrize("junk", ["| ", " - ", "[video] ", ": ", "“", "a | "])
def test_junk_ends(junk: str) -> None:
    assert len(clean(junk * 30_000)) <= 300


@pytest.mark.parametrize(
    "worse",
    [
        "Why did the dam open on Monday?",
        "Here's what you need to know about the dam",
        "DAM OPENS AFTER RAIN IN THE NORTH",
        "Opinion: We must never open the dam again",
        "Dam: live updates as the water comes",
        "Dam opens",
        "Dam opens after a week of rain in the north, actually",
        "7 things about the dam that opened",
        "Dam that opened after rain could sink the budget",
    ],
)
def test_a_statement_serves_better(worse: str) -> None:
    good = article("x", title="Dam opens after a week of rain in the north")
    assert fitness(good) == 0 > fitness(article("x", title=worse))


def test_a_country_is_no_us() -> None:
    assert fitness(article("x", title="US counts two open dams in the north")) == 0
    assert fitness(article("x", title="Dams that keep us dry stay open in the north")) < 0


def test_the_month_of_may_leaves_nothing_open() -> None:
    assert fitness(article("x", title="May report counts two open dams in the north")) == 0


@pytest.mark.parametrize(
    ("title", "lead", "done"),
    [
        ("Marr to sign ferry law", "Governor Ines Marr signed a law on Monday.", True),
        ("Council will unveil plan", "The council has unveiled its plan.", True),
        ("Marr to sign ferry law", "Governor Ines Marr said that she would sign a law.", False),
        ("Marr signs ferry law", "Governor Ines Marr signed a law on Monday.", False),
        ("Marr says will pardon crew", "Marr pardoned it. Her vow to pardon it is old.", True),
        ("Marr says will pardon crew", "Marr, who pardoned one, is to pardon it.", False),
        ("Ferry crew to be freed", "Governor Ines Marr freed the crew on Monday.", True),
        ("Marr tells all the harbour's ferry captains to wait", "They waited on Monday.", False),
        ("Marr to sign law to close gates", "Marr will sign a law on gates, closed since.", False),
        ("Marr will again sign law", "Marr, who signed one in May, would sign another.", False),
    ],
)
def test_a_title_may_be_overtaken_by_its_text(title: str, lead: str, done: bool) -> None:
    assert overtaken(title, lead) is done


@pytest.mark.parametrize(
    ("title", "other", "done"),
    [
        ("Two former pilots of the ferry will be charged, lawyer says", "Two pilots charged", True),
        ("Two former pilots of the ferry will be charged, lawyer says", "Pilots in court", False),
        ("Marr to sign ferry law", "Marr will sign law on ferries", False),
        ("Marr signs ferry law", "Marr signed law on ferries", False),
    ],
)
def test_a_title_may_be_outrun_by_another(title: str, other: str, done: bool) -> None:
    assert outrun(title, [other]) is done


def test_words_with_who_says_them_of_what_are_no_slogan() -> None:
    title = "‘We sail on as agreed’: Harbour Office On Ferries Between The Islands"
    assert clean(title) == title


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Dam opens after rain : Gazette", "Dam opens after rain"),
        ("Dam opens after rain Read more: http://gazette.example/dam", "Dam opens after rain"),
        ("Surprise: Dam opens after rain", "Surprise: Dam opens after rain"[10:]),
        ("For once, Dam Opens After Rain", "Dam Opens After Rain"),
        ("Finally, a dam opens after rain", "Finally, a dam opens after rain"),
        ("Surprise picks for dam board", "Surprise picks for dam board"),
        ("Dam opens after rain : keepers cheer", "Dam opens after rain : keepers cheer"),
    ],
)
def test_debris_around_a_title_is_cut(title: str, whole: str) -> None:
    assert clean(title, "The Gazette") == whole


def test_a_writer_of_whom_the_text_knows_nothing_is_cut() -> None:
    def of(title: str) -> str:
        return title_of(article("The dam of Arden, said Ines Marr, is open.", title=title))

    assert of("Dam opens after rain - Ada Quill") == "Dam opens after rain"
    assert of("Dam opens after rain - Ines Marr") == "Dam opens after rain - Ines Marr"
    assert of("Dam opens after rain – Not At All") == "Dam opens after rain – Not At All"
