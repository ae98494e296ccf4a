"""Why a report, or a sentence that opens it, is not shown: the first test that it fails.

For who asks when an edition is made; `telling` itself only keeps what passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing import novelty
from briefing.draft import Day, Draft
from briefing.model import Article, Sentence
from briefing.narrative import narrative
from briefing.press.events import explains, only_asks
from briefing.press.genre import Genre
from briefing.press.surroundings import standing
from briefing.reports import alike, earlier, quoted, todays, written
from briefing.standing.acts import teases
from briefing.standing.behind import dated_next, turned
from briefing.standing.leads import borne_out, has_fact, tells_news
from briefing.standing.news import kind
from briefing.standing.openings import is_event, is_sure
from briefing.standing.past import is_ahead, is_past
from briefing.standing.standalone import fit
from briefing.telling import comments
from briefing.text.sentences import is_begun

OPENING = 3  # sentences of a report: those further down lack room as a rule
KINDS: dict[Genre, str] = {
    "opinion": "it reads as comment, an explainer, or a notice that tells no act",
    "live": "it is a live page",
    "roundup": "it rounds up several stories",
}

NO_LINE = "no sentence of it could be told, and its headline alone tells no news"

Test = Callable[[Sentence], str | None]  # what is wrong with it, None for nothing


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that is not shown, and why."""

    sentence: Sentence
    why: str


def set_aside(article: Article, draft: Draft, day: Day) -> str | None:
    """Why the story is not told from this article of it, or None."""
    genre = kind(article)
    if genre != "report":
        return KINDS[genre]
    if all(article.id != a.id for a in draft.reports):
        return "it reprints another article of the story"
    if is_begun(article.text):
        return "its feed cuts it within the first sentence"
    if explains(article) or only_asks(article):
        return "it explains, or asks"
    of_today = todays(draft, day)
    if not of_today:
        return "nothing says first when it happened, or who says so"
    if all(article.id != a.id for a in of_today):
        return "it is of an earlier day"
    telling = alike(of_today, day)
    if all(article.id != a.id for a in telling):
        return "it opens unlike the report that heads the story"
    body = standing(written(article, day.boilerplate))
    if body and comments(telling, body[:1], (body,)):
        return "no other report tells the story, and its headline or opening promises or judges"
    return None


def refused(draft: Draft, day: Day) -> tuple[Refusal, ...]:
    """The first sentences of the reports that tell the story and could not be shown, in order."""
    telling = alike(todays(draft, day), day)
    bodies = [standing(written(a, day.boilerplate)) for a in telling]
    tests = (*_of_the_page(draft, day, bodies), *_of_the_news(day, bodies))
    firsts = chain.from_iterable(of[:OPENING] for of in bodies)
    failed = ((s, next((why for test in tests if (why := test(s))), None)) for s in firsts)
    return tuple(Refusal(s, why) for s, why in failed if why is not None)


def _of_the_page(draft: Draft, day: Day, bodies: Sequence[Sequence[Sentence]]) -> Iterable[Test]:
    """Whether a sentence is told, new, and can stand by itself."""
    every = tuple(chain.from_iterable(bodies))
    articles = {s.article.id: s.article for s in every}.values()
    said = chain.from_iterable(quoted(a, day.boilerplate) for a in articles)
    told = more = narrative(every, said, {of[0].place for of in bodies if of})
    if draft.status == "updated":
        more = novelty.further(told, earlier(draft, day), day.date, day.background)
    new = novelty.fresh(more, day.history.printed, day.background)
    yield _unless_in(told, "it is speech")
    yield _unless_in(more, "earlier reports of the story told it")
    yield _unless_in(new, "an earlier edition printed what it says")
    yield _stand


def _of_the_news(day: Day, bodies: Sequence[Sequence[Sentence]]) -> Iterable[Test]:
    """Whether it tells news: an opening that of its headline, the others a fact."""
    place = {s.place: i for of in bodies for i, s in enumerate(of)}
    back, going = turned(bodies), dated_next(bodies)

    def event(s: Sentence) -> str | None:
        if s.place in back:
            return "what follows takes it back"
        at = place[s.place]
        if at and not has_fact(s):
            return "it holds no figure or name, or nobody acts in it"
        if not tells_news(s, at):
            return None if at else "it speaks of something else than its headline"
        if is_event(s, day.background, dated=s.place in going, second=at > 0):
            return None if at or _keeps_promise(s, day) else "its headline promises more"
        return None if at else "it names no day, nor who says so, nor the act of its headline"

    yield event


def _stand(sentence: Sentence) -> str | None:
    """Whether it can stand by itself, today."""
    if (reason := fit(sentence)) is not None:
        return f"it cannot stand by itself: {reason}"
    if is_ahead(sentence):
        return "it is of a day to come"
    if is_past(sentence):
        return "it is of what is long past"
    return "it makes curious and does not tell" if teases(sentence.text) else None


def _unless_in(kept: Iterable[Sentence], why: str) -> Test:
    places = {s.place for s in kept}
    return lambda s: None if s.place in places else why


def _keeps_promise(sentence: Sentence, day: Day) -> bool:
    title = sentence.article.title
    known = day.background
    return borne_out(title, sentence.text, known) or is_sure(sentence, known)
