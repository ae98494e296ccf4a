"""The page in a real browser: accessible, walkable with the keyboard, legible at any width."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from briefing.render.environment import themes
from briefing.render.html import html
from briefing.render.links import passage_url
from tests.editions import BARRIER, edition, hostile

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python")
    return (resources.files(package) / "axe.min.js").read_text(encoding="utf-8")


def opened(browser: Any, content: str, size: dict[str, int] = DESK, scheme: str = "light") -> Any:
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.set_content(content)
    return page


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(
    chromium: Any, axe: str, theme: str, scheme: str, size: dict[str, int]
) -> None:
    page = opened(chromium, html(edition(note="Late."), theme=theme), size, scheme)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []


@pytest.mark.parametrize("language", ["ar", "de"])
def test_axe_finds_nothing_in_other_languages(chromium: Any, axe: str, language: str) -> None:
    page = opened(chromium, html(edition(language=language)), PHONE)
    page.evaluate(axe)
    assert [v["id"] for v in page.evaluate("axe.run()")["violations"]] == []


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("made", [edition(), hostile()], ids=["plain", "hostile"])
def test_a_phone_never_scrolls_sideways(chromium: Any, theme: str, made: Any) -> None:
    page = opened(chromium, html(made, theme=theme), {"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize("language", ["de", "ru"])
def test_letters_twice_as_large_never_scroll_sideways(
    large_type: Any, theme: str, language: str
) -> None:
    page = opened(large_type, html(edition(language=language), theme=theme), PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_no_script_of_a_hostile_source_runs(chromium: Any) -> None:
    page = chromium.new_page()
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.set_content(html(hostile()))
    assert page.evaluate("document.scripts.length") == 1


def test_the_keyboard_leads_from_a_sentence_to_its_source_and_back(chromium: Any) -> None:
    page = opened(chromium, html(edition()))
    focused = "document.activeElement"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(f"{focused}.getAttribute('role')") == "doc-noteref":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "source-1-1"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.className") == "title"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.getAttribute('role')") == "doc-backlink"
    page.keyboard.press("Enter")
    first = edition()["stories"][0]["statements"][0]["id"]
    assert page.evaluate("document.querySelector(':target').id") == first


def test_every_focused_link_is_seen(chromium: Any) -> None:
    page = opened(chromium, html(edition()))
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_marks_are_large_enough_to_tap(chromium: Any) -> None:
    page = opened(chromium, html(edition()), PHONE)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.mark')].map(m => m.getBoundingClientRect())"
        ".map(b => [b.width, b.height])"
    )
    assert all(width >= 15 and height >= 24 for width, height in boxes)


# --- links to the exact place ---------------------------------------------------------


@pytest.fixture
def original(tmp_path: Path) -> Iterator[str]:
    """The address of an article as its outlet may show it, far down a long page."""
    body = "".join(f"<p>{sentence}.</p>" for sentence in BARRIER.split(". "))
    filler = "<p>Other news of the day.</p>" * 200
    page = f"<!DOCTYPE html><meta charset=utf-8><title>x</title>{filler}{body}{filler}"
    (tmp_path / "article.html").write_text(page, encoding="utf-8")
    handler = partial(Quiet, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/article.html"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize("index", range(3))
def test_a_text_fragment_lands_on_the_sentence(chromium: Any, original: str, index: int) -> None:
    passage = edition()["stories"][0]["statements"][0]["place"]["text"]
    quotes = edition()["stories"][0]["voices"][0]["quotes"]
    passage = [passage, quotes[0]["contents"][0]["text"], quotes[1]["contents"][0]["text"]][index]
    page = chromium.new_page(viewport=DESK)
    page.goto(passage_url(original, [passage]))
    page.wait_for_timeout(400)
    start = passage.strip("“”,")[:20]
    seen = page.evaluate(
        "start => { const p = [...document.querySelectorAll('p')]"
        ".find(p => p.textContent.includes(start)).getBoundingClientRect();"
        " return p.top >= 0 && p.bottom <= innerHeight; }",
        start,
    )
    assert page.evaluate("scrollY") > 1000
    assert seen
