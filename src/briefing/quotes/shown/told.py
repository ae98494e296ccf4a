"""Does the page tell already what a quote says?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from briefing.text.background import background
from briefing.text.numbers import figures
from briefing.text.words import content_stems

# Shares of a quote's idf. A sentence that names its speaker may report these very words, and so
# less of it is enough; what stands spread over a page must be nearly all of it.
BY_SPEAKER = 0.42
BY_PAGE = 0.55
# And where it quotes some of the words: of the 15 quotes of 42 months that fall so, 10 told nothing
# else, 4 little, and 1 was of another who used the same words. With 0.32 five more fall, 3 repeats.
BY_QUOTING = 0.35
_PHRASE = r"((?:[\w’'-]+[,;:]?\s)+[\w’'-]+)[.,!?]?"
_QUOTED = re.compile(rf"[“\"]{_PHRASE}[”\"]|(?<!\w)['‘]{_PHRASE}['’](?!\w)")


def is_told(quote: str, speaker: str, page: Sequence[str]) -> bool:
    """Whether `page` (headline, sentences) holds what `quote` says, and each figure in it."""
    if _values((quote,)) - _values(page):
        return False
    stems = sorted(set(content_stems(quote)))
    if not stems:
        return False
    if share(stems, page) >= BY_PAGE:
        return True
    if any(share(stems, (text,)) >= BY_QUOTING for text in page if _quotes(text, quote)):
        return True
    surname = re.escape(speaker.split()[-1]) if speaker else "(?!)"
    own = (text for text in page[1:] if re.search(rf"\b{surname}\b", text))
    return any(share(stems, (text,)) >= BY_SPEAKER for text in own)


def _quotes(text: str, quote: str) -> bool:
    """Whether `text`, perhaps a headline, holds two words or more of `quote` between marks."""
    phrases = (_plain(phrase) for found in _QUOTED.findall(text) for phrase in found if phrase)
    return any(phrase in _plain(quote) for phrase in phrases)


def _plain(text: str) -> str:
    return text.replace("’", "'").lower()


def _values(texts: Sequence[str]) -> set[float]:
    return {figure.value for text in texts for figure in figures(text)}


@lru_cache(maxsize=1_000)
def _stems(text: str) -> frozenset[str]:
    """Of a text of the page, against which every quote of a story is held."""
    return frozenset(content_stems(text))


def share(stems: Collection[str], texts: Sequence[str]) -> float:
    """How much of what `stems` weigh (idf) stands in `texts`."""
    known = frozenset[str]().union(*(_stems(text) for text in texts))
    weight = {stem: background().idf(stem) for stem in stems}
    return round(sum(weight[s] for s in stems if s in known) / sum(weight.values()), 6)
