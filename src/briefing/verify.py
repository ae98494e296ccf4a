"""Is every shown piece where it says it is? What `briefing verify` answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.edition import Place
from briefing.model import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """A shown piece that its article does not hold at its place."""

    place: Place
    reason: str


def failures(
    places: Iterable[Place], article: Callable[[str], Article | None]
) -> tuple[Failure, ...]:
    """Each place whose words are not, character for character, those of the stored article."""
    found = ((place, reason(place, article(place["article"]))) for place in places)
    return tuple(Failure(place, why) for place, why in found if why)


def reason(place: Place, article: Article | None) -> str:
    """Why `place` does not hold, "" where it does."""
    if article is None:
        return "the article is not in the archive"
    start, end = place["start"], place["end"]
    if not 0 <= start < end <= len(article.text):
        return f"the article has no characters {start} to {end}"
    if article.text[start:end] != place["text"]:
        return "the article has other words at that place"
    return ""
