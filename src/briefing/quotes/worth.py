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
# With "the" before them, or with what they are: "the Arden Sun", "member station KXYZ".
_MASTHEADS = frozenset(
    lex.listed("sun globe star mail mirror examiner chronicle inquirer dispatch courier observer")
)
_STATIONS = frozenset(lex.listed("station newspaper magazine outlet website broadcaster network"))
# What is denied must not stand alone as if it were said.
_SAID = (lex.SAYING_SET | lex.TELLING_SET) - {"deny", "rebut"}
# These take hardly anything but what was said.
_BARE = frozenset(
    lex.listed("""
    say add tell claim argue insist note warn estimate predict contend admit concede announce think
    believe assure remind inform
    """)
)
_LONGEST_LABEL = 12  # words; a longer noun phrase is a sentence gone astray
_VAGUE = frozenset(
    lex.listed("he she it they we i you who his her its their our my this these those")
)
_OPENERS = frozenset(lex.listed("to of for in on at by with from as regarding about not being"))
_HEAD = re.compile(r"\s(?:of|for|at|from|in|with|on|to|by|who|which|familiar|close)\s|,")
# What a page prints between its sentences: addresses, handles, "READ MORE" links.
_FURNITURE = re.compile(
    r"\bMORE\b|https?:|pic\.twitter|\(@|\bREAD\b|\b[Pp]lease (?:call|contact|visit)\b|\b1-\d{3}-"
)
_LINKS_END = re.compile(r"\bMORE\b")
_LAST_ROLE = re.compile(r",\s(?:the|its|an?)\s[^,]{3,60}$")
_NEAR_LINKS = 200  # characters before a speaker in which such a list ends
_WORD = re.compile(r"\w[\w’'-]*")
_THAT = re.compile(r"that,?\s")
# "Meet the Press. “It holds": a mark that was left open before the words.
_OPENED_TWICE = re.compile(r"“[^“”]*“[^“”]*”[^“”]*$")
_SHARE = re.compile(
    r"\d[\d.,]*\s?(?:%|per\s?cent)|(?:(?:one|two|three|a)[\s-])?(?:third|quarter|half)s?\sof", re.I
)
_SOURCE = re.compile(
    r",\s(?:[A-Z][\w.’'-]*|(?:the|an?)\s[^,“”\"]{3,60}?|he|she|they|it)(?:\s[A-Z][\w.’'-]*){0,4}"
    r"\s(?:reported|reports|said|says|showed|shows|added|wrote)$"
)
# An attribution set off by commas: what was quoted is a paper's report, not anybody's speech.
_WRITTEN = re.compile(
    r"[,;]['’”\"]?\s(?:they|he|she|officials|[A-Z][\w’'-]+)\s(?:said|says|told\s[a-z]+)[,.]"
    r"|[,’'”]\s?(?:said|says)\s[A-Z]"
)
_FINITE = lex.AUXILIARIES | lex.OTHER_VERBS | {f for f, k in lex.KIND.items() if k in "ds"}
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
    speaker, mention = people.get(quote), quote.speaker
    if mention is None:
        return False
    if _SHARE.match(mention.text):
        return False  # "a third of farmers": what a poll counts is nobody's word
    if speaker is None:
        return _tells(mention.text)
    return not _is_outlet(speaker.name, mention.text) and not _speaks_of(
        mention.text, speaker, quote
    )


def _is_outlet(name: str, mention: str) -> bool:
    last = fold(re.split(r"[\s-]", name)[-1])
    if last in _OUTLETS or (last in _MASTHEADS and mention.lower().startswith("the ")):
        return True
    return any(word in _STATIONS for word in mention.lower().split()[:-1])


def _speaks_of(mention: str, speaker: Speaker, quote: Quote) -> bool:
    """Whether the words tell of their supposed speaker by name: then "he" was another."""
    if mention.lower() not in lex.SUBJECT_PRONOUNS and quote.kind != "indirect":
        return False
    return re.search(rf"\b{re.escape(speaker.name.split()[-1])}\b", quote.text) is not None


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
    return cue.startswith("according") or lex.BASE.get(cue) in _SAID


# --- what reads well alone --------------------------------------------------------------


def _clear(quote: Quote) -> Quote | None:
    """The whole sentences between marks where there are such; else a clause with its subject."""
    text = quote.article.text
    if quote.kind == "direct":
        pieces = tuple(_from_mark(text, span) for span in quote.contents)
        whole = _begins(text, pieces[0]) and not _goes_on(quote, pieces[0])
        spoken = [span.of(text) for span in pieces]
        whole = whole and not any(_WRITTEN.search(s) or _OPENED_TWICE.match(s) for s in spoken)
        return replace(quote, contents=pieces) if whole else None
    if quote.kind == "mixed" and (own := _own_sentences(quote)) is not None:
        return replace(quote, contents=(own,), kind="direct")
    if len(quote.contents) > 1 or not _opens_clause(quote):
        return None
    clause = _without_role(quote, _without_that(text, quote.contents[0]))
    clause = _without_source(text, clause)
    words_of = clause.of(text)
    if ", that " in words_of or not _is_clause(words_of) or not _balanced(words_of):
        return None  # "told a crowd near the hall, that ...": the listener is in it
    first = _WORD.match(text, clause.start)
    if first is None or first.group().lower() in _VAGUE | _OPENERS or _is_verb(first.group()):
        return None
    return replace(quote, contents=(clause,))


def _opens_clause(quote: Quote) -> bool:
    """Whether "that" opens it, or the cue takes no object: "explained the plan to Hill, who"."""
    text = quote.article.text
    if quote.cue is None or text.startswith("that", quote.contents[0].start):
        return True
    cue = quote.cue.of(text).lower()
    return lex.BASE.get(cue, "say") in _BARE or quote.contents[0].start < quote.cue.start


def _without_role(quote: Quote, clause: Span) -> Span:
    """The clause without the speaker's own role: "the dam held, the mayor of Arden, Ada Quill"."""
    text = quote.article.text
    role = _LAST_ROLE.search(clause.of(text))
    if quote.speaker is None or role is None:
        return clause
    beside = text[clause.end : quote.speaker.span.start].strip(" ,") == ""
    told = any(fold(w) in lex.ROLES for w in role.group().split())
    return Span(clause.start, clause.start + role.start()) if beside and told else clause


def _goes_on(quote: Quote, first: Span) -> bool:
    """Whether the marks open inside the paper's sentence: 'Ends "years of neglect," Hill said'."""
    lead = quote.article.text[: first.start].rstrip(" ")
    if quote.cue is None or quote.cue.start < first.start or not lead[-1:].isalnum():
        return False
    word = lead.split()[-1].lower()
    return word not in lex.CONJUNCTIONS and lex.BASE.get(word) not in lex.QUOTING


def _without_source(text: str, span: Span) -> Span:
    """The clause without ", the agency reported" at its end."""
    source = _SOURCE.search(span.of(text))
    return Span(span.start, span.start + source.start()) if source else span


def _is_clause(words: str) -> bool:
    """Whether it has a verb that says something of somebody, not only "to widen" or "widening"."""
    found = [w.lower().replace("’", "'") for w in _WORD.findall(words)]
    return any(
        before != "to" and (word in _FINITE or word.endswith(("ed", "n't", "'s", "'re", "'ll")))
        for before, word in zip(["", *found], found, strict=False)
    )


def _balanced(words: str) -> bool:
    """Whether no mark is closed that was not opened: "the Press” that the plan had “failed”"."""
    opened = 0
    for sign in words:
        opened += (sign == "“") - (sign == "”")
        if opened < 0:
            return False
    return words.count('"') % 2 == 0


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
    lead = text[quote.contents[0].start : longest.outer.start].rstrip()
    others = any(lex.BASE.get(word.lower()) in _SAID for word in _WORD.findall(lead))
    if others or (lead[-1:].isalnum() and lead != "that"):
        return None  # "that an aide said: "It holds"", "halts "The Arden plan," Hill said"
    return longest.outer if _is_whole(text, longest) else None


def _is_whole(text: str, mark: Marked) -> bool:
    return (
        mark.closed
        and mark.last in ".,!?…"
        and text[mark.inner.start : mark.inner.end][0].isupper()
    )


def _without_that(text: str, span: Span) -> Span:
    that = _THAT.match(text, span.start, span.end)
    return Span(that.end(), span.end) if that else span


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
