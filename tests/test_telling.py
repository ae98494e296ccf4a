"""With which sentences a story is told. All news is invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing import telling
from briefing.model import Scored, Sentence
from briefing.select import Budget
from briefing.standing.behind import turned
from briefing.text.sentences import sentences
from tests.builders import article
from tests.test_pipeline import DAY


def test_openings_end_though_what_is_chosen_is_always_of_another_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first(text: str, name: str) -> Sentence:
        return sentences(article(text, title="Ferry sinks off Dunmere", id=name))[0]

    aside = first("It rained on the market.", "aside")
    openings = [Scored(first("The ferry sank.", name), 1.0) for name in "ab"]
    tried: list[int] = []

    def chosen(scored: object, room: object, day: object, shown: object, news: object,
               openings: Sequence[Scored], agreed: object) -> tuple[Sentence, ...]:  # fmt: skip
        tried.append(len(openings))
        return (aside,)

    monkeypatch.setattr(telling, "chosen_once", chosen)
    assert telling.borne([], Budget.of(words=60), DAY, (), set(), openings, set()) == ()
    assert tried == [2, 1]


def _turned(text: str) -> bool:
    of = sentences(article(text))
    return bool(turned([of]))


def test_an_opening_whose_claim_the_next_narrated_lines_deny_is_turned() -> None:
    said = (
        "Ada Quill said all four towns want the dam.\n\n“All of them. They told me,” she said.\n\n"
    )
    assert _turned(said + "According to the towns, however, none of them was asked.")
    assert _turned(said + "The gate is shut. But the towns never met her.")
    assert not _turned(said + "But the towns have not met yet.")
    assert not _turned(said + "“However, none of them came,” Piet Oberlin said.")
    assert not _turned("The dam opened on Monday.\n\nBut the towns never met.")
