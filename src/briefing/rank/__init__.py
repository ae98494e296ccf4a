"""Rankers: how much each sentence of a story deserves to be shown.

Each ranker takes the `Material` of a story and gives one score a sentence, by position: two
articles that print one sentence are two places.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.errors import UsageError
from briefing.model import Scored, Sentence
from briefing.rank import bigrams, blend, centroid, concepts, lead, lexrank, position, sumy_adapter
from briefing.rank.material import Material, material
from briefing.settings import RankSettings
from briefing.text.background import Background
from briefing.text.words import content_stems

Ranker = Callable[[Material], list[Scored]]

STORIES = 64  # those of an edition, remembered for the next reader's
DIGITS = 9  # linear algebra may differ in the last bits between machines; the order must not

RANKERS: dict[str, Ranker] = {
    "blend": blend.scored,
    "lead": lead.scored,
    "position": position.scored,
    "centroid": centroid.scored,
    "lexrank": lexrank.scored,
    "lexrank:threshold": lexrank.scored_by_threshold,
    "bigrams": bigrams.scored,
    "concepts": concepts.scored,
    **sumy_adapter.RANKERS,
}


def rank(
    sentences: Sequence[Sentence],
    background: Background,
    settings: RankSettings,
    query: Collection[str] = (),
) -> list[Scored]:
    """`sentences` with their scores, best first; ties by time, article and place.

    Words of `query` (a reader's interests) lift the sentences that hold them.
    Raises `UsageError` where `settings.ranker` names no ranker.
    """
    if settings.ranker not in RANKERS:
        known = ", ".join(sorted(RANKERS))
        raise UsageError(f"There is no ranker named {settings.ranker!r}: choose one of {known}.")
    if not sentences:
        return []
    given = tuple(sentences)
    asked = frozenset(stem for word in query for stem in content_stems(word))
    if asked:
        asked &= {stem for stems in _material(given, background, settings).stems for stem in stems}
    return list(_ranked(given, background, settings, asked))


# Most of a day's stories hold no word that only one reader asked for: they are ranked once for all.


@lru_cache(maxsize=STORIES)
def _ranked(
    sentences: tuple[Sentence, ...],
    background: Background,
    settings: RankSettings,
    asked: frozenset[str],
) -> tuple[Scored, ...]:
    """`asked` are the stems of the query that stand in the sentences."""
    read = replace(_material(sentences, background, settings), query=asked)
    return tuple(sorted((_rounded(s) for s in RANKERS[settings.ranker](read)), key=_order))


@lru_cache(maxsize=STORIES)
def _material(
    sentences: tuple[Sentence, ...], background: Background, settings: RankSettings
) -> Material:
    return material(sentences, background, settings)


def _rounded(scored: Scored) -> Scored:
    parts = tuple((name, round(value, DIGITS)) for name, value in scored.why)
    once = tuple((concept, round(value, DIGITS)) for concept, value in scored.concepts)
    return Scored(scored.sentence, round(scored.score, DIGITS), parts, once)


def _order(scored: Scored) -> tuple[object, ...]:
    sentence = scored.sentence
    article = sentence.article
    return -scored.score, article.published, article.id, sentence.index, sentence.span
