from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.archive import Archive, Hit, Quoted
from briefing.archive.words import folded, match
from briefing.edition import Edition
from briefing.errors import ArchiveError
from briefing.model import Article, Mention, Quote, Span, Speaker
from tests.builders import MORNING, article

DAM = article(
    "The dam at Erdoğan Lake opened. “We are glad,” said Ada Brook, the engineer.",
    title="Dam opens",
    id="dam",
)
STRIKE = article(
    "Teachers strike again. “Enough,” said Bo Lind. “We strike for all,” said Brook.",
    title="Strikes go on",
    id="strike",
    outlet="Post",
    at=MORNING + timedelta(days=1),
)
ADA = Speaker("ada-brook", "Ada Brook", "the engineer", ("Ada Brook", "Brook", "Áda Brook"))
BO = Speaker("bo-lind", "Bo Lind", "", ("Bo Lind",))


def quote(of: Article, words: str, by: str, role: str = "") -> Quote:
    start, named = of.text.index(words), of.text.index(by)
    said = of.text.index("said")
    return Quote(
        article=of,
        contents=(Span(start, start + len(words)),),
        cue=Span(said, said + 4),
        speaker=Mention(Span(named, named + len(by)), by, by, role),
        kind="direct",
    )


GLAD = quote(DAM, "We are glad", "Ada Brook", "the engineer")
ENOUGH = quote(STRIKE, "Enough", "Bo Lind")
FOR_ALL = quote(STRIKE, "We strike for all", "Brook")
PEOPLE = {GLAD: ADA, ENOUGH: BO, FOR_ALL: ADA}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        archive.add([DAM, STRIKE])
        archive.store_quotes([DAM, STRIKE], PEOPLE, PEOPLE, "v1")
        yield archive


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.article for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [mark.of(hit.excerpt) for mark in hit.marks]


# --- words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("dam", '"dam"'),
        ("dam lake", '"dam" "lake"'),
        ('"dam at"  lake*', '"dam at" "lake"*'),
        ('"dam a"*', '"dam a"*'),
        ("title:dam AND (x", '"title:dam" "AND" "(x"'),
        ("***", ""),
        ('"', ""),
        ('un"closed', '"un" "closed"'),
        ("", ""),
    ],
)
def test_what_is_typed_becomes_a_query(typed: str, query: str) -> None:
    assert match(typed) == query


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.sampled_from("ab \"'*^:(){}-+.,\\\x00ORNT\ud800é"), max_size=30))
def test_nothing_that_is_typed_is_a_syntax_error(archive: Archive, typed: str) -> None:
    archive.search(typed)
    archive.search(typed, "quotes")
    archive.quotes_of("brook", topic=typed)


def test_a_long_query_is_cut() -> None:
    assert len(match("word " * 100_000).split()) == 32
    assert match('"' * 100_000) == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada  BROOK", "ada brook"), ("J. Nuñez-Ōta", "j nunez ota"), ("Øre", "øre"), ("--", "")],
)
def test_names_are_compared_without_case_marks_and_points(name: str, expected: str) -> None:
    assert folded(name) == expected


# --- search ---------------------------------------------------------------------------


def test_words_are_found_in_title_and_text_in_all_their_forms(archive: Archive) -> None:
    assert ids(archive.search("striking")) == ["strike"]
    assert ids(archive.search("opens")) == ["dam"]
    assert ids(archive.search("erdogan")) == ["dam"]
    assert ids(archive.search("dam strike")) == []


def test_phrases_and_beginnings_are_found(archive: Archive) -> None:
    assert ids(archive.search('"dam at"')) == ["dam"]
    assert ids(archive.search('"at dam"')) == []
    assert ids(archive.search("teach*")) == ["strike"]


def test_an_excerpt_shows_where_the_words_stand(archive: Archive) -> None:
    (hit,) = archive.search("glad")
    assert marked(hit) == ["glad"]
    assert hit.excerpt == DAM.text
    assert (hit.outlet, hit.title, hit.url) == ("Gazette", "Dam opens", DAM.url)


def test_control_characters_in_a_text_do_not_break_an_excerpt(archive: Archive) -> None:
    archive.add([article("\x03A \x02weir\x03 of \x02stone.", id="odd")])
    (hit,) = archive.search("stone")
    assert "stone" in "".join(marked(hit))


def test_a_word_in_the_title_counts_more(archive: Archive) -> None:
    archive.add([article("Nothing else than a dam and a lake and a weir.", id="by-the-way")])
    assert ids(archive.search("dam")) == ["dam", "by-the-way"]


def test_equal_matches_come_in_the_order_of_their_ids(archive: Archive) -> None:
    same = [article("A comet.", id=name, outlet=name) for name in ("z", "m", "a")]
    random.Random(1).shuffle(same)
    archive.add(same)
    assert ids(archive.search("comet")) == ["a", "m", "z"]
    assert ids(archive.search("comet", limit=2)) == ["a", "m"]


def test_only_the_current_version_is_found(archive: Archive) -> None:
    archive.add([article("The weir opened.", title="Dam opens", id="dam")])
    assert ids(archive.search("glad")) == []
    assert ids(archive.search("weir")) == ["dam-2"]
    assert archive.search("glad", "quotes") == ()
    assert [said.article for said in archive.quotes_of("Ada Brook")] == ["strike"]


def test_quotes_are_found_by_their_words_with_their_speaker(archive: Archive) -> None:
    (hit,) = archive.search("strike", "quotes")
    assert (hit.article, hit.speaker, hit.excerpt) == ("strike", "Ada Brook", "We strike for all")
    assert marked(hit) == ["strike"]


# --- who said what --------------------------------------------------------------------


def test_all_that_a_person_is_quoted_with_oldest_first(archive: Archive) -> None:
    said = archive.quotes_of("brook")
    assert [(s.article, s.text) for s in said] == [
        ("dam", "We are glad"),
        ("strike", "We strike for all"),
    ]
    first = said[0]
    assert (first.speaker, first.label, first.role) == ("Ada Brook", "Ada Brook", "the engineer")
    assert (first.cue, first.kind, first.published) == ("said", "direct", MORNING)
    assert " ".join(span.of(DAM.text) for span in first.contents) == first.text


@pytest.mark.parametrize("name", ["Ada Brook", "ada", "ÁDA", "Brook, Ada"])
def test_a_speaker_is_found_by_any_words_of_a_name(archive: Archive, name: str) -> None:
    assert len(archive.quotes_of(name)) == 2


@pytest.mark.parametrize("name", ["", "%", "Broo", "Bo Brook", "' OR 1=1 --"])
def test_no_other_speaker_is_found(archive: Archive, name: str) -> None:
    assert archive.quotes_of(name) == ()


def test_quotes_of_a_period_and_on_a_topic(archive: Archive) -> None:
    tomorrow = MORNING + timedelta(days=1)
    assert [s.text for s in archive.quotes_of("brook", since=tomorrow)] == ["We strike for all"]
    assert [s.text for s in archive.quotes_of("brook", until=tomorrow)] == ["We are glad"]
    assert [s.text for s in archive.quotes_of("brook", topic="glad")] == ["We are glad"]
    by_title = archive.quotes_of("brook", topic="dam opens")
    assert [s.text for s in by_title] == ["We are glad"]
    assert archive.quotes_of("brook", topic="--") == ()


def test_the_speakers_of_a_period_with_their_counts(archive: Archive) -> None:
    assert archive.speakers() == (
        Quoted(
            "ada-brook", "Ada Brook", "the engineer", quotes=2, articles=2, outlets=2, stories=0
        ),
        Quoted("bo-lind", "Bo Lind", "", quotes=1, articles=1, outlets=1, stories=0),
    )
    (ada, _) = archive.speakers(since=MORNING + timedelta(hours=1))
    assert (ada.name, ada.role, ada.quotes) == ("Ada Brook", "", 1)


def test_the_same_words_in_two_articles_are_one_quote(archive: Archive) -> None:
    reprint = article(DAM.text, title="Dam", outlet="Herald", id="reprint")
    again = quote(reprint, "We are glad", "Ada Brook")
    archive.add([reprint])
    archive.store_quotes([reprint], [again], {again: ADA}, "v1")
    ada = archive.speakers()[0]
    assert (ada.quotes, ada.articles) == (2, 3)


def test_a_newer_extractor_replaces_what_an_older_one_found(archive: Archive) -> None:
    assert archive.without_quotes("v1") == ()
    assert archive.without_quotes("v2") == ("dam", "strike")
    archive.store_quotes([DAM], [], {}, "v2")
    assert archive.without_quotes("v2") == ("strike",)
    assert [s.article for s in archive.quotes_of("brook")] == ["strike"]
    assert archive.search("glad", "quotes") == ()
    archive.check()


def test_quotes_of_an_article_that_is_not_there_are_refused(archive: Archive) -> None:
    stray = article("“No,” said Brook.", id="stray")
    with pytest.raises(ArchiveError, match="quotes of article stray cannot be kept"):
        archive.store_quotes([stray], [], {}, "v1")


def test_a_quote_of_nobody_in_particular_is_found_by_its_words(archive: Archive) -> None:
    officials = article("“No comment,” a senior official said.", id="officials")
    unnamed = quote(officials, "No comment", "a senior official")
    archive.add([officials])
    archive.store_quotes([officials], [unnamed], {}, "v1")
    (hit,) = archive.search("comment", "quotes")
    assert hit.speaker == "a senior official"
    assert [s.name for s in archive.speakers()] == ["Ada Brook", "Bo Lind"]


def test_the_stories_of_a_speaker_are_those_of_editions_that_count(archive: Archive) -> None:
    def edition(*names: str) -> Edition:
        stories = [
            {
                "id": name,
                "status": "new",
                "section": "",
                "headline": "",
                "sources": [{"article": "dam", "copies": []}],
            }
            for name in names
        ]
        window = {"start": "2026-01-15", "end": "2026-01-16", "time_zone": "UTC"}
        content: Any = {
            "day": "2026-01-15",
            "window": window,
            "settings": {},
            "stories": [],
            "also": stories,
        }
        return content  # type: ignore[no-any-return]

    archive.record(edition("s1", "s2"), ["dam"], made=MORNING)
    assert archive.speakers()[0].stories == 2
    archive.record(edition("s1"), ["dam"], made=MORNING)
    assert archive.speakers()[0].stories == 1
