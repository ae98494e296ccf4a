"""What a story is told from: which of its reports, and what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from briefing import compose, quotes
from briefing.draft import Day, Draft
from briefing.model import Article, Quote, Sentence, Story
from briefing.press.boilerplate import Lines, is_boilerplate
from briefing.press.events import explains, only_asks, tells_event
from briefing.press.furniture import is_furniture
from briefing.press.views import ALONE, argues
from briefing.standing.leads import lead, likeness
from briefing.standing.news import can_open, opens_plainly, tells_finding, tells_plainly
from briefing.standing.selling import sells
from briefing.text.sentences import is_begun, sentences

HEADS = 30  # outlets whose reports are tried as the one that others open like
READ = 1000  # articles: those of the stories of a day, for the next reader's edition of it


def todays(draft: Draft, day: Day, *, dated: bool = True) -> tuple[Article, ...]:
    """The reports of an event that a story is told from.

    Today's; of a new story without any that tells it, also those from before that no edition knew:
    to a new reader what was said yesterday of a strike that ended today is no news. One of
    them must say when it happened, or plainly who says so: reports beside it may begin otherwise.
    What a feed has cut in its first sentence tells none: it counts, and may head a line.
    """
    before = (k for k in day.history.known if any(d < day.date for d in k.days))
    known = frozenset[str]().union(*(k.articles for k in before))
    every = tuple(a for a in draft.reports if not (explains(a) or only_asks(a) or is_begun(a.text)))
    own = tuple(a for a in every if a.published in day.window)
    if tells(own, day, dated=dated):
        return own
    unknown = tuple(a for a in every if a.published in day.window or a.id not in known)
    return unknown if draft.status == "new" and tells(unknown, day, dated=dated) else ()


def tells(reports: Iterable[Article], day: Day, *, dated: bool) -> bool:
    """Whether one of them says first what was done and when; or, no mere argument, when it happened
    or plainly who says so."""
    return any(
        opens_plainly(a, day.background)
        or (
            not argues(a, ALONE)
            and (tells_event(a) or tells_plainly(a) or tells_finding(a) or not dated)
        )
        for a in reports
    )


def earlier(draft: Draft, day: Day) -> tuple[Article, ...]:
    """The reports from before the day that an edition knew as this story."""
    known = frozenset[str]().union(*(k.articles for k in day.history.known))
    return tuple(a for a in draft.reports if a.id in known and a.published < day.window.start)


def alike(articles: tuple[Article, ...], day: Day) -> tuple[Article, ...]:
    """The one that heads the story, and those that open like it: the rest tell other events.

    Where none opens like that, and others of several outlets open alike, the story is theirs; where
    each opens in its own way, a scene gives way to a report that tells its title's news first, or
    else to one whose first sentence can stand, and has a day.
    """
    if len(articles) < 2:
        return articles
    leads = {a.id: lead(a, day.background) for a in articles}
    least = day.settings.select.alike

    def near(head: Article) -> tuple[Article, ...]:
        other = (a for a in articles if a is not head)
        like = {a.id for a in other if likeness(leads[head.id], leads[a.id]) >= least}
        return tuple(a for a in articles if a is head or a.id in like)

    def headed(group: tuple[Article, ...]) -> tuple[Article, ...]:
        return near(compose.headline(Story("", group), day.background)[1])

    own = headed(articles)
    if outlets(own) > 1 or outlets(articles) < 2:
        return own
    # One of each outlet, for an outlet's flood is compared with all there is otherwise.
    heads = list({a.outlet: a for a in articles}.values())[:HEADS]
    widest = max(map(near, heads), key=outlets)
    if outlets(widest) > 1:
        return headed(widest)
    plain = tuple(a for a in articles if opens_plainly(a, day.background) and not sells(a))
    if not plain and not any(can_open(a) for a in own):
        plain = tuple(a for a in articles if can_open(a))
    return headed(plain) if plain and not set(plain) & set(own) else own


def outlets(articles: Iterable[Article]) -> int:
    """How many outlets they are of."""
    return len({a.outlet for a in articles})


def linked(articles: Iterable[Article], told: Collection[str], day: Day) -> frozenset[str]:
    """`told` (ids), and those of the articles that open like one of them, or like one that does."""
    leads = {a.id: lead(a, day.background) for a in articles}
    found = [id for id in leads if id in told]
    for one in found:  # grows while it is read
        left = leads.keys() - found
        found += (n for n in left if likeness(leads[one], leads[n]) >= day.settings.select.alike)
    return frozenset(found)


def counted(draft: Draft, day: Day) -> tuple[Article, ...]:
    """The reports that the page counts: those that the story is told from, and those like them."""
    near = {a.id for a in (*draft.telling, *alike(draft.reports, day))}
    ids = linked(draft.reports, near, day)
    return tuple(a for a in draft.reports if a.id in ids)


@lru_cache(maxsize=READ)
def written(article: Article, boilerplate: Lines) -> tuple[Sentence, ...]:
    """Its sentences but for its outlet's lines: the same for each reader whose edition tells it.

    None where the first is not ended.
    """
    if is_begun(article.text):
        return ()
    return tuple(s for s in sentences(article) if not is_boilerplate(s, boilerplate))


@lru_cache(maxsize=READ)
def quoted(article: Article, boilerplate: Lines) -> tuple[Quote, ...]:
    """Its quotes."""
    own = written(article, boilerplate)
    found = quotes.quotes(article, own) if own else ()
    return tuple(quote for quote in found if not is_furniture(quote.text))
