"""A daily briefing from local text: verbatim sentences, named speakers, counted origins."""

__version__ = "0.1.0"
