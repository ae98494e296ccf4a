"""What of a quote reads well alone: whole sentences, else a clause with its subject."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from briefing.model import Quote, Span
from briefing.quotes import lexicon as lex
from briefing.quotes.speech.marks import Marked, marked
from briefing.quotes.who.naming import fold
from briefing.text.names import names
from briefing.text.quoted import unquoted

# What is denied must not stand alone as if it were said; what is reported is a paper's.
_SAID = (lex.SAYING_SET | lex.TELLING_SET) - {"deny", "rebut", "report"}
# These take hardly anything but what was said.
_BARE = frozenset(
    lex.listed("""
    say add tell claim argue insist note warn estimate predict contend admit concede announce think
    believe assure remind inform
    """)
)
_VAGUE = frozenset(
    lex.listed("he she it they we i you who his her its their our my this these those")
)
_OPENERS = frozenset(lex.listed("to of for in on at by with from as regarding about not being"))
_LAST_ROLE = re.compile(r",\s(?:the|its|an?)\s[^,]{3,60}$")
WORD = re.compile(r"\w[\w’'-]*")
_THAT = re.compile(r"that,?\s")
# "Meet the Press. “It holds": a mark that was left open before the words.
_OPENED_TWICE = re.compile(r"“[^“”]*“[^“”]*”[^“”]*$")
_SOURCE = re.compile(
    r",\s(?:[A-Z][\w.’'-]*|(?:the|an?)\s[^,“”\"]{3,60}?|he|she|they|it)(?:\s[A-Z][\w.’'-]*){0,4}"
    r"\s(?:reported|reports|said|says|showed|shows|added|wrote)$"
)
# An attribution set off by commas: what was quoted is a paper's report, not anybody's speech.
_WRITTEN = re.compile(
    r"[,;]['’”\"]?\s(?:they|he|she|officials|[A-Z][\w’'-]+)\s(?:said|says|told\s[a-z]+)[,.]"
    r"|[,’'”]\s?(?:said|says)\s[A-Z]"
)
_TAIL = re.compile(
    r",[”\"]?\s(?:without|adding|declining|citing|noting|calling|referring|referencing|alluding"
    r"|pointing|offering|urging|appealing)\s"
    r"|,[”\"]?\swhile\s(?:(?:on|in)\s\w+,\s)?(?!I\b)[A-Z]"
    r"|,\s(?:the\s)?(?:first|latest|largest|biggest|highest|lowest|most|worst|fewest)\s"
    r"[^,“”\"]{3,60}\ssince\b"
    r"|\s(?:before|until)\s(?:the\s)?(?:[\w’']+\s){1,3}(?:reversed|changed|backtracked|corrected)\b"
    r"|,\s(?:where|which|who|whom)\s(?:[\w’']+\s){1,4}(?:said|says|told)\b"
    r"|\s[—–]\s(?:an?\s|which\s|who\s|something\s|though\s|despite\s)"
    r"|,\sbut\s(?:did\snot|didn['’]t|declined|would\snot)\s"
)
# "a step that Hill said the town considered": what it considered stands before.
_GAP = re.compile(r"\b(?:that|which|who|whom|what|where)\s(?:the\s|then-)?$")
_CUT_SHORT = re.compile(r",[”\"]$")  # a clause that the reporter's words go on from
_CONDITION = frozenset(lex.listed("if unless while when as because although though"))
_THEM = frozenset(lex.listed("them him"))
_THESE = re.compile(r"\bthese\s(?!days\b)", re.IGNORECASE)
# "hinges on the issue": which, stands before.
_MATTER = re.compile(
    r"\b(?:on|about|of|over|in)\s(?:the|that|this)\s(?:issue|matter|subject|topic|case)$"
)
_HE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_LEAD = 12  # characters
# 'But "it holds," Hill said'
_TURNED = re.compile(r"(?:^|[\n.!?”\"]\s*)(?:But|Yet|And|Or)[,:]?\s*$")
_JOINING = 3  # words of a reporter's that join two stretches: "adding"
_OPENING_WORDS = 5
# Verbs by their form, that say something of somebody.
FINITE = lex.AUXILIARIES | lex.OTHER_VERBS | {f for f, k in lex.KIND.items() if k in "ds"}
_MARKED_VERB = re.compile(r"[“\"]((?:[\w’']+ly )?[\w’']+)[^“”\"]*[”\"]")
_BEFORE_MARK = 6  # characters: "that “It was cold”" is a quote with a word too much


def clear_words(quote: Quote) -> Quote | None:
    """The whole sentences between marks where there are such; else a clause with its subject."""
    text = quote.article.text
    pieces = tuple(p for span in quote.contents for p in _spoken(text, _from_mark(text, span)))
    if quote.kind == "direct" or (quote.kind == "mixed" and len(pieces) > len(quote.contents)):
        whole = _begins(text, pieces[0]) and not _goes_on(quote, pieces[0])
        lead = text[max(0, pieces[0].start - _LEAD) : pieces[0].start]
        whole = whole and _TURNED.search(lead) is None
        spoken = [span.of(text) for span in pieces]
        whole = whole and not any(_WRITTEN.search(s) or _OPENED_TWICE.match(s) for s in spoken)
        return replace(quote, contents=pieces, kind="direct") if whole else None
    if quote.kind == "mixed" and (own := _own_sentences(quote)) is not None:
        return replace(quote, contents=(own,), kind="direct")
    if len(quote.contents) > 1 or not _opens_clause(quote):
        return None
    clause = _without_role(quote, _without_that(text, quote.contents[0]))
    clause = _without_tail(text, _without_source(text, clause))
    words_of = clause.of(text)
    if ", that " in words_of or not _says(words_of) or not _balanced(words_of):
        return None  # "told a crowd near the hall, that ...": the listener is in it
    if _GAP.search(text, 0, quote.speaker.span.start if quote.speaker else 0):
        return None
    if _CUT_SHORT.search(words_of) or _pointing(words_of):
        return None
    first = WORD.match(text, clause.start)
    if first is None or first.group().lower() in _VAGUE | _OPENERS or _is_verb(first.group()):
        return None
    return replace(quote, contents=(clause,))


def reports_speech(quote: Quote) -> bool:
    """Whether the cue is of speech, not of thought or wish."""
    if quote.cue is None:
        return False
    cue = quote.cue.of(quote.article.text).lower()
    return cue.startswith("according") or lex.BASE.get(cue) in _SAID


def _opens_clause(quote: Quote) -> bool:
    """Whether "that" opens it, or the cue takes no object: "explained the plan to Hill, who"."""
    text = quote.article.text
    if quote.cue is None or text.startswith("that", quote.contents[0].start):
        return True
    between = WORD.findall(text[quote.cue.end : quote.contents[0].start])
    if _CONDITION & {word.lower() for word in between} and between[-1] != "that":
        return False  # "said as long as the council paid [the keepers they knew would stay]"
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


def is_clause(words: str) -> bool:
    """Whether it has a verb that says something of somebody, not only "to widen" or "widening"."""
    found = [w.lower().replace("’", "'") for w in WORD.findall(words)]
    return any(
        before != "to" and (word in FINITE or word.endswith(("ed", "n't", "'s", "'re", "'ll")))
        for before, word in zip(["", *found], found, strict=False)
    )


def _says(words: str) -> bool:
    """Whether its verb is the reporter's, or opens what is quoted: not "a hearing on how to “say
    what is needed”", but "the plan “is dead”"."""
    own = [unquoted(words), *(m[1] for m in _MARKED_VERB.finditer(words))]
    return is_clause(" ".join(own))


def _pointing(words: str) -> bool:
    """Whether "the signatures on them" opens a reporter's clause: of whom, it does not say."""
    own = unquoted(words).replace("’", "'")
    if (he := _HE.search(own)) and not any(True for _ in names(own[: he.start()])):
        return True
    if _THESE.search(words) or _MATTER.search(words):
        return True
    first = WORD.findall(own)[:_OPENING_WORDS]
    return any(word.lower().partition("'")[0] in _VAGUE | _THEM for word in first)


def _balanced(words: str) -> bool:
    """Whether no mark is closed that was not opened: "the Press” that the plan had “failed”"."""
    opened = 0
    for sign in words:
        opened += (sign == "“") - (sign == "”")
        if opened < 0:
            return False
    return words.count('"') % 2 == 0


def _spoken(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between marks, where a few words of the reporter's join them: "Yes," adding,
    "we do"."""
    marks = marked(text, span.start, span.end)
    if len(marks) < 2 or marks[0].outer.start > span.start or marks[-1].outer.end < span.end:
        return (span,)
    between = [text[a.outer.end : b.outer.start] for a, b in pairwise(marks)]
    joined = all(0 < len(WORD.findall(words)) <= _JOINING for words in between)
    return tuple(mark.outer for mark in marks) if joined else (span,)


def _without_tail(text: str, span: Span) -> Span:
    """The clause without ", without naming them": how it was said is the reporter's."""
    tail = _TAIL.search(span.of(text))
    return Span(span.start, span.start + tail.start()) if tail else span


def _from_mark(text: str, span: Span) -> Span:
    """The span from its first mark on, where only a word or two stand before it."""
    marks = marked(text, span.start, span.end)
    if marks and marks[0].outer.start - span.start <= _BEFORE_MARK:
        return Span(marks[0].outer.start, span.end)
    return span


def _begins(text: str, span: Span) -> bool:
    """Whether a sentence begins here, not the rest of one: ““would be a ramp down.””"""
    first = WORD.search(text, span.start, span.end)
    return first is not None and not first.group()[0].islower()


def _own_sentences(quote: Quote) -> Span | None:
    """The stretch of a mixed quote that holds most of it and is whole sentences by itself."""
    text = quote.article.text
    marks = [m for span in quote.contents for m in marked(text, span.start, span.end)]
    if not marks:
        return None
    longest = max(marks, key=lambda m: (m.inner.end - m.inner.start, -m.outer.start))
    lead = text[quote.contents[0].start : longest.outer.start].rstrip()
    others = any(lex.BASE.get(word.lower()) in _SAID for word in WORD.findall(lead))
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
