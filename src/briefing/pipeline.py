"""From articles to a briefing: steps 3 to 8, top to bottom. Pure: no file, network, clock, chance.

dedup    which articles reprint which
cluster  the stories, and of them today's
order    by importance
select   which stories are told, and of each its quotes and its best sentences (`telling`)
compose  speakers merged over the day's stories; headlines, support, differences, voices (`items`)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from briefing import cluster, dedup, importance, novelty, quotes, sections
from briefing.draft import Day, Draft
from briefing.importance import Weighed
from briefing.items import composed, fitting, in_one_line, speakers
from briefing.model import Article, Briefing, History, Known, Missed, Story, StoryBrief
from briefing.press.boilerplate import repeated
from briefing.press.genre import Genre
from briefing.press.titles import is_cut
from briefing.reports import counted, outlets
from briefing.select import Budget
from briefing.settings import EditionSettings
from briefing.standing.leads import (
    Begun,
    agree_in_words,
    agreement,
    begun,
    names_known,
    weightiest,
)
from briefing.standing.news import in_brief, kind, title_may_tell
from briefing.standing.selling import promises
from briefing.standing.subjects import strangers
from briefing.telling import choose
from briefing.text.background import Background

Announce = Callable[[str], None]  # hears the name of each step as it begins


def make_briefing(
    articles: Iterable[Article],
    day: Day,
    missed: tuple[Missed, ...] = (),
    step: Announce = lambda name: None,
    stories: Iterable[Story] | None = None,
) -> Briefing:
    """The briefing of `day` from `articles`: those of its window and of the days before it.

    `stories` are theirs where they have been grouped already, for another reader of that day.
    """
    given = tuple(articles)
    stories = grouped(given, day, step) if stories is None else identified(tuple(stories), day)
    stories = tuple(importance.spared(s, day.settings.interests) for s in stories)
    day = with_boilerplate(stories, day)
    step("order")
    current = novelty.current(stories, day.window)
    ordered = order(current, day, sections.home(stories))
    step("select")
    told, short = divide(ordered, day)
    step("compose")
    items, short = page(told, short, day)
    todays = [a for a in given if a.published in day.window]
    wanted = {a.id for draft in ordered for a in draft.story.articles}  # but for what is muted
    counted = [a for a in todays if a.id in wanted]
    return Briefing(
        day=day.date,
        window=day.window,
        title=day.settings.edition.title,
        items=items,
        also=listed(short, day),
        ended=ended(stories, todays, day),
        speakers=speakers(items),
        missed=missed,
        articles=len(counted),
        reports=sum(outlets(reports_of(draft, day)) for draft in ordered),
        outlets=len({a.source.id for a in counted}),
    )


def grouped(
    articles: Iterable[Article], day: Day, step: Announce = lambda name: None
) -> tuple[Story, ...]:
    """The stories of all articles, those of the days before included."""
    step("dedup")
    given = tuple(sorted(articles, key=lambda a: (a.published, a.id)))
    copies = dedup.copies(given, day.settings.dedup)
    step("cluster")
    settings = day.settings.cluster
    joined = cluster.stories(given, copies, day.background, settings)
    common = cluster.with_themes(given, day.background)
    found = chain.from_iterable(apart(story, day, common) for story in joined)
    parted = sorted(found, key=lambda s: (s.first, s.id))
    return identified(cluster.answered(parted, day.window, common, settings), day)


def with_boilerplate(stories: Iterable[Story], day: Day) -> Day:
    """`day` that knows the lines which an outlet prints under many of its articles."""
    return replace(day, boilerplate=repeated(a for story in stories for a in story.origins))


def identified(stories: Sequence[Story], day: Day) -> tuple[Story, ...]:
    """The stories under the ids by which readers know them."""
    settings = day.settings.cluster
    ran = cluster.recalled(stories, day.history, day.window, day.background, settings)
    return cluster.identified(ran, day.history.known, day.history.replaced)


def apart(story: Story, day: Day, common: Background) -> tuple[Story, ...]:
    """The story, without what tells of another event if it is one of the day's."""
    if not any(a.published in day.window for a in story.articles):
        return (story,)
    return cluster.apart(story, day.background, common, day.settings.cluster)


def order(stories: Sequence[Story], day: Day, home: str = "") -> list[Draft]:
    """The stories that are not muted, most important first; `home` is the land of the news."""
    named = {
        story.id: sections.section(with_past(story, day.history), day.settings.sections, home)
        for story in stories
    }
    kinds = {a.id: kind(a) for story in stories for a in story.origins}
    public = {
        story.id: max(sections.public(a) for a in story.articles if a.published in day.window)
        for story in stories
    }
    weighed = importance.ordered(
        stories,
        day.window,
        day.history,
        day.settings.interests,
        day.settings.importance,
        genres=kinds,
        sections=named,
        public=public,
    )
    return [draft(one, named[one.story.id], kinds, day) for one in weighed]


def with_past(story: Story, history: History) -> Story:
    """The story with the articles that readers know of it: it changes its section where most of its
    reports do, not with each day's."""
    known = next((k.articles for k in history.known if k.id == story.id), frozenset())
    if not known:
        return story
    own = {a.id for a in story.articles}
    past = tuple(a for a in history.past if a.id in known - own)
    return replace(story, articles=(*past, *story.articles))


def draft(weighed: Weighed, section: str, kinds: Mapping[str, Genre], day: Day) -> Draft:
    """The story as it goes into the choice of sentences: what it is news to, and its reports."""
    story = weighed.story
    status, since = novelty.status(story, day.history, day.date)
    reports = tuple(a for a in story.origins if kinds[a.id] == "report")
    return Draft(story, section, status, since, weighed.parts, reports)


def divide(ordered: Iterable[Draft], day: Day) -> tuple[list[Draft], list[Draft]]:
    """The stories told in full, and those that get a line: no place left, or nothing new.

    A section that has as many stories as its cap allows gets no further one.
    """
    edition = day.settings.edition
    left = {cap.section: cap.most for cap in day.settings.sections.caps}
    told: list[Draft] = []
    brief: list[Draft] = []
    shown: list[str] = []
    openings: list[tuple[Article, Begun]] = []
    for draft in ordered:
        room = len(told) < edition.stories and left.get(draft.section) != 0
        full = choose(draft, day, shown) if room else draft
        if full.chosen and opens_like(full.telling, openings, day):
            continue  # the same news in other words
        if full.chosen:
            told.append(full)
            openings += [(a, begun(a, day.background)) for a in full.telling]
            shown.extend(s.text for s in full.chosen)
            if full.section in left:
                left[full.section] -= 1
        elif reported(full, day) or titled(full, day):
            brief.append(full)  # of what was told before, the reader is told that it goes on
        if len(told) == edition.stories and len(brief) >= edition.also:
            break
    if not told:  # a piece that names no day is better than an empty page
        undated = (choose(draft, day, shown, dated=False) for draft in brief)
        told = [full for full in undated if full.chosen][:1]
        brief = [draft for draft in brief if all(draft.story is not full.story for full in told)]
    beside = (d for d in brief if not opens_like(reports_of(d, day), openings, day))
    return sorted(told, key=lambda d: alone(d, day)), list(beside)[: edition.also]


def page(
    told: Sequence[Draft], brief: Sequence[Draft], day: Day
) -> tuple[tuple[StoryBrief, ...], list[Draft]]:
    """As many of the stories `told` as the edition has room for, with their speakers merged; and
    the stories that get a line, first of them those for which there was no room."""
    people = quotes.people(chain.from_iterable(draft.said for draft in told))
    items = composed(told, people, day)
    room = fitting(items, whole(day.settings.edition))
    return items[:room], [*told[room:], *brief][: day.settings.edition.also]


def ended(stories: Iterable[Story], todays: Iterable[Article], day: Day) -> tuple[Known, ...]:
    """The stories of the edition before on which none of `todays` articles goes on, be it a column
    or what is not surely a report: one alone makes no story, but it is no silence either."""
    spoken = [s for s in stories if any(a.published in day.window for a in s.articles)]
    quiet = novelty.quiet(day.history, spoken, day.date)
    quiet = tuple(k for k in quiet if not is_cut(k.headline))
    alike = day.settings.cluster.recall
    return novelty.unheard(quiet, day.history.past, todays, day.background, alike)


def alone(draft: Draft, day: Day) -> bool:
    """Whether the page counts one source: such a story stands behind those with several, which may
    have been of earlier days, or be fewer than seemed when the stories were ordered."""
    return outlets(counted(draft, day)) < importance.ENOUGH


def listed(drafts: Iterable[Draft], day: Day) -> tuple[StoryBrief, ...]:
    """The stories in one line each, those of several outlets before those of one, as above."""
    lines = (in_one_line(draft, day, heads(draft, day)) for draft in drafts)
    return tuple(sorted(lines, key=lambda one: outlets(one.reports) < importance.ENOUGH))


def reports_of(draft: Draft, day: Day) -> tuple[Article, ...]:
    """Today's reports of the story."""
    return tuple(a for a in draft.reports if a.published in day.window)


def opens_like(reports: Iterable[Article], told: Sequence[tuple[Article, Begun]], day: Day) -> bool:
    """Whether most of the reports have the news of one that a story of this edition is told from:
    one alone may sum up the day, and its story would be told nowhere."""
    own = [(a, begun(a, day.background)) for a in reports] if told else []
    again = sum(any(same_news(mine, theirs, day) for theirs in told) for mine in own)
    return again > len(own) / 2


def same_news(one: tuple[Article, Begun], other: tuple[Article, Begun], day: Day) -> bool:
    """Whether two reports open with the same news: not by one word alone, such as the town of two
    events, nor by names alone; and one tells what the other's title names."""
    settings = day.settings.cluster
    (a, mine), (b, theirs) = one, other
    return (
        min(alike := agreement(mine, theirs)) >= settings.recall
        and alike[1] - weightiest(mine, theirs) >= settings.several
        and names_known(a, b)
        and agree_in_words(a, b, day.background)
        and not strangers(a, b)
    )


def whole(edition: EditionSettings) -> Budget:
    """How much the stories may take together."""
    return Budget.of(minutes=edition.minutes, words=edition.words, sentences=edition.sentences)


def reported(draft: Draft, day: Day) -> bool:
    """Whether a line about it is news: not if all that stands in it argues, asks or explains."""
    return bool(news(draft, day))


def titled(draft: Draft, day: Day) -> tuple[Article, ...]:
    """Of a story that goes on, today's reports whose headlines may tell what is new of it, though
    by their texts no line would stand for them."""
    if draft.status == "new":
        return ()
    return tuple(a for a in reports_of(draft, day) if title_may_tell(a) and not promises(a))


def heads(draft: Draft, day: Day) -> frozenset[str]:
    """The ids of the reports whose headlines may be its line."""
    return frozenset(a.id for a in news(draft, day) or titled(draft, day))


def news(draft: Draft, day: Day) -> tuple[Article, ...]:
    """The reports whose headlines alone tell news: today's, if there are any of today."""
    lone = outlets(draft.reports) < importance.ENOUGH
    return in_brief(reports_of(draft, day) or draft.reports, alone=lone)
