"""The index of quotes: kept up to date with the articles, so that `who` answers at once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing import __version__, quotes
from briefing.archive import Archive

if TYPE_CHECKING:
    from briefing.pipeline import Announce

# A new version of the program may find more: articles read by an older one are read again.
EXTRACTOR = f"briefing {__version__}"
BATCH = 100


def index(archive: Archive, step: Announce) -> None:
    """Find the quotes of the articles that this version has not read."""
    waiting = iter(archive.without_quotes(EXTRACTOR))
    done = 0
    while batch := tuple(islice(waiting, BATCH)):
        articles = archive.articles_by_id(batch)
        found = [quote for article in articles for quote in quotes.quotes(article)]
        archive.store_quotes(articles, found, quotes.people(found), EXTRACTOR)
        done += len(batch)
        step(f"indexing quotes: {done} articles")
