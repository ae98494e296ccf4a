"""The command line: a command parses, calls the app, prints, and sets the exit code.

Data goes to stdout, words to stderr. Errors are one sentence; `--debug` shows where they arose.
"""

from __future__ import annotations

import os
import sys

from briefing.cli.commands import application
from briefing.errors import BriefingError


def main() -> None:
    """Run the program; whatever stops it becomes one sentence and the documented exit code."""
    try:
        application()
    except BriefingError as error:
        fail(error, error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (`briefing show | head`): that is not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        fail(error, 1, f"something unforeseen happened ({type(error).__name__}: {error}); ")


def fail(error: Exception, code: int, prefix: str = "") -> None:
    if "--debug" in sys.argv:
        raise error
    hint = "what was reported stored is safe; --debug shows where" if prefix else ""
    print(f"briefing: {prefix or error}{hint}", file=sys.stderr)
    sys.exit(code)
