"""Compose a story's item: its headline, its statements with their support, its timeline."""

from briefing.compose.headline import by_title, headline, retold, under
from briefing.compose.support import statements
from briefing.compose.timeline import timeline

__all__ = ["by_title", "headline", "retold", "statements", "timeline", "under"]
