"""Do two sentences state the same? Alignment of sentences across articles, at paraphrase level.

Two sentences state the same where the content of the one is found in the other, up to inflection
and everyday news synonyms ("quake", "earthquake"), and nothing speaks against it: other figures,
other names, a negation on one side only. Words weigh by how rare they are in the background.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from briefing.text.background import Background
from briefing.text.numbers import Figure, figures
from briefing.text.words import STOP_WORDS, WORD, stem

# Words that reports of one event use for one another. Each line is one meaning, in this context
# only: the weights below ask for far more agreement than one such pair.
_SYNONYMS = """
kill dead die death deaths fatal fatality slain perish toll lives
injure wound hurt
earthquake quake tremor temblor
blast explosion explode detonate bomb bombing
arrest detain apprehend custody
police officer cop
president presidential
government administration
fire blaze wildfire
flood flooding deluge
storm hurricane cyclone typhoon
crash collide collision
attack assault strike raid
shoot gunfire shooting gunman
say state announce declare tell
begin start launch open
end finish conclude stop halt
fall drop decline decrease plunge slump
rise climb increase grow jump surge soar
buy acquire purchase takeover acquisition
company firm corporation
deal agreement accord pact
talk negotiation negotiate discuss
win victory defeat beat
vote ballot election elect poll
law legislation bill
reject refuse dismiss deny
approve pass back endorse
resign quit step
dismiss fire sack oust
hire appoint name nominate pick
leave depart exit withdraw
rule ruling verdict judgment decision decide
court judge justice
lawsuit sue suit
demonstrate demonstration protest protester rally march demonstrator
troop soldier military army
rescue save
doctor physician medic
child children kid
person people resident
home house
car vehicle
plane aircraft jet airliner
job employment work
plan propose proposal
rebuild reconstruction reconstruct
urge call demand
warn warning caution
ban prohibit bar block
sentence jail prison imprison
accuse allege charge indict
probe investigation investigate inquiry
lawmaker legislator congressman senator
coronavirus covid virus pandemic
america american states
"""
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|deny|denie[sd]|denying"
    r"|refus(?:es?|ed|ing)|reject(?:s|ed|ing)?|fail(?:s|ed|ing)? to|unlikely|ruled? out)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


def _classes() -> dict[str, str]:
    """Stem -> the stem that stands for its line; a word of two lines belongs to the first."""
    found: dict[str, str] = {}
    for line in _SYNONYMS.split("\n"):
        first, *rest = [stem(word) for word in line.split()] or [""]
        for other in [first, *rest]:
            found.setdefault(other, found.get(first, first))
    return found


_CLASS = _classes()


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence says, for comparing: `weights` of its content stems (synonyms as one)."""

    weights: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    figures: tuple[Figure, ...]
    negated: bool
    size: float


def content(text: str, background: Background) -> Content:
    """The content of one sentence; figures count by value, not as words."""
    found = figures(text)
    stems: list[str] = []
    names: set[str] = set()
    for match in WORD.finditer(text):
        word = match.group().replace("’", "'")
        if any(f.span.start <= match.start() < f.span.end for f in found):
            continue
        lower = word.lower()
        if lower in STOP_WORDS or (len(word) == 1 and not word.isdigit()):
            continue
        key = stem(lower)
        stems.append(_CLASS.get(key, key))
        if word[0].isupper() and match.start() > 1:
            names.add(stems[-1])
    weights = {key: round(background.idf(key), 6) for key in sorted(set(stems))}
    return Content(
        weights=weights,
        pairs=frozenset(pairwise(stems)),
        names=frozenset(names),
        figures=found,
        negated=len(_NEGATION.findall(text)) % 2 == 1,
        size=sum(weights.values()),
    )


def coverage(a: Content, b: Content) -> float:
    """The share (0 to 1) of a's weight that stands in b."""
    return sum(w for key, w in a.weights.items() if key in b.weights) / a.size if a.size else 0.0


def similarity(a: Content, b: Content) -> float:
    """0 to 1: the geometric mean of both coverages, a quarter of it from pairs of words."""
    words = math.sqrt(coverage(a, b) * coverage(b, a))
    shared = len(a.pairs & b.pairs)
    pairs = shared / math.sqrt(len(a.pairs) * len(b.pairs)) if a.pairs and b.pairs else 0.0
    return 0.75 * words + 0.25 * pairs


def compatible(a: Content, b: Content) -> bool:
    """Whether nothing speaks against both stating the same: figures, names, negation."""
    return a.negated == b.negated and _figures_agree(a.figures, b.figures) and _names_agree(a, b)


def _figures_agree(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    """Whether, unit by unit, the side with fewer figures has each of them on the other side."""
    for unit in sorted({f.unit for f in left} & {f.unit for f in right}):
        mine = [f for f in left if f.unit == unit]
        theirs = [f for f in right if f.unit == unit]
        fewer, more = sorted((mine, theirs), key=len)
        if not all(any(not f.contradicts(g) for g in more) for f in fewer):
            return False
    return True


def _names_agree(a: Content, b: Content) -> bool:
    """Whether they share a name, or one of them has none."""
    return not a.names or not b.names or bool(a.names & set(b.weights) or b.names & set(a.weights))


# From here on two sentences state the same (benchmarks/pairs.py; cross-validated).
SAME = 0.5
COVERED = 0.45


def same(a: Content, b: Content) -> bool:
    """Whether b states what a states: most of a's content, and nothing against it."""
    return (
        len(a.weights) >= 3
        and coverage(a, b) >= COVERED
        and similarity(a, b) >= SAME
        and compatible(a, b)
    )
