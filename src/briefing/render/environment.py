"""Where templates come from, and what they can call. The interface is docs/templates.md."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from briefing.errors import RenderError, UsageError
from briefing.render.frame import Frame

DEFAULT = "default"

# A string of a style sheet is left alone; a comment goes; spare space goes.
_SPARE = re.compile(
    r"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/|(?:\s*;)?\s*(})\s*|\s*([{;,>])\s*|(:)\s+|\s+""", re.DOTALL
)


def root() -> Path:
    """The folder of themes: in the wheel `briefing/templates`, else that of the repository."""
    installed = Path(str(resources.files("briefing"))) / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def themes() -> tuple[str, ...]:
    """The names of the themes that are there."""
    return tuple(sorted(path.parent.name for path in root().glob("*/theme.css")))


def used(folder: Path) -> Path:
    """`folder`, where one of its files takes the place of a template; else a UsageError."""
    known = {path.relative_to(root()) for path in root().rglob("*.*")}
    known |= {Path(path.name) for path in known if path.parts[0] != "site"}
    if any((folder / path).is_file() for path in known):
        return folder
    raise UsageError(
        f"{folder} holds no file that the page is made of, such as story.html: "
        "briefing templates export writes them all"
    )


class Compiled(jinja2.BytecodeCache):
    """Compiled templates for as long as the process lives: a page and its PDF share theirs."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was compiled of it, as Jinja2 asks."""
        # The checksum in it is of the source: a changed template is compiled anew.
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = Compiled()


def environment(theme: str, templates: Path | None, frame: Frame) -> jinja2.Environment:
    """Templates of `templates` first, file by file, then of the theme, then the default ones."""
    if theme not in themes():
        raise RenderError(f"there is no theme {theme!r}; there are: {', '.join(themes())}")
    if templates is not None and not templates.is_dir():
        raise RenderError(f"{templates}: there is no such folder of templates")
    own = [templates] if templates else []
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*own, root() / theme, root() / DEFAULT, root()]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_COMPILED,
    )
    env.install_gettext_translations(frame.catalogue, newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {"style": lambda name: Markup(small(source(env, name)))}  # noqa: S704 (a style sheet of the theme's author)
    return env


def source(env: jinja2.Environment, name: str) -> str:
    """The template as it is written."""
    assert env.loader is not None
    return env.loader.get_source(env, name)[0]


def small(css: str) -> str:
    """A style sheet without its comments and spare space."""
    return _SPARE.sub(
        lambda m: m[m.lastindex] if m.lastindex else "" if m[0].startswith("/*") else " ", css
    ).strip()


def rendered(env: jinja2.Environment, name: str, values: dict[str, Any]) -> str:
    """The page, or a RenderError with file, line and cause.

    A template is a program of its author: whatever it raises is told in that author's terms.
    """
    try:
        return env.get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        where = error.filename or error.name or name
        raise RenderError(f"{where}, line {error.lineno}: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        raise RenderError(f"the template {error.name} is in none of the folders") from error
    except Exception as error:
        raise RenderError(f"{_where(error, name)}: {error or type(error).__name__}") from error


def _where(error: Exception, name: str) -> str:
    """File and line of the innermost template on the way to `error`."""
    place, trace = name, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if "__jinja_template__" in trace.tb_frame.f_globals or file.endswith((".html", ".css")):
            place = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def export(target: Path, theme: str = DEFAULT) -> tuple[Path, ...]:
    """Copies of a theme's files into `target`, ready to edit for `--templates`.

    The folder is new or empty: nothing is overwritten, and nothing mixed.
    """
    if theme not in themes():
        raise UsageError(f'"{theme}" is no theme: choose one of {", ".join(themes())}')
    files = {path.name: path for name in (DEFAULT, theme) for path in (root() / name).iterdir()}
    copies = {target / name: path for name, path in sorted(files.items())}
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(f"{target} holds other files: name a new or an empty folder")
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{target} can be no folder ({reason}): name another one") from error
    for copy, path in copies.items():
        shutil.copyfile(path, copy)
    return tuple(copies)
