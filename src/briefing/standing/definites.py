"""Does a sentence speak of "the tally", and nothing that the reader saw brings one in?

A report says "a discussion with two cooks" once and "the discussion" from then on. Where only the
later sentence is shown, nobody knows which. A noun that is said to be known is so if something
shown has its word, if its own sentence tells which ("the head of the board"), or if there is but
one of it ("the police").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.model import Sentence
from briefing.text.quoted import unquoted
from briefing.text.words import STOP_WORDS, stem

# What one says of something told before, whether or not an "a" stood there: "Fewer than 600 came.
# ... the tally".
_TOLD = frozenset(
    """account accusation accusations affair agreement allegation allegations ambush analysis
    announcement appeal application argument arrangement assertion assessment attempt ban
    clip comments complaint complaints conversation debacle deal debate decision
    discussion dispute document documents effort email emails encounter exchange experiment
    figure figures filing finding findings footage gathering idea incident initiative
    interview investigation letter list memo message move motion notion number numbers
    plan post posts probe proposal provision provisions question rationale reason remark
    remarks report request resolution response restriction restrictions result results revelation
    ruling scheme settlement situation speech split statement study suggestion suit survey tally
    theory total transaction trend tweet tweets verdict version video words writer""".split()
)
_ONLY_ONE = frozenset(
    """president government administration pandemic virus coronavirus outbreak economy world
    military army police public media press nation country market markets internet campaign
    city state states year week day month morning evening night time end way first last rest past
    future weekend season summer fall winter spring party election vote race parties streets street
    crisis law court judge jury house capital office people area region side top system truth
    name victim suspect officer officers case money""".split()
)
# A court's decision is told of where a court rules.
_JUDGED = frozenset({"decision", "ruling", "verdict", "suit"})
_COURT = frozenset(map(stem, "court judge jury ruled rules ruling guilty convicted sued".split()))
_DAY = r"[A-Z][a-z]+day\b"
# "the report on the flood", "the plan Quill signed"; but "the tally at 7", "the words Monday".
_DESCRIBED = re.compile(
    rf"""\s(?:[a-z]+ly\s)?(?:of|that|who|whose|which|where|when|in|for|to|by|from|with|against
        |about|over|behind|between|known|called|into|under|among|since|after|he|she|they|it|we|you
        |[a-z]{{3,}}(?:ed|ing)|(?:on|at)(?!\s(?:about|around|\d|{_DAY})))\b
      | \s(?!{_DAY})[A-ZÀ-Þ]
      | \s?,\s(?:who|which|where|whose|an?|the|known|called)\b
      | \s?[:(“\"‘'’]""",
    re.VERBOSE,
)
# "the same rationale", and no "as" tells of which.
_SAME = re.compile(
    r"\bthe\ssame\s(?!(?:time|days?|week|month|year|way|things?|kind|sort|one|place|moment|manner)\b)"
    r"[a-z]+\b(?!\s(?:that|who|where|when|used|\w+\swhich)\b|.*\bas\b)"
)
_THE = re.compile(r"\b[Tt]he\s((?:[a-z][a-z-]+\s){0,3}[a-z][a-z-]+)\b(?!['’])")
_NEXT = re.compile(r"\s([a-z-]+)")
_VERBS = frozenset(
    """said says told came comes goes went got gets gave gives drew led met began begins saw sees
    set found finds shows shown made makes took takes meant means rose fell ran won lost held
    kept left put sent may might could would will must should also then now later still
    already""".split()
)
_WORD = re.compile(r"[a-z]+")
LONGEST = 4_000  # characters before a sentence that are looked at
REMEMBERED = 1_000  # nouns with what stands before them, asked for again while a story is chosen


def unresolved(sentence: Sentence, shown: Iterable[str]) -> list[str]:
    """The nouns in `sentence` that are said to be known, and that nothing of `shown` tells of.

    Those that stand for something told, and those that its article brought in before it with "a".
    """
    text = unquoted(sentence.text)
    start = sentence.span.start
    before = sentence.article.text[max(0, start - LONGEST) : start]
    met = _stems(" ".join(shown))
    found = [
        word
        for word, at in _definites(text)
        if (word in _TOLD or (word not in _ONLY_ONE and _brought_in(word, before)))
        and not (word in _JUDGED and _COURT & met)
        and stem(word) not in met | _stems(text[:at])
        and not _DESCRIBED.match(text, at + len(word))
        and _ends_phrase(_NEXT.match(text, at + len(word)))
    ]
    return [*found, *_SAME.findall(text)]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text.lower())}


def _definites(text: str) -> Iterator[tuple[str, int]]:
    """The words that may head "the ...", each with its place; not of "the largest"."""
    for phrase in _THE.finditer(text):
        words = [(m.group(), m.start() + phrase.start(1)) for m in re.finditer(r"\S+", phrase[1])]
        end = next((i for i, (word, _) in enumerate(words) if word in STOP_WORDS), len(words))
        if not any(word.endswith("est") for word, _ in words[:end]):
            yield from words[:end]


def _ends_phrase(following: re.Match[str] | None) -> bool:
    """Whether the word behind a noun goes on with the sentence: else the noun describes it."""
    if following is None:
        return True
    word = following[1]
    return word in STOP_WORDS or word in _VERBS or word.endswith(("ed", "ing"))


@lru_cache(maxsize=REMEMBERED)
def _brought_in(word: str, before: str) -> bool:
    """Whether "a ... `word`" stands in `before`, as the head of its phrase."""
    pattern = rf"\b[Aa]n?\s(?:[\w’'-]+\s){{0,3}}?{re.escape(word)}\b(?=[,.;:)”\"]|\s)"
    return any(_ends_phrase(_NEXT.match(before, m.end())) for m in re.finditer(pattern, before))
