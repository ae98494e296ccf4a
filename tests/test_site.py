"""The written site: complete, linked, the same bytes each time, and only what changed is written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.editions import verifying
from briefing.app.website import publishing
from briefing.app.website.manifest import MANIFEST
from briefing.app.website.publishing import Published, publish
from briefing.errors import NothingToReport, UsageError
from briefing.model import Span
from briefing.render.embedded import read
from briefing.render.site import Page, feeds, paths
from briefing.render.site.catalogue import letter
from briefing.render.site.pages import folded
from briefing.render.site.texts import paragraphs
from tests import editions
from tests.archives import SAID_AT, UNSHOWN, day_of, edition_of, filled, record, say, shell

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = {"javascript", "data", "vbscript", "file"}


class Links(HTMLParser):
    """The ids of a page and what its links and sources name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.targets += [values[name] for name in ("href", "src") if name in values]
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline += [values.get("type", tag)]


def publish_to(folder: Path, archive: Path, base: str = "") -> Published:
    made = shell(archive)
    with made.archive(read_only=True) as opened:
        return publish(made, opened, folder, base=base)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    filled(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def folder(tmp_path: Path, archive: Path) -> Path:
    publish_to(tmp_path / "site", archive)
    return tmp_path / "site"


def page(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


# --- what is there --------------------------------------------------------------------


def test_each_kind_of_page_is_there(folder: Path) -> None:
    kinds = {name.partition("/")[0] for name in files(folder)}
    assert kinds == {
        "index.html", "calendar.html", "search.html", "editions", "stories", "speakers",
        "outlets", "feeds", "search", "assets",
    }  # fmt: skip


def test_the_front_page_is_the_latest_edition(folder: Path) -> None:
    front = page(folder, "index.html")
    assert "Thursday, 15 January 2026" in front
    assert "The Varnholt tidal barrier was lowered" in front
    assert 'href="editions/2026-01-14.html"' in front


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(folder: Path) -> None:
    pages = {path: Links(page(folder, path)) for path in files(folder) if path.endswith(".html")}
    for path, links in pages.items():
        assert len(links.ids) == len(set(links.ids)), path
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme:
                continue
            file = os.path.normpath(Path(path).parent / parts.path) if parts.path else path
            assert (folder / file).is_file(), (path, target)
            if parts.fragment:
                assert parts.fragment in pages[file].ids, (path, target)


def test_no_page_holds_a_script_or_style_of_its_own(folder: Path) -> None:
    for path in files(folder):
        if path.endswith(".html"):
            assert set(Links(page(folder, path)).inline) <= {"application/json"}, path


def test_a_story_is_told_over_its_days_oldest_first_with_sources(folder: Path) -> None:
    told = page(folder, "stories/2026-01-15-1.html")
    days = re.findall(r'<h2 id="headline-\d">([^<]+)</h2>', told)
    assert days == [
        "Tuesday, 13 January 2026",
        "Wednesday, 14 January 2026",
        "Thursday, 15 January 2026",
    ]
    assert told.count("The Varnholt tidal barrier was lowered") == 3
    assert told.count('id="source-2-1"') == 1
    assert "../editions/2026-01-14.html#story-1" in told


def test_a_day_on_which_a_story_was_only_listed_is_one_line_of_its_course(tmp_path: Path) -> None:
    made = shell(tmp_path / "archive")
    with made.archive() as archive:
        record(archive, edition_of(day_of(0)))
        later = edition_of(day_of(1), stories=[editions.bank()], also=[editions.barrier()])
        record(archive, later)
        publish(made, archive, tmp_path / "site")
    told = page(tmp_path / "site", "stories/2026-01-15-1.html")
    assert '<h2 id="listed-2">Wednesday, 14 January 2026</h2>' in told
    assert told.count('class="statement"') == 3


def test_a_speaker_has_all_that_articles_quote_shown_or_not(folder: Path) -> None:
    spoken = page(folder, "speakers/ines-halloran.html")
    assert "3 quotes" in spoken
    assert UNSHOWN in spoken
    assert spoken.index("15 January") < spoken.index("14 January")  # the latest day first
    assert spoken.index("It did what") < spoken.index("I slept")  # in the order of the article
    assert 'data-place="unshown:23-55"' in spoken


def test_an_often_quoted_speaker_has_pages_of_older_parts_that_stay(tmp_path: Path) -> None:
    made = filled(tmp_path / "archive")
    day = timedelta(days=1)
    with made.archive() as archive:
        for number in range(60):
            say(archive, SAID_AT - day * (number + 1), f"older-{number}")
        publish(made, archive, tmp_path / "site")
        spoken = {p: c for p, c in files(tmp_path / "site").items() if "ines-halloran" in p}
        assert sorted(spoken) == [
            "feeds/speaker-ines-halloran.xml",
            "speakers/ines-halloran-part-1.html",
            "speakers/ines-halloran-part-2.html",
            "speakers/ines-halloran-part-3.html",
            "speakers/ines-halloran.html",
        ]
        counts = [content.count(b"<blockquote") for _, content in sorted(spoken.items())]
        assert counts == [0, 15, 15, 15, 18]
        record(archive, edition_of(day_of(3)))
        say(archive, SAID_AT + day, "newer")
        publish(made, archive, tmp_path / "site")
    after = files(tmp_path / "site")
    changed = [path for path, content in spoken.items() if after[path] != content]
    assert changed == ["feeds/speaker-ines-halloran.xml", "speakers/ines-halloran.html"]


def test_the_same_words_in_two_outlets_are_shown_once() -> None:
    said = [
        {"outlet": outlet, "parts": [{"start": 0, "end": 9, "text": text}]}
        for outlet, text in (("Wire", "“We wait,”"), ("Post", '"We wait."'), ("Bell", "“No.”"))
    ]
    once = folded(said)  # type: ignore[arg-type]
    assert [(row["outlet"], [a["outlet"] for a in row["also"]]) for row in once] == [
        ("Wire", ["Post"]),
        ("Bell", []),
    ]


def test_an_outlet_has_its_stories_by_day_with_reprints(folder: Path) -> None:
    reprints = next(path for path in files(folder) if path.startswith("outlets/felling-mail"))
    assert page(folder, reprints).count("Tidal barrier at Varnholt holds") == 3


def test_the_calendar_leads_to_every_day(folder: Path) -> None:
    shown = page(folder, "calendar.html")
    assert shown.count('href="editions/') == 3
    assert '<th scope="col" abbr="Monday">Mon</th>' in shown


def test_search_works_by_index_pages_where_there_is_no_script(folder: Path) -> None:
    shown = page(folder, "search.html")
    assert re.search(r'<form class="search"[^>]* hidden', shown)
    for path in ("calendar.html", "stories/month-2026-01.html", "speakers/letter-h.html"):
        assert f'href="{path}"' in shown


def test_the_search_file_of_a_month_holds_all_shown_words(folder: Path) -> None:
    script = page(folder, "search/2026-01.js")
    rows = json.loads(script.removeprefix("briefingSearch(").removesuffix(");\n"))
    assert [row[1] for row in rows[::3]] == ["2026-01-15", "2026-01-14", "2026-01-13"]
    assert "for the first time in a week" in rows[0][3]


def test_an_edition_of_the_site_carries_its_data_for_verify(folder: Path) -> None:
    assert read(folder / "editions/2026-01-14.html") == edition_of(day_of(1))


def test_an_edition_of_the_site_says_what_its_data_say(folder: Path, archive: Path) -> None:
    file = folder / "editions/2026-01-14.html"
    with shell(archive).archive(read_only=True) as opened:
        whole = verifying.verified(opened, file)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</main>", "<p>Nothing else is known.</p></main>"))
        added = verifying.verified(opened, file)
        file.write_text(text.replace("</main>", '<p class="course">It is over.</p></main>'))
        disguised = verifying.verified(opened, file)
        file.write_text(text)
    assert (whole.page, whole.otherwise) == ("compared", ())
    assert [f.text for f in added.otherwise] == ["Nothing else is known."]
    assert [f.text for f in disguised.otherwise] == ["It is over."]


# --- feeds and sitemap ----------------------------------------------------------------


def test_feeds_are_atom_with_an_entry_a_story_and_day(folder: Path) -> None:
    feed = ElementTree.fromstring(page(folder, "feeds/all.xml"))
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert len(titles) == 9
    assert titles[0] == "Tidal barrier at Varnholt holds through its first full test"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == 9
    link = feed.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == "../editions/2026-01-15.html#story-1"


def test_there_is_a_feed_for_each_section_and_speaker(folder: Path) -> None:
    names = {path for path in files(folder) if path.startswith("feeds/")}
    assert "feeds/speaker-sabine-kettler.xml" in names
    assert len([name for name in names if "section-" in name]) == 2
    feed = ElementTree.fromstring(page(folder, "feeds/speaker-sabine-kettler.xml"))
    summary = feed.findtext(f"{ATOM}entry/{ATOM}summary")
    assert summary == "“Waiting is also a decision, and this month it was the cheaper one,”"


def test_with_an_address_there_is_a_sitemap_and_feeds_have_full_links(
    tmp_path: Path, archive: Path
) -> None:
    publish_to(tmp_path / "site", archive, base="https://news.example/daily")
    map_ = ElementTree.fromstring(page(tmp_path / "site", "sitemap.xml"))
    places = [place.text for place in map_.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert "https://news.example/daily/editions/2026-01-13.html" in places
    assert 'href="https://news.example/daily/editions/2026-01-15.html#story-1"' in page(
        tmp_path / "site", "feeds/all.xml"
    )


def test_a_feed_escapes_what_sources_wrote() -> None:
    entry = feeds.Entry("k", editions.ATTACK, "x.html", "2026-01-15T00:00:00Z", "<b>&\x00", "“<")
    made = ElementTree.fromstring(feeds.feed("", "feeds/all.xml", "T", "index.html", [entry]))
    title = made.findtext(f"{ATOM}entry/{ATOM}title")
    assert title is not None
    assert title.startswith("</script><script>alert(1)</script>")


# --- what is written ------------------------------------------------------------------


def test_a_second_run_writes_nothing(folder: Path, archive: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert publish_to(folder, archive).written == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


def test_a_new_day_leaves_what_it_does_not_touch_and_equals_a_full_build(
    tmp_path: Path, folder: Path, archive: Path
) -> None:
    before = {p: (folder / p).stat().st_mtime_ns for p in files(folder)}
    made = shell(archive)
    with made.archive() as opened:
        record(opened, edition_of(day_of(3), stories=[editions.bank()], also=[], speakers=[]))
    done = publish_to(folder, archive)
    publish_to(tmp_path / "whole", archive)
    assert files(folder) == files(tmp_path / "whole")
    same = [p for p, time in before.items() if (folder / p).stat().st_mtime_ns == time]
    for path in ("editions/2026-01-14.html", "stories/2026-01-15-1.html", "assets/site.css"):
        assert path in same
    assert "editions/2026-01-15.html" not in same  # it has a next day now
    assert done.written == len(files(folder)) - len(same)


def test_a_refreshed_day_is_written_again_and_gone_stories_are_removed(
    folder: Path, archive: Path
) -> None:
    made = shell(archive)
    with made.archive() as opened:
        for number in range(3):
            record(opened, edition_of(day_of(number), stories=[editions.bank()], also=[]))
    (folder / "stories" / "mine.html").write_text("mine")
    done = publish_to(folder, archive)
    assert not (folder / "stories/2026-01-15-1.html").exists()
    assert (folder / "stories/mine.html").read_text() == "mine"
    assert done.removed > 0
    assert publish_to(folder, archive).written == 0


def test_a_folder_of_other_files_gets_no_site_among_them(tmp_path: Path, archive: Path) -> None:
    texts = tmp_path / "articles"
    (texts / ".git").mkdir(parents=True)
    (texts / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"articles holds other files, .*: name an empty folder"):
        publish_to(texts, archive)
    assert [path.name for path in sorted(texts.iterdir())] == [".git", "mine.txt"]
    (texts / "mine.txt").unlink()
    assert publish_to(texts, archive).written > 0  # what is hidden is no text


def test_a_first_run_that_was_broken_off_is_taken_up(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(shell: object, folder: Path, page: Page) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as one:
        one.setattr(publishing, "_write", broken)
        with pytest.raises(KeyboardInterrupt):
            publish_to(tmp_path / "half", archive)
    (tmp_path / "half" / "index.html").write_text("half")
    done = publish_to(tmp_path / "half", archive)
    assert done.written == done.pages


def test_a_broken_manifest_costs_time_and_nothing_else(folder: Path, archive: Path) -> None:
    for content in ("{", '{"format": 0}', "[]"):
        (folder / MANIFEST).write_text(content)
        assert publish_to(folder, archive).written == 0


def test_a_deleted_page_is_written_again(folder: Path, archive: Path) -> None:
    (folder / "calendar.html").unlink()
    assert publish_to(folder, archive).written == 1


def test_a_manifest_cannot_make_the_program_delete_other_files(
    tmp_path: Path, folder: Path, archive: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (folder / "inside").symlink_to(tmp_path)
    manifest = json.loads((folder / MANIFEST).read_text())
    for path in ("../mine.txt", str(tmp_path / "mine.txt"), "inside/mine.txt", ""):
        manifest["pages"][path] = "x"
    (folder / MANIFEST).write_text(json.dumps(manifest))
    assert publish_to(folder, archive).removed == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_another_title_or_template_writes_all_pages_anew(
    tmp_path: Path, folder: Path, archive: Path
) -> None:
    own = tmp_path / "templates" / "site"
    own.mkdir(parents=True)
    (own / "outlets.html").write_text(
        '{% extends "site/layout.html" %}{% block content %}Ours{% endblock %}'
    )
    config = tmp_path / "briefing.toml"
    config.write_text(f'templates = "{own.parent}"\n')
    call = [sys.executable, "-m", "briefing", "--config", config, "--data-dir", archive]
    call += ["site", "-o", folder, "--json"]
    found = subprocess.run(call, capture_output=True, check=True)
    assert json.loads(found.stdout)["written"] == 1
    assert "Ours" in page(folder, "outlets/index.html")


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    made = shell(tmp_path)
    with made.archive() as archive, pytest.raises(NothingToReport, match="no edition"):
        publish(made, archive, tmp_path / "site")


def test_the_bytes_do_not_depend_on_hashes_or_zones(
    tmp_path: Path, folder: Path, archive: Path
) -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    env.pop("BRIEFING_CONFIG", None)
    subprocess.run(
        [sys.executable, "-m", "briefing", "--data-dir", archive, "site", "-o", tmp_path / "b"],
        check=True, capture_output=True, env=env, cwd=tmp_path,
    )  # fmt: skip
    assert files(tmp_path / "b") == files(folder)


# --- hostile input --------------------------------------------------------------------


def test_nothing_that_a_source_wrote_becomes_markup_or_a_place_on_the_disk(tmp_path: Path) -> None:
    made = shell(tmp_path / "archive")
    attacked = editions.hostile()
    for story, id in zip(attacked["stories"], ("../../x", "CON", "a/../b"), strict=True):
        story["id"] = id
    with made.archive() as archive:
        record(archive, attacked)
        publish(made, archive, tmp_path / "site")
    assert {p.name for p in tmp_path.iterdir()} == {"archive", "site"}
    for path, content in files(tmp_path / "site").items():
        assert re.fullmatch(r"[a-z0-9/-]+\.(html|xml|js|css)", path), path
        text = content.decode()
        if path.endswith(".html"):
            links = Links(text)
            assert set(links.inline) <= {"application/json"}, path
            assert not {urlsplit(target).scheme for target in links.targets} & HOSTILE, path
            assert "<script>alert" not in text
        if path.endswith(".xml"):
            ElementTree.fromstring(text)


@given(st.text(max_size=200), st.text(max_size=200))
def test_a_file_name_is_harmless_and_no_two_names_share_one(one: str, other: str) -> None:
    name = paths.file_name(one)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) < 80
    assert (name == paths.file_name(other)) == (one == other)


def test_names_of_our_own_pages_and_of_devices_are_not_given_away() -> None:
    for name in ("index", "con", "letter-a", "bell-2026-01", "ines-halloran-part-2"):
        assert paths.file_name(name) != name
    assert paths.file_name("ines-halloran") == "ines-halloran"


def test_letters_go_by_the_last_name_without_diacritics() -> None:
    assert [letter(name) for name in ("Ada Łoś", "Ólafur Ásgeirsson", "Ж. Жуков", "", "50 Cent")] == [
        "Ł", "A", "Ж", "#", "C",
    ]  # fmt: skip


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_marked_paragraphs_hold_the_text_without_line_ends(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [Span(*sorted(span)) for span in spans]
    shown = ["".join(words for words, _ in line) for line in paragraphs(text, marks)]
    assert shown == [line for line in re.split(r"[\r\n]+", text) if line]


def test_a_mark_over_two_paragraphs_has_a_piece_in_each() -> None:
    assert paragraphs("One two.\n\nThree.", [Span(4, 12)]) == [
        [("One ", 0), ("two.", 1)],
        [("Th", 2), ("ree.", 0)],
    ]
