from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.archive import Added, Archive, Health
from briefing.archive.database import explained
from briefing.edition import Edition
from briefing.errors import ArchiveError, UsageError
from briefing.model import Article, Known, Printed, Source, Validators
from tests.builders import MORNING, article

DAM = article("The dam opened. Ministers cheered.", title="Dam opens", id="dam")
MAYOR = article(
    "The mayor resigned. Nobody wept.", title="Mayor resigns", id="mayor", outlet="Post"
)
FIRST, SECOND, THIRD = date(2026, 1, 15), date(2026, 1, 16), date(2026, 1, 17)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "briefing" / "archive.sqlite"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path) as archive:
        yield archive


# --- articles -------------------------------------------------------------------------


def test_what_was_added_is_there_when_the_archive_is_opened_again(path: Path) -> None:
    with Archive.open(path) as archive:
        assert archive.add([DAM, MAYOR]) == Added(stored=(DAM, MAYOR))
    with Archive.open(path) as archive:
        assert archive.article("dam") == DAM
        assert archive.article("dyke") is None
        assert archive.count() == 2


def test_an_article_is_stored_once(archive: Archive) -> None:
    archive.add([DAM])
    assert archive.add([DAM, DAM]) == Added(known=("dam", "dam"))
    assert archive.count() == 1


def test_a_second_space_or_line_break_makes_no_new_version(archive: Archive) -> None:
    archive.add([DAM])
    spaced = replace(DAM, text="The dam opened.\n\nMinisters  cheered.")
    assert archive.add([spaced]).known == ("dam",)


def test_the_same_text_at_another_address_of_the_outlet_is_known(archive: Archive) -> None:
    archive.add([DAM])
    again = replace(DAM, id="other", url="https://gazette.example/other")
    assert archive.add([again]).known == ("dam",)


def test_another_outlets_reprint_is_an_article_of_its_own(archive: Archive) -> None:
    reprint = article(DAM.text, title=DAM.title, outlet="Post", id="reprint")
    assert archive.add([DAM, reprint]).stored == (DAM, reprint)


def test_two_feeds_with_one_page_store_it_once(archive: Archive) -> None:
    other_feed = replace(DAM, source=Source("gazette-world", "Gazette World"))
    archive.add([DAM])
    assert archive.add([other_feed]).known == ("dam",)


def test_articles_without_text_are_told_apart_by_their_address(archive: Archive) -> None:
    empty = [article("", title="Photo", id="p1"), article("", title="Film", id="p2")]
    assert len(archive.add(empty).stored) == 2


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(archive: Archive) -> None:
    archive.add([DAM])
    changed = replace(DAM, text="The dam opened late.")
    assert archive.add([changed]).changed == (replace(changed, id="dam-2"),)
    assert archive.article("dam") == DAM
    assert [a.id for a in archive.versions("dam")] == ["dam", "dam-2"]
    assert [a.id for a in archive.articles(MORNING, MORNING + timedelta(days=1))] == ["dam-2"]
    assert archive.count() == 1


def test_a_changed_title_is_a_new_version(archive: Archive) -> None:
    archive.add([DAM])
    assert archive.add([replace(DAM, title="Dam opens at last")]).changed[0].id == "dam-2"


def test_a_file_that_holds_an_article_and_its_update_changes_nothing_when_it_is_read_again(
    archive: Archive,
) -> None:
    update = replace(DAM, text="The dam opened. Two ministers cheered.")
    first = archive.add([DAM, MAYOR, update])
    assert (len(first.stored), len(first.changed)) == (2, 1)
    again = archive.add([DAM, MAYOR, update])
    assert (again.stored, again.changed) == ((), ())
    assert sorted(again.known) == ["dam", "dam-2", "mayor"]
    start, end = MORNING - timedelta(days=1), MORNING + timedelta(days=1)
    assert [a.text for a in archive.articles(start, end) if a.title == "Dam opens"] == [update.text]


def test_an_outlet_that_goes_back_to_its_old_words_makes_no_third_version(
    archive: Archive,
) -> None:
    archive.add([DAM])
    archive.add([replace(DAM, text="The dam opened late.")])
    assert archive.add([DAM]) == Added(back=("dam",))
    assert archive.articles(MORNING, MORNING + timedelta(days=1)) == (DAM,)
    assert len(archive.versions("dam")) == 2


def test_the_wording_of_an_address_is_the_current_and_the_last_stored(archive: Archive) -> None:
    first = article("The dam opened.", title="Dam", url="https://gazette.example/dam", id="dam")
    later = replace(first, title="Dam opens at last")
    archive.add([first])
    archive.add([later])
    archive.add([first])
    (found,) = archive.stored().values()
    assert found.retrieved == first.retrieved
    titles = [title for title, _ in found.wordings[first.source.id]]
    assert titles == ["Dam", "Dam opens at last"]


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("backwards", [True, False])
@pytest.mark.parametrize("updated", [True, False])
def test_the_version_of_the_latest_time_is_the_current_one_whichever_was_read_last(
    archive: Archive, at_once: bool, backwards: bool, updated: bool
) -> None:
    noon = MORNING + timedelta(hours=6)
    late = replace(DAM, text="The dam opened late.")
    late = replace(late, updated=noon) if updated else replace(late, published=noon)
    given = [late, DAM] if backwards else [DAM, late]
    for some in [given] if at_once else [[one] for one in given]:
        archive.add(some)
    (current,) = archive.articles(MORNING, MORNING + timedelta(days=1))
    assert current.text == late.text
    assert len(archive.versions("dam")) == 2
    again = archive.add([DAM])  # the old one, read again, takes nothing back
    assert (len(again.known), again.back) == (1, ())


def test_a_new_version_without_a_time_is_the_current_one_though_the_old_was_updated(
    archive: Archive,
) -> None:
    archive.add([replace(DAM, updated=MORNING + timedelta(hours=6))])
    archive.add([replace(DAM, text="The dam leaks.", dated=False)])
    (current,) = archive.articles(MORNING, MORNING + timedelta(days=1))
    assert current.text == "The dam leaks."


def test_articles_given_in_any_order_are_stored_alike(path: Path) -> None:
    evening = MORNING + timedelta(hours=12)
    moved = replace(DAM, id="moved", url="https://gazette.example/moved", published=evening)
    undated = replace(DAM, text="The dam leaks.", dated=False, published=MORNING - timedelta(1))
    given = [DAM, moved, undated, MAYOR, replace(MAYOR, text="The mayor resigned at noon.")]
    held = []
    for number, some in enumerate((given, given[::-1], given[2:] + given[:2])):
        with Archive.open(path.with_name(f"{number}.sqlite")) as archive:
            archive.add(some)
            held.append([archive.versions(one) for one in ("dam", "mayor", "moved")])
    assert held[0] == held[1] == held[2]
    assert [a.text for a in held[0][0]] == [DAM.text, undated.text]
    assert [len(versions) for versions in held[0]] == [2, 2, 0]


def test_no_other_outlet_can_change_an_article(archive: Archive) -> None:
    archive.add([DAM])
    forged = replace(DAM, source=Source("evil", "Evil"), text="The dam burst.")
    assert archive.add([forged]).stored == (replace(forged, id="dam-2"),)
    found = archive.articles(MORNING, MORNING + timedelta(days=1))
    assert [(a.id, a.source.id) for a in found] == [("dam", "gazette"), ("dam-2", "evil")]


def test_an_undated_page_that_changes_each_day_is_not_news_each_day(archive: Archive) -> None:
    later = MORNING + timedelta(days=1)
    page = replace(DAM, dated=False)
    archive.add([page])
    again = replace(page, text="The dam opened. 17 comments", published=later, retrieved=later)
    (changed,) = archive.add([again]).changed
    assert (changed.published, changed.retrieved) == (MORNING, later)
    assert archive.articles(later, later + timedelta(days=1)) == ()


def test_articles_come_oldest_first_within_a_half_open_window(archive: Archive) -> None:
    hours = [3, 0, 2, 1]
    archive.add(article(f"Hour {h}.", id=f"h{h}", at=MORNING + timedelta(hours=h)) for h in hours)
    found = archive.articles(MORNING, MORNING + timedelta(hours=3))
    assert [a.id for a in found] == ["h0", "h1", "h2"]


def test_articles_are_found_by_their_ids_in_the_order_of_time(archive: Archive) -> None:
    later = replace(MAYOR, published=MORNING + timedelta(hours=1))
    archive.add([later, DAM])
    assert archive.articles_by_id(["mayor", "dam", "dam", "none"]) == (DAM, later)


def test_an_outlet_goes_by_its_last_name(archive: Archive) -> None:
    renamed = replace(DAM.source, name="The New Gazette")
    archive.add([DAM, MAYOR, replace(DAM, id="x", url="", text="More.", source=renamed)])
    assert archive.sources() == ((renamed, 2), (MAYOR.source, 1))
    assert archive.article("dam") == DAM


def test_each_batch_is_reported_once_it_is_safe(archive: Archive, path: Path) -> None:
    seen = []

    def look(added: Added) -> None:
        with Archive.open(path, read_only=True) as other:
            seen.append((len(added.stored), other.count()))

    archive.add((article(f"Text {n}.", id=f"n{n}") for n in range(250)), committed=look)
    assert seen == [(100, 100), (100, 200), (50, 250)]


def test_a_batch_that_breaks_leaves_nothing_of_itself(archive: Archive) -> None:
    def broken() -> Iterator[Article]:
        yield DAM
        yield replace(MAYOR, authors=(None,))  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        archive.add(broken())
    assert archive.count() == 0
    assert archive.add([DAM]).stored == (DAM,)


def test_half_characters_and_null_characters_are_replaced_one_for_one(archive: Archive) -> None:
    broken = replace(DAM, text="a\ud800b\x00c", title="\udfff", authors=("A\udc80",))
    (stored,) = archive.add([broken]).stored
    assert (stored.text, stored.title) == ("a\ufffdb\ufffdc", "\ufffd")
    assert stored.authors == ("A\ufffd",)
    assert archive.article("dam") == stored


def test_a_stored_text_cannot_be_changed_or_deleted(archive: Archive) -> None:
    archive.add([DAM])
    with pytest.raises(ArchiveError, match="never changed"):
        archive.database.rows("UPDATE article SET text = 'The dam burst.'")
    with pytest.raises(ArchiveError, match="never deleted"):
        archive.database.rows("DELETE FROM article")


storable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
moments = st.datetimes(
    datetime(1900, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
)
articles = st.builds(
    Article,
    id=st.text("abc123", min_size=1, max_size=3),
    source=st.builds(Source, id=st.text("xy", max_size=1), name=storable, section=storable),
    url=st.sampled_from(["", "https://a.example/1", "https://b.example/2"]),
    title=storable,
    text=storable,
    published=moments,
    retrieved=moments,
    updated=st.none() | moments,
    authors=st.lists(storable, max_size=2).map(tuple),
    section=storable,
    language=storable,
    dated=st.just(True),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(articles, max_size=8))
def test_the_archive_gives_back_exactly_what_it_stored(given_articles: list[Article]) -> None:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a") as archive:
        added = archive.add(given_articles)
        for stored in added.stored:
            assert archive.article(stored.id) == stored
        became = (added.stored, added.changed, added.known, added.back)
        assert sum(map(len, became)) == len(given_articles)
        assert not archive.add(given_articles[-1:]).stored
        archive.check()


# --- editions -------------------------------------------------------------------------


def story(
    name: str, headline: str, *places: tuple[Article, int, int], **more: Any
) -> dict[str, Any]:
    statements = [
        {
            "id": f"{name}.{n}",
            "place": {"article": a.id, "start": s, "end": e, "text": a.text[s:e], "source": 1},
        }
        for n, (a, s, e) in enumerate(places)
    ]
    cited = [a.id for a, _, _ in places]
    return {
        "id": name,
        "status": "new",
        "section": "World",
        "headline": headline,
        "headline_article": cited[0],
        "statements": statements,
        "voices": [],
        "sources": [{"article": article, "copies": []} for article in sorted(set(cited))],
    }


def edition(day: date, *stories: dict[str, Any], also: tuple[Any, ...] = ()) -> Edition:
    content: Any = {
        "day": day.isoformat(),
        "window": {
            "start": f"{day}T00:00:00Z",
            "end": f"{day + timedelta(days=1)}T00:00:00Z",
            "time_zone": "UTC",
        },
        "settings": {"stories": 12},
        "stories": list(stories),
        "also": list(also),
    }
    return content  # type: ignore[no-any-return]


OPENED = story("s-dam", "Dam opens", (DAM, 0, 15))
CHEERED = story("s-dam", "Ministers cheer", (DAM, 16, 34))
RESIGNED = story("s-mayor", "Mayor resigns", (MAYOR, 0, 19))


def record(archive: Archive, content: Edition, **more: Any) -> int:
    archive.add([DAM, MAYOR])
    return archive.record(content, ["dam", "mayor"], made=MORNING, **more)


def test_an_edition_comes_back_as_it_was_recorded(archive: Archive) -> None:
    content = edition(FIRST, OPENED, also=(RESIGNED,))
    assert record(archive, content, versions={"briefing": "0.1"}) == 1
    assert archive.edition(FIRST) == content
    assert archive.edition(SECOND) is None
    assert archive.edition_articles(FIRST) == ("dam", "mayor")
    (held,) = archive.editions()
    assert (held.day, held.revision, held.articles, held.stories) == (FIRST, 1, 2, 2)
    assert (held.settings, held.versions) == ({"stories": 12}, {"briefing": "0.1"})
    assert held.end - held.start == timedelta(days=1)


def test_a_full_disk_is_told_as_one_though_the_database_calls_it_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    usage = SimpleNamespace(free=4096)
    monkeypatch.setattr("briefing.archive.database.shutil.disk_usage", lambda _: usage)
    with pytest.raises(ArchiveError, match="the disk is full"), explained(tmp_path / "a.sqlite"):
        raise error
    usage.free = 10**9
    with pytest.raises(ArchiveError, match="the disk failed"), explained(tmp_path / "a.sqlite"):
        raise error


def test_a_refreshed_edition_is_a_revision_and_the_old_one_stays(archive: Archive) -> None:
    old, new = edition(FIRST, OPENED), edition(FIRST, CHEERED)
    assert [record(archive, content) for content in (old, old, new)] == [1, 1, 2]
    assert archive.edition(FIRST) == new
    assert archive.edition(FIRST, revision=1) == old
    assert [e.current for e in archive.editions(revisions=True)] == [False, True]
    assert archive.history(SECOND, 3).printed == (Printed(FIRST, "s-dam", "Ministers cheered."),)


def test_each_reader_has_an_edition_and_a_history(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED))
    record(archive, edition(FIRST, RESIGNED), reader="ada")
    assert archive.edition(FIRST, "ada") == edition(FIRST, RESIGNED)
    assert [p.story for p in archive.history(SECOND, 3).printed] == ["s-dam"]
    assert [p.story for p in archive.history(SECOND, 3, "ada").printed] == ["s-mayor"]


def test_history_is_what_the_days_before_printed(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED, also=(RESIGNED,)))
    reprinted = edition(SECOND, CHEERED)
    reprinted["stories"][0]["sources"][0]["copies"] = [{"article": "mayor"}]
    record(archive, reprinted)
    record(archive, edition(THIRD, RESIGNED))
    history = archive.history(THIRD, 2)
    assert history.printed == (
        Printed(FIRST, "s-dam", "The dam opened."),
        Printed(SECOND, "s-dam", "Ministers cheered."),
    )
    assert history.known == (
        Known("s-dam", frozenset({"dam", "mayor"}), (FIRST, SECOND), "Ministers cheer"),
        Known("s-mayor", frozenset({"mayor"}), (FIRST,), "Mayor resigns"),
    )


def test_an_edition_without_a_story_is_the_one_before_too(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED))
    record(archive, edition(SECOND))
    assert archive.history(THIRD, 3).latest == SECOND
    assert archive.history(SECOND, 3).latest == FIRST
    assert archive.history(FIRST, 3).latest is None


def test_a_day_made_again_sees_only_the_days_before_it(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED))
    before = archive.history(SECOND, 3)
    record(archive, edition(SECOND, CHEERED))
    record(archive, edition(THIRD, CHEERED))
    assert archive.history(SECOND, 3) == before


def test_a_known_story_has_all_its_days_even_those_before_the_period(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED))
    record(archive, edition(SECOND, CHEERED))
    (known,) = archive.history(THIRD, 1).known
    assert known.days == (FIRST, SECOND)


def test_the_course_of_a_story(archive: Archive) -> None:
    record(archive, edition(FIRST, OPENED))
    record(archive, edition(SECOND, also=(CHEERED,)))
    course = archive.story("s-dam")
    assert [(s.day, s.told, s.headline) for s in course] == [
        (FIRST, True, "Dam opens"),
        (SECOND, False, "Ministers cheer"),
    ]
    assert [line.text for line in course[0].statements] == ["The dam opened."]
    assert course[0].articles == ("dam",)
    assert [s.headline_of for s in course] == ["dam", "dam"]
    assert archive.story("none") == ()


def test_an_edition_cannot_cite_what_the_archive_does_not_have(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="cites article dam, which is not in the archive"):
        archive.record(edition(FIRST, OPENED), [], made=MORNING)
    assert archive.editions() == ()


def test_a_printed_statement_is_found_by_characters_not_bytes(archive: Archive) -> None:
    text = "Zoë 🎉 said no. Łukasz said yes."
    cafe = article(text, id="cafe")
    archive.add([cafe])
    start = text.index("Łukasz")
    told = edition(FIRST, story("s", "Yes", (cafe, start, len(text))))
    archive.record(told, ["cafe"], made=MORNING)
    assert archive.history(SECOND, 1).printed[0].text == "Łukasz said yes."


# --- servers --------------------------------------------------------------------------


def test_validators_are_remembered_by_address(archive: Archive) -> None:
    url = "https://gazette.example/feed"
    assert archive.validators(url) == Validators()
    archive.set_validators(url, Validators('"abc"', "Thu, 15 Jan 2026 06:00:00 GMT"))
    archive.set_validators(url, Validators('"def"'))
    assert archive.validators(url) == Validators('"def"', "")


def test_a_source_is_failing_since_its_first_failure_in_a_row(archive: Archive) -> None:
    hours = [MORNING + timedelta(hours=h) for h in range(4)]
    archive.source_answered("post", hours[0])
    archive.source_failed("post", hours[1], "timed out")
    archive.source_failed("post", hours[2], "HTTP 500")
    assert archive.health() == (Health("post", hours[0], hours[1], 2, "HTTP 500"),)
    archive.source_answered("post", hours[3])
    assert archive.health() == (Health("post", hours[3], None, 0, ""),)


# --- locks, backups -------------------------------------------------------------------


def test_the_second_hears_who_holds_the_archive(archive: Archive, path: Path) -> None:
    with archive.lock("make"), Archive.open(path) as second:
        holder = rf"process {os.getpid()} on .* \(make\), since"
        with pytest.raises(ArchiveError, match=holder), second.lock("fetch"):
            pass
        assert second.add([DAM]).stored == (DAM,)
    with Archive.open(path) as second, second.lock("fetch"):
        pass


def test_who_waits_hears_once_and_at_once_for_whom(archive: Archive, path: Path) -> None:
    told: list[str] = []
    with archive.lock("make"), Archive.open(path) as second:
        waiting = second.lock("fetch", wait_seconds=0.3, tell=told.append)
        with pytest.raises(ArchiveError), waiting:
            pass
    (words,) = told
    assert words.startswith(f"process {os.getpid()} on ")
    assert words.endswith(" holds the archive: waiting until it has ended")


def test_a_lock_may_be_taken_again_inside_itself(archive: Archive) -> None:
    with archive.lock("run"):
        with archive.lock("make"):
            pass
        second = Archive.open(archive.path)
        with second, pytest.raises(ArchiveError, match="run"), second.lock("fetch"):
            pass


def _add_with_lock(path: Path, name: str) -> None:
    with Archive.open(path) as archive, archive.lock(name, wait_seconds=30):
        archive.add([article(f"Text of {name}.", id=name)])


def test_two_processes_wait_for_each_other(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=_add_with_lock, args=(path, name)) for name in ("one", "two")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with Archive.open(path) as archive:
        assert archive.count() == 2


def test_a_writer_that_never_ends_is_named_as_the_cause(archive: Archive, path: Path) -> None:
    second = Archive.open(path, wait_seconds=0)
    busy = pytest.raises(ArchiveError, match="another program is writing")
    with second, archive.database.transaction(), busy:
        second.add([DAM])


def test_a_backup_is_one_whole_archive(archive: Archive, tmp_path: Path) -> None:
    archive.add([DAM])
    archive.backup(tmp_path / "copy.sqlite")
    with Archive.open(tmp_path / "copy.sqlite", read_only=True) as copy:
        assert copy.article("dam") == DAM
    assert {p.name for p in tmp_path.iterdir() if p.is_file()} == {"copy.sqlite"}


def test_a_full_disk_under_a_backup_names_the_backup(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(partial: Path, **options: Any) -> sqlite3.Connection:
        copy = real(partial, **options)
        copy.execute("PRAGMA max_page_count = 1")
        return copy

    real = sqlite3.connect
    archive.add([DAM])
    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(ArchiveError, match=r"disk is full, the archive .*/copy\.sqlite could not"):
        archive.backup(tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


def test_a_backup_overwrites_only_when_forced(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_text("precious")
    with pytest.raises(UsageError, match="is there already"):
        archive.backup(target)
    assert target.read_text() == "precious"
    archive.backup(target, force=True)
    with Archive.open(target) as copy:
        copy.check()


def test_a_backup_is_never_written_over_the_archive(archive: Archive, path: Path) -> None:
    with pytest.raises(UsageError, match="is the archive itself"):
        archive.backup(path.parent / ".." / path.parent.name / path.name, force=True)


def test_a_backup_into_no_folder_says_so(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no folder .*none for the backup"):
        archive.backup(tmp_path / "none" / "copy.sqlite")


# --- what may be wrong with a file ------------------------------------------------------


def test_a_text_file_is_no_archive(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Buy milk. " * 200)
    with pytest.raises(ArchiveError, match=r"notes.txt is not an archive of briefing"):
        Archive.open(notes)
    assert notes.read_text().startswith("Buy milk.")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE visits (url TEXT)")
    with pytest.raises(ArchiveError, match="database of another program"):
        Archive.open(other)


def test_a_damaged_archive_is_said_to_be_damaged(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(article(f"Text {n}. " * 50, id=f"n{n}") for n in range(200))
    pages = bytearray(path.read_bytes())
    pages[8192:-8192] = b"\x55" * (len(pages) - 16384)
    path.write_bytes(pages)
    with pytest.raises(ArchiveError, match="is damaged"), Archive.open(path) as archive:
        archive.check()


def test_a_cut_archive_is_said_to_be_damaged(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(article(f"Text {n}. " * 50, id=f"n{n}") for n in range(200))
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(ArchiveError, match="is damaged"), Archive.open(path) as archive:
        archive.check()


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive.open(tmp_path)


def test_reading_makes_no_archive(path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive at"):
        Archive.open(path, read_only=True)
    assert not path.exists()


def test_a_reader_cannot_write(archive: Archive, path: Path) -> None:
    reader = Archive.open(path, read_only=True)
    with reader, pytest.raises(ArchiveError, match="may only be read"):
        reader.add([DAM])


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match=r"file/archive.sqlite cannot be reached"):
        Archive.open(tmp_path / "file" / "archive.sqlite")


def test_a_name_that_no_disk_can_hold_is_an_error_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be reached"):
        Archive.open(tmp_path / ("a" * 300))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(ArchiveError, match="check who may read and write"):
        Archive.open(path)


def test_a_full_disk_is_said_to_be_full_and_loses_nothing(archive: Archive) -> None:
    archive.add([DAM])
    (pages,) = archive.database.row("PRAGMA page_count") or (0,)
    archive.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveError, match="the disk is full"):
        archive.add(article(f"Text {n}. " * 500, id=f"n{n}") for n in range(50))
    archive.database.rows("PRAGMA max_page_count = 1000000")
    assert archive.count() == 1
    assert archive.add([MAYOR]).stored == (MAYOR,)


def test_the_lock_file_says_who_holds_it(archive: Archive, path: Path) -> None:
    with archive.lock("make"):
        written = json.loads(path.with_name(path.name + ".lock").read_text())
    assert (written["pid"], written["purpose"]) == (os.getpid(), "make")
