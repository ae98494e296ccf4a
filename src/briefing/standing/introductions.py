"""Is a person named by surname alone, whom the reader has not met?

News gives a full name once and the surname from then on ("Ada Quill ... Quill said"). A later
sentence needs the earlier one. An article that takes its people for
known ("Quill said") needs another report of the story that gives the full name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from briefing.model import Sentence
from briefing.text.dates import MONTHS, WEEKDAYS
from briefing.text.names import HONORIFIC
from briefing.text.sentences import spans
from briefing.text.words import STOP_WORDS

_SAYS = r"said|says|told|added|wrote|tweeted|argued|asked|denied|claimed|insisted|testified|noted"
_THINKS = r"believes|thinks|thought|expects|hopes|fears|knows|knew|wants|plans"
_NAME = r"[A-ZÀ-Þ](?:['’][A-ZÀ-Þ])?[\w-]{2,30}"
_TITLED = re.compile(rf"\b{HONORIFIC}\s([A-ZÀ-Þ][\w-]{{2,30}})(?!\s+[A-ZÀ-Þ])")
_SURNAME = re.compile(
    rf"""(?:^|[,"”]\s|(?<![\w])[a-z][\w'’-]{{0,30}}\s)({_NAME})                     # Quill said
        (?=['’]s\b|\s(?:{_SAYS}|{_THINKS}|was|is|had|has|[a-z]{{3,}}ed)\b)
      | ^({_NAME}),\s(?=(?:an?|the|who|whose|\d+|then|now|also)\b)      # Quill, a farmer, had
      | ^(?:After|When|While|Since|Before|Once|As|If|Although|Because|Until)\s
        ({_NAME})\s(?=[a-z])                                              # After Quill left
      | \b{HONORIFIC}\s({_NAME})                                            # Ms. Quill
      | \b(?:{_SAYS})\s({_NAME})(?!\s+[A-ZÀ-Þ])                             # said Quill""",
    re.VERBOSE,
)

# Any other lone name, such as "against Quill": more sentences wait than need to, so only the page
# is this strict, where a sentence too few costs less than one that is not understood.
_ALONE = re.compile(
    rf"(?<!\w)(?!the\s)[a-z][\w'’-]{{0,30}},?\s({_NAME})(?!['’\w-]|\.\w|\s+[A-ZÀ-Þ])"
)

# A given name (perhaps an initial) and a surname that no further name follows.
_IN_FULL = re.compile(
    rf"(?<![\w.-])([A-ZÀ-Þ][a-zà-ÿ-]{{1,30}})\s{{1,3}}(?:[A-Z]\.\s{{1,3}})?({_NAME})\b(?!\s+[A-ZÀ-Þ])"
)
# A name that does what people do, and one that stands where no person's does: "in Arden".
_ACTS = re.compile(
    rf"\b({_NAME})\s(?:{_SAYS})\b|\b{HONORIFIC}\s({_NAME})|\b(?:{_SAYS})\s({_NAME})\b"
)
_NO_PERSON = re.compile(
    rf"\b(?:[Ii]n|at|some|many|most|all|two|three|other|both)\s({_NAME})\b(?!\s+[A-ZÀ-Þ])"
    # "the Harbour Board said", but "the Quill inquiry"
    rf"|\b(?:[Tt]he|[Aa]n?)\s(?:{_NAME}\s){{0,3}}({_NAME})"
    rf"(?=[,.;:]|\s(?:{_SAYS}|is|was|has|had|are|were|have|will|would|and|or|to|in|on|of|for)\b)"
)
_LOWER = re.compile(r"\b[a-z]{2,30}\b")
_TOKEN = re.compile(r"[\w-]+\.?")
# What stands before a surname and is no given name.
_NO_GIVEN = frozenset(
    """president prime minister secretary senator sen gov governor general gen col colonel king
    queen prince princess pope judge justice mr mrs ms dr rep representative mayor chancellor
    sheriff capt captain sgt lt attorney vice congressman congresswoman foreign officer professor
    prof ayatollah sheikh former deputy director chief chairman ambassador reverend rev saint st
    lord lady sir speaker republican democrat democratic defense state detective commissioner
    republicans democrats officials lawmakers police
    north south east west new san los united white black""".split()
)
_DAYS = frozenset((*WEEKDAYS, *MONTHS))

_WEEKDAYS = frozenset(day.capitalize() for day in WEEKDAYS)


def persons(texts: Iterable[str]) -> frozenset[str]:
    """The surnames that stand in one of `texts` (a story's articles) with a given name.

    Only of those who also speak or are a Mr. or Ms. somewhere; what stands in a place's or a
    body's position ("in Arden", "the Senate"), or is written small elsewhere, is none.
    """
    given: dict[str, set[str]] = {}
    acting: set[str] = set()
    other: set[str] = set(STOP_WORDS) | _NO_GIVEN | _DAYS
    for text in texts:
        for first, last in _IN_FULL.findall(text):
            given.setdefault(last, set()).add(first.lower())
        acting.update(name for found in _ACTS.findall(text) for name in found if name)
        other.update(name.lower() for found in _NO_PERSON.findall(text) for name in found if name)
        other.update(_LOWER.findall(text))
    return frozenset(
        name
        for name, firsts in given.items()
        if name in acting and not {name.lower()} & other and not name.isupper() and firsts - other
    )


def surnames(text: str) -> list[str]:
    """The names in `text` that stand alone where a person is meant, in order."""
    found = (next(filter(None, m.groups())) for m in _SURNAME.finditer(text))
    return [name for name in dict.fromkeys(found) if name.lower() not in STOP_WORDS]


def lone(text: str, known: Collection[str]) -> list[str]:
    """The surnames of `known` whose first mention in `text` has no name or title before it.

    Not "the Quill inquiry": there the name tells which inquiry.
    """
    first: dict[str, bool] = {}
    before, end = "", 0
    for token in _TOKEN.finditer(text):
        name = token.group().rstrip(".")
        if name in known and name not in first:
            beside = not text[end : token.start()].strip()
            first[name] = not (beside and _introduces(before))
        before, end = token.group(), token.end()
    return [name for name, alone in first.items() if alone]


def _introduces(word: str) -> bool:
    """Whether a word right before a surname is a given name, a title or an article."""
    lower = word.rstrip(".").lower()
    if lower in ("the", "a", "an"):
        return True
    return word[:1].isupper() and lower not in STOP_WORDS and lower not in _DAYS


def strangers(sentence: Sentence, shown: Iterable[str], known: Collection[str] = ()) -> list[str]:
    """The surnames in `sentence` that its article gave in full before, and `shown` nowhere.

    Those of `known` too (given in full by another report). "Mr. Quill" is always a second mention:
    a stored text may begin after the first.
    """
    titled = set(_TITLED.findall(sentence.text))
    before = sentence.article.text[: sentence.span.start]
    met = " ".join(shown)
    second = [
        name for name in surnames(sentence.text) if name in titled or _given_in_full(name, before)
    ]
    return [
        name
        for name in dict.fromkeys([*second, *lone(sentence.text, known)])
        if not re.search(rf"\b{re.escape(name)}\b", met)
    ]


def unmet(sentence: Sentence, shown: Iterable[str]) -> bool:
    """Whether a name stands alone in `sentence`, wherever, that nothing shown has introduced."""
    before = sentence.article.text[: sentence.span.start]
    met = " ".join(shown)
    return any(
        not re.search(rf"\b{re.escape(name)}\b", met) and _given_in_full(name, before)
        for name in dict.fromkeys(_ALONE.findall(sentence.text))
    )


def lacking(text: str, before: str, shown: Iterable[str]) -> list[str]:
    """The surnames alone in `text`, somebody's words, that `before` gave in full, `shown` nowhere.

    What stands in a place's or a body's position is none.
    """
    met, context = " ".join(shown), f"{before} {text}"
    other = {name for found in _NO_PERSON.findall(context) for name in found if name}
    found = [
        n
        for part in spans(text, 0)
        for n in (*surnames(part.of(text)), *_ALONE.findall(part.of(text)))
    ]
    return [
        name
        for name in dict.fromkeys(found)
        if name not in other
        if not re.search(rf"\b{re.escape(name)}\b", met) and _given_in_full(name, before)
    ]


def _given_in_full(name: str, text: str) -> bool:
    if name in _WEEKDAYS:  # "the Tarn Brewing Company Friday" in a caption
        return False
    first = re.compile(rf"\b([A-ZÀ-Þ][a-zà-ÿ'’-]{{1,30}})\s+{re.escape(name)}\b")
    return any(m.group(1).lower() not in STOP_WORDS for m in first.finditer(text))


def begins_midway(text: str) -> bool:
    """Whether an opening speaks of "Mr. Quill" alone: what gave the full name was not stored."""
    found = _TITLED.search(text)
    in_full = found and re.search(rf"[A-ZÀ-Þ][\w.’'-]+\s+{found[1]}\b", text[: found.start()])
    return found is not None and in_full is None
