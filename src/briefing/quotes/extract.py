"""Quotes of an article: sentences, paragraphs, and quotes that run on over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.model import Article, Mention, Quote, QuoteKind, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.contents import Contents, contents
from briefing.quotes.cues import cues
from briefing.quotes.marks import Marked, marked
from briefing.quotes.speakers import named
from briefing.quotes.tokens import QUOTED, Tokens, tokens
from briefing.text.sentences import sentences as split

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_WORDS = 4  # a quoted stretch of so many words without a cue may be speech


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    contents: list[Span]
    cue: Span | None
    speaker: Span | None
    paragraph: int
    quoted: bool  # whether its last piece is a quoted stretch
    open: bool = False  # whether that stretch goes on in the next paragraph
    own: bool = True


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    text: str
    drafts: list[_Draft] = field(default_factory=list)
    announced: Span | None = None  # whoever the last words before a colon announce
    announced_cue: Span | None = None


def quotes(article: Article, sentences: Sequence[Sentence] | None = None) -> tuple[Quote, ...]:
    """Who said what in `article`, by place; speakers carry their full name where it is certain."""
    given = split(article) if sentences is None else sentences
    found = tuple(_quote(article, draft) for draft in drafts(article, given))
    return named(article, tuple(sorted(found, key=lambda q: q.contents)), given)


def drafts(article: Article, sentences: Sequence[Sentence]) -> list[_Draft]:
    text = article.text
    starts = [s.span.start for s in sentences]
    reading = _Reading(text)
    at = 0
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        start, end = paragraph.span()
        if not paragraph.group().strip():
            continue
        own = []
        while at < len(starts) and starts[at] < end:
            own.append(starts[at])
            at += 1
        _paragraph(reading, number, start, end, own)
    return reading.drafts


def _paragraph(reading: _Reading, number: int, start: int, end: int, starts: list[int]) -> None:
    text = reading.text
    marks = marked(text, start, end)
    cuts = _cuts(text, start, end, starts, marks)
    for first, last in pairwise(cuts):
        inside = [m for m in marks if first <= m.outer.start < last]
        _sentence(reading, number, tokens(text, first, last, inside))


def _cuts(text: str, start: int, end: int, starts: list[int], marks: list[Marked]) -> list[int]:
    """Where sentences begin outside quoted stretches, and the end."""
    inner = [
        s
        for s in starts
        if start < s < end and not any(m.outer.start < s < m.outer.end for m in marks)
    ]
    kept = [s for s in inner if not _asks_on(text, s, marks)]
    more = [m.outer.end for m in marks if _closes_sentence(text, m, end)]
    return sorted({start, *kept, *more, end})


def _asks_on(text: str, at: int, marks: list[Marked]) -> bool:
    """Whether the words at `at` still belong to the quote before: "Why?" Hill asked."""
    before = next(
        (m for m in marks if m.outer.end <= at and not text[m.outer.end : at].strip()), None
    )
    if before is None or text[before.inner.end - 1 : before.inner.end] not in {
        "?",
        "!",
        "…",
        "—",
        "-",
    }:
        return False
    head = re.findall(r"[\w’'-]+|[.,!?]", text[at : at + 60])[:5]
    for word in head:
        low = word.lower()
        if low in {".", "!", "?"}:
            return False
        if low in lex.BASE and lex.BASE[low] in lex.QUOTING and lex.KIND[low] in "dsn":
            return True
    return False


def _closes_sentence(text: str, mark: Marked, end: int) -> bool:
    """Whether a sentence ends with the stretch although a splitter may not see it."""
    if mark.outer.end >= end or text[mark.inner.end - 1] != ".":
        return False
    return re.match(r"\s+[A-Z“\"]", text[mark.outer.end : mark.outer.end + 4]) is not None


def _sentence(reading: _Reading, paragraph: int, t: Tokens) -> None:
    if not len(t):
        return
    found = contents(t, cues(t))
    said = [_draft(reading, t, c, paragraph) for c in found]
    reading.drafts += [d for d in said if d is not None]
    if not found or not any(_holds_quote(t, c) for c in found):
        _unclaimed(reading, t, paragraph)
    _announce(reading, t)


def _holds_quote(t: Tokens, c: Contents) -> bool:
    return any(QUOTED in t.words[a : b + 1] for a, b in c.ranges)


def _draft(reading: _Reading, t: Tokens, c: Contents, paragraph: int) -> _Draft | None:
    pieces = [t.span(a, b) for a, b in c.ranges]
    last = t.quoted[c.ranges[-1][1]]
    subject = c.cue.subject
    return _Draft(
        contents=pieces,
        cue=t.span(c.cue.first, c.cue.last),
        speaker=t.span(*subject) if subject else None,
        paragraph=paragraph,
        quoted=any(t.words[a] == QUOTED for a, b in c.ranges),
        open=last is not None and not last.closed,
    )


def _unclaimed(reading: _Reading, t: Tokens, paragraph: int) -> None:
    """A sentence that is nothing but quoted goes on with what was said before it."""
    words = [i for i in range(len(t)) if t.words[i][0].isalnum()]
    stretches = [i for i in range(len(t)) if t.quoted[i] is not None]
    if words or not stretches:
        return
    pieces = [t.span(i, i) for i in stretches]
    last = t.quoted[stretches[-1]]
    is_open = last is not None and not last.closed
    before = reading.drafts[-1] if reading.drafts else None
    if before is not None and before.quoted and paragraph - before.paragraph <= 1:
        before.contents += pieces
        before.paragraph, before.open = paragraph, is_open
        return
    speaker, cue = None, None
    if reading.announced is not None:
        speaker, cue = reading.announced, reading.announced_cue
    elif before is not None and paragraph - before.paragraph <= 1:
        speaker = before.speaker
    if speaker is None and sum(p.end - p.start for p in pieces) < 40:
        return
    reading.drafts.append(_Draft(pieces, cue, speaker, paragraph, True, is_open))


def _announce(reading: _Reading, t: Tokens) -> None:
    reading.announced = reading.announced_cue = None
    if t.words[-1] != ":":
        return
    found = [c for c in cues(t) if c.subject]
    if found:
        reading.announced = t.span(*found[-1].subject)  # type: ignore[misc]
        reading.announced_cue = t.span(found[-1].first, found[-1].last)


def _quote(article: Article, draft: _Draft) -> Quote:
    text = article.text
    speaker = None
    if draft.speaker is not None:
        speaker = Mention(draft.speaker, draft.speaker.of(text))
    kind = _kind(text, draft)
    return Quote(article, tuple(draft.contents), draft.cue, speaker, kind)


def _kind(text: str, draft: _Draft) -> QuoteKind:
    inside = whole = 0
    for span in draft.contents:
        marks = marked(text, span.start, span.end)
        whole += sum(c.isalnum() for c in span.of(text))
        inside += sum(sum(c.isalnum() for c in m.inner.of(text)) for m in marks)
    share = inside / whole if whole else 0
    return "direct" if share >= 0.95 else "indirect" if share <= 0.05 else "mixed"
