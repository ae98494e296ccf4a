"""What an article puts first: its news, where it is a report.

Two reports may share a long background (the same office, the same crisis) and yet tell of two
events; what each puts first shows it: `likeness` is a cosine of titles and first lines. A feature
begins with somebody on the road to work, far from what its title says; a report does not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache

from briefing.model import Article, Sentence
from briefing.press.captions import opening
from briefing.press.datelines import uncredited
from briefing.press.events import unspoken
from briefing.standing.acts import tells_act
from briefing.text.background import Background
from briefing.text.names import names
from briefing.text.numbers import figures
from briefing.text.synonyms import meaning
from briefing.text.words import WORD, content_stems, stem, telling_words

REMEMBERED = 4_000  # openings whose names are kept: those of a day, compared with each other
A_DAY = 500  # articles whose words are kept: 50 kB each
CHARACTERS = 900  # the first paragraphs
TEXT = 3_000  # beside the opening, what the article goes on about
WORDS_SHARED = 3  # that two titles have in common: a theme has two ("police reform")
TITLE = 2  # times that a title counts: it says in ten words what the article is about

OF_TITLE = 0.15  # of a title's words, by idf: a text with less is not the title's (6 of 12 read)
FEW = 0.4  # of its words: so many weigh more
LEAST_WORDS = 100
_READ = 10_000  # characters of a text
BORNE_OUT = 0.3  # of a title's words, by their idf
# Of its title's words, what an opening without a day must have: of those with less, which set
# scenes, strict readers struck 4 of 20, of the others 1 of 44.
PLAIN = 0.6
ECHO = 0.8  # of a text's words, by idf: its headline tells it
SHARED = (1, 2)  # stems that the first, the second sentence has in common with the title it tells
_FACT = re.compile(r"\d|(?<=[\w,;:’'”\"]\s)[\"“‘(]?[A-ZÀ-Þ][\w’'-]+")
_READ = 10_000  # characters in front of it that are searched: hostile articles have more
_FIRST_WORD = re.compile(r"[\"“‘(]?([A-ZÀ-Þ][\w’-]+?)(?:['’]s)?[\s,]")

# How alike two openings of one piece of news are without their names: of 267 labelled pairs of one
# event that agree in all, none has less than .04; a match and a railway line between two towns .02.
IN_WORDS = 0.03
SEVERAL = 3  # "the two sides", "both" count nothing new

# "ex-energy minister" is a former energy minister.
_PREFIX = re.compile(r"\b(?:ex|anti|pro|non|pre|post|mid)-(?=\w{3})", re.IGNORECASE)

Lead = dict[str, float]
Begun = tuple[Lead, Lead]  # the opening, and the text as far as it is read


def lead(article: Article, background: Background, characters: int = CHARACTERS) -> Lead:
    """The content stems of title and first paragraphs, by (1 + log tf) * idf."""
    title = content_stems(_PREFIX.sub("", article.title[:CHARACTERS]))
    told = content_stems(_PREFIX.sub("", uncredited(opening(article.text, characters))))
    if _foreign(title, told, background) and _foreign(title, _whole(article), background):
        title = []
    found = Counter(title * TITLE + told)
    return {s: (1 + math.log(n)) * background.idf(s) for s, n in sorted(found.items())}


def _foreign(title: Iterable[str], text: Iterable[str], background: Background) -> bool:
    """Whether a text has next to nothing of a title: a page put another piece's in its place."""
    own = frozenset(title)
    common = own.intersection(text)
    if len(own) < WORDS_SHARED or len(common) >= FEW * len(own):  # most: spare the weighing
        return False
    said, every = (sum(background.idf(s) for s in sorted(part)) for part in (common, own))
    return said < OF_TITLE * every


def _whole(article: Article) -> list[str]:
    """The stems of its title and text: a notice tells its title in few words, perhaps in others."""
    text = article.text[:_READ]
    return content_stems(text if len(text.split()) >= LEAST_WORDS else f"{article.title}\n{text}")


def likeness(a: Lead, b: Lead) -> float:
    """0 to 1: the cosine of two openings."""
    both = norm(a) * norm(b)
    return round(sum(x * b.get(s, 0.0) for s, x in a.items()) / both, 6) if both else 0.0


def norm(a: Lead) -> float:
    """Its Euclidean length."""
    return math.sqrt(sum(x * x for x in a.values()))


@lru_cache(maxsize=A_DAY)
def begun(article: Article, background: Background) -> Begun:
    """How the article begins, and how it goes on; kept for as many articles as a day has."""
    return lead(article, background), lead(article, background, TEXT)


def agreement(a: Begun, b: Begun) -> tuple[float, float]:
    """How alike two articles open, and the mean of that and of how alike they go on."""
    opening, text = (likeness(x, y) for x, y in zip(a, b, strict=True))
    return opening, (opening + text) / 2


def weightiest(a: Begun, b: Begun) -> float:
    """How much of the mean of `agreement` one word is: that which brings the openings most."""
    return sum(_most(x, y) for x, y in zip(a, b, strict=True)) / 2


def _most(a: Lead, b: Lead) -> float:
    both = norm(a) * norm(b)
    return max((x * b.get(s, 0.0) for s, x in a.items()), default=0.0) / both if both else 0.0


def titles_weigh(a: Article, b: Article, background: Background) -> float:
    """What the stems that two titles have in common weigh, by idf; 0 for one stem alone."""
    stems = (frozenset(content_stems(x.title[:CHARACTERS])) for x in (a, b))
    common = sorted(frozenset.intersection(*stems))
    return round(sum(background.idf(s) for s in common), 6) if len(common) > 1 else 0.0


def matter(a: Article, b: Article, background: Background) -> float:
    """What the stems weigh, by idf, that two titles have in common and that name nobody."""
    stems = (frozenset(content_stems(x.title[:CHARACTERS])) for x in (a, b))
    common = sorted(frozenset.intersection(*stems) - names_in_common(a, b))
    return round(sum(background.idf(s) for s in common), 6)


def titles_share(a: Article, b: Article, background: Background) -> float:
    """How much of the lighter title, by idf, is in the other; 0 for fewer than three stems."""
    stems = [frozenset(content_stems(x.title[:CHARACTERS])) for x in (a, b)]
    common = stems[0] & stems[1]
    if len(common) < WORDS_SHARED:
        return 0.0
    lighter = min(sum(background.idf(s) for s in sorted(of)) for of in stems)
    return round(sum(background.idf(s) for s in sorted(common)) / lighter, 6)


def names_known(report: Article, other: Article) -> bool:
    """Whether `other` opens with a name that the report's title has: a second earthquake is
    compared with the first, but has its own place."""
    titled = _names(report) & frozenset(content_stems(report.title[:CHARACTERS]))
    return bool(titled & _names(other))


def agreement_in_words(a: Article, b: Article, background: Background) -> float:
    """How alike two openings are when what is only a name in either is left out."""
    named = _names(a) | _names(b)
    plain = ({s: x for s, x in lead(each, background).items() if s not in named} for each in (a, b))
    return likeness(*plain)


def agree_in_words(a: Article, b: Article, background: Background) -> bool:
    """Whether two openings have more in common than names: a president, a scandal has many news."""
    return agreement_in_words(a, b, background) >= IN_WORDS


def names_in_common(a: Article, b: Article) -> frozenset[str]:
    """The stems of the names that both open with."""
    return _names(a) & _names(b)


def _names(article: Article) -> frozenset[str]:
    """The stems that are only names where the article opens."""
    return _only_names(opening(article.text, CHARACTERS))


@lru_cache(maxsize=REMEMBERED)
def _only_names(start: str) -> frozenset[str]:
    """Of the opening `start`; what it also writes small is a word as well."""
    small = content_stems(" ".join(word for word in WORD.findall(start) if word.islower()))
    return frozenset(content_stems("\n".join(span.of(start) for span in names(start)))) - set(small)


def echoes(title: str, text: str, background: Background) -> bool:
    """Whether `title` has nearly all that `text` tells: below it that adds nothing."""
    said = {meaning(word) for word in telling_words(_apart(title))}
    return _told(telling_words(_apart(text)), said, background) >= ECHO


def tells_news(sentence: Sentence, place: int) -> bool:
    """Whether it stands first or second (`place` 0 or 1) and speaks of what the title does.

    The second must do so plainly: it may be background. Without a title any opening will do.
    """
    if place >= len(SHARED):
        return False
    title = frozenset(content_stems(sentence.article.title[:CHARACTERS]))
    common = title & frozenset(content_stems(sentence.text))
    return len(common) >= min(SHARED[place], len(title))


def borne_out(title: str, text: str, background: Background, least: float = BORNE_OUT) -> bool:
    """Whether `text` tells what `title` promises: a fair share of its words, by their idf.

    Below stand a scene, a theme or a by-way in place of the news: in a month of editions, all of
    the ten stories whose sentences had less of their headline, and of 163 hardly another. What
    somebody is quoted with in the title need not stand in the text as well.
    """
    said = {meaning(word) for word in telling_words(_apart(text))}
    own = telling_words(_apart(unspoken(title)))
    wordings = [telling_words(_apart(title)), *([own] if len(own) >= WORDS_SHARED else [])]
    return any(_told(wording, said, background) >= least for wording in wordings)


def in_title(article: Article, text: str, background: Background) -> bool:
    """Whether `text` tells most of what the article's title does."""
    return borne_out(article.title, text, background, PLAIN)


def _told(title: Iterable[str], said: Container[str], background: Background) -> float:
    """The share of a title's words, by idf, whose meaning is among what is `said`."""
    promised = {meaning(word): background.idf(stem(word)) for word in title}
    told = sum(weight for word, weight in promised.items() if word in said)
    return told / (sum(promised.values()) or 1.0)


def _apart(text: str) -> str:
    """With the parts of "Dunmere-born" as words of their own."""
    return text.replace("-", " ")


def has_fact(sentence: Sentence) -> bool:
    """Whether it holds a figure or a name, and somebody acts or speaks in it: what has neither is
    comment or transition, and what only is so, a scene."""
    text = sentence.text
    told = _FACT.search(text) is not None or any(f.value >= SEVERAL for f in figures(text))
    return (told or _begins_with_name(sentence)) and tells_act(text)


def _begins_with_name(sentence: Sentence) -> bool:
    """Whether its first word, which is capitalised in any case, is so inside the text before."""
    first = _FIRST_WORD.match(sentence.text)
    before = sentence.article.text[: min(sentence.span.start, _READ)]
    return first is not None and re.search(rf"[a-z,]\s{re.escape(first[1])}\b", before) is not None
