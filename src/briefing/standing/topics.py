"""Headlines of a theme, a mood or a running page: they have a verb, and tell no event."""

from __future__ import annotations

import re

# Of 3,900 titles that passed as lines of news 26 have one of these, of which 24 tell nothing.
_TOPIC = re.compile(
    r"""^Some\b(?!.*\b(?:[Tt]o\s[A-Z]|[a-z]+ed\sto\b|[Ss]a(?:y|id)\b))  # "Some pilots still rowing"
      # "That vow to row: easy to say", "This town is already paying"
      | ^(?:That|This|Those|These)\s(?!(?:is|was|are|were|time|year|week(?:end)?|month|could|would
        |will)\b)
      | ['’]s\s(?:[Dd]evelopments|[Uu]pdates)$
      | \b(?:[Mm]oves?|[Ee]nters?|[Ss]tretch(?:es)?)\s(?:[Ii]n(?:to)?\s)?(?:[Ii]ts\s|[Aa]\s)?
        (?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth
        |\d+(?:st|nd|rd|th))\s(?:[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)$
      | \b[Ff]orce[sd]?\s(?:[\w.’'-]+,?\s){0,4}[Tt]o\s(?:[Cc]onfront|[Bb]alance|[Cc]hoose|[Ww]eigh
        |[Rr]ethink|[Ff]ace)\b
      | \b[Rr]aises?\s(?:[\w-]+\s){0,2}[Qq]uestions\b
      | (?:['’]s?|\b[Tt]he(?:\s[\w-]+){1,2})\s[Ww]ar\s[Oo]n\b  # a writer's word for a policy
      # What a town feels, what somebody has in view.
      | \b(?:[Ww]orry|[Ww]orries|[Ff]rightens?|[Aa]larms?|[Uu]nsettles?|[Uu]nnerves?|[Rr]attles?
        |[Hh]aunts?)\s(?:[Aa]n?\s|[Tt]he\s)?(?:[\w.’'-]+\s){0,3}(?:[Cc]ity|[Tt]own|[Cc]ounty
        |[Vv]illage|[Vv]alley|[Rr]egion|[Cc]ommunity)\b
      | \b[Ee]ye(?:s|ing)\s(?:[Oo]n\s)?20\d\d\b | ^(?:Summer|Season|Day|Age)\sof\b
      | \b(?:[Mm]oment|[Hh]our|[Dd]ay)\s(?:[Aa]rrives|[Cc]omes|[Ii]s\s[Hh]ere)$
      | \w(?:\.\.\.|…)\s?\w""",
    re.VERBOSE,
)


def names_topic(title: str) -> bool:
    """Whether it names a theme, a mood or a day of a running story instead of an act."""
    return _TOPIC.search(title) is not None
