"""How much of an article is compared with others: what it reports stands in its beginning."""

from __future__ import annotations

BODY = 1_900  # characters: 300 words, which tell the event
LEAD = 500  # 80 words, its core
