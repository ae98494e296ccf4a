"""The archive's pages in a real browser: accessible, searched from a disk, quiet under its policy."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from briefing.app.website.asgi import application
from briefing.app.website.publishing import publish
from briefing.app.website.serving import LOOPBACK
from briefing.render.site import paths
from tests.archives import filled

uvicorn = pytest.importorskip("uvicorn")
pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
OUTLET = paths.outlet("Varnholt Courier")
# Every kind of page: front, day, calendar, stories (all, of a month, one), speakers (all, of a
# letter, one), outlets (all, one, one of a month), search.
KINDS = [
    "index.html", "editions/2026-01-14.html", "calendar.html", "stories/index.html",
    paths.month("2026-01"), "stories/2026-01-15-1.html", "speakers/index.html",
    "speakers/letter-h.html", "speakers/ines-halloran.html", "outlets/index.html", OUTLET,
    paths.outlet("Varnholt Courier", "2026-01"), "search.html",
]  # fmt: skip
PAGES = [*KINDS, "search.html?q=tide"]
# What only a server answers: what was found or not, stored texts, and why there is nothing to read.
LIVE = [
    *KINDS, "search.html?q=the&section=Economy", "search.html?q=tide&kind=quotes",
    "search.html?q=nowhere", "article/unshown?start=23&end=55", "article/unshown?q=tide",
    "article/none", "nowhere", "search.html?q=" + "long+" * 60,
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    filled(folder / "archive")
    return folder


@pytest.fixture(scope="module")
def folder(archive: Path) -> Path:
    made = filled(archive / "again")
    with made.archive() as opened:
        publish(made, opened, archive / "site")
    return archive / "site"


@pytest.fixture(scope="module")
def live(archive: Path) -> Iterator[str]:
    from tests.archives import shell

    app = application(shell(archive / "archive"), hosts=LOOPBACK)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python")
    return (resources.files(package) / "axe.min.js").read_text(encoding="utf-8")


def violations(browser: Any, axe: str, url: str, size: Any, scheme: str) -> list[Any]:
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.goto(url)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.close()
    return [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]] + (
        [("scrolls sideways", url)] if wide else []
    )


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_a_page_from_the_disk(
    chromium: Any, axe: str, folder: Path, path: str, size: Any, scheme: str
) -> None:
    assert violations(chromium, axe, f"{folder.as_uri()}/{path}", size, scheme) == []


@pytest.mark.parametrize("path", LIVE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_a_live_page(
    chromium: Any, axe: str, live: str, path: str, size: Any, scheme: str
) -> None:
    assert violations(chromium, axe, live + path, size, scheme) == []


@pytest.mark.parametrize("path", PAGES)
def test_letters_twice_as_large_never_scroll_a_page_of_the_site_sideways(
    large_type: Any, folder: Path, path: str
) -> None:
    page = large_type.new_page(viewport=PHONE)
    page.goto((folder / path.partition("?")[0]).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


def test_the_search_works_from_the_disk(chromium: Any, folder: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{folder.as_uri()}/search.html")
    page.get_by_role("searchbox").fill("seepage gate")
    page.get_by_role("button").click()
    hit = page.locator("#results a").first
    hit.wait_for()
    assert page.locator("#results li").count() == 3
    hit.click()
    assert page.url.endswith("editions/2026-01-15.html#story-1")


def test_without_javascript_the_index_pages_lead_on(chromium: Any, folder: Path) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{folder.as_uri()}/search.html")
    assert not page.get_by_role("searchbox").is_visible()
    page.get_by_role("link", name="H", exact=True).click()
    page.get_by_role("link", name="Ines Halloran").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ines Halloran"


def test_the_browser_has_nothing_to_say_against_a_live_page(chromium: Any, live: str) -> None:
    page = chromium.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    for path in ("", "stories/2026-01-15-1.html", "search.html?q=tide", "article/unshown?q=tide"):
        page.goto(live + path)
        told += page.evaluate("[...document.styleSheets].length === 1 ? [] : ['no style']")
    assert told == []
    assert page.locator("mark#cited").inner_text() == "tide"
