"""Posts from elsewhere that a page shows whole: their words, up to the credit behind them."""

from __future__ import annotations

import re

CREDIT = re.compile(r"[—–-]\s?[^\n(]{2,60}\(@\w{1,30}\)|\bpic\.twitter\.com/|https://t\.co/")
_SIGNS = ("(@", "pic.twitter.com/", "https://t.co/")  # looked for first: few texts show any post
_LONGEST = 320  # characters of a post and a link in it: in a text without lines no more is cut


def without_posts(text: str) -> str:
    """`text` without the lines that are posts."""
    if not any(sign in text for sign in _SIGNS):
        return text
    left, last = [], 0
    for credit in CREDIT.finditer(text):
        start = max(text.rfind("\n", 0, credit.start()), credit.start() - _LONGEST, last)
        end = text.find("\n", credit.end())
        left.append(text[last:start])
        last = min(end if end >= 0 else len(text), credit.end() + _LONGEST)
    return "".join((*left, text[last:]))
