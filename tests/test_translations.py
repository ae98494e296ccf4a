"""Each catalogue asked for all that pages and mails say: what it lacks would be said in English."""

from __future__ import annotations

import gettext
from copy import copy
from itertools import product
from pathlib import Path

import pytest

from briefing.render import email as mails
from briefing.render import frame as frames
from briefing.render import looks
from briefing.render.html import html
from briefing.render.markdown import markdown
from briefing.render.notes import NOTHING_TOLD, UNTOLD, incomplete, no_news, note, unread
from briefing.render.text import text
from tests.editions import edition
from tests.test_frame import LANGUAGES

MUTED = {"interests": {"muted": ["football"]}}


class Demanding(gettext.NullTranslations):
    """Behind a catalogue: asked only for what that does not translate."""

    def gettext(self, message: str) -> str:
        raise AssertionError(f"not translated: {message}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise AssertionError(f"not translated: {msgid1}")


@pytest.fixture
def demanding(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = frames._catalogue

    def strict(language: str) -> gettext.NullTranslations:
        found = copy(catalogue(language))
        found.add_fallback(Demanding())
        return found

    monkeypatch.setattr(frames, "_catalogue", strict)


@pytest.mark.usefixtures("demanding")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_mails_say_nothing_that_the_catalogue_lacks(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    missed = [{"source": "Post", "reason": "503", "url": ""}]
    shown = edition(language=language, missed=missed)
    words = frames.frame(shown)
    assert html(shown)
    assert text(shown)
    assert markdown(shown)
    for largest in (mails.LARGEST, 1):  # whole, and as short as can be
        monkeypatch.setattr(mails, "LARGEST", largest)
        for link, attached in product(("", "https://x.example/"), (True, False)):
            assert mails.email(shown, link=link, attached=attached).language == language
    bare = edition(language=language, stories=[], also=[], origins=0)
    assert note(words, bare) != UNTOLD[1] % {"n": "9"}
    assert note(words, bare | {"settings": MUTED}) != NOTHING_TOLD
    assert incomplete(words, 1, 2) != "Incomplete: 1 of 2 sources could be read."
    for reason, part in (("timed out", False), ("is empty", False), ("", True)):
        assert not unread(words, reason, part=part).startswith(("could ", "holds "))
    for any_article in (True, False):
        told = no_news(words, "The Briefing", shown["day"], any_article=any_article)
        assert told[1] not in ("No article of that day was found.\n", f"{NOTHING_TOLD}\n")


@pytest.mark.usefixtures("demanding")
def test_what_a_catalogue_lacks_would_be_noticed() -> None:
    with pytest.raises(AssertionError, match="not translated: No such words"):
        frames.frame_of("de").text("No such words")


def test_a_page_of_other_translations_is_not_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = looks.look("card", None)
    assert looks.theme_of(made) == "card"
    (tmp_path / "de.po").write_text('msgid "In brief"\nmsgstr "Knapp"\n', encoding="utf-8")
    monkeypatch.setattr(looks, "_catalogues", lambda: [tmp_path / "de.po"])
    looks._digest.cache_clear()
    try:
        assert looks.theme_of(made) == ""
    finally:
        looks._digest.cache_clear()
