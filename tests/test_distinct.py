"""A story's page tells each thing once."""

from __future__ import annotations

from briefing.standing.distinct import distinct
from briefing.text.sentences import sentences
from tests.builders import article


def told(*texts: str, spoken: tuple[str, ...] = ()) -> list[str]:
    """What is left of the sentences of several reports, whose first ones tell their news."""
    chosen = [s for n, text in enumerate(texts) for s in sentences(article(text, id=f"a{n}"))]
    news = {(s.article.id, 0) for s in chosen}
    return [s.text for s in distinct(chosen, spoken, news)]


GATE = "The flood gate at Tessaly was closed on Monday, the harbour office said."
AGAIN = "Tessaly closed its flood gate on Monday before the storm, officials announced."
FUND = "The fund of 75 million crowns is expected to help 150,000 farmers."


def test_the_openings_of_two_reports_are_one_piece_of_news():
    assert told(GATE, AGAIN) == [GATE]


def test_an_opening_that_shares_little_tells_other_news():
    other = "Dunmere held a vote on its school on Monday, and two in three were for it."
    assert told(GATE, other) == [GATE, other]


def test_later_sentences_may_be_as_alike_if_they_bring_a_figure():
    later = "Tessaly closed its flood gate on Monday before 40 millimetres of rain, officials said."
    assert told(GATE, f"Rain fell. {later}") == [GATE, "Rain fell.", later]
    assert told(GATE, f"Rain fell. {AGAIN}") == [GATE, "Rain fell."]


def test_the_same_figures_about_the_same_thing_are_told_once():
    assert told(FUND, "It rained. Some 150,000 farmers are expected to get help.") == [
        FUND,
        "It rained.",
    ]


def test_another_figure_is_news():
    other = "It rained. Some 12,000 farmers are expected to get help."
    assert len(told(FUND, other)) == 3


def test_words_that_are_shown_as_a_quote_are_not_told_as_well():
    said = "“We have one tide and no more,” the captain said."
    assert told(said, GATE, spoken=("“We have one tide and no more,”",)) == [GATE]


def test_a_scrap_of_speech_takes_no_sentence_away():
    assert told(GATE, spoken=("“on Monday”",)) == [GATE]


def test_an_abbreviation_needs_its_words_on_the_page():
    board = "The Dam Safety Board (DSB) met in the town hall of Tessaly."
    later = "The DSB spent 40 million crowns on new turbines for Orvan in June."
    told_all = distinct(sentences(article(f"{GATE} {board} {later}")))
    assert [s.text for s in told_all] == [GATE, board, later]
    without = distinct([s for s in sentences(article(f"{GATE} {board} {later}")) if s.index != 1])
    assert [s.text for s in without] == [GATE]


def test_a_surname_waits_for_its_person():
    first = article(
        "Ada Quill ran the gate. It was closed. A judge in Arden ruled against Quill.", id="a1"
    )
    named, _, bare = sentences(first)
    gate = sentences(article(GATE, id="a2"))[0]
    assert distinct([gate, bare]) == (gate,)
    assert distinct([gate, named, bare]) == (gate, named, bare)


def test_what_the_sentences_before_tell_together_is_not_told_again():
    first = "Police charged Piet Oberlin with arson at the Dunmere mill on Monday."
    second = "The mill burned for 2 days."
    again = "Oberlin is charged with arson after the mill burned."
    assert told(f"{first} {second} {again}") == [first, second]


def test_what_the_headline_names_is_not_news():
    text = "A farmer of Dunmere was charged with arson at the mill on Monday. {}"
    again = "Piet Oberlin is charged with arson at the Dunmere mill."
    for title, left in (("Piet Oberlin charged", 1), ("Farmer charged with arson", 2)):
        assert len(distinct(sentences(article(text.format(again), title=title)))) == left


def test_a_new_name_makes_it_news():
    first = "Police charged Piet Oberlin with arson at the Dunmere mill on Monday."
    more = "Oberlin is charged with arson in Arden too."
    assert told(f"{first} {more}") == [first, more]


def test_a_sentence_about_what_no_shown_one_brings_in_is_left_out():
    later = "A tally was made. It rained. Piet Oberlin of Arden saw the tally on Monday."
    chosen = sentences(article(later))[1:]
    assert [s.text for s in distinct(chosen)] == ["It rained."]


def test_nothing_opens_a_story_that_adds_to_what_is_not_shown():
    assert told("The ministry also reported that 40 boats left Arden on Monday.") == []
    assert told("In Arden, mayors were also talking about the 40 boats of the ministry.") == []
    assert told(GATE, "The ministry also reported that 40 boats left Arden.")[1:] != []


def test_a_weekday_behind_a_name_is_nobodys_surname():
    caption = "Ada Quill pours a beer at the Tarn Brewing Company Friday, January 16, in Dunmere."
    news = "Dunmere clamped down on its bars again Friday as the fever spread to two towns."
    chosen = sentences(article(f"{caption}\n\n{news}", title="Dunmere closes bars"))[1:]
    assert [s.text for s in distinct(chosen)] == [news]


def test_a_clause_is_not_told_again_because_another_says_so():
    lead = "Mayor Quill was lashing out on Monday after posting guards loyal to her around Tessaly."
    again = "Guards loyal to Quill were around Tessaly on Monday, according to several reports."
    more = (
        "Guards loyal to Quill were around all 14 gates of Tessaly on Monday, two officials said."
    )
    assert told(f"{lead} {again}") == [lead]
    assert told(f"{lead} {more}") == [lead, more]


def test_rare_initials_are_spelled_out_before_they_are_used():
    first = "Ada Stone opened the new lock at Dunmere on Monday."
    spelled = "The Tessaly Harbour Wardens (THW) paid for the lock."
    used = "The mayor said on Monday that 30 skippers owe money to THW for the lock."
    chosen = sentences(article(f"{first} {spelled} {used}"))
    assert [s.text for s in distinct([chosen[0], chosen[2]])] == [first]
    assert [s.text for s in distinct(chosen)] == [first, spelled, used]
