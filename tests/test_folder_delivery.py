from __future__ import annotations

import mailbox
import os
from pathlib import Path

import pytest

from briefing.app.outbox import queueing, sending
from briefing.deliver import folder
from briefing.deliver.command import command
from tests.deliveries import MAIL, shell, with_news
from tests.test_outbox import DAY


def test_files_are_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    for content in (b"old", b"new"):
        outcome = folder.files(target, [("briefing.html", content)])
        assert outcome.result == "sent"
    assert [(p.name, p.read_bytes()) for p in target.iterdir()] == [("briefing.html", b"new")]


def test_a_name_never_leaves_the_folder(tmp_path: Path) -> None:
    folder.files(tmp_path / "out", [("../../etc/passwd", b"x")])
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["-..-etc-passwd"]


def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = folder.files(tmp_path / "file", [("a", b"x")])
    assert (outcome.result, "cannot be written" in outcome.answer) == ("retry", True)


def test_a_mail_is_delivered_to_a_maildir_once_even_if_it_was_read(tmp_path: Path) -> None:
    for _ in range(2):
        folder.maildir(tmp_path / "M", "key", b"Subject: dam\n\nThe dam opened.\n")
    box = mailbox.Maildir(tmp_path / "M", create=False)
    ((name, message),) = box.items()
    assert message["Subject"] == "dam"
    message.set_subdir("cur")
    message.add_flag("S")
    box[name] = message
    outcome = folder.maildir(tmp_path / "M", "key", b"Subject: dam\n\nThe dam opened.\n")
    assert "already" in outcome.answer
    assert len(box) == 1
    assert os.listdir(tmp_path / "M" / "tmp") == []  # noqa: PTH208 (names alone)


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("cat", "sent"),
        ("sh -c 'cat >/dev/null; echo quota >&2; exit 75'", "retry"),
        ("sh -c 'kill -9 $$'", "unknown"),
        ("sleep 20", "unknown"),
        ("no-such-program", "failed"),
        ('sh -c "', "failed"),
    ],
)
def test_how_a_command_ended_is_the_outcome(words: str, result: str) -> None:
    assert command(words, b"x" * 200_000, 1.0).result == result


def test_what_a_silent_or_missing_command_did_is_a_whole_sentence() -> None:
    assert command("false", b"", 9).answer == "ended with code 1: it printed no error"
    missing = command("no-such-program", b"", 9).answer
    assert missing == "no-such-program cannot be run (no such file or directory)"


def test_no_shell_reads_a_command(tmp_path: Path) -> None:
    command(f"echo a > {tmp_path / 'x'} ; touch {tmp_path / 'y'}", b"", 5)
    assert list(tmp_path.iterdir()) == []


def test_an_edition_goes_out_on_every_way(tmp_path: Path) -> None:
    text = MAIL.replace('"none"\n', '"none"\n', 1) + (
        '[[readers]]\nname = "House"\nformats = ["html", "epub"]\n'
        'ways = ["folder:out", "maildir:M", "eml:eml", "command:tee copy.eml"]\n'
    )
    program = with_news(shell(tmp_path, text))
    with program.archive() as archive:
        plans = queueing.plan(program, archive, DAY, "", ())
        keys = queueing.enqueue(program, archive, plans)
        here = Path.cwd()
        os.chdir(tmp_path)
        try:
            done = sending.send_due(program, archive, keys)
        finally:
            os.chdir(here)
    assert done.good, done.lines()
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["briefing-2026-01-15.epub", "briefing-2026-01-15.html"]
    (in_maildir,) = (tmp_path / "M" / "new").iterdir()
    (eml,) = (tmp_path / "eml").iterdir()
    assert in_maildir.read_bytes() == eml.read_bytes() == (tmp_path / "copy.eml").read_bytes()
