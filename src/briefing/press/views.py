"""Does an article argue or report? Columns that no label names are known by their words.

A report says who said it, and when it happened, in nearly every paragraph; a column says "we",
hedges and stresses, and asks in its headline. A logistic regression over six such signs, learnt by
`tools/learn_views.py` from articles whose outlets label them: of those labelled opinion it knows
60 %, and it calls 9 % of agencies' and newsrooms' pieces opinion (five-fold cross-validation); of
those, read by hand, most argue indeed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from briefing.model import Article
from briefing.press.lostmarks import restored
from briefing.press.posts import without_posts
from briefing.text.dates import NEAR_DAY, WEEKDAY

CHARACTERS = 4_000  # the start tells; and the work is the same for a report of any length
LEAST_WORDS = 120  # a short notice has no room for signs of either kind
ARGUES = 0.75
ALONE = 0.5  # too like a column to be a story by itself
HINTS = 0.25  # enough where what is told names neither a day nor who says it
LEANS = 0.55  # or to be a line of news
ASKED = 2_000  # articles: a day's are asked for their kind at every step

_QUOTED = re.compile(r"“[^“”]{0,2000}(?:”|(?=\n\s*“))|\"[^\"\n]{0,2000}\"")
# "F.B.I.", "I.R.S.": no letter of theirs is the writer.
INITIALS = re.compile(r"\b(?:[A-Z]\.)+I\.|\bI\.(?:[A-Z]\.)+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
DAY = re.compile(
    rf"\b(?:{WEEKDAY}|{NEAR_DAY}|this\sweek)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\?|\b(?:why|how|I|we|you|our|my|your|must|should|don['’]t|isn['’]t|can['’]t|let['’]s)\b",
    re.IGNORECASE,
)
_I = frozenset("i my me myself i'm i've i'd i'll".split())
_WE = frozenset("we our us ours ourselves we're we've we'll let's".split())
_REPORTING = frozenset(
    """said says told according announced reported statement spokesman spokeswoman spokesperson
    officials asked added""".split()
)
_STRESS = frozenset(
    """perhaps indeed surely clearly frankly sadly simply merely actually really truly obviously
    absurd ridiculous outrageous shameful so even thus therefore yet yes no why how never always
    rather hardly exactly precisely""".split()
)
# Sign: its weight, and the most that counts of it (a hundred words with ten of a sort say no more
# than one with three).
WEIGHTS = {
    "i": (0.54, 3.0),
    "we": (0.6, 3.0),
    "reporting": (-1.6, 4.0),
    "day": (-0.13, 1.0),
    "stress": (0.91, 3.0),
    "asking": (0.6, 1.0),
}
BIAS = 0.37


def foreign(article: Article) -> bool:
    """Whether it is in another language than English, whose words are all that is known here."""
    return (article.language or "en")[:2] != "en"


def argues(article: Article, above: float = ARGUES) -> bool:
    """Whether the article's own words, quotations and posts aside, are those of a column; of other
    languages than English the signs are not known."""
    if foreign(article):
        return False
    return _likelihood(article.title, article.text[:CHARACTERS]) > above


@lru_cache(maxsize=ASKED)
def _likelihood(title: str, start: str) -> float:
    """That it is a column's (0 to 1); 0 where a text is too short to tell."""
    if len(start.split()) < LEAST_WORDS:
        return 0.0
    found = signs(title, start)
    score = BIAS + sum(weight * found[name] for name, (weight, _) in WEIGHTS.items())
    return 1 / (1 + math.exp(-score))


def signs(title: str, text: str) -> dict[str, float]:
    """How often each sign stands in a hundred of the author's own words, 0 or 1 for two of them."""
    start = text[:CHARACTERS]
    own = _QUOTED.sub(" ", _without_initials(without_posts(start)))
    words = Counter(_WORD.findall(own.lower().replace("’", "'")))
    share = 100 / max(50, words.total())
    rates = {
        "i": share * _times(words, _I),
        "we": share * _times(words, _WE),
        "reporting": share * _times(words, _REPORTING),
        "day": float(DAY.search(start[:600]) is not None),
        "stress": share * _times(words, _STRESS),
        "asking": float(_ASKING.search(_without_initials(restored(title[:300]))) is not None),
    }
    return {name: min(rates[name], most) for name, (_, most) in WEIGHTS.items()}


def _without_initials(text: str) -> str:
    return INITIALS.sub(" ", text) if "I." in text else text  # few have any, and it is asked often


def _times(words: Counter[str], listed: Iterable[str]) -> int:
    return sum(words[word] for word in listed)
