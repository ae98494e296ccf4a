"""A long quote down to a run of whole sentences that say something by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Quote, Span
from briefing.press.datelines import behind
from briefing.quotes.shown.alone import is_elsewhere, points_back
from briefing.quotes.shown.clear import is_clause
from briefing.quotes.shown.idle import is_formula, is_fragment, sets_up
from briefing.quotes.shown.leaning import leans
from briefing.settings import QuoteSettings
from briefing.standing.introductions import lacking
from briefing.text.quoted import unpaired
from briefing.text.sentences import spans
from briefing.text.words import words

_INNER = re.compile(r"(?<![\w.])['‘](?=[A-Z])")
_INNER_ENDS = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
SCRAP = 2  # words: a sentence that only leads to the next
POINT = 4  # words: a sentence so short is what the one before it leads to
LONGEST_SCRAP = 5  # words that may stand without a verb
OPENER = 8  # words: "I remember it well.", which what follows can do without
_MARKS = r"[\"'“‘”’(\[ ]*"
# What turns against, or answers, the sentence before it: that one is not left without.
_TURNS = re.compile(
    rf"{_MARKS}(?:(?:no|nope|yes|false|wrong|true|not\strue|never|nonsense|absolutely\snot)[.,!]"
    r"|but\b|however\b|yet\b|except\b|instead\b|still,|nevertheless\b|nonetheless\b|otherwise\b"
    r"|at\sthe\ssame\stime\b|on\sthe\sother\shand\b"
    r"|unfortunately\b|(?:that|having)\s(?:being\s)?said\b|even so\b|actually\b|although\b|though\b"
    r"|if not\b|doing (?:so|that)\b|second(?:ly)?,"
    r"|it(?:['’]s|\s(?:is|was))\snot\b|(?:[\w’']+,?\s){1,5}however\b|[^.!?]*,\showever\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"{_MARKS}(?:first(?:ly|\sof\sall)?|one|number\sone),\s", re.IGNORECASE)
# "I know there are questions.": what it gives way to comes next.
_CONCEDES = re.compile(
    rf"{_MARKS}(?:i|we)\s(?:know|understand|recogni[sz]e|reali[sz]e|appreciate|acknowledge)\s(?:that\s)?"
    r"(?:there(?:['’]s|\s(?:is|are))|many|some|people|a\slot|lots)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+$")  # "in the U.S.": the sentence may go on
_COUNTED = re.compile(r"\b(?:two|three|four|five|several|many|some)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"{_MARKS}(?:and|but|so|or|it|he|she|they|this|that|which|these|those|because|then|also|not|as|like|to)\b",
    re.IGNORECASE,
)


_LINKED = re.compile(rf"{_MARKS}(?:for|with|without|by|of|from|to)\b", re.IGNORECASE)
_I = re.compile(rf"{_MARKS}(?:(?:and|or)\s)?(?:i|we|you|he|she|it|they|let)\b", re.IGNORECASE)
# Not what begins or ends with the marks of a quote inside it: the outer ones tell them apart.
# Some outlets open with a curly mark and close with a straight one.
_CLOSE = r"(?:(?<![’'])[”\"]|(?<=[.,!?…])\s?“|(?<=[\w.,!?…—-])(?:’’|''))"
_CLOSED = re.compile(rf",{_CLOSE}$")
_IN_MARKS = re.compile(rf"[“\"](?![‘'“\"])([^“”\"]+?){_CLOSE}")
# Some set single marks; an apostrophe follows no space.
_IN_SINGLE = re.compile(r"['‘](?![\s'‘“\"])((?:(?!\s['‘])[^“”\"])+?)(?<=[\w.,!?…—-])['’]")
_OF_SOMEBODY = re.compile(rf"{_MARKS}(?:he|she|they)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence; several spans where the cue interrupts it. `home` are the contents' numbers."""

    spans: tuple[Span, ...]
    homes: tuple[int, ...]
    text: str

    @property
    def length(self) -> int:
        return len(words(self.text))


def shortened(quote: Quote, settings: QuoteSettings, shown: Sequence[str] = ()) -> Quote | None:
    """The longest run of whole sentences from the first on that `settings.most_words` allow.

    It neither ends on a question nor before the answer to what it says, holds no sentence that
    the reporter's words interrupt, and leaves out a short opener where that helps. None where no
    run of `settings.fewest_words` stands by itself.
    """
    pieces = _pieces(quote)
    for first in _starts(pieces):
        if first and (pieces[first - 1].length >= OPENER or _GOES_ON.match(pieces[first].text)):
            return None
        if _asks(pieces[first]):
            return None  # nor is its answer shown without it
        if is_fragment(pieces[first].text):
            continue
        if points_back(" ".join(p.text for p in pieces[first:]), shown):
            continue
        end = _end(pieces, first, settings)
        if end is None:
            continue
        short = replace(quote, contents=_joined(pieces[first:end]))
        if leans(bare(short), shown) or _meets_nobody(bare(short), shown):
            return None
        # With a lone mark a reporter's clause ends within a quote.
        if quote.kind == "direct" or not unpaired(short.text):
            return bare(short)
    return None


def _starts(pieces: Sequence[_Piece]) -> Sequence[int]:
    """Where a run may begin, the best first: behind formulas, and an idle opener."""
    if _idle_opener(pieces):
        return [1, 0]
    whole = range(len(pieces))
    return range(
        next((i for i in whole if not is_formula(pieces[i].text)), len(pieces)), whole.stop
    )


def _meets_nobody(quote: Quote, shown: Sequence[str]) -> bool:
    """Whether it has a surname that its article introduced, and the page does not."""
    if not any(shown) or quote.speaker is None:
        return False
    before = quote.article.text[: quote.contents[0].start]
    known = (*shown, quote.speaker.text, quote.speaker.name or "")
    return bool(lacking(quote.text, before, known))


def bare(quote: Quote) -> Quote:
    """Direct speech without the marks around each stretch: outlets set them in many ways, a page
    sets its own.

    Nor with the comma before a closing mark, which joins it to the reporter's words, unless the
    speaker's sentence goes on behind them.
    """
    if quote.kind != "direct":
        return quote
    text = quote.article.text
    goes_on = [span.of(text).lstrip('“"')[:1].islower() for span in quote.contents[1:]]
    pairs = zip(quote.contents, [*goes_on, False], strict=True)
    return replace(quote, contents=tuple(_bare(span, text, stays) for span, stays in pairs))


def _bare(span: Span, text: str, comma: bool) -> Span:
    inside = _IN_MARKS.fullmatch(span.of(text)) or _IN_SINGLE.fullmatch(span.of(text))
    if inside is None:
        cut = _CLOSED.search(span.of(text))  # the end of what began before it
        return Span(span.start, span.start + cut.start()) if cut and not comma else span
    end = inside.end(1) - (not comma and inside[1].endswith(","))
    return Span(span.start + 1, span.start + end)


def _idle_opener(pieces: Sequence[_Piece]) -> bool:
    """ "He asked me what to expect," before the cue, and behind it what stands without it."""
    return (
        len(pieces) > 1
        and pieces[0].length < OPENER
        and _OF_SOMEBODY.match(pieces[0].text) is not None
        and pieces[0].homes[-1] != pieces[1].homes[0]
        and not _GOES_ON.match(pieces[1].text)
        and pieces[1].length >= OPENER
    )


def _end(pieces: Sequence[_Piece], first: int, settings: QuoteSettings) -> int | None:
    """Where the longest run from `first` may end; None where none may."""
    for end in range(len(pieces), first, -1):
        run = pieces[first:end]
        length = sum(p.length for p in run)
        if length < settings.fewest_words:
            return None
        fits = length <= settings.most_words or len(run) == 1
        if fits and _ends_well(run, pieces[end : end + 1]):
            return end
    return None


def _ends_well(run: Sequence[_Piece], following: Sequence[_Piece]) -> bool:
    last = run[-1]
    if _left_open(" ".join(p.text for p in run)):
        return False
    if _asks(last) or _CONCEDES.match(last.text) or any(is_elsewhere(p.text) for p in run):
        return False
    if sets_up(last.text):
        return False
    if following and _ABBREVIATED.search(last.text):
        return False
    if _is_scrap(last) or any(len(p.spans) > 1 for p in run):
        return False
    if not following:
        return True
    if _COUNTED.search(last.text) and _FIRST.match(following[0].text):
        return False
    short = following[0].length <= POINT and not _is_scrap(following[0])
    if short and not _asks(following[0]):
        return False
    return not (last.length <= SCRAP or _TURNS.match(following[0].text))


def _asks(piece: _Piece) -> bool:
    return piece.text.rstrip("“”\"’') ").endswith("?")


def _is_scrap(last: _Piece) -> bool:
    """ "And control.", "Debate, votes, amendments.": no sentence by itself."""
    if _LINKED.match(last.text) and not is_clause(last.text):
        return True
    if last.length > LONGEST_SCRAP or last.text.rstrip("”\"’'").endswith("!"):
        return False
    if last.text.count(",") > 1 and not _I.match(last.text):
        return True  # a list
    return not (is_clause(last.text) or _I.match(last.text))


def _left_open(text: str) -> bool:
    """Whether it ends within what the speaker quotes: "She says, 'Oh, just wait."."""
    return len(_INNER.findall(text)) > len(_INNER_ENDS.findall(text))


def _joined(run: Sequence[_Piece]) -> tuple[Span, ...]:
    """Their spans, one for what stands in one stretch of the contents."""
    kept: list[tuple[int, Span]] = []
    for home, span in ((h, s) for p in run for h, s in zip(p.homes, p.spans, strict=True)):
        if kept and kept[-1][0] == home:
            kept[-1] = (home, Span(kept[-1][1].start, span.end))
        else:
            kept.append((home, span))
    return tuple(span for _, span in kept)


def _pieces(quote: Quote) -> list[_Piece]:
    """The sentences of the contents; what goes on behind the cue ("..., she said, and ...") is
    one with what stands before it."""
    text = quote.article.text
    found: list[_Piece] = []
    for home, span in enumerate(quote.contents):
        for i, sentence in enumerate(_sentences(text, behind(text, span))):
            words = sentence.of(text)
            if i == 0 and found and _continues(found[-1].text, words):
                last = found.pop()
                piece = _Piece((*last.spans, sentence), (*last.homes, home), f"{last.text} {words}")
            else:
                piece = _Piece((sentence,), (home,), words)
            found.append(piece)
    return found


def _continues(before: str, text: str) -> bool:
    letter = re.search(r"\w", text)
    ended = before.rstrip("”\"’') ")[-1:] in ".!?"
    return not ended and letter is not None and letter.group().islower()


def _sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `span`; a closing mark alone is none."""
    found: list[Span] = []
    for sentence in spans(span.of(text), span.start):
        if found and not any(c.isalnum() for c in sentence.of(text)):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found or [span]
