"""`briefing schedule`: what starts `briefing run` on this machine, written for a person to read.

The timer starts a run every few minutes, and the run knows who is due: so several time zones, a
change of the clocks and a machine that slept need nothing from the timer.
"""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.app.files import replace_file
from briefing.config import Config
from briefing.errors import UsageError

Kind = Literal["systemd", "cron", "launchd"]
KINDS: tuple[Kind, ...] = ("systemd", "cron", "launchd")
MINUTES = 5
MARK = "# briefing run"  # ends our line in a crontab
LABEL = "org.newsbriefing.run"


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to write, a line for the crontab, and the commands that make it count."""

    kind: Kind
    files: tuple[tuple[Path, str], ...] = ()
    cron: str = ""
    after: tuple[tuple[str, ...], ...] = ()
    before_removal: tuple[tuple[str, ...], ...] = ()
    hint: str = ""

    def lines(self) -> list[str]:
        """The plan for a person to read before it is carried out."""
        lines: list[str] = []
        for path, text in self.files:
            lines += [f"{path}:", *(f"    {line}" for line in text.splitlines())]
        if self.cron:
            lines.append(f"a line of the crontab: {self.cron}")
        lines += [f"then: {shlex.join(command)}" for command in self.after]
        return [*lines, self.hint] if self.hint else lines


def usual_kind() -> Kind:
    """What starts programs on this kind of machine."""
    if sys.platform == "darwin":
        return "launchd"
    return "systemd" if shutil.which("systemctl") else "cron"


def program() -> list[str]:
    """How this very program is started again."""
    return [sys.executable, "-m", "briefing"]


def plan(kind: Kind, home: Path, words: list[str]) -> Plan:
    """What `kind` needs to run `words` every few minutes for the user whose home that is."""
    if kind == "systemd":
        return _systemd(home / ".config" / "systemd" / "user", words)
    if kind == "launchd":
        return _launchd(home / "Library" / "LaunchAgents" / f"{LABEL}.plist", words)
    command = shlex.join(words).replace("%", r"\%")  # cron takes a bare % for a line end
    return Plan("cron", cron=f"*/{MINUTES} * * * * {command} {MARK}")


def _systemd(folder: Path, words: list[str]) -> Plan:
    service = (
        "[Unit]\nDescription=Make and send the briefing\n\n[Service]\nType=oneshot\n"
        f"ExecStart={' '.join(map(_unit_word, words))}\n"
        "SuccessExitStatus=3 4\n"
    )
    timer = (
        "[Unit]\nDescription=Start the briefing\n\n[Timer]\n"
        f"OnCalendar=*:0/{MINUTES}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
    control = ("systemctl", "--user")
    return Plan(
        "systemd",
        files=((folder / "briefing.service", service), (folder / "briefing.timer", timer)),
        after=((*control, "daemon-reload"), (*control, "enable", "--now", "briefing.timer")),
        hint="while you are logged out it runs only after: loginctl enable-linger",
        before_removal=((*control, "disable", "--now", "briefing.timer"),),
    )


def _unit_word(word: str) -> str:
    """A word of ExecStart (systemd.service): quoted, its signs kept as they are."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _launchd(path: Path, words: list[str]) -> Plan:
    text = plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": words,
            "StartInterval": MINUTES * 60,
            "RunAtLoad": True,
            "ProcessType": "Background",
        }
    ).decode()
    return Plan(
        "launchd",
        files=((path, text),),
        after=(("launchctl", "load", "-w", str(path)),),
        before_removal=(("launchctl", "unload", "-w", str(path)),),
    )


def unknown_to_timer(config: Config) -> list[str]:
    """The variables that the configuration asks for: a terminal may have them, a timer has not."""
    delivery = config.delivery
    hooks = any(way.startswith("webhook:") for reader in config.readers for way in reader.ways)
    signed_by = delivery.webhook_key_environment if not delivery.webhook_key_file else ""
    names = [
        config.mail.password_environment,
        config.mailbox.password_environment,
        signed_by if hooks and os.environ.get(signed_by) else "",
    ]
    return [name for name in dict.fromkeys(names) if name]


# --- acting on it ---------------------------------------------------------------------


def install(plan: Plan) -> None:
    """Write the files or the line of `plan`, and run what makes them known.

    Where that fails the files are as they were before, and a UsageError says why.
    """
    before = {path: path.read_bytes() if path.exists() else None for path, _ in plan.files}
    for path, text in plan.files:
        replace_file(path, text.encode())
    if plan.cron:
        _write_crontab([*_other_lines(), plan.cron])
    try:
        for command in plan.after:
            _run(command)
    except UsageError as error:
        _each(plan.before_removal)
        for path, content in before.items():
            _restore(path, content)
        if any(content is not None for content in before.values()):
            _each(plan.after)  # what was installed before goes on
        raise UsageError(f"nothing was installed: {error}: {_otherwise()}") from error


def remove(plan: Plan) -> tuple[list[str], list[str]]:
    """What was taken away, and what failed before it, in words."""
    present = [path for path, _ in plan.files if path.exists()]
    # Where no service manager answers nothing runs, and the files go all the same.
    failed = _each(plan.before_removal) if present else []
    for path in present:
        path.unlink()
    removed = [str(path) for path in present]
    if plan.cron and installed(plan):
        _write_crontab(_other_lines())
        removed.append("the line of the crontab")
    return removed, failed


def _each(commands: tuple[tuple[str, ...], ...]) -> list[str]:
    """Run them all; what failed, in words."""
    failed: list[str] = []
    for command in commands:
        try:
            _run(command)
        except UsageError as error:
            failed.append(str(error))
    return failed


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, content)


def _otherwise() -> str:
    """What does without a service manager: in a container, under sudo, without a login."""
    if shutil.which("crontab"):
        return "--kind cron does without it"
    return f"let something else start briefing run every {MINUTES} minutes"


def installed(plan: Plan) -> bool:
    """Whether all of `plan` stands in its place."""
    if plan.files:
        return all(path.exists() for path, _ in plan.files)
    return bool(shutil.which("crontab")) and any(line.endswith(MARK) for line in _crontab())


def _crontab() -> list[str]:
    try:
        done = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)  # noqa: S607 (the user's own)
    except FileNotFoundError as error:
        raise UsageError("there is no crontab on this machine: --kind systemd?") from error
    return done.stdout.splitlines() if done.returncode == 0 else []


def _other_lines() -> list[str]:
    return [line for line in _crontab() if not line.endswith(MARK)]


def _write_crontab(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    subprocess.run(["crontab", "-"], input=text, text=True, check=True)  # noqa: S607 (the user's own)


def _run(command: tuple[str, ...]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (our own words)
    except FileNotFoundError as error:
        raise UsageError(f"there is no {command[0]} on this machine") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip()
        raise UsageError(f"{shlex.join(command)} failed: {said or error.returncode}") from error
