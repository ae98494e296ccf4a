"""Phrases, and what two texts have of them in common. All news is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.shingles import Shingler

PLAIN = "Kestrel dam burst, Velmar flooded, mayor fled"  # 7 content stems: 5 phrases
QUOTED = f"“{PLAIN}”"


def overlap(*texts: str, start: int = 0) -> list[tuple[int, int, float]]:
    shingler = Shingler(0.1)
    return list(shingler.overlaps(list(shingler.phrases(texts)), start))


def total(text: str) -> float:
    (phrases,) = Shingler(0.1).phrases([text])
    return round(phrases.total, 3)


def test_a_phrase_is_three_content_stems() -> None:
    assert total(PLAIN) == 5
    assert total("Kestrel dam") == 0


def test_a_phrase_that_stands_twice_counts_once() -> None:
    assert total("Kestrel dam burst. " * 4) == 3  # it, and two across the ends of sentences


def test_quoted_words_weigh_a_tenth() -> None:
    assert total(QUOTED) == 0.5
    assert total("Velmar’s mayor said: “floods kill” ...") == round((2 + 0.1) / 3 + 1.2 / 3, 3)


def test_what_a_text_shares_is_measured_on_the_shorter() -> None:
    assert overlap(PLAIN, f"{PLAIN}. Farmers lost forty sheep.") == [(1, 0, 1.0)]


def test_only_later_texts_are_compared_with_earlier_ones() -> None:
    assert {pair[:2] for pair in overlap(PLAIN, PLAIN, PLAIN, start=2)} == {(2, 0), (2, 1)}


def test_no_phrase_runs_from_text_to_text() -> None:
    assert overlap("Kestrel dam", "burst Velmar", "Kestrel dam burst Velmar") == []


def test_a_part_stands_whole_in_the_whole() -> None:
    shingler = Shingler(0.1)
    part, whole, none = shingler.phrases([PLAIN, f"{PLAIN} {QUOTED} at dawn", ""])
    assert shingler.share(part, whole) == 1
    assert shingler.share(part, none) == shingler.share(none, part) == 0


@given(st.lists(st.text(alphabet="ab “”'’ \n", max_size=40), max_size=5), st.text(max_size=60))
def test_the_phrases_of_a_text_are_the_same_beside_any_others(others: list[str], text: str) -> None:
    *_, last = Shingler(0.1).phrases([*others, text])
    (alone,) = Shingler(0.1).phrases([text])
    assert (len(last.numbers), last.total) == (len(alone.numbers), alone.total)
