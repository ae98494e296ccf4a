"""Templates as an interface: overridden file by file, and broken ones told with their place."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from briefing.errors import RenderError, UsageError
from briefing.render.environment import export, small, themes, used
from briefing.render.html import html
from briefing.settings import Theme
from tests.editions import edition


def test_every_theme_can_be_configured():
    assert set(themes()) == set(get_args(Theme))


def test_a_folder_overrides_single_files(tmp_path: Path) -> None:
    (tmp_path / "colophon.html").write_text("<p>Ours, {{ edition.day|day }}.</p>")
    page = html(edition(), templates=tmp_path)
    assert "<p>Ours, Thursday, 15 January 2026.</p>" in page
    assert "The Varnholt tidal barrier" in page


def test_a_template_extends_the_one_it_replaces(tmp_path: Path) -> None:
    (tmp_path / "briefing.html").write_text(
        '{% extends "default/briefing.html" %}{% block also %}<p>Nothing else.</p>{% endblock %}'
    )
    page = html(edition(), templates=tmp_path)
    assert "<p>Nothing else.</p>" in page
    assert "Orchard fair" not in page.partition("<script")[0]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("<p>\n{{ edition.tite }}", "line 2: 'dict object' has no attribute 'tite'"),
        ("<p>\n{% if %}", "line 2: Expected an expression"),
        ("{{ nothing }}", "line 1: 'nothing' is undefined"),
        ("\n\n{{ 1 // 0 }}", "line 3:"),
        ("{{ edition.day|never }}", "line 1: No filter named 'never'"),
        ("{% include 'gone.html' %}", "gone.html"),
    ],
)
def test_a_broken_template_gets_file_line_and_cause(
    tmp_path: Path, template: str, told: str
) -> None:
    (tmp_path / "colophon.html").write_text(template)
    with pytest.raises(RenderError) as error:
        html(edition(), templates=tmp_path)
    assert told in str(error.value)
    if "gone" not in told:
        assert str(tmp_path / "colophon.html") in str(error.value)


def test_an_unknown_theme_or_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"there is no theme 'loud'; there are: .*default"):
        html(edition(), theme="loud")
    with pytest.raises(RenderError, match="no such folder of templates"):
        html(edition(), templates=tmp_path / "none")


@pytest.mark.parametrize("name", ["card/theme.css", "mark.html", "site/story.html", "print.css"])
def test_a_folder_without_any_template_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "stroy.html").write_text("mine")
    with pytest.raises(UsageError, match=r"holds no file that the page is made of, such as story"):
        used(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("")
    assert used(tmp_path) == tmp_path


@pytest.mark.parametrize("theme", themes())
def test_exported_templates_make_the_same_page(tmp_path: Path, theme: str) -> None:
    export(tmp_path, theme)
    assert html(edition(), theme=theme, templates=tmp_path) == html(edition(), theme=theme)


def test_an_export_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="name a new or an empty folder"):
        export(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt"]


def test_a_style_sheet_loses_comments_and_space_but_no_string() -> None:
    assert small('/* x */ a , b {\n  content: " , ";\n}\n') == 'a,b{content:" , "}'
