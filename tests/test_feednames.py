"""What the outlet of a feed is called."""

from __future__ import annotations

import pytest

from briefing.ingest.feednames import outlet

HARBOUR = "https://www.harbourpost.example/world"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour Post", "Harbour Post"),
        ("Harbour Post - World", "Harbour Post"),
        ("World news | Harbour Post", "Harbour Post"),
        ("Harbour Post > Top Stories", "Harbour Post"),
        ("The Harbour Post: All stories", "The Harbour Post"),
        ("Harbour Post: the voice of the coast", "Harbour Post"),
        ("Harbour Post -", "Harbour Post"),
        ("Harbour Post Search Records Found 20", "Harbour Post"),
        ("Harbour Topics: Latest", "Harbour"),
        ("World", "harbourpost.example"),
        ("World News: Breaking news, politics, crime and more", "harbourpost.example"),
        ("Schlagzeilen", "harbourpost.example"),
        ("Actualités", "harbourpost.example"),
        ("", "harbourpost.example"),
    ],
)
def test_a_rubric_is_no_part_of_the_outlets_name(title: str, name: str) -> None:
    assert outlet(title, HARBOUR) == name


def test_a_name_that_looks_like_a_rubric_is_kept_where_the_host_is_called_so() -> None:
    assert outlet("The World", "https://theworld.example") == "The World"
    assert outlet("Search Engine Times", "https://searchenginetimes.example") == (
        "Search Engine Times"
    )


def test_of_two_names_neither_of_which_is_the_hosts_the_title_is_kept() -> None:
    assert outlet("Mara Quill - Notes", "https://blog.example") == "Mara Quill - Notes"


def test_without_an_address_a_rubric_is_all_that_is_known() -> None:
    assert outlet("World", "") == "World"
