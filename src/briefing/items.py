"""The items of a briefing: each story as the page tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from briefing import compose, figures, quotes
from briefing.draft import Day, Draft
from briefing.model import Heard, Quote, Sentence, Speaker, Statement, Story, StoryBrief
from briefing.press.datelines import body
from briefing.press.surroundings import in_caption, standing
from briefing.reports import alike, counted, linked, todays, written
from briefing.select import Budget
from briefing.settings import QuoteSettings
from briefing.standing.acts import happened
from briefing.standing.distinct import distinct
from briefing.standing.order import led
from briefing.standing.standalone import POINTS_BACK, fit
from briefing.text.words import words

People = Mapping[Quote, Speaker]


def composed(told: Iterable[Draft], people: People, day: Day) -> tuple[StoryBrief, ...]:
    """The stories as the page tells them; what one quotes, none below it quotes again."""
    drafts = tuple(told)
    heads = tuple(line(draft, day).headline for draft in drafts)
    printed = day.history.quoted
    items = []
    for draft, own in zip(drafts, heads, strict=True):
        others = tuple(pair for pair in zip(drafts, heads, strict=True) if pair[1] != own)
        said = tuple(q for q in draft.said if not told_beside(q, people, own, others))
        items.append(item(replace(draft, said=said), people, day, printed))
        printed += quotes.heard(items[-1].voices)
    voices = quotes.agreed(one.voices for one in items)
    return tuple(replace(one, voices=of) for one, of in zip(items, voices, strict=True))


def told_beside(
    quote: Quote, people: People, headline: str, others: Iterable[tuple[Draft, str]]
) -> bool:
    """Whether another story of the day is about who says it, and holds the words too.

    A report of one event often tells the day's other one at its end: that is quoted where its
    speaker heads it.
    """
    name = people[quote].name.split()[-1] if quote in people else ""
    if not name or name in headline:
        return False
    said = " ".join(words(quote.contents[0].of(quote.article.text)))
    return any(
        name in beside and any(said in " ".join(words(a.text)) for a in other.story.origins)
        for other, beside in others
    )


def fitting(items: Iterable[StoryBrief], budget: Budget) -> int:
    """How many of the first items fit into `budget` together: one at least."""
    length = sentences = room = 0
    for item in items:
        shown = [s.sentence.text for s in item.statements]
        shown += [u.quote.text for voice in item.voices for u in voice.utterances]
        length += sum(len(text.split()) for text in [item.headline, *shown])
        sentences += len(shown)
        if room and not budget.holds(length, sentences):
            break
        room += 1
    return room


def item(draft: Draft, people: People, day: Day, before: tuple[Heard, ...] = ()) -> StoryBrief:
    """The story as the page tells it, without what was quoted `before`."""
    story = draft.story
    near = {a.id for a in (*draft.telling, *alike(draft.reports, day))}
    about = tuple(s for s in draft.sentences if s.article.id in near and not in_caption(s))
    once = distinct(draft.chosen)
    headed = line(draft, day, {s.article.id for s in once})
    once = compose.under(once, headed.headline, headed.headline_of, day.background)
    once = led(once, headed.headline_of)
    title, head = compose.retold(headed.headline, headed.headline_of, once, day.background)
    headed = replace(headed, headline=title, headline_of=head)
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
        statements=following(unsupported(told, {p.text for p in day.history.printed})),
        voices=voices,
        differences=figures.differences(story, about, day.background),
        timeline=compose.timeline(
            story, steps(draft, near, day, spoken), day.background, told=draft.chosen
        ),
        reports=counted(draft, day),
    )


def steps(
    draft: Draft, near: Collection[str], day: Day, spoken: Collection[str]
) -> tuple[Sentence, ...]:
    """The sentences that may tell the story's course: what the reports in `near` (ids) open with,
    as far as it tells what happened and stands around no words that are shown as a quote.

    Of 12 steps taken from the reports' whole texts strict readers struck 4, of 6 in other months 3.
    """
    reports = (a for a in draft.reports if a.id in near)
    openings = (standing(written(a, day.boilerplate))[:1] for a in reports)
    return tuple(
        s
        for s in chain.from_iterable(openings)
        if happened(s.text) and not any(text in s.text for text in spoken)
    )


def line(draft: Draft, day: Day, told: Collection[str] = ()) -> StoryBrief:
    """The story as one line: its headline, section and status.

    The headline is of an article that the story is told from: of those in `told` (ids), if any.
    """
    current = tuple(a for a in draft.reports if a.published in day.window)
    headed = draft.telling or todays(draft, day) or current or draft.reports
    headed = headed or draft.story.articles
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


def in_one_line(draft: Draft, day: Day, told: Collection[str] = ()) -> StoryBrief:
    """The story as a line of its own: it counts the reports that open like the one which heads it,
    or like one that does, for it tells of no other event."""
    headed = line(draft, day, told)
    ids = linked(draft.reports, {headed.headline_of.id}, day)
    return replace(headed, reports=tuple(a for a in draft.reports if a.id in ids))


def heard(draft: Draft, day: Day) -> QuoteSettings:
    """Fewer quotes for a story that one outlet or two report, as there are fewer statements."""
    outlets = len({a.outlet for a in draft.telling})
    return replace(day.settings.quotes, per_story=min(day.settings.quotes.per_story, 1 + outlets))


def unsupported(
    statements: Sequence[Statement], printed: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Without those that support one before, and those that one of `printed` (texts of earlier
    editions) supports: it states the same. All of them where nothing else is left."""
    kept: list[Statement] = []
    stated: set[tuple[str, int]] = set()
    for statement in statements:
        again = any(body(s).text in printed for s in statement.support)
        if statement.sentence.place not in stated and not again:
            kept.append(statement)
            stated.update(s.place for s in statement.support)
    return tuple(kept) or tuple(statements)


def following(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Without those that point back to a sentence that is shown no more: all, if none is left."""
    kept: list[Statement] = []
    for statement in statements:
        before = kept[-1].sentence if kept else None
        if fit(statement.sentence, before) != POINTS_BACK:
            kept.append(statement)
    return tuple(kept) or tuple(statements)


def speakers(items: Iterable[StoryBrief]) -> tuple[Speaker, ...]:
    """The day's speakers: most stories first, then most said, then by name."""
    stories: Counter[Speaker] = Counter()
    said: Counter[Speaker] = Counter()
    for voice in chain.from_iterable(item.voices for item in items):
        if voice.speaker:
            called = replace(voice.speaker, name=voice.label, role=voice.role)
            stories[called] += 1
            said[called] += len(voice.utterances)
    return tuple(sorted(stories, key=lambda s: (-stories[s], -said[s], s.name, s.id)))
