"""Which of a story's chosen sentences tell nothing that the page does not tell already.

`select` refuses near repeats of any sentence. On the page four more kinds tire a reader: the
sentences of two reports that tell the one piece of news, each in its own words; a second one with
the same figures about the same thing; one that all those before it tell together; and a sentence
around words that are shown as a quote. And a surname says nothing to a reader who has not met its
person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from briefing.model import Sentence
from briefing.standing.abbreviated import unexplained
from briefing.standing.definites import unresolved
from briefing.standing.introductions import unmet
from briefing.standing.openings import completes
from briefing.text.background import background
from briefing.text.dates import MONTHS, WEEKDAYS
from briefing.text.numbers import figures
from briefing.text.repeats import Bag, bag, containment, cosine
from briefing.text.synonyms import meaning
from briefing.text.words import content_stems, stem, telling_words

OPENINGS = 0.15  # cosine of stems: two reports that tell one event's news share more
SAME_FIGURES = 0.4  # of the shorter's stems, beside figures that are the same
SAME_LARGE = 0.2  # enough beside a figure that no two facts share by chance
LEAST, LARGE = 10, 1_000
# Of its words, by idf, what a sentence without a new name or figure must add to those before: of
# 12 with less strict readers struck or doubted 6, of 148 with more 42.
NEW = 0.55
WHEN = frozenset((*WEEKDAYS, *MONTHS))
CLAUSE = 0.52  # of its words without who says them; of those with more two in three told news
# "An official also told the Tessaly Post that ...", "..., according to several reports."
_SAID = r"(?:said|says|told|reported|confirmed|added)"
_WHO_SAYS = re.compile(
    rf"^(?:[^\s,;“”\"]+\s){{1,5}}(?:also\s)?{_SAID}\s(?:(?:the\s)?(?:[A-Z][\w.’'-]*\s){{1,4}}|reporters\s)?(?:that\s)?"
)
_SAYS_SO = re.compile(
    rf",\s(?:according\sto\s[^,]{{3,80}}|(?:[^\s,]+\s){{1,6}}{_SAID}(?:\s[A-Z][a-z]+day)?)\.$"
)
_NAME_OR_FIGURE = re.compile(r"(?<=[\w,;:’'”\"]\s)[A-ZÀ-Þ][\w’'-]+|\$?\d[\w.,]*")
# "The ministry also reported ...", "In Arden, mayors were also speaking of ...": beside what?
_ALSO = re.compile(
    r"(?:(?:In|On|At)\s[^,;“”\"]{3,30},\s)?[^,;“”\"]{3,60}(?<!\band)"
    r"\s(?:also\s(?:[a-z]{2,}ed|said|told|wrote)|(?:is|are|was|were)\salso\s[a-z]+ing)\b"
)
Place = tuple[str, int]  # the id of an article, the index of a sentence
FEWEST_SPOKEN = 4  # words: shorter pieces of speech stand in many sentences by chance


def distinct(
    chosen: Sequence[Sentence], spoken: Iterable[str] = (), openings: Collection[Place] = ()
) -> tuple[Sentence, ...]:
    """`chosen`, in its order, without what `spoken` (shown quotes) and those before it tell.

    `openings` are the places of the sentences that tell their reports' news.
    """
    said = [words for text in spoken if len((words := _bare(text)).split()) >= FEWEST_SPOKEN]
    kept: list[tuple[Sentence, Bag]] = []
    headline = chosen[0].article.title if chosen else ""
    for sentence in chosen:
        found = bag(sentence.text)
        told = any(
            _tells(theirs, found, sentence, other)
            or (_both_open(sentence, other, openings) and _near(theirs, found))
            for other, theirs in kept
        )
        before = [other.text for other, _ in kept]
        told = told or (bool(before) and _covered(sentence.text, [headline, *before]))
        told = told or (bool(before) and _another_says(sentence.text, [headline, *before]))
        met = [headline, *before]
        # "The tally, 19-11, ..." below "Council votes ...": a summary points to its own title.
        below = not kept and completes(sentence)
        unclear = unmet(sentence, met)
        unclear = unclear or (not below and bool(unresolved(sentence, met)))
        unclear = unclear or (not kept and _ALSO.match(sentence.text) is not None)
        unclear = unclear or bool(unexplained(sentence.text, sentence.article.text, met))
        if not told and not unclear and not any(words in sentence.text for words in said):
            kept.append((sentence, found))
    return tuple(sentence for sentence, _ in kept)


def _tells(before: Bag, found: Bag, sentence: Sentence, other: Sentence) -> bool:
    """Whether `other` tells what `sentence` does."""
    mine, theirs = _values(sentence.text), _values(other.text)
    if not mine or not mine <= theirs:
        return False
    least = SAME_LARGE if max(mine) >= LARGE else SAME_FIGURES
    return containment(found.stems, before.stems) >= least


def _both_open(sentence: Sentence, other: Sentence, openings: Collection[Place]) -> bool:
    """Whether each tells the news of its report, and the reports are two."""
    one, two = sentence.place, other.place
    return one[0] != two[0] and one in openings and two in openings


def _near(before: Bag, found: Bag) -> bool:
    return cosine(found.stems, before.stems) >= OPENINGS


def _another_says(text: str, before: Sequence[str]) -> bool:
    """Whether all that is new to the sentences before is who says so ("..., two officials said"):
    of six with so much of them five said one of their clauses again."""
    said = _SAYS_SO.sub(".", _WHO_SAYS.sub("that ", text))
    return (
        said != text and _marks(said) <= _marks(" ".join(before)) and _covered(said, before, CLAUSE)
    )


def _marks(text: str) -> set[object]:
    """The figures and days of a text."""
    return {f.value for f in figures(text)} | {
        w for w in text.replace(",", " ").rstrip(".").split() if w.lower() in WHEN
    }


def _covered(text: str, before: Sequence[str], least: float = NEW) -> bool:
    """Whether headline and sentences before tell about half of it, and it brings no name or
    figure."""
    met = {stem for other in before for stem in content_stems(other)}
    brought = _NAME_OR_FIGURE.findall(text)
    if not {stem for word in brought for stem in content_stems(word)} <= met:
        return False
    told = {meaning(word) for other in before for word in telling_words(other)}
    mine = {meaning(w): background().idf(stem(w)) for w in telling_words(text)}
    new = sum(weight for word, weight in mine.items() if word not in told)
    return round(new, 6) < least * sum(mine.values())


def _values(text: str) -> set[float]:
    """The figures of a text, without small counts: "two" and "five" stand anywhere."""
    return {f.value for f in figures(text) if f.value >= LEAST}


def _bare(text: str) -> str:
    return text.strip(" \t\n“”\"‘’'«»„,.")
