"""What a quote leans on must be on the page."""

from __future__ import annotations

from briefing.quotes import quotes
from briefing.quotes.shown.leaning import leans
from tests.builders import article

PAGE = ("Harbour town closes its old bridge", "The council will hear the farmers on Monday.")


def leaning(text: str) -> bool:
    return leans(quotes(article(text))[-1], PAGE)


def test_a_topic_that_the_tag_names_is_on_the_page() -> None:
    said = "“The council has lost the trust of every farmer in the valley,” Ada Stone said"
    assert leaning(f"{said}, referring to the sale of the sawmill.")
    assert not leaning(f"{said}, referring to the old bridge.")
    assert not leaning(f"{said}.")


def test_what_it_means_is_on_the_page() -> None:
    hope = "“We remain hopeful it will help us this spring,” Ada Stone said."
    assert leaning(f"Divers pulled a rusty recorder out of the mud.\n\n{hope}")
    assert not leaning(f"The council closes the old bridge of the harbour town.\n\n{hope}")
    time = "“It is time to let the farmers speak before winter,” Ada Stone said."
    assert not leaning(f"Divers pulled a rusty recorder out of the mud.\n\n{time}")


def test_who_it_is_that_acts_stands_on_the_page() -> None:
    found = "“It found that the wall would break in the first flood of a year,” Ada Stone said."
    assert leaning(f"A study of the council from 1982 looked at walls of clay.\n\n{found}")
    assert not leaning(f"The council closes the old bridge of the harbour town.\n\n{found}")
    takes = "“It takes a year to build a wall that holds the river,” Ada Stone said."
    assert not leaning(f"A study of the council from 1982 looked at walls of clay.\n\n{takes}")


def test_what_this_is_stands_on_the_page() -> None:
    grave = "“I think this is grave and that it deserves a day of all councils,” Ada Stone said."
    assert leaning(f"Divers pulled a rusty recorder out of the mud.\n\n{grave}")
    assert not leaning(f"The council closes the old bridge of the harbour town.\n\n{grave}")


def test_another_s_words_inside_are_not_the_speaker_s() -> None:
    assert leaning("“He said: ‘Nobody in this valley ever paid for water,’” Ada Stone said.")


def test_with_what_one_deals_stands_on_the_page() -> None:
    deal = (
        "“There is a proper way to deal with this, and the town has not found it,” said Ada Stone."
    )
    assert leaning(f"Divers pulled a rusty recorder out of the mud.\n\n{deal}")
    assert not leaning(f"The council closes the old bridge of the harbour town.\n\n{deal}")
    year = deal.replace("this, and", "this winter, and")
    assert not leaning(f"Divers pulled a rusty recorder out of the mud.\n\n{year}")
