"""Who said what: finding quotes in an article, and their speakers across articles."""

from briefing.quotes.agreed import agreed
from briefing.quotes.extract import quotes
from briefing.quotes.heard import heard
from briefing.quotes.people import people, people_explained
from briefing.quotes.voices import voices

__all__ = ["agreed", "heard", "people", "people_explained", "quotes", "voices"]
