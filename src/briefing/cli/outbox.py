"""Commands about deliveries: outbox list, retry, resolve, drop, resume."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from briefing.cli.session import AsJson, Session, print_json, put, say
from briefing.errors import DeliveryError, UsageError

outbox = typer.Typer(help="What is to be delivered, and what became of it.", no_args_is_help=True)

Key = Annotated[int, typer.Argument(help="The number that outbox list shows.")]


def register(application: typer.Typer) -> None:
    application.add_typer(outbox, name="outbox")


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
