"""A text without what it quotes."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“\"„][^“”\"„]*[”\"]")


def unquoted(text: str) -> str:
    """`text` without what stands in double quotation marks."""
    return _QUOTED.sub(" ", text)
