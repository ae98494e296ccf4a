"""Which first sentence of a report tells its news by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Sentence
from briefing.press.events import kind_unknown, names_near, reports, unspoken
from briefing.press.surroundings import opens
from briefing.press.titles import tells_deed
from briefing.press.views import foreign
from briefing.standing.acts import act, happened, names_day, tells_act, under_way
from briefing.standing.leads import borne_out, has_fact, in_title, tells_news
from briefing.standing.news import tells_plainly
from briefing.standing.past import is_past
from briefing.standing.selling import promises, sells
from briefing.standing.standalone import fit
from briefing.standing.studies import found_anew
from briefing.text.background import Background
from briefing.text.dates import WEEKDAYS, days
from briefing.text.words import content_stems, stem

# Of its title's words (by idf), what an opening with a day and an act must have that heads its
# story in the title's place.
LED = 0.2
# Of its title's words (by idf), what a sentence behind a scene must have that tells the news.
LATE = 0.4
SCENE, LATEST = 2, 6  # sentences: what may set a scene, and behind it tell the news
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def is_event(
    first: Sentence, background: Background, *, dated: bool = False, second: bool = False
) -> bool:
    """Whether it tells what happened: names its day, or a new study's finding; or an act first, and
    most of its title.

    A fair share of the title is enough where the report goes on with the day of it (`dated`) or the
    title names the act; nor is more asked of one, not the `second`, that tells plainly who says
    so. A notice need not say its title again: an act is enough, or who says so.
    """
    article, text = first.article, first.text
    if foreign(article) or _is_dated(first) or (not second and found_anew(text)):
        return True
    if kind_unknown(article):
        return happened(text) or reports(text) or under_way(text)
    if not second and tells_plainly(article) and not promises(article):
        return True
    if not happened(text) or not borne_out(article.title, text, background):
        return False
    if in_title(article, text, background):
        return True
    named = stem(act(text)) in content_stems(article.title)
    return (dated or named) and not promises(article)


def _is_dated(sentence: Sentence) -> bool:
    """Whether it names its day: a weekday, or one that is near or to come. "On 3 March" of the year
    before is the day of something else."""
    text, published = sentence.text, sentence.article.published.date()
    if not names_day(text):
        return False
    ahead = any(day >= published for day in days(text, published))
    return ahead or _WEEKDAY.search(text) is not None or names_near(text, published)


def is_sure(first: Sentence, background: Background) -> bool:
    """Whether a report's opening tells what was done and when, though its headline names another
    side of that: then its clause heads the story."""
    return (
        opens(first)
        and names_day(first.text)
        and happened(first.text)
        and (
            _by_whom_the_title_names(first)
            or borne_out(first.article.title, first.text, background, LED)
        )
        and not is_past(first)
        and not promises(first.article)
    )


def _by_whom_the_title_names(first: Sentence) -> bool:
    """Whether its title names who acts in it, whatever else that tells: of 19 openings with an act
    and a day that the share of words alone refused, in 26 months, 14 told the day's news, 2 none;
    of 4 whose actor it does not name, 1."""
    actor, _, _ = first.text.partition(act(first.text))
    return bool(set(content_stems(actor)) & set(content_stems(first.article.title)))


def completes(first: Sentence) -> bool:
    """Whether a notice goes on from its title: that tells an act, the notice a fact about it.

    Such a summary is written to stand below its title, in other words: both together are the news.
    What names a day of its own tells an event of its own.
    """
    article = first.article
    shared = set(content_stems(article.title)) & set(content_stems(first.text))
    return (
        kind_unknown(article)
        and not foreign(article)
        and opens(first)
        and bool(shared)
        and not names_day(first.text)
        and (has_fact(first) or under_way(first.text))
        and tells_deed(unspoken(article.title))
        and not sells(article)
        and not is_past(first)
    )


def late_opening(of: Sequence[Sentence], background: Background) -> Sentence | None:
    """The sentence of a report that tells its news behind a scene: where neither of the first two
    does, the first that names a day, tells an act and a fair share of the title."""
    if any(_opens_report(s, n, background) for n, s in enumerate(of[:SCENE])):
        return None
    return next((s for s in of[SCENE:LATEST] if _tells_late(s, background)), None)


def _opens_report(sentence: Sentence, place: int, background: Background) -> bool:
    return (
        tells_news(sentence, place)
        and fit(sentence) is None
        and is_event(sentence, background, second=place > 0)
    )


def _tells_late(sentence: Sentence, background: Background) -> bool:
    return (
        names_day(sentence.text)
        and tells_act(sentence.text)
        and borne_out(sentence.article.title, sentence.text, background, LATE)
        and fit(sentence) is None
        and not is_past(sentence)
    )
