"""Markdown: what comes from sources is shown, never obeyed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.render.markdown import escaped, markdown
from briefing.render.text import clean
from tests.editions import edition, hostile


class Text(HTMLParser):
    """The text of a page and the names of its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(source: str) -> Text:
    return Text(MarkdownIt("commonmark").render(source))


def test_a_story_has_its_marks_and_sources() -> None:
    page = markdown(edition())
    assert "## 1\\. Tidal barrier at Varnholt holds through its first full test" in page
    assert "for just over three hours. [\\[1\\]](#source-1-1) [\\[2\\]](#source-1-2)" in page
    assert '1. <a id="source-1-1"></a>**Varnholt Courier** [Barrier holds' in page
    assert "> — **Ines Halloran**, chief engineer of the harbour authority" in page


def test_every_statement_is_there_to_read() -> None:
    text = rendered(markdown(edition())).text
    for story in edition()["stories"]:
        assert all(statement["place"]["text"] in text for statement in story["statements"])


def test_a_hostile_source_makes_no_markup() -> None:
    page = rendered(markdown(hostile()))
    assert not page.tags & {"script", "img", "table"}
    assert "[link](javascript:x)" in page.text


@pytest.mark.parametrize(
    "raw",
    ["1. one", "# x", "- x", "> x", "    code", "a\n\nb", "*a* _b_ `c`", "<b>", "&amp;", "~~~"],
)
def test_escaped_text_shows_its_own_characters(raw: str) -> None:
    assert rendered(escaped(raw)).text.strip() == clean(raw).strip()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" ")))
@settings(max_examples=150, deadline=None)
def test_any_text_stays_itself(raw: str) -> None:
    assert rendered("x" + escaped(raw)).text.strip() == ("x" + clean(raw)).strip()
