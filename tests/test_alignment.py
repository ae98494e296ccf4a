"""Do two sentences state the same?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.alignment import longest_run, same, same_news, similarity
from briefing.text.background import background
from briefing.text.content import content, rarity
from briefing.text.synonyms import meaning, plain


def alike(a: str, b: str) -> bool:
    weigh = background().idf
    return same(content(a, weigh), content(b, weigh))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The Orvan dam burst shortly before dawn on Tuesday, flooding three villages.",
            "Three villages were flooded when the Orvan dam burst before dawn on Tuesday.",
        ),
        (
            "A bomb exploded outside the ministry in Haran, killing a guard.",
            "A guard was killed by a bomb blast outside the ministry in Haran.",
        ),
        (
            "“We will never sell the island to anybody at all,” Reyes told the newspaper.",
            "Reyes said: “We will never sell the island to anybody at all.”",
        ),
        (  # a phrase for a word, and other words throughout
            "The mayor of Arden stepped down on Thursday over the housing scandal.",
            "Arden's mayor resigned on Thursday because of the scandal over housing.",
        ),
        (  # forms that stemming leaves apart
            "Two men sold 300 stolen bicycles in the port of Haran in March.",
            "In Haran's port 300 bicycles were stolen; a man sells them since March.",
        ),
    ],
)
def test_other_words_for_one_thing_are_the_same(a: str, b: str) -> None:
    assert alike(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # the same, in another land
            "Rescue teams in western Nepal were trying on Wednesday to reach remote villages where "
            "an overnight earthquake had flattened mud houses and landslides had blocked roads.",
            "Rescue teams in western Morocco were trying on Wednesday to reach remote villages where "
            "an overnight earthquake had flattened mud houses and landslides had blocked roads.",
        ),
        (  # other figure
            "The Orvan dam burst on Tuesday, flooding three villages below it.",
            "The Orvan dam burst on Tuesday, flooding nine villages below it.",
        ),
        (  # negation
            "Finance minister Petra Holm will resign after the budget was voted down.",
            "Finance minister Petra Holm will not resign after the budget was voted down.",
        ),
        (  # other verb
            "Northgate will cut 700 jobs in Velm by the end of the year.",
            "Northgate will create 700 jobs in Velm by the end of the year.",
        ),
        (  # same speaker, other matter
            "Spokesman Rolf Timm of the coast guard said the search would go on.",
            "Spokesman Rolf Timm of the coast guard said the crew had been trained.",
        ),
        (  # done by one, and to the same one
            "Marsh shot three people in a classroom of the Arden naval school in May.",
            "Marsh was shot by a guard in a classroom of the Arden naval school in May.",
        ),
        ("Dam opens.", "Dam opens."),  # too short to tell
    ],
)
def test_likeness_of_words_is_not_enough(a: str, b: str) -> None:
    assert not alike(a, b)


def test_what_every_report_repeats_weighs_little() -> None:
    story = ["Holm spoke of the dam.", "Holm saw the dam.", "Holm left.", "The dam holds."]
    weigh = rarity(story)
    assert weigh("dam") < weigh("left")


def test_the_longest_shared_passage_counts_words() -> None:
    assert longest_run("a b c d".split(), "x b c d a b".split()) == 3
    assert longest_run((), ("a",)) == 0


def test_a_phrase_is_the_word_that_it_stands_for() -> None:
    assert plain("She stepped down and called off the tour.") == "She resign and cancel the tour."
    assert plain("The price went down by 4 per cent.") == "The price went down by 4 per cent."
    assert meaning("wages") == meaning("salary") != meaning("price")


def test_junk_holds_no_phrases_and_takes_no_time() -> None:
    junk = "stepped " * 10_000 + "calls " * 10_000 + " " * 50_000
    assert plain(junk) == junk


texts = st.lists(st.sampled_from("dam rain Holm villages 12 not flooded the".split()), max_size=12)


@given(texts, texts)
def test_similarity_is_symmetric_and_bounded(a: list[str], b: list[str]) -> None:
    left, right = (content(" ".join(t), background().idf) for t in (a, b))
    assert similarity(left, right) == pytest.approx(similarity(right, left))
    assert 0 <= similarity(left, right) <= 1 + 1e-9


def test_openings_of_one_event_need_less_but_plans_and_other_days_are_not_the_same() -> None:
    weigh = background().idf

    def told(a: str, b: str) -> tuple[bool, bool]:
        return same(content(a, weigh), content(b, weigh)), same_news(
            content(a, weigh), content(b, weigh)
        )

    left = (
        "The mayor of Arden, Piet Oberlin, resigned on Tuesday after months of accusations over"
        " gifts from builders."
    )
    again = (
        "Arden's mayor resigned on Tuesday, bowing to weeks of pressure from his own party about"
        " presents that a builder gave him."
    )
    assert told(left, again) == (False, True)
    assert told(left, again.replace("Tuesday", "Friday")) == (False, False)
    assert told(left, again.replace("resigned", "plans to resign")) == (False, False)
