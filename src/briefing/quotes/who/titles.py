"""The role before a name: "Lt. Gen. Ada Stone", "the town's chief engineer, Ada Stone"."""

from __future__ import annotations

import re

from briefing.quotes import lexicon as lex
from briefing.quotes.who.descriptions import (
    ABBREVIATED,
    PLURAL_TITLES,
    checked,
    ends_role,
    headed,
    is_title,
    opens_idly,
)
from briefing.quotes.who.naming import fold
from briefing.quotes.who.offices import is_bare

_NEAR = 130  # characters before or behind a name
_WORD = re.compile(r"[^\s]+")
COURTESIES = frozenset(lex.listed("mr mrs ms miss dr mx hon"))
# Before a title with a capital, other small words belong to the sentence: "to obtain President".
_SMALL = frozenset(
    lex.listed("""
    former ex-president then acting deputy senior retired longtime interim vice assistant associate
    press prime chief executive state incoming outgoing presumptive veteran freshman
    """)
)
_STOPS = re.compile(r"[;:!?“”\"()\n—–\[\]]|\s-\s")
# Some outlets lose the space between paragraphs: "of nations.White House spokesman".
_POINT = re.compile(r"\.\s|(?<=[a-z]{3})\.(?=[A-Z][a-z])")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,4}")
_NAME_ENDS = re.compile(r"[,.]|\s(?:said|told|wrote|says|added)\b|$")
# "Impeachment of U.S. President": what befalls one is no office.
_BEFALLS = frozenset(
    lex.listed("""
    impeachment trial election inauguration death arrest resignation shooting killing assassination
    indictment conviction departure firing nomination portrait photo photograph video biography
    """)
)
# Bodies that are named after two things.
_HALVED = frozenset(("committee", "subcommittee", "board", "department", "commission", "council"))
_NO_PART = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.DETERMINERS | lex.ADVERBS | lex.TIME_WORDS


def before(text: str, place: int) -> str:
    """ "Lt. Gen." before "Ada Stone"; "chief engineer" in "its chief engineer, Ada Stone"."""
    lead = text[max(0, place - _NEAR) : place]
    lead = lead[_last_stop(lead) :]
    if lead.rstrip().endswith(","):
        return _in_front(lead.rstrip()[:-1], text, place)
    return titles(lead)


def _last_stop(lead: str) -> int:
    """Where the last stretch without a stop begins; the point of "Lt." is none."""
    at = max((m.end() for m in _STOPS.finditer(lead)), default=0)
    for point in _POINT.finditer(lead):
        if not ABBREVIATED.search(lead[: point.start()]):
            at = max(at, point.end())
    return at


def titles(lead: str) -> str:
    """The role that ends `lead`, back to where it begins."""
    tokens = list(_WORD.finditer(lead))
    while tokens and fold(tokens[-1].group()) in COURTESIES:
        tokens.pop()
    if not tokens or "," in tokens[-1].group():
        return ""
    at = len(tokens) - 1
    while at and fold(tokens[at].group()) in lex.BEHIND_OFFICE:
        at -= 1
    if not is_title(tokens[at].group()):
        at = _linked_head(tokens)
        if at < 0:
            return ""
    start = _start(tokens, at)
    if _was_both(tokens, start):
        return ""
    lead_in = [t.group() for t in tokens[max(0, start - 3) : start]]
    if lead_in[-2:] == ["of", "the"] or (lead_in[1:] == ["to", "the"] and is_title(lead_in[0])):
        return ""  # "a daughter of the President Ada Stone", "Adviser to the President Ada Stone"
    found = lead[tokens[start].start() : tokens[-1].end()]
    if start == at == len(tokens) - 1 and fold(found) in PLURAL_TITLES:
        found = found[:-1] if found[0].isupper() and found.endswith("s") else ""
    return checked(found)


def _start(tokens: list[re.Match[str]], at: int) -> int:
    """Where the words begin that belong to the title at `at`: "White House press secretary"."""
    start = at
    while start and at - start < 8:
        word, following = tokens[start - 1].group(), tokens[start].group()
        if word in {"of", "for"} and start > 1 and start < at and following[0].isupper():
            head = tokens[start - 2].group()
            if not head[0].isupper() or head.lower() in _BEFALLS:
                break
            start -= 2
        elif _describes(word, following, first=start == 1):
            start -= 1
        else:
            break
    if start and tokens[start - 1].group().lower() == "first":
        return start - 1  # "First lady"
    if start and start < at and tokens[start - 1].group() in {"and", "&", "for", "of", "on"}:
        lead = [t.group() for t in tokens[max(0, start - 5) : start - 1]]
        if tokens[start - 1].group() in {"for", "of", "on"} or {"for", "of", "on"} & set(lead):
            return at  # "Board of Trade and Fishing Director": the office is cut short
        if (
            lead
            and lead[-1][0].isupper()
            and any(fold(t.group()) in _HALVED for t in tokens[start:at])
        ):
            return at  # and so is "Roads and Bridges Committee Chairman"
    while start < at and opens_idly(tokens[start].group()):
        start += 1
    return start


def _was_both(tokens: list[re.Match[str]], start: int) -> bool:
    """ "former Speaker and candidate Ada Stone": cut at "and", what was would seem to be."""
    if start < 2 or tokens[start - 1].group() not in {"and", "&"}:
        return False
    lead = [t.group().lower() for t in tokens[max(0, start - 6) : start - 1]]
    return "former" in lead and is_title(tokens[start - 2].group())


def _linked_head(tokens: list[re.Match[str]]) -> int:
    """Where "Secretary" stands in "Secretary of State", "president" in "president of the club"."""
    for i in range(len(tokens) - 2, max(len(tokens) - 7, -1), -1):
        word, following = tokens[i].group(), tokens[i + 1].group().lower()
        rest = [t.group() for t in tokens[i + 2 :]]
        if is_title(word) and following in {"of", "for"} and rest:
            named = all(w[0].isupper() or w in {"the", "of", "and", "for"} for w in rest)
            return i if named and len(rest) < 5 and rest[-1][0].isupper() else -1
    return -1


def _describes(word: str, following: str, first: bool) -> bool:
    """Whether a word before a title belongs to it: "White House press", "former", "U.S."."""
    low = word.lower().strip(".")
    if word.endswith(",") or low in lex.DAYS:
        return False
    if low.startswith("then-"):
        return True  # "then-Prime Minister" is not Minister
    known = low in _NO_PART or ends_role(word)
    if word[0].isupper():
        return not (known and (first or low in lex.PREPOSITIONS | {"the", "a", "an"}))
    if known or low.endswith(("ed", "ly")):
        return False
    if following[0].isupper() and not is_title(word):
        return low in _SMALL
    return (low not in lex.BASE or low in lex.NOUNS_TOO) and low not in lex.OTHER_VERBS


def _in_front(lead: str, text: str, place: int) -> str:
    """The role before a comma: "the town's chief engineer, Ada Stone, said"."""
    name_end = _NAME.match(text, place)
    if name_end is None or not _NAME_ENDS.match(text, len(text[: name_end.end()].rstrip())):
        return ""
    opened = list(
        re.finditer(
            r"(?:^|(?<=\s))(?:the|an?|its|his|her|their"
            r"|(?:(?-i:[A-Z])[\w.-]*\s){0,3}[\w.]+(?:['’]s|s['’]))\s",
            lead,
            re.I,
        )
    )
    for match in reversed(opened):
        found = headed(lead[match.end() :])
        if found == lead[match.end() :].strip() and "," not in found:
            owned = is_bare(found) and match.group().strip().endswith(("'s", "’s"))
            return f"{match.group()}{found}" if owned else found  # "the institute's director"
    return ""
