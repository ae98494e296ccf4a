from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.ingest import pages
from briefing.ingest.pages import article
from briefing.ingest.titles import headline
from briefing.model import Article
from tests.builders import source

NOW = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
URL = "https://www.gazette.example/news/world/2026/01/dam-opens"
PARAGRAPHS = (
    "The dam on the river Lunde opened on Friday, and thousands of people came to watch it.",
    "“We waited ten years for this,” said Ilse Marr, the mayor, who had asked for a delay.",
    "The builders had promised to finish it in 2020, but floods and a strike held them up.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(head: str = "", before: str = "", after: str = "", lang: str = ' lang="en"') -> str:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{before}{body}{after}</article><footer>© Gazette</footer></body></html>"
    )


def ld(**said: Any) -> str:
    about = json.dumps({"@type": "NewsArticle", **said})
    return f'<script type="application/ld+json">{about}</script>'


def read(html: str | bytes, url: str = URL) -> Article:
    return article(html, url=url, source=source(), retrieved=NOW)


def test_the_body_is_paragraphs_parted_by_empty_lines() -> None:
    assert read(page()).text == TEXT


def test_the_headline_is_without_the_outlet_and_not_repeated_in_the_text() -> None:
    found = read(page("<title>Dam opens at Lunde | Gazette</title>", "<h1>Dam opens at Lunde</h1>"))
    assert found.title == "Dam opens at Lunde"
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dam opens at Lunde - The Gazette", "Dam opens at Lunde"),
        ("Dam opens at Lunde | World | The Gazette", "Dam opens at Lunde | World"),
        ("The Gazette: Dam opens at Lunde", "Dam opens at Lunde"),
        ("Dam opens - and leaks", "Dam opens - and leaks"),
        ("Gazette", "Gazette"),
        ("WATCH: Dam opens", "WATCH: Dam opens"),
    ],
)
def test_only_the_outlets_name_is_cut_from_a_title(title: str, expected: str) -> None:
    assert headline([title], [], "The Gazette", "gazette.example") == expected


def test_a_heading_inside_the_title_is_the_headline() -> None:
    title = "Dam opens at Lunde | World news | Some Other Name"
    assert headline([title], ["Menu", "Dam opens at Lunde"], "", "") == "Dam opens at Lunde"


def test_furniture_in_the_body_goes() -> None:
    extra = "<p>Read more: Dam costs rise</p><p>Sign up for our newsletter to get more.</p>"
    assert read(page(after=extra)).text == TEXT


def test_json_ld_tells_authors_dates_and_section() -> None:
    head = ld(
        author=[{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Roe"}],
        datePublished="2026-01-14T22:30:00-05:00",
        dateModified="2026-01-15T05:00:00Z",
        articleSection=["World", "Dams"],
    )
    found = read(page(head))
    assert found.authors == ("Ann Lee", "Bo Roe")
    assert found.published == datetime(2026, 1, 15, 3, 30, tzinfo=UTC)
    assert found.updated == datetime(2026, 1, 15, 5, 0, tzinfo=UTC)
    assert (found.section, found.language, found.dated) == ("World", "en", True)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-01-14T08:00:00+01:00">',
        '<meta name="date" content="Wed, 14 Jan 2026 07:00:00 GMT">',
        '<meta itemprop="datePublished" content="2026-01-14 07:00:00 UTC">',
        ld(datePublished="2026/01/14 07:00:00"),
    ],
)
def test_dates_are_read_in_the_forms_that_pages_use(head: str) -> None:
    assert read(page(head)).published == datetime(2026, 1, 14, 7, 0, tzinfo=UTC)


def test_a_date_without_a_time_is_noon() -> None:
    found = read(page('<meta name="date" content="2026-01-14">'))
    assert found.published == datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("when", ["2027-01-14T07:00:00Z", "soon", "9999-99-99", "1" * 5000])
def test_a_date_that_cannot_be_is_not_believed(when: str) -> None:
    found = read(page(f'<meta name="date" content="{when}">'))
    assert (found.published, found.dated) == (NOW, False)


def test_the_canonical_address_is_believed_on_the_same_site_only() -> None:
    own = '<link rel="canonical" href="/world/dam?utm_source=x">'
    other = '<link rel="canonical" href="https://post.example/dam">'
    assert read(page(own)).url == "https://www.gazette.example/world/dam"
    assert read(page(other)).url == URL
    assert read(page(other), url="").url == "https://post.example/dam"


def test_the_address_tells_the_section_where_nothing_else_does() -> None:
    assert read(page()).section == "world"


def test_the_language_is_detected_where_the_page_does_not_say() -> None:
    assert read(page(lang="")).language == "en"


def test_an_unknown_outlet_is_named_by_the_page_else_by_its_host() -> None:
    named = article(page('<meta property="og:site_name" content="The Post">'), retrieved=NOW)
    assert (named.source.name, named.source.id) == ("The Post", "the-post")
    assert article(page(), url=URL, retrieved=NOW).source.name == "gazette.example"


def test_the_encoding_is_found() -> None:
    text = page('<meta charset="windows-1252">').replace("Lunde", "Lündé")
    assert "Lündé" in read(text.encode("windows-1252")).text
    assert "Lündé" in read(text.encode()).text
    assert "Lündé" in read(text.encode("utf-16")).text


def test_one_address_is_one_article_and_a_page_without_one_is_its_text() -> None:
    assert read(page()).id == read(page(after="<p>It rained all day in Lunde.</p>")).id
    assert read(page(), url="").id != read(page(after="<p>It rained in Lunde.</p>"), url="").id


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (b"", "no markup"),
        (b"just words", "no markup"),
        (b"<html><body></body></html>", "no article|cannot be read"),
        (b"\x00" * 1000, "no markup"),
        (b"<div>" * 20_000, "no article|cannot be read"),
        (b"<p>" + b"x" * pages.MAX_BYTES, "larger than"),
        (b"<" * 70_000, "tags"),
    ],
)
def test_what_is_no_article_is_an_input_error_that_says_why(html: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(html)


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type": 7, "author": [3]}</script>',
        ld(author=[1, {"name": 3}], headline=7, datePublished={}, articleSection=[[]]),
        ld(articleBody=[1], inLanguage=4, publisher="x"),
        '<link rel="canonical" href="http://[">',
        "<title>" + "a | b - " * 20_000 + "</title>",
        '<meta name="date" content="x">' * 5000,
    ],
)
def test_what_a_hostile_page_states_does_no_harm(head: str) -> None:
    assert read(page(head)).text == TEXT


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=200))
def test_any_bytes_are_an_article_or_an_input_error(junk: bytes, text: str) -> None:
    for html in (junk, b"<p>" + junk, f"<html><p>{text}</p>"):
        with suppress(InputError):
            assert read(html).text
