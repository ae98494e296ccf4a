"""Quoted stretches that no cue of their sentence claims: whose they are, the text around tells."""

from __future__ import annotations

import re

from briefing.model import Span
from briefing.quotes import lexicon as lex
from briefing.quotes.drafts import QuoteDraft, SoFar
from briefing.quotes.speech.cue import Cue, leads
from briefing.quotes.speech.phrases import left_phrase
from briefing.quotes.speech.subjects import sentence_subject
from briefing.quotes.speech.tokens import Tokens
from briefing.quotes.speech.unsaid import is_denied

_HEADING = 80  # characters
_LONG = 40  # characters; a shorter quoted stretch without a cue may be a name or a figure of speech
# "HILL: It was cold" within marks: a line of a transcript.
_TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_MESSAGES = frozenset(lex.listed("statement message letter post tweet email memo reply response"))
# Words that may stand beside a stretch in a sentence that is nothing but quoted.
_OPENERS = frozenset(lex.listed("""and but or so because still yet also then plus"""))


def unclaimed(so_far: SoFar, t: Tokens, paragraph: int, known: list[Cue]) -> None:
    """A quoted stretch that no cue of its sentence claims.

    A sentence that is nothing but quoted goes on with what was said before it; a long stretch
    behind a colon or dash is its sentence's; one inside a sentence without a cue goes on, too, if
    its paragraph has a speaker already.
    """
    stretches = [i for i in range(len(t)) if t.quoted[i] is not None]
    if not stretches:
        return
    words = [i for i in range(len(t)) if t.words[i][0].isalnum()]
    if all(t.low[i] in _OPENERS for i in words):
        _go_on(so_far, t, stretches, paragraph)
        return
    first = stretches[0]
    if is_denied(t, first):
        return
    mark = t.quoted[first]
    announced = first > 0 and (t.words[first - 1] == ":" or _message(t, first - 1))
    if mark is None or mark.inner.end - mark.inner.start < (_LONG // 2 if announced else _LONG):
        return
    if first and (t.words[first - 1] in {":", "—", "–", "--", "-"} or _message(t, first - 1)):
        subject = (
            next((c.subject for c in known if leads(t, c)), None)
            or sentence_subject(t, first)
            or (_owner(t, first) if t.low[first - 2] in _MESSAGES else None)
        )
        if subject is not None:
            span = t.span(*subject)
            piece = [t.span(i, i) for i in stretches]
            so_far.drafts.append(QuoteDraft(piece, None, span, paragraph, True, not mark.closed))
            so_far.speaker, so_far.latest = span, so_far.drafts[-1]
            so_far.paragraph = paragraph
        return
    if so_far.paragraph == paragraph and so_far.speaker and so_far.latest and not known:
        end = len(t) - 1 if t.quoted[-1] is not None else len(t) - 2
        piece = [t.span(0, max(end, first))]
        so_far.drafts.append(QuoteDraft(piece, None, so_far.speaker, paragraph, True))


def _message(t: Tokens, comma: int) -> bool:
    """Whether a word for what is written or said stands before `comma`: "issued a statement,"."""
    return t.words[comma] == "," and comma > 0 and t.low[comma - 1] in _MESSAGES


def _owner(t: Tokens, before: int) -> tuple[int, int] | None:
    """Whose message a line without a verb announces: "From Hill's letter:"."""
    for i in range(min(before, 12) - 1, -1, -1):
        if t.low[i].endswith(("'s", "s'")):
            return left_phrase(t, i)
        if t.low[i] in {"his", "her", "their", "its"}:
            return i, i
    return None


def _inner(t: Tokens, i: int) -> tuple[int, int]:
    mark = t.quoted[i]
    return (mark.inner.start, mark.inner.end) if mark else (0, 0)


def _go_on(so_far: SoFar, t: Tokens, stretches: list[int], paragraph: int) -> None:
    """Joined to what the last speaker said, if that was quoted; else a quote of its own."""
    pieces = [t.span(i, i) for i in stretches]
    last = t.quoted[stretches[-1]]
    is_open = last is not None and not last.closed
    said = _TRANSCRIPT.match(so_far.text, *_inner(t, stretches[0]))
    if said is not None:
        so_far.speaker = Span(*said.span(1))
        pieces[0] = Span(said.end(), pieces[0].end)
        so_far.drafts.append(QuoteDraft(pieces, None, so_far.speaker, paragraph, True, is_open))
        so_far.latest = so_far.drafts[-1]
        so_far.paragraph = paragraph
        return
    if _is_heading(t, pieces[0]):
        return
    near = paragraph - so_far.paragraph <= 1
    latest = so_far.latest
    if near and latest is not None and latest.quoted:
        latest.contents += pieces
        latest.paragraph, latest.open = paragraph, is_open
        so_far.paragraph = paragraph
        so_far.alone = latest, len(pieces)
        return
    speaker = so_far.speaker if near else None
    if speaker is None and sum(p.end - p.start for p in pieces) < _LONG:
        return
    cue = so_far.cue if so_far.announces and near else None
    draft = QuoteDraft(pieces, cue, speaker, paragraph, True, is_open)
    so_far.drafts.append(draft)
    so_far.latest, so_far.paragraph = draft, paragraph
    so_far.alone = draft, len(pieces)


def _is_heading(t: Tokens, piece: Span) -> bool:
    """A short line in marks that ends without a sign: what a page sets between its paragraphs."""
    mark = t.quoted[0]
    if len(t) > 1 or mark is None or not (mark.closed and mark.begins_large):
        return False
    return mark.last.isalnum() and piece.end - piece.start < _HEADING
