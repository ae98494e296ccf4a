"""The order in which chosen sentences read as a text.

What happened comes first, then detail, then reaction, then outlook; the sentences of one source
keep their order, so that no follow-up stands before what it follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Sentence

_REACTION = re.compile(
    r"""\b(?:said|says|told|added|tweeted|wrote|argued|criticized|criticised|condemned|praised
      |welcomed|called|urged|denied|accused|responded|insisted|warned|vowed|demanded)\b|[“"]""",
    re.VERBOSE,
)
_OUTLOOK = re.compile(
    r"""\b(?:will|expected\ to|is\ due|are\ due|plans?\ to|scheduled|next\ (?:week|month|year)
      |tomorrow|would|could|likely\ to|set\ to|upcoming)\b""",
    re.VERBOSE,
)
EVENT, DETAIL, REACTION, OUTLOOK = range(4)


def reading_order(chosen: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """`chosen` (best first) merged: of the next sentence of each source, the earliest in kind."""
    queues: dict[str, list[Sentence]] = {}
    for sentence in sorted(chosen, key=lambda s: s.index):
        queues.setdefault(sentence.article.id, []).append(sentence)
    ordered: list[Sentence] = []
    while queues:
        best = min((queue[0] for queue in queues.values()), key=lambda s: _key(s, chosen, ordered))
        ordered.append(best)
        queues[best.article.id].pop(0)
        queues = {name: queue for name, queue in queues.items() if queue}
    return tuple(ordered)


def _key(
    sentence: Sentence, chosen: Sequence[Sentence], before: Sequence[Sentence]
) -> tuple[int, ...]:
    follows = bool(before) and _follows(sentence, before[-1])
    return (not follows, kind(sentence), chosen.index(sentence))


def _follows(sentence: Sentence, before: Sentence) -> bool:
    return before.article.id == sentence.article.id and before.index == sentence.index - 1


def kind(sentence: Sentence) -> int:
    """EVENT for openings of articles, else DETAIL, REACTION or OUTLOOK by its words."""
    if sentence.index == 0:
        return EVENT
    if _REACTION.search(sentence.text):
        return REACTION
    return OUTLOOK if _OUTLOOK.search(sentence.text) else DETAIL
