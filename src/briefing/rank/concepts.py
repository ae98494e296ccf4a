"""What a story tells, as weighted bigrams, and how much of it stands in a sentence.

A concept-coverage model (Gillick and Favre 2009) whose weights are learnt (as in Li, Qian and Liu
2013): the weight of a bigram is the chance that a person's summary holds it, by a logistic
regression on eight features, fitted on news clusters of ten articles and on parts of them with
seven, five, three, two and one (benchmarks/learn_concepts.py). Articles are counted in shares,
so one model serves stories of one article and of fifty.
"""

from __future__ import annotations

import math
from collections import Counter

from briefing.model import Scored
from briefing.rank.material import Bigram, Material
from briefing.text.words import STOP_WORDS, stem

# In the order of `features`. What decides: how early it stands, how often an article repeats it,
# in how many articles its rarer word stands.
WEIGHTS = (-2.326, 0.339, -1.05, 1.273, 0.767, 0.378, 0.398, -0.235, 0.5)
# Words added to a sentence's length before concepts are counted by the word: without them the
# shortest sentences win by their few strong words.
PADDING = 8

_STOP_STEMS = frozenset(stem(word) for word in STOP_WORDS)
Features = tuple[float, ...]


def features(material: Material) -> dict[Bigram, Features]:
    """For each bigram: 1, log share of articles, log earliest place, log repeats an article, log
    share of articles with its rarer word, idf, figure, one function word, mean log place."""
    first: dict[Bigram, dict[int, int]] = {}
    repeats: Counter[Bigram] = Counter()
    for article, sentence, pairs in zip(
        material.article, material.sentences, material.bigrams, strict=True
    ):
        for bigram in pairs:
            first.setdefault(bigram, {}).setdefault(article, sentence.index)
            repeats[bigram] += 1
    holders, articles = _holders(material), material.articles
    found: dict[Bigram, Features] = {}
    for bigram, places in first.items():
        content = [s for s in bigram if s not in _STOP_STEMS] or list(bigram)
        logs = [math.log1p(place) for place in places.values()]
        found[bigram] = (
            1.0,
            math.log(len(places) / articles),
            min(logs),
            math.log(repeats[bigram] / len(places)),
            math.log(min(holders[s] for s in content) / articles),
            sum(material.background.idf(s) for s in content) / len(content) / 5,
            float(any(s[0].isdigit() for s in bigram)),
            float(len(content) == 1),
            sum(logs) / len(logs),
        )
    return found


def _holders(material: Material) -> Counter[str]:
    """In how many articles each stem of a bigram stands."""
    seen: dict[tuple[str, int], None] = {}
    for article, pairs in zip(material.article, material.bigrams, strict=True):
        for bigram in pairs:
            seen[bigram[0], article] = None
            seen[bigram[1], article] = None
    return Counter(found for found, _ in seen)


def weights(material: Material) -> dict[Bigram, float]:
    """The chance (0 to 1) of each bigram to stand in a summary."""
    return {bigram: _chance(values) for bigram, values in features(material).items()}


def _chance(values: Features) -> float:
    logit = sum(w * x for w, x in zip(WEIGHTS, values, strict=True))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def shares(material: Material) -> list[tuple[tuple[Bigram, float], ...]]:
    """What each bigram of a sentence adds to its score: its weight by the word."""
    weight = weights(material)
    return [
        tuple((bigram, weight[bigram] / (length + PADDING)) for bigram in pairs)
        for pairs, length in zip(material.bigrams, material.lengths, strict=True)
    ]


def scored(material: Material) -> list[Scored]:
    """The sum of the shares, which `select` counts once in a summary."""
    return [
        Scored(s, sum(x for _, x in parts), concepts=parts)
        for s, parts in zip(material.sentences, shares(material), strict=True)
    ]
