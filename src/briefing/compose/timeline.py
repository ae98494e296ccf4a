"""The timeline of a story: its dated steps, in sentences of its reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from briefing.model import Sentence, Step, Story
from briefing.press.captions import opening
from briefing.press.datelines import body
from briefing.press.events import LEAD_CHARACTERS
from briefing.press.genre import genre
from briefing.standing.introductions import strangers
from briefing.standing.standalone import fit
from briefing.text.alignment import same
from briefing.text.background import Background
from briefing.text.content import Content, content
from briefing.text.dates import days
from briefing.text.words import content_stems, words

STORIES = 64  # those of an edition, remembered for the next reader's

# How far from the story's articles a step may lie, and how much of a step's sentence must speak
# of what the leads tell; below that it is another matter that has a date.
REACH = timedelta(days=60)
STEP = 0.3
UNSURE = timedelta(days=6)  # "on Monday" in a text of Sunday: of tomorrow, where it was added to
FEWEST_STEPS, MOST_STEPS = 3, 6
SHORTEST_STEP, LONGEST_STEP = 7, 45  # words
# "praised a mayor who called the guard on Saturday": the day of another act than the sentence's.
_OTHER_ACT = re.compile(
    r"\b(?:who|whom|whose|which|that|where|when|because|while"
    r"|(?:after|before|since|as)\s(?:he|she|it|they|[a-z]+ing))\b[^,;]*"
)
# The list names the day: "tomorrow" beside it would be another one.
# The day of a step is that of its act: not of a report on it, of what is so "now", or was planned.
_UNFIT = re.compile(
    r"[\"“”]|\b(?:today|tomorrow|yesterday|tonight|now)\b|\baccording to an?\s(?:\w+\s)?report\b"
    r"|\b(?:was|were|is|are)\s(?:to|expected|scheduled|set|due)\b",
    re.IGNORECASE,
)


def timeline(
    story: Story,
    sentences: Iterable[Sentence],
    background: Background,
    told: Iterable[Sentence] = (),
) -> tuple[Step, ...]:
    """The story's dated steps in order of time: verbatim sentences, one a day, few in all.

    Empty where the sentences do not name three days that are plainly part of the story and that
    none of `told` (the story's statements) tells already.
    """
    steps = _steps(story, tuple(sentences), background)
    distinct = _distinct(steps, background, [content(s.text, background.idf) for s in told])
    if len(distinct) < FEWEST_STEPS:
        return ()
    best = sorted(distinct, key=lambda day: (-distinct[day][0], day))[:MOST_STEPS]
    return tuple(Step(day, body(distinct[day][1])) for day in sorted(best))


@lru_cache(maxsize=STORIES)
def _steps(
    story: Story, sentences: tuple[Sentence, ...], background: Background
) -> Mapping[date, tuple[tuple[float, Sentence], ...]]:
    """For each day that sentences name: those that tell of it, with how near they are to the story,
    the nearest first."""
    theme = _theme(story)
    steps: dict[date, list[tuple[float, Sentence]]] = {}
    for sentence in sentences:
        day = _step(sentence, story)
        if day is None:
            continue
        worth = _relevance(sentence, theme, background)
        if worth >= STEP:
            steps.setdefault(day, []).append((worth, sentence))
    return MappingProxyType({day: tuple(sorted(of, key=_nearest)) for day, of in steps.items()})


def _nearest(step: tuple[float, Sentence]) -> float:
    return -step[0]


def _step(sentence: Sentence, story: Story) -> date | None:
    """The one day that a sentence tells of; None for undated articles and unfit sentences."""
    article = sentence.article
    if not article.dated or genre(article) == "opinion" or not _readable(sentence):
        return None
    named = days(sentence.text, article.published.date())
    own = _OTHER_ACT.sub("", sentence.text)
    if len(named) != 1 or days(own, article.published.date()) != named:
        return None
    if article.published.date() - named[0] == UNSURE:
        return None
    within = story.first.date() - REACH <= named[0] <= story.latest.date() + REACH
    return named[0] if within else None


def _readable(sentence: Sentence) -> bool:
    """Whether a sentence can stand in a list of steps by itself."""
    count = len(words(sentence.text))
    return (
        SHORTEST_STEP <= count <= LONGEST_STEP
        and sentence.text.endswith(".")
        and _UNFIT.search(sentence.text) is None
        and fit(sentence) is None
        and not strangers(sentence, [sentence.article.title])
    )


def _theme(story: Story) -> Counter[str]:
    """How many of the story's origins hold a stem in title or lead."""
    held: Counter[str] = Counter()
    for article in story.origins:
        held.update(
            set(content_stems(f"{article.title}\n{opening(article.text, LEAD_CHARACTERS)}"))
        )
    return held


def _relevance(sentence: Sentence, theme: Counter[str], background: Background) -> float:
    """The share (0 to 1) of the sentence's weight that two leads (or the only one) hold."""
    needed = min(2, max(theme.values(), default=1))
    own = sorted(set(content_stems(sentence.text)))
    total = sum(background.idf(w) for w in own)
    held = sum(background.idf(w) for w in own if theme[w] >= needed)
    return round(held / total, 6) if total else 0.0


def _distinct(
    steps: Mapping[date, tuple[tuple[float, Sentence], ...]],
    background: Background,
    told: list[Content],
) -> dict[date, tuple[float, Sentence]]:
    """Of each day the nearest step that tells again neither what `told` does nor a step of a day
    that has a nearer one."""
    kept: dict[date, tuple[float, Sentence]] = {}
    told = list(told)
    for day in sorted(steps, key=lambda day: (-steps[day][0][0], day)):
        for step in steps[day]:
            meaning = content(step[1].text, background.idf)
            if not any(same(meaning, other) or same(other, meaning) for other in told):
                kept[day] = step
                told.append(meaning)
                break
    return kept
