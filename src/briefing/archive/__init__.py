"""The archive: articles, editions, quotes and the health of sources in one SQLite file."""

from briefing.archive.archive import Archive
from briefing.archive.courses import Line, StoryDay
from briefing.archive.editions import Recorded
from briefing.archive.health import Health
from briefing.archive.lookups import Filter, Saying
from briefing.archive.outbox import Delivery, Letter, State
from briefing.archive.quotations import Quoted, Said
from briefing.archive.search import Hit
from briefing.archive.storing import Added

__all__ = [
    "Added",
    "Archive",
    "Delivery",
    "Filter",
    "Health",
    "Hit",
    "Letter",
    "Line",
    "Quoted",
    "Recorded",
    "Said",
    "Saying",
    "State",
    "StoryDay",
]
