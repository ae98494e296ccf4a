"""Do two stories' titles give one count? Reports of a day's statistics differ in all else."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Article
from briefing.text.numbers import figures
from briefing.text.words import content_stems

LEAST = 1_000  # smaller counts, and years, are shared by chance
DIGITS = 2  # of a count that is no round one: "1.3 million", not "1 million"


def same_count(some: Iterable[Article], others: Iterable[Article]) -> bool:
    """Whether a title of each gives the same large, odd count and has another word in common."""
    theirs = [_counted(a.title) for a in others]
    return any(
        mine & counts and words & stems
        for mine, words in map(_counted, (a.title for a in some))
        for counts, stems in theirs
    )


def _counted(title: str) -> tuple[frozenset[float], frozenset[str]]:
    """The odd counts of a title, and the stems of its words."""
    values = (figure.value for figure in figures(title))
    odd = frozenset(v for v in values if v >= LEAST and len(f"{v:.0f}".rstrip("0")) >= DIGITS)
    stems = (stem for stem in content_stems(title) if stem.isalpha())
    return odd, frozenset(stems) - {"million", "billion", "trillion", "thousand"}
