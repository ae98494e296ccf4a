"""People, organisations and groups among speakers; and what `briefing who` makes of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefing.app.answers.asking import Who, utterances
from briefing.archive import Quoted, Said
from briefing.model import Span
from briefing.quotes.who.kinds import kind


@pytest.mark.parametrize(
    ("name", "role", "expected"),
    [
        ("Ada Stone", "", "person"),
        ("Stone", "mayor", "person"),
        ("STONE", "mayor", "person"),
        ("Norland Times", "", "organisation"),
        ("Harbour Council", "", "organisation"),
        ("NHB", "", "organisation"),
        ("Team Stone", "", "organisation"),
        ("residents", "", "group"),
        ("Critics", "", "group"),
        ("Norland officials", "", "group"),
        ("Economists", "", "group"),
    ],
)
def test_a_name_tells_what_bears_it(name: str, role: str, expected: str) -> None:
    assert kind(name, role) == expected


def test_organisations_stand_apart_from_people() -> None:
    speakers = (
        Quoted("nhb", "NHB", "", 2, 2, 2, 1, "organisation"),
        Quoted("ada-stone", "Ada Stone", "mayor", 1, 1, 1, 1),
    )
    assert Who("", speakers=speakers).lines() == [
        "Ada Stone, mayor: 1 quote in 1 article by 1 outlet, 1 story",
        "",
        "Organisations",
        "NHB: 2 quotes in 2 articles by 2 outlets, 1 story",
    ]


def report(text: str, outlet: str, hours: int = 0) -> Said:
    at = datetime(2026, 1, 15, 6, tzinfo=UTC) + timedelta(hours=hours)
    where = (Span(10, 10 + len(text)),)
    return Said(
        outlet.lower(), outlet, "Dam", "", at, "Ada Stone", "she", "", "direct", "", where, text
    )


DAM = "“The northern dam will not survive another winter.”"


def test_reports_of_one_utterance_stand_together_with_the_wordings_that_differ() -> None:
    other = "“The northern dam cannot survive another such winter.”"
    said = (report(DAM, "Gazette"), report(other, "Post", 2), report(DAM, "Herald", 3))
    assert Who("Stone", said=said).lines() == [
        "2026-01-15  Ada Stone, in Post: Dam",
        "    “The northern dam cannot survive another such winter.”",
        "    direct; post 10-64",
        "    in Gazette, 2026-01-15: “The northern dam will not survive another winter.”",
        "        direct; gazette 10-61",
        "    also in Herald, 2026-01-15; herald 10-61",
    ]


def test_what_another_says_or_what_is_said_weeks_later_is_another_utterance() -> None:
    first = report(DAM, "Gazette")
    others = (replace(first, speaker="Ben Hill"), report(DAM, "Post", 24 * 20))
    assert [len(group) for group in utterances((first, *others))] == [1, 1, 1]


def test_stretches_that_the_article_interrupts_are_parted() -> None:
    said = replace(
        report("“It is old,” “and weak.”", "Gazette"), contents=(Span(0, 12), Span(20, 31))
    )
    assert Who("Stone", said=(said,)).lines()[1] == "    “It is old, … and weak.”"
