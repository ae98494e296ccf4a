"""How much the openings of two articles speak of one matter: a cosine of title and first lines.

Two reports may share a long background (the same office, the same crisis) and yet tell of two
events; what each puts first shows it.
"""

from __future__ import annotations

import math
from collections import Counter

from briefing.model import Article
from briefing.text.background import Background
from briefing.text.words import content_stems

CHARACTERS = 900  # the first paragraphs
TITLE = 2  # times that a title counts: it says in ten words what the article is about

Lead = dict[str, float]


def lead(article: Article, background: Background) -> Lead:
    """The content stems of title and first paragraphs, by (1 + log tf) * idf."""
    title = article.title[:CHARACTERS]
    found = Counter(content_stems("\n".join([title] * TITLE + [article.text[:CHARACTERS]])))
    return {s: (1 + math.log(n)) * background.idf(s) for s, n in sorted(found.items())}


def likeness(a: Lead, b: Lead) -> float:
    """0 to 1: the cosine of two openings."""
    norm = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return round(sum(x * b.get(s, 0.0) for s, x in a.items()) / norm, 6) if norm else 0.0
