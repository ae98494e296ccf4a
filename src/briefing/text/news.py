"""Does an article bring news of its story, or does it only speak of it?"""

from __future__ import annotations

import re

from briefing.model import Article
from briefing.text.events import explains, tells_event
from briefing.text.genre import genre
from briefing.text.sentences import spans
from briefing.text.views import LEANS, argues

# "As the vote nears, both sides wait" sets a scene, "Six years into the plan, ..." and "The gates
# have become a museum" look back; what could happen has not, unless somebody has found or said it.
_NO_NEWS = re.compile(
    r"^As\b[^,]*,|\b[Cc]ould\b|^(?:\w+ ){1,3}(?:[Yy]ears|[Mm]onths|[Dd]ecades) [Ii]nto\b"
    r"|\b[Hh](?:as|ave) (?:[Bb]ecome|[Mm]ade|[Pp]ut)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:says?|said|tells?|warns?|finds?|found|shows?|suggests?|study|poll|data|report)\b", re.I
)
UNDATED = 0.4  # what names no day must lean less, and may be a portrait or an analysis at that
TITLE = 300  # characters


def is_news(article: Article) -> bool:
    """Whether it reports: no live page, round-up or column, nothing that asks or explains."""
    return genre(article) == "report" and not explains(article) and not argues(article, LEANS)


def is_news_in_brief(article: Article) -> bool:
    """Whether its headline alone, without a sentence, tells news.

    A scene or a guess is none. What does not say when it happened must not lean to argue, and
    features have headlines of several sentences.
    """
    title = article.title[:TITLE]
    if _NO_NEWS.search(title) and not _SOMEBODY.search(title):
        return False
    plain = not argues(article, UNDATED) and len(spans(title)) < 2
    return is_news(article) and (tells_event(article) or plain)
