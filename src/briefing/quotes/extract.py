"""Quotes of an article: sentences, paragraphs, and quotes that run on over them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.model import Article, Mention, Quote, QuoteKind, Sentence, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.speech.contents import contents
from briefing.quotes.speech.cue import Contents, Cue, is_relative
from briefing.quotes.speech.cues import cues
from briefing.quotes.speech.marks import Marked, is_title, marked
from briefing.quotes.speech.phrases import left_phrase
from briefing.quotes.speech.subjects import sentence_subject
from briefing.quotes.speech.tokens import QUOTED, Tokens, tokens
from briefing.quotes.who.speakers import named
from briefing.text.sentences import sentences as split

_PARAGRAPH = re.compile(r"[^\n]+")
_HEAD = re.compile(r"[\w’'-]+|[.,!?]")
_HEADING = 80  # characters
_LONG = 40  # characters; a shorter quoted stretch without a cue may be a name or a figure of speech
# "HILL: It was cold" within marks: a line of a transcript.
_TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
# A line that is only a dash and a name.
_SIGNATURE = re.compile(r"\s*(?:[-–—]|--)\s?([A-Z][\w.’'-]*(?:\s[\w.’'(),-]+){0,9}?)\.?\s*")
_MESSAGES = frozenset(lex.listed("statement message letter post tweet email memo reply response"))
# Words that may stand beside a stretch in a sentence that is nothing but quoted.
_OPENERS = frozenset(lex.listed("""and but or so because still yet also then plus"""))


@dataclass(slots=True)
class _Draft:
    """A quote in the making."""

    contents: list[Span]
    cue: Span | None
    speaker: Span | None
    paragraph: int
    quoted: bool  # whether its last piece is a quoted stretch
    open: bool = False  # whether that stretch goes on in the next paragraph


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and who spoke in the last sentence."""

    text: str
    drafts: list[_Draft] = field(default_factory=list)
    speaker: Span | None = None
    cue: Span | None = None
    paragraph: int = -9
    latest: _Draft | None = None  # what that speaker was quoted with, if anything
    alone: tuple[_Draft, int] | None = None  # the last that nobody claims, and its new stretches
    announces: bool = False  # whether that sentence ends with a colon


def quotes(article: Article, sentences: Sequence[Sentence] | None = None) -> tuple[Quote, ...]:
    """Who said what in `article`, by place; speakers carry their full name where it is certain."""
    given = split(article) if sentences is None else sentences
    found = tuple(_quote(article, draft) for draft in _drafts(article, given))
    return named(article, tuple(sorted(found, key=lambda q: q.contents)), given)


def _drafts(article: Article, sentences: Sequence[Sentence]) -> list[_Draft]:
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
    if (signed := _SIGNATURE.fullmatch(text, start, end)) is not None and reading.alone:
        first, last = signed.span(1)
        _sign(reading, number, Span(first, last - (text[last - 1] == ".")))
        return
    stretches = marked(text, start, end, open_before=_left_open(reading, number))
    cuts = _cuts(text, start, end, starts, stretches)
    marks = [m for m in stretches if not is_title(text, m)]
    at = 0
    for first, last in pairwise(cuts):
        until = bisect_left(marks, last, key=_begin)
        _sentence(reading, number, tokens(text, first, last, marks[at:until]))
        at = until


def _sign(reading: _Reading, paragraph: int, name: Span) -> None:
    """ "- Ada Stone", below a paragraph that is nothing but quoted: she said that."""
    draft, pieces = reading.alone or (None, 0)
    reading.alone = None
    if draft is None or paragraph - draft.paragraph > 2:
        return
    if len(draft.contents) > pieces:  # it was taken for more of what another said
        own = draft.contents[-pieces:]
        del draft.contents[-pieces:]
        draft = _Draft(own, None, name, draft.paragraph, quoted=True)
        reading.drafts.append(draft)
    draft.speaker = name
    reading.speaker, reading.latest, reading.paragraph = name, draft, paragraph


def _left_open(reading: _Reading, paragraph: int) -> bool:
    """Whether the paragraph before ended inside a quote."""
    latest = reading.latest
    return latest is not None and latest.open and 0 < paragraph - latest.paragraph <= 2


def _begin(mark: Marked) -> int:
    return mark.outer.start


def _cuts(text: str, start: int, end: int, starts: list[int], marks: list[Marked]) -> list[int]:
    """Where sentences begin outside quoted stretches, and the end."""
    kept = []
    for s in starts:
        number = bisect_left(marks, s, key=_begin) - 1
        before = marks[number] if number >= 0 else None
        if start < s < end and not (before and (s < before.outer.end or _asks_on(text, s, before))):
            kept.append(s)
    more = [m.outer.end for m in marks if _closes_sentence(text, m, end)]
    return sorted({start, *kept, *more, end})


def _asks_on(text: str, at: int, before: Marked) -> bool:
    """Whether the words at `at` still belong to the quote before: "Why?" Hill asked."""
    if text[before.outer.end : at].strip():
        return False
    if text[at].islower() or text[at] in "—–―":
        return True
    if before.last not in "?!…—-":
        return False
    for word in _HEAD.findall(text, at, at + 120)[:12]:
        low = word.lower()
        if low in {".", "!", "?"}:
            return False
        if low in lex.QUOTING_FORMS and lex.KIND[low] in "dsn":
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
    known = cues(t)
    found = contents(t, known)
    if not any(_holds_quote(t, c) for c in found):
        _unclaimed(reading, t, paragraph, known)
    said = [_draft(t, c, paragraph) for c in found]
    reading.drafts += said
    _remember(reading, t, paragraph, known, found, said)


def _remember(
    reading: _Reading,
    t: Tokens,
    paragraph: int,
    known: list[Cue],
    found: list[Contents],
    said: list[_Draft],
) -> None:
    """Who speaks in this sentence, for a next one that is only quoted."""
    reading.announces = t.words[-1] == ":"
    main = next((d for d in said if d.quoted and d.speaker), None)
    if main is None:
        main = next(
            (d for d, c in zip(said, found, strict=True) if d.speaker and _leads(t, c.cue)), None
        )
    if main is not None:
        reading.speaker, reading.cue, reading.latest = main.speaker, main.cue, main
        reading.paragraph = paragraph
        return
    cue = next((c for c in known if c.subject and _leads(t, c)), None)
    if cue is not None and cue.subject is not None:
        reading.speaker, reading.cue = t.span(*cue.subject), t.span(cue.first, cue.last)
        reading.latest, reading.paragraph = None, paragraph
    elif reading.announces and (subject := sentence_subject(t, len(t))) is not None:
        reading.speaker, reading.cue = t.span(*subject), None
        reading.latest, reading.paragraph = None, paragraph


def _leads(t: Tokens, cue: Cue) -> bool:
    """Whether the cue's subject speaks in the main clause."""
    return cue.style != "noun" and not is_relative(t, cue)


def _holds_quote(t: Tokens, c: Contents) -> bool:
    return any(QUOTED in t.words[a : b + 1] for a, b in c.ranges)


def _draft(t: Tokens, c: Contents, paragraph: int) -> _Draft:
    last = t.quoted[c.ranges[-1][1]]
    subject = c.cue.subject
    return _Draft(
        contents=[t.span(a, b) for a, b in c.ranges],
        cue=t.span(c.cue.first, c.cue.last),
        speaker=t.span(*subject) if subject else None,
        paragraph=paragraph,
        quoted=any(QUOTED in (t.words[a], t.words[b]) for a, b in c.ranges),
        open=last is not None and not last.closed,
    )


def _unclaimed(reading: _Reading, t: Tokens, paragraph: int, known: list[Cue]) -> None:
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
        _go_on(reading, t, stretches, paragraph)
        return
    first = stretches[0]
    mark = t.quoted[first]
    announced = first > 0 and (t.words[first - 1] == ":" or _message(t, first - 1))
    if mark is None or mark.inner.end - mark.inner.start < (_LONG // 2 if announced else _LONG):
        return
    if first and (t.words[first - 1] in {":", "—", "–", "--", "-"} or _message(t, first - 1)):
        subject = (
            next((c.subject for c in known if _leads(t, c)), None)
            or sentence_subject(t, first)
            or (_owner(t, first) if t.low[first - 2] in _MESSAGES else None)
        )
        if subject is not None:
            span = t.span(*subject)
            piece = [t.span(i, i) for i in stretches]
            reading.drafts.append(_Draft(piece, None, span, paragraph, True, not mark.closed))
            reading.speaker, reading.latest = span, reading.drafts[-1]
            reading.paragraph = paragraph
        return
    if reading.paragraph == paragraph and reading.speaker and reading.latest and not known:
        end = len(t) - 1 if t.quoted[-1] is not None else len(t) - 2
        piece = [t.span(0, max(end, first))]
        reading.drafts.append(_Draft(piece, None, reading.speaker, paragraph, True))


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


def _go_on(reading: _Reading, t: Tokens, stretches: list[int], paragraph: int) -> None:
    """Joined to what the last speaker said, if that was quoted; else a quote of its own."""
    pieces = [t.span(i, i) for i in stretches]
    last = t.quoted[stretches[-1]]
    is_open = last is not None and not last.closed
    said = _TRANSCRIPT.match(reading.text, *_inner(t, stretches[0]))
    if said is not None:
        reading.speaker = Span(*said.span(1))
        pieces[0] = Span(said.end(), pieces[0].end)
        reading.drafts.append(_Draft(pieces, None, reading.speaker, paragraph, True, is_open))
        reading.latest = reading.drafts[-1]
        reading.paragraph = paragraph
        return
    if _is_heading(t, pieces[0]):
        return
    near = paragraph - reading.paragraph <= 1
    latest = reading.latest
    if near and latest is not None and latest.quoted:
        latest.contents += pieces
        latest.paragraph, latest.open = paragraph, is_open
        reading.paragraph = paragraph
        reading.alone = latest, len(pieces)
        return
    speaker = reading.speaker if near else None
    if speaker is None and sum(p.end - p.start for p in pieces) < _LONG:
        return
    cue = reading.cue if reading.announces and near else None
    draft = _Draft(pieces, cue, speaker, paragraph, True, is_open)
    reading.drafts.append(draft)
    reading.latest, reading.paragraph = draft, paragraph
    reading.alone = draft, len(pieces)


def _is_heading(t: Tokens, piece: Span) -> bool:
    """A short line in marks that ends without a sign: what a page sets between its paragraphs."""
    mark = t.quoted[0]
    if len(t) > 1 or mark is None or not (mark.closed and mark.begins_large):
        return False
    return mark.last.isalnum() and piece.end - piece.start < _HEADING


def _quote(article: Article, draft: _Draft) -> Quote:
    text = article.text
    speaker = None
    if draft.speaker is not None:
        speaker = Mention(draft.speaker, draft.speaker.of(text))
    kind = _kind(text, draft)
    return Quote(article, tuple(draft.contents), draft.cue, speaker, kind)


def _kind(text: str, draft: _Draft) -> QuoteKind:
    inside = whole = 0
    for number, span in enumerate(draft.contents):
        marks = marked(text, span.start, span.end, open_before=number > 0)
        whole += sum(c.isalnum() for c in span.of(text))
        inside += sum(sum(c.isalnum() for c in m.inner.of(text)) for m in marks)
    share = inside / whole if whole else 0
    return "direct" if share >= 0.95 else "indirect" if share <= 0.05 else "mixed"
