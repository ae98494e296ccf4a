"""Which earlier story a later one goes on from, by their likeness with days set aside."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from briefing.cluster.following import followed
from briefing.cluster.identity import names
from briefing.model import Known
from briefing.settings import ClusterSettings
from tests.test_cluster import group, known


def follows(times: list[float], *links: tuple[int, int, float], of: str = "") -> list[int]:
    """Whom each article's story follows; `of` gives their stories, else each is its own."""
    found = np.array([int(c) for c in of] or range(len(times)), np.int64)
    likeness = SimpleNamespace(
        times=np.array(times), dated=np.ones(len(times), np.bool_), settings=ClusterSettings()
    )
    rows, columns, values = (np.array(part) for part in zip(*links, strict=True))
    loose = np.zeros(len(times), np.bool_)
    return followed(found, likeness, loose, (rows, columns, values)).tolist()  # type: ignore[arg-type]


def test_two_days_later_half_the_likeness_is_enough() -> None:
    assert follows([0, 2], (1, 0, 0.09)) == [-1, 0]
    assert follows([0, 0.5], (1, 0, 0.09)) == [-1, -1]


def test_the_most_alike_of_the_earlier_stories_is_followed() -> None:
    assert follows([0, 0, 2], (2, 0, 0.1), (2, 1, 0.12)) == [-1, -1, 1]
    assert follows([0, 0, 2], (2, 0, 0.1), (2, 1, 0.1)) == [-1, -1, 0]


def test_likeness_to_one_article_of_several_is_not_enough() -> None:
    assert follows([0, 0, 2], (2, 0, 0.1), of="001") == [-1, -1, -1]
    assert follows([0, 0, 2], (2, 0, 0.1), (2, 1, 0.1), of="001") == [-1, -1, 0]


def test_two_look_alikes_that_are_alike_in_themselves_do_not_follow_each_other() -> None:
    cross = [(i, j, 0.1) for i in (2, 3) for j in (0, 1)]
    assert follows([0, 0, 2, 2], *cross, of="0022") == [-1, -1, 0, 0]
    assert follows([0, 0, 2, 2], *cross, (1, 0, 0.5), (3, 2, 0.5), of="0022") == [-1] * 4


def test_a_pair_that_is_given_from_both_sides_counts_once() -> None:
    assert follows([0, 2], (1, 0, 0.05), (1, 0, 0.05)) == [-1, -1]


def test_stories_of_one_time_do_not_follow_each_other() -> None:
    assert follows([0, 0], (1, 0, 0.5)) == [-1, -1]


SHOALS = [known("s", "a b")]


def test_a_story_that_follows_another_goes_on_under_its_id() -> None:
    assert names([group("a b"), group("x")], SHOALS, [frozenset(), frozenset("ab")]) == ["a", "s"]


def test_the_id_stays_with_the_story_that_new_reports_join() -> None:
    follow = [frozenset[str](), frozenset("ab")]
    assert names([group("b x"), group("y")], SHOALS, follow) == ["s", "y"]


def test_a_story_does_not_take_the_id_of_what_was_merged_into_the_one_that_it_follows() -> None:
    both = [known("s", "a b c"), known("line", "c", day=15)]
    follow = [frozenset("abc"), frozenset("abc")]
    assert names([group("x"), group("y")], both, follow) == ["s", "y"]


def test_a_story_that_was_in_no_edition_hands_no_id_on() -> None:
    unknown: list[Known] = []
    assert names([group("a"), group("x")], unknown, [frozenset(), frozenset("a")]) == ["a", "x"]
