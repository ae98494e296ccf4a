"""Words cut and counted: what meets what."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.background import Background
from briefing.text.vectors import tf_idf, with_pairs
from briefing.text.vocabulary import Vocabulary

BACKGROUND = Background(1_000, {"mayor": 300, "dam": 5, "harbour": 40})


def products(*texts: str) -> list[list[float]]:
    vocabulary = Vocabulary()
    rows, *_ = tf_idf([with_pairs(vocabulary.sequences(texts))], vocabulary, BACKGROUND)
    return np.round((rows @ rows.T).toarray(), 3).tolist()  # type: ignore[no-any-return]


def test_pairs_follow_the_stems() -> None:
    vocabulary = Vocabulary()
    found = with_pairs(vocabulary.sequences(["dam wall dam", "wall"]))
    assert len(found.numbers) == 6
    assert len(set(found.numbers.tolist())) == 4


def test_equal_texts_are_alike_and_different_ones_not() -> None:
    alike = products("dam burst in Velmar", "dam burst in Velmar", "harbour fire", "harbour fire")
    assert alike[0][1] == 1
    assert alike[0][2] == 0


def test_a_rare_shared_word_ties_more_than_a_common_one() -> None:
    alike = products("dam mayor", "dam harbour", "mayor harbour")
    assert alike[0][1] > alike[0][2]


def test_what_no_other_text_has_does_not_count() -> None:
    alike = products("dam burst in Velmar", "dam burst in Velmar at dawn in the rain")
    assert alike[0][1] == 1


def test_what_shares_far_less_than_the_others_do_is_less_like_any() -> None:
    told = ["dam burst in Velmar", "dam burst in Velmar"]
    lone = "Mayor of Velmar opens school, pool and library under Kestrel Ridge"
    assert 0 < products(*told, lone)[0][2] < products(*told, "mayor of Velmar")[0][2]


def test_an_empty_text_is_like_none() -> None:
    assert products("", "dam burst", "dam burst")[0] == [0, 0, 0]


def test_the_share_tells_how_much_others_have_too() -> None:
    vocabulary = Vocabulary()
    lone = vocabulary.sequences(["dam burst", "harbour fire"])
    same = vocabulary.sequences(["dam burst", "dam burst"])
    assert tf_idf([lone], vocabulary, BACKGROUND)[1] == 0
    assert tf_idf([same], vocabulary, BACKGROUND)[1] == 1


def test_what_is_made_in_parts_is_the_same() -> None:
    texts = ["dam burst in Velmar", "harbour fire", "dam fire", "mayor of Velmar"]
    vocabulary = Vocabulary()
    whole, share, holders = tf_idf([vocabulary.sequences(texts)], vocabulary, BACKGROUND)
    halves = [vocabulary.sequences(texts[:2]), vocabulary.sequences(texts[2:])]
    again, same_share, same_holders = tf_idf(halves, vocabulary, BACKGROUND)
    assert (whole != again).nnz == 0
    assert (share, holders.tolist()) == (same_share, same_holders.tolist())


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_makes_rows_of_length_one_at_most(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    rows, share, _ = tf_idf([vocabulary.sequences(texts)], vocabulary, BACKGROUND)
    lengths = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    assert rows.shape[0] == len(texts)
    assert all(0 <= n < 1 + 1e-5 for n in lengths)
    assert 0 <= share <= 1
