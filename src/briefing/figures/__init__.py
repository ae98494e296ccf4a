"""Where independent reports give different figures for one thing."""

from briefing.figures.differences import changed, differ, differences
from briefing.figures.readings import Reading, readings

__all__ = ["Reading", "changed", "differ", "differences", "readings"]
