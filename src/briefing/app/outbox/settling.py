"""Deliveries as a person settles them: sent again, resolved, given up."""

from __future__ import annotations

from briefing.app.outbox.queueing import deadline
from briefing.app.outbox.sending import only_sender
from briefing.app.shell import Shell
from briefing.archive import Archive, State
from briefing.errors import UsageError

BY_HAND = "said by hand:"  # begins the answer of what a person has settled


def queue_again(shell: Shell, archive: Archive, key: int) -> None:
    """Queue a delivery that did not arrive, with a new deadline."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "retry", "failed", "unknown", "retry", "queued")
        archive.requeue(key, at=shell.now, deadline=deadline(shell))


def resolve(shell: Shell, archive: Archive, key: int, *, arrived: bool) -> None:
    """Settle an uncertain delivery as a person says."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "resolve", "unknown")
        words = "it arrived" if arrived else "it did not arrive"
        state: State = "sent" if arrived else "failed"
        archive.settle(key, state, f"{BY_HAND} {words}", at=shell.now)


def drop(shell: Shell, archive: Archive, key: int) -> None:
    """Give up a delivery that has not been sent."""
    with only_sender(archive):
        archive.recover(shell.now)
        _check(archive, key, "drop", "queued", "retry", "unknown")
        archive.settle(key, "failed", f"{BY_HAND} given up", at=shell.now)


def _check(archive: Archive, key: int, what: str, *states: State) -> None:
    found = archive.delivery(key)
    if found.state not in states:
        raise UsageError(f"entry {key} is {found.state}: there is nothing to {what}")
