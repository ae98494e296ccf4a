"""From articles to stories: each article in exactly one, copies with their origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from briefing.cluster.following import followed
from briefing.cluster.identity import identified
from briefing.cluster.likeness import by_age, likeness
from briefing.cluster.linkage import labels
from briefing.model import Article, Copy, Story
from briefing.press.genre import gathers
from briefing.settings import ClusterSettings
from briefing.text.background import Background


def stories(
    articles: Iterable[Article],
    copies: Iterable[Copy],
    background: Background,
    settings: ClusterSettings = ClusterSettings(),  # noqa: B008
) -> tuple[Story, ...]:
    """Each article in exactly one story, whatever their order; oldest story first."""
    everything = by_age(articles)
    copied = {copy.article.id: copy for copy in copies}
    present = {a.id for a in everything}
    leader = {a.id: _leader(a, copied, present) for a in everything}
    leading = [a for a in everything if leader[a.id] == a.id]
    label, earlier = _labelled(leading, background, settings)
    members = _groups(everything, leader, label)
    found = [
        Story(
            id=group[0].id,
            articles=tuple(group),
            copies=tuple(copied[a.id] for a in group if a.id in copied),
            follows=frozenset(a.id for a in members.get(earlier[at], ())),
        )
        for at, group in members.items()
    ]
    return identified(found, ())


def _leader(article: Article, copied: Mapping[str, Copy], present: set[str]) -> str:
    """The id of the article that decides where `article` belongs: its origin, if that is here."""
    copy = copied.get(article.id)
    return copy.origin.id if copy and copy.origin.id in present else article.id


def _labelled(
    articles: Sequence[Article], background: Background, settings: ClusterSettings
) -> tuple[dict[str, int], dict[int, int]]:
    """The label of each article's story, and that of the earlier one that a story follows."""
    if not articles:
        return {}, {}
    loose = np.array([gathers(a) is not None for a in articles], np.bool_)
    alike = likeness(articles, background, settings)
    links = alike.neighbours()
    found = labels(alike, loose, links)
    earlier = followed(found, alike, loose, links)
    label = {a.id: int(at) for a, at in zip(articles, found, strict=True)}
    return label, dict(zip(found.tolist(), earlier.tolist(), strict=True))


def _groups(
    articles: Iterable[Article], leader: Mapping[str, str], label: Mapping[str, int]
) -> dict[int, list[Article]]:
    """The articles of each label, in the order of their first ones."""
    members: defaultdict[int, list[Article]] = defaultdict(list)
    for article in articles:
        members[label[leader[article.id]]].append(article)
    return dict(members)
