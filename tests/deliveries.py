"""A program with readers, an archive with a little news, and a mail server that only notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from briefing.app.shell import Shell
from briefing.config import load
from briefing.deliver.outcome import Outcome
from tests.builders import article

MAIL = '[mail]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\nsender = "b@x.example"\npdf = "none"\n'
ADA = '[[readers]]\nname = "Ada"\naddresses = ["Ada <ada@y.example>"]\n'
BOB = '[[readers]]\nname = "Bob"\naddresses = ["bob@y.example"]\n'
NOON = datetime(2026, 1, 16, 12, tzinfo=UTC)


def shell(folder: Path, text: str = MAIL + ADA, now: datetime = NOON) -> Shell:
    path = folder / "briefing.toml"
    path.write_text(f'data_dir = "data"\n{text}', encoding="utf-8")
    return Shell(load(path), now)


def with_news(shell: Shell, *days: int) -> Shell:
    """Two articles on each of these days of January 2026, at six in the morning."""
    with shell.archive() as archive:
        for day in days or (15,):
            at = datetime(2026, 1, day, 6, tzinfo=UTC)
            archive.add(
                [
                    article(
                        f"The dam at Varnholt opened gate {day} on schedule. Ministers cheered.",
                        title=f"Dam opens on day {day}",
                        id=f"dam-{day}",
                        at=at,
                    ),
                    article(
                        f"A mayor of Felling resigned over {day + 100} unpaid bills. Nobody wept.",
                        title="Felling loses its mayor",
                        id=f"mayor-{day}",
                        outlet="Post",
                        at=at + timedelta(hours=1),
                    ),
                ]
            )
    return shell


def with_a_column(shell: Shell) -> Shell:
    """The 15th of January 2026 has one article, and that tells no news."""
    text = "I have never liked the tap. We should all drink less water, and I believe that we can."
    with shell.archive() as archive:
        archive.add([article(text, title="Opinion: We should all drink less water")])
    return shell


@dataclass
class Notes:
    """Stands for a mail server: notes what it is given, answers what it is told to."""

    answers: list[Outcome] = field(default_factory=list)
    given: list[tuple[str, bytes]] = field(default_factory=list)

    def __call__(self) -> Notes:
        return self

    def connect(self) -> None: ...

    def close(self) -> None: ...

    def send(self, sender: str, recipient: str, content: bytes) -> Outcome:
        self.given.append((recipient, content))
        return self.answers.pop(0) if self.answers else Outcome("sent", "250 ok")

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.given]


def plain_text(content: bytes) -> str:
    """The text part of a mail."""
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain",))
    assert part is not None
    found: str = part.get_content()
    return found
