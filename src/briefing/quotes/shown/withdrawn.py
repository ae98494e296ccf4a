"""Did the article take back what it quotes? What was corrected is not told as if it stood."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.model import Quote
from briefing.text.background import background
from briefing.text.quoted import unquoted
from briefing.text.sentences import spans
from briefing.text.words import content_stems, stem

NEAR = 300  # characters around a quote: its own sentence and those beside it
_TAKEN_BACK = re.compile(
    r"""\b(?:retract(?:s|ed|ion)|walk(?:s|ed)\ (?:it|that|this|them)?\ ?back|reporting\ error
      |(?:later|since|has|had|was|were|issued\ a)\ (?:corrected|correction|clarified|clarification)
      |erroneous(?:ly)?|debunked|turned\ out\ to\ be\ (?:false|wrong|untrue)
      |(?:false|inaccurate|botched|erroneous)\ (?:report|story|claim)s?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# The reporter's next sentence: "That is not true." What was said so is not told without it.
_DENIED = re.compile(
    r"""["”’'.,]{0,3}\s*(?:[^.!?“”"\n]{1,90}[.!?]\s+)?
      (?:but\s|in\sfact,\s)?(?:not\sonly\s(?:is|was)\s)?
      (?:that|this|it|(?:that|this|the|his|her|their)\s(?:claim|statement|assertion|charge))
      (?:['’]s|\sis|\swas)?\s(?:simply\s|also\s)?
      (?:(?:is|was)n['’]t\s(?:true|the\scase)|not\s(?:true|the\scase|accurate|correct)
        |false|untrue|inaccurate|incorrect|misleading|baseless|unfounded)\b
      | ["”’'.,]{0,3}\s*(?:[^.!?“”"\n]{1,90}[.!?]\s+)?(?:but|however|in\sfact|actually),?\s
        (?:[\w’'.-]+\s){1,6}(?:did(?:n['’]t|\snot)\ssay|never\ssaid)
        \s(?:that|so|this)(?=\s?[,.;:!?—–”"\n]|$)""",
    re.IGNORECASE | re.VERBOSE,
)


# Said in jest: on a page it reads like earnest.
_JEST = re.compile(
    r"\b(?:jok(?:ed|es|ing|ingly)|quipp?(?:s|ed|ing)|sarcastic(?:ally)?|mocking(?:ly)?|ironically"
    r"|facetious(?:ly)?|deadpan(?:ned|s)?|tongue[- ]in[- ]cheek|parody|satir(?:e|ical))\b",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:claim|say|said|assert|suggest|alleg|accus|declar|stat|insist|tweet|call|describ|argu|told"
    r"|tell|report|link|impl|blam|tout|repeat)"
)
_WRONGLY = (
    r"(?:falsely|wrongly|incorrectly|erroneously|baselessly|misleadingly|mistakenly|inaccurately)"
)
# "falsely claimed", "claimed, without evidence,", "initially said": the reporter's words beside it.
_FALSELY = re.compile(
    rf"""\b(?:{_WRONGLY}|initially|originally|at\sfirst)\s(?:[\w’']+\s)?{_SAYING}
      | {_SAYING}\w*,?\s(?:[\w’']+\s){{0,3}}(?:{_WRONGLY}|initially|at\sfirst)\b
      | \b(?:without|(?:offer|provid|cit)\w*\sno|there\s(?:is|was)\sno)\s
        (?:(?:any|providing|offering|citing)\s)?(?:evidence|proof|basis\sin)\b
      | \b(?:false|baseless|debunked|unfounded|misleading|bogus|unproven|unsubstantiated|untrue)
        \s(?:\w+\s)?(?:claim|statement|accusation|allegation|assertion|story|theory|charge|rumor
        |narrative)
      | \bfact[- ]check | \bcontradict(?:s|ed|ing)\b | \bdespite\s(?:the\sfact|evidence)\b
      | \b(?:has|have|had|was|were|been)\s(?:\w+ly\s|since\s)?(?:debunked|refuted|disproved)
      | \b(?:is|was|are|were)\s(?:\w+ly\s|also\s)?(?:not\strue|untrue|false|inaccurate|incorrect
        |misleading)\b
      | \breversed\s(?:course|itself|himself|herself)\b | \bbacktracked\b
      | \bin\s(?:reality|truth)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What the reporter says close behind of the speaker: "had embellished the story".
_MISTOLD = re.compile(
    r"""\b(?:embellish(?=ed)|misstat|mischaracteri[sz]|misrepresent|exaggerat|overstat)(?:e[sd]?|ing|(?:at)?ions?)\b
      | \b(?:got|had|has|gets|getting|having)\s(?:\w+\s){1,3}(?<!something\s)(?<!anything\s)wrong\b
      | \bnone\sof\s(?:that|this|it)\s(?:is|was)\s(?:true|accurate|correct)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "was not fired", where the quote has "firing".
_NOT_SO = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had)(?:n['’]t|\snot|\snever)\s(?:\w+ly\s)?([a-z]{4,})"
)
# The speaker goes on, or back: the words before are but half of what is said.
_BUT_HE = re.compile(
    r"[”\"’'.,]*\s*(?:[^.!?“”\"\n]{0,160}[.!?]\s+)?(?:But|However,|Yet|Still,)\s(?P<who>\S+)"
)
_BUT = re.compile(
    r"[”\"’'.,]*(?:[^“”\"\n]{0,160}[.!?])?\s*(?:[^“”\"\n.!?]{2,60}[,:]\s)?[“\"]"
    r"(?:[^“”\".!?\n]{0,200},\showever,|(?:but|however|yet|still,|that\ssaid"
    r"|none\sof\s(?:that|this)|at\sthe\ssame\stime|nevertheless|nonetheless|on\sthe\sother\shand"
    r"|that\sdoes(?:n['’]t|\snot))\b)",
    re.IGNORECASE,
)
TELLING = 2.5  # idf: "did not know" denies little
BESIDE = 2  # sentences after the quote in which it is taken back
CLOSE = 3  # in which it is told that the speaker had it wrong


# "Mr. Oberlin was not dismissed; he resigned", wherever the article corrects what is said of him.
_NAMED = re.compile(r"(?<!^)\b[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")
BEFORE, READ = 25, 10_000  # characters: from a name to its verb; of an article


def is_withdrawn(quote: Quote) -> bool:
    """Whether the words around it say that it was a jest, corrected or wrong, or but half.

    Direct speech was said all the same; but not where the article's own words refute it.
    """
    text = quote.article.text
    start, end = quote.contents[0].start, quote.contents[-1].end
    if _DENIED.match(text, end) or _goes_back(quote):
        return True
    lead, behind = _told(quote)
    if _JEST.search(f"{lead[-NEAR:]} {behind}") or _FALSELY.search(f"{lead[-NEAR:]} {behind}"):
        return True
    if _MISTOLD.search(_behind(quote, CLOSE)):
        return True
    if _denied(quote, f"{lead[-NEAR:]} {behind}") or _corrected(quote):
        return True
    if quote.kind == "direct":
        return False
    around = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return any(_TAKEN_BACK.search(part) for part in around)


def _denied(quote: Quote, told: str) -> bool:
    """Whether `told` says that a telling word of the quote is not so: "was not fired"."""
    own = {m[1] for m in _NOT_SO.finditer(quote.text)}
    said = set(content_stems(quote.text))
    denied = (stem(m[1]) for m in _NOT_SO.finditer(told) if m[1] not in own)
    return any(word in said and background().idf(word) > TELLING for word in denied)


def _corrected(quote: Quote) -> bool:
    """Whether its article says anywhere, of somebody whom it names, that it was not so."""
    names = set(_NAMED.findall(quote.text))
    said = set(content_stems(quote.text))
    told = unquoted(quote.article.text[:READ]) if names else ""
    return any(
        stem(m[1]) in said
        and background().idf(stem(m[1])) > TELLING
        and any(name in told[max(0, m.start() - BEFORE) : m.start()] for name in names)
        for m in _NOT_SO.finditer(told)
    )


def _goes_back(quote: Quote) -> bool:
    """Whether the speaker's next words, or the reporter's of them, begin with "But"."""
    text, end = quote.article.text, quote.contents[-1].end
    if _BUT.match(text, end):
        return True
    turn = _BUT_HE.match(text, end)
    if turn is None or (quote.kind == "direct" and "\n" in turn.group()):
        return False
    who = turn["who"].strip(",.’'s")
    speaker = quote.speaker.text.split()[-1:] if quote.speaker else []
    named = quote.speaker.name.split()[-1:] if quote.speaker and quote.speaker.name else []
    return who.lower() in {"he", "she", "they"} or who in {*speaker, *named}


def _told(quote: Quote) -> tuple[str, str]:
    """The reporter's words before it in its paragraph, or in the one before, and in the two
    sentences after it."""
    text, start = quote.article.text, quote.contents[0].start
    first = text.rfind("\n", 0, start) + 1
    if not text[first:start].strip(" “\"'‘"):
        first = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
    return unquoted(text[first:start]), _behind(quote, BESIDE)


def _behind(quote: Quote, sentences: int) -> str:
    """The reporter's words between the contents, to the end of the sentence and in those after."""
    text, end = quote.article.text, quote.contents[-1].end
    between = [text[a.end : b.start] for a, b in pairwise(quote.contents)]
    last = text[end : end + sentences * NEAR].lstrip(" ”\"’'")
    after = [s.of(last) for s in spans(last, 0)][: sentences + 1]
    return unquoted(" ".join([*between, *after]))
