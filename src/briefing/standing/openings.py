"""Which first sentence of a report tells its news by itself."""

from __future__ import annotations

from briefing.model import Article, Sentence
from briefing.press.captions import opening
from briefing.press.events import kind_unknown
from briefing.standing.acts import happened, names_day
from briefing.standing.leads import borne_out
from briefing.standing.past import is_past
from briefing.standing.selling import promises
from briefing.text.background import Background
from briefing.text.sentences import spans

FIRST = 700  # characters: the first sentence stands in them
# Of its title's words (by idf), what an opening without a day must have: of those with less, which
# set scenes, strict readers struck 4 of 20, of the others 1 of 44.
PLAIN = 0.6
# And what one with a day and an act must have that heads its story in the title's place.
LED = 0.2


def is_event(first: Sentence, background: Background) -> bool:
    """Whether it tells what happened: names its day, or has most of its title and an act first."""
    if kind_unknown(first.article) or names_day(first.text):
        return True
    return _in_title(first.article, first.text, background) and happened(first.text)


def is_sure(first: Sentence, background: Background) -> bool:
    """Whether a report's opening tells what was done and when, though its headline names another
    side of that: then its clause heads the story."""
    return (
        first.index == 0
        and names_day(first.text)
        and happened(first.text)
        and borne_out(first.article.title, first.text, background, LED)
        and not is_past(first)
        and not promises(first.article)
    )


def opens_plainly(article: Article, background: Background) -> bool:
    """Whether the first sentence tells when and what was done in its title's words: so reports
    begin, however much they weigh and quote further down (8 of 8 read; of 11 with all that columns
    have, 9)."""
    start = opening(article.text, FIRST)
    first = next((span.of(start) for span in spans(start)), "")
    return names_day(first) and happened(first) and _in_title(article, first, background)


def _in_title(article: Article, text: str, background: Background) -> bool:
    return borne_out(article.title, text, background, PLAIN)
