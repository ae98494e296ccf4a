"""Commands about editions: make, show."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from briefing.cli.session import Session, print_json, put, say
from briefing.errors import MADE_WITH_SOURCES_MISSED
from briefing.settings import Format

if TYPE_CHECKING:
    from briefing.app.editions.making import Made
    from briefing.app.editions.writing import Written
    from briefing.edition import Edition, MissedData

Date = Annotated[
    str, typer.Option("--date", "-d", help="today, yesterday, 2026-01-15, or -1 for a day ago.")
]


def register(application: typer.Typer) -> None:
    application.command()(make)
    application.command()(show)


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
        list[str] | None,
        typer.Option(
            "--format", "-f", help=f"Of {', '.join(get_args(Format))}; html,pdf without it."
        ),
    ] = None,
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
    formats = writing.formats("html,pdf" if format is None else ",".join(format))
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
        print_json(_outcome(made, written))
        return
    for line in summary(made.edition):
        say(line)
    if missed := "; ".join(f"{m['source']}: {m['reason']}" for m in _missed(made)):
        say(f"missed: {missed}")
    for change in _changes(made):
        say(change)
    for path in written.files:
        put(str(path))
    for warning in written.warnings:
        say(f"note: {warning}")
    for reason in written.failed:
        say(f"not made: {reason}")


def summary(edition: Edition) -> list[str]:
    """The facts of the edition, and its first three stories or why it has none."""
    from briefing.app.shell import number
    from briefing.render.frame import frame_of
    from briefing.render.notes import untold

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
    if why := untold(frame_of("en"), edition):
        lines.append(f"  {why}")
    return lines


def _missed(made: Made) -> list[MissedData]:
    """What was missed, and why; of an edition that was recorded, as its readers are told."""
    causes: list[MissedData] = [
        {"source": m.source, "url": m.url, "reason": m.reason} for m in made.missed
    ]
    return causes or made.edition["missed"]


def _changes(made: Made) -> list[str]:
    """A line for each story that came, went or changed; none where nothing was made anew."""
    if made.replaced is None:
        return []
    from briefing.app.editions.making import changes

    found = changes(made.replaced, made.edition)
    lines = [f"{what}: {s['headline']}" for what, stories in found.items() for s in stories]
    return lines or ["nothing changed"]


def _outcome(made: Made, written: Written) -> dict[str, object]:
    edition = made.edition
    return {
        "day": edition["day"],
        "stories": len(edition["stories"]),
        "reports": edition["origins"],
        "articles": edition["articles"],
        "outlets": edition["outlets"],
        "missed": _missed(made),
        "files": [str(path) for path in written.files],
        "warnings": written.warnings,
        "failed": written.failed,
        **_changed(made),
    }


def _changed(made: Made) -> dict[str, object]:
    """The stories that a refresh changed, by what became of them."""
    if made.replaced is None:
        return {}
    from briefing.app.editions.making import changes

    return {
        what: [{"id": s["id"], "headline": s["headline"]} for s in stories]
        for what, stories in changes(made.replaced, made.edition).items()
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
