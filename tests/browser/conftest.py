"""A real Chromium for the tests of this folder; they are skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("needs Chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def large_type(chromium: object) -> Iterator[object]:
    """A browser of somebody who has letters twice as large."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    kind = chromium.browser_type  # type: ignore[attr-defined]
    larger = [*OPTIONS, "--blink-settings=defaultFontSize=32"]
    browser = kind.launch(executable_path=path, args=larger)
    yield browser
    browser.close()
