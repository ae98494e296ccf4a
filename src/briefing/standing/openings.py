"""Which first sentence of a report tells its news by itself."""

from __future__ import annotations

from briefing.model import Sentence
from briefing.press.events import kind_unknown, reports, unspoken
from briefing.press.surroundings import opens
from briefing.press.titles import tells_deed
from briefing.press.views import foreign
from briefing.standing.acts import act, happened, names_day, under_way
from briefing.standing.leads import borne_out, has_fact, in_title
from briefing.standing.news import tells_plainly
from briefing.standing.past import is_past
from briefing.standing.selling import promises, sells
from briefing.text.background import Background
from briefing.text.words import content_stems, stem

# Of its title's words (by idf), what an opening with a day and an act must have that heads its
# story in the title's place.
LED = 0.2


def is_event(
    first: Sentence, background: Background, *, dated: bool = False, second: bool = False
) -> bool:
    """Whether it tells what happened: names its day; or an act first, and most of its title.

    A fair share of the title is enough where the report goes on with the day of it (`dated`), the
    title names the act, or the sentence, if it is not the `second`, tells plainly who says so. A
    notice need not say its title again: an act is enough, or who says so.
    """
    article, text = first.article, first.text
    if foreign(article) or names_day(text):
        return True
    if kind_unknown(article):
        return happened(text) or reports(text) or under_way(text)
    if not happened(text) or not borne_out(article.title, text, background):
        return False
    if in_title(article, text, background):
        return True
    named = stem(act(text)) in content_stems(article.title)
    vouched = dated or named or (not second and tells_plainly(article))
    return vouched and not promises(article)


def is_sure(first: Sentence, background: Background) -> bool:
    """Whether a report's opening tells what was done and when, though its headline names another
    side of that: then its clause heads the story."""
    return (
        opens(first)
        and names_day(first.text)
        and happened(first.text)
        and borne_out(first.article.title, first.text, background, LED)
        and not is_past(first)
        and not promises(first.article)
    )


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
