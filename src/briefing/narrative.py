"""What a report narrates: its sentences that are not mostly somebody's direct speech.

That is shown as a quote, with its speaker, or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable

from briefing.model import Quote, Sentence, Span
from briefing.text.quoted import unquoted
from briefing.text.words import words

ATTRIBUTION = 10  # words: ", said Piet Oberlin of the Farmers' League in Dunmere"
# "“It is safe,” said ...": speech, even where nobody could be found who says it.
_SPEECH_FIRST = re.compile(r"[“\"][^“”\"]{1,400}[,?!][”\"]\s")


def narrative(
    found: Iterable[Sentence], said: Iterable[Quote], openings: Collection[tuple[str, int]] = ()
) -> tuple[Sentence, ...]:
    """The sentences that are not mostly somebody's direct speech: that is shown as a quote.

    One of `openings` tells the news, in whosever words, unless little else stands in it.
    """
    spoken: dict[str, list[Span]] = {}
    speech = []
    for quote in said:
        if quote.speaker and quote.kind != "indirect":
            spoken.setdefault(quote.article.id, []).extend(quote.contents)
            speech.append(" ".join(words(quote.text)))
    every = "\n".join(speech)
    apart = {id: _apart(spans) for id, spans in spoken.items()}
    return tuple(
        s
        for s in found
        if not _SPEECH_FIRST.match(s.text)
        and (
            (s.place in openings and _tells_itself(s.text))
            or (
                not _is_speech(s, apart.get(s.article.id, []))
                and " ".join(words(s.text)) not in every
            )
        )
    )


def _tells_itself(text: str) -> bool:
    """Whether most of it stands outside of quotation marks."""
    return 2 * len(unquoted(text).split()) > len(text.split())


def _apart(spans: Iterable[Span]) -> list[Span]:
    """What the spans cover, in order, no two of them overlapping."""
    covered: list[Span] = []
    for span in sorted(spans):
        if covered and span.start < covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return covered


def _is_speech(sentence: Sentence, spoken: list[Span]) -> bool:
    """Whether little but somebody's words stands in it: most of it, or all but "..., she said"."""
    span, text = sentence.span, sentence.article.text
    first = bisect_right(spoken, span.start, key=lambda s: s.end)
    inside = spoken[first : bisect_left(spoken, span.end, first, key=lambda s: s.start)]
    edges = [span.start, *(edge for s in inside for edge in (s.start, s.end)), span.end]
    left = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    words = len(text[span.start : span.end].split())
    return bool(inside) and len(left.split()) < max(ATTRIBUTION, words / 2)
