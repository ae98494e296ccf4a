"""Subjects: what titles name. Two events told in the same words differ in it.

"Bus falls into ravine in Peru" and "Bus falls into ravine in Nepal" share nearly all their words,
yet neither tells anything of the other's land. Of two reports of one event at least one tells half
of what the other's title names: of 3,800 such pairs 1.2 % do not, of 2,990 pairs of look-alike
events 40 %.
"""

from __future__ import annotations

import re

from briefing.model import Article
from briefing.text.background import background
from briefing.text.lands import scenes
from briefing.text.words import content_stems

TEXT = 1_900  # characters: what an article reports stands in its beginning
_TITLE = 300  # characters
_FIRST = 250  # of the text: the dateline and the first sentence
_RARE = 0.0005  # of the background's articles so many have a word that is a name wherever it stands
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")


def named(article: Article) -> dict[str, float]:
    """The stems of the names that both title and text have, with their weights (idf squared)."""
    title, text = article.title[:_TITLE], article.text[:TEXT]
    words = [word for word in _CAPITALISED.findall(title) if _is_name(word, text)]
    idf = background().idf
    return {stem: idf(stem) ** 2 for stem in dict.fromkeys(content_stems(" ".join(words)))}


def scene(article: Article) -> frozenset[str]:
    """The lands of the title, else those of the first lines."""
    return scenes(article.title[:_TITLE]) or scenes(article.text[:_FIRST])


def lands_told(article: Article) -> frozenset[str]:
    """The lands of title and text."""
    return scenes(f"{article.title[:_TITLE]}\n{article.text[:TEXT]}")


def _is_name(word: str, text: str) -> bool:
    """Whether the text capitalises it within a sentence, or anywhere if it is a rare word: titles
    capitalise any word, and so does the beginning of a sentence."""
    if word not in text:
        return False
    at = text.find(f" {word}", 1)
    while at > 0:
        if text[at - 1] == "," or text[at - 1].islower():
            return True
        at = text.find(f" {word}", at + 1)
    common = background()
    return all(common.counts.get(s, 0) <= _RARE * common.documents for s in content_stems(word))
