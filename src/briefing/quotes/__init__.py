"""Who said what: finding quotes in an article, and their speakers across articles."""

from briefing.quotes.extract import quotes
from briefing.quotes.shown.heard import heard
from briefing.quotes.shown.voices import voices
from briefing.quotes.who.agreed import agreed
from briefing.quotes.who.people import people, people_explained

__all__ = ["agreed", "heard", "people", "people_explained", "quotes", "voices"]
