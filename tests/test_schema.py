"""The written schema and the program's own types say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NotRequired, get_origin, get_type_hints

import jsonschema
import pytest

from briefing import edition as types
from briefing.render.json import json_text
from tests.editions import edition, hostile, many

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "docs" / "briefing.schema.json").read_text(encoding="utf-8")
)
DEFINED = {
    "place": types.Place,
    "statement": types.StatementData,
    "step": types.StepData,
    "difference": types.DifferenceData,
    "quote": types.QuoteData,
    "voice": types.VoiceData,
    "copy": types.CopyData,
    "source": types.SourceData,
    "story": types.StoryData,
    "course_day": types.CourseDayData,
    "earlier_day": types.EarlierDayData,
    "earlier_line": types.EarlierLineData,
    "cited": types.CitedData,
    "speaker": types.SpeakerData,
    "location": types.LocationData,
    "mention": types.MentionData,
    "ended": types.EndedData,
    "missed": types.MissedData,
    "window": types.WindowData,
}


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", [edition(), edition(note="Late."), hostile(), many(4)])
def test_editions_follow_it(made: types.Edition) -> None:
    jsonschema.validate(json.loads(json_text(made)), SCHEMA)


@pytest.mark.parametrize(("name", "kind"), [*DEFINED.items(), ("", types.Edition)])
def test_every_field_is_written_down(name: str, kind: Any) -> None:
    written = SCHEMA["$defs"][name] if name else SCHEMA
    hints = get_type_hints(kind, include_extras=True)
    assert set(written["properties"]) == set(hints)
    optional = {field for field, hint in hints.items() if get_origin(hint) is NotRequired}
    assert set(written["required"]) == set(hints) - optional
    assert all("description" in v or "$ref" in v for v in written["properties"].values())


def test_nothing_is_defined_that_the_program_has_not() -> None:
    assert set(SCHEMA["$defs"]) == set(DEFINED)


def test_a_place_without_its_text_is_refused() -> None:
    made = json.loads(json_text(edition()))
    del made["stories"][0]["statements"][0]["place"]["text"]
    with pytest.raises(jsonschema.ValidationError, match="'text' is a required property"):
        jsonschema.validate(made, SCHEMA)
