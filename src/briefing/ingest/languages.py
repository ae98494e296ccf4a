"""The language of a text that nothing names."""

from __future__ import annotations

import re

_READ = 3_000  # characters
_LEAST = 12  # words: fewer may be names
# In English about every third word is one of these, in no other language one of ten.
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|a|in|is|was|for|that|on|with|it|as|by|at|from|has|had|are|were|be|said"
    r"|who|his|her|its|an|not|after|have|will)\b",
    re.IGNORECASE,
)
_ENOUGH = 0.15
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that a text most likely is in (Lui and Baldwin 2012)."""
    from py3langid import classify

    return str(classify(text[:_READ])[0])


def if_foreign(text: str) -> str:
    """The same, but empty for what looks English, or is too short to tell: most is, and a look at
    its commonest words costs a hundredth."""
    start = text[:_READ]
    words = len(_WORD.findall(start))
    if words < _LEAST or len(_ENGLISH.findall(start)) >= _ENOUGH * words:
        return ""
    return language_of(start)
