"""Is a person named by surname alone, whom the reader has not met?

News gives a full name once and the surname from then on ("Ada Quill ... Quill said"). A later
sentence needs the earlier one, or a headline with the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model import Sentence
from briefing.text.words import STOP_WORDS

_SAYS = r"said|says|told|added|wrote|tweeted|argued|asked|denied|claimed|insisted|testified|noted"
_NAME = r"[A-ZÀ-Þ][\w-]{2,30}"
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms)\.\s([A-ZÀ-Þ][\w-]{2,30})(?!\s+[A-ZÀ-Þ])")
_SURNAME = re.compile(
    rf"""(?:^|[,"”]\s|(?<![\w])[a-z][\w'’-]{{0,30}}\s)({_NAME})                     # Quill said
        (?=['’]s\b|\s(?:{_SAYS}|was|is|had|has|[a-z]{{3,}}ed)\b)
      | ^({_NAME}),\s(?=(?:an?|the|who|whose|\d+|then|now|also)\b)      # Quill, a farmer, had
      | ^(?:After|When|While|Since|Before|Once|As|If|Although|Because|Until)\s
        ({_NAME})\s(?=[a-z])                                              # After Quill left
      | \b(?:Mr|Mrs|Ms)\.\s({_NAME})                                        # Ms. Quill
      | \b(?:{_SAYS})\s({_NAME})(?!\s+[A-ZÀ-Þ])                             # said Quill""",
    re.VERBOSE,
)

# Any other lone name, such as "against Quill": more sentences wait than need to, so only the page
# is this strict, where a sentence too few costs less than one that is not understood.
_ALONE = re.compile(
    rf"(?<!\w)(?!the\s)[a-z][\w'’-]{{0,30}},?\s({_NAME})(?!['’\w-]|\.\w|\s+[A-ZÀ-Þ])"
)


def surnames(text: str) -> list[str]:
    """The names in `text` that stand alone where a person is meant, in order."""
    found = (next(filter(None, m.groups())) for m in _SURNAME.finditer(text))
    return [name for name in dict.fromkeys(found) if name.lower() not in STOP_WORDS]


def strangers(sentence: Sentence, shown: Iterable[str]) -> list[str]:
    """The surnames in `sentence` that its article gave in full before, and `shown` nowhere.

    "Mr. Quill" is always a second mention: a stored text may begin after the first.
    """
    titled = set(_TITLED.findall(sentence.text))
    before = sentence.article.text[: sentence.span.start]
    met = " ".join(shown)
    return [
        name
        for name in surnames(sentence.text)
        if not re.search(rf"\b{re.escape(name)}\b", met)
        and (name in titled or _given_in_full(name, before))
    ]


def unmet(sentence: Sentence, shown: Iterable[str]) -> bool:
    """Whether a name stands alone in `sentence`, wherever, that nothing shown has introduced."""
    before = sentence.article.text[: sentence.span.start]
    met = " ".join(shown)
    return any(
        not re.search(rf"\b{re.escape(name)}\b", met) and _given_in_full(name, before)
        for name in dict.fromkeys(_ALONE.findall(sentence.text))
    )


def _given_in_full(name: str, text: str) -> bool:
    first = re.compile(rf"\b([A-ZÀ-Þ][a-zà-ÿ'’-]{{1,30}})\s+{re.escape(name)}\b")
    return any(m.group(1).lower() not in STOP_WORDS for m in first.finditer(text))
