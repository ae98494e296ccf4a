"""A text without what it quotes; marks that lack their other half."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTED = re.compile(r"[“\"„][^“”\"„]*[”\"]")


def unquoted(text: str) -> str:
    """`text` without what stands in double quotation marks."""
    return _QUOTED.sub(" ", text)


def unpaired(text: str, pairs: Iterable[str] = ("“”",)) -> bool:
    """Whether a straight mark stands alone, or one of `pairs` opens more or less than it closes."""
    return text.count('"') % 2 == 1 or any(text.count(p[0]) != text.count(p[1]) for p in pairs)
