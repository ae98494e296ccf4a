"""The statements of a story, each with the sentences of other outlets that state the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from briefing.model import Article, Sentence, Statement, Story
from briefing.standing.leads import tells_news
from briefing.text.alignment import agreement, same, same_news, similarity
from briefing.text.background import Background
from briefing.text.content import Content, content, rarity
from briefing.text.dates import past_day
from briefing.text.synonyms import meaning, plain
from briefing.text.words import words

ARTICLES = 400  # those of its stories
STORIES = 64  # those of an edition, remembered for the next reader's

# Fewer sentences do not tell which words are common in a story: then the background does.
ENOUGH_SENTENCES = 20

# Of 89 labelled pairs that state the same in one story, one in nine is less alike than this.
NEAR = 0.3
# Of 68 sentences of a month that no other one came near, about 31 were stated elsewhere all the
# same; of the 20 of which one other article holds less than this, five.
HELD = 0.4
READ = 10_000  # characters of an article


def statements(
    chosen: Sequence[Sentence],
    story: Story,
    sentences: Iterable[Sentence],
    background: Background,
) -> tuple[Statement, ...]:
    """Each chosen sentence with the sentences of other articles that state the same.

    At most one supporting sentence an outlet: the nearest. `origins` counts the outlets, the
    statement's own among them; a copy is of its origin's.
    """
    outlets = _outlets(story)
    contents = _contents(tuple(dict.fromkeys((*sentences, *chosen))), background)
    made = []
    for sentence in chosen:
        support = _support(sentence, contents, outlets)
        lone = not support and _lone(sentence, contents, story, outlets)
        made.append(Statement(sentence, support, 1 + len(support), lone))
    return tuple(made)


@lru_cache(maxsize=STORIES)
def _contents(
    sentences: tuple[Sentence, ...], background: Background
) -> Mapping[Sentence, Content]:
    """What each sentence of a story tells, by what is rare in the story."""
    few = len(sentences) < ENOUGH_SENTENCES
    weigh = background.idf if few else rarity(s.text for s in sentences)
    return MappingProxyType({s: content(s.text, weigh) for s in sentences})


def _outlets(story: Story) -> dict[str, str]:
    """Article id -> the outlet that wrote it: that of its origin."""
    origin = {copy.article.id: copy.origin for copy in story.copies}
    return {a.id: origin.get(a.id, a).outlet for a in story.articles}


def _support(
    sentence: Sentence, contents: Mapping[Sentence, Content], outlets: dict[str, str]
) -> tuple[Sentence, ...]:
    """The nearest sentence of each other outlet that states the same, oldest article first."""
    home, own = outlets.get(sentence.article.id), contents[sentence]
    opens, since = _opens(sentence), past_day(sentence)
    best: dict[str, tuple[float, Sentence]] = {}
    for other, told in contents.items():
        outlet = outlets.get(other.article.id)
        states = same_news if opens and _opens(other) else same
        if outlet is None or outlet == home or _precedes(other, since) or not states(own, told):
            continue
        nearness = round(agreement(own, told), 6)
        if nearness > best.get(outlet, (0.0, other))[0]:
            best[outlet] = (nearness, other)
    found = [s for _, s in best.values()]
    return tuple(sorted(found, key=lambda s: (s.article.published, s.article.id, s.span)))


def _precedes(other: Sentence, since: date) -> bool:
    """Whether its article is from before the day `since`: what was expected then, in whatever
    like words, confirms nothing that happened on it."""
    return other.article.dated and other.article.published.date() < since


def _opens(sentence: Sentence) -> bool:
    """Whether it tells the news of its article."""
    return tells_news(sentence, sentence.index)


def _lone(
    sentence: Sentence, contents: Mapping[Sentence, Content], story: Story, outlets: dict[str, str]
) -> bool:
    """Whether no sentence of another outlet comes near, nor any article holds much of its words,
    in one place or in several: that may be the same in other words."""
    home, own = outlets.get(sentence.article.id), contents[sentence]
    every = sum(own.weights.values())
    for article in story.articles:
        if outlets[article.id] != home:
            held = sum(w for key, w in own.weights.items() if key in _meanings(article))
            if held >= HELD * every:
                return False
    others = (content for s, content in contents.items() if outlets.get(s.article.id) != home)
    return all(similarity(own, other) < NEAR for other in others)


@lru_cache(maxsize=ARTICLES)
def _meanings(article: Article) -> frozenset[str]:
    return frozenset(meaning(word) for word in words(plain(article.text[:READ])))
