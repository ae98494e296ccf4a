"""Compose a story's item: its headline, its statements with their support, its timeline."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from briefing.model import Article, Sentence, Statement, Step, Story
from briefing.text.alignment import Content, agreement, content, rarity, same
from briefing.text.background import Background
from briefing.text.datelines import body
from briefing.text.dates import days
from briefing.text.genre import genre
from briefing.text.headlines import clean, fitness
from briefing.text.introductions import strangers
from briefing.text.standalone import fit
from briefing.text.views import ALONE, argues
from briefing.text.words import content_stems, words

# How much of an article stands for it when titles are compared: the lead tells the event.
LEAD_CHARACTERS = 700

STORIES = 64  # those of an edition, remembered for the next reader's

# What a good title's words weigh to the power of 0.3, so that being central is about 0 to 1.
TELLING = 3.2

SLANT = 0.4  # what a title loses whose article leans to argue: another one reports

# Fewer sentences do not tell which words are common in a story: then the background does.
ENOUGH_SENTENCES = 20

# A timeline: how far from the story's articles a step may lie, and how much of a step's sentence
# must speak of what the leads tell; below that it is another matter that has a date.
REACH = timedelta(days=60)
STEP = 0.3
FEWEST_STEPS = 3
SHORTEST_STEP, LONGEST_STEP = 7, 45  # words
# The list names the day: "tomorrow" beside it would be another one.
_UNFIT = re.compile(r"[\"“”]|\b(?:today|tomorrow|yesterday|tonight)\b", re.IGNORECASE)


def headline(story: Story, background: Background) -> tuple[str, Article]:
    """The title that tells the story best, without the outlet's name, and the article it heads.

    Central to the origins' titles and leads, a statement, of sensible length; the wording is a
    slice of the title. Where no article has a title, the start of the first text stands in.
    """
    titled = [a for a in story.origins if _title(a)] or [a for a in story.articles if _title(a)]
    if not titled:
        first = story.articles[0]
        return first.text[:80].split("\n")[0].strip() or first.source.name, first
    vectors = {a.id: _words(a) for a in titled}
    best = max(titled, key=lambda a: (_worth(a, titled, vectors, background), _age(a)))
    return _title(best), best


def _title(article: Article) -> str:
    return clean(article.title, article.source.name, article.url)


def _age(article: Article) -> tuple[float, str]:
    """Of equal titles the later one knows more; the id only breaks ties."""
    return article.published.timestamp(), article.id


def _words(article: Article) -> Counter[str]:
    return Counter(content_stems(article.text[:LEAD_CHARACTERS]))


def _worth(
    article: Article,
    titled: Sequence[Article],
    leads: dict[str, Counter[str]],
    background: Background,
) -> float:
    """How central the title is (0 to 1: the share of its words that leads hold), plus fitness."""
    own = sorted(set(content_stems(_title(article))))
    weight = sum(background.idf(w) for w in own)
    if not weight:
        return -2.0
    # Not only the share: a longer title that tells more of the event is worth more.
    told = sum(background.idf(w) for other in titled for w in own if w in leads[other.id])
    told /= len(titled)
    slanted = SLANT if argues(article, ALONE) else 0.0
    return round(told / math.pow(weight, 0.7) / TELLING + fitness(article) - slanted, 6)


def statements(
    chosen: Sequence[Sentence],
    story: Story,
    sentences: Iterable[Sentence],
    background: Background,
) -> tuple[Statement, ...]:
    """Each chosen sentence with the sentences of other articles that state the same.

    At most one supporting sentence a voice: the nearest. `origins` counts the voices, the
    statement's own among them: a copy is its origin's voice, and an outlet's articles are one.
    """
    voices = _voices(story)
    contents = _contents(tuple(dict.fromkeys((*sentences, *chosen))), background)
    made = []
    for sentence in chosen:
        support = _support(sentence, contents, voices)
        made.append(Statement(sentence, support, 1 + len(support)))
    return tuple(made)


@lru_cache(maxsize=STORIES)
def _contents(
    sentences: tuple[Sentence, ...], background: Background
) -> Mapping[Sentence, Content]:
    """What each sentence of a story tells, by what is rare in the story."""
    few = len(sentences) < ENOUGH_SENTENCES
    weigh = background.idf if few else rarity(s.text for s in sentences)
    return MappingProxyType({s: content(s.text, weigh) for s in sentences})


def _voices(story: Story) -> dict[str, str]:
    """Article id -> whose voice it is: the outlet of its origin, or the origin if none is named."""
    origin = {copy.article.id: copy.origin for copy in story.copies}
    voices = {}
    for article in story.articles:
        first = origin.get(article.id, article)
        voices[article.id] = first.source.id or first.id
    return voices


def _support(
    sentence: Sentence, contents: Mapping[Sentence, Content], voices: dict[str, str]
) -> tuple[Sentence, ...]:
    """The nearest sentence of each other voice that states the same, oldest article first."""
    home, own = voices.get(sentence.article.id), contents[sentence]
    best: dict[str, tuple[float, Sentence]] = {}
    for other, meaning in contents.items():
        voice = voices.get(other.article.id)
        if voice is None or voice == home or not same(own, meaning):
            continue
        nearness = round(agreement(own, meaning), 6)
        if nearness > best.get(voice, (0.0, other))[0]:
            best[voice] = (nearness, other)
    found = [s for _, s in best.values()]
    return tuple(sorted(found, key=lambda s: (s.article.published, s.article.id, s.span)))


def timeline(
    story: Story,
    sentences: Iterable[Sentence],
    background: Background,
    longest: int = 6,
    told: Iterable[Sentence] = (),
) -> tuple[Step, ...]:
    """The story's dated steps in order of time: verbatim sentences, one a day, `longest` at most.

    Empty where the sentences do not name three days that are plainly part of the story and that
    none of `told` (the story's statements) tells already.
    """
    steps = _steps(story, tuple(sentences), background)
    distinct = _distinct(steps, background, [content(s.text, background.idf) for s in told])
    if len(distinct) < FEWEST_STEPS:
        return ()
    best = sorted(distinct, key=lambda day: (-distinct[day][0], day))[:longest]
    return tuple(Step(day, body(distinct[day][1])) for day in sorted(best))


@lru_cache(maxsize=STORIES)
def _steps(
    story: Story, sentences: tuple[Sentence, ...], background: Background
) -> Mapping[date, tuple[float, Sentence]]:
    """For each day that sentences name: how near its best sentence is to the story, and that."""
    theme = _theme(story)
    steps: dict[date, tuple[float, Sentence]] = {}
    for sentence in sentences:
        day = _step(sentence, story)
        if day is None:
            continue
        worth = _relevance(sentence, theme, background)
        if worth >= STEP and worth > steps.get(day, (0.0, sentence))[0]:
            steps[day] = (worth, sentence)
    return MappingProxyType(steps)


def _step(sentence: Sentence, story: Story) -> date | None:
    """The one day that a sentence tells of; None for undated articles and unfit sentences."""
    article = sentence.article
    if not article.dated or genre(article) == "opinion" or not _readable(sentence):
        return None
    named = days(sentence.text, article.published.date())
    if len(named) != 1:
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
        held.update(set(content_stems(f"{article.title}\n{article.text[:LEAD_CHARACTERS]}")))
    return held


def _relevance(sentence: Sentence, theme: Counter[str], background: Background) -> float:
    """The share (0 to 1) of the sentence's weight that two leads (or the only one) hold."""
    needed = min(2, max(theme.values(), default=1))
    own = sorted(set(content_stems(sentence.text)))
    total = sum(background.idf(w) for w in own)
    held = sum(background.idf(w) for w in own if theme[w] >= needed)
    return round(held / total, 6) if total else 0.0


def _distinct(
    steps: Mapping[date, tuple[float, Sentence]], background: Background, told: list[Content]
) -> dict[date, tuple[float, Sentence]]:
    """The steps without those that tell again what `told` does, or a better step of another day."""
    kept: dict[date, tuple[float, Sentence]] = {}
    told = list(told)
    for day in sorted(steps, key=lambda day: (-steps[day][0], day)):
        meaning = content(steps[day][1].text, background.idf)
        if not any(same(meaning, other) or same(other, meaning) for other in told):
            kept[day] = steps[day]
            told.append(meaning)
    return kept
