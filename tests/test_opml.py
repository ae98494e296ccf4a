"""Lists of feeds, in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.ingest.opml import opml, subscriptions
from briefing.model import Source, Subscription

LIST = b"""<?xml version="1.0" encoding="utf-8"?>
<opml version="1.0"><head><title>News & more</title></head><body>
<outline text="World"><outline text="Far">
 <outline title="Caf\xc3\xa9 Post &amp; Sons" text="x" xmlUrl="https://post.example/?a=1&b=2"/>
  <outline text="" xmlurl="https://gazette.example/feed" language="EN"/>
</outline></outline>
<outline text="Post" xmlUrl="https://post.example/?a=1&amp;b=2"/>
<outline text="Gazette.example" xmlUrl="https://gazette.example/other"/>
<outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="Odd" xmlUrl="http://["/>
</body></opml>"""


def test_feeds_are_found_however_nested_each_address_once() -> None:
    assert [one.source for one in subscriptions(LIST)] == [
        Source("cafe-post-sons", "Café Post & Sons", "https://post.example/?a=1&b=2", "Far"),
        Source("gazette-example", "gazette.example", "https://gazette.example/feed", "Far", "en"),
        Source("gazette-example-2", "Gazette.example", "https://gazette.example/other"),
    ]


@pytest.mark.parametrize("body", [b"", b"hello", b"<rss></rss>", b"<html><body>OPML</body></html>"])
def test_what_is_no_list_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(InputError, match=r"^feeds\.opml is not an OPML file"):
        subscriptions(body, "feeds.opml")


def test_what_is_written_is_read_again() -> None:
    feeds = tuple(
        Subscription(Source(name.lower(), name, f"https://{name}.example/?a=1&b=2", section, "de"))
        for name, section in [("Post", "World"), ("Gazette", ""), ("Herald", "World & West")]
    )
    again = subscriptions(opml(feeds))
    assert sorted(again, key=str) == sorted(feeds, key=str)


def test_pages_and_folders_are_left_out() -> None:
    page = Subscription(Source("post", "Post", "https://post.example/"), "page")
    assert subscriptions(opml([page])) == ()


def test_entities_are_neither_looked_up_nor_unfolded() -> None:
    laughs = '<!ENTITY file SYSTEM "file:///etc/hostname">'
    laughs += "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    bomb = (
        f'<!DOCTYPE opml [<!ENTITY l0 "ha">{laughs}]><opml><body>'
        '<outline text="&file;&l11;" xmlUrl="https://post.example/"/></body></opml>'
    )
    assert len(subscriptions(bomb.encode())[0].source.name) < 40


@given(st.text(), st.text())
def test_any_name_can_be_written(name: str, section: str) -> None:
    one = Subscription(Source("post", name, "https://post.example/", section))
    assert [s.source.url for s in subscriptions(opml([one]))] == ["https://post.example/"]
