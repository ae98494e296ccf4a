"""The frame's languages: complete catalogues, CLDR dates, and text that runs the right way."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from briefing.render.citations import support
from briefing.render.frame import direction, frame, frame_of
from briefing.render.html import html, isolated, turned
from briefing.render.markdown import markdown
from briefing.render.notes import NOTHING_TOLD, UNTOLD
from briefing.render.text import text
from briefing.sections import SECTIONS
from tests.editions import edition

LANGUAGES = ("ar", "de", "es", "fr", "ru")
ROOT = Path(__file__).parents[1]


def messages(*, site: bool) -> set[str]:
    """Every message of an edition, and where `site` of the site, as the sources name them."""
    pages = (ROOT / "templates").rglob("*.html")
    programs = (ROOT / "src" / "briefing" / "render").rglob("*.py")
    texts = [path.read_text() for path in pages if site or path.parent.name != "site"]
    found = {m for text in texts for m in re.findall(r'(?:_|count)\(\s*"([^"]+)"', text)}
    calls = r'words\.(?:text|count)\(\s*[\'"]([^\'"]+)[\'"]'
    texts = [path.read_text() for path in programs if site or path.parent.name != "site"]
    found |= {", ", *SECTIONS, UNTOLD[0], NOTHING_TOLD}
    return found | {m for text in texts for m in re.findall(calls, text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_of_an_edition_and_none_in_vain(language: str) -> None:
    file = resources.files("briefing") / "locale" / f"{language}.po"
    with file.open("rb") as content:
        catalogue = read_po(content, locale=language)
    told = {m.id[0] if isinstance(m.id, tuple) else m.id for m in catalogue if m.id}
    assert messages(site=False) <= told <= messages(site=True)
    for message in catalogue:
        assert message.string
        assert not list(message.check(catalogue))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_what_the_message_names(language: str) -> None:
    file = resources.files("briefing") / "locale" / f"{language}.po"
    with file.open("rb") as content:
        catalogue = read_po(content, locale=language)
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert placeholders(str(message.string)) == placeholders(message.id)


@pytest.mark.parametrize(
    ("language", "day", "count"),
    [
        ("en", "Thursday, 15 January 2026", "3 stories"),
        ("en-US", "Thursday, January 15, 2026", "3 stories"),
        ("de", "Donnerstag, 15. Januar 2026", "3 Themen"),
        ("fr", "jeudi 15 janvier 2026", "3 sujets"),
        ("es", "jueves, 15 de enero de 2026", "3 temas"),
        ("ru", "четверг, 15 января 2026", "3 темы"),
        ("ar", "الخميس، 15 يناير 2026", "3 قصص"),
        ("nl", "donderdag 15 januari 2026", "3 stories"),  # dates by CLDR, no catalogue
        ("xx", "Thursday, 15 January 2026", "3 stories"),
    ],
)
def test_days_and_counts_are_said_as_in_the_language(language: str, day: str, count: str) -> None:
    words = frame(edition(language=language))
    assert words.day("2026-01-15").replace("\u202f", " ").startswith(day)
    assert words.count("%(n)s story", "%(n)s stories", 3) == count


def test_an_article_that_names_no_time_of_day_is_shown_with_its_day_alone() -> None:
    words = frame_of("en", "UTC")
    assert words.published("2026-01-15T12:00:00Z") == "15 Jan"
    assert words.published("2026-01-15T12:00:01Z") == "15 Jan, 12:00"
    assert words.reported("2026-01-14T12:00:00Z", "2026-01-15T08:00:00Z") == "14–15 Jan"
    assert words.reported("2026-01-15T12:00:00Z", "2026-01-15T12:00:00Z") == "15 Jan"
    assert (
        words.span("2026-01-14T12:00:00Z", "2026-01-15T12:00:00Z")
        == "14 Jan, 12:00 – 15 Jan, 12:00"
    )


def test_times_are_in_the_zone_of_the_window() -> None:
    window = edition()["window"] | {"time_zone": "America/New_York"}
    words = frame(edition(window=window))
    assert words.moment("2026-01-15T02:30:00Z") == "14 Jan, 21:30"
    evening, night, noon = (f"2026-01-15T{hour}:30:00Z" for hour in ("02", "06", "16"))
    assert words.span(evening, night) == "14 Jan, 21:30 – 15 Jan, 01:30"
    assert words.span(night, noon) == "15 Jan, 01:30 – 11:30"


def test_arabic_runs_from_right_to_left_and_its_foreign_sentences_do_not() -> None:
    page = html(edition(language="ar"))
    assert '<html lang="ar" dir="rtl"' in page
    assert 'lang="en" dir="ltr">The Varnholt tidal barrier' in page
    assert direction("ar-EG") == "rtl"
    assert direction("en") == "ltr"


def test_a_text_whose_letters_run_against_the_page_keeps_to_itself() -> None:
    words = frame(edition(language="ar"))
    assert turned(words, "2.4 metres") == ' dir="ltr"'  # the language of a source may be unknown
    assert turned(words, "بلغ الماء 2.4 متر") == turned(words, "2026") == ""
    assert isolated(words, "Pentlow <Observer>") == '<bdi dir="ltr">Pentlow &lt;Observer&gt;</bdi>'
    assert isolated(frame(edition()), "Pentlow Observer") == "Pentlow Observer"
    page = html(edition(language="ar"))
    assert 'class="statement" dir="ltr"' in page  # its marks follow its end
    assert '<figure class="voice" dir="ltr">' in page
    assert '</b>, <bdi dir="ltr">chief engineer' in page  # the comma is of the voice's side
    assert " dir=" not in html(edition()).partition("<body")[2].replace('lang="de" dir="ltr"', "")


def test_a_section_is_said_in_the_language_and_a_readers_own_as_written() -> None:
    words = frame(edition(language="de"))
    assert [words.section(name) for name in ("World", "Harbour", "")] == ["Welt", "Harbour", ""]


def test_parts_of_a_line_are_listed_as_in_the_language() -> None:
    moment = "2026-01-15T02:30:00Z"
    assert frame(edition(language="ar")).moment(moment) == "15 يناير، 2:30 ص"
    assert frame(edition(language="ar")).listed("1", "2") == "1، 2"
    assert frame(edition()).listed("1", "2") == "1, 2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_of_the_program_is_left(language: str) -> None:
    made = edition(language=language)
    for page in (html(made).partition("<script")[0], markdown(made), text(made)):
        for message in ("Who said what", "Where reports differ", "one source", "Reprinted by"):
            assert message not in page


def test_numbers_are_grouped_as_in_the_language() -> None:
    assert frame(edition(language="de")).number(12345) == "12.345"
    assert frame(edition()).number(12345) == "12,345"


def test_a_quote_gets_marks_only_where_it_brings_none() -> None:
    words = frame(edition(language="de"))
    assert words.quoted("Ja") == ("„", "“")
    assert words.quoted("“Yes,”") == ("", "")
    assert words.quoted("dass es so sei", "indirect") == ("", "")
    assert words.quoted("the dam “held well” and stayed", "mixed") == ("", "")


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("“We came. ", ("", "”")),
        ('"We came. We "saw" it', ("", '"')),
        ('We saw it."', ('"', "")),
        ("We saw it.”", ("“", "")),
        ("«Nous sommes venus", ("", "»")),
        ("“We came,”", ("", "")),
    ],
)
def test_a_quote_gets_the_mark_that_it_lacks(said: str, marks: tuple[str, str]) -> None:
    assert frame_of("en").quoted(said) == marks


@pytest.mark.parametrize(
    ("origins", "reports", "told"),
    [
        (4, (3, 1), "4 independent reports, 1 of them today"),
        (4, (1, 4), "4 independent reports"),  # all of them report today
        (4, (4, 0), "4 independent reports"),
        (4, (), "4 independent reports"),
        (1, (1, 1), "one source"),
    ],
)
def test_of_a_story_that_runs_on_the_reports_of_today_are_told_apart(
    origins: int, reports: tuple[int, ...], told: str
) -> None:
    story = edition()["stories"][0]
    days = [{"day": f"2026-01-{14 + i}", "reports": n} for i, n in enumerate(reports)]
    assert support(frame_of("en"), {**story, "origins": origins, "course": days}) == told  # type: ignore[typeddict-item]
