"""Commands that bring articles in: init, add, fetch, sources."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.session import Session, print_json, put, say, tell_missed
from briefing.errors import MADE_WITH_SOURCES_MISSED

if TYPE_CHECKING:
    from briefing.app.intake.gathering import Gathered

sources = typer.Typer(help="The configured sources.", no_args_is_help=True)


def register(application: typer.Typer) -> None:
    application.command()(init)
    application.command()(add)
    application.command()(fetch)
    application.add_typer(sources, name="sources")


def init(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="The file to write.")] = Path("briefing.toml"),
    opml: Annotated[
        Path | None, typer.Option("--from", help="Take the sources from this OPML file.")
    ] = None,
    force: Annotated[bool, typer.Option(help="Overwrite an existing file.")] = False,
) -> None:
    """Write a commented configuration.

    briefing init --from feeds.opml
    """
    from briefing.app.intake import subscribing
    from briefing.app.shell import number

    subscribed = subscribing.write_configuration(path, opml, force=force)
    if subscribed:
        named = number(subscribed, "source")
        say(f"wrote {path} with {named}; next: briefing fetch, then briefing make")
    else:
        say(f"wrote {path}; name your sources at its end, then: briefing fetch, briefing make")


def add(
    context: typer.Context,
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")
    ],
    source: Annotated[str, typer.Option(help="The outlet, where the input does not say.")] = "",
    date: Annotated[str, typer.Option(help="When it was published, likewise.")] = "",
    url: Annotated[str, typer.Option(help="Its address, likewise.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Tell the outcome as JSON.")] = False,
) -> None:
    """Store articles: text, pages, feeds, JSON Lines, web archives, folders of these.

    briefing add page.html articles.jsonl https://gazette.example/feed

    cat story.txt | briefing add - --source "The Gazette" --date 2026-01-15

    A row of JSON Lines has a text; it may have title, date or published,
    updated, source, url, section, language, authors or author.
    """
    from briefing.app.intake import gathering

    session: Session = context.obj
    with session.working(session.shell()) as shell:
        gathered = gathering.add(shell, inputs, source=source, date=date, url=url)
    _tell(gathered, as_json)


def fetch(
    context: typer.Context,
    only: Annotated[
        list[str] | None, typer.Argument(help="Ids of sources; all where none is named.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Tell the outcome as JSON.")] = False,
) -> None:
    """Fetch the configured sources. One that fails is named; the others go on.

    briefing fetch
    """
    from briefing.app.intake import fetching

    session: Session = context.obj
    with session.working(session.shell()) as shell:
        gathered = fetching.fetch(shell, only or [])
    _tell(gathered, as_json)


def _tell(gathered: Gathered, as_json: bool) -> None:
    if as_json:
        print_json(gathered.summary())
    else:
        tell_missed(gathered.missed)
        say(gathered.sentence())
    if gathered.missed:
        raise typer.Exit(MADE_WITH_SOURCES_MISSED if gathered.any_read else 1)


@sources.command("list")
def list_sources(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """The configured sources, and how each last answered.

    briefing sources list
    """
    from briefing.app.intake import fetching

    session: Session = context.obj
    rows = fetching.source_rows(session.shell())
    if as_json:
        print_json(rows)
        return
    if not rows:
        say("no source is configured")
    for row in rows:
        put("\t".join(str(row[key]) for key in ("id", "name", "kind", "url", "state")))


@sources.command("check")
def check_sources(
    context: typer.Context,
    only: Annotated[list[str] | None, typer.Argument(help="Ids of sources.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Ask each source and say what it holds; nothing is stored.

    briefing sources check
    """
    from briefing.app.intake import fetching

    session: Session = context.obj
    with session.working(session.shell()) as shell:
        rows = fetching.check(shell, only or [])
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            put("\t".join(str(row[key]) for key in ("id", "articles", "state")))
    if any(row["state"] != "ok" for row in rows):
        read = any(row["articles"] or row["state"] == "ok" for row in rows)
        raise typer.Exit(MADE_WITH_SOURCES_MISSED if read else 1)


@sources.command("import")
def import_sources(
    context: typer.Context,
    opml: Annotated[Path, typer.Argument(help="An OPML file.")],
    config: Annotated[
        Path | None, typer.Option(help="The configuration to add them to, if not the one in use.")
    ] = None,
) -> None:
    """Add the feeds of an OPML file to the configuration.

    briefing sources import feeds.opml
    """
    from briefing.app.intake import subscribing
    from briefing.app.shell import number
    from briefing.config.files import FILE, find

    session: Session = context.obj
    path = find(config or session.config, os.environ) or Path(FILE)
    say(f"added {number(subscribing.import_opml(path, opml), 'source')} to {path}")


@sources.command("export")
def export_sources(
    context: typer.Context,
    opml: Annotated[Path | None, typer.Argument(help="The file; standard output if none.")] = None,
) -> None:
    """Write the configured feeds as OPML.

    briefing sources export feeds.opml
    """
    from briefing.app import files
    from briefing.app.intake import subscribing

    session: Session = context.obj
    content = subscribing.exported(session.shell())
    if opml is None:
        sys.stdout.buffer.write(content)
    else:
        files.replace_file(opml, content)
        say(f"wrote {opml}")
