"""Does the speaker take back, in the next words, what is shown? "They say it is safe. I don't
agree with that": the first half alone would be the opposite of what was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from briefing.model import Quote, Span, Speaker
from briefing.text.sentences import spans

REACH = 400  # characters: over the reporter's "Quill told the council on Monday"
NEXT = 2  # of the speaker's sentences
_START = (
    r"[\"'“‘”’ ]*(?:(?:and|but|well|now|so|look|honestly|frankly|i\sthink|i\smean|of\scourse),?\s)*"
)
_THAT = r"(?:that|this|it|them|him|her|those|any\sof\s(?:that|this|it))"
_UNTRUE = "wrong|false|nonsense|ridiculous|absurd|untrue"
# Of what stood before, be it one sentence away; "I don't believe that boats will sail" is not.
_DISOWNS = re.compile(
    rf"""{_START}i\s(?:\w+ly\s|just\s|still\s)?(?:
        (?:do(?:n['’]t|\snot)|would(?:n['’]t|\snot)|did(?:n['’]t|\snot)|can(?:['’]t|not)|never)\s
        (?:\w+ly\s)?(?:(?:agreed?|share|subscribe)\b
          |(?:believed?|buy|bought|accept(?:ed)?|endorse|support)\s{_THAT}(?=\s?[,.;!—–]|$)
          |think\s(?:so\b|(?:that|this|it)(?:['’]s|\sis)\s(?:true|right|fair|correct|so|the\scase)\b))
      | disagree\b | reject\s{_THAT}(?=\s?[,.;!—–]|$)
      | think\s(?:that|this|it)(?:['’]s|\sis)\s(?:\w+ly\s)?
          (?:{_UNTRUE}|a\smistake)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# Of the sentence right before it only.
_WRONG = re.compile(
    rf"""{_START}(?:that|this|it)(?:['’]s|\sis|\swas)\s(?:\w+ly\s|just\s|all\s)*
      (?:(?:{_UNTRUE}|a\slie)\b
        |not\s(?:true|right|so)(?=\s?[,.;!—–]|$))""",
    re.IGNORECASE | re.VERBOSE,
)


class Following:
    """What each speaker of some articles says next."""

    def __init__(self, quotes: Iterable[Quote], people: Mapping[Quote, Speaker]) -> None:
        self._people = people
        self._of: dict[str, list[Quote]] = defaultdict(list)
        for quote in sorted(quotes, key=_place):
            self._of[quote.article.id].append(quote)

    def disowns(self, shown: Quote, speaker: Speaker | None) -> bool:
        """Whether `speaker` turns from what is `shown` in the sentences behind it."""
        following = list(islice(self._next(shown, speaker), NEXT))
        if following and _WRONG.match(following[0]):
            return True
        return any(_DISOWNS.match(text) for text in following)

    def _next(self, shown: Quote, speaker: Speaker | None) -> Iterator[str]:
        text, end = shown.article.text, shown.contents[-1].end
        for span in self._spans(shown.article.id, end, speaker):
            start = max(span.start, end)
            found = spans(text[start : min(span.end, start + REACH)], start)
            yield from (s.of(text) for s in found if any(c.isalpha() for c in s.of(text)))

    def _spans(self, article: str, end: int, speaker: Speaker | None) -> Iterator[Span]:
        """What is left behind `end` of the quote it stands in, and of that speaker's next ones."""
        quotes = self._of[article]
        behind = bisect_right(quotes, end, key=_start)
        for number in range(max(behind - 1, 0), min(behind + NEXT, len(quotes))):
            quote = quotes[number]
            if number >= behind and (speaker is None or self._people.get(quote) != speaker):
                return
            yield from (s for s in quote.contents if end < s.end and s.start < end + REACH)


def _place(quote: Quote) -> tuple[Span, ...]:
    return quote.contents


def _start(quote: Quote) -> int:
    return quote.contents[0].start
