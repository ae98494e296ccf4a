"""What was joined to a story and tells of something else: it stands apart again.

On a day on which all the news is of one crisis, reports of two events are as alike on average as
two reports of one. What each puts first tells them apart, and whether the whole texts agree: in
more than the names and words that all the news has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model import Article, Story
from briefing.press.genre import genre
from briefing.settings import ClusterSettings
from briefing.standing.leads import Begun, agree_in_words, agreement, begun
from briefing.standing.news import is_news, tells_no_act
from briefing.text.background import Background

MOST = 60  # origins: so many do not meet by chance, and comparing each with each takes long

Texts = Mapping[str, Begun]
Part = tuple[Article, ...]


def apart(
    story: Story, background: Background, common: Background, settings: ClusterSettings
) -> tuple[Story, ...]:
    """The story, with each part of it that is of another event as a story of its own.

    In `common` the themes of the day's articles are no rare words. What goes on is often tied to
    the day before by little else, so reports of two days are compared by `background`.

    A report stays with one that is like it; a column, an explainer with one that it is about. The
    part with most reports, of equals the oldest, is the story as it was known.
    """
    origins = story.origins
    reports = [a for a in origins if _reports(a)] if 1 < len(origins) <= MOST else []
    if not reports or settings.granularity == "topic":
        return (story,)
    texts = {a.id: begun(a, common) for a in origins}
    days = {a.published.date() for a in reports}
    plain = {a.id: begun(a, background) for a in reports} if len(days) > 1 else texts
    parts = _together(reports, lambda a, b: _one(a, b, texts, plain, background, settings))
    main = max(range(len(parts)), key=lambda n: len(parts[n]))
    beside = [a for a in origins if a not in reports]
    place = {a.id: _nearest(a, parts, texts, settings.about) for a in beside}
    whole = [(*p, *(a for a in beside if place[a.id] == n)) for n, p in enumerate(parts)]
    alone = [(a,) for a in beside if place[a.id] is None]
    found = (_story(story, part, main=n == main) for n, part in enumerate((*whole, *alone)))
    return tuple(sorted(found, key=lambda s: (s.first, s.id)))


def _reports(article: Article) -> bool:
    """Whether it is a report; or a notice without an act, whose words tell as well of which event
    it is."""
    return is_news(article) or (genre(article) == "report" and tells_no_act(article))


def _together(reports: Iterable[Article], one: Callable[[Article, Article], bool]) -> list[Part]:
    """The reports in parts: those of one are of `one` event with another of it."""
    parts: list[Part] = []
    for report in reports:
        like = [part for part in parts if any(one(report, a) for a in part)]
        parts = [part for part in parts if part not in like]
        parts.append((*(a for part in like for a in part), report))
    return sorted(parts, key=lambda part: min((a.published, a.id) for a in part))


def _one(
    a: Article,
    b: Article,
    texts: Texts,
    plain: Texts,
    background: Background,
    settings: ClusterSettings,
) -> bool:
    """Whether two reports tell one event, and not by names alone: those of two days must be more
    alike, in front too."""
    if a.published.date() == b.published.date():
        opening, mean = agreement(texts[a.id], texts[b.id])
        alike = opening >= settings.near_opening and mean >= settings.near
        return alike and (a.outlet == b.outlet or agree_in_words(a, b, background))
    opening, mean = agreement(plain[a.id], plain[b.id])
    return opening >= settings.opening and mean >= settings.goes_on


def _nearest(article: Article, parts: Sequence[Part], texts: Texts, about: float) -> int | None:
    """The place of the part that is most like what is no report; None where none is enough."""
    alike = [_likeness(article, part, texts) for part in parts]
    return alike.index(max(alike)) if max(alike) >= about else None


def _likeness(article: Article, part: Part, texts: Texts) -> float:
    """To the nearest of the part: the mean of the likenesses of openings and texts."""
    return max(agreement(texts[article.id], texts[other.id])[1] for other in part)


def _story(story: Story, part: Part, *, main: bool) -> Story:
    """A part of a story, with its copies; one goes on from what the whole went on from."""
    members = {a.id for a in part}
    copies = tuple(c for c in story.copies if c.origin.id in members)
    members.update(c.article.id for c in copies)
    articles = tuple(a for a in story.articles if a.id in members)
    follows = story.follows if main else frozenset[str]()
    return replace(story, id=articles[0].id, articles=articles, copies=copies, follows=follows)
