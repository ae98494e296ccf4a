"""Commands about editions: make, show, verify."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from briefing.cli.session import Session, print_json, put, say
from briefing.errors import MADE_WITH_SOURCES_MISSED
from briefing.settings import Format

if TYPE_CHECKING:
    from briefing.app.editions.making import Made
    from briefing.app.editions.writing import Written
    from briefing.edition import Edition
    from briefing.verify import Failure

Date = Annotated[
    str, typer.Option("--date", "-d", help="today, yesterday, 2026-01-15, or -1 for a day ago.")
]


def register(application: typer.Typer) -> None:
    application.command()(make)
    application.command()(show)
    application.command()(verify)


def make(
    context: typer.Context,
    date: Date = "today",
    input: Annotated[
        list[str] | None,
        typer.Option(
            "--input", "-i", help="Build from these files, folders or URLs alone, without archive."
        ),
    ] = None,
    source: Annotated[
        str, typer.Option(help="The outlet of --input files that do not say theirs.")
    ] = "",
    format: Annotated[
        str, typer.Option("--format", "-f", help=f"Of {', '.join(get_args(Format))}.")
    ] = "html,pdf",
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path(
        "out"
    ),
    theme: Annotated[str, typer.Option(help="default, card or large.")] = "",
    templates: Annotated[
        Path | None, typer.Option(help="A folder of templates that override ours.")
    ] = None,
    paper: Annotated[str, typer.Option(help="Of the PDF: A4, A5 or Letter.")] = "",
    fonts: Annotated[
        str, typer.Option(help="Of the HTML page: system, or embed (larger, the same everywhere).")
    ] = "",
    archival: Annotated[bool, typer.Option("--archival", help="The PDF as PDF/A-3.")] = False,
    refresh: Annotated[
        bool, typer.Option(help="Make a recorded day anew, and say what changed.")
    ] = False,
    strict: Annotated[bool, typer.Option(help="Exit with 1 where a source was missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Tell the outcome as JSON.")] = False,
) -> None:
    """Make the briefing of a day.

    Asked again for the same day, it gives the same bytes; --refresh takes in what came later.

        briefing make --date yesterday --format html,pdf -o out/

        briefing make --date 2026-01-15 --input articles/ -o out/
    """
    from briefing.app.editions import from_files, making, writing

    session: Session = context.obj
    formats = writing.formats(format)
    shell = session.shell()
    look = writing.look(shell, theme, templates, paper=paper, fonts=fonts, archival=archival)
    day = making.parsed_day(shell, date)
    with session.working(shell) as at_work:
        if input:
            made = from_files.make_from_files(at_work, input, day, source)
        else:
            with at_work.archive() as archive:
                made = making.make(at_work, archive, day, refresh=refresh)
        written = writing.write(at_work, made.edition, look, formats, output)
    _tell(made, written, as_json)
    _end(made.edition, written, strict)


def _tell(made: Made, written: Written, as_json: bool) -> None:
    if as_json:
        print_json(_outcome(made.edition, written))
        return
    for line in summary(made.edition):
        say(line)
    for change in _changes(made):
        say(change)
    for path in written.files:
        put(str(path))
    for warning in written.warnings:
        say(f"note: {warning}")
    for reason in written.failed:
        say(f"not made: {reason}")


def summary(edition: Edition) -> list[str]:
    """The facts of the edition, its first three stories, and what was missed, if anything."""
    from briefing.app.shell import number

    stories = number(len(edition["stories"]), "story", "stories")
    lines = [
        f"{edition['title']}, {edition['day']}: {stories} from "
        f"{number(edition['origins'], 'independent report')} "
        f"({number(edition['articles'], 'article')} by {number(edition['outlets'], 'outlet')}), "
        f"{edition['minutes']} min to read"
    ]
    for story in edition["stories"][:3]:
        told = "one source" if story["origins"] == 1 else f"{story['origins']} independent reports"
        lines.append(f"  {story['number']}. {story['headline']} ({told})")
    if missed := "; ".join(f"{m['source']}: {m['reason']}" for m in edition["missed"]):
        lines.append(f"missed: {missed}")
    return lines


def _changes(made: Made) -> list[str]:
    if made.replaced is None:
        return []
    from briefing.app.editions.making import changes

    return changes(made.replaced, made.edition)


def _outcome(edition: Edition, written: Written) -> dict[str, object]:
    return {
        "day": edition["day"],
        "stories": len(edition["stories"]),
        "reports": edition["origins"],
        "articles": edition["articles"],
        "outlets": edition["outlets"],
        "missed": edition["missed"],
        "files": [str(path) for path in written.files],
        "warnings": written.warnings,
        "failed": written.failed,
    }


def _end(edition: Edition, written: Written, strict: bool) -> None:
    if written.failed:
        raise typer.Exit(1)
    if edition["missed"]:
        raise typer.Exit(1 if strict else MADE_WITH_SOURCES_MISSED)


def show(
    context: typer.Context,
    date: Date = "today",
    width: Annotated[int, typer.Option(help="Columns; 0 for the terminal's.", min=0)] = 0,
    format: Annotated[str, typer.Option("--format", "-f", help="text, markdown or json.")] = "text",
) -> None:
    """Show a recorded edition in the terminal.

    briefing show --date yesterday

    briefing show --format json | jq .stories[0].headline
    """
    from briefing.app.editions import making, writing

    session: Session = context.obj
    shell = session.shell()
    day = making.parsed_day(shell, date)
    with shell.archive(read_only=True) as archive:
        edition = making.recorded(archive, day)
    print(writing.shown(edition, format, width or shutil.get_terminal_size().columns), end="")


def verify(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Briefings: HTML, PDF, EPUB or JSON.")
    ],
    input: Annotated[
        list[str] | None,
        typer.Option("--input", "-i", help="Look in these files instead of the archive."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Tell the outcome as JSON; of several files a list.")
    ] = False,
) -> None:
    """Check that every shown sentence stands, character for character, in its article.

    Exit code 1 where one does not.

        briefing verify out/briefing-2026-01-15.html

        briefing verify out/*.pdf
    """
    from briefing.app.editions import from_files, verifying
    from briefing.verify import NOT_IN_FILES

    session: Session = context.obj
    shell = session.shell()
    with ExitStack() as opened:
        if input:
            archive, _ = opened.enter_context(from_files.archive_of(shell, input))
        else:
            archive = opened.enter_context(shell.archive(read_only=True))
        found = [
            (file, *verifying.verified(archive, file, *([NOT_IN_FILES] if input else [])))
            for file in files
        ]
    if as_json:
        rows = [
            {"file": str(file), "checked": checked, "failures": [asdict(one) for one in failures]}
            for file, checked, failures in found
        ]
        print_json(rows if len(rows) > 1 else rows[0])
    else:
        for file, checked, failures in found:
            _tell_verified(checked, failures, f"{file}: " if len(files) > 1 else "")
    if any(failures for _, _, failures in found):
        raise typer.Exit(1)


def _tell_verified(checked: int, failures: Sequence[Failure], file: str) -> None:
    for one in failures:
        say(f"{file}not verbatim: {one.article}, {one.where}: {one.reason}: {one.text!r}")
    say(f"{file}{checked - len(failures)} of {checked} shown pieces found word for word")
