"""robots.txt by RFC 9309."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.web.robots import robots


def allows(text: str, path: str) -> bool:
    return robots(text, "briefing").allows(f"https://gazette.example{path}")


def test_our_own_group_counts_before_the_general_one() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: Briefing/2.0 # us\nDisallow: /x"
    assert allows(text, "/a")
    assert not allows(text, "/x/a")


def test_agents_in_a_row_share_their_rules() -> None:
    text = "user-agent: other\nuser-agent: briefing\n\ndisallow: /x\nuser-agent: third\ndisallow: /"
    assert not allows(text, "/x")
    assert allows(text, "/a")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow:", "/a", True),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*/c", "/abc/d/c", False),
        ("Disallow: /*?page=", "/list?page=2", False),
        ("Disallow: /%7Eann", "/~ann/news", False),
        ("Disallow: /caf\u00e9", "/caf%C3%A9", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("nonsense\nDisallow /a", "/a", True),
    ],
)
def test_the_longest_pattern_decides(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"\ufeffUser-agent: *\n{rules}", path) is allowed


@pytest.mark.parametrize(
    ("value", "delay"), [("2.5", 2.5), ("soon", None), ("-1", None), ("nan", None), ("1e999", None)]
)
def test_a_delay_is_a_number_of_seconds_or_nothing(value: str, delay: float | None) -> None:
    assert robots(f"User-agent: *\nCrawl-delay: {value}", "briefing").crawl_delay == delay


def test_a_thousand_stars_take_no_time() -> None:
    text = "User-agent: *\nDisallow: /" + "*a" * 1_000 + "b$"
    assert allows(text, "/" + "a" * 5_000)


@given(st.text(), st.text(alphabet="/ab*$%?4é", max_size=9))
def test_no_text_is_too_odd(text: str, path: str) -> None:
    robots(text, "briefing").allows(f"https://gazette.example/{path}")
    robots(f"User-agent: *\nDisallow: {text}", "briefing").allows(f"https://g.example/{path}")
