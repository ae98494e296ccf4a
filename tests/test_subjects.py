"""Look-alike events of one day, told in the same words, differ in what their titles name.

All news is invented; the lands are real, since their list is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.cluster import stories
from briefing.model import Article
from briefing.standing.subjects import named, strangers
from briefing.text.background import background
from tests.builders import MORNING, article

# Two events, each told by two outlets: (title, text).
Told = tuple[str, str]
QUAKES: tuple[list[Told], list[Told]] = (
    [
        (
            "Earthquake in western Nepal kills at least 12",
            "KATHMANDU - An earthquake of magnitude 5.7 shook western Nepal overnight, killing at "
            "least 12 people and flattening mud houses, officials said on Wednesday.\n\nRescue "
            "teams were trying to reach remote villages. Landslides blocked roads.",
        ),
        (
            "Rescuers dig through rubble after Nepal quake",
            "Rescuers dug with bare hands through the rubble of mud houses in western Nepal on "
            "Wednesday after an overnight earthquake killed at least 12 people.\n\nSoldiers were "
            "flown in by helicopter.",
        ),
    ],
    [
        (
            "Earthquake in western Afghanistan kills at least 15",
            "KABUL - An earthquake of magnitude 5.9 shook western Afghanistan overnight, killing "
            "at least 15 people and flattening mud houses, officials said on Wednesday.\n\nRescue "
            "teams were trying to reach remote villages. Snow blocked roads.",
        ),
        (
            "Rescuers dig through rubble after Afghan quake",
            "Rescuers dug with shovels through the rubble of mud houses in western Afghanistan on "
            "Wednesday after an overnight earthquake killed at least 15 people.\n\nAid agencies "
            "sent tents.",
        ),
    ],
)
BANKS: tuple[list[Told], list[Told]] = (
    [
        (
            "Norway's central bank keeps key policy rate on hold at 4.5%",
            "OSLO - Norway's central bank kept its key policy rate on hold at 4.5% on Thursday, as "
            "widely expected, and said that a cut was likely in March.\n\nAll 25 economists in a "
            "poll had predicted an unchanged rate.",
        ),
        (
            "Norway's central bank holds rates, signals March cut",
            "Norway's central bank left interest rates unchanged on Thursday and signalled that it "
            "would lower them in March.\n\nThe crown strengthened after the decision.",
        ),
    ],
    [
        (
            "Sweden's central bank keeps key policy rate on hold at 2.5%",
            "STOCKHOLM - Sweden's central bank kept its key policy rate on hold at 2.5% on "
            "Thursday, as widely expected, and said that a cut was possible in June.\n\nAll 22 "
            "economists in a poll had predicted an unchanged rate.",
        ),
        (
            "Sweden's central bank holds rates, sees room for cut",
            "Sweden's central bank left interest rates unchanged on Thursday and said that there "
            "might be room for a cut.\n\nThe crown weakened after the decision.",
        ),
    ],
)
EARNINGS: tuple[list[Told], list[Told]] = (
    [
        (
            "Halvorsen profit beats forecasts as cloud sales jump",
            "Halvorsen on Thursday reported quarterly profit above analysts' forecasts, helped by "
            "a jump in sales of cloud services. Its shares rose 4% in extended trading.\n\nNet "
            "income rose to $2.1 billion, or 88 cents a share.",
        ),
        (
            "Halvorsen shares rise on cloud growth",
            "Shares of Halvorsen climbed after the software maker posted a quarterly profit of "
            "$2.1 billion on rising cloud sales.\n\nIts chief executive raised the outlook.",
        ),
    ],
    [
        (
            "Quandt profit beats forecasts as cloud sales jump",
            "Quandt on Thursday reported quarterly profit above analysts' forecasts, helped by a "
            "jump in sales of cloud services. Its shares rose 6% in extended trading.\n\nNet "
            "income rose to $3.4 billion, or $1.12 a share.",
        ),
        (
            "Quandt shares jump on cloud growth",
            "Shares of Quandt jumped after the chip group posted a quarterly profit of $3.4 "
            "billion on rising cloud sales.\n\nIts chief executive kept the outlook.",
        ),
    ],
)
SHOOTINGS: tuple[list[Told], list[Told]] = (
    [
        (
            "Three killed in shooting at Ohio shopping mall",
            "Three people were killed and five wounded in a shooting at a mall in Dunfield, Ohio, "
            "on Sunday, police said.\n\nA man of 22 was arrested in the car park. Shoppers hid in "
            "storerooms as shots rang out.",
        ),
        (
            "Man held after deadly shots in Dunfield",
            "Police in Dunfield arrested a man of 22 who had shot three people dead at the mall on "
            "Sunday.\n\nThe motive was unclear; shoppers had fled through the loading bays.",
        ),
    ],
    [
        (
            "Two killed in shooting at Texas shopping mall",
            "Two people were killed and four wounded in a shooting at a mall in Larkburg, Texas, "
            "on Sunday, police said.\n\nA man of 19 was arrested near the scene. Shoppers hid in "
            "storerooms as shots rang out.",
        ),
        (
            "Man held after deadly shots in Larkburg",
            "Police in Larkburg arrested a man of 19 who had shot two people dead at the mall on "
            "Sunday.\n\nThe motive was unclear; shoppers had fled over the car park.",
        ),
    ],
)
STORMS: tuple[list[Told], list[Told]] = (
    [
        (
            "Typhoon Marta makes landfall in Philippines, thousands flee",
            "MANILA - Typhoon Marta made landfall in the Philippines on Wednesday with winds of "
            "185 km an hour, forcing thousands of people to flee their homes.\n\nThe weather "
            "bureau warned of storm surges. Flights were cancelled and schools closed.",
        ),
        (
            "Thousands leave coast as Typhoon Marta hits",
            "Thousands of people left coastal villages as Typhoon Marta hit the Philippines on "
            "Wednesday.\n\nPower lines were down and flights grounded.",
        ),
    ],
    [
        (
            "Typhoon Nari makes landfall in Vietnam, thousands flee",
            "HANOI - Typhoon Nari made landfall in Vietnam on Wednesday with winds of 150 km an "
            "hour, forcing thousands of people to flee their homes.\n\nThe weather bureau warned "
            "of storm surges. Flights were cancelled and schools closed.",
        ),
        (
            "Thousands leave coast as Typhoon Nari hits",
            "Thousands of people left coastal villages as Typhoon Nari hit Vietnam on "
            "Wednesday.\n\nPower lines were down and trains stopped.",
        ),
    ],
)
# One event in other words and with other names in front.
EXPLOSION = [
    (
        "Rocket explodes minutes after launch",
        "The largest rocket of Vantor exploded minutes after lift-off from Texas on Thursday, its "
        "second loss in a row.\n\nDebris halted flights at Florida airports.",
    ),
    (
        "Vantor's giant breaks apart over the Gulf",
        "The giant rocket that Vantor launched from Texas broke apart on Thursday, sending streaks "
        "of fire over the Gulf.\n\nFlights were halted at four Florida airports.",
    ),
]


def news(*events: list[Told]) -> list[Article]:
    """Each report, by another outlet, named after its event."""
    told = [(number, one) for number, event in enumerate(events) for one in event]
    return [
        article(
            text,
            title=title,
            id=f"{number}-{n}",
            outlet=f"Outlet {n}",
            at=MORNING + timedelta(minutes=40 * n),
        )
        for n, (number, (title, text)) in enumerate(told)
    ]


def grouped(articles: list[Article]) -> list[set[str]]:
    """The events that each story tells."""
    return [{a.id[0] for a in story.articles} for story in stories(articles, (), background())]


@pytest.mark.parametrize("events", [QUAKES, BANKS, EARNINGS, SHOOTINGS, STORMS])
def test_two_events_of_one_day_in_the_same_words_are_two_stories(
    events: tuple[list[Told], list[Told]],
) -> None:
    assert grouped(news(*events)) == [{"0"}, {"1"}]


def test_among_each_other_each_event_is_one_story() -> None:
    events = [one for pair in (QUAKES, BANKS, EARNINGS, SHOOTINGS, STORMS) for one in pair]
    assert len(grouped(news(*events[:9], EXPLOSION))) == 10


def test_one_event_under_other_names_is_one_story() -> None:
    assert grouped(news(EXPLOSION)) == [{"0"}]


def test_titles_without_names_part_nothing() -> None:
    plain = [(title.replace("Nepal", "hills"), text) for title, text in QUAKES[0]]
    bare = [(title, text.replace("Nepal", "the hills")) for title, text in plain]
    assert grouped(news(bare)) == [{"0"}]


def test_what_is_named_to_deny_a_link_is_no_tie() -> None:
    first = (
        "An earthquake of magnitude 5.8 struck the Tollen valley on Tuesday and killed two people."
    )
    second = "An earthquake of magnitude 5.6 struck off Sarn on Thursday, the institute said."
    tollen = article(first, title="Earthquake shakes Tollen valley")
    denied = f"{second} He saw no link with that of the Tollen valley."
    assert strangers(tollen, article(denied, title="Magnitude 5.6 quake off Sarn"))
    told = f"{second} It brought down walls that had cracked in the Tollen valley."
    assert not strangers(tollen, article(told, title="Magnitude 5.6 quake off Sarn"))


def test_small_letters_of_any_alphabet_name_nothing() -> None:
    text = "Сильное землетрясение произошло в Лунде, сообщили власти. Есть погибшие."
    found = named(article(text, title="В Лунде произошло сильное землетрясение"))
    assert list(found) == ["лунде"]


def test_german_nouns_are_no_names() -> None:
    text = "Am Dienstag hat ein starkes Erdbeben den Norden von Lunde erschüttert."
    title = "Erdbeben erschüttert Norden von Lunde"
    assert named(replace(article(text, title=title), language="de")) == {}
