"""What is new today: a story's status, and the sentences that no earlier edition printed."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing.model import Article, History, Known, Printed, Sentence, Status, Story, Window
from briefing.standing.acts import is_told
from briefing.standing.leads import agree_in_words, agreement, begun
from briefing.standing.news import is_news
from briefing.standing.subjects import strangers
from briefing.text.background import Background
from briefing.text.background import background as shipped
from briefing.text.dates import days, past_day
from briefing.text.numbers import SPELLED
from briefing.text.words import content_stems, stem, words

# A printed statement holds a sentence when it has so much of its content, weighted by rarity, and
# every figure and name: below, the sentence tells something more.
_HELD = 0.75
# Two statements with this weighted cosine read as the same, whichever is longer.
_SAME = 0.8
# What names a day that an edition of that day or later told of is old with so much of it.
_HALF = 0.5
# The share of a sentence's content that stands in the earlier reports of its story when it tells
# nothing that they did not: of sentences with news three in four are below 0.8.
_AGAIN = 0.95
# The share of a headline's content in an article that tells of it, and how many words that takes.
_TOLD, _TITLE = 0.75, 4
# With this share of a title an article must be as like the report as this share of two of one
# event: of 84 ends that were told, most of those above were no ends.
_SOME, _LIKE = 0.15, 2 / 3
_MUCH, _LESS_LIKE = 0.5, 1 / 2
# A toll that rises from four to nine is news: the press spells small numbers out.
_SPELLED = SPELLED | frozenset(stem(word) for word in SPELLED)
_READ = 10_000  # characters of an article: hostile ones have more
# A capitalised word that does not begin the sentence: part of a name.
_NAME = re.compile(r"(?<=[\w,;:]\s)[^\W\d_a-z][\w’'-]+")


def status(story: Story, history: History, day: date) -> tuple[Status, date]:
    """(new, updated or continuing; the first day on which it was in an edition).

    A story that was told before is updated when a report joined it that no earlier edition knew:
    a column about it is nothing new. What was split off from an earlier story, or merged from
    several, runs since the first of them, also when the reports that they share are long past.
    """
    news = {a.id for a in story.articles if is_news(a)}
    before = [k for k in history.known if any(d < day for d in k.days)]
    tied = news | _past_news(story.id, before, history.past)
    told = [k for k in before if k.id == story.id or tied & k.articles]
    if not told:
        return "new", day
    known = frozenset[str]().union(*(k.articles for k in told))
    added = any(a.id in news and a.id not in known for a in story.origins)
    since = min(d for k in told for d in k.days)
    return ("updated" if added else "continuing"), since


def _past_news(id: str, known: Iterable[Known], past: Iterable[Article]) -> set[str]:
    """The earlier reports of the story that other stories had as well."""
    every = tuple(known)
    own = frozenset[str]().union(*(k.articles for k in every if k.id == id))
    shared = {article for k in every if k.id != id for article in own & k.articles}
    return {a.id for a in past if a.id in shared and is_news(a)} if shared else set()


def current(stories: Iterable[Story], window: Window) -> tuple[Story, ...]:
    """The stories with a report in the window: a column alone does not make one today's."""
    return tuple(
        s for s in stories if any(a.published in window and is_news(a) for a in s.articles)
    )


def quiet(history: History, stories: Iterable[Story], day: date) -> tuple[Known, ...]:
    """The stories of the edition before that none of today's articles continues.

    Each is told once, on the first day of its silence: `stories` are today's. What one article
    told on one day has no end to tell of, nor a mere line of one report beside a column; what was
    merged into another story goes on in that.
    """
    every = tuple(stories)
    alive = {story.id for story in every}
    running = {a.id for story in every for a in story.articles if is_news(a)}
    known = history.known
    before = history.latest or max((d for k in known for d in k.days if d < day), default=None)
    left = (k for k in known if k.id not in alive and before in k.days)
    ended = (k for k in left if not k.articles & running and _ran(k, history))
    return tuple(sorted(ended, key=lambda k: (min(k.days), k.id)))


def _ran(story: Known, history: History) -> bool:
    """Whether several days or several reports told of it: a quarter of the ends of twelve months
    were those of one report with a column beside it, and readers called them idle."""
    if len(story.days) > 1 or len(story.articles) < 2:
        return len(story.days) > 1
    beside = {a.id for a in history.past if a.id in story.articles and not is_news(a)}
    return len(story.articles - beside) > 1


def unheard(
    ended: Iterable[Known],
    past: Iterable[Article],
    articles: Iterable[Article],
    background: Background,
    alike: float,
) -> tuple[Known, ...]:
    """The ended stories of which none of `articles` (today's) tells, be it in another story.

    An article tells of one when it holds what a title of its reports (of `past`) says, or has some
    of that and is nearly as much `alike` to the report (0 to 1) as two of one event are: silence
    costs nothing, an end that is none does.
    """
    today = [(a, frozenset(content_stems(f"{a.title}\n{a.text[:_READ]}"))) for a in articles]
    earlier = {a.id: a for a in past}

    def told(report: Article, article: Article, stems: frozenset[str]) -> bool:
        held = _held(report.title, stems, background)
        if held >= _TOLD and len(set(content_stems(report.title))) >= _TITLE:
            return True
        if held < _SOME or strangers(report, article):  # another earthquake
            return False
        near = agreement(begun(report, background), begun(article, background))[1]
        least = alike * (_LESS_LIKE if held >= _MUCH else _LIKE)
        if least <= near < alike:  # not by the name of a town alone
            return agree_in_words(report, article, background)
        return near >= alike

    return tuple(
        one
        for one in ended
        if not any(
            told(earlier[id], *each)
            for id in sorted(one.articles & earlier.keys())
            for each in today
        )
    )


def fresh(
    sentences: Sequence[Sentence],
    printed: Sequence[Printed],
    background: Background | None = None,
) -> tuple[Sentence, ...]:
    """The sentences whose content no printed statement holds already, also in other words.

    A figure or a name that the printed statement does not have makes a sentence new, and so does
    that it happened since: the end of a strike is told in the words of its beginning. But not an
    opening whose day an edition told already: another outlet's later account of the same act.
    """
    told = _told(tuple((p.day, p.text) for p in printed))
    common = background or shipped()
    return tuple(s for s in sentences if not told.holds(s, common) and not _late(s, printed, told))


def _late(sentence: Sentence, printed: Sequence[Printed], told: _Told) -> bool:
    """Whether it opens its report with an act of a day that an edition has told of already."""
    if sentence.index:
        return False
    last = max(days(sentence.text, sentence.article.published.date()), default=date.max)
    return any(
        printed[number].day >= last
        and last in days(printed[number].text, printed[number].day)
        and is_told(printed[number].text)
        for number in told.sharing(sentence.text, _HALF)
    )


def further(
    sentences: Sequence[Sentence],
    earlier: Iterable[Article],
    day: date,
    background: Background | None = None,
) -> tuple[Sentence, ...]:
    """The sentences that tell more than the `earlier` reports of their story did.

    What is in these to the last word is told again for a reader who has read on, unless it says
    that it happened since.
    """
    common = background or shipped()
    texts = (f"{a.title}\n{a.text[:_READ]}" for a in earlier)
    known = frozenset(stem for text in texts for stem in content_stems(text))
    return tuple(s for s in sentences if not _known(s, known, common) or _since(s, day))


def _known(sentence: Sentence, stems: frozenset[str], background: Background) -> bool:
    return _held(sentence.text, stems, background) >= _AGAIN


def _held(text: str, stems: frozenset[str], background: Background) -> float:
    """The share of the content of `text` that `stems` hold, weighted by rarity."""
    weight = {s: background.idf(s) for s in sorted(set(content_stems(text)))}
    held = sum(value for stem, value in weight.items() if stem in stems)
    return held / (sum(weight.values()) or 1.0)


def _since(sentence: Sentence, day: date) -> bool:
    return any(d >= day for d in days(sentence.text, sentence.article.published.date()))


@dataclass(frozen=True, slots=True)
class _Told:
    """The content stems of each printed statement, and the statements that have a stem."""

    printed: tuple[date, ...]
    contents: tuple[frozenset[str], ...]
    exact: frozenset[tuple[str, ...]]
    holders: Mapping[str, Sequence[int]]

    def holds(self, sentence: Sentence, background: Background) -> bool:
        text = sentence.text
        if tuple(words(text)) in self.exact:
            return True
        happened = past_day(sentence)
        content = frozenset(content_stems(text))
        weight = {s: background.idf(s) ** 2 for s in sorted(content)}
        needed = _figures(content) | {stem(w) for n in _NAME.findall(text) for w in words(n)}
        needed &= content
        common: defaultdict[int, float] = defaultdict(float)
        for one in sorted(content):
            for number in self.holders.get(one, ()):
                common[number] += weight[one]
        total = sum(weight.values())
        return any(
            needed <= self.contents[number]
            and self.printed[number] >= happened
            and (shared >= _HELD * total or self._cosine(number, shared, total, background))
            for number, shared in common.items()
        )

    def sharing(self, text: str, share: float) -> Iterator[int]:
        """The printed statements that have `share` of the content of the shorter of the two."""
        content = frozenset(content_stems(text))
        for number in sorted({n for one in content for n in self.holders.get(one, ())}):
            other = self.contents[number]
            if len(content & other) >= share * min(len(content), len(other)):
                yield number

    def _cosine(self, number: int, shared: float, total: float, background: Background) -> bool:
        if shared < _SAME**2 * total:
            return False
        other = sum(background.idf(s) ** 2 for s in sorted(self.contents[number]))
        return shared >= _SAME * math.sqrt(total * other)


@lru_cache(maxsize=4)
def _told(printed: tuple[tuple[date, str], ...]) -> _Told:
    """What was printed, read once for all stories of an edition."""
    texts = tuple(text for _, text in printed)
    contents = tuple(frozenset(content_stems(t)) for t in texts)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, content in enumerate(contents):
        for one in sorted(content):
            holders[one].append(number)
    exact = frozenset(tuple(words(t)) for t in texts)
    return _Told(tuple(day for day, _ in printed), contents, exact, dict(holders))


def _figures(content: Iterable[str]) -> set[str]:
    return {s for s in content if s.split("-")[0] in _SPELLED or any(c.isdigit() for c in s)}
