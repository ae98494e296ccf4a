"""From articles to a briefing: steps 3 to 8, top to bottom. Pure: no file, network, clock, chance.

dedup    which articles reprint which
cluster  the stories, and of them today's
order    by importance
select   each story's quotes, and its sentences: ranked, the best that repeat neither each other
         nor what an earlier edition printed
compose  speakers merged over the day's stories; headlines, support, differences, voices
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from briefing import cluster, compose, dedup, figures, importance, novelty, quotes, rank, sections
from briefing.importance import Weighed
from briefing.model import (
    Article,
    Briefing,
    Heard,
    History,
    Missed,
    Quote,
    Sentence,
    Span,
    Speaker,
    Statement,
    Status,
    Story,
    StoryBrief,
    Window,
)
from briefing.select import Budget, select
from briefing.settings import QuoteSettings, Settings
from briefing.text.background import Background
from briefing.text.boilerplate import Lines, is_boilerplate, repeated
from briefing.text.distinct import distinct
from briefing.text.events import explains, tells_event
from briefing.text.furniture import is_furniture
from briefing.text.genre import Genre, genre
from briefing.text.leads import has_fact, lead, likeness, tells_news
from briefing.text.news import is_news
from briefing.text.sentences import sentences
from briefing.text.surroundings import in_caption, standing
from briefing.text.views import ALONE, argues
from briefing.text.words import words

ATTRIBUTION = 10  # words: ", said Piet Oberlin of the Farmers' League in Dunmere"
READ = 1000  # articles: those of the stories of a day, for the next reader's edition of it

Step = Callable[[str], None]
People = Mapping[Quote, Speaker]


@dataclass(frozen=True, slots=True)
class Day:
    """What is the same for every story of one edition."""

    date: date
    window: Window
    settings: Settings
    background: Background
    history: History = field(default_factory=History)
    boilerplate: Lines = frozenset()


@dataclass(frozen=True, slots=True)
class Draft:
    """A story with the sentences chosen for it; none where it has nothing new to tell.

    `reports` are its origins without columns, live pages and round-ups; `sentences` are theirs;
    `telling` are those of them that the story is told from.
    """

    story: Story
    section: str
    status: Status
    since: date
    weight: tuple[tuple[str, float], ...]
    reports: tuple[Article, ...]
    sentences: tuple[Sentence, ...] = ()
    said: tuple[Quote, ...] = ()
    chosen: tuple[Sentence, ...] = ()
    telling: tuple[Article, ...] = ()


def make_briefing(
    articles: Iterable[Article],
    day: Day,
    missed: tuple[Missed, ...] = (),
    step: Step = lambda name: None,
    stories: Iterable[Story] | None = None,
) -> Briefing:
    """The briefing of `day` from `articles`: those of its window and of the days before it.

    `stories` are theirs where they have been grouped already, for another reader of that day.
    """
    given = tuple(articles)
    if stories is None:
        stories = grouped(given, day, step)
    else:
        stories = cluster.identified(tuple(stories), day.history.known)
    day = replace(day, boilerplate=repeated(a for story in stories for a in story.origins))
    step("order")
    current = novelty.current(stories, day.window)
    ordered = order(current, day)
    step("select")
    told, brief = divide(ordered, day)
    step("compose")
    people = quotes.people(chain.from_iterable(draft.said for draft in told))
    items = composed(told, people, day)
    todays = [a for a in given if a.published in day.window]
    return Briefing(
        day=day.date,
        window=day.window,
        title=day.settings.edition.title,
        items=items,
        also=tuple(line(draft, day) for draft in brief),
        ended=novelty.quiet(day.history.known, current, day.date),
        speakers=speakers(items),
        missed=missed,
        articles=len(todays),
        outlets=len({a.source.id for a in todays}),
    )


def grouped(
    articles: Iterable[Article], day: Day, step: Step = lambda name: None
) -> tuple[Story, ...]:
    """The stories of all articles, those of the days before included."""
    step("dedup")
    given = tuple(sorted(articles, key=lambda a: (a.published, a.id)))
    copies = dedup.copies(given, day.settings.dedup)
    step("cluster")
    return cluster.stories(given, copies, day.background, day.settings.cluster, day.history.known)


# --- order ----------------------------------------------------------------------------


def order(stories: Sequence[Story], day: Day) -> list[Draft]:
    """The stories that are not muted, most important first."""
    named = {story.id: sections.section(story, day.settings.sections) for story in stories}
    kinds = {a.id: kind(a) for story in stories for a in story.origins}
    weighed = importance.ordered(
        stories,
        day.window,
        day.history,
        day.settings.interests,
        day.settings.importance,
        genres=kinds,
        sections=named,
    )
    return [draft(one, named[one.story.id], kinds, day) for one in weighed]


def kind(article: Article) -> Genre:
    """The genre that labels and addresses tell, else that of the words."""
    told = genre(article)
    return "opinion" if told == "report" and argues(article) else told


def draft(weighed: Weighed, section: str, kinds: Mapping[str, Genre], day: Day) -> Draft:
    story = weighed.story
    status, since = novelty.status(story, day.history, day.date)
    reports = tuple(a for a in story.origins if kinds[a.id] == "report")
    return Draft(story, section, status, since, weighed.parts, reports)


# --- select ---------------------------------------------------------------------------


def divide(ordered: Iterable[Draft], day: Day) -> tuple[list[Draft], list[Draft]]:
    """The stories told in full, and those that get a line: no place left, or nothing new.

    A section that has as many stories as its cap allows gets no further one.
    """
    edition = day.settings.edition
    left = {cap.section: cap.most for cap in day.settings.sections.caps}
    told: list[Draft] = []
    brief: list[Draft] = []
    shown: list[str] = []
    for draft in ordered:
        room = len(told) < edition.stories and left.get(draft.section) != 0
        full = choose(draft, day, shown) if room else draft
        if full.chosen:
            told.append(full)
            shown.extend(s.text for s in full.chosen)
            if full.section in left:
                left[full.section] -= 1
        elif reported(full):
            brief.append(full)
        if len(told) == edition.stories and len(brief) >= edition.also:
            break
    if not told:  # a piece that names no day is better than an empty page
        undated = (choose(draft, day, shown, dated=False) for draft in brief)
        told = [full for full in undated if full.chosen][:1]
        brief = [draft for draft in brief if all(draft.story is not full.story for full in told)]
    return told, brief[: edition.also]


def reported(draft: Draft) -> bool:
    """Whether a line about it is news: not if all that stands in it argues, asks or explains."""
    return any(is_news(a) for a in draft.reports)


def choose(draft: Draft, day: Day, shown: Sequence[str], *, dated: bool = True) -> Draft:
    """`draft` with the sentences that tell it: none that an edition printed or `shown` says.

    `dated` asks that a report says when it happened.
    """
    by_article = {a.id: written(a, day.boilerplate) for a in draft.reports}
    telling = alike(todays(draft, day, dated=dated), day)
    told_from = {a.id for a in telling}
    quoting = (a for a in draft.reports if a.id in told_from)
    said = tuple(chain.from_iterable(quoted(a, day.boilerplate) for a in quoting))
    bodies = [standing(of) for id, of in by_article.items() if id in told_from]
    place = {key(s): i for of in bodies for i, s in enumerate(of)}
    fresh = novelty.fresh(
        narrative(chain.from_iterable(bodies), said), day.history.printed, day.background
    )
    scored = rank.rank(fresh, day.background, day.settings.rank, day.settings.interests.up)
    reach = day.settings.select.reach_one + day.settings.select.reach_more * (len(told_from) - 1)
    near = [
        one
        for one in scored
        if (at := place[key(one.sentence)]) < reach and (at == 0 or has_fact(one.sentence))
    ]
    chosen = select(near, budget(telling, day), day.settings.select, avoid=shown)
    every = tuple(chain.from_iterable(by_article.values()))
    # What stands later is only detail: without the opening of a report the news is not told.
    chosen = chosen if any(tells_news(s, place[key(s)]) for s in chosen) else ()
    return replace(draft, sentences=every, said=said, chosen=chosen, telling=telling)


@lru_cache(maxsize=READ)
def written(article: Article, boilerplate: Lines) -> tuple[Sentence, ...]:
    """Its sentences but for its outlet's lines: the same for each reader whose edition tells it."""
    return tuple(s for s in sentences(article) if not is_boilerplate(s, boilerplate))


@lru_cache(maxsize=READ)
def quoted(article: Article, boilerplate: Lines) -> tuple[Quote, ...]:
    """Its quotes."""
    own = written(article, boilerplate)
    found = quotes.quotes(article, own) if own else ()
    return tuple(quote for quote in found if not is_furniture(quote.text))


def key(sentence: Sentence) -> tuple[str, int]:
    """The same for a sentence and for its part without a dateline."""
    return sentence.article.id, sentence.index


def todays(draft: Draft, day: Day, *, dated: bool = True) -> tuple[Article, ...]:
    """The reports of an event that a story is told from.

    All of a new one but those that an edition knew already, today's of one told before. One of
    them must say when it happened: reports beside it may begin otherwise.
    """
    before = (k for k in day.history.known if any(d < day.date for d in k.days))
    known = frozenset[str]().union(*(k.articles for k in before))
    reports = tuple(
        a
        for a in draft.reports
        if not explains(a)
        and (a.published in day.window or (draft.status == "new" and a.id not in known))
    )
    plain = (a for a in reports if not argues(a, ALONE))
    return reports if any(tells_event(a) or not dated for a in plain) else ()


def alike(articles: tuple[Article, ...], day: Day) -> tuple[Article, ...]:
    """The one that heads the story, and those that open like it: the rest tell other events."""
    if len(articles) < 2:
        return articles
    _, head = compose.headline(Story("", articles), day.background)
    leads = {a.id: lead(a, day.background) for a in articles}
    least = day.settings.select.alike
    return tuple(a for a in articles if a is head or likeness(leads[head.id], leads[a.id]) >= least)


def budget(telling: Iterable[Article], day: Day) -> Budget:
    """More words for a story that more outlets report."""
    setting = day.settings.select
    outlets = len({a.source.id for a in telling})
    return Budget(words=min(setting.words_one + setting.words_more * (outlets - 1), setting.words))


def narrative(found: Iterable[Sentence], said: Iterable[Quote]) -> tuple[Sentence, ...]:
    """The sentences that are not mostly somebody's direct speech: that is shown as a quote."""
    spoken: dict[str, list[Span]] = {}
    speech = []
    for quote in said:
        if quote.speaker and quote.kind != "indirect":
            spoken.setdefault(quote.article.id, []).extend(quote.contents)
            speech.append(" ".join(words(quote.text)))
    every = "\n".join(speech)
    return tuple(
        s
        for s in found
        if not _is_speech(s, spoken.get(s.article.id, ())) and " ".join(words(s.text)) not in every
    )


def _is_speech(sentence: Sentence, spoken: Iterable[Span]) -> bool:
    """Whether little but somebody's words stands in it: most of it, or all but "..., she said"."""
    span, text = sentence.span, sentence.article.text
    inside = sorted(s for s in spoken if s.overlaps(span))
    edges = [span.start, *(edge for s in inside for edge in (s.start, s.end)), span.end]
    left = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    words = len(text[span.start : span.end].split())
    return bool(inside) and len(left.split()) < max(ATTRIBUTION, words / 2)


# --- compose --------------------------------------------------------------------------


def speakers(items: Iterable[StoryBrief]) -> tuple[Speaker, ...]:
    """The day's speakers: most stories first, then most said, then by name."""
    stories: Counter[Speaker] = Counter()
    said: Counter[Speaker] = Counter()
    for voice in chain.from_iterable(item.voices for item in items):
        if voice.speaker:
            stories[voice.speaker] += 1
            said[voice.speaker] += len(voice.utterances)
    return tuple(sorted(stories, key=lambda s: (-stories[s], -said[s], s.name, s.id)))


def composed(told: Iterable[Draft], people: People, day: Day) -> tuple[StoryBrief, ...]:
    """The stories as the page tells them; what one quotes, none below it quotes again."""
    printed = day.history.quoted
    items = []
    for draft in told:
        items.append(item(draft, people, day, printed))
        printed += quotes.heard(items[-1].voices)
    return tuple(items)


def item(draft: Draft, people: People, day: Day, before: tuple[Heard, ...] = ()) -> StoryBrief:
    """The story as the page tells it, without what was quoted `before`."""
    story = draft.story
    near = {a.id for a in (*draft.telling, *alike(draft.reports, day))}
    about = tuple(s for s in draft.sentences if s.article.id in near and not in_caption(s))
    once = distinct(draft.chosen)
    headed = line(draft, day, {s.article.id for s in once})
    voices = quotes.voices(
        draft.said, people, heard(draft, day), once, before=before, headline=headed.headline
    )
    spoken = [
        span.of(u.quote.article.text)
        for voice in voices
        for u in voice.utterances
        for span in u.quote.contents
    ]
    told = compose.statements(
        distinct(once, spoken) or once, story, draft.sentences, day.background
    )
    return replace(
        headed,
        statements=unsupported(told),
        voices=voices,
        differences=figures.differences(story, about, day.background),
        timeline=compose.timeline(story, about, day.background, told=draft.chosen),
        reports=tuple(a for a in draft.reports if a.id in near),
    )


def unsupported(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Without those that already support one before: it states the same."""
    kept: list[Statement] = []
    stated: set[tuple[str, int]] = set()
    for statement in statements:
        if key(statement.sentence) not in stated:
            kept.append(statement)
            stated.update(key(s) for s in statement.support)
    return tuple(kept)


def heard(draft: Draft, day: Day) -> QuoteSettings:
    """Fewer quotes for a story that one outlet or two report, as there are fewer statements."""
    outlets = len({a.source.id for a in draft.telling})
    return replace(day.settings.quotes, per_story=min(day.settings.quotes.per_story, 1 + outlets))


def line(draft: Draft, day: Day, told: Collection[str] = ()) -> StoryBrief:
    """The story as one line: its headline, section and status.

    The headline is of an article that the story is told from: of those in `told` (ids), if any.
    """
    headed = draft.telling or todays(draft, day) or draft.reports or draft.story.articles
    headed = tuple(a for a in headed if a.id in told) or headed
    headline, headline_of = compose.headline(Story(draft.story.id, headed), day.background)
    return StoryBrief(
        story=draft.story,
        headline=headline,
        headline_of=headline_of,
        section=draft.section,
        statements=(),
        status=draft.status,
        since=draft.since,
        weight=draft.weight,
        reports=draft.reports,
    )
