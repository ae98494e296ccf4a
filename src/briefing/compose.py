"""Compose a story's item: its headline, its statements with their support, its timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model import Article, Sentence, Statement, Story
from briefing.text.alignment import Content, content, same, similarity
from briefing.text.background import Background
from briefing.text.headlines import clean, fitness
from briefing.text.words import content_stems

# How much of an article stands for it when titles are compared: the lead tells the event.
LEAD_CHARACTERS = 700


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
    shares = [
        sum(background.idf(w) for w in own if w in leads[other.id]) / weight for other in titled
    ]
    return round(sum(shares) / len(shares) + fitness(article), 6)


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
    contents = {sentence: content(sentence.text, background) for sentence in sentences}
    made = []
    for sentence in chosen:
        own = contents.get(sentence) or content(sentence.text, background)
        support = _support(sentence, own, contents, voices)
        made.append(Statement(sentence, support, 1 + len(support)))
    return tuple(made)


def _voices(story: Story) -> dict[str, str]:
    """Article id -> whose voice it is: the outlet of its origin, or the origin if none is named."""
    origin = {copy.article.id: copy.origin for copy in story.copies}
    voices = {}
    for article in story.articles:
        first = origin.get(article.id, article)
        voices[article.id] = first.source.id or first.id
    return voices


def _support(
    sentence: Sentence,
    own: Content,
    contents: dict[Sentence, Content],
    voices: dict[str, str],
) -> tuple[Sentence, ...]:
    """The nearest sentence of each other voice that states the same, oldest article first."""
    home = voices.get(sentence.article.id)
    best: dict[str, tuple[float, Sentence]] = {}
    for other, meaning in contents.items():
        voice = voices.get(other.article.id)
        if voice is None or voice == home or not same(own, meaning):
            continue
        nearness = round(similarity(own, meaning), 6)
        if nearness > best.get(voice, (0.0, other))[0]:
            best[voice] = (nearness, other)
    found = [s for _, s in best.values()]
    return tuple(sorted(found, key=lambda s: (s.article.published, s.article.id, s.span)))
