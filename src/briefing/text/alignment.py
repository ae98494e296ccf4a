"""Do two sentences state the same? Alignment of sentences across articles, at paraphrase level.

Two sentences state the same where the content of each is found in the other, up to inflection and
everyday news synonyms ("quake", "earthquake"), the more surely the longer a passage they share
word for word, and where nothing speaks against it: other figures, a negation on one side only.
Words weigh by how rare they are among the sentences of the story: what every report repeats
(its names, its theme) tells little about whether two sentences say the same. Names and the titles
of those who speak weigh little: one spokesman says many things.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefing.text.numbers import LONGEST, Figure, figures
from briefing.text.synonyms import meaning, plain
from briefing.text.words import STOP_WORDS, WORD, words

Weigh = Callable[[str], float]

_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|deny|denie[sd]|denying"
    r"|refus(?:es?|ed|ing)|reject(?:s|ed|ing)?|fail(?:s|ed|ing)? to|unlikely|ruled? out)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


# Who speaks and that they speak: the same in every sentence of a statement.
_SPEAKERS = """
president secretary spokesman spokeswoman spokesperson senator minister director chairman chair
chairwoman chief attorney general governor mayor leader officer official reporter judge justice
lawyer sheriff representative rep sen gov prime king queen ceo adviser advisor ambassador
commissioner deputy associate former press conference statement interview republican democrat
democratic tell say add tweet twitter write
"""
# Verbs whose past does not end in -ed, and verbs that say nothing by themselves.
_IRREGULAR = frozenset(
    """beat began bought broke brought built burst came caught chose cut drew drove fell felt fought
    found fled flew gave grew held hit hurt kept killed knew laid led left lent lost met paid put
    rose ran sank saw sent set shot shut sold sought spent spread stole stood struck stuck swept
    swore took thrown threw torn understood won wore wrote""".split()
)
_LIGHT = frozenset(
    """left made had took gave came went put held kept got used based called named known related led
    need needed continued expected began started brought scheduled hundred""".split()
)
_BEING = frozenset("is are was were be been being".split())
_BEFORE_VERB = frozenset("will to would must may might can could should not cannot shall".split())


_WEEKDAYS = frozenset(
    meaning(day) for day in "monday tuesday wednesday thursday friday saturday sunday".split()
)
_SPEAKING = frozenset(meaning(w) for w in _SPEAKERS.split())

# Fitted on hand-labelled pairs by cross-validated logistic regression (benchmarks/pairs.py).
NAME_WEIGHT = 0.3
SPEAKER_WEIGHT = 0.1
RUN_WEIGHT = 0.25  # what a shared passage of LONG_RUN words or more adds to the agreement
LONG_RUN = 8
LONGEST_RUN = 150  # words of a sentence that are searched for a shared passage
SAME = 0.66  # agreement from which two sentences state the same
# The same for the openings of two reports of one event, which tell the same news anyway unless
# something speaks against it (16 of 18 labelled pairs, most of them below SAME).
SAME_OPENING = 0.42
SHORT = 8  # content words
LEAST_COVERED = 0.3  # of the first sentence, and of its first half, where the news stands
LEAST_SHARED = 3  # stems: fewer agree by chance


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence says, for comparing.

    `weights` of its content stems (synonyms as one) in the order of the text; `names` are those
    that are capitalised; `run` all its words, in order, for shared passages; `verb` is the first
    that tells what happened, as far as its form shows it, else ""; `suffers` where it is passive,
    `planned` where it is still to come ("plans to resign").
    """

    weights: dict[str, float]
    names: frozenset[str]
    run: tuple[str, ...]
    figures: tuple[Figure, ...]
    negated: bool
    verb: str
    suffers: bool = False
    planned: bool = False


def rarity(texts: Iterable[str]) -> Weigh:
    """A weight for each meaning: log of how few of `texts` (a story's sentences) hold it."""
    held: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        held.update({meaning(w) for w in words(text)})
    return lambda key: math.log((2 + number) / (1 + held[key]))


def content(text: str, weigh: Weigh) -> Content:
    """The content of one sentence; figures count by value, not as words."""
    text = plain(text[:LONGEST])
    found = figures(text)
    weights: dict[str, float] = {}
    names: set[str] = set()
    run: list[str] = []
    for match in WORD.finditer(text):
        if any(f.span.start <= match.start() < f.span.end for f in found):
            run.append("")  # a figure ends a shared passage
            continue
        word = match.group().replace("’", "'")
        key = meaning(word.lower())
        run.append(key)
        if word.lower() in STOP_WORDS or (len(word) == 1 and not word.isdigit()):
            continue
        if word[0].isupper() and match.start() > 1:
            names.add(key)
        weights.setdefault(key, 0.0)
    for key in weights:
        share = SPEAKER_WEIGHT if key in _SPEAKING else NAME_WEIGHT if key in names else 1.0
        weights[key] = round(share * weigh(key), 6)
    verb, suffers, planned = _verb(text)
    return Content(
        weights=weights,
        names=frozenset(names),
        run=tuple(run[:LONGEST_RUN]),
        figures=found,
        negated=len(_NEGATION.findall(text)) % 2 == 1,
        verb=verb,
        suffers=suffers,
        planned=planned,
    )


def _verb(text: str) -> tuple[str, bool, bool]:
    """The first word with the form of a verb that is neither light nor one of speaking.

    And whether a form of "to be" stands before it, and whether "to", "will" and the like do.
    """
    before = ""
    for word in words(text):
        formed = (word.endswith("ed") and len(word) > 4) or word in _IRREGULAR
        follows = before in _BEFORE_VERB and word not in STOP_WORDS and word.isalpha()
        key = meaning(word)
        if (formed or follows) and word not in _LIGHT and key not in _SPEAKING:
            return key, before in _BEING, follows
        before = word
    return "", False, False


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
    return {k for k in a.weights if k not in b.run and k not in _SPEAKING and not k.isdigit()}


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
