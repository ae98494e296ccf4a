"""Groups of articles by average link (UPGMA; Sokal and Michener 1958), with a guard.

Average link alone joins two events that are told in the same words (two earthquakes, two trials)
as readily as two halves of one event. The guard asks whether the two groups are about as alike as
the looser of them is in itself: within one event they are, across look-alikes they are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.cluster.likeness import Likeness
from briefing.cluster.marks import share_marks
from briefing.cluster.neighbours import Links
from briefing.cluster.spread import of_one_term
from briefing.cluster.subjects import Subjects
from briefing.settings import ClusterSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Connected parts with more articles are cut at their weakest links first: comparing each with each
# takes memory and time with the square of the number.
_LARGEST = 600
_STRICTER = 1.2
_CLEAR = 0.5  # what is more alike than that shares many words
# Characters: a feed's summary, which may name its event with one word and little else. Of pairs
# that one word makes alike 8 of 10 such are of one event, of longer ones half; those of one local
# paper name its town.
_BRIEF = 500
_BRIEF_WORD = 0.9


def labels(likeness: Likeness, loose: NDArray[np.bool_], links: Links) -> NDArray[np.int64]:
    """A label an article, the same for those of one story; `links` are its neighbours.

    `loose` articles (live pages, round-ups) tell several events: each is put to the story that it
    is most like, after the stories are made, so that it cannot bring two of them together.
    """
    settings = likeness.settings
    found = np.arange(len(likeness.times))
    rows, columns, values = links
    firm = ~(loose[rows] | loose[columns])
    parts = _parts(len(found), rows[firm], columns[firm], values[firm], settings)
    subjects = Subjects(likeness)
    for part, alike in likeness.within(parts):
        found[part] = part[_average_link(part, alike, likeness, subjects)]
    return _with_loose(found, likeness, loose, (rows, columns), settings)


def _with_loose(
    found: NDArray[np.int64],
    likeness: Likeness,
    loose: NDArray[np.bool_],
    links: tuple[NDArray[np.int64], NDArray[np.int64]],
    settings: ClusterSettings,
) -> NDArray[np.int64]:
    """The labels with each loose article in the story it is most like, on average."""
    joined = found.copy()
    firm = np.flatnonzero(~loose)
    firm = firm[np.argsort(found[firm], kind="stable")]
    ends = found[firm]
    for at, near in _near(found, loose, *links):
        first, last = (np.searchsorted(ends, near, side=side) for side in ("left", "right"))
        members = [firm[a:b] for a, b in zip(first, last, strict=True)]
        alike = likeness.between(np.array([at]), np.concatenate(members))[0]
        means = [
            round(float(part.mean()), 6)
            for part in np.split(alike, np.cumsum([len(m) for m in members])[:-1])
        ]
        best = int(np.argmax(means))  # the oldest of equals
        if means[best] >= settings.join:
            joined[at] = near[best]
    return joined


def _near(
    found: NDArray[np.int64],
    loose: NDArray[np.bool_],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Each loose article with the labels of its neighbours that are none, ascending."""
    some, others = np.concatenate((rows, columns)), np.concatenate((columns, rows))
    wanted = loose[some] & ~loose[others]
    pairs = np.unique(some[wanted] * len(found) + found[others[wanted]])
    articles, starts = np.unique(pairs // len(found), return_index=True)
    labels = np.split(pairs % len(found), starts[1:])
    return zip(articles.tolist(), labels, strict=bool(len(articles)))


def _parts(
    count: int,
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    values: NDArray[np.float64],
    settings: ClusterSettings,
) -> Iterator[NDArray[np.int64]]:
    """The connected parts of the graph of neighbours that have two articles or more."""
    place = np.empty(count, np.int64)  # of each article within the part that is cut
    waiting = [(np.arange(count), rows, columns, values)]
    while waiting:
        members, rows, columns, values = waiting.pop()
        for part, i, j, v in _connected(members, rows, columns, values, place):
            if len(part) <= _LARGEST:
                yield part
            else:
                strong = v > max(float(v.min()), settings.join) * _STRICTER
                waiting.append((part, i[strong], j[strong], v[strong]))


Part = tuple["NDArray[np.int64]", "NDArray[np.int64]", "NDArray[np.int64]", "NDArray[np.float64]"]


def _connected(
    members: NDArray[np.int64],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    values: NDArray[np.float64],
    place: NDArray[np.int64],
) -> Iterator[Part]:
    """Each connected part with its links, smallest article first."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    place[members] = np.arange(len(members))
    i, j = place.take(rows), place.take(columns)
    graph = sparse.csr_matrix((values, (i, j)), (len(members), len(members)))
    count, part_of = connected_components(graph, directed=False)
    ends = np.cumsum(np.bincount(part_of, minlength=count))
    order = np.argsort(part_of, kind="stable")
    links = np.argsort(part_of[i], kind="stable")
    link_ends = np.cumsum(np.bincount(part_of[i], minlength=count))
    for n in np.flatnonzero(np.diff(ends, prepend=0) > 1):
        part = members[order[ends[n - 1] if n else 0 : ends[n]]]
        own = links[link_ends[n - 1] if n else 0 : link_ends[n]]
        yield part, rows[own], columns[own], values[own]


def _average_link(
    part: NDArray[np.int64], alike: NDArray[np.float64], likeness: Likeness, subjects: Subjects
) -> NDArray[np.int64]:
    """A label (the first member's place) for each article of one part."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    apart = 1 - np.minimum(alike, alike.T)
    np.fill_diagonal(apart, 0)
    merges = linkage(squareform(apart, checks=False), "average")
    found = _cut(merges, part, likeness, subjects)
    wanted = np.count_nonzero((1 - merges[:, 2]).round(6) >= likeness.settings.join)
    if wanted <= len(part) - len(np.unique(found)):  # nothing was refused
        return found
    return _rejoined(found, 1 - apart, part, likeness, subjects)


@dataclass(frozen=True, slots=True)
class _Group:
    """Some articles of a part, and the sum of the likenesses of each two of them."""

    members: list[int]
    total: float = 0.0


def _cut(
    merges: NDArray[np.float64], part: NDArray[np.int64], likeness: Likeness, subjects: Subjects
) -> NDArray[np.int64]:
    """The groups of the merges that are allowed, all that lie below them included."""
    groups: list[_Group | None] = [_Group([i]) for i in range(len(part))]
    found = np.arange(len(part))
    for left, right, distance, _ in merges:
        a, b = groups[int(left)], groups[int(right)]
        alike = round(1 - float(distance), 6)
        if a is None or b is None or not _may_join(a, b, alike, part, likeness, subjects):
            groups.append(None)
            continue
        pairs = len(a.members) * len(b.members)
        both = _Group([*a.members, *b.members], a.total + b.total + alike * pairs)
        groups.append(both)
        found[both.members] = min(found[a.members[0]], found[b.members[0]])
    return found


def _may_join(
    a: _Group,
    b: _Group,
    alike: float,
    part: NDArray[np.int64],
    likeness: Likeness,
    subjects: Subjects,
) -> bool:
    settings = likeness.settings
    needed = settings.join
    if len(a.members) > 1 and len(b.members) > 1:
        looser = min(_cohesion(a, settings), _cohesion(b, settings))
        needed = max(needed, settings.guard * looser)
    some, others = part[a.members], part[b.members]
    enough = alike >= needed or (
        alike >= settings.marked * needed and share_marks(some, others, likeness)
    )
    if settings.granularity == "topic" or not enough:
        return enough
    if alike < _CLEAR and _by_one_word(int(some[0]), int(others[0]), likeness):
        return False  # the first of each speak for their groups: reading all is slow
    return not subjects.differ(some, others)


def _by_one_word(a: int, b: int, likeness: Likeness) -> bool:
    """Whether one word makes two articles alike; between two outlets' feeds nearly all of it."""
    first, second = likeness.articles[a], likeness.articles[b]
    brief = min(len(first.text), len(second.text)) < _BRIEF and first.outlet != second.outlet
    most = _BRIEF_WORD if brief else likeness.settings.one_word
    return of_one_term(a, b, likeness) > most


def _cohesion(group: _Group, settings: ClusterSettings) -> float:
    """How alike the members of a group are on average.

    A few pairs tell little, so the usual cohesion of a story counts as some pairs beside them.
    """
    pairs = len(group.members) * (len(group.members) - 1) / 2
    return (group.total + settings.usual * settings.usual_pairs) / (pairs + settings.usual_pairs)


def _rejoined(
    found: NDArray[np.int64],
    alike: NDArray[np.float64],
    part: NDArray[np.int64],
    likeness: Likeness,
    subjects: Subjects,
) -> NDArray[np.int64]:
    """The labels, with groups joined that the tree kept apart: it holds that A and B come first,
    the guard refuses that, and C, which is like B, stands above both and would remain alone."""
    first, which = np.unique(found, return_inverse=True)
    member = np.zeros((len(part), len(first)))
    member[np.arange(len(part)), which] = 1
    np.fill_diagonal(alike, 0)
    sums, sizes = member.T @ alike @ member, member.sum(axis=0)
    groups = [_Group(np.flatnonzero(which == n).tolist()) for n in range(len(first))]
    barred = np.eye(len(first), dtype=np.bool_)
    gone = np.zeros(len(first), np.bool_)
    while not barred.all():
        means = np.where(barred, -1.0, (sums / np.outer(sizes, sizes)).round(6))
        i, j = sorted(int(n) for n in np.unravel_index(int(means.argmax()), means.shape))
        if means[i, j] < likeness.settings.join:
            break
        a, b = (_Group(groups[n].members, float(sums[n, n]) / 2) for n in (i, j))
        if not _may_join(a, b, float(means[i, j]), part, likeness, subjects):
            barred[i, j] = barred[j, i] = True
            continue
        groups[i] = _Group(sorted(a.members + b.members))
        sums[i] += sums[j]
        sums[:, i] += sums[:, j]
        sizes[i] += sizes[j]
        gone[j] = True
        barred[i] = barred[:, i] = gone
        barred[j] = barred[:, j] = True
        barred[i, i] = True
        found[groups[i].members] = found[groups[i].members[0]]
    return found
