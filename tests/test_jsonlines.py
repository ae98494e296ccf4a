"""Rows to articles."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.inputs import add
from briefing.errors import InputError
from briefing.ingest.jsonlines import KEYS, article, articles
from briefing.ingest.sources import named, slug
from briefing.model import Missed, Source
from briefing.text.ids import article_id
from tests.conftest import ROOT

NOW = datetime(2026, 1, 16, 9, tzinfo=UTC)


def row(**changes: object) -> dict[str, object]:
    base = {
        "id": "7",
        "title": "Dam opens",
        "text": "It opened.\r\n\r\n\r\nCrowds cheered.",
        "date": "2026-01-15",
        "source": "Harbour Post",
        "url": "https://post.example/dam?utm_source=x",
    }
    return base | changes


def test_a_row_becomes_an_article_named_by_its_address() -> None:
    found = article(row(author="Ann Lee and Bo Roe", section="World"), retrieved=NOW)
    assert found.source == Source("harbour-post", "Harbour Post")
    assert (found.title, found.text) == ("Dam opens", "It opened.\n\nCrowds cheered.")
    assert found.url == "https://post.example/dam"
    assert found.id == article_id("https://post.example/dam", "", "")
    assert (found.authors, found.section, found.dated) == (("Ann Lee", "Bo Roe"), "World", True)


@pytest.mark.parametrize(
    ("date", "zone", "published"),
    [
        ("2026-01-15", "UTC", "2026-01-15 12:00"),
        ("2026-01-15", "Asia/Tokyo", "2026-01-15 03:00"),
        ("2026-01-15T00:00:00", "UTC", "2026-01-15 12:00"),
        ("2026-01-15T00:00:00Z", "UTC", "2026-01-15 00:00"),
        ("2026-01-15 08:30", "America/New_York", "2026-01-15 13:30"),
        ("2026-01-15T08:30:00+02:00", "Asia/Tokyo", "2026-01-15 06:30"),
        ("2026-01-16", "UTC", "2026-01-16 09:00"),  # noon of today is still to come
    ],
)
def test_a_date_counts_for_its_day_in_the_editions_zone(
    date: str, zone: str, published: str
) -> None:
    found = article(row(date=date), retrieved=NOW, zone=ZoneInfo(zone))
    assert (found.published.strftime("%Y-%m-%d %H:%M"), found.dated) == (published, True)


@pytest.mark.parametrize(
    "date", ["", "yesterday", None, 7, "2026-01-17", "0001-01-01", "9999-12-31"]
)
def test_no_date_and_an_unbelievable_one_are_the_time_of_retrieval(date: object) -> None:
    found = article(row(date=date), retrieved=NOW, zone=ZoneInfo("Asia/Tokyo"))
    assert (found.published, found.dated) == (NOW, False)


def test_bad_lines_are_named_and_the_others_go_on() -> None:
    lines = [json.dumps(row()), "{broken", "", '["list"]', json.dumps(row(text=" ")), "7"]
    found, missed = articles("\n".join(lines).encode(), name="day.jsonl", retrieved=NOW)
    assert len(found) == 1
    assert missed == (
        Missed("day.jsonl", "line 2 is not JSON"),
        Missed("day.jsonl", "line 4 is not an object"),
        Missed("day.jsonl", "line 5 has no text"),
        Missed("day.jsonl", "line 6 is not an object"),
    )


def test_a_row_without_a_text_is_told_where_it_is_looked_for() -> None:
    rows = [{"headline": "Dam opens", "body": "It opened."}, {"title": "Dam opens"}]
    _, missed = articles("\n".join(map(json.dumps, rows)).encode(), name="x", retrieved=NOW)
    assert [one.reason for one in missed] == [
        'line 1 has no text: it is looked for under the key "text" (it has headline, body)',
        'line 2 has no text: it is looked for under the key "text"',
    ]


def test_the_help_and_the_documents_name_every_key_of_a_row() -> None:
    listed = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8").partition("a row?")[2]
    for key in KEYS:
        assert f"`{key}`" in listed.partition("\n## ")[0]
        assert re.search(rf"\b{key}\b", str(add.__doc__).partition("A row")[2])


def test_a_file_full_of_bad_lines_is_told_briefly() -> None:
    _, missed = articles(b"{\n" + b"x\n" * 99, name="day.jsonl", retrieved=NOW)
    assert missed[-1].reason == "the file is not JSON"
    _, missed = articles(b"x\n" * 99, name="day.jsonl", retrieved=NOW)
    assert (len(missed), missed[-1].reason) == (21, "79 further lines cannot be read either")


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_and_a_single_object_are_rows_too(indent: int | None) -> None:
    for whole in ([row(), row(text="")], row()):
        found, _ = articles(json.dumps(whole, indent=indent).encode(), name="x", retrieved=NOW)
        assert [a.title for a in found] == ["Dam opens"]


PROSE = "The council of Orvale said on Thursday that the dam would open before the spring."


def test_page_furniture_is_left_out_and_no_paragraph_of_the_article() -> None:
    text = f"Dam opens\n\nAdvertisement\n\n{PROSE}\n\nADVERTISEMENT\n\n{PROSE} Soon.\n\nShare this:"
    assert article(row(text=text), retrieved=NOW).text == f"{PROSE}\n\n{PROSE} Soon."


def test_what_a_source_prints_below_everything_is_left_out() -> None:
    below = "Lee Dahl has covered rivers for the Harbour Post since the first flood."
    rows = [row(text=f"{PROSE} {n}.\n\n{below}", url=f"https://p.example/{n}") for n in range(3)]
    found, _ = articles("\n".join(map(json.dumps, rows)).encode(), name="x", retrieved=NOW)
    assert [a.text for a in found] == [f"{PROSE} {n}." for n in range(3)]


def test_the_source_comes_from_the_row_the_caller_or_the_address() -> None:
    post = Source("harbour-post", "Harbour Post", section="World", language="en")
    assert article(row(), retrieved=NOW, source=post).source == post
    assert article(row(source=""), retrieved=NOW, source=post).source == post
    assert article(row(source="Gazette"), retrieved=NOW, source=post).source.id == "gazette"
    assert article(row(source=""), retrieved=NOW).source.name == "post.example"
    assert article(row(source="", url=""), retrieved=NOW).source.name == "unknown"


def test_slugs_are_plain_and_never_empty() -> None:
    assert slug("Café de l’Ést (Online)") == "cafe-de-lest-online"
    assert slug("Мост").startswith("source-")
    assert slug("Мост") != slug("Лес")
    assert named("  Two \n words ").name == "Two words"


def test_half_characters_and_controls_are_left_out() -> None:
    found = article(row(text="A\ud800b\x00c \u202ed.", title="T\x07"), retrieved=NOW)
    assert (found.text, found.title) == ("Abc d.", "T")


values = st.one_of(
    st.none(), st.integers(), st.text(), st.lists(st.text(), max_size=2), st.floats()
)


@given(st.dictionaries(st.sampled_from([*sorted(row()), "authors", "updated"]), values))
def test_any_row_is_an_article_or_an_input_error(odd: dict[str, object]) -> None:
    try:
        found = article({"text": "It rained."} | odd, retrieved=NOW)
    except InputError:
        return
    assert found.text
    assert found.published <= NOW


def test_what_the_versions_of_one_article_share_is_no_boilerplate() -> None:
    line = "The harbour board said on Monday that the north pier would close for repairs."
    rows = [row(text=f"{line}\n\nIt will cost {n} million crowns, it said.") for n in range(3)]
    rows.append({**rows[0], "url": "https://post.example/dam-2"})
    for some in (rows, rows[::-1]):
        body = "\n".join(map(json.dumps, some)).encode()
        found, _ = articles(body, name="a.jsonl", retrieved=NOW)
        assert [one.text for one in found] == [one["text"] for one in some]
