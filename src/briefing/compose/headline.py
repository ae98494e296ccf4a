"""The headline of a story: of its articles' titles the one that tells it best."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from briefing.model import Article, Sentence, Story
from briefing.press.captions import opening
from briefing.press.events import LEAD_CHARACTERS, asks, only_asks, stated
from briefing.press.headlines import fitness, outrun, title_of
from briefing.press.surroundings import standing
from briefing.press.views import ALONE, argues
from briefing.standing.clauses import main_clause
from briefing.standing.leads import borne_out, lead, likeness
from briefing.standing.openings import completes, is_sure
from briefing.standing.selling import is_stale, sells, teases
from briefing.text.background import Background
from briefing.text.sentences import sentences
from briefing.text.words import content_stems

# What a good title's words weigh to the power of 0.3, so that being central is about 0 to 1.
TELLING = 3.2

# Reports that open less alike may tell two events: of four statements that had no word of such a
# headline three were of another event, or of none.
LOOSE = 0.3
# What a title loses that teases, or announces what its text or another title has as done.
OVERTAKEN = 0.3
SLANT = 0.4  # what a title loses whose article leans to argue: another one reports
SHARED = 2  # stems that a title has in common with the sentence which tells it
OPENS = 1  # the place of a sentence that may still open a report


def headline(story: Story, background: Background) -> tuple[str, Article]:
    """The title that tells the story best, without the outlet's name, and the article it heads.

    Central to the origins' titles and leads, a statement, of sensible length; the wording is a
    slice of the title. Where no article has a title, the start of the first text stands in.
    """
    titled = [a for a in story.origins if title_of(a)] or [a for a in story.articles if title_of(a)]
    if not titled:
        first = story.articles[0]
        return first.text[:80].split("\n")[0].strip() or first.source.name, first
    best = by_title(titled, background)[0]
    return title_of(best), best


def by_title(articles: Sequence[Article], background: Background) -> list[Article]:
    """The articles, the one first whose title tells their story best; later ones know more."""
    vectors = {a.id: _words(a) for a in articles}
    worth = {a.id: _worth(a, articles, vectors, background) for a in articles}
    return sorted(articles, key=lambda a: (worth[a.id], _age(a)), reverse=True)


def retold(
    headline: str, head: Article, shown: Sequence[Sentence], background: Background
) -> tuple[str, Article]:
    """The headline, and its article; where it sells the story instead of telling what happened, or
    promises what is not told, the main clause of the first sentence that is shown, if that opens
    its report.

    The whole sentence only for one that is out of date: it stands below once more. So does a
    clause: a sober title is kept that its report's opening bears out, in other words perhaps. A
    question behind a statement is left out where no clause can stand for both.
    """
    first = shown[0] if shown else None
    if first is None:
        return headline, head
    told = " ".join(s.text for s in shown)
    if not sells(head) and (
        borne_out(headline, told, background)
        or _tells(first, headline, head, background)
        or (first.article.id == head.id and completes(first) and not is_sure(first, background))
    ):
        return headline, head
    clause = main_clause(first.text) if _opens(first) else ""
    if not clause or (len(clause) > len(first.text) - 2 and not is_stale(head, headline)):
        asked = asks(head) and not only_asks(head)
        return stated(headline) if asked else headline, head
    return clause, first.article


def _tells(first: Sentence, headline: str, head: Article, background: Background) -> bool:
    """Whether the first sentence that is shown opens the report of `head`, and the two together
    tell what its title says."""
    common = set(content_stems(headline)) & set(content_stems(first.text))
    return (
        first.article.id == head.id
        and _opens(first)
        and len(common) >= SHARED
        and borne_out(headline, opening(head.text, LEAD_CHARACTERS), background)
    )


def _opens(sentence: Sentence) -> bool:
    """Whether it is one of the first of its report, behind captions and furniture."""
    if sentence.index <= OPENS:
        return True
    first = standing(sentences(sentence.article))[: OPENS + 1]
    return sentence.index in {s.index for s in first}


def under(
    shown: Sequence[Sentence], headline: str, head: Article, background: Background
) -> tuple[Sentence, ...]:
    """Those that stand under the headline of `head`: its own, those of reports that open like it,
    and of others what has a word of the headline."""
    own = frozenset(content_stems(headline))
    start = lead(head, background)
    others = {s.article.id: s.article for s in shown if s.article.id != head.id}
    loose = {id for id, other in others.items() if likeness(start, lead(other, background)) < LOOSE}
    kept = tuple(s for s in shown if s.article.id not in loose or own & set(content_stems(s.text)))
    return kept or tuple(shown)


def _age(article: Article) -> tuple[float, str]:
    """Of equal titles the later one knows more; the id only breaks ties."""
    return article.published.timestamp(), article.id


def _words(article: Article) -> Counter[str]:
    return Counter(content_stems(opening(article.text, LEAD_CHARACTERS)))


def _worth(
    article: Article,
    titled: Sequence[Article],
    leads: dict[str, Counter[str]],
    background: Background,
) -> float:
    """How central the title is (0 to 1: the share of its words that leads hold), plus fitness."""
    own = sorted(set(content_stems(title_of(article))))
    weight = sum(background.idf(w) for w in own)
    if not weight:
        return -2.0
    # Not only the share: a longer title that tells more of the event is worth more.
    told = sum(background.idf(w) for other in titled for w in own if w in leads[other.id])
    told /= len(titled)
    faults = SLANT if argues(article, ALONE) else 0.0
    others = (title_of(other) for other in titled if other is not article)
    title = title_of(article)
    if teases(title) or is_stale(article, title) or outrun(title, others):
        faults += OVERTAKEN
    return round(told / math.pow(weight, 0.7) / TELLING + fitness(article) - faults, 6)
