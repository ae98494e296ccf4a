"""Compose a story's item: its headline, its statements with their support, its timeline."""

from briefing.compose.headline import headline, retold, under
from briefing.compose.support import statements
from briefing.compose.timeline import timeline

__all__ = ["headline", "retold", "statements", "timeline", "under"]
