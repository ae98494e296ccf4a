"""Does an article bring news of its story, or does it only speak of it?"""

from __future__ import annotations

from briefing.model import Article
from briefing.text.events import explains, tells_event
from briefing.text.genre import genre
from briefing.text.sentences import spans
from briefing.text.views import LEANS, argues

UNDATED = 0.4  # what names no day must lean less, and may be a portrait or an analysis at that
TITLE = 300  # characters


def is_news(article: Article) -> bool:
    """Whether it reports: no live page, round-up or column, nothing that asks or explains."""
    return genre(article) == "report" and not explains(article) and not argues(article, LEANS)


def is_news_in_brief(article: Article) -> bool:
    """Whether its headline alone, without a sentence, tells news.

    What does not say when it happened must not lean to argue, and features have headlines of
    several sentences.
    """
    plain = not argues(article, UNDATED) and len(spans(article.title[:TITLE])) < 2
    return is_news(article) and (tells_event(article) or plain)
