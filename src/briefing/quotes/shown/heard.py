"""Was a quote printed already, in an earlier edition or under an earlier story?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.model import Heard, Voice
from briefing.quotes.who.naming import fold
from briefing.text.words import content_stems

FEWEST = 4  # content stems; fewer are a phrase that two may have used
OTHER_SPEAKER = 0.9  # of the shorter's stems: one outlet may name a role, the other the person


def is_heard(speaker: str, text: str, printed: Iterable[Heard], same_words: float) -> bool:
    """Whether `printed` holds what `speaker` said, also in nearly these words or a part of them.

    `same_words` is the share of the shorter one's content stems that the other must hold.
    """
    stems, surname = _stems(text), _surname(speaker)
    for heard in printed:
        if heard.text == text:
            return True
        told = _stems(heard.text)
        fewer = min(len(stems), len(told))
        least = same_words if _surname(heard.speaker) == surname else OTHER_SPEAKER
        if fewer >= FEWEST and len(stems & told) >= least * fewer:
            return True
    return False


def heard(voices: Iterable[Voice]) -> tuple[Heard, ...]:
    """What `voices` print."""
    return tuple(Heard(v.label, u.quote.text) for v in voices for u in v.utterances)


@lru_cache(maxsize=4_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))


def _surname(speaker: str) -> str:
    words = speaker.split()
    return fold(words[-1]) if words else ""
