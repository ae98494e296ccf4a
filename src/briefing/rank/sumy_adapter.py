"""Every summarizer of sumy behind one door, by position.

sumy keys sentences by their text, so that a sentence of two articles shares one score and comes
twice; here each sentence is a place of its own. Its own tokenizer asks for a download; NLTK's
word tokenizer needs none.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from briefing.model import Scored
from briefing.rank.material import Material

# Sentences with these tell little by themselves (Edmundson 1969 gives such a list as "stigma").
STIGMA_WORDS = frozenset({"hardly", "impossible", "perhaps", "maybe", "possibly", "unclear"})
BONUS_WORDS = frozenset({"announced", "confirmed", "killed", "ordered", "ruled", "won"})


def scored(name: str, material: Material) -> list[Scored]:
    """The ratings of the summarizer `name`, one a sentence."""
    ratings: dict[int, float] = {}

    def keep(infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            ratings[info.order] = float(info.rating) if math.isfinite(info.rating) else 0.0
        return infos

    with warnings.catch_warnings():
        # LSA warns of few words; LexRank divides by 0 where no two sentences share a word.
        warnings.simplefilter("ignore", RuntimeWarning)
        _summarizer(name, material)(_document(material), keep)
    return [Scored(s, ratings.get(i, 0.0)) for i, s in enumerate(material.sentences)]


def _summarizer(name: str, material: Material) -> Any:
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, kind = SUMMARIZERS[name]
    made = getattr(import_module(f"sumy.summarizers.{module}"), kind)(Stemmer("english"))
    stop_words = get_stop_words("english")
    if name == "edmundson":
        made.null_words = stop_words
        made.bonus_words = BONUS_WORDS | material.query
        made.stigma_words = STIGMA_WORDS
    else:
        made.stop_words = stop_words
    return made


def _document(material: Material) -> Any:
    """A paragraph an article, its title as the heading."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph

    place, words = _place(), _Words()
    paragraphs: dict[int, list[Any]] = {}
    for number, (sentence, article) in enumerate(
        zip(material.sentences, material.article, strict=True)
    ):
        if article not in paragraphs:
            title = sentence.article.title
            paragraphs[article] = [place(-1 - article, title, words, True)] if title else []
        paragraphs[article].append(place(number, sentence.text, words, False))
    return ObjectDocumentModel([Paragraph(p) for p in paragraphs.values()])


class _Words:
    """sumy's notion of a word, without its download."""

    def to_words(self, text: str) -> tuple[str, ...]:
        from nltk.tokenize import NLTKWordTokenizer
        from sumy.nlp.tokenizers import Tokenizer

        return tuple(w for w in NLTKWordTokenizer().tokenize(text) if Tokenizer._is_word(w))


@cache
def _place() -> Callable[[int, str, _Words, bool], Any]:
    from sumy.models.dom import Sentence

    class Place(Sentence):  # type: ignore[misc]
        """A sentence that equals only itself."""

        __slots__ = ("number",)

        def __init__(self, number: int, text: str, words: _Words, heading: bool) -> None:
            super().__init__(text, words, heading)
            self.number = number

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Place) and self.number == other.number

        def __ne__(self, other: object) -> bool:
            return not self == other

        def __hash__(self) -> int:
            return hash(self.number)

    return Place


SUMMARIZERS = {
    "lsa": ("lsa", "LsaSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
}
RANKERS: dict[str, Callable[[Material], list[Scored]]] = {
    f"sumy:{name}": partial(scored, name) for name in SUMMARIZERS
}
