"""Stories over several recorded days: merged and split ones keep their history. All invented."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.app.answers.courses import Course, course
from briefing.app.answers.following import diff
from briefing.app.editions import courses, verifying, writing
from briefing.app.editions.making import make
from briefing.app.shell import Shell
from briefing.archive import StoryDay
from briefing.edition import Edition, StoryData
from briefing.errors import UsageError
from briefing.model import Article, Known
from briefing.verify import title_failures
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
CHARGED = (
    "Karsten director charged over depot fire",
    "Prosecutors charged the director of the firm Karsten on Saturday over the fire at the solvent "
    "depot in Lindau. The director of Karsten denies that the depot lacked a permit, his lawyer "
    "said in Lindau.",
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
AGAIN = (
    "The solvent depot of the firm Karsten burned down in Lindau on Monday. Nobody was hurt in "
    "Lindau, and firefighters from six towns fought the flames at the depot of Karsten."
)
LATER = report(
    "later",
    WEDNESDAY,
    "Courier",
    "Brunnau pupils back at school after rash",
    "The pupils of the Brunnau school went back to their classes on Wednesday after the rash. The "
    "Brunnau clinic will test forty pupils again next week.",
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
    return [(day.day, day.id) for day in found.days]


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


def test_days_in_the_wrong_order_are_told(merged) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="2026-01-13 is later than 2026-01-12: name the earlier"):
        diff(merged[0], "2026-01-13", "2026-01-12")


def test_the_difference_says_into_which_story_another_was_merged(merged) -> None:  # type: ignore[no-untyped-def]
    (line,) = [s for s in diff(merged[0], "2026-01-12", "2026-01-13").lines() if "(rash)" in s]
    assert line.endswith("part of another story now (fire)")
    (ended,) = diff(merged[0], "2026-01-12", "2026-01-13").as_json()["ended"]  # type: ignore[misc]
    assert (ended["id"], ended["part_of"]) == ("rash", "fire")


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
    (came,) = diff(split[0], "2026-01-12", "2026-01-13").as_json()["came"]  # type: ignore[misc]
    assert (came["id"], came["part_of"]) == (part, whole)


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


def test_a_day_in_one_line_names_whose_line_it_is(tmp_path: Path) -> None:
    # Told before to the last word: nothing of Tuesday's report is left to show.
    again = report("again", TUESDAY, "Herald", "Solvent depot in Lindau burned", AGAIN)
    made, (_, tuesday) = recorded(tmp_path, [FIRE, again], MONDAY, TUESDAY)
    (listed,) = tuesday["also"]
    found = course(made, listed["id"])
    assert found.lines()[-2:] == [
        "2026-01-13  continuing, in one line",
        f"  {listed['headline']}  [Gazette]",
    ]
    assert found.as_json()["days"][1]["source"]["outlet"] == "Gazette"  # type: ignore[index]


def test_a_number_is_that_of_a_day_or_of_the_last_edition(tmp_path: Path) -> None:
    later = replace(ARREST, published=ARREST.published + timedelta(days=1))
    made, (monday, wednesday) = recorded(tmp_path, [FIRE, later], MONDAY, WEDNESDAY)
    assert course(made, "1").id == wednesday["stories"][0]["id"]
    assert course(made, "1", MONDAY.isoformat()).id == monday["stories"][0]["id"]
    with pytest.raises(UsageError, match='no story "9"'):
        course(made, "9")


# --- what an edition holds of it -------------------------------------------------------


def printed(story: StoryData) -> list[str]:
    return [statement["place"]["text"] for statement in story["statements"]]


def test_a_story_that_ran_before_has_what_was_printed_of_it(split) -> None:  # type: ignore[no-untyped-def]
    monday, tuesday = split[1]
    whole = story_of(monday, "smoke")
    (day,) = story_of(tuesday, "home")["so_far"]
    assert (day["day"], day["story"]) == (MONDAY.isoformat(), whole["id"])
    assert (day["status"], day["headline"]) == ("new", whole["headline"])
    assert [line["text"] for line in day["statements"]] == printed(whole)
    assert {line["outlet"] for line in day["statements"]} <= {"Post", "Gazette", "Herald"}
    assert all(line["url"] and line["published"] for line in day["statements"])


def test_a_story_of_today_has_none(split) -> None:  # type: ignore[no-untyped-def]
    assert all("so_far" not in story for story in stories(split[1][0]))


def test_a_merged_story_has_what_was_printed_of_each_part(merged) -> None:  # type: ignore[no-untyped-def]
    monday, tuesday = merged[1]
    held = {
        day["story"]: [line["text"] for line in day["statements"]]
        for day in story_of(tuesday, "cause")["so_far"]
    }
    assert held == {name: printed(story_of(monday, name)) for name in ("fire", "rash")}


def test_what_was_split_off_has_what_was_printed_of_the_whole(split) -> None:  # type: ignore[no-untyped-def]
    whole = story_of(split[1][0], "smoke")["id"]
    part = story_of(split[1][1], "arrest")
    assert part["id"] != whole
    assert [day["story"] for day in part["so_far"]] == [whole]


def test_a_part_runs_since_the_whole_began_also_when_all_its_reports_are_new(
    tmp_path: Path,
) -> None:
    saturday = MONDAY + timedelta(days=5)
    charged = report("charged", saturday, "Herald", *CHARGED)
    _, (_, tuesday, later) = recorded(tmp_path, [*SPLIT, charged], MONDAY, TUESDAY, saturday)
    part = story_of(later, "charged")
    assert part["id"] == story_of(tuesday, "arrest")["id"]
    assert [row["article"] for row in part["sources"]] == ["charged"]
    assert part["since"] == part["so_far"][0]["day"] == MONDAY.isoformat()


class Shelf:
    """As an archive of stories, each with its days and the reports that it had on them."""

    def __init__(self, **told: dict[date, str]) -> None:
        self.days = [
            StoryDay(id, day, "new", True, "", id, "", tuple(reports.split()), ())
            for id, course in told.items()
            for day, reports in course.items()
        ]

    def articles_by_id(self, ids: Iterable[str]) -> list[Article]:
        return [article("Rain fell.", id=id) for id in ids]

    def stories(self, ids: Iterable[str], reader: str = "") -> list[StoryDay]:
        wanted = set(ids)
        return sorted((d for d in self.days if d.id in wanted), key=lambda d: (d.day, d.id))

    def course(self, id: str) -> list[tuple[date, str]]:
        known = {
            d.id: Known(
                d.id,
                frozenset(a for other in self.days if other.id == d.id for a in other.articles),
                tuple(other.day for other in self.days if other.id == d.id),
            )
            for d in self.days
        }
        found = courses.course(self, known[id], known.values())  # type: ignore[arg-type]
        return [(day.day, day.id) for day in found]


def test_a_part_has_all_days_of_the_whole_until_it_left() -> None:
    shelf = Shelf(whole={MONDAY: "a", TUESDAY: "a b", WEDNESDAY: "a c"}, part={WEDNESDAY: "b d"})
    assert shelf.course("part") == [(MONDAY, "whole"), (TUESDAY, "whole"), (WEDNESDAY, "part")]
    assert shelf.course("whole") == [(MONDAY, "whole"), (TUESDAY, "whole"), (WEDNESDAY, "whole")]


def test_what_shares_no_report_is_no_part() -> None:
    shelf = Shelf(dam={MONDAY: "a"}, mayor={MONDAY: "b", TUESDAY: "b c"})
    assert shelf.course("dam") == [(MONDAY, "dam")]


def test_an_edition_holds_what_the_story_tells_of_the_days_before(merged) -> None:  # type: ignore[no-untyped-def]
    story = story_of(merged[1][1], "cause")
    told = course(merged[0], story["id"]).as_json()["days"]
    assert [{k: day[k] for k in story["so_far"][0]} for day in told[:-1]] == story["so_far"]  # type: ignore[attr-defined, index]


def test_a_day_made_again_holds_the_days_before_it_alone(tmp_path: Path) -> None:
    made, (_, tuesday, _) = recorded(tmp_path, [*SPLIT, LATER], MONDAY, TUESDAY, WEDNESDAY)
    with made.archive() as archive:
        again = make(made, archive, TUESDAY, refresh=True)
    assert again.edition == tuesday
    assert story_of(tuesday, "home")["so_far"]


@pytest.mark.parametrize(("kind", "shown"), [("json", 1), ("html", 2)])  # in the page and its data
def test_verify_looks_up_what_was_printed_before(
    merged, tmp_path: Path, kind: str, shown: int
) -> None:  # type: ignore[no-untyped-def]
    made, (_, tuesday) = merged
    (path,) = writing.write(made, tuesday, writing.look(made), [kind], tmp_path).files
    line = story_of(tuesday, "cause")["so_far"][0]["statements"][0]["text"]
    text = path.read_text(encoding="utf-8")
    assert text.count(line) == shown
    with made.archive(read_only=True) as archive:
        before = verifying.verified(archive, path)
        path.write_text(text.replace(line, f"{line[:-1]}!"), encoding="utf-8")
        after = verifying.verified(archive, path)
    untrue = after.failures + after.otherwise
    assert (before.failed, after.checked, len(untrue)) == ((), before.checked, shown)
    assert len(after.altered) == 1


def test_verify_looks_up_the_headlines_of_the_days_before(merged) -> None:  # type: ignore[no-untyped-def]
    made, (_, tuesday) = merged
    other = deepcopy(tuesday)
    story_of(other, "cause")["so_far"][0]["headline"] = "Depot rebuilt"
    with made.archive(read_only=True) as archive:
        assert title_failures(tuesday, archive.article) == ()
        (failed,) = title_failures(other, archive.article)
    assert (failed.text, failed.reason) == ("Depot rebuilt", "the article has another title")


def test_the_beginning_of_an_id_is_enough(merged) -> None:  # type: ignore[no-untyped-def]
    assert course(merged[0], "fi").id == "fire"


def test_an_unknown_or_doubtful_id_is_an_error(merged) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="no edition has a story"):
        course(merged[0], "snow")
    with pytest.raises(UsageError, match="2 stories have ids"):
        course(merged[0], "")
