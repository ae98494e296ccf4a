"""Which story of earlier editions one of today goes on from, by what the reports of both put first.

Whole articles are alike where they are told in the same words, and the window holds some days only.
A running story is told in other words each day, and may rest: but its reports name the same people
and the same quarrel first. And what is alike as a whole may have another matter in front.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from briefing.cluster.owned import Openings
from briefing.cluster.replies import whole
from briefing.model import Article, History, Story, Window
from briefing.settings import ClusterSettings
from briefing.standing.leads import (
    Begun,
    Lead,
    agree_in_words,
    agreement,
    begun,
    lead,
    matter,
    names_known,
    norm,
    titles_share,
    titles_weigh,
    weightiest,
)
from briefing.standing.news import is_news
from briefing.standing.subjects import elsewhere, strangers
from briefing.text.background import Background

WEEK = timedelta(days=6)
DAYS = timedelta(days=3)
NEAR = 0.1  # of two openings: below, their titles are not compared
MOST = 6  # reports of an earlier story, the latest: the others tell what is over


def recalled(
    stories: Sequence[Story],
    history: History,
    window: Window,
    background: Background,
    settings: ClusterSettings,
) -> tuple[Story, ...]:
    """The stories; those of the window that no edition knew, with the reports they go on from.

    Where another one of the window goes on with these reports, the two are one.
    """
    known = {id for k in history.known for id in k.articles}
    articles = {a.id: a for s in stories for a in s.articles}
    past = _Past(history, window, background, articles.values())
    todays = {s.id: s for s in stories if any(a.published in window for a in s.articles)}
    # What an explainer tells of ran before; the report beside it may be of something new.
    running = {
        a.id: s.id for s in todays.values() for a in s.articles if a.id in known and is_news(a)
    }
    found: list[Story] = []
    joined: defaultdict[str, list[Story]] = defaultdict(list)
    after: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for story in stories:
        today = story.id in todays
        # Columns hand no id on; what is one is only asked where it may count: that takes long.
        if today or known & story.follows:
            reported = (id for id in story.follows if id not in articles or is_news(articles[id]))
            story = replace(story, follows=frozenset(reported))
        if today and not any(a.id in running for a in story.articles):
            reports = _reported(story, window)
            before = [articles[id] for id in sorted(story.follows & articles.keys())]
            follows = past.like(reports, settings)
            if not follows and _agree(reports, before, background, settings):
                follows = story.follows
            # What goes on from one story, and is alike itself, is one event: two talks in one town
            # may both go on from a visit.
            beside = (*sorted({running[id] for id in follows & running.keys()}), *after[follows])
            twins = (
                id
                for id in beside
                if _agree(reports, _reported(todays[id], window), background, settings)
            )
            if follows and (twin := next(twins, None)) is not None:
                joined[twin].append(replace(story, follows=frozenset()))
                continue
            after[follows].append(story.id)
            story = replace(story, follows=follows)
        found.append(story)
    return tuple(whole(story, (story, *joined.get(story.id, ()))) for story in found)


def _reported(story: Story, window: Window) -> list[Article]:
    """The reports of the window, of each origin one."""
    return [a for a in story.origins if a.published in window and is_news(a)]


def _agree(
    reports: Iterable[Article],
    before: Iterable[Article],
    background: Background,
    settings: ClusterSettings,
) -> bool:
    """Whether what is alike as a whole has the same matter in front."""
    told = [(a, begun(a, background)) for a in before]
    return any(
        goes_on(begun(a, background), b, settings) and not _apart(a, earlier)
        for a in reports
        for earlier, b in told
    )


def _apart(a: Article, b: Article) -> bool:
    """Whether they name different things, however alike they are."""
    return strangers(a, b) or elsewhere(a, b)


def goes_on(later: Begun, earlier: Begun, settings: ClusterSettings) -> bool:
    """Whether a report of a later day may tell how the matter of an earlier one went on."""
    first, mean = agreement(later, earlier)
    return first >= settings.opening and mean >= settings.goes_on


class _Past:
    """The latest reports of the stories of earlier editions, and where each stem opens one."""

    def __init__(
        self,
        history: History,
        window: Window,
        background: Background,
        articles: Iterable[Article],
    ) -> None:
        self._background = background
        self._reports = list(_reports(history, window))
        self._openings = Openings((*articles, *history.past))
        self._holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (report, _) in enumerate(self._reports):
            for stem, share in _shares(lead(report, background)).items():
                self._holders[stem].append((number, share))

    def like(self, reports: Sequence[Article], settings: ClusterSettings) -> frozenset[str]:
        """The articles of the story whose report agrees best with one of `reports`, if enough."""
        best, found = 0.0, frozenset[str]()
        today = frozenset(a.id for a in reports)
        for report in reports:
            own = begun(report, self._background)
            for number, first in self._near(report, NEAR):
                earlier, members = self._reports[number]
                event = today | members
                weight = titles_weigh(report, earlier, self._background)
                # Titles are compared first: that takes a hundredth of reading both texts.
                told = first >= settings.recall or weight >= settings.titles
                if not told and not self._openings.placed(report, earlier, event):
                    continue
                _, mean = agreement(own, begun(earlier, self._background))
                if mean <= best or _apart(report, earlier):
                    continue
                if not names_known(report, earlier) and not (
                    # A headline may name nobody: "Walkout costs 70 million a day, employers say".
                    min(first, mean) >= settings.recall
                    and self._openings.own(report, earlier, event)
                ):
                    continue
                if self._resumes(report, earlier, (first, mean), event, settings):
                    best, found = mean, members
        return found

    def _resumes(
        self,
        report: Article,
        earlier: Article,
        alike: tuple[float, float],
        event: frozenset[str],
        settings: ClusterSettings,
    ) -> bool:
        """Whether it is so much alike (opening, mean): in front and on the whole, and not by one
        word; or, within a week, in what the titles say, or by a name of the event's own; or, within
        days, by a name and a thing in both titles, or by the place of both and more."""
        first, mean = alike
        recent = report.published - earlier.published <= WEEK
        if min(first, mean) >= (settings.recall if recent else settings.rested):
            both = (begun(each, self._background) for each in (report, earlier))
            if mean - weightiest(*both) >= settings.several:
                return True
        if not recent:
            return False
        weight = titles_weigh(report, earlier, self._background)
        if first >= settings.opening:
            titled = titles_share(report, earlier, self._background) >= settings.titled
            own = mean >= settings.goes_on and weight >= settings.titles
            if (titled and mean >= settings.retold) or (
                own and self._openings.own(report, earlier, event)
            ):
                return True
        if report.published - earlier.published > DAYS or mean < settings.next_day:
            return False
        named = (
            weight >= settings.next_titles
            and matter(report, earlier, self._background) > 0
            and self._openings.titled(report, earlier)
        )
        return named or (
            self._openings.placed(report, earlier, event)
            and self._more_than_place(report, earlier, mean, settings)
        )

    def _more_than_place(
        self, report: Article, earlier: Article, mean: float, settings: ClusterSettings
    ) -> bool:
        """Whether what is alike (`mean`) is not the place alone: a town has many news."""
        both = (begun(each, self._background) for each in (report, earlier))
        return mean - weightiest(*both) >= settings.next_day / 2 and agree_in_words(
            report, earlier, self._background
        )

    def _near(self, report: Article, least: float) -> list[tuple[int, float]]:
        """The places of those that open like it, and how much."""
        alike: defaultdict[int, float] = defaultdict(float)
        for stem, share in _shares(lead(report, self._background)).items():
            for number, other in self._holders.get(stem, ()):
                alike[number] += share * other
        return sorted((n, round(value, 6)) for n, value in alike.items() if value >= least)


def _shares(start: Lead) -> Lead:
    length = norm(start)
    return {stem: weight / length for stem, weight in start.items()} if length else {}


def _reports(history: History, window: Window) -> Iterator[tuple[Article, frozenset[str]]]:
    """The latest reports of each earlier story, with the ids of its articles."""
    latest = sorted(history.past, key=lambda a: (a.published, a.id), reverse=True)
    before = [a for a in latest if a.published < window.start and is_news(a)]
    for known in history.known:
        for report in [a for a in before if a.id in known.articles][:MOST]:
            yield report, known.articles
