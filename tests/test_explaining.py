"""Why a story is in the edition, and why with these articles. All news is invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.app.answers.explaining import ALONE, MEANING, OF_BEFORE, explained
from briefing.app.shell import Shell
from briefing.importance import importance
from briefing.model import History, Window
from briefing.refusals import KINDS
from briefing.settings import ImportanceSettings, Interests
from tests.builders import MORNING, story
from tests.test_courses import MERGED, MONDAY, TUESDAY, recorded


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("explained")
    made: Shell = recorded(folder, MERGED, MONDAY, TUESDAY)[0]
    return explained(made, "1", TUESDAY.isoformat()).lines()


def test_each_part_of_a_storys_weight_is_given_a_meaning() -> None:
    window = Window(MORNING, MORNING.replace(hour=20))
    parts = importance(story("Rain."), window, History(), Interests(), ImportanceSettings())
    assert [name for name, _ in parts] == list(MEANING)


def test_the_weight_is_told_with_what_it_counts(lines: list[str]) -> None:
    (line,) = [s for s in lines if s.strip().startswith("reports")]
    assert line.endswith(
        "outlets that report it in words of their own: today, half of those before; "
        "also reports that the page sets apart as background"
    )
    assert not any("-0.00" in s for s in lines)


def test_each_article_is_told_with_the_words_that_tie_it(lines: list[str]) -> None:
    title = lines.index(f"  Gazette: {MERGED[0].title}")
    assert "alike to the others by" in lines[title + 1]
    assert "Karsten" in lines[title + 1]


def test_a_story_of_one_source_is_told_to_stand_behind_the_others(tmp_path: Path) -> None:
    made = recorded(tmp_path, MERGED[:1], MONDAY)[0]
    assert f"  {ALONE}" in explained(made, "1", MONDAY.isoformat()).lines()


def test_an_article_that_the_edition_has_not_is_explained_by_id_and_address(
    tmp_path: Path,
) -> None:
    column = replace(
        MERGED[0],
        id="column",
        url="https://post.example/column",
        title="Opinion: Why ferries matter",
        text="Ferries are the soul of the coast, and nobody should ever forget it.",
    )
    made = recorded(tmp_path, [MERGED[0], column], MONDAY)[0]
    absent = explained(made, "column", MONDAY.isoformat())
    assert absent.absent == OF_BEFORE
    assert absent.lines() == explained(made, column.url, MONDAY.isoformat()).lines()
    assert absent.lines()[:4] == [
        "Opinion: Why ferries matter  (column)",
        "",
        "Why it is not here",
        f"  {OF_BEFORE}",
    ]
    assert any(KINDS["opinion"] in line for line in absent.lines())
    assert absent.as_json()["absent"] == OF_BEFORE


def test_an_article_that_the_edition_has_leads_to_its_story(tmp_path: Path) -> None:
    made = recorded(tmp_path, MERGED[:1], MONDAY)[0]
    by_article = explained(made, MERGED[0].url, MONDAY.isoformat())
    assert by_article.lines() == explained(made, "1", MONDAY.isoformat()).lines()
