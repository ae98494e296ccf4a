"""How much may be shown of a story."""

from __future__ import annotations

from dataclasses import dataclass

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
