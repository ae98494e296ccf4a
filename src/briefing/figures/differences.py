"""Where independent reports give different figures for one thing.

A false "reports differ" is worse than none, so all of this must hold: both sentences say what is
counted (killed, injured, a noun, a share of something, a sum for something) and it is the same;
the intervals that "at least", "nearly", "about" and rounding leave open lie apart; the sentences
are about the same place and time and mostly use the same words; and neither report gives the
other's figure elsewhere for the same thing, as reports do that tell several tolls.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations

from briefing.figures.counted import BARGAINED, FATES
from briefing.figures.readings import Reading, readings
from briefing.model import Difference, Sentence, Story
from briefing.press.datelines import body
from briefing.standing.standalone import fit
from briefing.text.alignment import similarity
from briefing.text.background import Background

# How alike two sentences must be apart from their figures (benchmarks/pairs.py): a fate says what
# is counted by itself, shares and sums only by the words around them.
ALIKE_TOLL = 0.35
ALIKE_COUNT = 0.45
ALIKE_FATE = 0.6  # arrests and evacuations go on from night to night
ALIKE_SUM = 0.75
ELSEWHERE = 0.55  # from here on it does not matter that only one of them names the place
LEAST_SHARED = 3  # content words beside the names
ALIKE_TALLY = 0.1  # one story's tally of one thing, of two days
# Limits that do not matter from one day to the next.
IN_ALL = frozenset({"so far", "in total", "a total", "overall", "altogether", "first"})
# One may deny four counts and be convicted of three: no day's count is another's.
ACCUSED = frozenset({"count count", "count charg", "count alleg"})
LATER = timedelta(hours=3)  # reports closer in time than this supersede nothing
MOST = 300  # readings of one kind that are compared, each with each
READINGS = 4  # shown side by side


def differences(
    story: Story, sentences: Sequence[Sentence], background: Background
) -> tuple[Difference, ...]:
    """The figures on which `story`'s origins disagree, most widely reported first."""
    origins = {article.id for article in story.origins}
    read = [
        reading
        for sentence in sentences
        if sentence.article.id in origins
        for reading in readings(sentence, background)
    ]
    by_kind: dict[str, list[Reading]] = {}
    for reading in sorted(read, key=_place):
        by_kind.setdefault(reading.kind, []).append(reading)
    found = (_difference(_last_words(by_kind[kind])[:MOST]) for kind in sorted(by_kind))
    kept = [d for d in found if d is not None]
    return tuple(sorted(kept, key=lambda d: (-len(d.readings), d.what)))


def _difference(read: Sequence[Reading]) -> Difference | None:
    """The readings of one thing that contradict each other, if any do."""
    clashing = [
        (a, b)
        for a, b in combinations(read, 2)
        if _outlet(a) != _outlet(b) and _printable(a) and _printable(b) and differ(a, b)
    ]
    clashing = [(a, b) for a, b in clashing if not _acknowledged(a, b, read)]
    if not clashing:
        return None
    chosen = _one_each(reading for pair in clashing for reading in pair)
    last = chosen[-1]
    later = all(
        last.sentence.article.published - r.sentence.article.published >= LATER for r in chosen[:-1]
    ) and all(r.sentence.article.dated for r in chosen)
    return Difference(last.what, tuple(body(r.sentence) for r in chosen), later)


def _last_words(read: Sequence[Reading]) -> list[Reading]:
    """Without what an outlet's later article counts anew: its own earlier figure has passed."""
    last = {_outlet(reading): reading.sentence.article.id for reading in read}
    return [reading for reading in read if last[_outlet(reading)] == reading.sentence.article.id]


def _outlet(reading: Reading) -> str:
    """An outlet's own two versions contradict nobody."""
    return reading.sentence.article.outlet


def _printable(reading: Reading) -> bool:
    return fit(reading.sentence) is None


def differ(a: Reading, b: Reading) -> bool:
    """Whether two readings give figures for one thing that cannot both be true."""
    return (
        a.kind == b.kind
        and a.figure.contradicts(b.figure)
        and not _agrees_elsewhere(a, b)
        and _of_one_thing(a, b)
    )


def changed(before: Reading, after: Reading) -> bool:
    """Whether a later report of a story has another figure for one thing: each may have been true
    on its day, so neither the days that they name nor "at least" keep them apart."""
    return (
        before.kind == after.kind
        and after.kind not in ACCUSED
        and before.scope - IN_ALL == after.scope - IN_ALL
        and before.years == after.years
        and not _apart(before.places, after.places)
        and before.figure.value not in {f.value for f in after.content.figures}
        and after.figure.value not in {f.value for f in before.content.figures}
        and similarity(before.content, after.content) >= _needed_later(before, after)
    )


def _needed_later(before: Reading, after: Reading) -> float:
    """How alike the sentences of two days must be: less where both count the whole event, or name
    the two who bargain or compete."""
    left, right = before.content.names, after.content.names
    if before.total and after.total and not _apart(left, right):
        return 0.0
    if after.total and (before.total or before.sentence.index == 0):
        return ALIKE_TALLY
    if after.kind.split()[0] in BARGAINED and left & right:
        return ALIKE_TALLY
    return _needed(after)


def _agrees_elsewhere(a: Reading, b: Reading) -> bool:
    """Whether another figure of either sentence is the one that the other sentence means."""
    return any(
        f.unit == reading.figure.unit and not f.contradicts(reading.figure)
        for reading, other in ((a, b), (b, a))
        for f in other.content.figures
    )


def _of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether the sentences are about the same, at the same time and place, as far as they say;
    what they tell of another year is no news."""
    if (
        a.scope != b.scope
        or a.years
        or b.years
        or _apart(a.times, b.times)
        or _apart(a.places, b.places)
    ):
        return False
    near = similarity(a.content, b.content)
    if near < _needed(a) or (bool(a.places) != bool(b.places) and near < ELSEWHERE):
        return False
    left, right = a.content.names, b.content.names
    if a.what in FATES:
        return not _apart(left, right)
    shared = (a.content.weights.keys() & b.content.weights.keys()) - left - right
    if len(shared) < LEAST_SHARED:
        return False
    return not a.figure.unit or (a.alone and b.alone and (left == right or bool(left & right)))


def _needed(reading: Reading) -> float:
    """How alike the sentences must be, by what is counted."""
    if reading.figure.unit:
        return ALIKE_SUM
    if reading.what not in FATES:
        return ALIKE_COUNT
    return ALIKE_TOLL if reading.what in ("killed", "injured", "missing") else ALIKE_FATE


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both name something, and nothing that is the same."""
    return bool(a) and bool(b) and not a & b


def _acknowledged(a: Reading, b: Reading, read: Iterable[Reading]) -> bool:
    """Whether either article gives the other's figure as well, as one of several."""
    return any(
        r.sentence.article.id == x.sentence.article.id
        and r.figure.low <= y.figure.value <= r.figure.high < math.inf
        for r in read
        for x, y in ((a, b), (b, a))
    )


def _one_each(clashing: Iterable[Reading]) -> list[Reading]:
    """One reading an article, at most one more of an equal value, oldest first."""
    chosen: dict[str, Reading] = {}
    for reading in sorted(clashing, key=_place):
        chosen.setdefault(reading.sentence.article.id, reading)
    values: dict[tuple[float, float], Reading] = {}
    for reading in chosen.values():
        values.setdefault((reading.figure.low, reading.figure.high), reading)
    return sorted(values.values(), key=_place)[:READINGS]


def _place(reading: Reading) -> tuple[object, ...]:
    article = reading.sentence.article
    return (article.published, article.id, reading.sentence.span, reading.figure.span)
