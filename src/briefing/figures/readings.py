"""The figures of a sentence, and what each of them counts, as far as that is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.figures.counted import tally, thing
from briefing.model import Sentence
from briefing.text.background import Background
from briefing.text.content import Content, content
from briefing.text.dates import MONTHS, WEEKDAYS
from briefing.text.numbers import Figure, figures

# "all four", "the 12", "another 3", "including 5": a part, or those told of before.
_PART_BEFORE = re.compile(
    r"(?:\b(?:all|the|those|these|both|his|her|their|its|other|another|first|last|next|every|each"
    r"|additional|further|only|remaining)\s|\(|\bincluding(?:\s\w+){0,3}\s"
    r"|\b(?:of|among) (?:whom|them),?\s)(?:at least\s)?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s(?:\w+\s){0,2}of (?:the|those|these|them|whom|his|her|its|their|all|\d)"
    r"|^\s(?:more|others?|additional|new|further|to|years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|^[)/]",
    re.IGNORECASE,
)
# A figure for a stretch of time or a part is not the event's: the cues must be the same.
_SCOPE = re.compile(
    r"""\b(?: so\ far | (?:this|last|past|each|every|per|next|previous|a)\ (?:year|month|week|day)
    | since | in\ total | a\ total | overall | altogether | daily | weekly | annual(?:ly)?
    | worldwide | nationwide | globally | including | among | another | additional | other | new
    | earlier | previous(?:ly)? | initially | first | average | record | expected | could | may
    | might | would | if | half | most | [ap]\.?m )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TIMES = re.compile(
    rf"\b(?:(?:19|20)\d\d|{'|'.join((*WEEKDAYS, *(m for m in MONTHS if m != 'may')))})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACE = re.compile(
    r"\b(?:in|at|near|across|outside|throughout|around|off) (?:the (?:\w+ )?)?((?:[A-Z][\w.]+ ?)+)"
    r"(?:(?:city|town|village|province|region|capital|state|suburb|port|island|district)(?: of)?"
    r" ((?:[A-Z][\w.]+ ?)+))?"
)

NEAR = 70  # characters around a figure in which a word limits it


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure in one sentence, and what it counts."""

    sentence: Sentence
    figure: Figure
    what: str
    kind: str
    content: Content
    scope: frozenset[str]
    times: frozenset[str]
    years: frozenset[str]
    places: frozenset[str]
    alone: bool  # no other figure of its unit stands in the sentence
    total: bool = False  # worded as the tally of the whole event: "the toll rose to 12"


def readings(sentence: Sentence, background: Background) -> tuple[Reading, ...]:
    """The figures of one sentence whose object can be told."""
    text = sentence.text
    found = figures(text)
    if not found or "?" in text or _of_another_year(text, sentence):
        return ()
    meaning = content(text, background.idf)
    times = frozenset(m.lower() for m in _TIMES.findall(text))
    years = frozenset(_YEAR.findall(text)) - {str(sentence.article.published.year)}
    places = frozenset(
        word.rstrip(".").lower()
        for named in _PLACE.findall(text)
        for word in " ".join(named).split()
    )
    made = []
    for number, figure in enumerate(found):
        start = found[number - 1].span.end if number else 0
        end = found[number + 1].span.start if number + 1 < len(found) else len(text)
        counted = None if _partial(text, figure) else thing(sentence, figure, start, end)
        if counted:
            before = text[start : figure.span.start]
            alone = sum(f.unit == figure.unit for f in found) == 1
            scope = _scope(text, figure, start, end)
            made.append(
                Reading(
                    sentence,
                    figure,
                    *counted,
                    meaning,
                    scope,
                    times,
                    years,
                    places,
                    alone,
                    total=tally(before) == counted,
                )
            )
    return tuple(made)


def _scope(text: str, figure: Figure, start: int, end: int) -> frozenset[str]:
    """The words near a figure that limit it to a time or a part."""
    before = re.split(r"[;:—(]", text[start : figure.span.start])[-1]
    after = re.split(r"[,;:—(]", text[figure.span.end : end])[0]
    near = f"{before[-NEAR:]} {after[:NEAR]}"
    found = frozenset(m.lower() for m in _SCOPE.findall(near))
    return found | {"when"} if re.match(r"\s*when\b", before, re.IGNORECASE) else found


def _of_another_year(text: str, sentence: Sentence) -> bool:
    """Whether the sentence dates what it tells into a year that is not the article's."""
    year = str(sentence.article.published.year)
    named = _YEAR.findall(text)
    return sentence.article.dated and bool(named) and year not in named


def _partial(text: str, figure: Figure) -> bool:
    """Whether a figure is of a part, a conversion in brackets, or of those told of before."""
    before, after = (
        text[max(0, figure.span.start - 60) : figure.span.start],
        text[figure.span.end :],
    )
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after[:60]))
