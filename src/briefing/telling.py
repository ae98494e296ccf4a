"""With which sentences a story is told.

Of what its reports narrate, the opening of one and what goes on from it, that repeats neither each
other nor what an earlier edition printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing import compose, novelty, rank
from briefing.draft import Day, Draft
from briefing.model import Article, Scored, Sentence, Story
from briefing.narrative import narrative
from briefing.press.events import kind_unknown, reports, unspoken
from briefing.press.surroundings import standing
from briefing.press.titles import tells_deed
from briefing.press.views import HINTS, argues
from briefing.reports import alike, earlier, outlets, quoted, todays, written
from briefing.select import Budget, select
from briefing.standing.acts import happened, names_day, teases, tells_act
from briefing.standing.behind import dated_next, turned
from briefing.standing.distinct import distinct
from briefing.standing.judging import is_view
from briefing.standing.leads import borne_out, echoes, has_fact, tells_news
from briefing.standing.openings import completes, is_event, is_sure, late_opening
from briefing.standing.past import is_ahead, is_past
from briefing.standing.selling import is_note, promises, sells
from briefing.standing.standalone import VIEW, fit
from briefing.text.dates import days

REFILLS = 4  # times that a story is chosen anew
MANY = 3  # outlets
SAME = 0.5  # of a title's words, by idf: what tells them tells its act
NOTICE = 3  # sentences: what a feed has of an article


Place = tuple[str, int]  # the id of an article, the index of a sentence


@dataclass(frozen=True, slots=True)
class Material:
    """What a story may be told with: the sentences with their scores, those of them that may open
    it, in their order; the places of those that tell a report's `news`, that several reports state
    (`agreed`), and of what breaks no row of a report's sentences (`aside`), as it cannot
    stand alone: what is no part of it, tells no fact, leans or is a quote; what the edition has
    `shown`; and the first sentences of `notices`, if many outlets report."""

    scored: tuple[Scored, ...]
    openings: tuple[Scored, ...]
    news: frozenset[Place] = frozenset()
    agreed: frozenset[Place] = frozenset()
    aside: frozenset[Place] = frozenset()
    shown: Sequence[str] = ()
    notices: tuple[Sentence, ...] = ()


def choose(draft: Draft, day: Day, shown: Sequence[str], *, dated: bool = True) -> Draft:
    """`draft` with the sentences that tell it: none that an edition printed or `shown` says.

    `dated` asks that a report says when it happened.
    """
    telling = alike(todays(draft, day, dated=dated), day)
    bodies = [standing(written(a, day.boilerplate)) for a in telling]
    draft = replace(
        draft,
        sentences=tuple(chain.from_iterable(written(a, day.boilerplate) for a in draft.reports)),
        said=tuple(chain.from_iterable(quoted(a, day.boilerplate) for a in telling)),
        telling=telling,
    )
    material = _material(bodies, draft, day, shown)
    chosen = borne(material, budget(telling, day), day)
    # What stands later is only detail: without the opening of a report the news is not told.
    tells = any(s.place in material.news for s in chosen)
    return replace(draft, chosen=chosen if tells and not comments(telling, chosen, bodies) else ())


def _material(
    bodies: Sequence[Sequence[Sentence]], draft: Draft, day: Day, shown: Sequence[str]
) -> Material:
    """What the story of `draft` may be told with: of the `bodies` of the reports that tell it."""
    telling = draft.telling
    place = {s.place: i for of in bodies for i, s in enumerate(of)}
    deks = {of[1].place for of in bodies if 1 < len(of) <= NOTICE and tells_act(of[1].text)}
    scored = _scored(bodies, draft, day)
    near = within(scored, place, reach(telling, day), turned(bodies), deks)
    news = {k for of in bodies for s in of if tells_news(s, place[k := s.place])}
    news |= {s.place for of in bodies if (s := late_opening(of, day.background)) is not None}
    every = {s.place for a in telling for s in written(a, day.boilerplate)}
    notices = tuple(of[0] for of in bodies if 0 < len(of) <= NOTICE)
    return Material(
        scored=tuple(near),
        openings=tuple(_openings(near, place, news, telling, day, dated_next(bodies))),
        news=frozenset(news),
        agreed=frozenset(k for k in _agreed(near, draft, day) if place[k]),
        aside=frozenset(every - {one.sentence.place for one in near if fit(one.sentence) is None}),
        shown=shown,
        notices=notices if outlets(telling) >= MANY else (),
    )


def _scored(bodies: Sequence[Sequence[Sentence]], draft: Draft, day: Day) -> tuple[Scored, ...]:
    """What the reports narrate that no edition has printed, with how much it deserves showing."""
    told = narrative(chain.from_iterable(bodies), draft.said, {of[0].place for of in bodies if of})
    if draft.status == "updated":
        told = novelty.further(told, earlier(draft, day), day.date, day.background)
    fresh = novelty.fresh(told, day.history.printed, day.background)
    return tuple(rank.rank(fresh, day.background, day.settings.rank, day.settings.interests.up))


def within(
    scored: Iterable[Scored],
    place: Mapping[tuple[str, int], int],
    reach: int,
    turned: Collection[Place] = (),
    deks: Collection[Place] = (),
) -> list[Scored]:
    """Those near the start of their report that open it, or tell a fact that is not long past, or
    stand at one of `deks`: a notice's second sentence is written to follow the first, and tells an
    act though it may name nobody. None of a day to come, or that is `turned`, and no teaser."""
    return [
        one
        for one in scored
        if (at := place[one.sentence.place]) < reach
        and one.sentence.place not in turned
        and not is_ahead(one.sentence)
        and not teases(one.sentence.text)
        and (
            at == 0
            or (
                (one.sentence.place in deks or has_fact(one.sentence)) and not is_past(one.sentence)
            )
        )
    ]


def reach(telling: Collection[Article], day: Day) -> int:
    """Sentences of a report that may be shown: more where several reports tell the story."""
    setting = day.settings.select
    return setting.reach_one + setting.reach_more * (len(telling) - 1)


def _openings(
    scored: Iterable[Scored],
    place: Mapping[tuple[str, int], int],
    news: Collection[Place],
    telling: tuple[Article, ...],
    day: Day,
    going: Collection[Place],
) -> list[Scored]:
    """The sentences that tell the reports' news, and what happened: those that open them before
    second ones, which are background as often; then one under a sober title, one that names its
    day, the later the better, one that tells what was done, and that of the report whose title
    tells the story best, first. Of a story of many outlets any opening will do, if there is no
    such one. Behind those at `going` stands a day.
    """
    if not telling:
        return []
    rank = {a.id: n for n, a in enumerate(compose.by_title(telling, day.background))}
    told = [one for one in scored if one.sentence.place in news]
    events = {
        k
        for k, s in ((one.sentence.place, one.sentence) for one in told)
        if is_event(s, day.background, dated=k in going, second=place[k] > 0)
    }
    vouched = outlets(telling) >= MANY  # then it is an event, though each opens with another side

    def order(one: Scored) -> tuple[object, ...]:
        sentence = one.sentence
        text, article = sentence.text, sentence.article
        late = (
            sells(article) or is_view(text),
            not names_day(text),
            -_acted(sentence),
            not happened(text),
        )
        return sentence.place not in events, place[sentence.place], late, rank[article.id]

    found = (o for o in told if (k := o.sentence.place) in events or (vouched and not place[k]))
    return sorted(found, key=order)


def _acted(sentence: Sentence) -> int:
    """The day of what it tells, as a number: the first that it names, if that has come."""
    published = sentence.article.published.date()
    told = (d.toordinal() for d in days(sentence.text, published) if d <= published)
    return next(told, 0)


def _agreed(scored: Sequence[Scored], draft: Draft, day: Day) -> set[Place]:
    """The places of those that another outlet's report states as well."""
    if outlets(draft.reports) < 2:
        return set()
    candidates = tuple(one.sentence for one in scored)
    told = compose.statements(candidates, draft.story, draft.sentences, day.background)
    return {one.sentence.place for one in told if one.support}


def comments(
    telling: Sequence[Article], chosen: Sequence[Sentence], bodies: Sequence[Sequence[Sentence]]
) -> bool:
    """Whether the only article hints at a view, and tells neither when nor who says it; or opens
    with a view, or with what once was, as features do."""
    if len(telling) != 1:
        return False
    if argues(telling[0], HINTS) and not any(reports(s.text) for s in chosen):
        return True
    if promises(telling[0]) or is_note(telling[0]):
        return True
    return is_past(chosen[0]) or fit(bodies[0][0]) == VIEW


def borne(material: Material, room: Budget, day: Day) -> tuple[Sentence, ...]:
    """What tells the news that its headline promises, or surely tells some; a notice must tell more
    than the headline, and may complete it. Where the first of the openings does not, the next
    report's is tried."""
    openings, completing = material.openings, tuple[Sentence, ...]()
    while openings:
        tried = replace(material, openings=openings)
        chosen = chosen_once(with_another(tried, day), room, day)
        articles = tuple({s.article.id: s.article for s in chosen}.values())
        if not articles:
            break
        title, _ = compose.headline(Story("", articles), day.background)
        text = " ".join(s.text for s in chosen)
        again = kind_unknown(chosen[0].article) and not names_day(text)  # of a notice
        if not (again and echoes(title, text, day.background)):
            if borne_out(title, text, day.background) or is_sure(chosen[0], day.background):
                return chosen
            if not completing and completes(chosen[0]):
                completing = chosen
        # The first among them, though another may have been taken: each round has one less.
        without = {openings[0].sentence.article, *articles}
        openings = tuple(one for one in openings if one.sentence.article not in without)
    return completing


def with_another(material: Material, day: Day) -> Material:
    """`material` in which one notice that tells another act than the first opening may be shown
    beside that: the act is in its title, of which the opening tells little, and in another outlet's
    title. A notice has no later sentence that could tell what else happened."""
    first = material.openings[0].sentence
    told = f"{first.article.title} {first.text}"
    places = {one.sentence.place for one in material.openings}
    for other in material.notices:
        title = other.article.title
        if (
            other.place in places
            and tells_deed(unspoken(title))
            and not borne_out(title, told, day.background)
            and borne_out(title, other.text, day.background, SAME)
            and any(
                borne_out(s.article.title, f"{title} {other.text}", day.background, SAME)
                and not borne_out(s.article.title, told, day.background, SAME)
                for s in material.notices
                if s.article.outlet != other.article.outlet
            )
        ):
            return replace(
                material,
                agreed=material.agreed | {other.place},
                news=material.news - {other.place},
            )
    return material


def chosen_once(material: Material, room: Budget, day: Day) -> tuple[Sentence, ...]:
    """The best of the material; what the others tell already leaves its room to one that is new."""
    scored, openings, passed = material.scored, material.openings, set(material.aside)
    for _ in range(REFILLS):
        chosen = select(
            scored, room, day.settings.select, material.shown, openings, material.agreed, passed
        )
        kept = {s.place for s in distinct(chosen, openings=material.news)}
        again = {s.place for s in chosen} - kept
        if not again:
            break
        passed |= again
        scored = tuple(one for one in scored if one.sentence.place not in again)
        openings = tuple(one for one in openings if one.sentence.place not in again)
    return distinct(chosen, openings=material.news)


def budget(telling: Iterable[Article], day: Day) -> Budget:
    """More words for a story that more outlets report."""
    setting = day.settings.select
    words = min(setting.words_one + setting.words_more * (outlets(telling) - 1), setting.words)
    return Budget.of(words=words, sentences=setting.sentences)
