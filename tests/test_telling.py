"""With which sentences a story is told. All news is invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing import telling
from briefing.model import Scored, Sentence
from briefing.select import Budget
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
