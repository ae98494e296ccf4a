"""Why a story is in the edition, and why with these articles. All news is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.answers.explaining import ALONE, MEANING, explained
from briefing.app.shell import Shell
from briefing.importance import importance
from briefing.model import History, Window
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
