#!/usr/bin/env python3
"""The pictures of docs/pictures, from the invented news: `make pictures`, after `make browser`.

    python tools/pictures.py

The page and the card are first pages of PDFs; the phone and the dark desk are screenshots of the
HTML page. 48 colours: small files, and the letters stay sharp.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

DEMO = Path("out/demo")
PICTURES = Path("docs/pictures")
EDITION = "briefing-2026-01-15"
COLOURS = 48
SCREENS = {"phone": (390, 1500, "light"), "desk-dark": (1200, 1500, "dark")}


def first_page(pdf: Path, name: str, folder: Path) -> None:
    command = ["pdftoppm", "-r", "84", "-png", "-singlefile", "-f", "1", str(pdf)]
    subprocess.run([*command, str(folder / name)], check=True)


def screen(browser: Browser, name: str, folder: Path) -> None:
    width, height, scheme = SCREENS[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto((DEMO / f"{EDITION}.html").resolve().as_uri())
    page.screenshot(path=folder / f"{name}.png")
    page.close()


def card(folder: Path) -> Path:
    """The edition as a card; exit code 3, as one of the samples' sources is broken on purpose."""
    command = [Path(sys.executable).parent / "briefing", "make", "--date", EDITION[-10:]]
    values = {"BRIEFING_CONFIG": "samples/briefing.toml", "BRIEFING_DATA_DIR": str(DEMO / "data")}
    options = ["--theme", "card", "--format", "pdf", "-o", folder]
    subprocess.run([*command, *options], check=False, env=os.environ | values)
    return folder / f"{EDITION}.pdf"


def main() -> None:
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        first_page(DEMO / f"{EDITION}.pdf", "page", folder)
        first_page(card(folder), "card", folder)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name in SCREENS:
            screen(browser, name, folder)
        browser.close()
        for path in folder.glob("*.png"):
            Image.open(path).convert("RGB").quantize(COLOURS).save(
                PICTURES / path.name, optimize=True
            )


if __name__ == "__main__":
    main()
