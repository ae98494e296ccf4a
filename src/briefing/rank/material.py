"""What the rankers look at: the sentences of one story as stems and bigrams, by position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Scored, Sentence
from briefing.press.datelines import body
from briefing.settings import RankSettings
from briefing.text.background import Background
from briefing.text.words import STOP_WORDS, content_stems, stem, words

Bigram = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything here goes by position: the i-th entry of each tuple is of the i-th sentence.

    `stems` carry content; `bigrams` are the different pairs of neighbouring stems of which at
    least one does; `article` numbers the articles from 0 in the order of their first sentence;
    `lengths` count the words between white space. Datelines are left out of all of them.
    """

    sentences: tuple[Sentence, ...]
    stems: tuple[tuple[str, ...], ...]
    bigrams: tuple[tuple[Bigram, ...], ...]
    article: tuple[int, ...]
    lengths: tuple[int, ...]
    background: Background
    settings: RankSettings
    query: frozenset[str] = frozenset()  # stems of the words that are wanted

    @property
    def articles(self) -> int:
        """How many articles the sentences are of."""
        return max(self.article, default=-1) + 1

    def scored(self, scores: Iterable[float]) -> list[Scored]:
        """Each sentence with its score: one of `scores` each, in their order."""
        return [Scored(s, x) for s, x in zip(self.sentences, scores, strict=True)]

    def reach(self) -> Counter[Bigram]:
        """In how many articles each bigram stands."""
        seen = {
            (article, b)
            for article, pairs in zip(self.article, self.bigrams, strict=True)
            for b in pairs
        }
        return Counter(bigram for _, bigram in seen)


def material(
    sentences: Sequence[Sentence],
    background: Background,
    settings: RankSettings,
) -> Material:
    """What the rankers read off `sentences`, found once."""
    numbers: dict[str, int] = {}
    for sentence in sentences:
        numbers.setdefault(sentence.article.id, len(numbers))
    texts = [body(sentence).text for sentence in sentences]
    return Material(
        sentences=tuple(sentences),
        stems=tuple(tuple(content_stems(text)) for text in texts),
        bigrams=tuple(tuple(dict.fromkeys(bigrams(text))) for text in texts),
        article=tuple(numbers[sentence.article.id] for sentence in sentences),
        lengths=tuple(len(text.split()) for text in texts),
        background=background,
        settings=settings,
    )


def bigrams(text: str) -> tuple[Bigram, ...]:
    """Neighbouring stems, except pairs of two function words."""
    found = words(text)
    return tuple(
        (stem(a), stem(b)) for a, b in pairwise(found) if not (a in STOP_WORDS and b in STOP_WORDS)
    )
