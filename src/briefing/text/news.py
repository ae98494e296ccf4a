"""Does an article bring news of its story, or does it only speak of it?"""

from __future__ import annotations

from briefing.model import Article
from briefing.text.events import explains
from briefing.text.genre import genre
from briefing.text.views import LEANS, argues


def is_news(article: Article) -> bool:
    """Whether it reports: no live page, round-up or column, nothing that asks or explains."""
    return genre(article) == "report" and not explains(article) and not argues(article, LEANS)
