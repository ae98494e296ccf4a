"""Of whom a quote speaks must be somebody whom the page names."""

from __future__ import annotations

from briefing.quotes import quotes
from briefing.quotes.shown.antecedents import is_unmet
from tests.builders import article

PAGE = ("Harbour town mends its wall", "Mayor Ben Lind will mend the wall by the spring.")
ABOUT = "Carl Vane, the clerk, had called the masons thieves. Mr. Vane was not at home."
ASKED = "Mayor Ben Lind had called the masons thieves. Mr. Lind was not at home."


def unmet(text: str) -> bool:
    return is_unmet(quotes(article(text))[-1], PAGE)


def test_he_is_one_whom_the_page_names() -> None:
    said = "“I think he spoke in haste about a few of the masons of the town,” said Ada Stone."
    assert unmet(f"{ABOUT} {said}")
    assert not unmet(f"{ASKED} {said}")
    assert not unmet(f"It rained on the town that day. {said}")


def test_whom_the_quote_itself_names_needs_no_page() -> None:
    said = "“The mayor knows that his words were hard on the masons of the town,” said Ada Stone."
    assert not unmet(f"{ABOUT} {said}")
    later = "“The masons of this old town are fond of tea, and they like him,” said Ada Stone."
    assert not unmet(f"{ABOUT} {later}")


def test_what_is_continued_speaks_of_whom_the_sentence_before_names() -> None:
    said = "“We have seen one wall after the other fall into the sea of this county,” Ada Stone"
    assert unmet(f"{ABOUT}\n\n{said} continued.")
    assert not unmet(f"{ASKED}\n\n{said} continued.")
    assert not unmet(f"{ABOUT}\n\n{said} said.")
