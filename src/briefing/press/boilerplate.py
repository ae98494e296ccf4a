"""Lines that one outlet prints under many of its articles: no news, wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.model import Article, Sentence
from briefing.press.surroundings import line

OFTEN = 3  # articles: a line that two articles share may be an update and its report

Lines = frozenset[tuple[str, str]]


def repeated(articles: Iterable[Article]) -> Lines:
    """(outlet, line) of each line that stands in `OFTEN` of the outlet's articles."""
    seen: Counter[tuple[str, str]] = Counter()
    for article in articles:
        seen.update({(article.source.id, line.strip()) for line in article.text.split("\n")})
    return frozenset(key for key, count in seen.items() if count >= OFTEN and key[1])


def is_boilerplate(sentence: Sentence, lines: Lines) -> bool:
    """Whether the line that `sentence` stands in is one of `lines`."""
    start, end = line(sentence)
    return (sentence.article.source.id, sentence.article.text[start:end].strip()) in lines
