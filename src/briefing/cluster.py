"""Stories: the articles about one event.

Near articles (TF-IDF, the farther apart in time the less) are joined by average link within the
connected parts of the graph of nearest neighbours, so no pair of far articles is ever compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from briefing.model import Article, Copy, Known, Story
from briefing.settings import ClusterSettings
from briefing.text.background import Background
from briefing.text.vectors import Matrix, Vocabulary, counts, idfs, weighted, with_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DAY = 86_400


def stories(
    articles: Sequence[Article],
    copies: Sequence[Copy],
    background: Background,
    settings: ClusterSettings = ClusterSettings(),  # noqa: B008
    known: tuple[Known, ...] = (),
) -> tuple[Story, ...]:
    """Each article in exactly one story, whatever their order; copies follow their origin."""
    copied = {copy.article.id: copy for copy in copies}
    everything = sorted({a.id: a for a in articles}.values(), key=_age)
    present = {a.id for a in everything}
    leaders = [a for a in everything if _leader(a, copied).id not in present - {a.id}]
    labels = _groups(leaders, background, settings) if leaders else []
    group = {a.id: int(label) for a, label in zip(leaders, labels, strict=True)}
    members: defaultdict[int, list[Article]] = defaultdict(list)
    for article in everything:
        leader = article if article.id in group else _leader(article, copied)
        members[group[leader.id]].append(article)
    named = _names(list(members.values()), known)
    return tuple(
        Story(name, tuple(m), tuple(copied[a.id] for a in m if a.id in copied))
        for name, m in zip(named, members.values(), strict=True)
    )


def _leader(article: Article, copied: dict[str, Copy]) -> Article:
    copy = copied.get(article.id)
    return copy.origin if copy else article


def _age(article: Article) -> tuple[object, str]:
    return article.published, article.id


def _names(groups: Iterable[Sequence[Article]], known: tuple[Known, ...]) -> list[str]:
    """A story keeps the id under which most of its articles are known; else its first article's."""
    names: dict[int, str] = {}
    story_of = {article: story.id for story in known for article in sorted(story.articles)}
    claims = []
    groups = list(groups)
    for number, group in enumerate(groups):
        shared = Counter(story_of[a.id] for a in group if a.id in story_of)
        claims += [(-n, story, number) for story, n in shared.items()]
    for _, story, number in sorted(claims):
        if number not in names and story not in names.values():
            names[number] = story
    return [names.get(number, f"s-{group[0].id}") for number, group in enumerate(groups)]


def _groups(
    articles: Sequence[Article], background: Background, settings: ClusterSettings
) -> NDArray[np.int64]:
    """A label an article, in order of first appearance."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial.distance import squareform

    vectors = _vectors(articles, background)
    times = np.array([a.published.timestamp() / _DAY for a in articles])
    dated = np.array([a.dated for a in articles])
    near = _neighbours(vectors, times, dated, settings)
    parts, part_of = connected_components(near, directed=False)
    labels: NDArray[np.int64] = np.zeros(len(articles), np.int64)
    order = np.argsort(part_of, kind="stable")
    for part in np.split(order, np.cumsum(np.bincount(part_of, minlength=parts))[:-1]):
        if len(part) == 1:
            labels[part] = part[0]
            continue
        similar = (vectors[part] @ vectors[part].T).toarray()
        similar *= _closeness(times[part], times[part], dated[part], dated[part], settings)
        apart = np.round(1 - np.clip(similar, 0, 1), 6)
        np.fill_diagonal(apart, 0)
        tree = linkage(squareform(np.minimum(apart, apart.T), checks=False), "average")
        inside = fcluster(tree, 1 - settings.join, "distance")
        labels[part] = [part[int(np.argmax(inside == one))] for one in inside]
    return labels


def _vectors(articles: Sequence[Article], background: Background) -> Matrix:
    vocabulary = Vocabulary()
    sequences = []
    for article in articles:
        title = with_pairs(vocabulary.sequence(article.title))
        lead = with_pairs(vocabulary.sequence(article.text[:1900]))
        sequences.append(np.concatenate((title, title, lead)))
    found, terms = counts(sequences)
    return weighted(found, idfs(terms, vocabulary.stems, background))


def _closeness(
    a: NDArray[np.float64],
    b: NDArray[np.float64],
    a_dated: NDArray[np.bool_],
    b_dated: NDArray[np.bool_],
    settings: ClusterSettings,
) -> NDArray[np.float64]:
    """exp(-days/fade) between each of `a` and each of `b`; `undated` where a date is not known."""
    days = np.abs(a[:, None] - b[None, :])
    both = a_dated[:, None] & b_dated[None, :]
    return np.where(both, np.exp(-days / settings.fade), settings.undated)


def _neighbours(
    vectors: Matrix,
    times: NDArray[np.float64],
    dated: NDArray[np.bool_],
    settings: ClusterSettings,
) -> Matrix:
    """The graph of articles that are near enough to be joined."""
    from scipy import sparse

    similar = (vectors @ vectors.T).tocoo()
    keep = similar.row < similar.col
    rows, columns, values = similar.row[keep], similar.col[keep], similar.data[keep]
    both = dated[rows] & dated[columns]
    days = np.abs(times[rows] - times[columns])
    values = values * np.where(both, np.exp(-days / settings.fade), settings.undated)
    keep = np.round(values, 6) >= settings.join
    return sparse.csr_matrix((values[keep], (rows[keep], columns[keep])), similar.shape)
