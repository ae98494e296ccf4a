"""Our LexRank against sumy's own: one definition, the same scores."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sumy.summarizers.lex_rank import LexRankSummarizer

from briefing.rank.lexrank import continuous, thresholded

TEXT = [
    ["dam", "broke", "arden", "monday", "water", "town"],
    ["water", "town", "arden", "flooded", "dam", "broke"],
    ["engineers", "found", "cracks", "wall", "dam"],
    ["farmers", "valley", "moved", "cattle", "monday"],
    ["cattle", "valley", "farmers", "lost", "flooded"],
    ["minister", "visits", "engineers", "wall", "cracks"],
    ["football", "arden", "won", "cup"],
]


def sumy_scores(terms: list[list[str]], threshold: float, epsilon: float) -> Any:
    sumy = LexRankSummarizer()
    matrix = sumy._create_matrix(
        terms, threshold, sumy._compute_tf(terms), sumy._compute_idf(terms)
    )
    with np.errstate(invalid="ignore"):
        return sumy.power_method(matrix, epsilon)


@pytest.mark.parametrize("epsilon", [0.1, 1e-3, 1e-10])
@pytest.mark.parametrize("threshold", [0.05, 0.1, 0.3])
def test_scores_equal_sumys_when_iterated_as_long(threshold: float, epsilon: float) -> None:
    ours = thresholded(TEXT, threshold, epsilon=epsilon)
    assert np.allclose(ours, sumy_scores(TEXT, threshold, epsilon), atol=1e-12, rtol=0)


@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6), min_size=2, max_size=12)
)
def test_scores_equal_sumys_on_any_sentences(terms: list[list[str]]) -> None:
    theirs = sumy_scores(terms, 0.1000001, 1e-3)
    if np.isfinite(theirs).all():
        ours = thresholded(terms, 0.1000001, epsilon=1e-3)
        assert np.allclose(ours, theirs, atol=1e-9, rtol=0)


def test_the_continuous_scores_sum_to_one_and_favour_the_middle() -> None:
    scores = continuous(TEXT)
    assert sum(scores) == pytest.approx(1)
    assert scores[0] > scores[6]


def test_without_random_jumps_the_continuous_scores_are_the_degrees() -> None:
    terms = [["a", "b"], ["b", "c"], ["c", "d", "e"], ["x", "y"]]
    alone = continuous(terms, damping=0)
    assert alone[1] == max(alone)


def test_the_blocks_of_a_long_story_make_one_graph() -> None:
    many = TEXT * 150  # more than a block of 1,000 rows
    scores = thresholded(many)
    assert len(scores) == len(many)
    assert scores[0] == pytest.approx(scores[7])


def test_empty_sentences_score_nothing_and_break_nothing() -> None:
    assert thresholded([[], []]) == [0.0, 0.0]
    assert continuous([[], ["a", "b"], ["a", "c"]])[0] < 0.5
