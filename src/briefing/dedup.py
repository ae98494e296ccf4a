"""Copies: reprints of one text, folded into families that each have one origin.

A link is a pair of articles that share enough of their phrases. A family is an article and those
linked to it, not a chain of links, so that a page which prints two reports does not make them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Article, Copy
from briefing.press.agencies import agencies
from briefing.settings import DedupSettings
from briefing.text.sentences import is_begun
from briefing.text.shingles import Phrases, Shingler

_DAY = 86_400
_FEWEST = 4.0  # phrases: a shorter text is a copy only of the very same words
_BRIEF = 40  # phrases: a feed's summary, a sentence or two
_OPENING = 700  # characters: an outlet's own lead, and some of what it reprints


@dataclass(frozen=True, slots=True)
class _Text:
    """What is compared of an article."""

    article: Article
    phrases: Phrases
    credits: frozenset[str]

    @property
    def seniority(self) -> tuple[float, str]:
        return self.article.published.timestamp(), self.article.id


Links = dict[int, dict[int, float]]


def copies(
    articles: Iterable[Article],
    settings: DedupSettings = DedupSettings(),  # noqa: B008
) -> tuple[Copy, ...]:
    """What reprints what: each reprint points to the one origin of its family, never to a copy."""
    unique = {a.id: a for a in articles}.values()
    shingler = Shingler(settings.quoted)
    ordered = sorted(unique, key=lambda a: (a.published, a.id))
    phrases = shingler.phrases(a.text for a in ordered)
    texts = [_Text(a, p, agencies(a)) for a, p in zip(ordered, phrases, strict=True)]
    links = _links(texts, shingler, settings)
    found = [
        Copy(texts[i].article, texts[origin].article, common)
        for origin, family in _families(texts, links)
        for i, common in _folded(texts, origin, family, shingler)
    ]
    return tuple(sorted(found, key=lambda c: (c.article.published, c.article.id)))


# --- links ----------------------------------------------------------------------------


def _links(texts: Sequence[_Text], shingler: Shingler, settings: DedupSettings) -> Links:
    """For each text the texts that it shares enough with, and how much."""
    near: list[tuple[int, int, float]] = []
    for i, j, common in _pairs(texts, shingler, settings):
        least = _enough(texts[i], texts[j], settings)
        # What one quotes and the other says counts for more than half in `common`; for the one that
        # quotes, a report on a speech or a column, it is little of its own.
        if common * _brevity(texts[i], texts[j]) < least:
            continue
        if (common := min(common, _own(texts[i], texts[j], shingler))) >= least:
            near.append((i, j, common))
    # Openings are cut many at a time: one by one that takes as long as all the rest.
    later = sorted({i for i, j, _ in near if _may_follow_up(texts[i], texts[j])})
    openings = shingler.phrases(texts[i].article.text[:_OPENING] for i in later)
    opening = dict(zip(later, openings, strict=True))
    links: Links = defaultdict(dict)
    for i, j, common in near:
        follows_up = _may_follow_up(texts[i], texts[j]) and (
            shingler.share(opening[i], texts[j].phrases) < settings.opening
        )
        if not follows_up:
            links[i][j] = links[j][i] = common
    return links


def _brevity(a: _Text, b: _Text) -> float:
    """What a share counts of two summaries: their phrases are few, and those that name the event
    are in both; the same sentence fills both."""
    fewer, more = sorted((a.phrases.total, b.phrases.total))
    return fewer / more if more < _BRIEF else 1.0


def _may_follow_up(later: _Text, earlier: _Text) -> bool:
    """Whether it is of one outlet or agency, and of a later day. If its opening is another, it is
    the next report: what it repeats is background; as a copy, its news would never be told."""
    a, b = later.article, earlier.article
    if a.published.date() == b.published.date():
        return False
    return a.source == b.source or bool(later.credits & earlier.credits)


def _own(a: _Text, b: _Text, shingler: Shingler) -> float:
    """The share of the lighter text's own words that stand in the other."""
    part, whole = sorted((a.phrases, b.phrases), key=lambda phrases: phrases.total)
    return shingler.share(part, whole)


def _pairs(
    texts: Sequence[_Text], shingler: Shingler, settings: DedupSettings
) -> Iterator[tuple[int, int, float]]:
    """Pairs that were published within some days of each other, a day's articles at a time."""
    days = [int(t.article.published.timestamp() // _DAY) for t in texts]
    least = min(settings.share, settings.versions, settings.credited)
    oldest = start = 0
    while start < len(texts):
        end = start
        while end < len(texts) and days[end] == days[start]:
            end += 1
        while days[oldest] < days[start] - settings.days:
            oldest += 1
        recent = [t.phrases for t in texts[oldest:end]]
        for i, j, common in shingler.overlaps(recent, start - oldest, least):
            yield i + oldest, j + oldest, common
        start = end


def _enough(a: _Text, b: _Text, settings: DedupSettings) -> float:
    """The share from which two texts count as one."""
    if min(a.phrases.total, b.phrases.total) < _FEWEST:
        return 0.99
    if a.article.source == b.article.source:
        return settings.versions
    return settings.credited if a.credits & b.credits else settings.share


# --- families -------------------------------------------------------------------------


def _families(texts: Sequence[_Text], links: Links) -> Iterator[tuple[int, list[int]]]:
    """(origin, members) of each family of two or more.

    Families whose origins are linked become one: folding what was folded finds nothing more.
    """
    family_of = {_origin(texts, star): star for star in _stars(texts, links)}
    waiting = sorted(family_of, reverse=True)
    while waiting:
        origin = waiting.pop()
        other = next((i for i in sorted(links[origin]) if i in family_of), None)
        if origin in family_of and other is not None:
            both = family_of.pop(origin) + family_of.pop(other)
            joint = _origin(texts, both)
            family_of[joint] = both
            waiting.append(joint)
    return ((origin, members) for origin, members in family_of.items() if len(members) > 1)


def _stars(texts: Sequence[_Text], links: Links) -> Iterator[list[int]]:
    """The text with most in common with the others and all that are linked to it, and so on."""
    free = set(links)
    order = sorted(links, key=lambda i: (-round(sum(links[i].values()), 6), texts[i].seniority))
    for hub in order:
        if hub in free:
            star = [hub, *sorted(i for i in links[hub] if i in free)]
            free.difference_update(star)
            yield star


def _origin(texts: Sequence[_Text], family: Iterable[int]) -> int:
    """The earliest of those that are not much shorter than the longest: a cut text is a copy, and
    so is what a feed cut in its first sentence, from which no story can be told.

    Of its outlet's versions of that day the last one: it holds what was corrected and added.
    """
    members = sorted(family)
    longest = max(texts[i].phrases.total for i in members)
    long = [i for i in members if texts[i].phrases.total >= longest / 2]
    whole = [i for i in long if not is_begun(texts[i].article.text)]
    whole = whole or [i for i in members if not is_begun(texts[i].article.text)] or long
    first = min(
        whole,
        key=lambda i: (texts[i].article.published, -texts[i].phrases.total, texts[i].article.id),
    )
    versions = (i for i in whole if _new_version(texts[i].article, texts[first].article))
    return max(versions, key=lambda i: texts[i].seniority, default=first)


def _new_version(a: Article, b: Article) -> bool:
    """Whether `a` is what the outlet of `b` made of it on the same day."""
    same_day = a.published.date() == b.published.date()
    return same_day and a.source == b.source and a.text != b.text


def _folded(
    texts: Sequence[_Text], origin: int, family: Sequence[int], shingler: Shingler
) -> Iterator[tuple[int, float]]:
    """Each of a family but its origin, with its share in that."""
    whole = texts[origin].phrases
    return ((i, shingler.share(texts[i].phrases, whole)) for i in family if i != origin)
