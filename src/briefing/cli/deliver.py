"""Commands that deliver: send, run, status, mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.session import AsJson, Session, print_json, put, say
from briefing.errors import DeliveryError

if TYPE_CHECKING:
    from briefing.app.runs.running import Ran


def register(application: typer.Typer) -> None:
    application.command()(send)
    application.command()(run)
    application.command()(status)
    application.command()(mailbox)


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

    Exit code 5 where one did not get it, or has not got it yet.

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
        left = queueing.unsent(archive, plans, but=keys)
    for line in (*done.lines(), *map(queueing.waiting, left)):
        say(line)
    if not keys and not left:
        say("all of them were sent it before: --again sends it once more")
    if left or not done.good:
        raise typer.Exit(DeliveryError.exit_code)


def run(
    context: typer.Context,
    watch: Annotated[bool, typer.Option(help="Stay, and look every minute.")] = False,
) -> None:
    """Fetch, make and send for whoever is due, then stop. It may be started every minute.

    Exit codes: 3 where sources were missed or an edition was held back, 5 where
    one did not arrive.

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
