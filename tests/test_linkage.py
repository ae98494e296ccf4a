"""From likenesses to groups, without words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import csr_matrix

from briefing.cluster.linkage import _average_link
from briefing.cluster.subjects import Subjects
from briefing.model import Article
from briefing.settings import ClusterSettings

from .builders import article


@dataclass
class Given:
    """Likenesses as they are said."""

    pairs: dict[str, float]
    settings: ClusterSettings = field(default_factory=ClusterSettings)
    articles: tuple[Article, ...] = field(default_factory=lambda: of_outlets("long " * 200))
    terms: csr_matrix = field(default_factory=lambda: csr_matrix((9, 9), dtype=np.float32))

    @property
    def leads(self) -> csr_matrix:
        return self.terms

    def among(self, chosen: np.ndarray) -> np.ndarray:
        found = np.zeros((len(chosen), len(chosen)))
        for pair, value in self.pairs.items():
            i, j = map(int, pair)
            found[i, j] = found[j, i] = value
        return found


class Nameless(Subjects):
    """Titles that name nothing part nothing."""

    def differ(self, some: np.ndarray, others: np.ndarray) -> bool:
        return False


def groups(count: int, **pairs: float) -> list[int]:
    likeness = Given({name[1:]: value for name, value in pairs.items()})
    chosen = np.arange(count)
    alike = likeness.among(chosen)
    found = _average_link(chosen, alike, likeness, Nameless(likeness))  # type: ignore[arg-type]
    return [int(label) for label in found]


def test_the_guard_keeps_look_alikes_apart() -> None:
    apart = {"_02": 0.16, "_03": 0.16, "_12": 0.16, "_13": 0.16}
    assert groups(4, _01=0.6, _23=0.6, **apart) == [0, 0, 2, 2]


def test_what_is_like_one_of_two_look_alikes_still_joins_it() -> None:
    apart = {"_02": 0.16, "_03": 0.16, "_12": 0.16, "_13": 0.16}
    assert groups(5, _01=0.6, _23=0.6, _24=0.15, _34=0.15, **apart) == [0, 0, 2, 2, 2]


def test_what_is_like_nothing_stays_alone() -> None:
    assert groups(3, _01=0.6, _02=0.05, _12=0.05) == [0, 0, 2]


def test_what_one_word_makes_alike_stays_apart() -> None:
    one = np.array([[1, 0, 0], [1, 0, 0]], np.float32)
    three = np.array([[0.6, 0.6, 0.5], [0.6, 0.6, 0.5]], np.float32)
    for rows, expected in ((one, [0, 1]), (three, [0, 0])):
        assert pair(rows, of_outlets("long " * 200)) == expected


def test_between_the_summaries_of_two_outlets_feeds_one_word_may_be_nearly_all() -> None:
    most = np.array([[0.9, 0.436, 0], [0.9, 0.436, 0]], np.float32)
    brief = of_outlets("A summary in a feed.")
    assert pair(most, brief) == [0, 0]
    assert pair(most, (brief[0], replace(brief[1], source=brief[0].source))) == [0, 1]
    assert pair(np.array([[1, 0, 0], [1, 0, 0]], np.float32), brief) == [0, 1]


def of_outlets(text: str) -> tuple[Article, ...]:
    return tuple(article(text, title=f"Title {n}", outlet=f"Outlet {n}") for n in range(9))


def pair(rows: np.ndarray, articles: tuple[Article, ...]) -> list[int]:
    """The labels of two articles that are somewhat alike, with the given terms in common."""
    likeness = Given({"01": 0.3}, articles=articles, terms=csr_matrix(rows))
    chosen = np.arange(2)
    alike = likeness.among(chosen)
    found = _average_link(chosen, alike, likeness, Nameless(likeness))  # type: ignore[arg-type]
    return [int(label) for label in found]
