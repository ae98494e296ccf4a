"""The best sentences that do not repeat each other, within a budget, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from briefing.model import Scored, Sentence
from briefing.settings import SelectSettings
from briefing.text import standalone
from briefing.text.alignment import Content, Weigh, content, rarity, same
from briefing.text.datelines import body
from briefing.text.introductions import strangers
from briefing.text.order import reading_order
from briefing.text.repeats import Bag, bag, repeats

WORDS_A_MINUTE = 230  # silent reading of English prose (Brysbaert 2019: 238)


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be shown; None sets no limit.

    `whole` keeps every sentence within `words`; else the last may run past it, for a text that is
    cut there (the score scripts of the field do that).
    """

    words: int | None = None
    sentences: int | None = None
    whole: bool = True

    @classmethod
    def of_minutes(cls, minutes: float) -> Budget:
        return cls(words=round(minutes * WORDS_A_MINUTE))

    def admits(self, length: int, words: int, sentences: int) -> bool:
        """Whether `length` more words may follow `words` words in `sentences` sentences."""
        least = length if self.whole else 1
        return (self.words is None or words + least <= self.words) and (
            self.sentences is None or sentences < self.sentences
        )


def select(
    scored: Iterable[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str] = (),
) -> tuple[Sentence, ...]:
    """The best of `scored` within `budget`, without datelines, in reading order.

    Nothing is shown that repeats another or one of `avoid` (texts shown elsewhere).
    """
    return reading_order(choose(scored, budget, settings, avoid))


def choose(
    scored: Iterable[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str] = (),
) -> tuple[Sentence, ...]:
    """As `select`, best first (but a follow-up stands right after what it follows)."""
    candidates = tuple(scored)
    weigh = rarity(candidate.sentence.text for candidate in candidates)
    choice = _Choice(budget, settings, [bag(text) for text in avoid], weigh)
    for candidate in candidates:
        choice.offer(candidate)
    while (best := choice.best()) is not None:
        choice.take(best)
    return tuple(choice.chosen)


Place = tuple[str, int]  # the id of an article, the index of a sentence


def _place(scored: Scored) -> Place:
    return scored.sentence.article.id, scored.sentence.index


class _Choice:
    """A greedy choice under way: what is taken, what it tells, and what may still come.

    A sentence's worth only falls while others are taken, so the candidates wait in a heap by the
    worth they last had (lazy greedy, Minoux 1978).
    """

    def __init__(
        self, budget: Budget, settings: SelectSettings, shown: list[Bag], weigh: Weigh
    ) -> None:
        self.budget, self.settings, self.shown, self._weigh = budget, settings, shown, weigh
        self._contents: list[Content] = []
        self.chosen: list[Sentence] = []
        self.words = 0
        self._numbers = count()  # no two entries of the heap are equal
        self._told: set[tuple[str, str]] = set()
        self._waiting: list[tuple[float, tuple[object, ...], int, Scored]] = []
        self._followers: dict[Place, Scored] = {}
        self._strange: list[Scored] = []
        self._taken: dict[Place, Sentence] = {}

    def offer(self, scored: Scored) -> None:
        s = scored.sentence
        tie = (s.article.published, s.article.id, s.index, s.span)
        heappush(self._waiting, (-self._worth(scored), tie, next(self._numbers), scored))

    def best(self) -> Scored | None:
        """The best candidate that may be shown now."""
        while self._waiting:
            worth, _, _, scored = heappop(self._waiting)
            if -self._worth(scored) > worth:
                self.offer(scored)
            elif self._admissible(scored):
                return scored
        return None

    def take(self, scored: Scored) -> None:
        sentence, before = body(scored.sentence), self._before(scored)
        at = self.chosen.index(before) + 1 if before in self.chosen else len(self.chosen)
        self.chosen.insert(at, sentence)
        self.words += _length(sentence)
        self.shown.append(bag(sentence.text))
        self._contents.append(content(sentence.text, self._weigh))
        self._told.update(concept for concept, _ in scored.concepts)
        self._taken[_place(scored)] = sentence
        article, index = _place(scored)
        if (follower := self._followers.pop((article, index + 1), None)) is not None:
            self.offer(follower)
        strange, self._strange = self._strange, []
        for other in strange:
            self.offer(other)

    def _worth(self, scored: Scored) -> float:
        """The score less what is told already."""
        told = sum(x for concept, x in scored.concepts if concept in self._told)
        return round(scored.score - told, 9)

    def _before(self, scored: Scored) -> Sentence | None:
        article, index = _place(scored)
        return self._taken.get((article, index - 1))

    def _admissible(self, scored: Scored) -> bool:
        sentence = body(scored.sentence)
        if not self.budget.admits(_length(sentence), self.words, len(self.chosen)):
            return False
        reason = standalone.fit(sentence, self._before(scored))
        if reason == standalone.POINTS_BACK:
            self._followers[_place(scored)] = scored  # its turn comes if the one before is taken
        if reason is not None or self._repeats(sentence):
            return False
        if strangers(sentence, [sentence.article.title, *(s.text for s in self.chosen)]):
            self._strange.append(scored)  # its turn comes if somebody introduces them
            return False
        return True

    def _repeats(self, sentence: Sentence) -> bool:
        """Whether its words were shown, or what it states, in other words."""
        settings = self.settings
        found = bag(sentence.text)
        if repeats(found, self.shown, settings.similar, settings.held, settings.worded):
            return True
        meaning = content(sentence.text, self._weigh)
        return any(same(meaning, told) or same(told, meaning) for told in self._contents)


def _length(sentence: Sentence) -> int:
    return len(sentence.text.split())
