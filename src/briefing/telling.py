"""What a story is told from, and with which sentences.

Reports of today's event, their quotes, and of what they narrate the best that repeats neither
each other nor what an earlier edition printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from briefing import compose, novelty, quotes, rank
from briefing.draft import Day, Draft
from briefing.model import Article, Quote, Scored, Sentence, Span, Story
from briefing.select import Budget, select
from briefing.text.boilerplate import Lines, is_boilerplate
from briefing.text.distinct import distinct
from briefing.text.events import explains, reports, tells_event
from briefing.text.furniture import is_furniture
from briefing.text.leads import borne_out, has_fact, lead, likeness, tells_news
from briefing.text.past import is_ahead, is_past
from briefing.text.quoted import unquoted
from briefing.text.sentences import sentences
from briefing.text.standalone import VIEW, fit
from briefing.text.surroundings import standing
from briefing.text.views import ALONE, HINTS, argues
from briefing.text.words import words

ATTRIBUTION = 10  # words: ", said Piet Oberlin of the Farmers' League in Dunmere"
# "“It is safe,” said ...": speech, even where nobody could be found who says it.
_SPEECH_FIRST = re.compile(r"[“\"][^“”\"]{1,400}[,?!][”\"]\s")
REFILLS = 4  # times that a story is chosen anew
READ = 1000  # articles: those of the stories of a day, for the next reader's edition of it


def choose(draft: Draft, day: Day, shown: Sequence[str], *, dated: bool = True) -> Draft:
    """`draft` with the sentences that tell it: none that an edition printed or `shown` says.

    `dated` asks that a report says when it happened.
    """
    telling = alike(todays(draft, day, dated=dated), day)
    said = tuple(chain.from_iterable(quoted(a, day.boilerplate) for a in telling))
    bodies = [standing(written(a, day.boilerplate)) for a in telling]
    place = {key(s): i for of in bodies for i, s in enumerate(of)}
    told = narrative(chain.from_iterable(bodies), said, {key(of[0]) for of in bodies if of})
    if draft.status == "updated":
        told = novelty.further(told, earlier(draft, day), day.date, day.background)
    fresh = novelty.fresh(told, day.history.printed, day.background)
    scored = rank.rank(fresh, day.background, day.settings.rank, day.settings.interests.up)
    near = within(scored, place, reach(telling, day))
    news = {k for of in bodies for s in of if tells_news(s, place[k := key(s)])}
    openings = _openings(near, place, news, telling, day)
    chosen = borne(near, budget(telling, day), day, shown, news, openings)
    first = next((of[0] for of in bodies if of), None)
    # What stands later is only detail: without the opening of a report the news is not told.
    chosen = (
        chosen
        if any(key(s) in news for s in chosen) and not _comments(telling, chosen, first)
        else ()
    )
    every = tuple(chain.from_iterable(written(a, day.boilerplate) for a in draft.reports))
    return replace(draft, sentences=every, said=said, chosen=chosen, telling=telling)


def within(
    scored: Iterable[Scored], place: Mapping[tuple[str, int], int], reach: int
) -> list[Scored]:
    """Those near the start of their report that open it, or tell a fact that is not long past;
    none of a day to come."""
    return [
        one
        for one in scored
        if (at := place[key(one.sentence)]) < reach
        and not is_ahead(one.sentence)
        and (at == 0 or (has_fact(one.sentence) and not is_past(one.sentence)))
    ]


def reach(telling: Collection[Article], day: Day) -> int:
    """Sentences of a report that may be shown: more where several reports tell the story."""
    setting = day.settings.select
    return setting.reach_one + setting.reach_more * (len(telling) - 1)


def _openings(
    scored: Iterable[Scored],
    place: Mapping[tuple[str, int], int],
    news: Collection[tuple[str, int]],
    telling: tuple[Article, ...],
    day: Day,
) -> list[Scored]:
    """The reports' first sentences that tell their news: that of the one that heads the story
    first. A second sentence is background as often as news."""
    if not telling:
        return []
    _, head = compose.headline(Story("", telling), day.background)
    rank = {a.id: (a is not head, a.published, a.id) for a in telling}
    told = (one for one in scored if (k := key(one.sentence)) in news and place[k] == 0)
    return sorted(told, key=lambda one: rank[one.sentence.article.id])


def _comments(
    telling: Sequence[Article], chosen: Sequence[Sentence], opening: Sentence | None
) -> bool:
    """Whether the only article hints at a view, and tells neither when nor who says it; or opens
    with a view (`opening`), or with what once was, as features do."""
    if len(telling) != 1 or not chosen or opening is None:
        return False
    if argues(telling[0], HINTS) and not any(reports(s.text) for s in chosen):
        return True
    return is_past(chosen[0]) or fit(opening) == VIEW


def borne(
    scored: list[Scored],
    room: Budget,
    day: Day,
    shown: Sequence[str],
    news: Collection[tuple[str, int]],
    openings: Sequence[Scored],
) -> tuple[Sentence, ...]:
    """What tells the news that its headline promises; where the first of `openings` leads to
    something else, the next report's is tried."""
    while openings:
        chosen = chosen_once(scored, room, day, shown, news, openings)
        articles = tuple({s.article.id: s.article for s in chosen}.values())
        if not articles:
            return ()
        title, _ = compose.headline(Story("", articles), day.background)
        if borne_out(title, " ".join(s.text for s in chosen), day.background):
            return chosen
        openings = [one for one in openings if one.sentence.article not in articles]
    return ()


def chosen_once(
    scored: list[Scored],
    room: Budget,
    day: Day,
    shown: Sequence[str],
    news: Collection[tuple[str, int]],
    openings: Sequence[Scored] = (),
) -> tuple[Sentence, ...]:
    """The best of `scored`; what the others tell already leaves its room to one that is new."""
    for _ in range(REFILLS):
        chosen = select(scored, room, day.settings.select, shown, openings)
        kept = {key(s) for s in distinct(chosen, openings=news)}
        again = {key(s) for s in chosen} - kept
        if not again:
            break
        scored = [one for one in scored if key(one.sentence) not in again]
        openings = [one for one in openings if key(one.sentence) not in again]
    return distinct(chosen, openings=news)


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


def earlier(draft: Draft, day: Day) -> tuple[Article, ...]:
    """The reports from before the day that an edition knew as this story."""
    known = frozenset[str]().union(*(k.articles for k in day.history.known))
    return tuple(a for a in draft.reports if a.id in known and a.published < day.window.start)


def alike(articles: tuple[Article, ...], day: Day) -> tuple[Article, ...]:
    """The one that heads the story, and those that open like it: the rest tell other events."""
    if len(articles) < 2:
        return articles
    _, head = compose.headline(Story("", articles), day.background)
    leads = {a.id: lead(a, day.background) for a in articles}
    least = day.settings.select.alike
    return tuple(a for a in articles if a is head or likeness(leads[head.id], leads[a.id]) >= least)


def linked(articles: Iterable[Article], told: Collection[str], day: Day) -> frozenset[str]:
    """`told` (ids), and those of the articles that open like one of them, or like one that does."""
    leads = {a.id: lead(a, day.background) for a in articles}
    found = [id for id in leads if id in told]
    for one in found:  # grows while it is read
        left = leads.keys() - found
        found += (n for n in left if likeness(leads[one], leads[n]) >= day.settings.select.alike)
    return frozenset(found)


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


def narrative(
    found: Iterable[Sentence], said: Iterable[Quote], openings: Collection[tuple[str, int]] = ()
) -> tuple[Sentence, ...]:
    """The sentences that are not mostly somebody's direct speech: that is shown as a quote.

    One of `openings` tells the news, in whosever words, unless little else stands in it.
    """
    spoken: dict[str, list[Span]] = {}
    speech = []
    for quote in said:
        if quote.speaker and quote.kind != "indirect":
            spoken.setdefault(quote.article.id, []).extend(quote.contents)
            speech.append(" ".join(words(quote.text)))
    every = "\n".join(speech)
    apart = {id: _apart(spans) for id, spans in spoken.items()}
    return tuple(
        s
        for s in found
        if not _SPEECH_FIRST.match(s.text)
        and (
            (key(s) in openings and _tells_itself(s.text))
            or (
                not _is_speech(s, apart.get(s.article.id, []))
                and " ".join(words(s.text)) not in every
            )
        )
    )


def _tells_itself(text: str) -> bool:
    """Whether most of it stands outside of quotation marks."""
    return 2 * len(unquoted(text).split()) > len(text.split())


def _apart(spans: Iterable[Span]) -> list[Span]:
    """What the spans cover, in order, no two of them overlapping."""
    covered: list[Span] = []
    for span in sorted(spans):
        if covered and span.start < covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return covered


def _is_speech(sentence: Sentence, spoken: list[Span]) -> bool:
    """Whether little but somebody's words stands in it: most of it, or all but "..., she said"."""
    span, text = sentence.span, sentence.article.text
    first = bisect_right(spoken, span.start, key=lambda s: s.end)
    inside = spoken[first : bisect_left(spoken, span.end, first, key=lambda s: s.start)]
    edges = [span.start, *(edge for s in inside for edge in (s.start, s.end)), span.end]
    left = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    words = len(text[span.start : span.end].split())
    return bool(inside) and len(left.split()) < max(ATTRIBUTION, words / 2)


def budget(telling: Iterable[Article], day: Day) -> Budget:
    """More words for a story that more outlets report."""
    setting = day.settings.select
    outlets = len({a.outlet for a in telling})
    words = min(setting.words_one + setting.words_more * (outlets - 1), setting.words)
    return Budget.of(words=words, sentences=setting.sentences)


def key(sentence: Sentence) -> tuple[str, int]:
    """The same for a sentence and for its part without a dateline."""
    return sentence.article.id, sentence.index
