"""Quotes of an article: sentences, paragraphs, and quotes that run on over them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from briefing.model import Article, Mention, Quote, QuoteKind, Sentence, Span
from briefing.quotes.drafts import QuoteDraft, SoFar
from briefing.quotes.speech.answers import whose_words
from briefing.quotes.speech.bounds import begin_of, cuts
from briefing.quotes.speech.contents import contents
from briefing.quotes.speech.cue import Contents, Cue, leads
from briefing.quotes.speech.cues import cues
from briefing.quotes.speech.marks import is_title, marked
from briefing.quotes.speech.subjects import sentence_subject
from briefing.quotes.speech.tokens import QUOTED, Tokens, tokens
from briefing.quotes.speech.unsaid import is_supposed
from briefing.quotes.unclaimed import unclaimed
from briefing.quotes.who.speakers import named
from briefing.text.sentences import sentences as split

_PARAGRAPH = re.compile(r"[^\n]+")
# A line that is only a dash and a name; "Show Hide" is what a page's folding box is called.
_SIGNATURE = re.compile(
    r"\s*(?:[-–—]|--)\s?(?!Show\sHide\b)([A-Z][\w.’'-]*(?:\s[\w.’'(),-]+){0,9}?)\.?\s*"
)


def quotes(article: Article, sentences: Sequence[Sentence] | None = None) -> tuple[Quote, ...]:
    """Who said what in `article`, by place; speakers carry their full name where it is certain."""
    given = split(article) if sentences is None else sentences
    found = tuple(_quote(article, draft) for draft in _drafts(article, given))
    return named(article, tuple(sorted(found, key=lambda q: q.contents)), given)


def _drafts(article: Article, sentences: Sequence[Sentence]) -> list[QuoteDraft]:
    text = article.text
    starts = [s.span.start for s in sentences]
    so_far = SoFar(text)
    at = 0
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        start, end = paragraph.span()
        if not paragraph.group().strip():
            continue
        own = []
        while at < len(starts) and starts[at] < end:
            own.append(starts[at])
            at += 1
        _paragraph(so_far, number, start, end, own)
    return so_far.drafts


def _paragraph(so_far: SoFar, number: int, start: int, end: int, starts: list[int]) -> None:
    text = so_far.text
    if (signed := _SIGNATURE.fullmatch(text, start, end)) is not None and so_far.alone:
        first, last = signed.span(1)
        _sign(so_far, number, Span(first, last - (text[last - 1] == ".")))
        return
    stretches = marked(text, start, end, open_before=_left_open(so_far, number))
    edges = cuts(text, start, end, starts, stretches)
    marks = [m for m in stretches if not is_title(text, m)]
    at = 0
    for first, last in pairwise(edges):
        until = bisect_left(marks, last, key=begin_of)
        _sentence(so_far, number, tokens(text, first, last, marks[at:until]))
        at = until


def _sign(so_far: SoFar, paragraph: int, name: Span) -> None:
    """ "- Ada Stone", or "That was the answer of Ada Stone", below a paragraph that is nothing but
    quoted: she said that."""
    draft, pieces = so_far.alone or (None, 0)
    so_far.alone = None
    if draft is None or paragraph - draft.paragraph > 2:
        return
    if len(draft.contents) > pieces:  # it was taken for more of what another said
        own = draft.contents[-pieces:]
        del draft.contents[-pieces:]
        draft = QuoteDraft(own, None, name, draft.paragraph, quoted=True)
        so_far.drafts.append(draft)
    draft.speaker = name
    so_far.speaker, so_far.latest, so_far.paragraph = name, draft, paragraph


def _is_behind_alone(so_far: SoFar, paragraph: int) -> bool:
    """Whether the paragraph before ends with what only the marks tell to be said."""
    return so_far.alone is not None and paragraph - so_far.alone[0].paragraph == 1


def _left_open(so_far: SoFar, paragraph: int) -> bool:
    """Whether the paragraph before ended inside a quote."""
    latest = so_far.latest
    return latest is not None and latest.open and 0 < paragraph - latest.paragraph <= 2


def _sentence(so_far: SoFar, paragraph: int, t: Tokens) -> None:
    if not len(t):
        return
    if (whose := whose_words(t)) is not None and _is_behind_alone(so_far, paragraph):
        _sign(so_far, paragraph, t.span(*whose))
    told = cues(t)
    found = [c for c in contents(t, told) if not is_supposed(t, c.cue)]
    known = [cue for cue in told if not is_supposed(t, cue)]
    if not any(_holds_quote(t, c) for c in found):
        unclaimed(so_far, t, paragraph, known)
    said = [_draft(t, c, paragraph) for c in found]
    so_far.drafts += said
    _remember(so_far, t, paragraph, known, found, said)


def _remember(
    so_far: SoFar,
    t: Tokens,
    paragraph: int,
    known: list[Cue],
    found: list[Contents],
    said: list[QuoteDraft],
) -> None:
    """Who speaks in this sentence, for a next one that is only quoted."""
    so_far.announces = t.words[-1] == ":"
    main = next((d for d in said if d.quoted and d.speaker), None)
    if main is None:
        main = next(
            (d for d, c in zip(said, found, strict=True) if d.speaker and leads(t, c.cue)), None
        )
    if main is not None:
        so_far.speaker, so_far.cue, so_far.latest = main.speaker, main.cue, main
        so_far.paragraph = paragraph
        return
    cue = next((c for c in known if c.subject and leads(t, c)), None)
    if cue is not None and cue.subject is not None:
        so_far.speaker, so_far.cue = t.span(*cue.subject), t.span(cue.first, cue.last)
        so_far.latest, so_far.paragraph = None, paragraph
    elif so_far.announces and (subject := sentence_subject(t, len(t))) is not None:
        so_far.speaker, so_far.cue = t.span(*subject), None
        so_far.latest, so_far.paragraph = None, paragraph


def _holds_quote(t: Tokens, c: Contents) -> bool:
    return any(QUOTED in t.words[a : b + 1] for a, b in c.ranges)


def _draft(t: Tokens, c: Contents, paragraph: int) -> QuoteDraft:
    last = t.quoted[c.ranges[-1][1]]
    subject = c.cue.subject
    return QuoteDraft(
        contents=[t.span(a, b) for a, b in c.ranges],
        cue=t.span(c.cue.first, c.cue.last),
        speaker=t.span(*subject) if subject else None,
        paragraph=paragraph,
        quoted=any(QUOTED in (t.words[a], t.words[b]) for a, b in c.ranges),
        open=last is not None and not last.closed,
    )


def _quote(article: Article, draft: QuoteDraft) -> Quote:
    text = article.text
    speaker = None
    if draft.speaker is not None:
        speaker = Mention(draft.speaker, draft.speaker.of(text))
    kind = _kind(text, draft)
    return Quote(article, tuple(draft.contents), draft.cue, speaker, kind)


def _kind(text: str, draft: QuoteDraft) -> QuoteKind:
    inside = whole = 0
    for number, span in enumerate(draft.contents):
        marks = marked(text, span.start, span.end, open_before=number > 0)
        whole += sum(c.isalnum() for c in span.of(text))
        inside += sum(sum(c.isalnum() for c in m.inner.of(text)) for m in marks)
    share = inside / whole if whole else 0
    return "direct" if share >= 0.95 else "indirect" if share <= 0.05 else "mixed"
