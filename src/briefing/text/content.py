"""What a sentence says, as far as two sentences can be compared by it.

Words weigh by how rare they are among the sentences of the story: what every report repeats
(its names, its theme) tells little about whether two sentences say the same. Names and the titles
of those who speak weigh little: one spokesman says many things.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.text.lands import lands
from briefing.text.numbers import LONGEST, Figure, figures
from briefing.text.synonyms import meaning, plain
from briefing.text.words import EMPTY_WORDS, STOP_WORDS, WORD, words

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
    found fled flew gave grew held hit hurt kept knew laid led left lent lost met paid put
    rose ran sank saw sent set shot shut sold sought spent spread stole stood struck stuck swept
    swore took thrown threw torn understood won wore wrote""".split()
)
_LIGHT = frozenset(
    """left made had took gave came went put held kept got used based called named known related led
    need needed continued expected began started brought scheduled hundred""".split()
)
_BEING = frozenset("is are was were be been being".split())
_BEFORE_VERB = frozenset("will to would must may might can could should not cannot shall".split())
SPEAKING = frozenset(meaning(w) for w in _SPEAKERS.split())

# Fitted on hand-labelled pairs by cross-validated logistic regression (benchmarks/pairs.py).
NAME_WEIGHT = 0.3
SPEAKER_WEIGHT = 0.1
LONGEST_RUN = 150  # words of a sentence that are searched for a shared passage


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence says, for comparing.

    `weights` of its content stems (synonyms as one) in the order of the text; `names` are those
    that are capitalised; `run` all its words, in order, for shared passages; `verb` is the first
    that tells what happened, as far as its form shows it, else ""; `suffers` where it is passive,
    `planned` where it is still to come ("plans to resign"); `lands` those that it names.
    """

    weights: dict[str, float]
    names: frozenset[str]
    run: tuple[str, ...]
    figures: tuple[Figure, ...]
    negated: bool
    verb: str
    suffers: bool = False
    planned: bool = False
    lands: frozenset[str] = frozenset()


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
        if word.lower() in EMPTY_WORDS or (len(word) == 1 and not word.isdigit()):
            continue
        if word[0].isupper() and match.start() > 1:
            names.add(key)
        weights.setdefault(key, 0.0)
    for key in weights:
        share = SPEAKER_WEIGHT if key in SPEAKING else NAME_WEIGHT if key in names else 1.0
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
        lands=lands(text),
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
        if (formed or follows) and word not in _LIGHT and key not in SPEAKING:
            return key, before in _BEING, follows
        before = word
    return "", False, False
