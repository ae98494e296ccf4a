"""Which earlier story a later one goes on from, where their articles do not make one group.

A report of the third day is told in other words, and the days between make it less alike still. It
is no part of the earlier story, but readers know the story by its id, and follow it by that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.likeness import Likeness, Places
from briefing.cluster.neighbours import Links


def followed(found: Places, likeness: Likeness, loose: NDArray[np.bool_], links: Links) -> Places:
    """For each article the label of the earlier story that its own goes on from; -1 where none.

    Of the stories that were over before it began, the one that it is most like on average when
    days do not count, from a bar that is higher than that for joining. The guard holds as for
    joining: two earthquakes are less alike than the reports of each.
    """
    settings, times = likeness.settings, likeness.times
    rows, columns, ageless = _ageless(likeness, loose, links)
    labels, group = np.unique(found, return_inverse=True)
    sizes = np.bincount(group, minlength=len(labels))
    first, last = np.full(len(labels), np.inf), np.full(len(labels), -np.inf)
    np.minimum.at(first, group, times)
    np.maximum.at(last, group, times)
    a, b = group[rows], group[columns]
    own = np.bincount(a[a == b], ageless[a == b], minlength=len(labels))
    cohesion = np.where(sizes > 1, own / np.maximum(1, sizes * (sizes - 1) / 2), np.inf)
    later, earlier = np.where(first[a] > first[b], (a, b), (b, a))
    use = first[later] > last[earlier]
    pairs, which = np.unique(later[use] * len(labels) + earlier[use], return_inverse=True)
    later, earlier = np.divmod(pairs, len(labels))
    alike = np.bincount(which, ageless[use], minlength=len(pairs)) / (sizes[later] * sizes[earlier])
    alike = alike.round(6)
    looser = np.minimum(cohesion[later], cohesion[earlier])
    needed = np.where(np.isinf(looser), 0, settings.guard * looser).round(6)
    enough = alike >= np.maximum(settings.follow, needed)
    best = np.full(len(labels), -1, np.int64)
    for n in np.lexsort((-pairs, alike)):  # the most alike last, of equals the earlier
        if enough[n]:
            best[later[n]] = labels[earlier[n]]
    return best[group]


def _ageless(likeness: Likeness, loose: NDArray[np.bool_], links: Links) -> Links:
    """Each pair of neighbours once, as alike as if they were of one day; no live pages."""
    rows, columns, values = links
    times, dated = likeness.times, likeness.dated
    _, once = np.unique(rows * len(times) + columns, return_index=True)
    rows, columns, values = rows[once], columns[once], values[once]
    use = dated[rows] & dated[columns] & ~(loose[rows] | loose[columns])
    rows, columns, values = rows[use], columns[use], values[use]
    fresh = np.exp(-np.abs(times[rows] - times[columns]) / likeness.settings.fade)
    return rows, columns, values / fresh
