"""Sentences with their places in the article.

A sentence never crosses a paragraph (`text.paragraphs`); closing marks after its stop belong to it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.model import Article, Sentence, Span
from briefing.text.boundaries import Stop, ends
from briefing.text.paragraphs import paragraphs
from briefing.text.punkt import punkt

# A run of stops (also ". . ." and ". ...") and the closing marks after it. An opening mark counts
# as closing where it leans on the stop and nothing leans on it (German „so.“). Each try succeeds or
# fails at its first characters: a hundred thousand points take as long as as many letters. No group
# is repeated possessively: Python before 3.11.5 then gives up or takes what it tried.
_STOP = re.compile(
    r"(\.(?:[ \u00a0](?:\.+|…))+|[.!?…。！？؟।۔]+)"
    r"((?:[ \u00a0]?»|[ \u00a0]?”(?=\s|$)|[\"'”’)\]*_」』]|[“«‘](?=\s|$))*)"
)
CUT = ("…", "...")
_SPOKEN = re.compile(r"[^\W_]")
_GERMAN = re.compile(r"\b(?:der|die|und|ist|nicht|das|mit|von|den|für)\b")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of `article`, in order."""
    text = article.text
    german = _is_german(article.language, text)
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(text)):
        for span in spans(paragraph.of(text), paragraph.start, german=german):
            found.append(Sentence(article, len(found), span, number))
    return tuple(found)


def is_begun(text: str) -> bool:
    """Whether it is one sentence that breaks off ("The board said on Monday that the…"), as where a
    feed cut it: such a text is compared and counted, and none of it is shown."""
    return text.rstrip().endswith(CUT) and "\n" not in text.strip() and len(spans(text)) == 1


def spans(text: str, offset: int = 0, *, german: bool = False) -> list[Span]:
    """Where the sentences of one paragraph lie, white space and lone marks ("***") left out."""
    known = punkt()
    cuts = [0]
    marks = counted = 0
    for match in _STOP.finditer(text):
        at, after = match.span(1)
        closed = match.end()
        if text[closed - 1] == '"' and text[closed : closed + 1].isupper():
            marks, counted = marks + text.count('"', counted, closed - 1), closed - 1
            closed -= marks % 2 == 0  # 'the gate."We wait': as all are closed, it opens the next
        if ends(Stop(text, cuts[-1], at, after, closed), known, german):
            cuts.append(closed)
    cuts.append(len(text))
    pieces = ((a, text[a:b]) for a, b in pairwise(cuts))
    return [
        Span(offset + a + len(p) - len(p.lstrip()), offset + a + len(p.rstrip()))
        for a, p in pieces
        if _SPOKEN.search(p)
    ]


def _is_german(language: str, text: str) -> bool:
    """In German a capital after "3." says nothing: every noun has one."""
    if language:
        return language.lower().startswith("de")
    return len(_GERMAN.findall(text[:2000])) * 12 > len(text[:2000].split())
