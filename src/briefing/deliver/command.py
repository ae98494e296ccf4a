"""Into a command's standard input: `sendmail -t`, `rclone rcat`, `lp` for a printer."""

from __future__ import annotations

import shlex
import subprocess

from briefing.deliver.outcome import Outcome, told

SILENT = "it printed no error"


def command(words: str, content: bytes, timeout: float) -> Outcome:
    """Run `words` (no shell reads them) with `content` as its input.

    A command that was ended or died of a signal may have done its work: that is unknown. One that
    ends with an error says that it has not, and is tried again (sysexits: 75 is "try later").
    """
    try:
        done = subprocess.run(  # noqa: S603 (the command is the configuration's)
            shlex.split(words),
            input=content,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=timeout,
            check=False,
        )
    except (FileNotFoundError, PermissionError, ValueError) as error:
        return Outcome("failed", f"{words} cannot be run ({_reason(error)})")
    except subprocess.TimeoutExpired:
        return Outcome("unknown", f"{words} was ended after {timeout:g} s")
    except OSError as error:
        return Outcome("unknown", f"{words} broke off ({_reason(error)})")
    said = told(done.stderr[-400:])
    if done.returncode == 0:
        return Outcome("sent", said or "ended well")
    if done.returncode < 0:
        return Outcome("unknown", f"ended by signal {-done.returncode}: {said or SILENT}")
    return Outcome("retry", f"ended with code {done.returncode}: {said or SILENT}")


def _reason(error: OSError | ValueError) -> str:
    return told((getattr(error, "strerror", None) or str(error)).lower())
