"""Where reports give different figures for one thing, and where they only seem to."""

from __future__ import annotations

import pytest

from briefing.figures import Reading, changed, differences, readings
from briefing.model import Difference, Story
from briefing.text.background import background
from briefing.text.sentences import sentences
from tests.builders import copy, story


def found(told: Story) -> tuple[Difference, ...]:
    everything = [s for a in told.articles for s in sentences(a)]
    return differences(told, everything, background())


def test_two_tolls_of_one_event_differ() -> None:
    (difference,) = found(
        story(
            "The explosion at the Callen refinery killed 12 workers.",
            "Nine workers were killed in the explosion at the Callen refinery.",
        )
    )
    assert difference.what == "killed"
    assert [s.article.id for s in difference.readings] == ["a1", "a2"]


def test_hours_later_the_later_reading_is_named() -> None:
    told = story(*["Rain fell."] * 4, "x")
    late = story(
        "A train derailed outside Munden, injuring 23 passengers.",
        "Rain fell on Munden all day.",
        "The mayor of Munden was at home.",
        "A train derailed outside Munden on Monday, injuring 41 passengers.",
    )
    assert [d.later for d in found(late)] == [True]
    assert found(told) == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # bounds that are compatible
            "At least 40 people were killed when the Orvan dam burst.",
            "The burst of the Orvan dam killed 52 people.",
        ),
        (  # rounding
            "Some 4,000 protesters marched through Velm on Sunday.",
            "Protesters, 4,100 in all, marched through Velm on Sunday.",
        ),
        (  # a part and the whole
            "The explosion at the Callen refinery killed 12 people.",
            "The explosion at the Callen refinery killed 12 people, including 3 firefighters.",
        ),
        (  # another fate
            "The explosion at the Callen refinery killed 12 workers.",
            "The explosion at the Callen refinery injured 30 workers.",
        ),
        (  # another place
            "The quake killed 200 people in Sarrow, the mayor said.",
            "The quake killed 15 people in Lowmoor, the mayor said.",
        ),
        (  # another day
            "Police said 40 people were arrested on Monday in Velm.",
            "Police said 25 people were arrested on Tuesday in Velm.",
        ),
        (  # another year
            "In 2009 a train derailed outside Munden, killing 23 people.",
            "The train that derailed outside Munden killed seven people.",
        ),
        (  # so far this year
            "Wildfires have burnt 40,000 hectares in the Sorrel hills this year.",
            "Wildfires burnt 25,000 hectares in the Sorrel hills last year.",
        ),
        (  # another group
            "Four soldiers were killed near Ganda, the army said.",
            "Eleven rebels were killed near Ganda, the army said.",
        ),
        (  # another unit
            "Brightline agreed to buy Nova for 2.1 billion euros.",
            "Brightline agreed to buy Nova for 2.3 billion dollars.",
        ),
    ],
)
def test_what_is_no_difference(a: str, b: str) -> None:
    assert found(story(a, b)) == ()


def test_a_copy_and_an_outlets_own_second_version_have_no_voice() -> None:
    told = story(
        "The explosion at the Callen refinery killed 12 workers.",
        "The explosion at the Callen refinery killed nine workers.",
    )
    first, second = told.articles
    assert found(Story("s", told.articles, (copy(second, first),))) == ()
    assert found(story(*(a.text for a in told.articles), sources="Gazette")) == ()


def test_an_outlets_earlier_figure_has_passed_and_a_dateline_is_not_shown() -> None:
    (difference,) = found(
        story(
            "The explosion at the Callen refinery killed 12 workers.",
            "LUNDE - The explosion at the Callen refinery killed 15 workers.",
            "The explosion at the Callen refinery killed nine workers.",
            sources="Gazette Gazette Post",
        )
    )
    assert [s.text.split()[0] for s in difference.readings] == ["The", "The"]
    assert [s.article.id for s in difference.readings] == ["a2", "a3"]


def test_a_report_that_gives_both_figures_knows_why() -> None:
    told = story(
        "The explosion at the Callen refinery killed 12 workers. "
        "At first the refinery said that the explosion killed nine workers.",
        "The explosion at the Callen refinery killed nine workers.",
    )
    assert found(told) == ()


def read(text: str) -> tuple[Reading, ...]:
    (article,) = story(text).articles
    return tuple(r for s in sentences(article) for r in readings(s, background()))


def counted(text: str) -> list[tuple[str, float]]:
    return [(reading.what, reading.figure.value) for reading in read(text)]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("The number of people killed by the gale in Maren rose to seven on Sunday.", 7),
        ("Two more bodies were found, bringing the number of people killed in Maren to 11.", 11),
        ("The number of people known to have lost their lives stands at three.", 3),
        ("The find took the death toll of the gale to 13.", 13),
    ],
)
def test_a_toll_is_read_however_it_is_worded(text: str, toll: float) -> None:
    assert ("killed", toll) in counted(text)


def test_ages_are_no_toll() -> None:
    assert counted("Two men, aged 34 and 41, died when a wall fell.") == []
    assert counted("Three girls aged six, eight and ten were killed on the quay.") == []
    assert ("killed", 12) in counted("A woman aged 41 and 12 sailors were killed.")


def test_those_in_hospital_are_counted_apart_from_the_injured() -> None:
    assert counted("Eleven people were taken to hospital, police said.") == [("hospitalised", 11)]


def test_a_magnitude_counts_nobody() -> None:
    assert counted("The quake of magnitude 5.8 killed an elderly couple in Tolk.") == []


def test_what_a_toll_rose_by_is_no_toll() -> None:
    assert counted("The death toll of the flood in Orvan rose by 3.") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The gale has killed at least three people in Maren.",
            "The number of people killed by the gale in Maren rose to seven as rivers burst.",
        ),
        (
            "Ilse Brandner took a lead of 4,000 votes over Pavel Ruiz as the towns were counted.",
            "Pavel Ruiz gave up on Friday after Ilse Brandner came in ahead by 9,310 votes.",
        ),
        (
            "Brightline is in talks to take over Nova in a deal worth about 2 billion euros.",
            "Brightline has agreed to buy its rival Nova for 2.4 billion euros in cash.",
        ),
        (
            "The port of Velm has offered 3.1 percent over two years, less than the pay claim.",
            "The port of Velm and its dockers agreed on a pay rise of 4.4 percent on Sunday.",
        ),
    ],
)
def test_a_later_report_of_a_story_gives_another_figure(before: str, after: str) -> None:
    assert any(changed(x, y) for x in read(before) for y in read(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Brightline has agreed to buy its rival Nova for 2.4 billion euros.",
            "Brightline's shares, which it had sold for 31 euros, fell after it bid for Nova.",
        ),
        (
            "Her lawyer said that Holm denies four counts of theft.",
            "Holm was convicted of three counts of theft.",
        ),
        (
            "The number of people killed by the flood in Orvan rose to nine.",
            "The number of people killed by the flood in Tolk rose to 31.",
        ),
    ],
)
def test_what_only_looks_like_a_changed_figure(before: str, after: str) -> None:
    assert not any(changed(x, y) for x in read(before) for y in read(after))
