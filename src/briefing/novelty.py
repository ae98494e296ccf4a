"""What is new today: a story's status, and the statements that no earlier edition printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from briefing.model import History, Known, Printed, Sentence, Status, Story
from briefing.text.background import Background
from briefing.text.words import content_stems

# Share of a sentence's content (weighted by rarity) that one printed statement holds, from which
# it says the same; below, it tells something more.
_SAME = 0.8


def status(story: Story, history: History, day: date) -> tuple[Status, date]:
    """(new, updated or continuing; the first day on which it was in an edition).

    A known story is updated when articles joined it that no earlier edition knew.
    """
    known = next((k for k in history.known if k.id == story.id), None)
    days = [d for d in known.days if d < day] if known else []
    if known is None or not days:
        return "new", day
    added = any(a.id not in known.articles for a in story.articles)
    return ("updated" if added else "continuing"), min(days)


def quiet(known: Iterable[Known], stories: Iterable[Story], day: date) -> tuple[Known, ...]:
    """The stories of earlier days that nobody reports on any more, the latest first."""
    alive = {story.id for story in stories}
    ended = (k for k in known if k.id not in alive and any(d < day for d in k.days))
    return tuple(sorted(ended, key=lambda k: (-max(k.days).toordinal(), k.id)))


def fresh(
    sentences: Sequence[Sentence],
    printed: Sequence[Printed],
    background: Background | None = None,
) -> tuple[Sentence, ...]:
    """The sentences whose content no printed statement holds already, also in other words."""
    before = [frozenset(content_stems(p.text)) for p in printed]
    return tuple(s for s in sentences if not _told(s.text, before, background))


def _told(text: str, before: Sequence[frozenset[str]], background: Background | None) -> bool:
    content = set(content_stems(text))
    weight = {s: background.idf(s) if background else 1.0 for s in sorted(content)}
    total = sum(weight.values())
    figures = {s for s in content if any(c.isdigit() for c in s)}
    return any(
        figures <= told and sum(weight[s] for s in content & told) >= _SAME * total
        for told in before
        if total
    )
