"""A story of today goes on from one of earlier editions that its reports open like. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.cluster import recalled
from briefing.model import Article, History, Known, Story, Window
from briefing.settings import ClusterSettings
from briefing.text.background import background
from tests.builders import MORNING, article

TODAY = Window(MORNING, MORNING + timedelta(days=1))


def piece(name: str, title: str, text: str, days: int = 0) -> Article:
    return article(text, title=title, outlet=name, id=name, at=MORNING + timedelta(days=days))


SHOVED = piece(
    "shoved",
    "Ferryman shoved by Dunmere harbour guards says he was pushed",
    "A ferryman of 75 was shoved to the ground by harbour guards in Dunmere on Friday during a "
    "protest over fares, and bled from his head. The guards said that he had tripped.",
    days=-4,
)
CLAIM = piece(
    "claim",
    "Governor claims ferryman shoved in Dunmere was an actor",
    "Governor Ines Marr claimed on Tuesday that the ferryman of 75 who was shoved to the ground by "
    "harbour guards in Dunmere, during a protest over fares, had played it.",
)
VELMAR = piece(
    "velmar",
    "Ferryman shoved by harbour guards in Velmar",
    "A ferryman of 75 was shoved to the ground by harbour guards in Velmar on Tuesday during a "
    "protest over fares, and bled from his head. The guards said that he had tripped.",
)
RATE = piece(
    "rate",
    "Central bank of Merrow raises its key rate",
    "The central bank of Merrow raised its key rate to four per cent on Tuesday.",
)


def known(*articles: Article) -> History:
    ids = frozenset(a.id for a in articles)
    day = min(a.published for a in articles).date()
    return History(known=(Known("old", ids, (day,)),), past=articles)


def follows(history: History, *stories: Story) -> dict[str, set[str]]:
    found = recalled(stories, history, TODAY, background(), ClusterSettings())
    return {"+".join(a.id for a in story.articles): set(story.follows) for story in found}


def test_a_story_that_rested_goes_on_when_a_report_opens_like_it() -> None:
    assert follows(known(SHOVED), Story("c", (CLAIM,))) == {"claim": {"shoved"}}


def test_after_a_week_a_story_goes_on_if_its_reports_are_much_alike() -> None:
    def rested(days: int) -> Article:
        return replace(SHOVED, published=MORNING - timedelta(days=days))

    strict = ClusterSettings(rested=0.99)
    assert follows(known(rested(10)), Story("c", (CLAIM,))) == {"claim": {"shoved"}}
    for days, found in ((4, {"shoved"}), (10, set[str]())):
        (story,) = recalled(
            [Story("c", (CLAIM,))], known(rested(days)), TODAY, background(), strict
        )
        assert story.follows == found


def test_another_event_of_the_same_kind_has_its_own_place() -> None:
    assert follows(known(SHOVED), Story("v", (VELMAR,))) == {"velmar": set()}


def test_what_is_alike_as_a_whole_must_open_alike() -> None:
    yesterday = replace(SHOVED, published=MORNING - timedelta(hours=9))
    stories = (Story("s", (yesterday,)), Story("r", (RATE,), follows=frozenset({"shoved"})))
    assert follows(known(yesterday), *stories)["rate"] == set()


def test_two_stories_of_today_that_go_on_from_one_are_one() -> None:
    fired = piece(
        "fired",
        "Harbour guards of Dunmere dismissed",
        "Two harbour guards of Dunmere were dismissed.",
    )
    running = Story("s", (SHOVED, fired))
    assert follows(known(SHOVED), running, Story("c", (CLAIM,))) == {"shoved+claim+fired": set()}


def test_a_town_in_common_makes_no_story_of_two_lands_talks() -> None:
    """Two talks in one town on one day, with the same envoys: neither goes on from the other's."""
    title = "{} negotiators meet in Ostrava for talks brokered by Rask envoys"
    told = "{} negotiators met in Ostrava for talks that Rask envoys brokered, officials said."
    visit = piece("visit", title.format("Iranian"), told.format("Iranian"), days=-1)
    same, other = (
        Story(name, (piece(name, title.format(land), told.format(land)),))
        for name, land in (("same", "Iranian"), ("other", "Ukrainian"))
    )
    assert follows(known(visit), same) == {"same": {"visit"}}
    assert follows(known(visit), other) == {"other": set()}
    running = Story("s", (visit, same.articles[0]))
    assert follows(known(visit), running, other) == {"visit+same": set(), "other": set()}


def test_an_explainer_of_earlier_days_does_not_make_its_neighbour_a_running_story() -> None:
    known_so_far = piece(
        "explainer",
        "The shoved ferryman: what we know so far",
        "What do we know of the ferryman who was shoved by harbour guards in Dunmere?",
        days=-1,
    )
    stories = (Story("e", (known_so_far, RATE)), Story("c", (CLAIM,)))
    earlier = {"shoved", "explainer"}
    found = follows(known(SHOVED, known_so_far), *stories)
    assert found == {"explainer+rate": set(), "claim": earlier}
    again = replace(stories[0], articles=(known_so_far, CLAIM))
    assert follows(known(SHOVED, known_so_far), again) == {"explainer+claim": earlier}


def test_a_headline_that_names_nobody_goes_on_by_a_name_of_the_events_own() -> None:
    nameless = replace(CLAIM, title="Shoved ferryman of 75 was an actor, governor claims")
    assert follows(known(SHOVED), Story("c", (nameless,))) == {"claim": {"shoved"}}
    others = [
        Story(f"o{n}", (piece(f"o{n}", "Ferry late", f"In Dunmere nobody saw {x}."),))
        for n, x in enumerate(("eels", "bells", "ropes", "snow"))
    ]
    assert follows(known(SHOVED), Story("c", (nameless,)), *others)["claim"] == set()


def test_stories_that_an_edition_knew_and_those_of_other_days_are_left() -> None:
    again = replace(CLAIM, id="again")
    stories = (Story("s", (SHOVED,)), Story("c", (CLAIM,)))
    history = replace(known(SHOVED), known=(Known("old", frozenset({"shoved", "claim"}), ()),))
    assert follows(history, *stories) == {"shoved": set(), "claim": set()}
    assert follows(History(), Story("a", (again,))) == {"again": set()}


def test_titles_of_one_thing_go_on_in_other_words() -> None:
    statue = piece(
        "statue",
        "Crowd with ropes and bottles tries to topple statue of Corl on Dunmere quay",
        "Some hundred people tied ropes around old Admiral Corl late on Friday, and pulled until "
        "guards came with dogs and lamps and drove them into the fish market. The admiral fought "
        "in the herring wars, owned half of the island and sold its people abroad. Windows broke, "
        "a kiosk burned, and a nurse was treated for bites, according to the hospital.",
        days=-5,
    )
    charged = piece(
        "charged",
        "Two sailors and cook charged over attempt to topple Corl statue, face ten years",
        "Prosecutors accused two sailors and a cook of damage to municipal property in what their "
        "complaint calls an attack on Corl. The law knows ten years for it, said the chief prosecutor, "
        "Ines Marr; a lawyer said that all three deny it and were asleep at home. A judge let them "
        "go on bail until the hearing, which the court has set for the first week of spring. "
        "Neighbours collected signatures for them; the mayor wants a fence, "
        "lanterns and two more watchmen along that road.",
    )
    other = replace(charged, id="other", title="Three charged over attempt on Corl")
    assert follows(known(statue), Story("c", (charged,))) == {"charged": {"statue"}}
    assert follows(known(statue), Story("o", (other,))) == {"other": set()}


FEAST = piece(
    "feast",
    "Marr rally on Candlemas in Dunmere called insult",
    "Governor Ines Marr holds a rally on Candlemas in Dunmere, which fishermen call an insult.",
    days=-3,
)


def test_a_feast_day_alone_ties_no_two_stories() -> None:
    holiday = piece(
        "holiday",
        "Rowing league will keep Candlemas as a holiday",
        "The rowing league said that clubs close on Candlemas, a holiday to remember the drowned.",
    )
    assert follows(known(FEAST), Story("h", (holiday,))) == {"holiday": set()}


CHECKS = piece(
    "checks",
    "Masks for guests of Marr rally, organisers announce",
    "Visitors get masks, soap and a thermometer, organisers wrote to those who go to see Marr with a "
    "ticket for Dunmere. The harbour doctor had warned of fever, coughs and crowded benches, and a "
    "nurse from the island clinic called the plan careless. Nobody is turned away, buses run until "
    "midnight, and bakers may sell bread outside. Tents stand on the lawn behind the brewery for "
    "those who feel faint, with water, cots and two volunteers from the lifeboat station.",
)
RALLY = piece(
    "rally",
    "Marr moves rally by a day after outcry",
    "Governor Ines Marr shifts her evening in Dunmere to Saturday, because fishermen found it an "
    "insult to hold it on the feast of the drowned. Widows had collected signatures, three choirs "
    "refused to sing and a bishop preached against the date from his pulpit. Her opponent spoke of "
    "a retreat; advisers deny that anybody gave in, and point to the tide, the price of the ferry "
    "and a wedding in the same street.",
    days=-3,
)


def test_two_words_of_the_titles_and_a_name_that_is_the_events_own_tie_two_days() -> None:
    assert follows(known(RALLY), Story("c", (CHECKS,))) == {"checks": {"rally"}}


def test_a_name_that_all_the_news_has_ties_nothing() -> None:
    others = [
        Story(f"o{n}", (piece(f"o{n}", "Ferry late", f"In Dunmere Marr had no word on {x}."),))
        for n, x in enumerate(("eels", "bells", "ropes", "snow"))
    ]
    assert follows(known(RALLY), Story("c", (CHECKS,)), *others)["checks"] == set()


def test_a_name_and_a_thing_in_both_titles_tie_the_next_days() -> None:
    queues = piece(
        "queues",
        "Dunmere harbour vote beset by queues and broken urns",
        "Voters waited for six hours on Tuesday outside schools where machines had failed. In Dunmere "
        "lids of urns broke, pencils ran out and a judge let three halls stay open until midnight.",
        days=-1,
    )
    leads = piece(
        "leads",
        "Ada Stone holds narrow lead in Dunmere harbour vote",
        "The shipwright Ada Stone was ahead with most ballots counted, a finish that her rivals from "
        "the fish market call far from over. In Dunmere the mayor pays for nets, quays and bells.",
    )
    apart = ClusterSettings(recall=0.9, retold=0.9, goes_on=0.9)
    for days, found in ((0, {"queues"}), (3, set[str]())):
        earlier = replace(queues, published=queues.published - timedelta(days=days))
        history, own = known(earlier), (Story("l", (leads,)),)
        (story,) = recalled(own, history, TODAY, background(), apart)
        assert story.follows == found
    others = [
        Story(f"o{n}", (piece(f"o{n}", "Ferry late", f"In Dunmere nobody saw {x}."),))
        for n, x in enumerate(("eels", "bells", "ropes", "snow"))
    ]
    found = recalled((Story("l", (leads,)), *others), known(queues), TODAY, background(), apart)
    assert not any(story.follows for story in found)


RIOT = piece(
    "riot",
    "Shops burn in Velmar as crowd meets guards",
    "Four shops burned in Velmar on Tuesday night when a crowd of some 300 met harbour guards who "
    "had shot a ferryman. “It was the worst night in years,” the mayor, Ines Marr, said.",
    days=-2,
)
CURFEW = piece(
    "curfew",
    "Governor orders curfew in Velmar",
    "Governor Piet Oberlin ordered people in Velmar off the streets after dark on Thursday. Schools, "
    "banks and markets stay closed, trams end at six, and harbour guards are off duty, he said.",
)
FAIR = piece(
    "fair",
    "Bread fair opens in Velmar",
    "Some 640 bakers show their loaves in Velmar until Sunday, and 9,000 visitors are expected.",
)


def test_what_happens_in_one_place_within_days_is_one_running_story() -> None:
    assert follows(known(RIOT), Story("c", (CURFEW,))) == {"curfew": {"riot"}}
    long_ago = replace(RIOT, published=MORNING - timedelta(days=5))
    assert follows(known(long_ago), Story("c", (CURFEW,))) == {"curfew": set()}


def test_a_place_alone_ties_no_two_events() -> None:
    assert follows(known(RIOT), Story("f", (FAIR,))) == {"fair": set()}


def test_a_person_is_no_place() -> None:
    shot = replace(
        RIOT,
        title="Ferryman Velmar shot by guards",
        text=RIOT.text.replace("in Velmar", "by Velmar"),
    )
    named = replace(
        CURFEW,
        title="Governor on Velmar: curfew",
        text=CURFEW.text.replace("in Velmar", "of Velmar"),
    )
    assert follows(known(shot), Story("c", (named,))) == {"curfew": set()}


def test_two_stories_of_one_day_that_go_on_from_one_are_one_if_they_are_alike() -> None:
    more = replace(
        CURFEW,
        id="more",
        source=SHOVED.source,
        title="Velmar under curfew as shops stay shut",
        text="Banks stayed closed in Velmar on Thursday as Governor Piet Oberlin ordered people off "
        "the streets after dark. The mayor, Ines Marr, said that guards had brought it on the town.",
    )
    assert follows(known(RIOT), Story("c", (CURFEW,)), Story("m", (more,))) == {
        "curfew+more": {"riot"}
    }
