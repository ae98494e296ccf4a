"""Two openings on one event are alike; two on one office are not."""

from __future__ import annotations

import pytest

from briefing.standing.leads import borne_out, echoes, has_fact, lead, likeness, tells_news
from briefing.text.background import background
from briefing.text.sentences import sentences
from tests.builders import article

BURST = article("The Orvan dam burst on Monday and flooded Arden.", title="Dam above Arden bursts")
AGAIN = article(
    "A flood reached Arden on Monday after the Orvan dam broke.",
    title="Arden flooded as dam breaks",
)
OTHER = article(
    "The governor vetoed a bill on fishing licences on Monday, before the Orvan dam was mentioned.",
    title="Governor vetoes fishing bill",
)


def alike(a: object, b: object) -> float:
    return likeness(lead(a, background()), lead(b, background()))  # type: ignore[arg-type]


def test_reports_of_one_event_are_alike() -> None:
    assert alike(BURST, AGAIN) > 2 * alike(BURST, OTHER)


def test_openings_in_another_language_are_not_alike_by_its_function_words() -> None:
    budget = article(
        "Das Parlament hat am Freitag den Haushalt für das neue Jahr verabschiedet. Die Opposition "
        "hatte zuvor den Saal verlassen. Gespart werden soll nach Angaben der Regierung bei der "
        "Armee.",
        title="Parlament beschließt Haushalt",
    )
    strike = article(
        "Der Streik der Busfahrer ist beendet. Die Fahrer stimmten für eine Einigung, die mehr "
        "Lohn vorsieht. Nach Angaben der Gewerkschaft sollen die ersten Busse am Sonntag fahren.",
        title="Busstreik beendet",
    )
    assert alike(budget, strike) < 0.03


def test_an_opening_is_all_of_itself_and_nothing_of_an_empty_one() -> None:
    assert alike(BURST, BURST) == 1
    assert alike(BURST, article("")) == 0


def test_the_opening_of_a_report_speaks_of_its_title() -> None:
    report = article(
        text="The Dunmere dam opened. Rain fell at Dunmere.", title="Dunmere dam opens"
    )
    feature = article(text="Ines Marr ties her boots at dawn.", title="Dam opens at Dunmere")
    untitled = article(text="Ines Marr ties her boots at dawn.", title="")
    first, second = sentences(report)
    assert tells_news(first, 0)
    assert not tells_news(second, 1)  # it names the place alone
    assert not tells_news(first, 2)
    assert not tells_news(sentences(feature)[0], 0)
    assert tells_news(sentences(untitled)[0], 0)


def test_a_sentence_without_name_or_figure_tells_no_fact() -> None:
    for text, told in (
        ("The figure comes with some caveats.", False),
        ("Some called for other brands in the aisle.", False),
        ("The dam holds 40 million tons.", True),
        ("Critics of Oberlin asked for more.", True),
        ("Fourteen people were taken to hospital.", True),
        ("The two sides were far apart.", False),
        ("The harbour of Dunmere has a long and famous wall.", False),
    ):
        assert has_fact(sentences(article(text=text))[0]) is told


def test_a_first_word_is_a_name_where_the_text_before_has_it_as_one() -> None:
    text = "The pilots of {} met.\n\nLenk, in a letter, asked for more."
    for town, told in (("Lenk", True), ("Arden", False)):
        assert has_fact(sentences(article(text=text.format(town)))[1]) is told


def test_first_words_by_the_thousand_take_no_long_time() -> None:
    text = "The pilots of Lenk met. " + "Ores met. " * 8_000
    assert not any(has_fact(s) for s in sentences(article(text=text))[1:])


@pytest.mark.parametrize(
    ("title", "told", "borne"),
    [
        ("Mayor calls mill owners 'cowards without a plan'", "The mayor attacked the mill owners.", True),
        ("Mayor calls owners 'vultures'", "The mayor spoke of vultures.", True),
        ("Renn, Dunmere-born weaver, sues guild", "A weaver of Dunmere has sued the guild.", True),
        ("Ferry strike enters third week", "Rain fell at Dunmere.", False),
    ],
)  # fmt: skip
def test_a_text_bears_its_title_out_with_or_without_what_is_quoted_there(
    title: str, told: str, borne: bool
) -> None:
    assert borne_out(title, told, background()) is borne


def test_a_sentence_that_its_headline_tells_adds_nothing() -> None:
    title = "Dunmere guild investigates theft of looms in an apparent raid"
    again = "The Dunmere guild is investigating a theft of looms in what may be an apparent raid."
    more = "The Dunmere guild has asked two keepers about a theft of looms that cost 40 crowns."
    assert echoes(title, again, background())
    assert not echoes(title, more, background())
