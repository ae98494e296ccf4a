"""Feeds of every kind, whole and broken, to entries; entries to articles."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.ingest import entries
from briefing.ingest.feeds import Entry, Feed, feed
from briefing.ingest.fragments import begun, is_cut, paragraphs, plain
from briefing.model import Source

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
GAZETTE = Source("gazette", "Gazette")


def rss(items: str, *, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    channel = f"<title>The Gazette</title><language>en-GB</language>{items}"
    return f'{head}<rss version="2.0" {spaces}><channel>{channel}</channel></rss>'.encode()


DAM = """<item><title>Dam opens at Orvale</title><link>https://gazette.example/dam</link>
<guid isPermaLink="false">g-1</guid><pubDate>Thu, 15 Jan 2026 08:30:00 +0200</pubDate>
<dc:creator>Ann Lee and Bo Roe</dc:creator><category>World</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>The dam opened.</p><p>Crowds cheered.</p>]]></content:encoded>
</item>"""


def only(found: Feed) -> Entry:
    assert len(found.entries) == 1
    return found.entries[0]


# --- formats --------------------------------------------------------------------------


def test_rss_tells_title_address_time_authors_and_text() -> None:
    found = feed(rss(DAM), "https://gazette.example/feed")
    entry = only(found)
    assert (found.title, found.language) == ("The Gazette", "en-gb")
    assert (entry.title, entry.url, entry.id) == (
        "Dam opens at Orvale",
        "https://gazette.example/dam",
        "g-1",
    )
    assert entry.published == datetime(2026, 1, 15, 6, 30, tzinfo=UTC)
    assert entry.authors == ("Ann Lee", "Bo Roe")
    assert entry.categories == ("World",)
    assert entries.text(entry) == "The dam opened.\n\nCrowds cheered."


def test_atom_is_read_with_its_update_and_relative_address() -> None:
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>
    <title type="html">Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</title>
    <link rel="alternate" href="/fish"/><id>tag:1</id><published>2026-01-14T10:00:00Z</published>
    <updated>2026-01-15T10:00:00+01:00</updated><author><name>Cy Dee</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
    </content></entry></feed>"""
    entry = only(feed(body, "https://post.example/atom.xml"))
    assert (entry.title, entry.url) == ("Fish & chips", "https://post.example/fish")
    assert entry.updated == datetime(2026, 1, 15, 9, tzinfo=UTC)
    assert entry.authors == ("Cy Dee",)
    assert entries.text(entry) == "One.\n\nTwo."


def test_rdf_is_read() -> None:
    body = b"""<?xml version="1.0" encoding="iso-8859-1"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://post.example/"><title>Post</title></channel>
    <item rdf:about="https://post.example/a"><title>Caf\xe9 closes</title>
    <link>https://post.example/a</link><description>It was loved.</description>
    <dc:date>2026-01-15T09:00:00Z</dc:date></item></rdf:RDF>"""
    entry = only(feed(body))
    assert (entry.title, entry.published) == (
        "Caf\u00e9 closes",
        datetime(2026, 1, 15, 9, tzinfo=UTC),
    )


def test_json_feed_is_read() -> None:
    row = {
        "id": 7,
        "url": "/dam",
        "title": "Dam &amp; river",
        "content_text": "One < two.\nThree.",
        "date_published": "2026-01-15T06:00:00-05:00",
        "authors": [{"name": "Ann Lee"}, None, {"name": 3}],
        "tags": ["world", 4],
    }
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [row, "junk"]}
    entry = only(feed(json.dumps(whole).encode(), "https://post.example/feed.json"))
    assert (entry.id, entry.url, entry.title) == ("7", "https://post.example/dam", "Dam & river")
    assert (entry.authors, entry.categories) == (("Ann Lee",), ("world",))
    assert entry.published == datetime(2026, 1, 15, 11, tzinfo=UTC)
    assert entries.text(entry) == "One < two.\n\nThree."


def test_what_the_quick_parser_refuses_the_other_one_reads_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick = feed(rss(DAM), "https://gazette.example/feed")

    def refuses(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("fastfeedparser.parse", refuses)
    slow = feed(rss(DAM), "https://gazette.example/feed")
    assert slow.title == quick.title
    assert replace(only(slow), authors=()) == replace(only(quick), authors=())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Thu, 15 Jan 2026 06:00:00 GMT", datetime(2026, 1, 15, 6, tzinfo=UTC)),
        ("15 Jan 26 06:00 EST", datetime(2026, 1, 15, 11, tzinfo=UTC)),
        ("<![CDATA[2026-01-15T06:00:00+01:00]]>", datetime(2026, 1, 15, 5, tzinfo=UTC)),
        ("January 15, 2026", datetime(2026, 1, 15, tzinfo=UTC)),
        ("06:30", None),
        ("Monday, 06:30:00 +0200", None),
        ("June", None),
        ("2026", None),
        ("", None),
    ],
)
def test_no_date_is_filled_up_from_this_machines_clock(written: str, read: datetime | None) -> None:
    item = f"<item><title>Dam</title><pubDate>{written}</pubDate></item>"
    assert only(feed(rss(item))).published == read


# --- broken and hostile ---------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + rss(DAM),
        b"\n\n  " + rss(DAM),
        rss(DAM, head=""),
        rss(DAM, head='<?xml version="1.0" encoding="no-such-code"?>'),
        rss(DAM, head='<?xml version="1.0" encoding="utf-16"?>'),
        rss(DAM.replace("dc:creator", "other:creator")),
        rss(DAM.replace("Short.", "Bed & breakfast \x0b &nbsp; <br> &undeclared;")),
        rss(DAM).removesuffix(b"</channel></rss>"),
        rss(DAM).decode().encode("utf-16"),
        rss(
            DAM, head='<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.example/x">'
        ),
    ],
)
def test_a_careless_feed_is_read_all_the_same(body: bytes) -> None:
    assert only(feed(body)).title == "Dam opens at Orvale"


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("windows-1252", "“Café”"),
        ("iso-8859-7", "Καλημέρα"),
        ("euc-kr", "안녕"),
        ("koi8-r", "Мост"),
    ],
)
def test_the_declared_encoding_is_used(encoding: str, title: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = rss(f"<item><title>{title}</title></item>", head=head).decode()
    assert only(feed(text.encode(encoding))).title == title


def test_utf_8_that_claims_to_be_latin_is_utf_8() -> None:
    body = rss(
        "<item><title>“Café”</title></item>", head='<?xml version="1.0" encoding="latin-1"?>'
    )
    assert only(feed(body, charset="iso-8859-1")).title == "“Café”"


def test_the_header_names_the_encoding_where_the_feed_does_not() -> None:
    body = rss("<item><title>Мост</title></item>", head="").decode().encode("koi8-r")
    assert only(feed(body, charset="koi8-r")).title == "Мост"


def test_a_feed_that_breaks_off_keeps_its_whole_entries() -> None:
    body = rss(DAM + DAM.replace("dam", "bridge"))
    found = feed(body[: body.rindex(b"Crowds")])
    assert [entries.text(entry) for entry in found.entries] == [
        "The dam opened.\n\nCrowds cheered.",
        "",
    ]


def test_no_entity_is_looked_up_or_unfolded() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    head = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM '
        f'"file:///etc/hostname">{laughs}]>'
    )
    item = "<item><title>News&file;&l11;</title><description>It rained.</description></item>"
    assert only(feed(rss(item, head=head))).title.startswith("News")
    assert len(only(feed(rss(item, head=head))).title) < 40


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"hello", b"{", b'{"items": 3}', b"<html><p>Hello</p></html>", b"\x00\xff" * 90],
)
def test_what_is_no_feed_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(InputError, match=r"https://post\.example/ (is|cannot)"):
        feed(body, "https://post.example/")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.integers(0, 255), st.integers(0, 60))
def test_no_damage_raises_anything_but_an_input_error(place: int, byte: int, cut: int) -> None:
    whole = bytearray(rss(DAM + DAM))
    whole[place : place + cut] = bytes([byte])
    with suppress(InputError):
        feed(bytes(whole))


# --- titles and fragments -------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;#8217;n&amp;#8217; chips", "Fish ’n’ chips"),
        ("<b>Bold</b> claim", "Bold claim"),
        ("Rates < 5% and > 3%", "Rates < 5% and > 3%"),
        ("AT&T\n  wins", "AT&T wins"),
        ("Soft\u00adly \u202espoken", "Softly spoken"),
    ],
)
def test_a_title_is_plain_text(raw: str, shown: str) -> None:
    assert plain(raw) == shown


def test_a_fragment_gives_its_paragraphs_without_pictures_scripts_and_labels() -> None:
    fragment = """<style>p {}</style><p>One&nbsp;<a href="x">two</a>.<br>Three <!-- no -->four.</p>
    <figure><img src=x><figcaption>A caption.</figcaption></figure>tail text.
    <ul><li>Item.</li></ul><script>alert("x")</script><p>Tags: dam, river</p>
    <p>The post <a>Dam</a> appeared first on <a>Gazette</a>.</p>"""
    assert paragraphs(fragment) == ("One two.", "Three four.", "tail text.", "Item.")


BEGUN = "The dam at Dunmere broke on Monday, and forty boats were lost in the"


@pytest.mark.parametrize(
    ("fragment", "kept"),
    [
        ("<p>It rained. The mayor said [&#8230;]</p>", ("It rained.",)),
        ("It rained. The mayor said...", ("It rained.",)),
        ("The mayor said […]", ()),
        ("<p>It rained.</p><p><a>Continue reading</a> Dam opens</p>", ("It rained.",)),
        ("<p>It rained.</p><p>Weiterlesen</p>", ("It rained.",)),
        ("It rained on Dr. Lee. " + "And the mayor said that " * 12, ("It rained on Dr. Lee.",)),
    ],
)
def test_no_begun_sentence_is_left_of_a_text_that_was_cut(
    fragment: str, kept: tuple[str, ...]
) -> None:
    assert paragraphs(fragment) == kept
    assert is_cut(fragment)


@pytest.mark.parametrize(
    ("fragment", "kept"),
    [
        (f"<p>{BEGUN} [&#8230;]</p>", f"{BEGUN}…"),
        (f"{BEGUN}...", f"{BEGUN}…"),
        (f"<p>{BEGUN}…</p><p><a>Continue reading</a> Dam opens</p>", f"{BEGUN}…"),
        (f"It rained. {BEGUN}…", ""),
        (f"It rained.\n{BEGUN}…", ""),
        (f"{BEGUN}.", ""),
        ("The mayor said…", ""),
        ("", ""),
    ],
)
def test_a_sentence_that_is_all_of_a_text_and_cut_is_known_as_begun(
    fragment: str, kept: str
) -> None:
    assert begun(fragment) == kept


@pytest.mark.parametrize("text", ["It rained", "It rained. “No,” she said.", "", "<p>Rain.</p>"])
def test_a_whole_text_is_not_cut(text: str) -> None:
    assert not is_cut(text)


def test_junk_ends_soon() -> None:
    for junk in ('"', " ", "[", "<", "<p ", "<!--", "&", "…", "<p>", ". ", "\n \n", "Tags: "):
        found = paragraphs(junk * (100_000 // len(junk)))
        assert sum(map(len, found)) <= 100_000, junk


# --- entries to articles --------------------------------------------------------------


def entry(**changes: object) -> Entry:
    base = {
        "title": "Dam opens",
        "url": "https://gazette.example/dam",
        "summary_html": "It opened.",
    }
    return Entry(**(base | changes))  # type: ignore[arg-type]


def test_an_entry_becomes_an_article_with_its_own_date() -> None:
    found = entries.article(entry(published=NOON - timedelta(hours=3)), GAZETTE, NOON)
    assert found is not None
    assert (found.title, found.text, found.source) == ("Dam opens", "It opened.", GAZETTE)
    assert (found.published, found.dated) == (NOON - timedelta(hours=3), True)


@pytest.mark.parametrize(
    "said", [None, NOON + timedelta(hours=2), datetime(1970, 1, 1, tzinfo=UTC)]
)
def test_no_date_and_an_unbelievable_one_are_the_time_of_retrieval(said: datetime | None) -> None:
    found = entries.article(entry(published=said), GAZETTE, NOON)
    assert found is not None
    assert (found.published, found.dated) == (NOON, False)


def test_a_clock_that_is_minutes_fast_is_forgiven() -> None:
    found = entries.article(entry(published=NOON + timedelta(minutes=9)), GAZETTE, NOON)
    assert found is not None
    assert (found.published, found.dated) == (NOON, True)


def test_an_entry_without_text_is_no_article() -> None:
    assert entries.article(entry(summary_html="<img src=x>"), GAZETTE, NOON) is None


def test_an_entry_that_is_cut_in_its_first_sentence_is_kept_under_its_title() -> None:
    found = entries.article(entry(summary_html=f"<p>{BEGUN}…</p>"), GAZETTE, NOON)
    assert found is not None
    assert (found.title, found.text) == ("Dam opens", f"{BEGUN}…")
    assert entries.article(entry(summary_html=f"{BEGUN}…", title=""), GAZETTE, NOON) is None
    whole = entry(summary_html="It rained.", content_html=f"{BEGUN}…")
    assert entries.text(whole) == "It rained."


def test_an_entry_without_an_address_has_none() -> None:
    assert only(feed(rss("<item><title>Dam</title></item>"), "https://g.example/feed")).url == ""


def test_a_page_that_a_feed_lists_in_parts_is_taken_once() -> None:
    parts = [entry(url=f"https://g.example/live#post-{n}") for n in (3, 2, 1)]
    loose = [entry(url="", title=title) for title in ("Dam", "Bridge", "Dam")]
    assert entries.distinct(parts + loose) == (parts[0], loose[0], loose[1])


def test_addresses_that_are_not_of_the_web_are_left_out() -> None:
    item = "<item><title>Dam</title><link>javascript:alert(1)</link></item>"
    assert only(feed(rss(item), "https://gazette.example/feed")).url == ""
