"""A quote is left out where the page tells already what it says."""

from __future__ import annotations

from briefing.quotes.shown.told import is_told

HEADLINE = "Harbour league to honour Founders' Day"
REPORT = (
    "League chief Ada Stone told the staff that the league will keep Founders' Day, June 9, as a "
    "holiday and close its offices."
)
PAGE = (HEADLINE, REPORT)
SAID = "“The league will keep Founders’ Day on June 9 as a holiday, and our offices will close,”"


def test_a_quote_that_a_sentence_about_its_speaker_reports_is_told() -> None:
    assert is_told(SAID, "Ada Stone", PAGE)


def test_a_quote_with_a_new_figure_is_not() -> None:
    more = SAID.replace("our offices", "our 1,250 offices")
    assert not is_told(more, "Ada Stone", PAGE)


def test_a_quote_that_says_something_else_is_not() -> None:
    other = "“My grandmother sold herring on the pier to pay for the first of our boats,”"
    assert not is_told(other, "Ada Stone", PAGE)


def test_words_spread_over_the_page_are_told_whoever_says_them() -> None:
    assert is_told("“The harbour league keeps Founders’ Day as a holiday.”", "Ben Lind", PAGE)


def test_an_empty_quote_and_an_empty_page_are_no_repeats() -> None:
    assert not is_told("“”", "", PAGE)
    assert not is_told(SAID, "Ada Stone", ("",))


def test_of_words_that_the_page_quotes_the_rest_must_tell_more() -> None:
    page = ("Mayor calls harbour wall 'a heap of stones'", "The town mends the wall by spring.")
    same = "Whoever has seen it in winter will call it a heap of stones, and so do the masons"
    assert is_told(same, "Ada Stone", page)
    assert not is_told(same, "Ada Stone", (page[0].replace("'", ""), page[1]))
    quoted = ("Harbour wall", "The mayor said on Monday that the wall was “a heap of stones.”")
    assert is_told(same, "Ada Stone", quoted)
    more = (
        f"{same} who left their lime and sand to the northern rain and went home to their herring"
    )
    assert not is_told(more, "Ada Stone", page)
