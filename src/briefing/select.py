"""The best sentences that do not repeat each other, within a budget, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Scored, Sentence
from briefing.settings import SelectSettings
from briefing.text import standalone
from briefing.text.datelines import body
from briefing.text.order import reading_order
from briefing.text.repeats import bag, repeats

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
    """The best of `scored` (best first) within `budget`, without datelines, in reading order.

    Nothing is shown that repeats another or one of `avoid` (texts shown elsewhere).
    """
    return reading_order(choose(scored, budget, settings, avoid))


def choose(
    scored: Iterable[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str] = (),
) -> tuple[Sentence, ...]:
    """As `select`, best first."""
    chosen: list[Sentence] = []
    places: dict[tuple[str, int], Sentence] = {}
    shown = [bag(text) for text in avoid]
    used = 0
    for candidate in scored:
        place = candidate.sentence.article.id, candidate.sentence.index
        sentence = body(candidate.sentence)
        length = len(sentence.text.split())
        if not budget.admits(length, used, len(chosen)):
            continue
        if standalone.fit(sentence, places.get((place[0], place[1] - 1))):
            continue
        found = bag(sentence.text)
        if repeats(found, shown, settings.similar, settings.held):
            continue
        chosen.append(sentence)
        places[place] = sentence
        shown.append(found)
        used += length
    return tuple(chosen)
