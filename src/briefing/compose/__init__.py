"""Compose a story's item: its headline, its statements with their support, its timeline."""

from briefing.compose.headline import headline, under
from briefing.compose.support import statements
from briefing.compose.timeline import timeline

__all__ = ["headline", "statements", "timeline", "under"]
