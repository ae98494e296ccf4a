"""The archive: articles, editions, quotes and the health of sources in one SQLite file."""

from briefing.archive.archive import Archive
from briefing.archive.articles import Added
from briefing.archive.editions import Line, Recorded, StoryDay
from briefing.archive.health import Health, Validators

__all__ = ["Added", "Archive", "Health", "Line", "Recorded", "StoryDay", "Validators"]
