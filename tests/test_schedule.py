from __future__ import annotations

import os
import plistlib
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.app.runs import schedule
from tests.conftest import Outcome
from tests.deliveries import ADA, MAIL

WORDS = ["/opt/my tools/python", "-m", "briefing", "--config", '/home/a/50%"$x.toml', "run"]


def test_a_systemd_timer_catches_up_and_starts_the_very_words(tmp_path: Path) -> None:
    found = schedule.plan("systemd", tmp_path, WORDS)
    (_, service), (_, timer) = found.files
    assert (
        'ExecStart="/opt/my tools/python" "-m" "briefing" "--config" "/home/a/50%%\\"$$x.toml" "run"'
        in service
    )
    assert "Persistent=true" in timer
    assert "OnCalendar=*:0/5" in timer


def test_a_cron_line_is_quoted_and_its_percent_signs_are_kept(tmp_path: Path) -> None:
    line = schedule.plan("cron", tmp_path, WORDS).cron
    assert line.startswith("*/5 * * * * '/opt/my tools/python' -m briefing --config ")
    assert r"50\%" in line
    assert line.endswith("run # briefing run")


def test_a_launchd_list_holds_the_words(tmp_path: Path) -> None:
    ((path, text),) = schedule.plan("launchd", tmp_path, WORDS).files
    assert plistlib.loads(text.encode()) == {  # keys and types of launchd.plist(5)
        "Label": path.stem,
        "ProgramArguments": WORDS,
        "StartInterval": 300,
        "RunAtLoad": True,
        "ProcessType": "Background",
    }
    assert path == tmp_path / "Library" / "LaunchAgents" / "org.newsbriefing.run.plist"


Briefing = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, with a systemctl and a crontab that only note what they are asked."""
    programs = tmp_path / "bin"
    programs.mkdir()
    table = tmp_path / "table"
    for name, script in (
        ("systemctl", f'echo "$@" >> {tmp_path / "asked"}'),
        (
            "crontab",
            f'if [ "$1" = -l ]; then cat {table} 2>/dev/null || exit 1; else cat > {table}; fi',
        ),
    ):
        path = programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_what_is_installed_is_shown_and_goes_again(briefing: Briefing, home: Path) -> None:
    kind = ("--kind", "systemd")
    assert briefing("schedule", "show", *kind).err == "not installed\n"
    done = briefing("schedule", "install", *kind, "--yes")
    assert done.code == 0
    assert "OnCalendar=*:0/5" in done.out
    assert (home / ".config/systemd/user/briefing.timer").is_file()
    assert briefing("schedule", "show", *kind).err == "installed\n"
    assert briefing("schedule", "remove", *kind).code == 0
    assert not (home / ".config/systemd/user/briefing.timer").exists()
    assert (home / "asked").read_text().splitlines() == [
        "--user daemon-reload",
        "--user enable --now briefing.timer",
        "--user disable --now briefing.timer",
    ]


def test_an_installation_that_fails_is_undone_and_can_be_removed(
    briefing: Briefing, home: Path
) -> None:
    (home / "bin/systemctl").write_text("#!/bin/sh\necho no bus >&2; exit 1\n")
    kind = ("--kind", "systemd")
    done = briefing("schedule", "install", *kind, "--yes")
    assert done.code == 2
    assert "nothing was installed: systemctl --user daemon-reload failed: no bus" in done.err
    assert "--kind cron does without it" in done.err
    assert briefing("schedule", "show", *kind).err == "not installed\n"
    timer = home / ".config/systemd/user/briefing.timer"
    timer.write_text("left behind")
    removed = briefing("schedule", "remove", *kind)
    assert (removed.code, timer.exists()) == (0, False)
    assert "not stopped first: systemctl --user disable" in removed.err


def test_what_was_installed_before_stays_where_a_new_installation_fails(
    briefing: Briefing, home: Path
) -> None:
    timer = home / ".config/systemd/user/briefing.timer"
    timer.parent.mkdir(parents=True)
    timer.write_text("of last year")
    (home / "bin/systemctl").write_text(f'#!/bin/sh\necho "$2" >> {home}/asked; exit 1\n')
    assert briefing("schedule", "install", "--kind", "systemd", "--yes").code == 2
    assert timer.read_text() == "of last year"
    assert not (timer.parent / "briefing.service").exists()
    asked = (home / "asked").read_text().split()
    assert asked == ["daemon-reload", "disable", "daemon-reload", "enable"]


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [
        ("n", 0, "nothing was written"),
        ("", 0, "nothing was written"),
        (EOFError, 2, "nothing was written: --yes answers"),
        (KeyboardInterrupt, 130, ""),
        ("Y", 0, "installed"),
    ],
)
def test_the_question_may_be_left_unanswered(
    briefing: Briefing,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str | type[BaseException],
    code: int,
    told: str,
) -> None:
    def asked() -> str:
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr("builtins.input", asked)
    done = briefing("schedule", "install", "--kind", "cron")
    assert done.code == code
    assert told in done.err
    assert "unforeseen" not in done.err
    assert (home / "table").exists() == (told == "installed")


def test_other_lines_of_a_crontab_stay(briefing: Briefing, home: Path) -> None:
    (home / "table").write_text("0 4 * * * backup\n")
    for _ in range(2):
        briefing("schedule", "install", "--kind", "cron", "--yes")
    lines = (home / "table").read_text().splitlines()
    assert lines[0] == "0 4 * * * backup"
    assert len(lines) == 2
    briefing("schedule", "remove", "--kind", "cron")
    assert (home / "table").read_text() == "0 4 * * * backup\n"


def test_a_machine_without_a_crontab_is_shown_the_line_all_the_same(
    briefing: Briefing, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home / "none"))
    told = briefing("schedule", "show", "--kind", "cron")
    assert (told.code, told.err) == (0, "not installed\n")
    assert "briefing run" in told.out


def test_variables_that_a_timer_will_not_know_are_named(
    briefing: Briefing, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_WEBHOOK_KEY", "key")
    path = home / "briefing.toml"
    path.write_text(
        MAIL
        + 'user = "ada"\npassword_environment = "MAIL_PASSWORD"\n'
        + ADA
        + 'ways = ["webhook:https://x.example"]\n'
    )
    told = briefing("--config", path, "schedule", "show", "--kind", "systemd").err
    assert "a timer does not know the variable MAIL_PASSWORD: name a file or a command" in told
    assert "BRIEFING_WEBHOOK_KEY" in told


def test_an_unknown_kind_is_told_with_those_there_are(briefing: Briefing) -> None:
    told = briefing("schedule", "show", "--kind", "atd")
    assert (told.code, "systemd, cron, launchd" in told.err) == (2, True)
