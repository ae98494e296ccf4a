"""The edition says what the briefing holds, in plain JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefing.edition import Edition, edition, places
from briefing.edition.course import course
from briefing.model import (
    Briefing,
    Copy,
    Missed,
    Quote,
    Sentence,
    Span,
    Speaker,
    Statement,
    Story,
    StoryBrief,
    Utterance,
    Voice,
    Window,
)
from briefing.settings import Settings
from tests.builders import MORNING, article

DAY = datetime(2026, 1, 15, tzinfo=UTC)
WINDOW = Window(DAY, DAY + timedelta(days=1))


def sentence(text: str, **rest: str) -> Sentence:
    whole = article(text, **rest)
    return Sentence(whole, 0, Span(0, len(text)), 0)


def made() -> Edition:
    dam = sentence("The dam opened on Monday.", title="Dam opens", outlet="Gazette")
    gate = sentence("“It holds,” Mira Sol said.", title="It holds", outlet="Post")
    reprint = article("The dam opened on Monday.", title="Dam", outlet="Herald")
    story = Story("s1", (dam.article, gate.article, reprint), (Copy(reprint, dam.article, 1.0),))
    quote = Quote(gate.article, (Span(1, 9),), Span(20, 24), None, "direct")
    sol = Speaker("mira-sol", "Mira Sol", "engineer")
    item = StoryBrief(
        story=story,
        headline="Dam opens",
        headline_of=dam.article,
        section="World",
        statements=(Statement(dam, (gate,), 2),),
        voices=(Voice(sol, "Mira Sol", "engineer", (Utterance(quote),)),),
    )
    briefing = Briefing(
        day=date(2026, 1, 15),
        window=WINDOW,
        title="The Briefing",
        items=(item,),
        also=(replace(item, story=Story("s2", (reprint,)), statements=(), voices=()),),
        speakers=(sol,),
        missed=(Missed("Courier", "timed out", "https://courier.example/feed?key=7"),),
        articles=3,
        outlets=3,
    )
    return edition(briefing, Settings(), "briefing 0")


def test_each_shown_piece_is_named_with_its_place_and_its_row_of_the_sources():
    story = made()["stories"][0]
    place = story["statements"][0]["place"]
    assert (place["start"], place["end"], place["text"]) == (0, 25, "The dam opened on Monday.")
    assert story["sources"][place["source"] - 1]["article"] == place["article"]
    assert [p["text"] for p in places(made())] == [
        "The dam opened on Monday.",
        "“It holds,” Mira Sol said.",
        "It holds",
    ]


def test_reprints_stand_under_the_article_that_they_reprint():
    story = made()["stories"][0]
    assert (story["articles"], story["origins"], story["outlets"]) == (3, 2, 3)
    assert [c["outlet"] for c in story["sources"][0]["copies"]] == ["Herald"]


def test_a_story_runs_from_its_first_report_to_the_last_reprint_whatever_commented_before():
    column = article("Dams are a gamble.", outlet="Courier", at=MORNING - timedelta(days=2))
    dam = article("The dam opened.", outlet="Gazette")
    reprint = article("The dam opened.", outlet="Herald", at=MORNING + timedelta(hours=3))
    review = article("What dams do.", outlet="Post", at=MORNING + timedelta(hours=9))
    story = Story("s1", (column, dam, reprint, review), (Copy(reprint, dam, 1.0),))
    item = StoryBrief(story, "Dam opens", dam, "World", (), reports=(dam,))
    briefing = Briefing(date(2026, 1, 15), WINDOW, "The Briefing", (item,))
    (told,) = edition(briefing, Settings(), "briefing 0")["stories"]
    assert (told["first"], told["latest"]) == ("2026-01-15T06:00:00Z", "2026-01-15T09:00:00Z")
    assert (told["articles"], told["origins"], told["outlets"]) == (4, 1, 2)


def test_stories_of_one_line_are_numbered_on_and_show_no_statement():
    (line,) = made()["also"]
    assert (line["number"], line["statements"]) == (2, [])


def test_speakers_are_counted_over_what_is_shown():
    (sol,) = made()["speakers"]
    assert (sol["name"], sol["quotes"], sol["stories"]) == ("Mira Sol", 1, ["s1"])


def test_reports_are_counted_by_the_hour_of_the_window_without_reprints():
    hours = made()["stories"][0]["hours"]
    assert len(hours) == 24
    assert hours[MORNING.hour] == 2


def test_an_edition_is_plain_json_and_comes_back_equal():
    assert json.loads(json.dumps(made())) == made()


def test_missed_sources_are_told_with_their_cause_and_no_more_than_the_host_of_their_address():
    assert made()["missed"] == [
        {"source": "Courier", "url": "https://courier.example/", "reason": "timed out"}
    ]


# --- what a story's days show ---------------------------------------------------------


def course_of(*hours: str, day_starts: str = "00:00", zone: str = "UTC") -> list[tuple[str, int]]:
    """The course of a story with a report at each moment, in the edition of 15 January."""
    reports = [
        replace(
            article(f"Report {i}.", outlet=f"Outlet {i}"),
            published=datetime.fromisoformat(f"2026-01-{hour}:00+00:00"),
        )
        for i, hour in enumerate(hours)
    ]
    rows = course(reports, date(2026, 1, 15), zone, day_starts)
    return [(row["day"][-2:], row["reports"]) for row in rows]


def test_a_course_counts_the_reports_of_each_day_also_of_those_without() -> None:
    assert course_of("12T08:00", "12T09:00", "15T06:00") == [
        ("12", 2), ("13", 0), ("14", 0), ("15", 1),
    ]  # fmt: skip


def test_a_course_counts_an_outlet_once_a_day() -> None:
    told = [article(f"Report {i}.", outlet="Gazette") for i in range(3)]
    later = replace(told[2], published=told[0].published + timedelta(days=1))
    last = later.published.date()
    assert [row["reports"] for row in course([*told[:2], later], last, "UTC", "00:00")] == [1, 1]


def test_what_came_on_one_day_has_no_course() -> None:
    assert course_of("15T01:00", "15T23:00") == []


def test_a_course_counts_days_as_the_edition_does() -> None:
    assert course_of("14T05:00", "15T05:00", day_starts="06:00") == [
        ("13", 1),
        ("14", 1),
        ("15", 0),
    ]
    assert course_of("14T23:30", "15T05:00", zone="Europe/Berlin") == []


def test_a_long_course_shows_its_last_days() -> None:
    rows = course_of("01T08:00", "15T06:00", "15T07:00")
    assert (rows[0], rows[-1], len(rows)) == (("02", 0), ("15", 2), 14)


def test_comment_stands_behind_the_reports_and_counts_as_none() -> None:
    view = article("Dams are vain.", title="On dams", outlet="Beacon")
    dam = article("The dam opened on Monday.", title="Dam opens", outlet="Gazette")
    item = StoryBrief(
        story=Story("s1", (view, dam)),
        headline="Dam opens",
        headline_of=dam,
        section="World",
        statements=(),
        reports=(dam,),
    )
    told = edition(
        Briefing(date(2026, 1, 15), WINDOW, "The Briefing", (item,)), Settings(), "briefing"
    )["stories"][0]
    assert (told["origins"], told["outlets"]) == (1, 1)
    assert [row["outlet"] for row in told["sources"]] == ["Gazette", "Beacon"]
    assert [row.get("related", False) for row in told["sources"]] == [False, True]
