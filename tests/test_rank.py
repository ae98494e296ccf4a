from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model import Sentence, Story
from briefing.rank import RANKERS, rank
from briefing.rank.concepts import features
from briefing.rank.material import material
from briefing.settings import RankSettings
from briefing.text.background import Background
from briefing.text.sentences import sentences
from tests.builders import story

BACKGROUND = Background(100, {"monday": 60, "town": 30})
OURS = sorted(name for name in RANKERS if not name.startswith("sumy:"))
FLOOD = story(
    "The dam above Arden broke on Monday. Water flooded the lower town. A dog barked at noon.",
    "Water flooded the lower town of Arden. The dam above Arden broke early on Monday.",
    "Football fans sang. The dam above Arden broke, and water flooded the lower town.",
)


def told(of: Story = FLOOD) -> list[Sentence]:
    return [s for article in of.articles for s in sentences(article)]


def best(ranker: str) -> str:
    return rank(told(), BACKGROUND, RankSettings(ranker=ranker))[0].sentence.text


def test_an_unknown_ranker_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match=r"'magic'.*blend"):
        rank(told(), BACKGROUND, RankSettings(ranker="magic"))


@pytest.mark.parametrize("name", sorted(RANKERS))
def test_nothing_to_rank_is_no_error(name: str) -> None:
    assert rank([], BACKGROUND, RankSettings(ranker=name)) == []


def test_lead_takes_the_first_sentence_of_each_article_oldest_first() -> None:
    ranked = rank(told(), BACKGROUND, RankSettings(ranker="lead"))
    assert [(s.sentence.article.id, s.score) for s in ranked[:4]] == [
        ("a1", 1.0), ("a2", 1.0), ("a3", 1.0), ("a1", 0.5),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["centroid", "bigrams", "concepts", "blend"])
def test_what_several_articles_tell_is_ranked_above_the_rest(name: str) -> None:
    assert "dam" in best(name) or "flooded" in best(name)
    worst = rank(told(), BACKGROUND, RankSettings(ranker=name))[-1].sentence.text
    assert worst in ("A dog barked at noon.", "Football fans sang.")


def test_the_default_names_the_parts_of_its_score() -> None:
    top = rank(told(), BACKGROUND, RankSettings())[0]
    assert [name for name, _ in top.why] == ["concepts", "lexrank", "interests"]
    assert sum(value for _, value in top.why) == pytest.approx(top.score, abs=1e-8)


def test_a_readers_words_lift_the_sentences_that_hold_them() -> None:
    def place(*query: str) -> int:
        ranked = rank(told(), BACKGROUND, RankSettings(interest=5.0), query)
        return next(i for i, s in enumerate(ranked) if "dog" in s.sentence.text)

    assert place("dogs") == 0
    assert place() > 3


def test_one_article_alone_is_ranked_by_how_early_and_how_often() -> None:
    single = story("The dam above Arden broke. Bo Marsh sang a song. The dam above Arden was old.")
    ranked = rank(told(single), BACKGROUND, RankSettings())
    assert ranked[0].sentence.index == 0


def test_a_dateline_does_not_count() -> None:
    plain, dated = (
        material(told(story(text)), BACKGROUND, RankSettings())
        for text in ("The dam broke.", "ARDEN (AP) — The dam broke.")
    )
    assert plain.stems == dated.stems
    assert plain.lengths == dated.lengths


def test_features_of_a_bigram_say_where_and_how_often_it_stands() -> None:
    found = features(material(told(), BACKGROUND, RankSettings()))
    one, share, earliest, *_ = found["dam", "abov"]
    assert (one, share, earliest) == (1.0, 0.0, 0.0)  # in all articles, at the head of one
    assert found["dog", "bark"][1] == pytest.approx(-1.0986, abs=1e-4)  # log(1/3)


@pytest.mark.parametrize("name", OURS)
@given(order=st.permutations(range(7)))
def test_the_order_of_the_articles_does_not_matter(name: str, order: list[int]) -> None:
    given_ = told()
    ranked = rank(given_, BACKGROUND, RankSettings(ranker=name))
    shuffled = rank([given_[i] for i in order], BACKGROUND, RankSettings(ranker=name))
    assert [(s.sentence, s.score) for s in shuffled] == [(s.sentence, s.score) for s in ranked]


@pytest.mark.parametrize("name", sorted(RANKERS))
def test_hostile_sentences_are_ranked(name: str) -> None:
    odd = story("!!! ??? ... \n\n\u202e)(*&^ 1.1.1.1 '''\n\n" + "a " * 300)
    ranked = rank(told(odd), BACKGROUND, RankSettings(ranker=name))
    assert len(ranked) == len(told(odd))
