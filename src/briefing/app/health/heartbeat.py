"""A sign of life after each success: who waits for it notices when it stays away."""

from __future__ import annotations

from briefing.app.outbox.posting import poster
from briefing.app.shell import Shell
from briefing.deliver.command import command
from briefing.deliver.webhook import NotReached


def heartbeat(shell: Shell) -> list[str]:
    """What went wrong with it, in a line each: an edition that arrived does not fail for that."""
    owner, lines = shell.config.owner, []
    if owner.heartbeat_url:
        try:
            status, _ = poster(shell)(owner.heartbeat_url, {}, b"")
            if not 200 <= status < 300:
                lines.append(f"the heartbeat's address answered {status}")
        except NotReached as error:
            lines.append(f"the heartbeat did not go out: {error}")
    if owner.heartbeat_command:
        outcome = command(owner.heartbeat_command, b"", shell.config.delivery.command_timeout)
        if outcome.result != "sent":
            lines.append(f"the heartbeat's command failed: {outcome.answer}")
    return lines
