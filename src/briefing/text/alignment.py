"""Do two sentences state the same? Alignment of sentences across articles, at paraphrase level.

Two sentences state the same where the content of each is found in the other, up to inflection and
everyday news synonyms ("quake", "earthquake"), the more surely the longer a passage they share
word for word, and where nothing speaks against it: other figures, another land, a negation on one
side only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.text.content import SPEAKING, Content
from briefing.text.dates import WEEKDAYS
from briefing.text.numbers import Figure
from briefing.text.synonyms import meaning

_WEEKDAYS = frozenset(map(meaning, WEEKDAYS))

# Fitted on hand-labelled pairs by cross-validated logistic regression (benchmarks/pairs.py).
RUN_WEIGHT = 0.25  # what a shared passage of LONG_RUN words or more adds to the agreement
LONG_RUN = 8
SAME = 0.66  # agreement from which two sentences state the same
# The same for the openings of two reports of one event, which tell the same news anyway unless
# something speaks against it (16 of 18 labelled pairs, most of them below SAME).
SAME_OPENING = 0.42
SHORT = 8  # content words
LEAST_COVERED = 0.3  # of the first sentence, and of its first half, where the news stands
LEAST_SHARED = 3  # stems: fewer agree by chance


def coverage(a: Content, b: Content) -> float:
    """The share (0 to 1) of a's weight that stands in b."""
    return _share(a.weights, b)


def _share(weights: dict[str, float], other: Content) -> float:
    size = sum(weights.values())
    return sum(w for key, w in weights.items() if key in other.weights) / size if size else 0.0


def similarity(a: Content, b: Content) -> float:
    """0 to 1: the geometric mean of both coverages."""
    return math.sqrt(coverage(a, b) * coverage(b, a))


def agreement(a: Content, b: Content, least: float = SAME) -> float:
    """Similarity, and up to RUN_WEIGHT more for the longest passage that both share."""
    near = similarity(a, b)
    if near + RUN_WEIGHT < least:  # no passage can lift it: spare the search
        return near
    return near + RUN_WEIGHT * min(longest_run(a.run, b.run), LONG_RUN) / LONG_RUN


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words the longest passage has that stands in both."""
    best, above = 0, [0] * (len(b) + 1)
    for word in a:
        here = [0] * (len(b) + 1)
        if word:
            for j, other in enumerate(b):
                if word == other:
                    here[j + 1] = above[j] + 1
            best = max(best, *here)
        above = here
    return best


def compatible(a: Content, b: Content) -> bool:
    """Whether nothing speaks against both stating the same: figures, verbs, negation.

    Where a long passage is the same word for word, the verb is that of another clause (who said
    it), and so is a "not".
    """
    if not _figures_agree(a.figures, b.figures) or not _days_agree(a, b):
        return False
    if _substituted(a, b) or _turned(a, b):
        return False
    if a.lands and b.lands and not a.lands & b.lands:  # the same, but in another land
        return False
    return (a.negated == b.negated and _verbs_agree(a, b)) or longest_run(a.run, b.run) >= LONG_RUN


def _substituted(a: Content, b: Content) -> bool:
    """Whether short sentences each hold a word or a name of their own: "will [cut|hire] 700".

    In a short sentence one word is the news; long ones differ in many that do not matter.
    """
    if min(len(a.weights), len(b.weights)) > SHORT:
        return False
    mine, theirs = _own(a, b), _own(b, a)
    return bool((mine - a.names and theirs - b.names) or (mine & a.names and theirs & b.names))


def _turned(a: Content, b: Content) -> bool:
    """Whether one of whom both tell did in the one what was done to them in the other."""
    if a.verb != b.verb or a.suffers == b.suffers:
        return False
    return next(iter(a.weights), "") == next(iter(b.weights), None)


def _only_planned(a: Content, b: Content) -> bool:
    """Whether what the one plans has happened in the other: "plans to resign", "resigned"."""
    return bool(a.verb) and a.verb == b.verb and a.planned != b.planned


def _own(a: Content, b: Content) -> set[str]:
    """The content of a that b does not hold, speaking and figures aside."""
    return {k for k in a.weights if k not in b.run and k not in SPEAKING and not k.isdigit()}


def _verbs_agree(a: Content, b: Content) -> bool:
    """Whether what happened in the one is told in the other: "arrested" is not "released"."""
    return not a.verb or not b.verb or a.verb in b.run or b.verb in a.run


def _days_agree(a: Content, b: Content) -> bool:
    """Whether they name a weekday in common, where both name one."""
    mine, theirs = _WEEKDAYS.intersection(a.run), _WEEKDAYS.intersection(b.run)
    return not mine or not theirs or bool(mine & theirs)


def _figures_agree(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    """Whether, unit by unit, the side with fewer figures has each of them on the other side."""
    for unit in sorted({f.unit for f in left} & {f.unit for f in right}):
        mine = [f for f in left if f.unit == unit]
        theirs = [f for f in right if f.unit == unit]
        fewer, more = sorted((mine, theirs), key=len)
        if not all(any(not f.contradicts(g) for g in more) for f in fewer):
            return False
    return True


def same(a: Content, b: Content, least: float = SAME) -> bool:
    """Whether b states what a states: `least` agreement, and nothing against it."""
    half = dict(list(a.weights.items())[: max(4, len(a.weights) // 2)])
    return (
        len(a.weights.keys() & b.weights.keys()) >= LEAST_SHARED
        and coverage(a, b) >= LEAST_COVERED
        and _share(half, b) >= LEAST_COVERED
        and agreement(a, b, least) >= least
        and compatible(a, b)
    )


def same_news(a: Content, b: Content) -> bool:
    """As `same`, for two openings of reports of one event."""
    return same(a, b, SAME_OPENING) and not _only_planned(a, b)
