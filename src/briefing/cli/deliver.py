"""Commands that deliver: send, outbox, run, schedule, status, mailbox."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from briefing.cli.session import AsJson, Session, print_json, put, say
from briefing.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from briefing.app.runs.running import Ran
    from briefing.app.runs.schedule import Plan

outbox = typer.Typer(help="What is to be delivered, and what became of it.", no_args_is_help=True)
schedule = typer.Typer(help="What starts briefing run by itself.", no_args_is_help=True)

Key = Annotated[int, typer.Argument(help="The number that outbox list shows.")]


def register(application: typer.Typer) -> None:
    application.command()(send)
    application.command()(run)
    application.command()(status)
    application.command()(mailbox)
    application.add_typer(outbox, name="outbox")
    application.add_typer(schedule, name="schedule")


def send(
    context: typer.Context,
    date: Annotated[str, typer.Option("--date", "-d", help="The day of the edition.")] = "today",
    to: Annotated[
        list[str] | None, typer.Option(help="An address; instead of the configured readers.")
    ] = None,
    reader: Annotated[
        str, typer.Option(help="Only this reader; with --to, the edition of this reader.")
    ] = "",
    again: Annotated[bool, typer.Option(help="Also to those who have been sent it.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent.")] = False,
) -> None:
    """Send the edition of a day: each recipient gets it once.

    Exit code 5 where one did not get it.

        briefing send --date yesterday --to ada@example.org --dry-run
    """
    from briefing.app.editions import making
    from briefing.app.outbox import queueing, sending

    session: Session = context.obj
    shell = session.shell()
    day = making.parsed_day(shell, date)
    with session.working(shell) as at_work, at_work.archive() as archive:
        plans = queueing.plan(at_work, archive, day, reader, to or [], record=not dry_run)
        if dry_run:
            for line in queueing.dry_run(at_work, archive, plans):
                put(line)
            return
        for line in queueing.left_out(plans):
            say(line)
        keys = queueing.enqueue(at_work, archive, plans, again=again)
        done = sending.send_due(at_work, archive, keys)
    for line in done.lines():
        say(line)
    if not keys:
        say("all of them were sent it before, or are in the outbox: --again sends it once more")
    if not done.good:
        raise typer.Exit(DeliveryError.exit_code)


# --- outbox ---------------------------------------------------------------------------


@outbox.command("list")
def list_outbox(
    context: typer.Context,
    state: Annotated[
        str, typer.Option(help="Only queued, sending, sent, retry, failed or unknown.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Each delivery with its number, its state and the last answer.

    briefing outbox list
    """
    from briefing.app.runs.status import delivery_json
    from briefing.archive import State

    if state and state not in get_args(State):
        raise UsageError(f'"{state}" is no state: {", ".join(get_args(State))}')
    session: Session = context.obj
    with session.shell().archive(read_only=True) as archive:
        rows = [row for row in archive.deliveries() if state in ("", row.state)]
        paused = archive.suppressed()
    if as_json:
        print_json([delivery_json(row) for row in rows])
        return
    if not rows:
        say("no such delivery" if state else "no delivery yet")
    for row in rows:
        letter = row.letter
        columns = (row.key, letter.day, row.state, letter.way, letter.recipient, row.answer)
        put("\t".join(map(str, columns)))
    for address, reason in paused.items():
        say(f"paused: {address}: {reason}")


@outbox.command()
def retry(context: typer.Context, key: Key) -> None:
    """Send a failed or uncertain delivery once more, now. An uncertain one may arrive twice.

    briefing outbox retry 12
    """
    from briefing.app.outbox import sending, settling

    session: Session = context.obj
    shell = session.shell()
    with shell.archive() as archive:
        settling.queue_again(shell, archive, key)
        done = sending.send_due(shell, archive, (key,))
    for line in done.lines():
        say(line)
    if not done.good:
        raise typer.Exit(DeliveryError.exit_code)


@outbox.command()
def resolve(
    context: typer.Context,
    key: Key,
    arrived: Annotated[
        bool | None, typer.Option("--arrived/--not-arrived", help="What you found out.")
    ] = None,
) -> None:
    """Say what became of an uncertain delivery: it arrived, or it did not and is given up.

    briefing outbox resolve 12 --arrived
    """
    from briefing.app.outbox import settling

    if arrived is None:
        raise UsageError("say what you found out: --arrived or --not-arrived")
    session: Session = context.obj
    shell = session.shell()
    with shell.archive() as archive:
        settling.resolve(shell, archive, key, arrived=arrived)
    say(f"{key}: {'sent' if arrived else 'failed'}")


@outbox.command()
def drop(context: typer.Context, key: Key) -> None:
    """Give a delivery up that has not been sent.

    briefing outbox drop 12
    """
    from briefing.app.outbox import settling

    session: Session = context.obj
    shell = session.shell()
    with shell.archive() as archive:
        settling.drop(shell, archive, key)
    say(f"{key}: given up")


@outbox.command()
def resume(
    context: typer.Context, address: Annotated[str, typer.Argument(help="A paused address.")]
) -> None:
    """Send to an address again that was refused or unsubscribed.

    briefing outbox resume ada@example.org
    """
    session: Session = context.obj
    with session.shell().archive() as archive:
        if not archive.resume(address):
            raise UsageError(f"nothing stands against {address}: briefing outbox list shows them")
    say(f"{address} is sent mail again")


# --- run ------------------------------------------------------------------------------


def run(
    context: typer.Context,
    watch: Annotated[bool, typer.Option(help="Stay, and look every minute.")] = False,
) -> None:
    """Fetch, make and send for whoever is due, then stop. It may be started every minute.

    Exit codes: 3 where sources were missed or an edition was held back, 5 where one did not
    arrive.

        briefing run
    """
    from briefing.app.runs import running

    session: Session = context.obj

    def once() -> Ran:
        with session.working(session.shell()) as shell:
            return running.run(shell)

    def tell(ran: Ran) -> None:
        for line in ran.lines:
            say(line)

    if watch:
        running.watch(once, tell)
        return
    ran = once()
    tell(ran)
    if ran.code:
        raise typer.Exit(ran.code)


# --- schedule -------------------------------------------------------------------------

Kind = Annotated[str, typer.Option(help="systemd, cron or launchd; else what this machine has.")]


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
    if not yes and not typer.confirm("Write this?", err=True):
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

    removed = scheduling.remove(_plan(context, kind))
    say(f"removed: {', '.join(removed)}" if removed else "nothing was installed")


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


# --- status, mailbox ------------------------------------------------------------------


def status(context: typer.Context, as_json: AsJson = False) -> None:
    """Last and next run, sources, deliveries, archive. Exit code 1 where something is wrong.

    briefing status --json
    """
    from briefing.app.runs import status as state

    session: Session = context.obj
    found = state.status(session.shell())
    if as_json:
        print_json(found.as_json())
    else:
        for line in found.lines():
            put(line)
    if not found.good:
        raise typer.Exit(1)


def mailbox(context: typer.Context) -> None:
    """Read refused mails and wishes to unsubscribe; the readers are paused, the owner is told.

    briefing mailbox
    """
    from briefing.app.outbox import mailbox as answers
    from briefing.app.outbox import sending

    session: Session = context.obj
    shell = session.shell()
    answered = answers.read_mailbox(shell)
    for line in answered.lines:
        say(line)
    say(f"{answered.read} messages read")
    if answered.lines:
        with shell.archive() as archive:
            sending.send_due(shell, archive)
