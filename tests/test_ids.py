from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.ids import article_id, canonical_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Gazette.Example:443/a", "https://gazette.example/a"),
        ("https://gazette.example", "https://gazette.example/"),
        (
            "https://gazette.example/a?utm_source=x&id=7&fbclid=y#top",
            "https://gazette.example/a?id=7",
        ),
        ("https://gazette.example/a?q=a%20b", "https://gazette.example/a?q=a%20b"),
        ("https://me:secret@gazette.example/a", "https://gazette.example/a"),
        (" https://gazette.example/a\n", "https://gazette.example/a"),
        ("ftp://gazette.example/a", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        ("https:///a", ""),
        ("", ""),
    ],
)
def test_canonical_url(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


def test_one_page_has_one_id_however_it_was_reached() -> None:
    plain = article_id("https://www.gazette.example/dam", "", "")
    assert plain == article_id("http://gazette.example/dam/?utm_medium=mail#c4", "x", "y")
    assert plain != article_id("https://gazette.example/dyke", "", "")


def test_without_url_the_content_names_it_white_space_aside() -> None:
    assert article_id("", "Dam opens", "It did.\n") == article_id("", " Dam  opens", "It did.")
    assert article_id("", "Dam opens", "It did.") != article_id("", "Dam opens", "It did not.")


@given(st.text())
def test_any_url_gives_an_id_and_canonical_is_stable(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once
    assert len(article_id(url, "t", "x")) == 16


def test_many_parameters_are_no_trouble() -> None:
    url = "https://gazette.example/?" + "&".join(f"a{i}=1" for i in range(5000)) + "&utm_id=1"
    assert canonical_url(url).startswith("https://gazette.example/?a0=1")
