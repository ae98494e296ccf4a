"""Which quotes are worth a reader's time, and which of their words: whole sentences, own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Quote, Span, Speaker
from briefing.quotes import lexicon as lex
from briefing.quotes.marks import Marked, marked
from briefing.quotes.naming import fold
from briefing.settings import QuoteSettings
from briefing.text.background import background
from briefing.text.words import content_stems, words

# Without a name the head of a label must be one of these: somebody who can be asked.
_GROUPS = frozenset(
    lex.listed("""
    police ministry government department court company agency authority authorities council
    office team embassy union party campaign committee commission hospital university school bank
    group club board regulator watchdog family families expert critic supporter opponent protester
    demonstrator passenger patient survivor refugee migrant tenant customer employee staff colleague
    friend relative ally source insider farmer fan rescuer firefighter paramedic advocate
    investigator man woman boy girl
    """)
)
_PERSONS = frozenset(lex.listed("man woman boy girl expert critic supporter source insider"))
# Papers and recordings say nothing themselves; nor do outlets, whose reports are no voices.
_PAPERS = frozenset(
    lex.listed("""
    statement report letter filing lawsuit complaint indictment document memo study poll survey
    audio video tape transcript tweet post email message note article editorial column book
    """)
)
_OUTLETS = frozenset(
    lex.listed("""
    times post journal news tribune guardian gazette herald telegraph press reuters
    bloomberg census cnbc msnbc pbs star-tribune associates cnn nbc abc cbs bbc npr axios politico
    newspaper magazine outlet
    """)
)
_LONGEST_LABEL = 12  # words; a longer noun phrase is a sentence gone astray
_VAGUE = frozenset(
    lex.listed("he she it they we i you who his her its their our my this these those")
)
_OPENERS = frozenset(lex.listed("to of for in on at by with from as regarding about not being"))
_HEAD = re.compile(r"\s(?:of|for|at|from|in|with|on|to|by|who|which|familiar|close)\s|,")
# What a page prints between its sentences: addresses, handles, "READ MORE" links.
_FURNITURE = re.compile(r"\bMORE\b|https?:|pic\.twitter|\(@|\bREAD\b")
_LINKS_END = re.compile(r"\bMORE\b")
_LAST_ROLE = re.compile(r",\s(?:the|its|an?)\s[^,]{3,60}$")
_NEAR_LINKS = 200  # characters before a speaker in which such a list ends
_WORD = re.compile(r"\w[\w’'-]*")
_BEFORE_MARK = 6  # characters: "that “It was cold”" is a quote with a word too much


def worth_showing(
    quote: Quote, people: Mapping[Quote, Speaker], settings: QuoteSettings
) -> Quote | None:
    """`quote`, down to what reads well alone; None where nothing of it does."""
    if quote.speaker is None or not _has_speaker(quote, people):
        return None
    clear = _clear(quote)
    if clear is None or _FURNITURE.search(clear.text) or _behind_links(quote):
        return None
    length = len(words(clear.text))
    if clear.kind == "indirect":
        informs = length >= settings.fewest_words_reported and _reports_speech(clear)
        return clear if informs and len(clear.contents) == 1 else None
    if clear.kind == "mixed":
        length = _words_in_marks(clear) if _reports_speech(clear) else 0
    return clear if length >= settings.fewest_words else None


def _behind_links(quote: Quote) -> bool:
    """Whether a list of links runs into the sentence: its last headline reads like the subject."""
    if quote.speaker is None:
        return False
    first = min(quote.speaker.span.start, quote.contents[0].start)
    last = max(quote.speaker.span.end, quote.contents[-1].end)
    return _LINKS_END.search(quote.article.text, max(0, first - _NEAR_LINKS), last) is not None


def _has_speaker(quote: Quote, people: Mapping[Quote, Speaker]) -> bool:
    """Whether a reader learns who speaks: a name, or words that tell a person or a body."""
    speaker = people.get(quote)
    if speaker is not None:
        last = re.split(r"[\s-]", speaker.name)[-1]
        return fold(last) not in _OUTLETS
    return quote.speaker is not None and _tells(quote.speaker.text)


def _tells(label: str) -> bool:
    """Whether a label without a name says who speaks: "a senior official", "residents".

    "The company" and "a spokesman" say it only to who has read the article.
    """
    whole = [w.lower() for w in _WORD.findall(label)]
    head = [w.lower() for w in _WORD.findall(_HEAD.split(label, maxsplit=1)[0])]
    if not head or len(whole) > _LONGEST_LABEL or any(fold(w) in _PAPERS for w in whole):
        return False
    last = head[-1]
    one = last.removesuffix("s")
    if not {last, one} & (lex.ROLES | _GROUPS):
        return False
    if whole[0] == "the" and len(head) == len(whole) and {last, one} & (lex.ROLES | _PERSONS):
        return False  # "the former adviser": which one stands before
    return len(whole) > 2 or (len(whole) == 1 and last != one) or last == "police"


def _reports_speech(quote: Quote) -> bool:
    """Whether the cue is of speech, not of thought or wish."""
    if quote.cue is None:
        return False
    cue = quote.cue.of(quote.article.text).lower()
    return cue.startswith("according") or lex.BASE.get(cue) in lex.SAYING_SET | lex.TELLING_SET


# --- what reads well alone --------------------------------------------------------------


def _clear(quote: Quote) -> Quote | None:
    """The whole sentences between marks where there are such; else a clause with its subject."""
    text = quote.article.text
    if quote.kind == "direct":
        pieces = tuple(_from_mark(text, span) for span in quote.contents)
        return replace(quote, contents=pieces) if _begins(text, pieces[0]) else None
    if quote.kind == "mixed" and (own := _own_sentences(quote)) is not None:
        return replace(quote, contents=(own,), kind="direct")
    if len(quote.contents) > 1:
        return None
    clause = _without_role(quote, _without_that(text, quote.contents[0]))
    if ", that " in clause.of(text):
        return None  # "told a crowd near the hall, that ...": the listener is in it
    first = _WORD.match(text, clause.start)
    if first is None or first.group().lower() in _VAGUE | _OPENERS or _is_verb(first.group()):
        return None
    return replace(quote, contents=(clause,))


def _without_role(quote: Quote, clause: Span) -> Span:
    """The clause without the speaker's own role: "the dam held, the mayor of Arden, Ada Quill"."""
    text = quote.article.text
    role = _LAST_ROLE.search(clause.of(text))
    if quote.speaker is None or role is None:
        return clause
    beside = text[clause.end : quote.speaker.span.start].strip(" ,") == ""
    told = any(fold(w) in lex.ROLES for w in role.group().split())
    return Span(clause.start, clause.start + role.start()) if beside and told else clause


def _from_mark(text: str, span: Span) -> Span:
    """The span from its first mark on, where only a word or two stand before it."""
    marks = marked(text, span.start, span.end)
    if marks and marks[0].outer.start - span.start <= _BEFORE_MARK:
        return Span(marks[0].outer.start, span.end)
    return span


def _begins(text: str, span: Span) -> bool:
    """Whether a sentence begins here, not the rest of one: ““would be a ramp down.””"""
    first = _WORD.search(text, span.start, span.end)
    return first is not None and not first.group()[0].islower()


def _own_sentences(quote: Quote) -> Span | None:
    """The stretch of a mixed quote that holds most of it and is whole sentences by itself."""
    text = quote.article.text
    marks = [m for span in quote.contents for m in marked(text, span.start, span.end)]
    if not marks:
        return None
    longest = max(marks, key=lambda m: (m.inner.end - m.inner.start, -m.outer.start))
    return longest.outer if _is_whole(text, longest) else None


def _is_whole(text: str, mark: Marked) -> bool:
    return (
        mark.closed
        and mark.last in ".,!?…"
        and text[mark.inner.start : mark.inner.end][0].isupper()
    )


def _without_that(text: str, span: Span) -> Span:
    return Span(span.start + 5, span.end) if text.startswith("that ", span.start) else span


def _is_verb(word: str) -> bool:
    return word in lex.AUXILIARIES or word in lex.BASE


def _words_in_marks(quote: Quote) -> int:
    """The longest run of the speaker's own words: two words held up with tongs are no quote."""
    text = quote.article.text
    marks = [m for span in quote.contents for m in marked(text, span.start, span.end)]
    return max((len(words(m.inner.of(text))) for m in marks), default=0)


# --- says something ---------------------------------------------------------------------

USUAL = 3.0  # idf: words of one article in seven, "prepared", "country"
# "I was sitting on a bench by the gate": where a witness was, not what happened.
_SCENE = re.compile(r"[“\"'‘]*I was (?:just )?\w+ing\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:when|then|and|until|suddenly|that|because)\b|[.!?]\s")
LEAST_RARE, LEAST_WEIGHT = 1.0, 18.0  # idf above USUAL, and in all, that tell something


def is_empty(text: str) -> bool:
    """Whether it has but few content words, and such as stand everywhere: "We are prepared"."""
    if _SCENE.match(text) and not _EVENT.search(text):
        return True
    if any(c.isdigit() for c in text):
        return False
    weights = [background().idf(stem) for stem in set(content_stems(text))]
    rare = sum(max(0.0, weight - USUAL) for weight in weights)
    return rare < LEAST_RARE and sum(weights) < LEAST_WEIGHT
