"""Marks: rare names that nearly all articles of two groups have, and hardly any other article.

The second day of a running event is told in other words, but with the same names: the ship and the
shoal, the accused and the village.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from briefing.cluster.extent import body
from briefing.cluster.likeness import Likeness, Places
from briefing.model import Article
from briefing.text.names import names
from briefing.text.vectors import column
from briefing.text.words import content_stems

# One name is not enough: reports of a second earthquake name the place of the first.
_NEEDED = 2
_NEARLY_ALL = 0.65  # two of three
_RARE = 0.001  # of the background's articles so many have it at most
_MOST = 40  # articles of a group whose names are read


def share_marks(some: Places, others: Places, likeness: Likeness) -> bool:
    """Whether two marks tie the groups, all of whose dates are known: the same accused may stand
    in court again years later."""
    if not (likeness.dated[some].all() and likeness.dated[others].all()):
        return False
    size = len(some) + len(others)
    if _rare_terms(some, others, likeness) < _NEEDED:  # names are dear to find
        return False
    own = [stem for stem in _own(some, likeness) if _is_mark(stem, size, likeness)]
    return len(own) >= _NEEDED and len(_own(others, likeness).intersection(own)) >= _NEEDED


def _rare_terms(some: Places, others: Places, likeness: Likeness) -> int:
    """How many terms nearly all articles of both groups have, and few beside them."""
    most = (len(some) + len(others)) / _NEARLY_ALL
    usual, also = (_usual_terms(group, likeness, most) for group in (some, others))
    return len(np.intersect1d(usual, also, assume_unique=True))


def _usual_terms(places: Places, likeness: Likeness, most: float) -> NDArray[np.int32]:
    """The columns of the terms that nearly all articles of a group have, and `most` in all."""
    terms, read = likeness.terms, places[:_MOST].tolist()
    rows: list[NDArray[np.int32]] = [
        terms.indices[terms.indptr[at] : terms.indptr[at + 1]] for at in read
    ]
    columns = np.concatenate(rows)
    found, counts = np.unique(columns[likeness.holders[columns] <= most], return_counts=True)
    usual: NDArray[np.int32] = found[counts >= _NEARLY_ALL * len(read)]
    return usual


def _own(places: Places, likeness: Likeness) -> set[str]:
    """The stems of the names that nearly all articles of a group have."""
    read = places[:_MOST].tolist()
    found = Counter(stem for at in read for stem in _named(likeness.articles[at]))
    known = likeness.vocabulary.numbers
    return {s for s, count in found.items() if count >= _NEARLY_ALL * len(read) and s in known}


def _named(article: Article) -> set[str]:
    """The stems of an article's names; words that every headline capitalises are not rare."""
    text = f"{article.title}.\n{body(article.text)}"
    return set(content_stems("\n".join(span.of(text) for span in names(text))))


def _is_mark(stem: str, size: int, likeness: Likeness) -> bool:
    """Whether the stem is rare in the background, and few articles beside these `size` have it."""
    common = likeness.background
    number = likeness.vocabulary.numbers[stem]
    held = likeness.holders[column(number)]
    rare = common.counts.get(stem, 0) <= _RARE * common.documents
    return bool(rare and held * _NEARLY_ALL <= size)
