"""What is new today, and what was printed already. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import History, Known, Printed, Sentence, Span, Story, Window
from briefing.novelty import current, fresh, further, quiet, status, unheard
from briefing.text.background import background
from tests.builders import MORNING, article, copy, story

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 1, day) for day in (12, 13, 14))
DAM = "Engineers opened the Kestrel dam on Monday to protect the town of Velmar from floods."


def known(name: str, articles: str, *days: date) -> Known:
    return Known(name, frozenset(articles.split()), days)


def is_new(text: str, *printed: str) -> bool:
    sentence = Sentence(article(text), 0, Span(0, len(text)), 0)
    before = tuple(Printed(MONDAY, "s1", p) for p in printed)
    return fresh([sentence], before) == (sentence,)


# --- status ---------------------------------------------------------------------------


def test_a_story_without_a_past_is_new_today() -> None:
    assert status(story("Rain fell."), History(), TUESDAY) == ("new", TUESDAY)


def test_a_story_with_an_article_that_no_edition_knew_is_updated() -> None:
    history = History(known=(known("s1", "a1", MONDAY, TUESDAY),))
    assert status(story("Rain fell.", "More rain fell."), history, WEDNESDAY) == ("updated", MONDAY)


def test_a_story_with_nothing_added_continues() -> None:
    history = History(known=(known("s1", "a1 a2", MONDAY),))
    assert status(story("Rain fell.", "More rain fell."), history, TUESDAY) == (
        "continuing",
        MONDAY,
    )


def test_a_column_that_joins_a_story_is_nothing_new() -> None:
    column = article("Rain is a gift.", title="Opinion: let it rain", id="c1")
    told = Story("s1", (article("Rain fell.", id="a1"), column))
    history = History(known=(known("s1", "a1", MONDAY),))
    assert status(told, history, TUESDAY) == ("continuing", MONDAY)


def test_a_reprint_that_joins_a_story_is_nothing_new() -> None:
    first, reprint = article("Rain fell.", id="a1"), article("Rain fell.", id="a2", outlet="Post")
    told = Story("s1", (first, reprint), (copy(reprint, first),))
    history = History(known=(known("s1", "a1", MONDAY),))
    assert status(told, history, TUESDAY) == ("continuing", MONDAY)


def test_what_was_split_off_runs_since_the_story_that_it_was_part_of() -> None:
    history = History(known=(known("old", "a1 b1", MONDAY),))
    assert status(story("Rain fell.", "More rain fell."), history, TUESDAY) == ("updated", MONDAY)


def test_a_merged_story_runs_since_the_first_of_its_parts() -> None:
    history = History(known=(known("s1", "a1", TUESDAY), known("s2", "a2", MONDAY)))
    assert status(story("Rain fell.", "More rain fell."), history, WEDNESDAY) == (
        "continuing",
        MONDAY,
    )


def test_what_was_split_off_still_runs_since_then_when_only_new_reports_are_at_hand() -> None:
    told = Story("s1", (article("Hail fell.", id="a3"),))
    known_ones = (known("old", "a1 c1 b1", MONDAY), known("s1", "a1 a2", TUESDAY))
    history = History(known=known_ones, past=(article("Rain fell.", id="a1"),))
    assert status(told, history, WEDNESDAY) == ("updated", MONDAY)
    column = article("Rain is a gift.", title="Opinion: let it rain", id="a1")
    assert status(told, replace(history, past=(column,)), WEDNESDAY) == ("updated", TUESDAY)


def test_an_explainer_alone_ties_a_story_to_no_past() -> None:
    explainer = article("Rain falls. " * 60, title="What is rain and why does it fall?", id="a1")
    told = Story("s2", (explainer, article("Hail fell.", id="a2")))
    history = History(known=(known("s1", "a1", MONDAY),))
    assert status(told, history, TUESDAY) == ("new", TUESDAY)


def test_a_story_is_todays_by_a_report_and_not_by_a_column() -> None:
    noon = MORNING + timedelta(hours=6)
    column = article("Rain is a gift.", title="Opinion: let it rain", id="c1", at=noon)
    window = Window(noon, noon + timedelta(days=1), "UTC")
    with_report = Story(
        "s1", (article("Rain fell.", id="a1"), article("Hail fell.", id="a2", at=noon))
    )
    with_column = Story("s2", (article("Snow fell.", id="b1"), column))
    assert current([with_report, with_column], window) == (with_report,)


def test_making_a_day_again_does_not_make_its_stories_old() -> None:
    history = History(known=(known("s1", "a1", TUESDAY),))
    assert status(story("Rain fell."), history, TUESDAY) == ("new", TUESDAY)


def test_a_story_is_quiet_on_the_first_day_without_reports_and_only_then() -> None:
    before = [
        known("s1", "a1 b1", TUESDAY),
        known("s2", "x b2", MONDAY),
        known("s3", "y b3", TUESDAY),
        known("s4", "z", MONDAY, TUESDAY),
    ]
    history = History(known=tuple(before))
    assert [k.id for k in quiet(history, [story("Rain fell.")], WEDNESDAY)] == ["s4", "s3"]


def test_a_story_that_was_merged_into_another_has_not_ended() -> None:
    ran = (known("s1", "a1", MONDAY, TUESDAY), known("s2", "a2", MONDAY, TUESDAY))
    assert quiet(History(known=ran), [story("Rain fell.", "More rain fell.")], WEDNESDAY) == ()


def test_after_an_edition_without_a_story_its_silences_are_not_told_again() -> None:
    ran = (known("s1", "a1 b1", MONDAY),)
    assert quiet(History(known=ran, latest=MONDAY), [], TUESDAY) == ran
    assert quiet(History(known=ran, latest=TUESDAY), [], WEDNESDAY) == ()


def test_what_one_article_told_once_has_no_end() -> None:
    assert quiet(History(known=(known("s1", "x", TUESDAY),)), [], WEDNESDAY) == ()


def test_what_one_report_told_beside_a_column_has_no_end() -> None:
    ran = (known("s1", "a1 b1", TUESDAY),)
    past = (article("It rained.", id="a1"), article("We row.", title="Opinion: Rain", id="b1"))
    assert quiet(History(known=ran, past=past), [], WEDNESDAY) == ()
    told = (Printed(TUESDAY, "s1", "It rained."),)
    assert quiet(History(known=ran, past=past, printed=told), [], WEDNESDAY) == ()
    assert quiet(History(known=ran, past=past[:1]), [], WEDNESDAY) == ran


def test_what_an_article_of_another_story_tells_has_not_ended() -> None:
    ended = [known("s1", "a1", TUESDAY)]
    past = [article("It rained.", title="Velmar council dismisses harbour master", id="a1")]
    other = "The ferry sailed. The council of Velmar had dismissed the harbour master on Monday."
    assert unheard(ended, past, [article(other)], background(), 0.165) == ()
    met = article("A choir sang.", title="Sailors sing hymns by the quay")
    assert unheard(ended, past, [met], background(), 0.165) == (ended[0],)


def test_what_opens_like_an_earlier_report_has_not_ended() -> None:
    ended = [known("s1", "a1", TUESDAY)]
    past = [
        article(
            "Trains stood still in Dunmere for two hours.",
            title="Dunmere trains on the coastal line appear to run again",
            id="a1",
        )
    ]
    later = article(
        "Trains in Dunmere recovered from a brief halt.", title="Railway recovers from brief halt"
    )
    assert unheard(ended, past, [later], background(), 0.165) == ()
    assert unheard(ended, past, [later], background(), 1.5) == (ended[0],)


def test_without_an_edition_before_nothing_is_quiet() -> None:
    assert quiet(History(), [], WEDNESDAY) == ()


# --- fresh ----------------------------------------------------------------------------


def test_everything_is_new_where_nothing_was_printed() -> None:
    assert is_new(DAM)


def test_the_printed_sentence_is_not_new() -> None:
    assert not is_new(DAM, DAM)


def test_the_same_in_other_words_is_not_new() -> None:
    assert not is_new("The town of Velmar was protected from floods as Kestrel dam opened.", DAM)


def test_a_shorter_wording_is_not_new() -> None:
    assert not is_new("Engineers opened the Kestrel dam.", DAM)


def test_a_new_figure_is_news() -> None:
    assert is_new(
        "Nine people were killed, 1,200 fled Velmar.", "Nine people were killed in Velmar."
    )
    assert is_new("The flood killed 12 in Velmar.", "The flood killed 9 in Velmar.")
    toll = "{} people died when a bomb went off in the market hall of Velmar on Tuesday."
    for later in ("Nine", "Twelve", "Thirty", "Twenty-four"):
        assert is_new(toll.format(later), toll.format("Four"))


def test_a_new_name_is_news() -> None:
    assert is_new("Engineers led by Ilse Brandt opened the Kestrel dam at Velmar.", DAM)


def test_another_fact_about_the_same_place_is_news() -> None:
    assert is_new("Schools in Velmar stay closed until electricians have checked them.", DAM)


def test_what_happened_since_is_news_in_the_words_of_what_was_printed() -> None:
    began = "The strike of Velmar's bus drivers goes into its third day after talks on Friday."
    ended = "Velmar's bus drivers voted on {} to end their strike."
    for day, printed, new in (
        ("Monday", MONDAY, False),
        ("Tuesday", MONDAY, True),
        ("Tuesday", TUESDAY, False),
    ):
        text = ended.format(day)
        report = article(text, at=MORNING + timedelta(days=1))
        sentence = Sentence(report, 0, Span(0, len(text)), 0)
        assert bool(fresh([sentence], [Printed(printed, "s1", began)])) is new


def test_what_was_announced_for_a_day_to_come_is_not_new_twice() -> None:
    text = "The court will rule on the Kestrel dam of Velmar on Friday."
    sentence = Sentence(article(text), 0, Span(0, len(text)), 0)
    told = "The court will rule on Friday on the Kestrel dam of Velmar, it said."
    assert fresh([sentence], [Printed(MONDAY, "s1", told)]) == ()


def test_a_sentence_without_content_is_new_unless_printed() -> None:
    assert is_new("So it was.", DAM)
    assert not is_new("So it was.", "So it was.")


def test_another_account_of_an_act_whose_day_an_edition_told_is_old() -> None:
    printed = "The office of Ada Quill late Monday denied that she shut the Kestrel dam."
    late = "Ada Quill's office on Monday disputed a report that she shut the Kestrel dam of Arden."
    since = late.replace("Monday", "Tuesday")
    assert is_new(late)
    assert is_new(since, printed)
    assert not is_new(late, printed)
    assert is_new(late, "The office of Ada Quill will answer on Monday for the Kestrel dam.")


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_printed_text_is_ever_fresh(texts: list[str]) -> None:
    assert not any(is_new(text, *texts) for text in texts)


# --- further --------------------------------------------------------------------------


def tells_more(text: str, *before: str, at: int = 0) -> bool:
    report = article(text, at=MORNING + timedelta(days=at))
    sentence = Sentence(report, 0, Span(0, len(text)), 0)
    earlier = tuple(article(t, id=f"e{n}") for n, t in enumerate(before))
    return further([sentence], earlier, (MORNING + timedelta(days=1)).date()) == (sentence,)


LAW = (
    "The council of Dunmere unveiled a law on ferries on Thursday. Captains must wait in fog, said "
    "the head of the council, Ines Marr, two weeks after the wreck of the Marisol."
)
AGAIN = (
    "Two weeks after the wreck of the Marisol, the council of Dunmere unveiled a law on Thursday."
)


def test_what_the_earlier_reports_of_a_story_told_is_nothing_new_in_another_order() -> None:
    assert not tells_more(AGAIN, LAW, at=1)


def test_what_happened_since_is_told_though_the_words_are_the_same() -> None:
    assert tells_more(AGAIN.replace("Thursday", "Friday"), LAW, at=1)


def test_a_word_of_its_own_is_more() -> None:
    assert tells_more("The council of Dunmere withdrew its law on ferries.", LAW, at=1)
    assert tells_more(AGAIN, at=1)
