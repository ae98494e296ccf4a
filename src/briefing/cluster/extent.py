"""How much of an article is compared with others: what it reports stands in its beginning.

A dateline tells where it was written, and by which agency: no word of the event.
"""

from __future__ import annotations

from briefing.press.datelines import uncredited

BODY = 1_900  # characters: 300 words, which tell the event
LEAD = 500  # 80 words, its core


def body(text: str) -> str:
    """What of the text is compared."""
    return uncredited(text)[:BODY]


def lead(text: str) -> str:
    """The core of that."""
    return uncredited(text)[:LEAD]


def rest(text: str) -> str:
    """What of it goes on behind the core."""
    return uncredited(text)[LEAD:BODY]
