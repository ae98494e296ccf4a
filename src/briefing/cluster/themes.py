"""Themes: words that the window's articles share although they tell of different events.

"Coronavirus" stands in half of a day's articles; "AI", "Olympic" or a land that an agency puts
before each of its titles stand in a few, which have nothing else in common. Both came up, or are
more frequent, since the background was counted, and would count as rare. An event's own words are
rare too, but the articles that have one share others as well: so they stay rare, though in a window
of fifty articles a storm that a dozen report is in as many as a theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from briefing.cluster.extent import body, lead
from briefing.model import Article
from briefing.text.background import Background
from briefing.text.vectors import Matrix
from briefing.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SAMPLE = 2_000  # articles whose words are counted to know the themes of the window
_DAYS = 7  # that are looked at together: in a year even an accused's name has several events
_HOLDERS = 4  # articles in which a theme stands, at least: two or three may differ by chance
# How alike (cosine) openings with a word in common are without that word, on average. In a week of
# 22 outlets' feeds "AI" has .02, a land .03 to .1, "Olympic" .07, names of events .15 to .6.
_THEME = 0.08
# From so much on a word names an event, be it the greatest of a small window, and stays rare:
# "hydroxychloroquine" has .14, "coronavirus", "protest" and "police" .04 to .1 in weeks of news.
_EVENT = 0.15
_ALL = 0.5  # of the articles: a word that more have is in all the news, however alike they are
_LEFT = 0.5  # of its weight, a theme keeps at least so much: it may still be an event's word

Places: TypeAlias = "NDArray[np.int64]"


def with_themes(
    articles: Sequence[Article], background: Background, vocabulary: Vocabulary | None = None
) -> Background:
    """The background, with what these articles are all about made common (but no event's words),
    and with less weight for words of articles that have little else in common. Of many articles a
    sample is read."""
    sample = articles[:: 1 + len(articles) // _SAMPLE]
    vocabulary = vocabulary or Vocabulary()
    held = _held(sample, vocabulary)
    alike = _together(sample, background.with_themes(held, len(sample)))
    most = _ALL * len(sample)
    named = {stem for stem, mean in alike.items() if mean >= _EVENT and held.get(stem, 0) <= most}
    themes = {stem: count for stem, count in held.items() if stem not in named}
    left = {s: max(_LEFT, round(mean / _THEME, 6)) for s, mean in alike.items() if mean < _THEME}
    return background.with_themes(themes, len(sample)).lighter(left)


def _held(articles: Sequence[Article], vocabulary: Vocabulary) -> dict[str, int]:
    """In how many articles each stem stands."""
    found = vocabulary.sequences(body(a.text) for a in articles)
    size = len(vocabulary.numbers)
    distinct = np.unique(found.rows * np.int64(size) + found.numbers)
    counts = np.bincount(distinct % max(1, size), minlength=size)
    return dict(zip(vocabulary.numbers, counts.tolist(), strict=True))


def _together(articles: Sequence[Article], background: Background) -> dict[str, float]:
    """How alike the openings are, on average, that have a stem in common, without that stem."""
    vocabulary = Vocabulary()
    openings = _openings(articles, background, vocabulary)
    size = openings.shape[1]
    alike, pairs, most = np.zeros(size), np.zeros(size), np.zeros(size, np.int64)
    for week in _weeks(articles):
        stems, sums, holders = _without(openings[week])
        alike[stems] += sums
        pairs[stems] += holders * (holders - 1)
        most[stems] = np.maximum(most[stems], holders)
    found = np.flatnonzero(most >= _HOLDERS)
    means = (alike[found] / pairs[found]).round(6)
    names = list(vocabulary.numbers)
    return {names[n]: mean for n, mean in zip(found.tolist(), means.tolist(), strict=True)}


def _openings(
    articles: Sequence[Article], background: Background, vocabulary: Vocabulary
) -> Matrix:
    """A row of length 1 an article: (1 + log tf) * idf of the stems of its title and lead that
    another one has as well."""
    from scipy import sparse

    found = vocabulary.sequences(f"{a.title}\n{lead(a.text)}" for a in articles)
    shape = len(articles), len(vocabulary.numbers)
    rows = sparse.csr_matrix((np.ones(len(found.numbers)), (found.rows, found.numbers)), shape)
    rows.sum_duplicates()
    idfs = np.array([background.idf(stem) for stem in vocabulary.numbers])
    shared = np.bincount(rows.indices, minlength=shape[1]) > 1
    rows.data = (1 + np.log(rows.data)) * (idfs * shared).take(rows.indices)
    rows.eliminate_zeros()
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows.data /= np.repeat(lengths, np.diff(rows.indptr))
    return rows


def _weeks(articles: Sequence[Article]) -> Iterator[Places]:
    """The places of the dated articles of each seven days, counted from the newest one."""
    times = np.array([a.published.timestamp() if a.dated else np.nan for a in articles])
    dated = np.flatnonzero(~np.isnan(times))
    if not len(dated):
        return
    age = (times[dated].max() - times[dated]) // (_DAYS * 86_400)
    for week in np.unique(age):
        yield dated[age == week]


def _without(rows: Matrix) -> tuple[Places, NDArray[np.float64], Places]:
    """(stems, sum of the cosines of each two rows that have it, the stem left out; how many have
    it) for the stems that two rows have."""
    holders = np.bincount(rows.indices, minlength=rows.shape[1]).astype(np.int64)
    stems = np.flatnonzero(holders > 1).astype(np.int64)
    having = rows[:, stems].T.tocsr()
    of = np.repeat(np.arange(len(stems)), np.diff(having.indptr))
    # Without its stem a row is shorter; at length 1 again, the squared length of their sum is the
    # sum of all their products, each row's with itself (1) included.
    weights, having.data = having.data, 1 / np.sqrt(np.maximum(1e-9, 1 - having.data**2))
    own = np.bincount(of, weights * having.data, minlength=len(stems))
    sums = (having @ rows).tocsr()
    every = np.asarray(sums.multiply(sums).sum(axis=1)).ravel()
    sums_of_pairs = (every - own**2 - holders[stems]).astype(np.float64)
    return stems, sums_of_pairs, holders[stems]
