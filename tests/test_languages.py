"""The language of a text that nothing names."""

from __future__ import annotations

import pytest

from briefing.ingest.languages import if_foreign, language_of

ENGLISH = "The ferry Tern ran aground in the strait on Wednesday with sixty people on board."
GERMAN = "Die Fähre Tern ist am Mittwoch mit sechzig Menschen an Bord in der Meerenge gestrandet."
FRENCH = "Le ferry Tern s'est échoué mercredi dans le détroit avec soixante personnes à son bord."


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, ""), (GERMAN, "de"), (FRENCH, "fr")])
def test_only_what_does_not_look_english_is_named(text: str, code: str) -> None:
    assert if_foreign(text) == code


def test_a_few_words_tell_no_language() -> None:
    assert if_foreign("Harbour Post, Dunmere") == ""
    assert if_foreign("") == ""


def test_a_page_is_named_in_any_case() -> None:
    assert language_of(ENGLISH) == "en"
