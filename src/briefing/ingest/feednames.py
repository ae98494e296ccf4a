"""What the outlet of a feed is called: feeds name their rubric, and the outlet beside it or not."""

from __future__ import annotations

import re

from briefing.ingest.sources import host, slug

# As in "Daily Post - World", "Daily Post: Latest", "Daily Post > World News", "Daily Post -".
_APART = re.compile(r"\s+[-–—|>»·:•]+(?:\s+|$)|:\s+")
# What rubrics and feeds are called; a name made of these alone is that of no outlet.
_RUBRIC = frozenset(
    # of feeds, in English, then of sections and lands
    """
    a all and articles breaking by category comments feed feeds for from front headlines home
    homepage in international latest live local more most national news newest of on our page
    popular posts read rss section stories story the today top topics trending updates video videos
    africa america americas art arts asia australia britain business canada china climate crime
    culture east economy education entertainment environment europe finance health india latin
    lifestyle markets media middle money opinion pacific politics science sport sports tech
    technology travel uk us usa world
    """.split()
    # in German, French and Spanish
    + """
    aktuell aktuelle alle das der die kultur meldungen nachrichten neueste panorama politik
    schlagzeilen startseite themen und welt wirtschaft wissenschaft
    accueil actualité actualités dernières des du infos la le les monde nouvelles politique une à
    actualidad al cultura deportes economía el hoy internacional los mundo noticias política portada
    titulares última últimas último últimos y
    """.split()
)
# "Daily Post Search Records Found 20", "DP Topics": what follows speaks of the feed.
_OF_THE_FEED = re.compile(r"\s+(?:rss|feeds?|search|topics|latest|headlines)\b.*$", re.IGNORECASE)
LONGEST = 300  # characters that are read
_LETTERS = 3  # so many begin the name of a host, at least, to be a short name of it


def outlet(title: str, home: str) -> str:
    """The outlet's name in a feed's `title`: the part that is no rubric, of several the one that
    the host of `home` (the outlet's page) is called after; the host where only rubrics stand."""
    title, site = " ".join(title[:LONGEST].split()), host(home)
    parts = [part.strip() for part in _APART.split(title) if part.strip()]
    own = [part for part in parts if _is_of(part, site) or not _is_rubric(part)]
    if not own:
        return site or title
    named = [part for part in own if _is_of(part, site)] or own
    return _without_feed(named[0], site) if len(named) == 1 or named != own else title


def _is_rubric(part: str) -> bool:
    return all(word in _RUBRIC for word in re.findall(r"\w+", part.lower()))


def _is_of(part: str, site: str) -> bool:
    """Whether a label of the host is, begins or ends with the name, or the name begins with it."""
    name = slug(part).replace("-", "")
    labels = [label.replace("-", "") for label in site.split(".")[:-1] if len(label) >= _LETTERS]
    return len(name) >= _LETTERS and any(
        label.startswith(name) or name.startswith(label) for label in labels
    )


def _without_feed(part: str, site: str) -> str:
    short = _OF_THE_FEED.sub("", part)
    return short if _is_of(short, site) else part
