"""Sentences with their places in the article."""

from __future__ import annotations

import re

from briefing.model import Article, Sentence, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of `article`, in order; a line break always ends one."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(article.text)):
        for span in spans(paragraph.group(), paragraph.start()):
            found.append(Sentence(article, len(found), span, number))
    return tuple(found)


def spans(text: str, offset: int = 0) -> list[Span]:
    """Where the sentences of one paragraph lie, without the white space around them."""
    cuts = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    pieces = ((a, text[a:b]) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip())
    return [
        Span(offset + a + len(p) - len(p.lstrip()), offset + a + len(p.rstrip())) for a, p in pieces
    ]
