"""Commands about the program's own affairs: config, backup, doctor, templates, completion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.session import AsJson, Session, escaped, print_json, put, say
from briefing.errors import UsageError

SHELLS = ("bash", "zsh", "fish")

config = typer.Typer(help="The configuration.", no_args_is_help=True)
templates = typer.Typer(help="The templates of the page.", no_args_is_help=True)


def register(application: typer.Typer) -> None:
    application.add_typer(config, name="config")
    application.add_typer(templates, name="templates")
    application.command()(backup)
    application.command()(doctor)
    application.command()(completion)


@config.command("show")
def show_config(
    context: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Every setting that is in force, as a briefing.toml, and which of them you have set.

    briefing config show
    """
    from briefing.config import as_toml, describe

    session: Session = context.obj
    chosen = session.shell().config
    if as_json:
        print_json(describe(chosen))
        return
    for line in as_toml(chosen):
        print(escaped(line))


@config.command("check")
def check_config(context: typer.Context) -> None:
    """Read the configuration and say whether it is right.

    briefing config check
    """
    session: Session = context.obj
    chosen = session.shell().config
    say(f"{chosen.path or 'no configuration file: defaults'}: all right")


@templates.command("export")
def export_templates(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A new folder.")],
    theme: Annotated[str, typer.Option(help="default, card or large.")] = "default",
) -> None:
    """Copy the templates, to change them and use them with --templates FOLDER.

    briefing templates export my-templates
    """
    from briefing.render.environment import export

    for path in export(folder, theme):
        put(str(path))


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The copy to write.")],
    force: Annotated[bool, typer.Option(help="Overwrite an existing file.")] = False,
) -> None:
    """Write a consistent copy of the archive, while others may be using it.

    briefing backup briefing-2026-01-15.sqlite
    """
    session: Session = context.obj
    with session.shell().archive(read_only=True) as archive:
        archive.backup(file, force=force)
    say(f"wrote {file}")


def doctor(
    context: typer.Context,
    as_json: AsJson = False,
) -> None:
    """What is missing on this machine, and the command that mends it.

    briefing doctor
    """
    from briefing.app.health.doctor import findings

    session: Session = context.obj
    found = findings(session.config, session.data_dir)
    if as_json:
        print_json([finding.as_json() for finding in found])
    else:
        for finding in found:
            put(finding.line())
    if not all(finding.good for finding in found):
        raise typer.Exit(1)


def completion(
    shell: Annotated[str, typer.Argument(help="bash, zsh or fish.")] = "bash",
) -> None:
    """Print the completion script of a shell.

    briefing completion bash >> ~/.bashrc
    """
    from typer._completion_shared import get_completion_script

    if shell not in SHELLS:
        raise UsageError(
            f'"{shell}" is no shell that can be served: choose one of {", ".join(SHELLS)}'
        )

    print(
        get_completion_script(prog_name="briefing", complete_var="_BRIEFING_COMPLETE", shell=shell)
    )
