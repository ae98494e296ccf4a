"""Commands about what starts the runs: schedule install, show, remove."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.session import Session, put, say
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.app.runs.schedule import Plan

schedule = typer.Typer(help="What starts briefing run by itself.", no_args_is_help=True)

Kind = Annotated[str, typer.Option(help="systemd, cron or launchd; else what this machine has.")]


def register(application: typer.Typer) -> None:
    application.add_typer(schedule, name="schedule")


@schedule.command()
def install(
    context: typer.Context,
    kind: Kind = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Start briefing run by itself every few minutes: shown first, then written.

    briefing schedule install
    """
    from briefing.app.runs import schedule as scheduling

    plan = _plan(context, kind)
    _print(context, plan)
    if not yes and not _confirmed("Write this?"):
        say("nothing was written")
        return
    scheduling.install(plan)
    say("installed; briefing status says when the next edition is due")


@schedule.command()
def show(context: typer.Context, kind: Kind = "") -> None:
    """What install would write, and whether it is there.

    briefing schedule show
    """
    from briefing.app.runs import schedule as scheduling

    plan = _plan(context, kind)
    _print(context, plan)
    say("installed" if scheduling.installed(plan) else "not installed")


@schedule.command()
def remove(context: typer.Context, kind: Kind = "") -> None:
    """Take away what install has written.

    briefing schedule remove
    """
    from briefing.app.runs import schedule as scheduling

    removed, failed = scheduling.remove(_plan(context, kind))
    for reason in failed:
        say(f"not stopped first: {reason}")
    say(f"removed: {', '.join(removed)}" if removed else "nothing was installed")


def _confirmed(question: str) -> bool:
    """Whether a person says yes; Ctrl-C ends the program as everywhere."""
    print(f"{question} [y/N]: ", end="", file=sys.stderr, flush=True)
    try:
        return input().strip().casefold() in ("y", "yes")
    except EOFError:
        raise UsageError("nobody answered, so nothing was written: --yes answers") from None


def _print(context: typer.Context, plan: Plan) -> None:
    from briefing.app.runs.schedule import unknown_to_timer

    for line in plan.lines():
        put(line)
    session: Session = context.obj
    for name in unknown_to_timer(session.shell().config):
        say(f"a timer does not know the variable {name}: name a file or a command instead")


def _plan(context: typer.Context, kind: str) -> Plan:
    from briefing.app.runs import schedule as scheduling

    chosen = next((k for k in scheduling.KINDS if k == kind), None)
    if kind and chosen is None:
        raise UsageError(f'"{kind}" is no kind of schedule: {", ".join(scheduling.KINDS)}')
    session: Session = context.obj
    config = session.shell().config
    words = [*scheduling.program(), "--quiet", "--data-dir", str(config.data_dir.absolute())]
    if config.path:
        words += ["--config", str(config.path.absolute())]
    return scheduling.plan(chosen or scheduling.usual_kind(), Path.home(), [*words, "run"])
