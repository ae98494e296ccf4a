"""Rare names tie the days of a running event. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np

from briefing.cluster.likeness import likeness
from briefing.cluster.marks import share_marks
from briefing.model import Article
from briefing.settings import ClusterSettings
from briefing.text.background import background
from tests.builders import MORNING, article

AGROUND = "The ferry Ostrava hit the Kelpie Bank in fog. Passengers were taken ashore by boats."
RULE = "A minister banned departures without sight, after the Ostrava ran onto the Kelpie Bank."
QUAKE = "An earthquake shook Velmar valley. Two people died and the dam of Velmar held."
OTHER_QUAKE = "An earthquake woke Orsk island. It had nothing to do with that of Velmar valley."


def shared(first: list[str], second: list[str], *others: str, dated: bool = True) -> bool:
    """Whether the two groups share marks, in a window that has the others too."""
    texts = [*first, *second, *others]
    window: list[Article] = [
        replace(
            article(t, id=f"a{i}", outlet=f"o{i}", at=MORNING + timedelta(hours=i)), dated=dated
        )
        for i, t in enumerate(texts)
    ]
    alike = likeness(window, background(), ClusterSettings())
    end = len(first) + len(second)
    return share_marks(np.arange(len(first)), np.arange(len(first), end), alike)


def test_a_ship_and_a_shoal_tie_two_days_of_one_event() -> None:
    assert shared([AGROUND], [RULE])


def test_one_name_that_both_mention_is_no_tie() -> None:
    assert not shared([QUAKE], [OTHER_QUAKE])


def test_names_that_half_the_window_has_are_no_marks() -> None:
    assert not shared([AGROUND], [RULE], *["The Ostrava was seen off Kelpie Bank."] * 4)


def test_names_that_few_of_a_group_have_are_no_marks() -> None:
    assert shared([AGROUND, AGROUND, "The wind rose."], [RULE])
    assert not shared([AGROUND, "The rain fell.", "The wind rose."], [RULE])


def test_names_tie_only_what_is_dated() -> None:
    assert not shared([AGROUND], [RULE], dated=False)
