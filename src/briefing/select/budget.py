"""How much may be shown of a story."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.settings import WORDS_A_MINUTE


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
    def of(cls, *, minutes: int = 0, words: int = 0, sentences: int = 0) -> Budget:
        """The least of what is given; 0 sets no limit."""
        limits = [limit for limit in (words, minutes * WORDS_A_MINUTE) if limit]
        return cls(words=min(limits, default=None), sentences=sentences or None)

    def holds(self, words: int, sentences: int) -> bool:
        """Whether so much is within it."""
        return (self.words is None or words <= self.words) and (
            self.sentences is None or sentences <= self.sentences
        )

    def admits(self, length: int, words: int, sentences: int) -> bool:
        """Whether `length` more words may follow `words` words in `sentences` sentences."""
        least = length if self.whole else 1
        return (self.words is None or words + least <= self.words) and (
            self.sentences is None or sentences < self.sentences
        )
