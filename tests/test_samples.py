"""The invented news of samples/: its hard cases, each by name, over its three days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.app.answers.courses import Course, course
from briefing.app.answers.following import Diff, diff
from briefing.app.editions.making import make
from briefing.app.intake.fetching import fetch
from briefing.app.shell import Shell
from briefing.config import load
from briefing.edition import Edition, SourceData, StoryData
from briefing.render.text import text
from briefing.settings import Interests
from tests.conftest import SAMPLES

DAYS = (date(2026, 1, 13), date(2026, 1, 14), date(2026, 1, 15))


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """An archive with the samples and their three editions, made once for all tests."""
    folder: Path = tmp_path_factory.mktemp("samples")
    made = Shell(
        load(SAMPLES / "briefing.toml", {}, data_dir=folder), datetime(2026, 1, 16, tzinfo=UTC)
    )
    fetch(made)
    with made.archive() as archive:
        for day in DAYS:
            make(made, archive, day)
    return made


@pytest.fixture(scope="module")
def editions(shell: Shell) -> list[Edition]:
    with shell.archive(read_only=True) as archive:
        return [found for day in DAYS if (found := archive.edition(day))]


def stories(edition: Edition) -> list[StoryData]:
    return edition["stories"] + edition["also"]


def rows(story: StoryData) -> list[SourceData]:
    return story["sources"]


def titles(story: StoryData) -> set[str]:
    """The titles of all articles of the story, reprints included."""
    found = {row["title"] for row in rows(story)}
    return found | {copy["title"] for row in rows(story) for copy in row["copies"]}


def story_of(edition: Edition, title: str) -> StoryData:
    """The one story that has an article whose title begins like that."""
    (found,) = [s for s in stories(edition) if any(t.startswith(title) for t in titles(s))]
    return found


def printed(story: StoryData) -> list[str]:
    return [statement["place"]["text"] for statement in story["statements"]]


def so_far(story: StoryData) -> dict[str, list[str]]:
    """What earlier editions printed of the story, by the id that it had there."""
    return {day["story"]: [line["text"] for line in day["statements"]] for day in story["so_far"]}


def days(found: Course) -> list[tuple[date, str]]:
    return [(day.day, day.id) for day in found.days]


def reprints(story: StoryData) -> set[str]:
    return {copy["title"] for row in rows(story) for copy in row["copies"]}


# --- one origin, one voice ------------------------------------------------------------


def test_reprints_of_the_wire_are_folded_into_their_origin(editions: list[Edition]) -> None:
    verdict = story_of(editions[2], "Ex-minister Pell sentenced")
    assert {"Pell gets four years", "Four years in prison for former minister Pell"} <= reprints(
        verdict
    )
    assert "Key rate goes up to 4.25 per cent" in reprints(story_of(editions[1], "Merrow central"))


def test_half_a_wire_report_is_a_copy_too(editions: list[Edition]) -> None:
    ferry = story_of(editions[0], "Ferry with 212 on board")
    assert "Passengers rescued after ferry strikes shoal" in reprints(ferry)
    assert len(ferry["sources"]) == 3


def test_an_outlets_second_version_is_its_one_voice_and_is_what_is_told(
    editions: list[Edition],
) -> None:
    bill = story_of(editions[1], "MPs back single water regulator; Senate")
    (post,) = [row for row in rows(bill) if row["outlet"] == "Dunmere Post"]
    assert post["title"] == "MPs back single water regulator; Senate debates it in February"
    assert [c["title"] for c in post["copies"]] == ["MPs back single water regulator"]
    assert bill["origins"] == 3
    page = text(editions[1])
    assert "Other versions: MPs back single water regulator" in page
    assert "Reprinted by Dunmere Post" not in page


def test_a_muted_outlet_tells_nothing_that_others_tell(tmp_path: Path, shell: Shell) -> None:
    wishes = replace(shell.config.settings, interests=Interests(muted=("Radio Tessaly", "Sport")))
    config = replace(shell.config, settings=wishes, data_dir=tmp_path)
    his = Shell(config, datetime(2026, 1, 16, tzinfo=UTC))
    fetch(his)
    with his.archive() as archive:
        made = make(his, archive, DAYS[2]).edition
    assert "Radio Tessaly" not in {row["outlet"] for s in stories(made) for row in rows(s)}
    assert "Wolf seen in Halvery woods" not in " ".join(t for s in stories(made) for t in titles(s))
    assert story_of(made, "Camera catches wolf")["origins"] == 1
    assert not [s for s in stories(made) if s["section"] == "Sport"]


# --- one event, one story -------------------------------------------------------------


def test_all_that_happens_to_the_ferry_is_one_story_over_three_days(
    editions: list[Edition],
) -> None:
    days = [
        story_of(editions[0], "Ferry with 212 on board"),
        story_of(editions[1], "Captain of grounded ferry suspended"),
        story_of(editions[2], "Marisol floats again"),
    ]
    assert len({story["id"] for story in days}) == 1
    assert [story["status"] for story in days] == ["new", "updated", "updated"]
    assert {
        "Ferry captain was warned twice before grounding, recorder shows",
        "Merrow to ban ferry departures in thick fog",
    } <= titles(days[2])


def test_two_earthquakes_are_two_stories(editions: list[Edition]) -> None:
    sarn = story_of(editions[2], "Magnitude 5.6 quake off Sarn Islands")
    tollen = story_of(editions[0], "Earthquake of magnitude 5.8 shakes Tollen")
    assert sarn["id"] != tollen["id"]
    assert titles(sarn) == {
        "Magnitude 5.6 quake off Sarn Islands, no damage",
        "Sarn islanders woken by deep quake",
    }


def test_aftershocks_belong_to_their_earthquake(editions: list[Edition]) -> None:
    first = story_of(editions[0], "Tollen quake: dam holds")
    second = story_of(editions[1], "Aftershocks keep Tollen valley awake")
    assert first["id"] == second["id"]
    assert second["status"] == "updated"


def test_two_coaches_on_ice_on_one_day_are_two_stories(editions: list[Edition]) -> None:
    corvane = story_of(editions[1], "Coach leaves road near Corvane")
    brackwater = story_of(editions[1], "Coach leaves road near Brackwater")
    assert corvane["id"] != brackwater["id"]
    assert (corvane["origins"], brackwater["origins"]) == (2, 2)


def test_an_earthquake_that_has_nothing_to_do_with_the_first_is_new(
    editions: list[Edition],
) -> None:
    assert story_of(editions[2], "Magnitude 5.6 quake off Sarn Islands")["status"] == "new"


def test_two_matches_with_one_result_are_two_stories(editions: list[Edition]) -> None:
    first = story_of(editions[0], "Halvery United 2, Corvane Rovers 1")
    second = story_of(editions[2], "Dunmere Athletic 2, Port Anselm 1")
    assert first["id"] != second["id"]
    assert titles(second) == {
        "Dunmere Athletic 2, Port Anselm 1",
        "Athletic turn it round against Port Anselm",
    }


def test_the_review_of_a_subsidy_belongs_to_the_plant(editions: list[Edition]) -> None:
    first = story_of(editions[0], "Lumenor to build chip plant")
    second = story_of(editions[2], "Subsidy for Corvane chip plant under review")
    assert first["id"] == second["id"]


def test_two_people_named_varga_are_two_speakers(editions: list[Edition]) -> None:
    vargas = {s["name"] for e in editions for s in e["speakers"] if "Varga" in s["name"]}
    assert "Tomas Varga" in vargas
    assert not any(name == "Varga" for name in vargas)


def test_a_live_page_and_a_roundup_glue_no_stories(editions: list[Edition]) -> None:
    verdict = story_of(editions[2], "Ex-minister Pell sentenced")
    ferry = story_of(editions[2], "Marisol floats again")
    wolf = story_of(editions[2], "Wolf seen in Halvery woods")
    assert len({verdict["id"], ferry["id"], wolf["id"]}) == 3
    match = story_of(editions[0], "Halvery United 2, Corvane Rovers 1")
    assert {match["id"], ferry["id"]} == {
        story_of(editions[0], "Late Sorensen header")["id"],
        story_of(editions[0], "Ferry with 212 on board")["id"],
    }


def test_a_column_joins_the_ferry_and_tells_nothing_of_it(editions: list[Edition]) -> None:
    ferry = story_of(editions[2], "Marisol floats again")
    (column,) = [row for row in rows(ferry) if row["title"].startswith("Opinion: We sail in fog")]
    told = {s["place"]["article"] for s in ferry["statements"]}
    assert column["article"] not in told
    assert ferry["origins"] == len({row["outlet"] for row in rows(ferry)} - {"Radio Tessaly"})


def test_no_event_is_told_twice_in_one_edition(editions: list[Edition]) -> None:
    counts = [len(stories(edition)) for edition in editions]
    # On the second day a round-up recalls a match as well: that alone makes it no story.
    assert counts == [7, 11, 8]


# --- order ----------------------------------------------------------------------------


def test_one_outlets_flood_stands_behind_what_several_report(editions: list[Edition]) -> None:
    fair = story_of(editions[1], "Corvane Machine Fair opens")
    assert (len(rows(fair)), fair["origins"]) == (4, 1)
    assert [s["origins"] > 1 for s in editions[1]["stories"]] == [True] * 10 + [False]
    assert editions[1]["stories"][-1]["id"] == fair["id"]
    assert "one source, 1 outlet" in text(editions[1])


# --- over the days --------------------------------------------------------------------


def test_a_story_that_is_told_again_without_anything_new_gets_a_line(
    editions: list[Edition],
) -> None:
    before, again = (story_of(e, "Merrow central bank raises key rate") for e in editions[1:])
    assert before["id"] == again["id"]
    assert before in editions[1]["stories"]
    assert again in editions[2]["also"]
    assert not again["statements"]


def test_no_statement_is_printed_twice(editions: list[Edition]) -> None:
    printed = [p["place"]["text"] for e in editions for s in e["stories"] for p in s["statements"]]
    assert len(printed) == len(set(printed)) > 25


def test_an_item_holds_what_earlier_editions_printed_of_its_story(editions: list[Edition]) -> None:
    ferry = story_of(editions[2], "Marisol floats again")
    assert [day["day"] for day in ferry["so_far"]] == ["2026-01-13", "2026-01-14"]
    first = story_of(editions[0], "Ferry with 212 on board")["statements"]
    assert [s["text"] for s in ferry["so_far"][0]["statements"]] == [
        s["place"]["text"] for s in first
    ]


def test_the_course_of_the_ferry_has_each_day_in_its_own_words(shell: Shell) -> None:
    with shell.archive(read_only=True) as archive:
        first = archive.edition(DAYS[0])
    assert first
    found: Course = course(shell, story_of(first, "Ferry with 212 on board")["id"])
    assert [day.day for day in found.days] == list(DAYS)
    told = [line.text for day in found.days for line in day.statements]
    assert len(told) == len(set(told)) > 4


def test_two_thefts_by_the_same_men_become_one_story(
    editions: list[Edition],
) -> None:
    cable = story_of(editions[0], "Stolen cable stops trains")
    bronze = story_of(editions[0], "Bronze musicians stolen")
    both = story_of(editions[1], "Police find stolen rail cable and bronze statues")
    assert cable["id"] != bronze["id"]
    assert (both["id"], both["status"], both["since"]) == (cable["id"], "updated", "2026-01-13")
    assert titles(both) == {
        "Stolen cable stops trains between Ostrey and Tessaly Bridge",
        "Commuters stranded after cable theft on Ostrey line",
        "Bronze musicians stolen from Dunmere park",
        "Police find stolen rail cable and bronze statues in one scrapyard",
        "Ostrey line: two held over stolen cable",
        "Dunmere's musicians found under stolen rail cable",
    }


def test_a_merged_story_holds_what_was_printed_of_both_thefts(editions: list[Edition]) -> None:
    parts = [story_of(editions[0], title) for title in ("Stolen cable", "Bronze musicians")]
    both = story_of(editions[1], "Police find stolen rail cable and bronze statues")
    assert so_far(both) == {part["id"]: printed(part) for part in parts}
    assert all(so_far(both).values())


def test_both_thefts_lead_to_the_story_that_they_became(
    shell: Shell, editions: list[Edition]
) -> None:
    cable = story_of(editions[0], "Stolen cable stops trains")["id"]
    bronze = story_of(editions[0], "Bronze musicians stolen")["id"]
    found = course(shell, cable)
    assert set(days(found)) == {(DAYS[0], cable), (DAYS[0], bronze), (DAYS[1], cable)}
    assert f"  as part of: Bronze musicians stolen from Dunmere park  ({bronze})" in found.lines()
    assert days(course(shell, bronze)) == [(DAYS[0], bronze), (DAYS[1], cable)]


def test_the_difference_says_which_theft_is_part_of_another_story_now(
    shell: Shell, editions: list[Edition]
) -> None:
    cable = story_of(editions[0], "Stolen cable stops trains")["id"]
    changes = diff(shell, "2026-01-13", "2026-01-14")
    (line,) = [s for s in changes.lines() if "Bronze musicians" in s]
    assert line.endswith(f"part of another story now ({cable})")
    assert cable in {story["id"] for story in changes.went_on}


def test_a_councils_decision_is_one_story_and_what_came_of_it_two(
    editions: list[Edition],
) -> None:
    whole = story_of(editions[0], "Halvery council raises tram fares and closes four libraries")
    assert titles(whole) == {
        "Halvery council raises tram fares and closes four libraries",
        "Tram ticket in Halvery to cost 2.90 crowns from March",
        "Linden Street among four Halvery libraries to close in June",
    }
    trams = story_of(editions[1], "Passengers go to court over Halvery tram fares")
    libraries = story_of(editions[1], "Readers occupy Halvery library")
    assert [part["id"] == whole["id"] for part in (trams, libraries)] == [True, False]
    assert {(s["status"], s["since"]) for s in (trams, libraries)} == {("updated", "2026-01-13")}
    assert "Court case puts Halvery's tram millions in doubt" in titles(trams)
    assert {
        "Linden Street among four Halvery libraries to close in June",
        "Second night in Linden Street for readers who want to keep their library",
    } <= titles(libraries)


def test_each_part_of_a_split_story_holds_what_was_printed_of_the_whole(
    editions: list[Edition],
) -> None:
    whole = story_of(editions[0], "Halvery council raises tram fares")
    assert printed(whole)
    for title in ("Passengers go to court", "Readers occupy Halvery library"):
        assert so_far(story_of(editions[1], title)) == {whole["id"]: printed(whole)}


def test_the_course_of_each_part_begins_with_the_councils_decision(
    shell: Shell, editions: list[Edition]
) -> None:
    whole = story_of(editions[0], "Halvery council raises tram fares")["id"]
    libraries = story_of(editions[1], "Readers occupy Halvery library")["id"]
    assert days(course(shell, whole)) == [(DAYS[0], whole), (DAYS[1], whole)]
    assert days(course(shell, libraries)) == [(DAYS[0], whole), (DAYS[1], libraries)]


def test_the_difference_says_of_which_story_the_libraries_were_part(
    shell: Shell, editions: list[Edition]
) -> None:
    whole = story_of(editions[0], "Halvery council raises tram fares")["id"]
    lines = diff(shell, "2026-01-13", "2026-01-14").lines()
    (line,) = [s for s in lines if "Readers occupy Halvery library" in s]
    assert line.endswith(f"known since 2026-01-13, part of another story then ({whole})")


def test_between_two_days_stories_come_go_on_and_end(shell: Shell) -> None:
    found: Diff = diff(shell, "2026-01-14", "2026-01-15")

    def named(part: tuple[StoryData, ...], title: str) -> bool:
        return any(t.startswith(title) for s in part for t in titles(s))

    assert named(found.came, "Wolf seen in Halvery woods")
    assert named(found.went_on, "Marisol floats again")
    assert named(found.ended, "Parliament passes water bill")


def test_the_difference_says_since_when_a_story_is_known_and_since_when_silent(
    shell: Shell,
) -> None:
    lines = diff(shell, "2026-01-14", "2026-01-15").lines()
    assert any("Lumenor" in s and s.endswith("known since 2026-01-13") for s in lines)
    assert any("water bill" in s and s.endswith("no reports since 2026-01-14") for s in lines)


def test_the_difference_names_figures_that_changed_and_the_true_last_report(shell: Shell) -> None:
    ferry = diff(shell, "2026-01-13", "2026-01-14")
    ((id, (injured,)),) = ferry.figures.items()
    assert id in {story["id"] for story in ferry.went_on}
    assert injured.what == "injured"
    assert injured.before == "At least 14 people were injured, three of them seriously."
    assert injured.after.startswith("Nineteen people were injured, two more than")
    later = diff(shell, "2026-01-14", "2026-01-15")
    ((put_off,),) = later.figures.values()
    assert (put_off.before.split()[5], put_off.after.split()[5]) == ("46", "68")
    assert any(
        "Earthquake" in s and s.endswith("no reports since 2026-01-14")
        for s in diff(shell, "2026-01-13", "2026-01-15").lines()
    )


# --- what a newcomer sees -------------------------------------------------------------


def test_figures_that_differ_stand_side_by_side(editions: list[Edition]) -> None:
    (difference,) = story_of(editions[2], "St Orla's back on line")["differences"]
    after, during = (reading["text"] for reading in difference["readings"])
    assert "71 operations" in after
    assert "68 operations" in during
