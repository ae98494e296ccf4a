from __future__ import annotations

import pytest

from briefing.model import Sentence
from briefing.rank import RANKERS, rank
from briefing.settings import RankSettings
from briefing.text.background import Background
from briefing.text.sentences import sentences
from tests.builders import story

BACKGROUND = Background(10, {})
SUMY = sorted(name for name in RANKERS if name.startswith("sumy:"))
STORY = story(
    "The dam above Arden broke on Monday. Water flooded the lower town of Arden. "
    "Farmers moved their cattle. The minister will visit the dam.",
    "The dam above Arden broke on Monday. Engineers had found cracks in the dam. "
    "The minister will visit Arden on Friday.",
)


def told() -> list[Sentence]:
    return [s for article in STORY.articles for s in sentences(article)]


def test_every_summarizer_of_sumy_has_a_name() -> None:
    assert [name.removeprefix("sumy:") for name in SUMY] == [
        "edmundson", "kl", "lex-rank", "lsa", "luhn", "reduction", "sum-basic", "text-rank",
    ]  # fmt: skip


@pytest.mark.parametrize("name", SUMY)
def test_each_place_is_scored_once(name: str) -> None:
    ranked = rank(told(), BACKGROUND, RankSettings(ranker=name))
    assert sorted((s.sentence.article.id, s.sentence.index) for s in ranked) == [
        ("a1", 0), ("a1", 1), ("a1", 2), ("a1", 3), ("a2", 0), ("a2", 1), ("a2", 2),
    ]  # fmt: skip
    assert [s.score for s in ranked] == sorted((s.score for s in ranked), reverse=True)


@pytest.mark.parametrize("name", ["sumy:lex-rank", "sumy:text-rank", "sumy:luhn"])
def test_one_sentence_in_two_articles_is_two_places_with_one_score(name: str) -> None:
    ranked = rank(told(), BACKGROUND, RankSettings(ranker=name))
    first = [s.score for s in ranked if s.sentence.index == 0]
    assert first[0] == pytest.approx(first[1])


@pytest.mark.parametrize("name", SUMY)
def test_one_sentence_alone_is_ranked(name: str) -> None:
    assert len(rank(told()[:1], BACKGROUND, RankSettings(ranker=name))) == 1
