"""Which quotes are worth a reader's time."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.model import Quote, Speaker
from briefing.quotes.shown.clear import clear_words, reports_speech
from briefing.quotes.shown.tellers import has_speaker
from briefing.quotes.speech.marks import marked
from briefing.settings import QuoteSettings
from briefing.text.background import background
from briefing.text.words import content_stems, words

# What a page prints between its sentences: addresses, handles, "READ MORE" links.
_FURNITURE = re.compile(
    r"\bMORE\b|https?:|pic\.twitter|\(@|\bREAD\b|\b[Pp]lease (?:call|contact|visit)\b|\b1-\d{3}-"
)
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)[\s.”\"’']*$|\s*(?:…|\.\.\.)\s?[”\"]")  # before its point
_TAIL = 20  # characters: dots and marks, however many a hostile text has
USUAL = 3.0  # idf: words of one article in seven, "prepared", "country"
# Formulas, however rare their words, that somebody does not comment, what nobody could make out.
_NO_COMMENT = re.compile(
    r"\bin\sthe\s(?:strongest|harshest)\s(?:possible\s)?terms\b|\bthoughts\sand\sprayers\b"
    r"|\bthe\sfollowing\sis\b|\bas\sfollows\b|\binflection\spoint\b|\btakes?\b[^.!?]{3,90}\s(?:very|extremely|incredibly|so)\sseriously\b"
    r"|(?:n['’]t|\snot)\sgoing\sto\s(?:\w+\s)?(?:discuss|comment|speculate)\b"
    r"|\b(?:(?:do|does|will|can)(?:n['’]t|\snot)\s(?:discuss|comment)|(?:won|can)['’]t\scomment"
    r"|no\s(?:further|more)?\s?comment)\b|\[(?:inaudible|unintelligible|crosstalk)\]",
    re.IGNORECASE,
)
# "RT if you stand with us": a call to pass it on says nothing of what happened.
_PASS_ON = re.compile(
    r"(?:^|[.!?])[\s“\"'‘]*(?:rt|retweet|share|sign)\s(?:(?:this|and\sshare)\s)?"
    r"(?:if\syou|(?:this|the|our|my)\s(?:petition|post|video|tweet))\b",
    re.IGNORECASE,
)
# "I was sitting on a bench by the gate": where a witness was, not what happened.
_SCENE = re.compile(r"[“\"'‘]*I was (?:just )?\w+ing\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:when|then|and|until|suddenly|that|because)\b|[.!?]\s")
# idf above USUAL, and in all, that tell something: "We have one tide and we will not hurry it" is
# short and tells much, "This is a sad day for our country" is as short and tells nothing.
LEAST_RARE, TELLING, LEAST_WEIGHT = 1.0, 4.0, 15.0


def worth_showing(
    quote: Quote, people: Mapping[Quote, Speaker], settings: QuoteSettings
) -> Quote | None:
    """`quote`, down to what reads well alone; None where nothing of it does."""
    if quote.speaker is None or not has_speaker(quote, people):
        return None
    clear = clear_words(quote)
    if clear is None or _FURNITURE.search(clear.text):
        return None
    if _CUT_OFF.search(clear.text[-_TAIL:]):
        return None
    length = len(words(clear.text))
    if clear.kind == "indirect":
        informs = length >= settings.fewest_words_reported and reports_speech(clear)
        return clear if informs and len(clear.contents) == 1 else None
    if clear.kind == "mixed":
        length = _words_in_marks(clear) if reports_speech(clear) else 0
    return clear if length >= settings.fewest_words else None


def _words_in_marks(quote: Quote) -> int:
    """Of the speaker's own: two words held up with tongs are no quote, nor are two parts of one
    sentence."""
    text = quote.article.text
    marks = [m for span in quote.contents for m in marked(text, span.start, span.end)]
    return len(words(marks[0].inner.of(text))) if len(marks) == 1 else 0


def is_empty(text: str) -> bool:
    """Whether it has only words that stand everywhere, or but few that seldom do: "We are confident
    that people will work on these issues", "I condemn this in the strongest terms"."""
    if _NO_COMMENT.search(text) or _PASS_ON.search(text):
        return True
    if _SCENE.match(text) and not _EVENT.search(text):
        return True
    if any(c.isdigit() for c in text):
        return False
    weights = [background().idf(stem) for stem in sorted(set(content_stems(text)))]
    rare = sum(max(0.0, weight - USUAL) for weight in weights)
    return rare < LEAST_RARE or (rare < TELLING and sum(weights) < LEAST_WEIGHT)
