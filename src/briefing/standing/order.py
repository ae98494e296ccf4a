"""The order in which chosen sentences read as a text.

What happened comes first, then detail, then reaction, then outlook; the sentences of one source
keep their order, so that no follow-up stands before what it follows. A surname alone waits for
the sentence that introduces its person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefing.model import Article, Sentence
from briefing.press.surroundings import opens
from briefing.standing.introductions import lone, persons
from briefing.standing.leads import tells_news
from briefing.standing.standalone import follows

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


def reading_order(chosen: Sequence[Sentence], known: Collection[str] = ()) -> tuple[Sentence, ...]:
    """`chosen` (best first) merged: of the next sentence of each source, the earliest in kind.

    One with a surname of `known` alone comes later where another gives the name in full.
    """
    queues: dict[str, list[Sentence]] = {}
    for sentence in sorted(chosen, key=lambda s: s.index):
        queues.setdefault(sentence.article.id, []).append(sentence)
    ordered: list[Sentence] = []
    while queues:
        heads = [queue[0] for queue in queues.values()]
        early = [s for s in heads if not _waits(s, chosen, ordered, known)] or heads
        best = min(early, key=lambda s: _key(s, chosen, ordered))
        ordered.append(best)
        queues[best.article.id].pop(0)
        queues = {name: queue for name, queue in queues.items() if queue}
    return tuple(ordered)


def led(ordered: Sequence[Sentence], head: Article) -> tuple[Sentence, ...]:
    """`ordered` with the opening of `head`, which gives the headline, in front, and what goes on
    from it behind it.

    As it is where `head` has no opening there, or where that names somebody by surname alone.
    """
    at = next((i for i, s in enumerate(ordered) if s.article.id == head.id), 0)
    at = at if at and tells_news(ordered[at], 0) else 0
    known = persons({s.article.id: s.article.text for s in ordered}.values()) if at else ()
    if not at or lone(ordered[at].text, known):
        return tuple(ordered)
    end = at + 1
    while end < len(ordered) and follows(ordered[end], ordered[end - 1]):
        end += 1
    return (*ordered[at:end], *ordered[:at], *ordered[end:])


def _key(
    sentence: Sentence, chosen: Sequence[Sentence], before: Sequence[Sentence]
) -> tuple[int, ...]:
    after = bool(before) and follows(sentence, before[-1])
    return (not after, kind(sentence), chosen.index(sentence))


def _waits(
    sentence: Sentence,
    chosen: Sequence[Sentence],
    before: Sequence[Sentence],
    known: Collection[str],
) -> bool:
    """Whether it names somebody by surname alone whom a later sentence would introduce."""
    if before and follows(sentence, before[-1]):
        return False
    met = " ".join(s.text for s in before)
    unmet = [name for name in lone(sentence.text, known) if name not in met]
    later = [s.text for s in chosen if s not in before and s != sentence]
    return any(name in text and name not in lone(text, known) for name in unmet for text in later)


def kind(sentence: Sentence) -> int:
    """EVENT for openings of articles, else DETAIL, REACTION or OUTLOOK by its words."""
    if opens(sentence):
        return EVENT
    if _REACTION.search(sentence.text):
        return REACTION
    return OUTLOOK if _OUTLOOK.search(sentence.text) else DETAIL
