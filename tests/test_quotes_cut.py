"""A long quote is cut to a run of whole sentences that says something by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.quotes import quotes
from briefing.quotes.shown.cut import shortened
from briefing.settings import QuoteSettings
from tests.builders import article

SETTINGS = QuoteSettings(fewest_words=8, most_words=30)
WALL = "The wall above the valley was built by the fathers of our fathers."
DAM = "The dam below it holds more water than the town has ever drunk."
LONG = "Nobody who has seen the two of them would ever sleep well in the valley below."


def cut(*sentences: str, settings: QuoteSettings = SETTINGS) -> str | None:
    (quote,) = quotes(article(f"“{' '.join(sentences)}” said Ada Stone."))
    short = shortened(quote, settings)
    return short.text.strip("“”") if short else None


def test_the_first_whole_sentences_that_fit_are_kept() -> None:
    assert cut(WALL, DAM, LONG) == f"{WALL} {DAM}"


def test_a_short_quote_stays_whole() -> None:
    assert cut(WALL) == WALL


def test_a_dateline_is_nobodys_words() -> None:
    (quote,) = quotes(article(f"LUNDE (MWS) - {DAM[:-1]}, the ministry said."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == DAM[:-1]


def test_it_does_not_end_on_a_question() -> None:
    assert cut(WALL, "And what did they do?", LONG, DAM) == WALL
    assert cut("What did the fathers of our fathers do about the wall?") is None


def test_it_does_not_stop_before_the_answer_to_what_it_says() -> None:
    claim = "They say that the dam below it is cracked."
    assert cut(WALL, claim, "False.", LONG, DAM) == WALL
    assert cut(WALL, claim, f"But {LONG}") == WALL


def test_it_does_not_stop_behind_the_first_of_several() -> None:
    few = QuoteSettings(most_words=20)
    first, second = "First, nobody has paid for it.", "Second, nobody ever will."
    assert cut(WALL, first, second, settings=few) == WALL


def test_what_is_left_must_be_long_enough() -> None:
    assert cut("Look at it.", "Is it whole?") is None
    assert cut("It is old.", "Is it whole?", settings=QuoteSettings(fewest_words=3)) == "It is old."


def test_a_short_opener_that_points_back_is_left_out() -> None:
    assert cut("That is why we came.", WALL) == WALL


def test_a_short_opener_about_somebody_is_left_out_where_the_rest_needs_it_not() -> None:
    (quote,) = quotes(article(f"“He asked me about it,” Ada Stone said. “{WALL}”"))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == WALL


def test_a_sentence_that_the_cue_interrupts_is_not_shown_as_a_whole_one() -> None:
    half = "“The wall above the valley,” Ada Stone said, “was built by the fathers of our fathers.”"
    (quote,) = quotes(article(half))
    assert shortened(quote, SETTINGS) is None
    (quote,) = quotes(article(f"“{WALL} And nobody,” Ada Stone said, “knows who they were.”"))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == f"“{WALL}"


def test_marks_are_left_out_and_the_comma_that_joins_the_words_to_the_reporters() -> None:
    (quote,) = quotes(article(f"“{WALL[:-1]},” said Ada Stone. “{DAM}”"))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert [span.of(quote.article.text) for span in short.contents] == [WALL[:-1], DAM]


def test_what_goes_on_behind_the_cue_is_not_left_without_its_end() -> None:
    (quote,) = quotes(article(f"“{WALL[:-1]},” said Ada Stone, “but nobody knows who they were.”"))
    assert shortened(quote, SETTINGS) is None


def test_it_does_not_stop_before_the_short_sentence_that_it_leads_to() -> None:
    few = QuoteSettings(most_words=24)
    assert cut(DAM, WALL, "It is cracked.", settings=few) == DAM


def test_it_neither_begins_nor_ends_with_what_is_no_sentence() -> None:
    assert cut(WALL, "And water.") == WALL
    assert cut(WALL, "Walls, gates, stones, water.", LONG, DAM) == WALL
    assert cut("Helping the old town through the long winter nights.", "It is hard.") is None


def test_it_does_not_begin_with_a_question() -> None:
    assert cut("Would you sleep in the valley below the two old walls?", "No!") is None


def test_marks_that_are_set_as_two_single_ones_are_left_out() -> None:
    (quote,) = quotes(article(f"“{WALL[:-1]},’’ said Ada Stone."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == WALL[:-1]


def test_an_opening_that_is_set_as_two_single_marks_is_left_out() -> None:
    (quote,) = quotes(article(f"‘‘{WALL[:-1]},’’ said Ada Stone."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == WALL[:-1]


def test_the_marks_around_an_inner_quote_stay() -> None:
    (quote,) = quotes(article(f"“‘It is safe,’ the keepers told us. {WALL}” said Ada Stone."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == f"“‘It is safe,’ the keepers told us. {WALL}”"


def test_the_outer_marks_of_what_ends_on_an_inner_quote_are_left_out() -> None:
    (quote,) = quotes(article(f"“{WALL} Nobody who has seen it said ‘no.’” Ada Stone said."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == f"{WALL} Nobody who has seen it said ‘no.’"


def test_it_does_not_stop_before_what_turns_or_is_counted() -> None:
    assert cut(WALL, f"At this time, however, {LONG}") is None
    assert cut(WALL, "Two things are known of the dam.", f"First, {LONG}") == WALL


def test_it_does_not_end_on_a_concession_nor_on_an_abbreviation_within_a_sentence() -> None:
    assert cut("I know there are questions in the valley about the wall.") is None
    assert cut("I know there are questions about the wall.", f"But {DAM}") is not None
    part = "Nobody has built a wall like this one in the U.S."
    assert cut(part, f"Military engineers would have slept badly below it and {LONG} {DAM}") is None


def test_it_holds_no_day_and_no_likeness_that_only_its_article_places() -> None:
    for part in ("The council will vote on the wall tomorrow.", "It did something very similar."):
        assert cut(WALL, part, LONG) == WALL
    assert cut("The council of the valley will vote on the old wall tomorrow.", WALL) is None
    assert cut("All the farmers want a better tomorrow for the valley.") is not None


@pytest.mark.parametrize(
    "words", ["If Lind were to force a vote,", "The old tape appears to show Lind leaving, and"]
)
def test_whom_only_the_article_introduced_is_not_named_by_surname(words: str) -> None:
    text = (
        f"Ben Lind came on Monday.\n\n“{words} nobody in the valley would sleep,” said Ada Stone."
    )
    quote = quotes(article(text))[-1]
    assert shortened(quote, SETTINGS, ("Dam burst", "Ben Lind came.")) is not None
    assert shortened(quote, SETTINGS, ("Dam burst", "A farmer came.")) is None
    titled = quotes(article(text.replace(words, "The dam, as Sen. Lind said, is old, and")))[-1]
    assert shortened(titled, SETTINGS, ("Dam burst", "A farmer came.")) is not None


def test_a_reported_clause_does_not_end_within_its_quote() -> None:
    text = "Ada Stone said that the old wall “was built by our fathers. It stands. It will stand.”"
    (quote,) = quotes(article(text))
    short = shortened(quote, replace(SETTINGS, most_words=10))
    assert short is None or short.text.count("“") == short.text.count("”")


def test_it_does_not_end_within_what_the_speaker_quotes() -> None:
    told = "And then somebody in the town hall always says, 'Oh, Ada, just wait."
    assert cut(WALL, told, "The day of the dam will come soon enough.'", LONG, DAM) == WALL


def test_marks_of_two_kinds_around_one_quote_are_left_out() -> None:
    (quote,) = quotes(article(f'“{WALL[:-1]}," said Ada Stone.'))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == WALL[:-1]


@pytest.mark.parametrize(("opening", "closing"), [("'", "'"), ("‘", "’")])
def test_single_marks_around_one_quote_are_left_out(opening: str, closing: str) -> None:
    spoken = "The dam’s wall was built by people who didn't know this river"
    (quote,) = quotes(article(f"{opening}{spoken},{closing} said Ada Stone."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == spoken


def test_an_opening_mark_that_closes_is_not_printed() -> None:
    (quote,) = quotes(article(f"“{WALL[:-1]},“ said Ada Stone."))
    short = shortened(quote, SETTINGS)
    assert short is not None
    assert short.text == WALL[:-1]


def test_a_sentence_that_stands_twice_is_shown_once() -> None:
    assert cut(WALL, WALL) == WALL


def test_a_few_words_of_what_goes_on_are_not_its_point() -> None:
    few = QuoteSettings(fewest_words=5, most_words=12)
    head = "Some thirty walls were built here."
    assert cut(head, LONG, settings=few) == LONG
    assert cut(head, "Look at them.", settings=few) is not None


def test_one_half_of_a_likeness_is_not_left_without_the_other() -> None:
    first, both = "The mayor is determined to mend the wall.", "She is just as determined to rest."
    few = QuoteSettings(fewest_words=5, most_words=10)
    assert cut(first, both, settings=few) is None
    assert cut(WALL, first, both, settings=QuoteSettings(most_words=24)) == WALL
    assert cut(first, both) == f"{first} {both}"


def test_that_there_are_many_ways_only_leads_to_the_one() -> None:
    many = "There are a lot of ideas about how best to mend the two old walls"
    long = f"“{many},” said Ada Stone. “{LONG} {DAM}”"
    (quote,) = quotes(article(long))
    assert shortened(quote, SETTINGS) is None
