"""What the documents tell a reader to type exists, runs, and is explained by --help."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from typer.main import get_command

from briefing.app.editions.writing import RENDERERS
from briefing.cli.commands import EPILOG, application
from briefing.errors import INTERRUPTED
from briefing.rank import RANKERS
from briefing.settings import Format
from tests.conftest import ROOT, SAMPLES, Outcome

Call = Callable[..., Outcome]

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^ {4}(briefing .*)$|`(briefing [^`\n]*)`", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
NAMED = re.compile(r"`((?:\w+/)*\w+\.(?:py|sql|txt|jsonl))`")
ROOM = re.compile(r"`((?:\w+/)+)`")
SOURCE = ROOT / "src" / "briefing"
PROGRAM: object = get_command(application)


def commands(group: object = PROGRAM, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command's words, those in groups too: ("sources", "check")."""
    for name, command in getattr(group, "commands", {}).items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


def options(words: tuple[str, ...]) -> set[str]:
    command = PROGRAM
    named = _options(command)
    for word in words:
        command = command.commands[word]  # type: ignore[attr-defined]
        named |= _options(command)
    return named | {"--help", "-h"}


def _options(command: object) -> set[str]:
    parameters = command.params  # type: ignore[attr-defined]
    return {name for p in parameters for name in (*p.opts, *p.secondary_opts)}


def of_command(typed: list[str]) -> tuple[str, ...]:
    """The longest begin of the words behind "briefing" (and its options) that is a command."""
    known = set(commands())
    words = [word for word in typed if not word.startswith("-")]
    for start in range(len(words)):  # an option's value may stand before the command
        for length in (2, 1):
            if tuple(words[start : start + length]) in known:
                return tuple(words[start : start + length])
    return ()


def told_commands() -> list[tuple[str, str]]:
    return [
        (document.name, (line or code).split(" #")[0].split(" | ")[0].strip())
        for document in DOCUMENTS
        for line, code in TYPED.findall(document.read_text(encoding="utf-8"))
    ]


def test_every_command_in_the_documents_exists_with_its_options():
    for document, line in told_commands():
        typed = shlex.split(line)[1:]
        if not typed or typed[0].isupper():  # `briefing COMMAND --help`
            continue
        words = of_command(typed)
        assert words or typed[0].startswith("--") or typed[0] in groups(), (document, line)
        named = {word.split("=")[0] for word in typed if word.startswith("--")}
        assert named <= options(words), (document, line, named - options(words))


def groups() -> set[str]:
    return {words[0] for words in commands() if len(words) == 2}


@pytest.mark.parametrize("words", sorted(commands()), ids=" ".join)
def test_the_help_of_every_command_has_an_example(words: tuple[str, ...]):
    command = PROGRAM
    for word in words:
        command = command.commands[word]  # type: ignore[attr-defined]
    assert f"briefing {' '.join(words)}" in str(command.help)  # type: ignore[attr-defined]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document: Path):
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / link).exists(), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(document: Path):
    for name in NAMED.findall(document.read_text(encoding="utf-8")):
        assert any((place / name).exists() for place in (ROOT, SOURCE, ROOT / "docs")), name


def test_every_room_that_the_plan_names_is_there():
    for name in ROOM.findall((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")):
        assert any((place / name).is_dir() for place in (ROOT, SOURCE)), name


def test_the_plan_draws_the_floors_that_are_kept():
    """The layers of import-linter, and no other, each on its line."""
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = "\n".join(line.partition("  ")[0] for line in plan.splitlines())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in project["tool"]["importlinter"]["contracts"]:
        floors = [floor for floor in contract.get("layers", ()) if floor != "__main__"]
        assert "\n" + "\n".join(floors) in drawn, contract["name"]


def test_every_ranker_has_a_row():
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    named = "".join(re.findall(r"^\| (`.*?) \|", text, re.MULTILINE))
    assert set(RANKERS) <= set(re.findall(r"`(.*?)`", named))


def test_every_format_can_be_written():
    assert tuple(RENDERERS) == get_args(Format)


def test_the_readme_names_every_format():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"\bOut: (.*?)\n\n", text, re.DOTALL)
    assert set(RENDERERS) <= set(re.findall(r"\w+", told.lower()))


def test_the_readme_shows_what_the_demo_says(briefing: Call):
    """Word for word, up to the files, one of which is a PDF."""
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    config = ("--config", SAMPLES / "briefing.toml")
    briefing(*config, "--quiet", "fetch")
    for day in ("2026-01-13", "2026-01-14"):
        briefing(*config, "make", "--date", day, "--format", "json", "-o", "out/demo")
    said = briefing(*config, "make", "--date", "2026-01-15", "--format", "html", "-o", "out/demo")
    assert said.err.count("\n") == 5
    assert said.err + said.out in told


@pytest.mark.parametrize("document", ["cookbook.md", "scale.md"])
def test_the_recipes_run(
    briefing: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: str
):
    shutil.copytree(SAMPLES, tmp_path / "samples")
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    for line in "".join(FENCED.findall(text)).splitlines():
        source, _, piped = line.rpartition(" | ")
        if source:
            body = Path(shlex.split(source)[1]).read_bytes()
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(body)))
        ended = briefing(*shlex.split(piped)[1:])
        assert ended.code == 0, (line, ended.err)


EXIT_CODES = dict(
    re.findall(
        r"^\| (\d+) \| [^|]+ \| (.*?) ?\|$",
        (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("code", EXIT_CODES)
def test_each_exit_code_is_that_of_the_commands_beside_it(
    briefing: Call, tmp_path: Path, code: str
):
    shutil.copytree(SAMPLES, tmp_path / "samples")
    (tmp_path / "briefing.toml").write_text('[[readers]]\nname = "Ada"\nways = ["command:false"]\n')
    assert briefing("add", "samples/ledger").code == 0
    for line in re.findall(r"`(briefing .*?)`", EXIT_CODES[code]):
        ended = briefing(*shlex.split(line)[1:])
        assert ended.code == int(code), (line, ended)


def test_every_exit_code_has_a_row():
    kinds = {int(found) for found in re.findall(r"(\d) [a-z]", EPILOG)}
    assert set(EXIT_CODES) == {str(kind) for kind in (*kinds, INTERRUPTED)}


def test_the_program_for_many_cores_prints_what_make_writes(briefing: Call, tmp_path: Path):
    shutil.copytree(SAMPLES, tmp_path / "samples")
    text = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "day.py").write_text(program)
    printed = subprocess.run(
        [sys.executable, "day.py"], cwd=tmp_path, stdout=subprocess.PIPE, check=True
    )
    briefing(*"make --input samples/ledger --date 2026-01-14 --format json -o out".split())
    assert printed.stdout == Path("out/briefing-2026-01-14.json").read_bytes()
