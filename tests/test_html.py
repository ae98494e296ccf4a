"""The page: complete, safe, and every claim in it followed to its source."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from bz2 import compress
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.edition import EarlierLineData, Edition, Place
from briefing.render.charts import CELL, MARGIN, NAME, bars, course, matrix
from briefing.render.html import Medium, html, kept, page
from briefing.render.json import json_text
from briefing.render.links import passage_url, safe_url, text_directive
from briefing.render.looks import look
from tests.editions import ATTACK, edition, hostile, many


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of all and of each place."""

    VOID = frozenset(("meta", "path", "br", "link"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.places: list[tuple[str, str]] = []
        self.open: list[tuple[str, str | None]] = []
        self.scripts = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if "data-place" in values:
            self.places.append((values["data-place"], ""))
        if tag not in self.VOID:
            self.open.append((tag, values.get("data-place")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "script":
            self.scripts += data
        if self.open and self.open[-1][1]:
            place, text = self.places[-1]
            self.places[-1] = (place, text + data)

    def attributes(self, name: str) -> list[str]:
        return [values[name] for _, values in self.elements if name in values]


def shown(made: Edition) -> Iterator[tuple[str, str]]:
    """Every piece that the page shows, with its place, in reading order."""
    pieces: list[Place | EarlierLineData] = [
        story["statements"][0]["place"] for story in made["stories"]
    ]
    for story in made["stories"]:
        pieces += [statement["place"] for statement in story["statements"]]
        pieces += [reading for d in story["differences"] for reading in d["readings"]]
        pieces += [p for v in story["voices"] for quote in v["quotes"] for p in quote["contents"]]
        pieces += [step["place"] for step in story["timeline"]]
        pieces += [line for day in story.get("so_far", []) for line in day["statements"]]
    for piece in pieces:
        yield f"{piece['article']}:{piece['start']}-{piece['end']}", piece["text"]


def test_every_piece_is_shown_at_its_place_and_word_for_word() -> None:
    assert Page(html(edition())).places == list(shown(edition()))


def test_the_page_needs_nothing_beside_it() -> None:
    page = Page(html(edition()))
    assert not [tag for tag, _ in page.elements if tag in ("link", "img", "iframe", "object")]
    assert page.attributes("src") == []
    assert "url(" not in html(edition())
    assert [values["type"] for tag, values in page.elements if tag == "script"] == [
        "application/json"
    ]


def test_ids_are_unique_and_every_inner_link_has_its_target() -> None:
    page = Page(html(many(9)))
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.attributes("href") if href.startswith("#")}
    assert targets <= set(ids)


def test_labels_of_regions_exist() -> None:
    page = Page(html(edition()))
    assert set(page.attributes("aria-labelledby")) <= set(page.attributes("id"))


def test_headings_step_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in Page(html(edition())).elements if re.match("h[1-6]$", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_mark_names_its_outlet() -> None:
    page = Page(html(edition()))
    marks = [v for _, v in page.elements if v.get("role") == "doc-noteref"]
    assert marks[0]["href"] == "#source-1-1"
    assert marks[0]["aria-label"] == "Source 1: Varnholt Courier"


def test_a_source_leads_to_the_exact_sentences_and_back() -> None:
    page = html(edition())
    assert "text=The%20water%20reached%202.4,the%20harbour%20authority%20said" in page
    assert f'role="doc-backlink" href="#{edition()["stories"][0]["statements"][0]["id"]}"' in page


def test_the_page_says_how_well_each_sentence_is_supported() -> None:
    page = html(edition())
    alone = r'role="doc-noteref"[^>]*, one source">\d+</a><span class="lone" aria-hidden="true">°<'
    assert len(re.findall(alone, page)) == 5  # two of the first story, three of the second
    assert page.count("The sign ° follows a sentence that one source alone states.") == 1
    assert "3\u00a0independent\u00a0reports, 5\u00a0outlets" in page
    assert page.count("Reprinted by") == 1
    assert re.search(r'Other versions: <a href="[^"]+">Barrier shut as storm nears</a>', page)
    assert "undated; the time it was retrieved" in page


def test_a_story_of_one_source_says_so_once_and_marks_no_sentence() -> None:
    story = edition()["stories"][0]
    story["origins"] = 1
    page = html(edition(stories=[story]))
    assert page.count("<p>one\u00a0source, 5\u00a0outlets</p>") == 1
    assert "°" not in page


def test_a_story_says_whether_it_is_new() -> None:
    statuses = re.findall(r'class="status \w+">([^<]+)<', html(edition()))
    assert statuses == ["New", "Day 3 · since 13 Jan", "Updated · since 14 Jan"]


def test_the_last_words_of_a_headline_share_a_line_on_paper() -> None:
    words = "Harbour court hears the builder of the third lock"
    assert kept(f"{words} again") == f'{words[:-10]}<span class="kept">third lock again</span>'
    assert kept("<b> opens the new gate") == "&lt;b&gt; opens the new gate"  # it fits a line
    assert kept(words + " " + "x" * 30) == f"{words} {'x' * 30}"  # too long to be kept together
    assert kept("") == ""
    assert 'class="kept"' in page(edition(), "print")
    assert 'class="kept"' not in html(edition())


def test_a_foreign_sentence_names_its_language() -> None:
    assert 'lang="de" dir="ltr">Die Zentralbank' in html(edition())
    assert 'lang="en"' not in html(edition()).partition("<body")[2]


def test_a_note_and_missed_sources_are_told() -> None:
    page = html(edition(note="Made from half of its sources."))
    assert '<p class="note" role="note">Made from half of its sources.</p>' in page
    assert "<b>Ravensmoor Echo</b>: timed out after 20 s" in page


def test_empty_parts_leave_no_headings() -> None:
    page = html(edition(also=[], speakers=[], missed=[], stories=edition()["stories"][2:]))
    for heading in ("Also today", "Who said what", "could not be read", "In brief"):
        assert heading not in page


def test_the_data_inside_are_the_edition() -> None:
    assert json.loads(Page(html(edition())).scripts) == json.loads(json.dumps(edition()))


# --- hostile sources ------------------------------------------------------------------


def test_nothing_of_a_hostile_source_becomes_markup() -> None:
    page = Page(html(hostile()))
    tags = {tag for tag, _ in page.elements}
    assert "img" not in tags
    assert [v for tag, v in page.elements if tag == "script"] == [
        {
            "type": "application/json",
            "id": "briefing-edition",
            "data-look": look("default", None),
        }
    ]
    assert not [name for _, v in page.elements for name in v if name.startswith("on")]
    assert all(href.startswith(("#", "https:")) for href in page.attributes("href"))
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", html(hostile()))[0]


def test_a_hostile_edition_survives_inside_the_page() -> None:
    assert json.loads(Page(html(hostile())).scripts)["title"] == ATTACK


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_headline_is_shown_as_text(headline: str) -> None:
    story = edition()["stories"][2]
    story["headline"] = headline
    page = Page(html(edition(stories=[story])))
    page.close()
    assert page.open == []
    html(edition(stories=[story])).encode()


# --- links and charts -----------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host.example/x",
        "https:///x",
        "https://a b.example",
        'https://a.example/"><script>',
        "http://[",
        "",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_url(url) == ""
    assert passage_url(url, ["A sentence."]) == ""


def test_a_short_passage_is_named_whole_and_a_long_one_by_its_ends() -> None:
    assert text_directive("“It opened at noon – twice,”") == (
        "text=It%20opened%20at%20noon%20%E2%80%93%20twice"
    )
    assert text_directive("one two three four five six seven eight nine ten-fold, eleven.") == (
        "text=one%20two%20three%20four,eight%20nine%20ten%2Dfold%2C%20eleven"
    )
    assert text_directive("…") == ""


def test_a_page_with_a_fragment_keeps_it() -> None:
    assert (
        passage_url("https://a.example/#part", ["Noon."]) == "https://a.example/#part:~:text=Noon"
    )


def test_a_chart_is_one_path_and_an_empty_one_is_none() -> None:
    chart = bars([0, 2, 1, 1])
    assert chart is not None
    assert (chart.peak, chart.peak_at) == (2, 1)
    assert chart.path.count("M") == 4  # the base line and three bars
    assert bars([0, 9, 9]) is None
    assert bars([]) is None


def test_what_was_printed_before_is_folded_up_and_says_where_it_stands() -> None:
    shown = html(edition())
    assert shown.count('<details class="so-far">') == 1
    told = shown[shown.index("<details") : shown.index("</details>")]
    words = " ".join(re.sub(r"<[^>]+>", "", told).split())
    assert words == (
        "The story so far 13–14 Jan"
        " 13 January 2026 The central bank meets on Wednesday. North Coast Wire"
        " 14 January 2026 As part of: Crown falls before the central bank meets Estmere Ledger"
    )
    assert "/news/2026-01-13#:~:text=The%20central%20bank%20meets%20on%20Wednesday" in told
    assert 'href="https://estmere-ledger.example/news/2026-01-14"' in told


@pytest.mark.parametrize("medium", ["print", "book"])
def test_paper_and_books_have_the_day_alone(medium: Medium) -> None:
    assert "so-far" not in re.sub(r"<style>.*?</style>", "", page(edition(), medium), flags=re.S)


def test_a_course_has_a_bar_for_each_day_with_reports_and_says_them_all() -> None:
    told = edition()["stories"][0]["course"]
    chart = course(told)
    assert chart is not None
    assert (chart.peak, chart.path.count("M")) == (5, 3)  # the base line and two bars
    assert course(told[1:]) is None  # two days
    assert course([{"day": "2026-01-15", "reports": 1}] * 4) is None  # the same each day
    year = course([{"day": "2026-01-15", "reports": 2}] * 365)
    assert year is not None
    assert year.width == 365 * 5 - 1
    page = html(edition())
    words = "Reporting outlets per day: 13 January 2026: 2, 14 January 2026: 0, 15 January 2026: 5"
    assert page.count(f'aria-label="{words}"') == page.count(f"<title>{words}</title>") == 1
    assert "Reporting outlets per day, 13–15\u00a0Jan" in page


def test_places_lead_to_the_first_piece_of_each_story_that_names_them() -> None:
    page = html(edition())
    index = page[page.index('<h2 id="locations">') : page.index("</main>")]
    assert re.findall(r"<b>(\w+)</b>", index) == ["Dunmarrow", "Varnholt"]
    stories = edition()["stories"]
    assert re.findall(r'href="#(.*?)"', index) == [
        stories[2]["statements"][0]["id"],
        stories[0]["statements"][0]["id"],
        stories[1]["voices"][0]["quotes"][0]["id"],
    ]
    assert (
        "locations" not in html(edition(stories=[])).partition("<body")[2].partition("<script")[0]
    )


def test_twelve_stories_take_less_than_150_kilobytes() -> None:
    assert len(html(many(12)).encode()) < 150_000


def test_twelve_dense_stories_take_less_than_150_kilobytes() -> None:
    day = many(12)
    for story in day["stories"]:  # four more sources, statements and quotes each, of 35 words
        extra = f"{story['id']} " + " ".join(f"word{i}" for i in range(35))
        row, first = story["sources"][0], story["statements"][0]
        for i in range(4):
            place = {**first["place"], "start": i, "text": f"{extra} {i}."}
            story["statements"].append({**first, "id": f"{first['id']}-{i}", "place": place})
            story["sources"].append(
                {**row, "number": 90 + i, "url": f"https://x.example/{extra[:90]}"}
            )
    assert len(json.dumps(day)) > 72_000
    page = html(day)
    assert len(page.encode()) < 150_000
    assert Page(page).scripts == b64encode(compress(json_text(day).encode())).decode()


def test_embedded_fonts_stay_inside_the_page() -> None:
    page = html(edition(), fonts="embed")
    assert page.count("@font-face") == 3
    assert page.count("url(") == page.count("url(data:font/woff2;base64,") == 3


def test_an_arabic_page_brings_its_letters_along() -> None:
    pytest.importorskip("fontpkg_ibm_plex_sans_arabic")
    page = html(edition(language="ar"), fonts="embed")
    assert page.count('font-family:"IBM Plex Sans Arabic";') == 2
    assert "IBM Plex Sans Arabic" in page.partition("font-family: var(--sans)")[0]


def test_a_matrix_has_a_square_where_an_outlet_reported_a_story() -> None:
    stories = edition()["stories"]
    first, second, third = stories
    grid = matrix([("Ash", [first]), ("Birch", [first, third]), ("Cedar", [second])], stories)
    assert grid is not None
    assert grid.cells.count("M") == 4
    assert f"M{NAME + MARGIN} {CELL + MARGIN}h" in grid.cells  # Ash, in the first row and column
    assert [label[3] for label in grid.labels] == ["1", "2", "3", "Ash", "Birch", "Cedar"]


def test_a_small_day_needs_no_matrix() -> None:
    assert matrix([("Ash", edition()["stories"])], edition()["stories"]) is None
