"""Stories over several recorded days: merged and split ones keep their history. All invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.app.answers.courses import Course, course
from briefing.app.answers.following import diff
from briefing.app.editions.making import make
from briefing.app.shell import Shell
from briefing.edition import Edition, StoryData
from briefing.errors import UsageError
from briefing.model import Article
from tests.archives import shell
from tests.builders import article

MONDAY = date(2026, 1, 12)
TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=n) for n in (1, 2))


def report(name: str, day: date, outlet: str, title: str, text: str) -> Article:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return article(text, title=title, outlet=outlet, id=name, at=noon)


FIRE = report(
    "fire",
    MONDAY,
    "Gazette",
    "Solvent depot burns in Lindau",
    "A solvent depot of the firm Karsten burned down in Lindau on Monday. Firefighters from "
    "six towns fought the flames at the Karsten depot. Nobody was hurt in Lindau.",
)
RASH = report(
    "rash",
    MONDAY,
    "Herald",
    "Pupils of Brunnau school fall ill with rash",
    "Thirty pupils of the Brunnau school fell ill with an itching rash on Monday. Doctors at "
    "the Brunnau clinic treated the pupils and closed the school.",
)
SMOKE = (
    "Smoke of Karsten depot fire made Brunnau pupils ill",
    "Smoke of the solvent depot fire in Lindau caused the rash of thirty pupils of the Brunnau "
    "school, doctors of the Brunnau clinic said. The Karsten depot burned on "
    "Monday; six fire brigades fought the flames, and the school was closed.",
)
CAUSE = (
    "Karsten solvent caused rash of Brunnau school pupils",
    "Solvent of the firm Karsten caused the rash at the Brunnau school, the clinic said on "
    "Tuesday. Thirty pupils fell ill after smoke drifted from the depot fire in Lindau, where "
    "flames destroyed the Karsten depot. Doctors treated the pupils.",
)
ARREST = report(
    "arrest",
    TUESDAY,
    "Herald",
    "Karsten director arrested after depot fire",
    "Police arrested the director of the firm Karsten on Tuesday over the fire at the solvent "
    "depot in Lindau. Karsten stored forty tonnes of solvent in the depot without a permit, "
    "police in Lindau said.",
)
HOME = report(
    "home",
    TUESDAY,
    "Herald",
    "Brunnau clinic sends last pupils with rash home",
    "The Brunnau clinic sent the last pupils with a rash home on Tuesday. Doctors of the clinic "
    "said that the itching of the pupils had passed, and the Brunnau school opens again.",
)
OPEN = report(
    "open",
    TUESDAY,
    "Courier",
    "Brunnau school opens again after rash",
    "The Brunnau school opens again after its pupils were treated for a rash, doctors of the "
    "Brunnau clinic said on Tuesday. The last pupils went home from the clinic.",
)
# Two events of Monday that Tuesday's reports show to be one.
MERGED = [
    FIRE,
    RASH,
    report("smoke", TUESDAY, "Gazette", *SMOKE),
    report("cause", TUESDAY, "Post", *CAUSE),
]
# One event of Monday, of which Tuesday's reports tell two courses.
SPLIT = [report("smoke", MONDAY, "Post", *SMOKE), FIRE, RASH, ARREST, HOME, OPEN]


def recorded(folder: Path, articles: Iterable[Article], *days: date) -> tuple[Shell, list[Edition]]:
    """An archive with these articles, and the editions of the days, made one after the other."""
    made = shell(folder)
    with made.archive() as archive:
        archive.add(articles)
        for day in days:
            make(made, archive, day)
        return made, [found for day in days if (found := archive.edition(day))]


def stories(edition: Edition) -> list[StoryData]:
    return edition["stories"] + edition["also"]


def story_of(edition: Edition, name: str) -> StoryData:
    (found,) = [s for s in stories(edition) if name in {r["article"] for r in s["sources"]}]
    return found


def days(found: Course) -> list[tuple[date, str]]:
    return [(step.day.day, step.id) for step in found.steps]


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shell, list[Edition]]:
    return recorded(tmp_path_factory.mktemp("merged"), MERGED, MONDAY, TUESDAY)


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shell, list[Edition]]:
    return recorded(tmp_path_factory.mktemp("split"), SPLIT, MONDAY, TUESDAY)


def test_a_merged_story_goes_on_under_the_id_of_one_of_its_parts(merged) -> None:  # type: ignore[no-untyped-def]
    monday, tuesday = merged[1]
    parts = {story_of(monday, "fire")["id"], story_of(monday, "rash")["id"]}
    both = story_of(tuesday, "cause")
    assert len(parts) == 2
    assert both["id"] in parts
    assert (both["status"], both["since"]) == ("updated", MONDAY.isoformat())
    assert {row["article"] for row in both["sources"]} == {"fire", "rash", "smoke", "cause"}


def test_the_course_of_a_merged_story_has_the_days_of_both_parts(merged) -> None:  # type: ignore[no-untyped-def]
    found = course(merged[0], "fire")
    assert days(found) == [(MONDAY, "fire"), (MONDAY, "rash"), (TUESDAY, "fire")]
    assert f"  as part of: {RASH.title}  (rash)" in found.lines()


def test_what_was_merged_into_another_story_is_followed_there(merged) -> None:  # type: ignore[no-untyped-def]
    assert days(course(merged[0], "rash")) == [(MONDAY, "rash"), (TUESDAY, "fire")]


def test_the_difference_says_into_which_story_another_was_merged(merged) -> None:  # type: ignore[no-untyped-def]
    (line,) = [s for s in diff(merged[0], "2026-01-12", "2026-01-13").lines() if "(rash)" in s]
    assert line.endswith("part of another story now (fire)")


def test_both_parts_of_a_split_story_run_since_its_beginning(split) -> None:  # type: ignore[no-untyped-def]
    monday, tuesday = split[1]
    whole = story_of(monday, "smoke")
    assert {row["article"] for row in whole["sources"]} == {"smoke", "fire", "rash"}
    parts = [story_of(tuesday, "arrest"), story_of(tuesday, "home")]
    assert {(s["status"], s["since"]) for s in parts} == {("updated", MONDAY.isoformat())}
    assert [s["id"] == whole["id"] for s in parts] == [False, True]


def test_the_course_of_a_part_begins_with_the_story_that_it_was_part_of(split) -> None:  # type: ignore[no-untyped-def]
    whole = story_of(split[1][0], "smoke")["id"]
    part = story_of(split[1][1], "arrest")["id"]
    assert days(course(split[0], part)) == [(MONDAY, whole), (TUESDAY, part)]
    assert days(course(split[0], whole)) == [(MONDAY, whole), (TUESDAY, whole)]


def test_the_difference_says_of_which_story_a_part_was_split_off(split) -> None:  # type: ignore[no-untyped-def]
    whole = story_of(split[1][0], "smoke")["id"]
    part = story_of(split[1][1], "arrest")["id"]
    lines = diff(split[0], "2026-01-12", "2026-01-13").lines()
    (line,) = [s for s in lines if f"({part})" in s]
    assert line.endswith(f"known since 2026-01-12, part of another story then ({whole})")


def test_nothing_is_told_twice_when_stories_merge_or_split(merged, split) -> None:  # type: ignore[no-untyped-def]
    for _, editions in (merged, split):
        told = [
            statement["place"]["text"]
            for edition in editions
            for story in edition["stories"]
            for statement in story["statements"]
        ]
        assert len(told) == len(set(told)) > 2


def test_a_story_that_paused_goes_on_under_its_id(tmp_path: Path) -> None:
    later = replace(ARREST, published=ARREST.published + timedelta(days=1))
    _, (monday, wednesday) = recorded(tmp_path, [FIRE, later], MONDAY, WEDNESDAY)
    assert story_of(wednesday, "arrest")["id"] == story_of(monday, "fire")["id"]


def test_the_beginning_of_an_id_is_enough(merged) -> None:  # type: ignore[no-untyped-def]
    assert course(merged[0], "fi").id == "fire"


def test_an_unknown_or_doubtful_id_is_an_error(merged) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="no edition has a story"):
        course(merged[0], "snow")
    with pytest.raises(UsageError, match="2 stories have ids"):
        course(merged[0], "")
