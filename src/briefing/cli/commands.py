"""The commands, gathered; each group stands in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing import __version__
from briefing.cli import (
    ask,
    deliver,
    editions,
    follow,
    inputs,
    keep,
    outbox,
    schedule,
    site,
    verify,
)
from briefing.cli.session import Session

EPILOG = (
    "Exit codes: 0 made; 1 error; 2 wrong use or configuration; 3 made, but some sources were "
    "missed; 4 nothing to report that day; 5 delivery failed."
)

application = typer.Typer(
    name="briefing",
    help="A daily briefing from local text: verbatim sentences, named speakers, counted origins.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (inputs, editions, verify, deliver, outbox, schedule, ask, follow, keep, site):
    module.register(application)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@application.callback()
def options(
    context: typer.Context,
    config: Annotated[
        Path | None,
        # Whether it can be read is told by who reads it, in our words.
        typer.Option(
            help="The configuration file.",
            envvar="BRIEFING_CONFIG",
            show_default=False,
            readable=False,
        ),
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option(
            help="Where the archive lies.",
            envvar="BRIEFING_DATA_DIR",
            show_default=False,
            readable=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error arose.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    context.obj = Session(config=config, data_dir=data_dir, quiet=quiet)
