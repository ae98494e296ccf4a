"""The program as a person calls it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Timer

import pytest

from briefing.app.shell import Shell, clock
from briefing.archive.lock import locked
from briefing.cli.session import Session
from briefing.config import Config
from tests.conftest import SAMPLES, Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def fetched(briefing: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The program with the samples in its archive."""
    monkeypatch.setenv("BRIEFING_CONFIG", str(SAMPLES / "briefing.toml"))
    assert briefing("fetch").code == 3
    return briefing


def test_help_names_the_exit_codes(briefing: Call):
    shown = briefing("--help")
    assert shown.code == 0
    assert "Exit codes" in shown.out


def test_a_fetch_names_the_broken_source_and_stores_the_others(
    briefing: Call, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BRIEFING_CONFIG", str(SAMPLES / "briefing.toml"))
    first = briefing("fetch", "--json")
    assert first.code == 3
    assert [m["source"] for m in json.loads(first.out)["missed"]] == ["The Evening Lantern"]
    assert json.loads(first.out)["stored"] == 67
    again = json.loads(briefing("fetch", "--json").out)
    assert (again["stored"], again["changed"]) == (0, 0)


def test_a_briefing_is_made_named_on_stdout_and_found_true(fetched: Call):
    made = fetched("make", "--date", "2026-01-15", "--format", "html,json", "-o", "out")
    assert made.code == 3  # the broken source is told in the exit code as well
    files = made.out.split()
    assert files == ["out/briefing-2026-01-15.html", "out/briefing-2026-01-15.json"]
    assert "The Evening Lantern" in made.err
    for file in files:
        assert fetched("verify", file).code == 0


def test_a_changed_word_in_a_finished_file_is_found(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "json", "-o", "out")
    file = Path("out/briefing-2026-01-15.json")
    text = file.read_text()
    story = json.loads(text)["stories"][0]
    for shown in (story["statements"][0]["place"]["text"], story["headline"]):
        file.write_text(text.replace(json.dumps(shown, ensure_ascii=False)[1:-1], f"Not {shown}"))
        checked = fetched("verify", file)
        assert checked.code == 1
        assert "not verbatim" in checked.err


@pytest.mark.parametrize(
    ("words", "otherwise"),
    [
        ('">Ex-minister Pell sentenced to four', '">Ex-minister Pell sentenced to nine'),
        ("<b>Marta Lindholm</b>", "<b>Malte Lindholm</b>"),
        ("</article>", "<p>The mayor denies it.</p></article>"),
        ("<main", '<main title="The mayor denies it."'),
        ("</article>", "<script>document.title = 'Denied'</script></article>"),
        ('<li value="1"', '<li value="2"'),  # no word
    ],
)
def test_words_of_a_page_that_are_not_in_its_data_are_found(
    fetched: Call, words: str, otherwise: str
):
    fetched("make", "--date", "2026-01-15", "--format", "html", "-o", "out")
    file = Path("out/briefing-2026-01-15.html")
    text = file.read_text(encoding="utf-8")
    assert "all else on the page is as its data say" in fetched("verify", file).err
    file.write_text(text.replace(words, otherwise, 1), encoding="utf-8")
    checked = fetched("verify", file)
    assert checked.code == (1 if "<li" not in words else 0)
    assert ("not as in its data" in checked.err) == (checked.code == 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_page_that_an_editor_saved_with_a_mark_of_its_encoding_is_whole(
    fetched: Call, encoding: str
):
    fetched("make", "--date", "2026-01-15", "--format", "html", "--format", "json", "-o", "out")
    for file in Path("out").iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text, encoding=encoding, newline="\r\n")
        assert fetched("verify", file).code == 0
        file.write_text(text.replace("Ex-minister", "Minister"), encoding=encoding)
        assert fetched("verify", file).code == 1


@pytest.mark.parametrize(
    ("name", "words", "otherwise"),
    [
        ("package.opf", "15 January 2026</dc:title>", "16 January 2026</dc:title>"),
        ("package.opf", "<dc:date>2026-01-15", "<dc:date>2026-01-16"),
        ("contents.xhtml", "Ex-minister", "Minister"),
        ("briefing.xhtml", "</article>", "<p><![CDATA[The mayor denies it.]]></p></article>"),
        ("more.xhtml", "", "<p>The mayor denies it.</p>"),
    ],
)
def test_words_of_a_book_that_are_not_in_its_data_are_found(
    fetched: Call, name: str, words: str, otherwise: str
):
    fetched("make", "--date", "2026-01-15", "--format", "epub", "-o", "out")
    made, changed = Path("out/briefing-2026-01-15.epub"), Path("changed.epub")
    assert "all else on the page is as its data say" in fetched("verify", made).err
    with zipfile.ZipFile(made) as book:
        files = {one: book.read(one).decode() for one in book.namelist()}
    before = files.get(f"EPUB/{name}", "")
    files[f"EPUB/{name}"] = before.replace(words, otherwise, 1)
    assert files[f"EPUB/{name}"] != before
    with zipfile.ZipFile(changed, "w") as book:
        for one, text in files.items():
            book.writestr(one, text)
    checked = fetched("verify", changed)
    assert checked.code == 1
    assert "not as in its data" in checked.err


def test_a_changed_title_of_a_reprint_is_found(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "json", "-o", "out")
    file = Path("out/briefing-2026-01-15.json")
    made = json.loads(file.read_text(encoding="utf-8"))
    copy = next(c for s in made["stories"] for row in s["sources"] for c in row["copies"])
    copy["title"] = f"Not {copy['title']}"
    file.write_text(json.dumps(made), encoding="utf-8")
    checked = fetched("verify", file)
    assert checked.code == 1
    assert "another title" in checked.err


def test_a_sentence_that_names_no_place_is_compared_with_the_data(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "html", "-o", "out")
    file = Path("out/briefing-2026-01-15.html")
    text = file.read_text(encoding="utf-8")
    found = re.search(r'<span data-place="[^"]*">([^<]*)</span>', text)
    assert found
    file.write_text(text.replace(found[0], f"<span>Not {found[1]}</span>", 1), encoding="utf-8")
    assert fetched("verify", file).code == 1


def test_a_quote_that_page_and_data_give_to_another_is_not_as_it_was_made(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "html,json", "-o", "out")
    file = Path("out/briefing-2026-01-15.html")
    whole = fetched("verify", file)
    assert (whole.code, "its data are those that were recorded" in whole.err) == (0, True)
    label = json.loads(Path("out/briefing-2026-01-15.json").read_text())["speakers"][0]["name"]
    file.write_text(file.read_text().replace(label, "Carla Dostal"))
    changed = fetched("verify", file)
    assert changed.code == 1
    assert f"label: the file has 'Carla Dostal'; the edition recorded has {label!r}" in changed.err
    told = json.loads(fetched("verify", file, "--json").out)
    assert told["recorded"] == "its data are not those recorded"
    file.write_text(file.read_text().replace('"day":"2026-01-15"', '"day":"2026-11-31"'))
    assert (
        "not the article's: day: there is no such day: '2026-11-31'" in fetched("verify", file).err
    )


def test_a_file_from_before_a_refresh_is_told_as_one(fetched: Call):
    make = ("make", "--date", "2026-01-15", "--format", "json", "-o")
    fetched(*make, "old")
    Path("late.txt").write_text(
        "title: Wolf seen again\ndate: 2026-01-15T18:00:00Z\nsource: Late Post\n\n"
        "A wolf was seen again in the Halvery woods on Thursday evening, the forestry office "
        "said. It was the second sighting of the young male in a week.\n"
    )
    fetched("add", "late.txt")
    fetched(*make, "new", "--refresh")
    for folder, told in (("old", " before the day was made anew (revision 1 of 2)"), ("new", "")):
        checked = fetched("verify", f"{folder}/briefing-2026-01-15.json")
        assert checked.code == 0
        assert checked.err.endswith(f"its data are those that were recorded{told}\n")


def test_without_a_recorded_edition_it_is_said_what_could_not_be_compared(briefing: Call):
    briefing(*"make --date 2026-01-14 --format json --input".split(), SAMPLES / "ledger")
    briefing("add", SAMPLES / "ledger")
    checked = briefing("verify", "out/briefing-2026-01-14.json")
    assert checked.code == 0
    assert "names, numbers, sections and order were not compared: no edition of" in checked.err


def test_an_archive_without_the_articles_is_named_once(briefing: Call):
    briefing(*"make --date 2026-01-14 --format json --input".split(), SAMPLES / "ledger")
    briefing("add", SAMPLES / "merrow-wire")
    checked = briefing("verify", "out/briefing-2026-01-14.json")
    assert checked.code == 1
    assert "none of the 7 articles that it cites is in the archive" in checked.err
    assert checked.err.count("\n") == 3
    assert "not verbatim" not in checked.err


def test_of_other_templates_and_of_a_pdf_it_is_said_what_was_not_looked_at(fetched: Call):
    fetched("templates", "export", "own")
    Path("own/line.html").write_text("{{ story.headline }}", encoding="utf-8")
    fetched("make", *"--date 2026-01-15 --format html,pdf --templates own -o out".split())
    checked = fetched("verify", "out/briefing-2026-01-15.html", "out/briefing-2026-01-15.pdf")
    assert checked.code == 0
    assert "its other words were not compared" in checked.err
    assert "not what is printed" in checked.err


def test_the_same_day_gives_the_same_bytes_though_articles_came_later(
    fetched: Call, tmp_path: Path
):
    def made(folder: str, *more: str) -> bytes:
        fetched("make", "--date", "2026-01-15", "--format", "json", "-o", folder, *more)
        return Path(folder, "briefing-2026-01-15.json").read_bytes()

    first = made("one")
    late = tmp_path / "late.txt"
    late.write_text(
        "title: Wolf seen again\ndate: 2026-01-15T18:00:00Z\nsource: Late Post\n\n"
        "Wolf seen again\n\nA wolf was seen again in the Halvery woods on Thursday evening, "
        "the forestry office said. It was the second sighting of the young male in a week.\n"
    )
    assert fetched("add", late).code == 0
    assert made("two") == first
    assert made("three", "--refresh") != first


def test_a_refresh_says_what_changed(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "json")
    assert (
        "nothing changed"
        in fetched("make", "--date", "2026-01-15", "--format", "json", "--refresh").err
    )


def test_a_story_keeps_its_id_where_a_refresh_takes_in_a_new_version(
    briefing: Call, tmp_path: Path
):
    row = {"url": "https://gazette.example/dam", "outlet": "Gazette"}
    told = "The wall of the Orlen dam cracked on Wednesday and {} people were told to leave."
    for hour, many in ((8, "forty"), (12, "600")):
        text = f"{told.format(many)} The mayor closed the road to the valley on Wednesday."
        more = {"title": f"Dam wall cracks above Orlen, {many} told to leave", "text": text}
        path = tmp_path / f"{hour}.jsonl"
        path.write_text(json.dumps(row | more | {"date": f"2026-01-14T{hour:02}:00:00Z"}))
    make = ("make", "--date", "2026-01-14", "--format", "json", "--json")
    briefing("add", "8.jsonl")
    assert "changed" not in json.loads(briefing(*make).out)
    before = json.loads(Path("out/briefing-2026-01-14.json").read_text())["stories"]
    briefing("add", "12.jsonl")
    found = json.loads(briefing(*make, "--refresh").out)
    after = json.loads(Path("out/briefing-2026-01-14.json").read_text())["stories"]
    assert "600" in after[0]["headline"]
    assert [story["id"] for story in after] == [story["id"] for story in before]
    assert (found["came"], found["went"]) == ([], [])
    assert [story["id"] for story in found["changed"]] == [before[0]["id"]]
    lines = briefing(*make[:-1], "--refresh").err
    assert "nothing changed" in lines


def test_an_empty_day_says_so_and_writes_nothing(fetched: Call):
    made = fetched("make", "--date", "2025-06-01", "-o", "out")
    assert made.code == 4
    assert "nothing to report" in made.err
    assert not Path("out").exists()


def test_a_day_of_columns_is_made_with_the_reason_and_not_sent(briefing: Call, tmp_path: Path):
    Path("column.txt").write_text(
        "title: Opinion: We should all drink less water\ndate: 2026-01-15\nsource: Gazette\n\n"
        "I have never liked the tap. We should all drink less water, and I believe that we can.\n"
    )
    briefing("add", "column.txt")
    day = ("--date", "2026-01-15")
    Path("briefing.toml").write_text(
        '[mail]\nhost = "127.0.0.1"\nport = 9\nsender = "b@x.example"\n'
        '[[readers]]\nname = "Ada"\naddresses = ["ada@y.example"]\n'
    )
    for _ in range(2):  # also where it was recorded
        sent = briefing("send", *day)
        assert (sent.code, "nothing to report of 2026-01-15" in sent.err) == (4, True)
        made = briefing("make", *day, "--format", "text")
        assert (made.code, "Nothing of this day is told: no sentence" in made.err) == (0, True)
    page = Path("out/briefing-2026-01-15.txt").read_text()
    assert "Nothing of this day is told: no sentence" in page
    assert "2026\n15 Jan, 00:00" in page  # no "0 stories", no "0 minutes"


def test_strict_makes_a_missed_source_an_error(fetched: Call):
    made = fetched("make", "--date", "2026-01-15", "--format", "json", "--strict")
    assert made.code == 1


def test_nothing_is_said_of_sources_where_none_was_missed(briefing: Call):
    made = briefing(*"make --date 2026-01-14 --format json --input".split(), SAMPLES / "ledger")
    assert "independent report" in made.err
    assert "missed" not in made.err


def test_verify_says_where_it_looked(briefing: Call, tmp_path: Path):
    ledger, other = SAMPLES / "ledger", SAMPLES / "merrow-wire"
    briefing(*"make --date 2026-01-14 --format json --input".split(), ledger)
    file = "out/briefing-2026-01-14.json"
    assert briefing("verify", file, "--input", ledger).code == 0
    elsewhere = briefing("verify", file, "--input", other)
    assert elsewhere.code == 1
    assert "none of the 7 articles that it cites is in the files: name all" in elsewhere.err
    assert "archive" not in elsewhere.err
    assert elsewhere.err.count("\n") == 3  # told once, not of each sentence


def test_one_thing_is_not_told_as_several(briefing: Call, tmp_path: Path):
    (tmp_path / "one.opml").write_text(
        '<opml version="2.0"><body><outline xmlUrl="https://g.example/feed" text="G"/></body></opml>'
    )
    assert "with 1 source;" in briefing("init", "--from", "one.opml").err
    assert "added 0 sources" in briefing("sources", "import", "one.opml").err
    (tmp_path / "one.txt").write_text("Dam opens\n\nThe dam opened on Friday, the mayor said.\n")
    assert briefing("add", "one.txt").code == 0
    assert ": 1 article, 0 editions, " in briefing("doctor").out
    assert "archive    1 article, 0 editions, " in briefing("status").out


def test_files_alone_are_enough(briefing: Call):
    made = briefing(
        *("make", "--date", "2026-01-14", "--format", "json", "-o", "out"),
        *("--input", SAMPLES / "merrow-wire", "--input", SAMPLES / "ledger"),
    )
    assert made.code == 0
    edition = json.loads(Path("out/briefing-2026-01-14.json").read_text())
    assert edition["stories"]
    assert not Path("data").exists()


NOTE = (
    "Bridge closed for repairs\n\nThe town of Dunmere closed its old bridge on Monday after "
    "engineers found cracks in two of its arches. Repairs will take six weeks.\n"
)


def test_no_article_is_of_a_day_that_is_to_come(briefing: Call):
    Path("note.txt").write_text(NOTE)
    for day, told in (("2140-01-01", "lies in the future"), ("1980-01-01", "lies before 1991")):
        ended = briefing("add", "note.txt", "--date", day)
        assert (ended.code, f"--date {day} {told}: " in ended.err) == (2, True), ended
    assert not Path("data").exists()


def test_a_date_that_changes_nothing_says_so(briefing: Call):
    Path("note.txt").write_text(NOTE)
    assert briefing("add", "note.txt", "--date", "2026-01-15").code == 0
    told = "0 new versions; 1 known already; --date changes no stored article: 1 keeps another day"
    assert told in briefing("add", "note.txt", "--date", "2026-01-14").err
    assert "--date" not in briefing("add", "note.txt", "--date", "2026-01-15").err
    assert "--date" not in briefing("add", "note.txt").err


def test_an_undated_file_is_of_the_asked_day_and_marked(briefing: Call, tmp_path: Path):
    note = tmp_path / "note.txt"
    note.write_text(NOTE)
    made = briefing("make", "--input", note, "--date", "2026-01-15", "--format", "json")
    assert made.code == 0
    (story,) = json.loads(Path("out/briefing-2026-01-15.json").read_text())["stories"]
    assert story["sources"][0]["dated"] is False
    assert story["sources"][0]["published"].startswith("2026-01-15")


def test_show_prints_the_edition_and_no_words_about_it(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "json")
    shown = fetched("show", "--date", "2026-01-15")
    assert shown.code == 0
    assert "The Merrow Briefing" in shown.out
    assert shown.err == ""


def test_who_lists_what_a_person_is_quoted_with(fetched: Call):
    told = json.loads(fetched("who", "Brekke", "--json").out)
    assert {q["speaker"] for q in told["quotes"]} == {"Halvard Brekke"}
    assert any("one tide" in q["text"] for q in told["quotes"])


def test_two_people_of_one_surname_stay_two(fetched: Call):
    speakers = {s["name"] for s in json.loads(fetched("who", "--json").out)["speakers"]}
    assert {"Tomas Varga", "Edit Varga"} <= speakers


def test_search_finds_words_and_phrases(fetched: Call):
    hits = json.loads(fetched("search", "voyage recorder", "--json").out)
    assert hits
    assert all("recorder" in hit["excerpt"] for hit in hits)


def test_explain_gives_the_parts_of_every_score(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "json")
    told = fetched("explain", "1", "--date", "2026-01-15")
    assert told.code == 0
    for heading in ("Why it is here", "Why these articles", "Why these sentences"):
        assert heading in told.out


def test_wrong_use_ends_with_two_and_one_sentence(briefing: Call):
    for arguments, said in (
        (("make", "--date", "someday"), "someday"),
        (("make", "--format", "docx"), "docx"),
        (("fetch",), "no sources are configured"),
        (("--config", "none.toml", "config", "check"), "none.toml"),
    ):
        ended = briefing(*arguments)
        assert (ended.code, said in ended.err) == (2, True), ended
        assert ended.err.count("\n") == 1


def test_an_unknown_key_names_the_nearest_one(briefing: Call, tmp_path: Path):
    Path("briefing.toml").write_text("[edition]\nstorys = 3\n")
    ended = briefing("config", "check")
    assert ended.code == 2
    assert "stories" in ended.err


def test_init_writes_a_configuration_that_can_be_read(briefing: Call):
    assert briefing("init").code == 0
    assert briefing("config", "check").code == 0
    assert briefing("init").code == 2  # never over an existing file


def test_feeds_travel_by_opml(briefing: Call):
    Path("feeds.opml").write_text(
        '<opml version="2.0"><body><outline text="Gazette" type="rss" '
        'xmlUrl="https://gazette.example/feed?a=1&amp;b=2"/></body></opml>'
    )
    assert briefing("init", "--from", "feeds.opml").code == 0
    assert "https://gazette.example/feed?a=1&b=2" in briefing("sources", "list").out
    assert "gazette.example/feed?a=1&amp;b=2" in briefing("sources", "export").out
    assert briefing("sources", "import", "feeds.opml").err.startswith("added 0 sources")
    Path("briefing.toml").rename("other.toml")
    added = briefing("--config", "other.toml", "sources", "import", "feeds.opml")
    assert added.err == "added 0 sources to other.toml\n"


def test_a_backup_is_an_archive(fetched: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert fetched("backup", tmp_path / "copy" / "archive.sqlite").code == 2
    (tmp_path / "copy").mkdir(exist_ok=True)
    assert fetched("backup", tmp_path / "copy" / "archive.sqlite", "--force").code == 0
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "copy"))
    assert "ferry" in fetched("search", "ferry").out


def test_doctor_says_what_is_wrong_and_how_to_mend_it(fetched: Call):
    told = fetched("doctor")
    assert told.code == 1  # the broken source
    assert "The Evening Lantern" in told.out or "evening" in told.out
    assert "MEND sources" in told.out


def test_completion_prints_a_script(briefing: Call):
    assert "_BRIEFING_COMPLETE" in briefing("completion", "bash").out


def test_no_name_or_title_reaches_the_terminal_as_a_command(briefing: Call):
    red, turned, title = "\x1b[31m", "\u202e", "\x9b2J\x1b]0;Owned\x07"
    row = {
        "title": f"{red}Dam at Lenk opens after three years{turned}",
        "text": f"The dam at Lenk opened on Monday{title} after three years of work in the valley.",
        "date": "2026-01-15T08:00:00Z",
    }
    rows = [row | {name: f"x{red}{turned}{title}"} for name in ("source", "section", "author")]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    told = [briefing("add", "rows.jsonl", f"no{red}where{turned}")]
    told += [briefing("make", "-d", "2026-01-15", "-f", "html", "-o", "out")]
    told += [briefing(*words, "-d", "2026-01-15") for words in (("show",), ("explain", "1"))]
    told += [briefing("search", "dam", *more) for more in ((), ("--json",))]
    told += [briefing("verify", f"no{red}"), briefing("story", f"no{turned}")]
    page = Path("out/briefing-2026-01-15.html").read_text()
    for shown in (*(o.out + o.err for o in told), page):
        assert "dam" in shown.lower() or "no" in shown or "1 independent report" in shown
        assert not set("\x1b\x9b\x07\u202e") & set(shown)


def test_a_name_with_brackets_is_no_markup_of_the_progress(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shell = Shell(Config(None, Path("data")), clock())
    shown: list[str] = []
    monkeypatch.setattr("rich.status.Status.update", lambda self, text: shown.append(text.plain))
    with Session().working(shell) as at_work:
        at_work.step("reading [/b] [red]x\x1b[31m")
    assert shown == ["reading [/b] [red]x\N{REPLACEMENT CHARACTER}[31m"]


def test_who_is_stopped_tidies_up(tmp_path: Path):
    """A timer's or a shutdown's SIGTERM: temporary archives hold whole articles."""
    stopped = """
import os, signal, tempfile, time
from briefing import cli

def working(**options):
    with tempfile.TemporaryDirectory():
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)

cli.application = working
cli.main()
"""
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-c", stopped], env=environment, capture_output=True)
    assert (ended.returncode, ended.stderr) == (-signal.SIGTERM, b"")
    assert not list(tmp_path.iterdir())


def test_an_empty_list_is_told_and_prints_nothing(briefing: Call):
    Path("dam.txt").write_text("The dam at Lenk opened on Monday.")
    briefing("add", "dam.txt")
    for words in (("outbox", "list"), ("outbox", "list", "--state", "sent"), ("sources", "list")):
        told = briefing(*words)
        assert (told.code, told.out, told.err[:3]) == (0, "", "no "), words


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path):
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, "-m", "briefing", "config", "show"]
    with os.fdopen(writer, "wb") as gone:
        ended = subprocess.run(words, stdout=gone, stderr=subprocess.PIPE, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("quiet", [True, False])
def test_who_waits_for_the_archive_is_told_for_whom(briefing: Call, tmp_path: Path, quiet: bool):
    Path("data").mkdir()
    Path("dam.txt").write_text("Dam opens\n\nThe dam opened its gates on Thursday.\n")
    held = ExitStack()
    held.enter_context(locked(tmp_path / "data" / "archive.sqlite.lock", "fetch", 0.0))
    Timer(0.5, held.close).start()
    ended = briefing(*["--quiet"][: int(quiet)], "add", "dam.txt")
    assert ended.code == 0
    assert ("(fetch), since " in ended.err) is not quiet


def test_an_old_version_that_comes_back_is_told_as_one(briefing: Call):
    row = {"source": "Gazette", "url": "https://gazette.example/dam", "title": "Dam"}
    for text in ("The dam is open.", "The dam is closed.", "The dam is open."):
        whole = row | {"date": "2026-01-15T08:00:00Z", "text": text}
        Path("dam.jsonl").write_text(json.dumps(whole), encoding="utf-8")
        told = briefing("add", "dam.jsonl").err
    assert told == (
        "stored 0 new articles, 0 new versions; 0 known already; "
        "1 old version is the current one again\n"
    )


def test_the_order_of_inputs_does_not_change_a_byte(briefing: Call):
    url = "https://gazette.example/dam"
    dam = {"source": "Gazette", "url": url, "title": "Dam wall cracks above Orlen"}
    told = "The wall of the dam above Orlen cracked on Thursday, and the river rose by {} metres."
    old = dam | {"date": "2026-01-15T08:00:00Z", "text": told.format("three")}
    new = dam | {"date": "2026-01-15T12:00:00Z", "text": told.format("five")}
    moved = new | {"date": "2026-01-15T18:30:00Z", "url": url + "-again"}
    for name, row in (("old", old), ("new", new), ("moved", moved)):
        Path(f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    Path("empty.txt").touch()
    Path("blank.txt").touch()
    pages = []
    inputs = ("old.jsonl", "new.jsonl", "moved.jsonl", "empty.txt", "blank.txt")
    for folder, named in (("a", inputs), ("b", inputs[::-1])):
        options = [word for one in named for word in ("--input", one)]
        made = briefing("make", "--date", "2026-01-15", *options, "--format", "json", "-o", folder)
        assert made.code == 3, made
        pages.append(Path(folder, "briefing-2026-01-15.json").read_bytes())
    assert pages[0] == pages[1]
    assert b"five metres" in pages[0]
    assert b"three metres" not in pages[0]


def test_a_bad_file_whose_name_is_no_utf8_stops_no_edition(briefing: Call, tmp_path: Path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "dam.txt").write_text(
        "Dam opens at Varnholt\n2026-01-15\n\nThe dam at Varnholt opened its gates on Thursday.\n",
        encoding="utf-8",
    )
    Path(news, "caf\udce9.txt").touch()
    source = '[[sources]]\nname = "Desk"\nkind = "folder"\nurl = "news"\n'
    (tmp_path / "briefing.toml").write_text(source, encoding="utf-8")
    day = ("--date", "2026-01-15", "--format", "json")
    for arguments in (
        ("make", "--input", "news", *day, "-o", "caf\udce9"),
        ("--config", "briefing.toml", "fetch"),
        ("--config", "briefing.toml", "make", *day),
        ("add", "news"),
        ("add", "news", "--json"),
    ):
        ended = briefing(*arguments)
        assert (ended.code, "unforeseen" in ended.err) == (3, False), ended
        assert "caf�.txt" in ended.out + ended.err


LOADING = """
import sys
class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == "briefing.cli.commands":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
import briefing.__main__
briefing.__main__.main()
"""


def test_a_program_that_is_stopped_while_it_loads_shows_no_traceback():
    ended = subprocess.run([sys.executable, "-c", LOADING], capture_output=True)
    assert (ended.returncode, ended.stderr) == (130, b"")
    project = tomllib.loads((SAMPLES.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"briefing": "briefing.__main__:main"}


def test_a_wrong_option_is_told_in_one_sentence(briefing: Call):
    for arguments, said in (
        (("wh",), "perhaps 'who' is meant"),
        (("make", "--nope"), "briefing make --help"),
        (("make", "--out", "x"), "there is no option --out; perhaps --output is meant: see"),
        (("make", "--frmat", "x"), "perhaps --date or --format is meant"),
        (("make", "--format", "odt"), '"odt" is no format: choose one of html, pdf,'),
        (("add", "x.txt", "--url", "foo"), '"foo" is no address: --url begins with http'),
        (("site", "--url", "foo"), '"foo" is no address: --url begins with http'),
        (("site", "--url", "https://"), '"https://" is no address'),
        (("serve", "--url", "gazette.example"), '"gazette.example" is no address'),
        (("completion", "csh"), "choose one of bash, zsh, fish"),
        (("config", "check", "--debug"), "--debug stands before the command"),
        (("make", "--paper", "A3"), "A4, Letter, A5"),
        (("make", "--theme", "none"), "default"),
        (("make", "--templates", "none"), "none"),
        (("make", "--templates", "."), "holds no file that the page is made of"),
        (("add", ""), "an input is empty"),
        (("add", "ftp://gazette.example/x"), "only http"),
        (("add", "https://ada:word@gazette.example/x"), "leave it out"),
        (("add", "a.txt", "--url", "gazette"), "http://"),
        (("who", "--explain"), "--explain"),
        (("who", "--since", "2026-01-15", "--until", "2026-01-13"), "lies before"),
        (("search", "?"), "no word"),
        (("completion", "tcsh"), "bash, zsh, fish"),
        (("templates", "export", "x", "--theme", "none"), "card, default, large"),
    ):
        ended = briefing(*arguments)
        assert (ended.code, said in ended.err) == (2, True), ended
        assert ended.err.count("\n") == 1


def test_what_the_system_refuses_is_told_in_one_sentence(briefing: Call):
    Path("file").write_text("a file")
    for code, arguments in (
        (2, ("templates", "export", "file")),
        (1, ("verify", ".", "-i", "file")),
    ):
        ended = briefing(*arguments)
        assert (ended.code, ended.err.count("\n")) == (code, 1), ended
        assert "unforeseen" not in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mkae",), "no such command 'mkae'; perhaps 'make' is meant: see briefing --help"),
        (("show", "--width", "-1"), "'--width': must be 0 or more: see"),
        (("show", "--width", "x"), "'--width': must be a whole number: see"),
        (("--config", ".", "status"), ". is a folder: name the configuration file in it"),
        (("--debug", "diff", "never"), "UsageError"),
    ],
)
def test_a_wrong_use_is_told_in_our_words(briefing: Call, arguments: tuple[str, ...], said: str):
    ended = briefing(*arguments)
    assert ended.code == 2
    assert said in ended.err


def test_without_an_edition_there_is_no_story_to_tell(fetched: Call):
    for command in ("story", "explain"):
        assert fetched(command, "1").code == 4


def test_a_backup_that_may_not_be_written_is_a_wrong_place(
    fetched: Call, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("briefing.archive.backup.os.access", lambda *_: False)
    ended = fetched("backup", "copy.sqlite")
    assert ended.code == 2
    assert "copy.sqlite cannot be written (permission denied): choose another" in ended.err


def test_a_configuration_that_may_not_be_read_is_told_without_the_variable(
    briefing: Call, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    Path("own.toml").write_text("")
    monkeypatch.setattr(Path, "read_text", refused)
    ended = briefing("--config", "own.toml", "status")
    assert ended.code == 2
    assert "own.toml cannot be read (permission denied): check who may read it" in ended.err


def test_a_folder_in_the_archives_place_is_named(briefing: Call):
    Path("data/archive.sqlite").mkdir(parents=True)
    ended = briefing("--data-dir", "data", "status")
    assert "choose another folder with --data-dir" in ended.err


def test_several_files_are_checked_and_named(fetched: Call):
    for day in ("2026-01-14", "2026-01-15"):
        fetched("make", "--date", day, "--format", "json", "-o", "out")
    files = sorted(Path("out").glob("*.json"))
    files[1].write_text(files[1].read_text(encoding="utf-8").replace("Varga", "Vargo"))
    checked = fetched("verify", *files)
    assert checked.code == 1
    assert f"{files[0]}: " in checked.err
    assert f"{files[1]}: not verbatim" in checked.err
    first, second = json.loads(fetched("verify", *files, "--json").out)
    assert (first["failures"], first["file"]) == ([], str(files[0]))
    assert second["failures"]


@pytest.mark.parametrize("as_json", [True, False])
def test_a_file_that_cannot_be_read_hides_nothing_of_the_others(fetched: Call, as_json: bool):
    fetched("make", "--date", "2026-01-15", "--format", "json", "-o", "out")
    whole = "out/briefing-2026-01-15.json"
    checked = fetched("verify", "gone.html", whole, *(["--json"] if as_json else []))
    assert checked.code == 1
    if as_json:
        gone, other = json.loads(checked.out)
        assert "gone.html cannot be read" in gone["error"]
        assert other["checked"] > 0
    else:
        assert "gone.html cannot be read" in checked.err
        assert f"{whole}: " in checked.err


@pytest.mark.parametrize("lost", ["also", "language", "window"])
def test_a_file_whose_data_were_changed_hides_nothing_of_the_others(fetched: Call, lost: str):
    fetched("make", "--date", "2026-01-15", "--format", "json,html", "-o", "out")
    whole, page = "out/briefing-2026-01-15.json", Path("out/briefing-2026-01-15.html")
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(f'"{lost}":', '"lost":'), encoding="utf-8")
    checked = fetched("verify", page, whole)
    assert checked.code == 1
    assert f"{page}: the data in it are not those of an edition" in checked.err
    assert f"{whole}: " in checked.err


def test_a_book_is_made_and_found_true(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "epub", "-o", "out")
    checked = fetched("verify", "out/briefing-2026-01-15.epub")
    assert checked.code == 0
    assert "shown pieces found word for word" in checked.err


def test_a_changed_word_in_the_data_of_a_book_is_found(fetched: Call):
    fetched("make", "--date", "2026-01-15", "--format", "epub", "-o", "out")
    with zipfile.ZipFile("out/briefing-2026-01-15.epub") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["EPUB/briefing.json"] = parts["EPUB/briefing.json"].replace(b"captain", b"cook")
    with zipfile.ZipFile("changed.epub", "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    checked = fetched("verify", "changed.epub")
    assert checked.code == 1
    assert "not verbatim" in checked.err


def test_who_knows_topics_and_why_names_are_one_person(fetched: Call):
    about = json.loads(fetched("who", "--topic", "wolf", "--json").out)["speakers"]
    assert "Aino Kallas" in {s["name"] for s in about}
    assert "Tomas Varga" not in {s["name"] for s in about}
    assert "Tomas Varga is Tomas Varga" in fetched("who", "Varga", "--explain").out


def test_doctor_names_an_archive_that_cannot_be_read(briefing: Call):
    Path("data").mkdir()
    Path("data/archive.sqlite").write_text("no database")
    Path("briefing.toml").write_text('[[sources]]\nurl = "https://gazette.example/feed"\n')
    told = briefing("doctor")
    assert told.code == 1
    assert "MEND archive" in told.out


def test_the_configuration_shows_what_was_set(briefing: Call, tmp_path: Path):
    file = tmp_path / "briefing.toml"
    file.write_text("[edition]\nstories = 5\n", encoding="utf-8")
    shown = briefing("--config", str(file), "config", "show").out.splitlines()
    assert "edition.stories = 5  # set by you; else 12" in shown
    assert "edition.also = 12" in shown
    assert tomllib.loads("\n".join(shown))["edition"]["title"] == "The Briefing"
