"""The best sentences that do not repeat each other, within a budget, in reading order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from briefing.model import Scored, Sentence
from briefing.select.budget import Budget
from briefing.select.choice import Choice
from briefing.settings import SelectSettings
from briefing.standing.introductions import persons
from briefing.standing.order import reading_order
from briefing.text.repeats import bag

OPENING = 2  # sentences of an article that tell its news
EXCHANGES = 5  # at most in one story: each is a choice made anew

__all__ = ["Budget", "choose", "select"]


def select(
    scored: Iterable[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str] = (),
    openings: Sequence[Scored] = (),
    agreed: Collection[tuple[str, int]] = (),
    passed: Collection[tuple[str, int]] = (),
) -> tuple[Sentence, ...]:
    """The best of `scored` within `budget`, without datelines, in reading order.

    Nothing is shown that repeats another or one of `avoid` (texts shown elsewhere). The first of
    `openings` that can stand, be it behind the one before it, is shown whatever its score, and
    beside it only what follows it in its article, sentence by sentence, and what stands at
    `agreed` (article's id, index): what several reports state; what is told already, be it found
    here or `passed`, breaks no such row. Nothing is shown where no opening can stand.
    """
    candidates = tuple(scored)
    known = _known(candidates)
    chosen = _choose(candidates, budget, settings, avoid, known, openings, agreed, passed)
    return reading_order(chosen, known)


def choose(
    scored: Iterable[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str] = (),
) -> tuple[Sentence, ...]:
    """As `select`, best first (but a follow-up stands right after what it follows)."""
    candidates = tuple(scored)
    return _choose(candidates, budget, settings, avoid, _known(candidates))


def _known(candidates: Iterable[Scored]) -> frozenset[str]:
    """The surnames of the people whom one of the candidates' articles gives in full."""
    articles = (candidate.sentence.article for candidate in candidates)
    return persons({article.id: article.text for article in articles}.values())


def _openings(candidates: Iterable[Scored]) -> frozenset[tuple[str, int]]:
    """The places of the first candidates of each article, which tell its news."""
    indices: dict[str, list[int]] = {}
    for candidate in candidates:
        indices.setdefault(candidate.sentence.article.id, []).append(candidate.sentence.index)
    return frozenset(
        (article, index) for article, found in indices.items() for index in sorted(found)[:OPENING]
    )


def _place(candidate: Scored, step: int = 0) -> tuple[str, int]:
    return candidate.sentence.article.id, candidate.sentence.index + step


def _choose(
    candidates: Sequence[Scored],
    budget: Budget,
    settings: SelectSettings,
    avoid: Iterable[str],
    known: frozenset[str],
    leads: Sequence[Scored] = (),
    agreed: Collection[tuple[str, int]] = (),
    passed: Collection[tuple[str, int]] = (),
) -> tuple[Sentence, ...]:
    shown = [bag(text) for text in avoid]
    openings = _openings(candidates)
    behind = {_place(candidate): candidate for candidate in candidates}

    def chosen(first: Sequence[Scored], known: frozenset[str]) -> Choice:
        choice = Choice(budget, settings, shown, known, openings, agreed, passed)
        for candidate in candidates:
            choice.offer(candidate)
        if not first:
            any(choice.open(lead, behind.get(_place(lead, -1))) for lead in leads)
        for candidate in first:
            choice.take(candidate)
        while (best := choice.best()) is not None:
            choice.take(best)
        return choice

    choice = chosen((), known)
    if choice.unopened():  # of somebody so well known that the reports' openings need no full name
        known = frozenset()
        choice = chosen((), known)
    for _ in range(0 if leads else EXCHANGES):
        better = choice.fuller()
        if not better:
            break
        choice = chosen(better, known)
    if leads and not choice.opened:
        return ()
    return tuple(taken.sentence for taken in choice.taken)
