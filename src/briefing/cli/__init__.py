"""The command line: a command parses, calls the app, prints, and sets the exit code.

Data goes to stdout, words to stderr. Errors are one sentence; `--debug` shows where they arose.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import re
import signal
import sys
import traceback
from collections.abc import Sequence

from typer.exceptions import TyperException

from briefing.cli.commands import application
from briefing.cli.session import say
from briefing.errors import INTERRUPTED, BriefingError

GLOBAL = ("--config", "--data-dir", "--quiet", "-q", "--debug", "--version")


OURS = (
    (r"\. Did you mean (.*?)\?$", r"; perhaps \1 is meant"),
    (r"Input should be greater than or equal to (\S+)", r"must be \1 or more"),
    (r"Input should be less than or equal to (\S+)", r"must be \1 at most"),
    (r"Input should be a valid integer.*", "must be a whole number"),
)


class Stopped(BaseException):
    """SIGTERM, from the system or a timer: no error, and nothing shall catch it on its way."""


def main() -> None:
    """Run the program; whatever stops it becomes one sentence and the documented exit code."""
    prepare()
    try:
        sys.exit(run())
    except SystemExit as ended:
        # Typer has met the broken pipe first, and makes an error of it.
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        silence_output()
        sys.exit(0)
    except BriefingError as error:
        fail(error, error.exit_code, str(error))
    except TyperException as error:
        misused(error)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Stopped:
        end_by_signal()
    except BrokenPipeError:
        # The reader of our output has gone (`briefing show | head`): that is not an error.
        silence_output()
        sys.exit(0)
    except OSError as error:
        if error.filename is None:  # our own output, perhaps: what is buffered fails once more
            silence_output()
        fail(error, 1, told(error))
    except Exception as error:
        reason = f"something unforeseen happened ({type(error).__name__}: {error})"
        fail(error, 1, f"{reason}; what was reported stored is safe; --debug shows where")


def prepare() -> None:
    """Set what holds for the whole process: garbage, signals, encodings."""
    # One call lives for seconds: looking for cyclic garbage every 700 objects costs a tenth of it.
    gc.set_threshold(50_000)
    signal.signal(signal.SIGTERM, stop)
    for stream in (sys.stdout, sys.stderr):
        speak(stream)


def run() -> int:
    """The exit code of what the command line asked for; what it printed has been written out."""
    code = application(standalone_mode=False)
    # Here and not when Python ends: a full disk behind "> file" must not pass unseen.
    if sys.stdout is not None:  # None where the caller closed it
        sys.stdout.flush()
    return code if isinstance(code, int) else 0


def stop(number: int, frame: object) -> None:
    """The handler of SIGTERM: raises Stopped wherever the program is."""
    raise Stopped


def end_by_signal() -> None:
    """Die of SIGTERM: what was half done is undone, and to systemd only the signal itself is a
    clean end."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.raise_signal(signal.SIGTERM)


def speak(stream: object) -> None:
    """No locale stops the program: files get UTF-8, a terminal "?" for what it cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def fail(error: Exception, code: int, sentence: str) -> None:
    """End with one sentence on stderr; with --debug after where the error arose."""
    if "--debug" in sys.argv:
        traceback.print_exception(error)
    say(f"briefing: {sentence}")
    sys.exit(code)


def misused(error: TyperException) -> None:
    """A wrong option or argument, in one sentence; without a command the help says more."""
    words = error.format_message().strip()
    if type(error).__name__ == "NoArgsIsHelpError":
        print(words)
        sys.exit(error.exit_code)
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "briefing"
    sentence = in_our_words(f"{words[:1].lower()}{words[1:]}").rstrip(".?")
    if known := getattr(error, "possibilities", None):
        sentence = mistyped(error.option_name, known)  # type: ignore[attr-defined]
    if getattr(error, "option_name", "") in GLOBAL and path != "briefing":
        sentence = f"{error.option_name} stands before the command"  # type: ignore[attr-defined]
    say(f"briefing: {sentence}: see {path} --help")
    sys.exit(error.exit_code)


def in_our_words(sentence: str) -> str:
    """What Typer says of a wrong value or name, as the rest of the program would."""
    for pattern, words in OURS:
        sentence = re.sub(pattern, words, sentence)
    return sentence


def mistyped(option: str, known: Sequence[str]) -> str:
    """That there is no such option, and which of those like it may be meant."""
    meant = [name for name in known if name.startswith(option)] or known
    return f"there is no option {option}; perhaps {' or '.join(sorted(meant))} is meant"


def told(error: OSError) -> str:
    """What the system refused, where, and what to do."""
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{where}the disk is full: make room and run this again; nothing stored is lost"
    return f"{where}{(error.strerror or str(error)).lower()}: choose another file or folder"


def silence_output() -> None:
    """What is still buffered cannot be written: Python shall not try again when it ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
