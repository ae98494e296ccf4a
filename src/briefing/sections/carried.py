"""The section that an article carries: its feed's category, its URL's path, its outlet's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from briefing.model import Article
from briefing.sections.lexicon import lists

# Feed categories and parts of URL paths that name a section. None is here that is named after one
# event, such as an epidemic: a desk of that name holds the economy's news of it and the schools'.
_ALIASES = """
World: world international global foreign europe asia africa americas middle-east middleeast
    latin-america asia-pacific south-asia world-news worldnews world-europe world-asia world-africa
National: national nation us us-news usa uk uk-news usnews canada australia-news india-news crime
    us-canada law education courts justice
Politics: politics political policy policy-and-politics elections election election2020 congress
    white-house whitehouse government parliament us-politics uk-politics washington campaign
    campaigns democracy administration senate
Business: business economy markets finance money companies economics personal-finance investing
    business-news real-estate jobs energy autos retail industry banking stocks
Technology: technology tech tech-policy gadgets cybersecurity internet innovation media-tech apps
    technology-news artificial-intelligence
Science: science space archaeology physics biology astronomy science-and-environment research
Health: health medicine wellness healthcare health-care medical health-news well fitness
Environment: environment climate climate-change weather climate-environment wildlife nature
    climate-desk energy-environment
Sport: sport sports football soccer cricket tennis golf nfl nba mlb nhl rugby olympics f1 athletics
    cycling basketball baseball hockey boxing motorsport
Culture: culture arts entertainment music movies film tv books theatre theater celebrity lifestyle
    style food fashion travel games television art-and-design arts-culture celebrities tvshowbiz
    media life gaming entertainment-arts
Local: local city metro region regional local-news community nyregion neighbourhood neighborhood
Opinion: opinion opinions commentary editorial editorials columnists column columns commentisfree
    op-ed letters comment views
"""
_WHERE = frozenset({"World", "National", "Local", "Opinion"})  # tell less than what it is about


def carried(article: Article) -> str:
    """The section that its category names, else its path, else its outlet; "" where none does."""
    return (
        _named(re.split(r"[,;/|>]", article.section))
        or _named(reversed(path(article.url).split("/")))  # folders go from the wide to the narrow
        or _named([article.source.section])
    )


def path(url: str) -> str:
    """The folders of the URL's path, lower-cased; the last part may be a headline."""
    try:
        whole = urlsplit(url).path.casefold()[:500]
    except ValueError:  # hostile addresses such as "http://[::1"
        return "/"
    return f"{whole.rsplit('/', 1)[0] if whole.count('/') > 1 else whole}/"


def _named(parts: Iterable[str]) -> str:
    """The most telling section that a category or a part of a path names; of two the first."""
    found = [name for part in parts for name in _sections(_key(part))]
    telling = [name for name in found if name not in _WHERE]
    return (telling or found or [""])[0]


def _sections(key: str) -> list[str]:
    """The section of a key, else those of a key that is put together: "news-and-politics"."""
    if key in _aliases():
        return [_aliases()[key]]
    parts = [part for part in key.split("-") if part not in ("and", "news", "the")]
    return [_aliases()[part] for part in parts] if _aliases().keys() >= set(parts) else []


def _key(part: str) -> str:
    return re.sub(r"[\s_&-]+", "-", part.strip().casefold()[:60])


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    return {key: name for name, keys in lists(_ALIASES) for key in keys}
