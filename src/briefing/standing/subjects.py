"""Subjects: what titles name. Two events told in the same words differ in it.

"Bus falls into ravine in Peru" and "Bus falls into ravine in Nepal" share nearly all their words,
yet neither tells anything of the other's land. Of two reports of one event at least one tells half
of what the other's title names: of 3,800 such pairs 1.2 % do not, of 2,990 pairs of look-alike
events 40 %.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from briefing.model import Article
from briefing.text.background import background
from briefing.text.lands import scenes
from briefing.text.sentences import spans
from briefing.text.words import content_stems

TOLD = 0.5  # of a title's names, by their weight: less may be a "police" or "typhoon" alone
TEXT = 1_900  # characters: what an article reports stands in its beginning
_TITLE = 300  # characters
_FIRST = 250  # of the text: the dateline and the first sentence
_RARE = 0.0005  # of the background's articles so many have a word that is a name wherever it stands
_DENIED = re.compile(
    r"\bno (?:link|connection|relation)\b|\bnothing to do with\b|\bunrelated\b"
    r"|\bnot (?:been )?(?:linked|related|connected)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")


def named(article: Article) -> dict[str, float]:
    """The stems of the names that both title and text have, with their weights (idf squared)."""
    if article.language[:2] == "de":  # German capitalises every noun
        return {}
    title, text = article.title[:_TITLE], article.text[:TEXT]
    words = [word for word in _CAPITALISED.findall(title) if _is_name(word, text)]
    idf = background().idf
    return {stem: idf(stem) ** 2 for stem in dict.fromkeys(content_stems(" ".join(words)))}


def strangers(a: Article, b: Article) -> bool:
    """Whether neither title names anything that the other article tells of."""
    first, second = named(a), named(b)
    if _told(first, b) or _told(second, a):
        return False
    here, there = scene(a), scene(b)
    if not (first or here) or not (second or there):
        return False  # nothing parts what names nothing
    return not here & scenes(_told_of(b)) and not there & scenes(_told_of(a))


def elsewhere(a: Article, b: Article) -> bool:
    """Whether the title of each names a land of which the other says nothing: two talks in Geneva,
    of Iran with America and of Russia with Ukraine, have the town and the envoys in common."""
    here, there = (scenes(each.title[:_TITLE]) for each in (a, b))
    return bool(here - lands_told(b)) and bool(there - lands_told(a))


def _told(names: Mapping[str, float], article: Article) -> bool:
    stems = frozenset(content_stems(_told_of(article)))
    return sum(w for stem, w in names.items() if stem in stems) > TOLD * sum(names.values())


def _told_of(article: Article) -> str:
    """Title and text, without what is named only to say that this has nothing to do with it."""
    text = article.text[:TEXT]
    if _DENIED.search(text):
        text = " ".join(s for s in (span.of(text) for span in spans(text)) if not _DENIED.search(s))
    return f"{article.title[:_TITLE]}\n{text}"


def scene(article: Article) -> frozenset[str]:
    """The lands of the title, else those of the first lines."""
    return scenes(article.title[:_TITLE]) or scenes(article.text[:_FIRST])


def lands_told(article: Article) -> frozenset[str]:
    """The lands of title and text."""
    return scenes(f"{article.title[:_TITLE]}\n{article.text[:TEXT]}")


def _is_name(word: str, text: str) -> bool:
    """Whether the text capitalises it within a sentence, or anywhere if it is a rare word: titles
    capitalise any word, and so does the beginning of a sentence."""
    if not word[0].isupper() or word not in text:
        return False
    at = text.find(f" {word}", 1)
    while at > 0:
        if text[at - 1] == "," or text[at - 1].islower():
            return True
        at = text.find(f" {word}", at + 1)
    return _is_rare(word)


@lru_cache(maxsize=20_000)
def _is_rare(word: str) -> bool:
    common = background()
    return all(common.counts.get(s, 0) <= _RARE * common.documents for s in content_stems(word))
