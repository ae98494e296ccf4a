"""Do two groups name different things in their titles?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from briefing.cluster.likeness import Likeness, Places
from briefing.standing.subjects import TOLD, lands_told, named, scene
from briefing.text.vectors import column

_MOST = 3  # articles of a group that are read


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a title names: columns of stems with their weights, and these in all."""

    names: dict[int, float]
    weight: float


class Subjects:
    """What the titles of some articles name, read when it is first asked for."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._subjects: dict[int, _Subject] = {}
        self._terms: dict[int, frozenset[int]] = {}
        self._scenes: dict[int, frozenset[str]] = {}
        self._lands: dict[int, frozenset[str]] = {}

    def differ(self, some: Places, others: Places) -> bool:
        """Whether most pairs of the two groups name nothing that the other article tells of."""
        pairs = list(product(some[:_MOST].tolist(), others[:_MOST].tolist()))
        half = len(pairs) / 2
        strangers = 0
        for read, (a, b) in enumerate(pairs):
            if strangers > half or strangers + len(pairs) - read <= half:
                break
            strangers += self._strangers(a, b)
        return strangers > half

    def _strangers(self, a: int, b: int) -> bool:
        first, second = self._subject(a), self._subject(b)
        if self._told(first, b) or self._told(second, a):
            return False
        here, there = self._scene(a), self._scene(b)
        if not (first.weight or here) or not (second.weight or there):
            return False  # nothing parts what names nothing
        return not here & self._lands_of(b) and not there & self._lands_of(a)

    def _told(self, subject: _Subject, at: int) -> bool:
        """Whether an article tells of more than a little of what another's title names."""
        terms = self._terms_of(at)
        found = sum(weight for column, weight in subject.names.items() if column in terms)
        return found > TOLD * subject.weight

    def _subject(self, at: int) -> _Subject:
        if at not in self._subjects:
            article, numbers = self._likeness.articles[at], self._likeness.vocabulary.numbers
            own = {column(numbers[s]): w for s, w in named(article).items() if s in numbers}
            self._subjects[at] = _Subject(own, sum(own.values()))
        return self._subjects[at]

    def _terms_of(self, at: int) -> frozenset[int]:
        if at not in self._terms:
            terms = self._likeness.terms
            row = terms.indices[terms.indptr[at] : terms.indptr[at + 1]]
            self._terms[at] = frozenset(row.tolist())
        return self._terms[at]

    def _scene(self, at: int) -> frozenset[str]:
        if at not in self._scenes:
            self._scenes[at] = scene(self._likeness.articles[at])
        return self._scenes[at]

    def _lands_of(self, at: int) -> frozenset[str]:
        if at not in self._lands:
            self._lands[at] = lands_told(self._likeness.articles[at])
        return self._lands[at]
