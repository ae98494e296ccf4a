"""Text as it is stored."""

from __future__ import annotations

import pytest

from briefing.ingest.texts import tidy


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("Oberlin Corp (OBL.N) sold its ferries.", "Oberlin Corp sold its ferries."),
        ("Oberlin (NYSE: OBL) sold its ferries.", "Oberlin sold its ferries."),
        ("The union (ILA) and Ada Quill (b. 1960) agreed.",) * 2,
    ],
)
def test_an_agencys_mark_for_machines_is_not_stored(given: str, stored: str) -> None:
    assert tidy(given) == stored
