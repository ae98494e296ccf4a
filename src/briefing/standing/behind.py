"""What stands behind a sentence in its report: a denial of it, or its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from briefing.model import Sentence
from briefing.press.events import names_near
from briefing.press.surroundings import line
from briefing.standing.acts import names_day
from briefing.text.quoted import unquoted

NEXT = 8  # sentences of a report among which the two behind its opening are looked for
_CLAIMS = re.compile(
    r"\b(?:claim(?:s|ed)|alleg(?:es|ed)\sthat|suggest(?:s|ed)|insist(?:s|ed)|believe[sd]?|appeared"
    r"|seemed)\b"
)
_TURNS = re.compile(r"(?:But|However|Yet|In fact|Nevertheless)\b")
# "Quill said all four towns agree": what the next lines deny is no news of the towns.
_SAYS = re.compile(r"\b(?:sa(?:id|ys)|told|tweeted|asserts?|asserted|announced|boast(?:s|ed))\b")
_BUT = re.compile(r"(?:But|Yet|In fact|In reality)\b|.*\b(?:[Hh]owever|in fact|in reality)\b,?")
# "But she also denied that she had built it": that adds to what she said, and denies another thing.
_ADDS = re.compile(r"(?:But|Yet)\s(?:[\w.’'-]+\s){1,4}?also\s")
_DENIES = re.compile(
    r"\b(?:none(?:\sof)?\b(?!\.)|never\b|den(?:y|ies|ied)\b|false(?:ly)?\b|untrue\b|not\strue\b"
    r"|no\s(?:evidence|proof|such)\b|not\ssupported\b)"
)
# "Quill has called on the guild to yield. The problem is ...": only set up to be answered.
_FOIL = re.compile(
    r"(?:But|Yet|However|The\s(?:problem|trouble|catch|question|reality|truth)\sis)\b"
)
_TELLS_WHO = re.compile(r"\b(?:sa(?:id|ys?|ying)|told|according|announced|reported)\b")
_HAS_DONE = re.compile(
    r"[^,;“”\"]{3,90}?\b(?:has|have)\s(?:\w+ly\s)?(?:been\s)?(?:[a-z]{2,}ed|seen|said)\b"
)


def turned(bodies: Iterable[Sequence[Sentence]]) -> frozenset[tuple[str, int]]:
    """The places of claims that the next sentence takes back ("But ...", "However, ..."), of
    openings that say what one of the next two narrated sentences denies, and of those that only
    tell what has been so, before a turn."""
    every = [of for of in bodies if of]
    claims = {
        one.place
        for of in every
        for one, other in pairwise(of)
        if _TURNS.match(other.text) and _CLAIMS.search(one.text)
    }
    return frozenset(claims | {of[0].place for of in every if _denied(of) or _foil(of)})


def _foil(of: Sequence[Sentence]) -> bool:
    """Whether the first sentence, that names no day and nobody who says so, stands before a turn:
    of 1,180 openings three did, and none told news."""
    if len(of) < 2 or not _FOIL.match(of[1].text):
        return False
    text = of[0].text
    told = names_day(text) or _TELLS_WHO.search(text) is not None
    return not told and _HAS_DONE.match(unquoted(text)) is not None


def _denied(of: Sequence[Sentence]) -> bool:
    """Whether the first sentence says something that the report was written to deny."""
    if not (_SAYS.search(unquoted(of[0].text)) or _CLAIMS.search(of[0].text)):
        return False
    told = (s.text for s in of[1:NEXT] if _narrated(s))
    return any(
        _BUT.match(text) and _DENIES.search(text) and not _ADDS.match(text)
        for text in islice(told, 2)
    )


def _narrated(sentence: Sentence) -> bool:
    """Whether it lies outside of what its paragraph quotes."""
    start, end = line(sentence)
    return sentence.text in unquoted(sentence.article.text[start:end])


def dated_next(bodies: Iterable[Sequence[Sentence]]) -> frozenset[tuple[str, int]]:
    """The places of sentences behind which the next one names a day of the week."""
    return frozenset(
        one.place
        for of in bodies
        for one, other in pairwise(of)
        if names_near(other.text, other.article.published.date())
    )
