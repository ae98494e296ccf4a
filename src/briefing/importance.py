"""How much a story matters today: named parts, whose sum orders the edition."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby

from briefing.model import Article, Copy, History, Story, Window
from briefing.press.genre import genre
from briefing.settings import ImportanceSettings, Interests
from briefing.text.words import content_stems, stems

Parts = tuple[tuple[str, float], ...]
ENOUGH = 2  # outlets: what they report matters
GROWS = 3  # outlets
SHOWN = 40  # stories that an edition may show: the order of the others is nobody's business
READ = 6_000  # characters of an article in which it may speak of another story
LEAD_CHARACTERS = 600  # an interest counts where a title or the first paragraphs name it


@dataclass(frozen=True, slots=True)
class Weighed:
    """A story, why it matters (parts of its weight), and how many outlets report it."""

    story: Story
    parts: Parts
    reports: int

    @property
    def weight(self) -> float:
        """The sum of the parts, rounded: what the stories are ordered by."""
        return round(sum(value for _, value in self.parts), 6)


def importance(
    story: Story,
    window: Window,
    history: History,
    interests: Interests,
    settings: ImportanceSettings,
    genres: Mapping[str, str] | None = None,
    section: str = "",
    public: float = 0.0,
) -> Parts:
    """The parts of a story's weight by name; `genres` (article id -> "opinion", ...) if known.

    `public`, 0 to 1, is how much of public affairs it speaks of.
    """
    today = _today(story, window)
    reports = _reports(today, story, genres or {})
    outlets = _standing(story, window, genres or {}, settings)
    parts = (
        ("reports", settings.reports * math.log2(1 + outlets)),
        ("size", settings.size * math.log2(1 + len(_outlets(today)))),
        ("recency", settings.recency * _recency(today, window)),
        ("novelty", settings.novelty * _novelty(story, reports, history)),
        ("growth", settings.growth * _growth(reports, window)),
        ("light", settings.light * (section in settings.light_sections)),
        ("public", settings.public * public),
        ("interests", settings.interest * _interest(story, interests, section, settings)),
    )
    return tuple((name, round(value, 6)) for name, value in parts)


def ordered(
    stories: Iterable[Story],
    window: Window,
    history: History,
    interests: Interests,
    settings: ImportanceSettings,
    genres: Mapping[str, str] | None = None,
    sections: Mapping[str, str] | None = None,
    public: Mapping[str, float] | None = None,
) -> tuple[Weighed, ...]:
    """The stories, weightiest first, without the muted ones.

    A story that one outlet alone reports never stands before one that several report, however
    fresh or dear to the reader it is; one without any report (columns only) stands last. Of
    equals that one stands first of which most articles of other stories speak too.
    """
    known, affairs = sections or {}, public or {}
    weighed = []
    for story in stories:
        section = known.get(story.id, "")
        if not muted(story, interests, section):
            weight = affairs.get(story.id, 0.0)
            parts = importance(story, window, history, interests, settings, genres, section, weight)
            outlets = _standing(story, window, genres or {}, settings)
            weighed.append(Weighed(story, parts, outlets))
    ranked = sorted(weighed, key=lambda one: (*_rank(one), one.story.id))
    return (*_untied(ranked[:SHOWN]), *ranked[SHOWN:])


def _untied(ranked: list[Weighed]) -> list[Weighed]:
    """Of those of one rank that first of which most articles of the others speak."""
    groups = [tuple(group) for _, group in groupby(ranked, key=_rank)]
    if len(groups) == len(ranked):
        return ranked
    contents = _contents(one.story for one in ranked)
    return [
        one
        for group in groups
        for one in sorted(group, key=lambda one: (-_talk(one.story, contents), one.story.id))
    ]


def _contents(stories: Iterable[Story]) -> dict[str, frozenset[str]]:
    """The content stems of each article."""
    articles = {a.id: a for story in stories for a in story.articles}
    return {
        id: frozenset(content_stems(f"{a.title}\n{a.text[:READ]}")) for id, a in articles.items()
    }


def _talk(story: Story, contents: Mapping[str, frozenset[str]]) -> int:
    """How many articles of other stories hold half of what a title of it says."""
    own = {a.id for a in story.articles}
    others = [content for id, content in contents.items() if id not in own]
    titles = [frozenset(content_stems(a.title)) for a in story.articles]
    return max(sum(2 * len(title & of) >= len(title) > 0 for of in others) for title in titles)


def muted(story: Story, interests: Interests, section: str = "") -> bool:
    """Whether the reader wants nothing of this: most origins, its section, or all outlets fit."""
    return any(_fits(entry, story, section, all_outlets=True) for entry in interests.muted)


def spared(story: Story, interests: Interests) -> Story:
    """The story without what muted outlets print of it, where others tell it too."""
    wanted = {entry.strip().casefold() for entry in interests.muted}
    left = tuple(a for a in story.articles if not wanted & _called(a))
    if not left or len(left) == len(story.articles):
        return story
    return replace(story, articles=left, copies=_copies_of(story, {a.id for a in left}))


def _copies_of(story: Story, left: Collection[str]) -> tuple[Copy, ...]:
    """The copies among the articles that are left; the first heads a family whose origin went."""
    heirs: dict[str, Article] = {}
    kept = []
    for copy in story.copies:
        if copy.article.id not in left:
            continue
        if copy.origin.id in left:
            kept.append(copy)
        elif copy.origin.id in heirs:
            kept.append(replace(copy, origin=heirs[copy.origin.id]))
        else:
            heirs[copy.origin.id] = copy.article
    return tuple(kept)


def _called(article: Article) -> set[str]:
    return {article.source.id.casefold(), article.source.name.casefold()} - {""}


def _rank(weighed: Weighed) -> tuple[object, ...]:
    story = weighed.story
    return (
        -min(weighed.reports, ENOUGH),
        -weighed.weight,
        -story.latest.timestamp(),
        -len(story.articles),
    )


def _today(story: Story, window: Window) -> tuple[Article, ...]:
    """The articles inside the window; all, where none is."""
    return tuple(a for a in story.articles if a.published in window) or story.articles


def _reports(
    articles: Iterable[Article], story: Story, genres: Mapping[str, str]
) -> tuple[Article, ...]:
    """The independently written articles that report: no reprints, no opinion pieces."""
    origins = {a.id for a in story.origins}
    return tuple(a for a in articles if a.id in origins and not _is_view(a, genres.get(a.id, "")))


def _standing(
    story: Story, window: Window, genres: Mapping[str, str], settings: ImportanceSettings
) -> int:
    """How many outlets report it today; of those that did before, some count as one more."""
    today = _outlets(_reports(_today(story, window), story, genres))
    before = _outlets(_reports(story.articles, story, genres)) - today
    return len(today) + (len(before) // settings.before if today else 0)


def _is_view(article: Article, known: str) -> bool:
    return known != "report" and bool(known or genre(article) == "opinion")


def _outlets(articles: Iterable[Article]) -> set[str]:
    """A flood of articles from one place is one report."""
    return {a.outlet for a in articles}


def _recency(articles: Collection[Article], window: Window) -> float:
    """Where in the window the latest report lies: 0 at its start, 1 at its end."""
    latest = max(a.published for a in articles)
    share = (latest - window.start) / max(window.end - window.start, timedelta(seconds=1))
    return min(1.0, max(0.0, share))


def _novelty(story: Story, reports: Iterable[Article], history: History) -> float:
    """1 for a story not yet told, 1/2 with reports that no edition knew, else 0."""
    known = next((k for k in history.known if k.id == story.id), None)
    if known is None or not known.days:
        return 1.0
    return 0.5 if any(a.id not in known.articles for a in reports) else 0.0


def _growth(reports: Collection[Article], window: Window) -> float:
    """From -1 (all outlets reported in the earlier half) to 1 (all in the later half); 0 for so few
    that it would only be their hour once more."""
    middle = window.start + (window.end - window.start) / 2
    early = _outlets(a for a in reports if a.published < middle)
    late = _outlets(a for a in reports if a.published >= middle) - early
    every = len(early) + len(late)
    return (len(late) - len(early)) / every if every >= GROWS else 0.0


def _interest(
    story: Story, interests: Interests, section: str, settings: ImportanceSettings
) -> float:
    """Interests that the story meets, up minus down, each side counted up to a limit."""
    up = sum(_fits(entry, story, section) for entry in interests.up)
    down = sum(_fits(entry, story, section) for entry in interests.down)
    most = settings.interests_counted
    return min(up, most) - min(down, most)


def _fits(entry: str, story: Story, section: str, *, all_outlets: bool = False) -> bool:
    """Whether an interest names the story's section, an outlet, or words of most of its origins."""
    wanted = entry.strip().casefold()
    if not wanted:
        return False
    if wanted == section.casefold():
        return True
    from_outlet = [wanted in _called(a) for a in story.origins]
    if all(from_outlet) or (any(from_outlet) and not all_outlets):
        return True
    phrase = stems(entry)
    holding = sum(
        _holds(a.title, phrase) or _holds(a.text[:LEAD_CHARACTERS], phrase) for a in story.origins
    )
    return 2 * holding > len(story.origins)


def _holds(text: str, phrase: list[str]) -> bool:
    """Whether the stems of `phrase` stand in `text`, one after the other."""
    found = stems(text)
    size = len(phrase)
    return size > 0 and any(found[i : i + size] == phrase for i in range(len(found) - size + 1))
