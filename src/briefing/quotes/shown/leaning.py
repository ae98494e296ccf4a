"""Does a quote lean on words beside it in its article, of which the page shows nothing?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.model import Quote
from briefing.quotes.shown.told import share
from briefing.text.quoted import unquoted
from briefing.text.sentences import spans
from briefing.text.words import content_stems, words

# "said Hill, referring to the dam": of what the words are.
_TOPIC = re.compile(
    r"\b(?:refer(?:red|ring)\sto|in\sreference\sto|referencing|alluding\sto|asked\s(?:\w+\s)?about"
    r"|in\sresponse\sto|respond(?:ed|ing)\sto|speaking\s(?:of|about)|talking\sabout|said\sof)\s"
    r"(?P<topic>[^.;:“”\"\n]{3,90})",
    re.IGNORECASE,
)
# "We hope it will help us", "This goes on"; not "it is time to", "makes it clear", "this winter".
_POINTS = re.compile(
    r"\W*(?:[\w’']+,?\s){0,6}?(?:(?:it|they|them)\b(?!:|\s(?:clear|easy|hard|plain|known|possible)\b)"
    r"|this(?=\s(?:will|has|can|could|would|should|may|might|had|goes|\w+ed)\b))"
    r"(?!(?:['’]s|\s(?:is|was|will\sbe|would\sbe|has\sbeen|does\w*|did\w*|takes?|took|seems?))\s?"
    r"(?:not\s|n['’]t\s)?(?:[\w’']+\s){0,3}?(?:to|that|when|if|for|who|how|whether|clear|true)\b)",
    re.IGNORECASE,
)
# "There is a way to deal with this, and": with what?
_WITH_THIS = re.compile(
    r"\W*(?:[\w’']+,?\s){1,9}?(?:with|about|of|to|from|by|on|over|for|do|doing|did|fix|stop|handle)\s"
    r"this(?=\s?[,.;—–]|\s(?:and|but|because|or)\b)",
    re.IGNORECASE,
)
# "I think this is serious and that it deserves a vote": what is?
_THIS_IS = re.compile(
    r"\W*(?:[\w’']+,?\s){0,4}?this\s(?:is|was)\s(?!(?:[\w’']+\s){0,4}?(?:to|when|if|how|where)\b)"
    r"[^.!?]*?\bit\b(?!['’]s|\s(?:is|was|would|will)\b)",
    re.IGNORECASE,
)
# "Hill appeared to be referring to the dam", in the sentence behind the quote's.
_REFERRED = re.compile(
    r"(?:appeared|seemed|was|were|apparently|apparent)\s(?:\w+\s){0,3}?(?:referring|alluding"
    r"|reference)\sto\s(?P<topic>[^.;:“”\"\n]{3,90})"
)
# "It found that the wall would break": not "it is", "it takes", which name what they speak of.
_IT_DOES = re.compile(
    r"\W*it\s(?!(?:is|was|has\sbeen|will\sbe|would\sbe|takes?|took|seems?|looks?|feels?|makes?"
    r"|comes?|rains?|snows?)\b)[a-z]",
    re.IGNORECASE,
)
KNOWN = 0.2  # share of the sentence before, by idf, that the page must hold for its "it"
KNOWN_ACTOR = 0.5  # and where "it" opens the quote and does something
TELLING = 4  # stems: "He added," tells nothing
REACH = 400  # characters
_INNER = re.compile(
    r"(?<!\w)(?<!\b[Ss]aid, )(?<!\b[Ss]aid )[‘'](?=\w)([^“”\"]+?)(?<=[\w.,!?])[’'](?!\w)"
)


def leans(quote: Quote, page: Sequence[str]) -> bool:
    """Whether its tag names a topic, or its "it" something told before, that `page` has not; or
    most of it are another's words."""
    if quote.kind != "direct" or not any(page):
        return False
    if any(_unknown(topic["topic"], page) for topic in _TOPIC.finditer(tag(quote))):
        return True
    behind = quote.article.text[quote.contents[-1].end :][:REACH]
    if any(_unknown(topic["topic"], page) for topic in _REFERRED.finditer(unquoted(behind))):
        return True
    inner = max((len(words(m[1])) for m in _INNER.finditer(quote.text)), default=0)
    if inner * 2 > len(words(quote.text)):
        return True
    stems = sorted(set(content_stems(sentence_before(quote))))
    if not stems:
        return False
    if _IT_DOES.match(quote.text):
        return share(stems, page) < KNOWN_ACTOR
    points = _first(quote.text, _POINTS, _THIS_IS, _WITH_THIS)
    return points is not None and share(stems, page) < KNOWN


def _first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.match(text))), None)


def _unknown(topic: str, page: Sequence[str]) -> bool:
    stems = sorted(set(content_stems(topic)))
    return bool(stems) and not share(stems, page)


def tag(quote: Quote) -> str:
    """The reporter's words in the sentences that the quote stands in."""
    text, start, end = quote.article.text, quote.contents[0].start, quote.contents[-1].end
    between = [text[a.end : b.start] for a, b in pairwise(quote.contents)]
    behind = text[end : end + REACH].partition("\n")[0]
    stop = re.search(r"\.\s(?=[A-Z“\"])|[“\"](?=\w)", behind)
    line = text[max(0, start - REACH, text.rfind("\n", 0, start) + 1) : start]
    own = [line[s.start : s.end] for s in spans(line, 0)][-1:]
    lead = own[0] if own and own[0].rstrip(' “"')[-1:] in {",", ":"} else ""
    return unquoted(" ".join([lead, *between, behind[: stop.start()] if stop else behind]))


def sentence_before(quote: Quote) -> str:
    """The sentence before the words."""
    lead = quote.article.text[max(0, quote.contents[0].start - REACH) : quote.contents[0].start]
    lead = lead.rstrip(" \n“\"'‘")
    found = [s.of(lead) for s in spans(lead[lead.rfind("\n") + 1 :], lead.rfind("\n") + 1)]
    telling = [s for s in found if len(set(content_stems(s))) >= TELLING]
    return telling[-1] if telling else ""
