"""Where independent reports give different figures for one thing."""

from briefing.figures.differences import differ, differences
from briefing.figures.readings import Reading, readings

__all__ = ["Reading", "differ", "differences", "readings"]
